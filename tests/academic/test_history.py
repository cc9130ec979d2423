"""Every edit by hand is kept, with what was there before it."""

from __future__ import annotations

from django.test import Client
from reversion.models import Revision

from academic import history
from publications.models import Publication
from tests.adminforms import save
from tests.everything import admin_url
from tests.factories import make_news, make_page, make_publication


def titles(row: object) -> list[str]:
    return [version.field_dict["title"] for version in history.versions_of(row)]  # type: ignore[arg-type]


def test_an_edit_is_kept_with_what_was_there_before(owner: Client, db: None) -> None:
    page = make_page(title="First")
    save(owner, admin_url(page, "change"), {"title": "Second"})
    assert titles(page) == ["Second", "First"]
    save(owner, admin_url(page, "change"), {"title": "Third"})
    assert titles(page) == ["Third", "Second", "First"]


def test_what_an_import_changed_in_between_is_kept_too(owner: Client, db: None) -> None:
    paper = make_publication(title="First")
    save(owner, admin_url(paper, "change"), {"title": "Second"})
    Publication.objects.filter(pk=paper.pk).update(title="From a file")
    save(owner, admin_url(paper, "change"), {"title": "Third"})
    assert titles(paper) == ["Third", "From a file", "Second", "First"]


def test_authors_and_links_are_kept_with_their_paper(owner: Client, db: None) -> None:
    paper = make_publication(authors=["Ada Lovelace", "Charles Babbage"], links=[("Code", "https://example.org/")])
    save(owner, admin_url(paper, "change"), {"authorships-0-position": "1", "authorships-1-position": "0"})
    now, before = history.versions_of(paper)
    families = [
        [
            part.field_dict["family"]
            for model, parts in history.parts_in(version).items()
            if model.__name__ == "Authorship"
            for part in parts
        ]
        for version in (now, before)
    ]
    assert families == [["Babbage", "Lovelace"], ["Lovelace", "Babbage"]]
    assert [part.field_dict["label"] for part in history.parts_in(before)[paper.links.model]] == ["Code"]


def test_bulk_actions_are_kept_and_nothing_else_makes_a_revision(owner: Client, db: None) -> None:
    item = make_news(title="Old news")
    assert Revision.objects.count() == 0
    owner.post(admin_url(type(item), "changelist"), {"action": "unpublish", "_selected_action": [item.pk]})
    states = [version.field_dict["visibility"] for version in history.versions_of(item)]
    assert states == ["draft", "public"]


def test_a_state_has_another_fingerprint_once_a_part_changes(db: None) -> None:
    paper = make_publication(authors=["Ada Lovelace"])
    first = history.fingerprint(paper)
    paper.save()
    assert history.fingerprint(paper) == first
    paper.authorships.update(family="Byron")
    assert history.fingerprint(paper) != first
