"""Looking at versions, comparing and restoring them, recovering what was deleted."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from academic import history
from academic.images import path_of
from academic.models import Document, Link, Page, Profile
from news.models import NewsItem
from publications.models import Author, Publication
from tests.adminforms import save
from tests.everything import admin_url, make_document, make_one_of_everything, make_picture
from tests.factories import make_authorship, make_news, make_page, make_publication

SWAPPED = {"authorships-0-position": "1", "authorships-1-position": "0"}


def history_url(row: Model, *more: object) -> str:
    return admin_url(row, "history") + "".join(f"{part}/" for part in more)


def versions(row: Model) -> list[Any]:
    return list(history.versions_of(row))


def restore(client: Client, row: Model, version: Any) -> Any:
    return client.post(history_url(row, version.pk, "restore"))


def recover(client: Client, model: type[Model]) -> Any:
    version = history.deleted(model).first()
    return client.post(f"{admin_url(model, 'changelist')}deleted/{version.pk}/")


def delete(client: Client, row: Model) -> None:
    assert client.post(admin_url(row, "delete"), {"post": "yes"}).status_code == 302
    assert not type(row)._base_manager.filter(pk=row.pk).exists()


def printed(paper: Publication) -> list[str]:
    return [row.printed for row in paper.authorships.all()]


# Restoring


def test_title_body_and_author_order_of_the_first_version_come_back(owner: Client) -> None:
    paper = make_publication(title="First", abstract="Text one", authors=["Ada Lovelace", "Charles Babbage"])
    save(owner, admin_url(paper, "change"), {"title": "Second", "abstract": "Text two", **SWAPPED})
    save(owner, admin_url(paper, "change"), {"title": "Third", "authorships-0-DELETE": "on"})
    assert printed(paper) == ["Ada Lovelace"]
    assert restore(owner, paper, versions(paper)[-1])["Location"] == admin_url(paper, "change")
    paper.refresh_from_db()
    assert (paper.title, paper.abstract) == ("First", "Text one")
    assert printed(paper) == ["Ada Lovelace", "Charles Babbage"]
    assert "babbage" in paper.search_text and paper.title_key == "first"
    told = [version.field_dict["title"] for version in versions(paper)]
    assert told == ["First", "Third", "Second", "First"]


def test_rows_that_came_later_go_and_the_file_is_back(owner: Client) -> None:
    document = make_document("The PDF")
    paper = make_publication(pdf=document, links=[("Code", "https://example.org/code")])
    save(owner, admin_url(paper, "change"), {"pdf": ""})
    Link.objects.create(owner=paper, label="Later", url="https://example.org/later")
    delete(owner, document)
    restore(owner, paper, versions(paper)[-1])
    paper.refresh_from_db()
    assert paper.pdf == Document.objects.get() == document and path_of(document).exists()
    assert [link.label for link in paper.links.all()] == ["Code"]


def test_a_person_who_was_merged_away_is_found_by_name(owner: Client) -> None:
    paper = make_publication(title="First", authors=["Ada Lovelace"])
    save(owner, admin_url(paper, "change"), {"title": "Second"})
    paper.authorships.all().delete()
    Author.objects.all().delete()
    restore(owner, paper, versions(paper)[-1])
    assert printed(paper) == ["Ada Lovelace"]
    assert Author.objects.get() == paper.authorships.get().author


def test_topics_and_picked_links_that_are_gone_are_left_out(owner: Client) -> None:
    paper = make_publication(links=[("Code", "https://example.org/code")])
    item = make_news(publication=paper)
    item.shown_links.set(paper.links.all())
    save(owner, admin_url(item, "change"), {"kicker": "Changed"})
    paper.links.all().delete()
    restore(owner, item, versions(item)[-1])
    assert list(item.shown_links.all()) == []


def test_what_cannot_be_restored_says_why_and_changes_nothing(owner: Client) -> None:
    page = make_page("/old/", title="Old")
    save(owner, admin_url(page, "change"), {"path": "/new/", "title": "New"})
    make_page("/old/", title="Another")
    answer = owner.post(history_url(page, versions(page)[-1].pk, "restore"), follow=True)
    assert "It cannot be restored: something else has taken its place" in answer.content.decode()
    assert sorted(Page.objects.values_list("path", "title")) == [("/new/", "New"), ("/old/", "Another")]


def test_every_kind_of_row_can_be_restored_and_looked_at(owner: Client) -> None:
    for model, row in make_one_of_everything().items():
        if not history.is_kept(model):
            continue
        history.keep(row)
        version = versions(row)[0]
        for url in (history_url(row), history_url(row, version.pk)):
            assert owner.get(url).status_code == 200
        assert restore(owner, row, version)["Location"] == admin_url(row, "change")


# Recovering


def test_a_deleted_paper_comes_back_with_its_authors_links_and_file(owner: Client) -> None:
    document = make_document("The PDF")
    paper = make_publication(
        title="Lost", authors=["Ada Lovelace", "Charles Babbage"], links=[("Code", "https://e.org/")], pdf=document
    )
    delete(owner, paper)
    assert "Lost" in owner.get(f"{admin_url(Publication, 'changelist')}deleted/").content.decode()
    assert recover(owner, Publication)["Location"] == admin_url(paper, "change")
    back = Publication.objects.get()
    assert (back.pk, back.title, back.pdf, back.slug) == (paper.pk, "Lost", document, paper.slug)
    assert printed(back) == ["Ada Lovelace", "Charles Babbage"]
    assert [link.label for link in back.links.all()] == ["Code"]
    assert history.deleted(Publication).count() == 0


def test_what_a_bulk_action_deleted_comes_back_too(owner: Client) -> None:
    items = [make_news(title=f"News {number}") for number in range(3)]
    chosen = [item.pk for item in items]
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    owner.post(admin_url(NewsItem, "changelist"), data)
    assert NewsItem.objects.count() == 0 and history.deleted(NewsItem).count() == 3
    for _ in range(3):
        recover(owner, NewsItem)
    assert sorted(NewsItem.objects.values_list("pk", flat=True)) == sorted(chosen)


def test_a_picture_comes_back_with_its_file(owner: Client) -> None:
    picture = make_picture(alt="A gradient")
    delete(owner, picture)
    recover(owner, type(picture))
    assert type(picture).objects.get().alt == "A gradient" and path_of(picture).exists()


def test_a_file_that_is_kept_no_more_is_told_of(owner: Client) -> None:
    document = make_document("The PDF")
    paper = make_publication(pdf=document, title="First")
    save(owner, admin_url(paper, "change"), {"title": "Second", "pdf": ""})
    told = restore_and_read(owner, paper)
    assert "again." in told and "kept no more" not in told
    save(owner, admin_url(paper, "change"), {"title": "Third", "pdf": ""})
    delete(owner, document)
    path_of(document).unlink()
    assert "The file of “The PDF” is kept no more: upload it again." in restore_and_read(owner, paper)


def restore_and_read(client: Client, row: Model) -> str:
    address = history_url(row, versions(row)[-1].pk, "restore")
    return client.post(address, follow=True).content.decode()


def test_a_link_to_what_is_gone_is_left_out(owner: Client) -> None:
    one, other = make_page("/one/", title="One"), make_page("/other/", title="Other")
    Link.objects.create(owner=one, page=other)
    Link.objects.create(owner=one, url="https://example.org/", label="Kept", position=1)
    history.keep(one)
    Link.objects.all().delete()
    Page.objects.all().delete()
    recover(owner, Page)
    assert [link.label for link in Page.objects.get().links.all()] == ["Kept"]


def test_news_about_a_paper_come_back_after_the_paper(owner: Client) -> None:
    paper = make_publication(title="Lost")
    item = make_news(publication=paper)
    delete(owner, item)
    delete(owner, paper)
    version = history.deleted(NewsItem).get()
    url = f"{admin_url(NewsItem, 'changelist')}deleted/{version.pk}/"
    body = owner.post(url, follow=True).content.decode()
    assert "What it belongs to was deleted (publication): bring that back first." in body
    assert NewsItem.objects.count() == 0
    recover(owner, Publication)
    owner.post(url)
    assert NewsItem.objects.get().publication == Publication.objects.get()


# Who may


def test_a_restored_version_of_a_writer_stays_a_draft(writer: Client) -> None:
    paper = make_publication(title="Public once")
    history.keep(paper)
    Publication.objects.update(visibility="draft", title="Draft now")
    restore(writer, paper, versions(paper)[0])
    paper.refresh_from_db()
    assert (paper.title, paper.visibility) == ("Public once", "draft")
    history.keep(paper)
    paper.delete()
    assert recover(writer, Publication).status_code == 302
    assert Publication.objects.get().visibility == "draft"


def test_what_is_public_is_not_a_writers_to_restore(writer: Client) -> None:
    paper = make_publication(title="Public")
    history.keep(paper)
    Publication.objects.update(title="Changed")
    assert "Restore this version" not in writer.get(history_url(paper, versions(paper)[0].pk)).content.decode()
    assert restore(writer, paper, versions(paper)[0]).status_code == 403
    assert Publication.objects.get().title == "Changed"


def test_an_assistant_for_news_is_refused_every_door_to_a_paper(assistant: Client) -> None:
    paper = make_publication(title="Secret")
    history.keep(paper)
    version = versions(paper)[0].pk
    gone = make_publication(title="Secret and gone")
    history.keep(gone)
    deleted = f"{admin_url(Publication, 'changelist')}deleted/"
    compare = f"{history_url(paper)}compare/?from={version}&to={version}"
    lost = f"{deleted}{versions(gone)[0].pk}/"
    gone.delete()
    doors = [history_url(paper), history_url(paper, version), history_url(paper, version, "restore")]
    for url in [*doors, compare, deleted, lost]:
        for answer in (assistant.get(url), assistant.post(url)):
            assert answer.status_code == 403 and "Secret" not in answer.content.decode(), url
    assert Publication.objects.count() == 1


def test_versions_of_other_rows_are_not_found(owner: Client, assistant: Client) -> None:
    paper, item = make_publication(title="Secret"), make_news(visibility="draft")
    for row in (paper, item):
        history.keep(row)
    other, own = versions(paper)[0].pk, versions(item)[0].pk
    for client in (owner, assistant):
        assert client.get(history_url(item, other)).status_code == 404
        assert client.post(history_url(item, other, "restore")).status_code == 404
        for pair in ((own, other), (other, own), ("x", own), ("", ""), ("9" * 30, own)):
            assert client.get(f"{history_url(item)}compare/?from={pair[0]}&to={pair[1]}").status_code == 404
    assert owner.get(f"{admin_url(NewsItem, 'changelist')}deleted/{own}/").status_code == 404
    assert owner.get(history_url(item, own, "restore")).status_code == 405


# Looking


def test_two_versions_side_by_side(owner: Client) -> None:
    paper = make_publication(title="An old title", authors=["Ada Lovelace", "Charles Babbage"])
    save(owner, admin_url(paper, "change"), {"title": "A new title", **SWAPPED})
    newer, older = versions(paper)
    body = owner.get(f"{history_url(paper)}compare/?from={newer.pk}&to={older.pk}").content.decode()
    assert "<del>An</del><ins>A</ins> <del>old</del><ins>new</ins> title" in body
    assert "Charles Babbage" in body and "Abstract" not in body


def test_markup_in_a_version_is_shown_as_text(owner: Client) -> None:
    page = make_page(title="<script>alert(1)</script>", body="<img src=x onerror=alert(1)>")
    save(owner, admin_url(page, "change"), {"title": "Harmless", "body": "Harmless"})
    newer, older = versions(page)
    for url in (history_url(page, older.pk), f"{history_url(page)}compare/?from={older.pk}&to={newer.pk}"):
        body = owner.get(url).content.decode()
        assert "<script>alert" not in body and "<img src=x" not in body and "&lt;script&gt;" in body


def test_the_history_says_who_did_what(owner: Client) -> None:
    page = make_page(title="Old")
    save(owner, admin_url(page, "change"), {"title": "New"})
    body = owner.get(history_url(page)).content.decode()
    assert "Changed Title." in body and "As it was before the next edit" in body and ">owner<" in body


@pytest.mark.parametrize("many", [1, 3])
def test_the_history_of_much_costs_no_more_queries(owner: Client, django_assert_num_queries: Any, many: int) -> None:
    page = make_page()
    for _ in range(many):
        history.keep(page)
    owner.get(history_url(page))
    with django_assert_num_queries(5):
        owner.get(history_url(page))


def test_a_profile_is_restored_with_affiliations(owner: Client) -> None:
    profile = Profile.objects.get()
    profile.affiliations.create(name="Old Lab")
    save(owner, admin_url(profile, "change"), {"affiliations-0-name": "New Lab"})
    restore(owner, profile, versions(profile)[-1])
    assert [one.name for one in profile.affiliations.all()] == ["Old Lab"]


def test_an_author_who_was_added_again_is_not_doubled(owner: Client) -> None:
    paper = make_publication(authors=["Ada Lovelace"])
    save(owner, admin_url(paper, "change"), {"authorships-0-DELETE": "on"})
    make_authorship(paper, "Ada Lovelace", 0)
    restore(owner, paper, versions(paper)[-1])
    assert printed(paper) == ["Ada Lovelace"] and Author.objects.count() == 1
