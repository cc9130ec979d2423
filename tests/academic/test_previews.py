"""The whole page from a form that is not saved."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.db.models import Model
from django.test import Client
from reversion.models import Revision

from academic.models import CVEntry, HomeBlock, Page, Profile
from news.models import NewsItem
from publications.models import Author, Publication
from tests.adminforms import read_form
from tests.everything import admin_url
from tests.factories import make_cv_entry, make_news, make_page, make_publication, set_profile


def preview(client: Client, row: Model | type[Model], changes: dict[str, str]) -> object:
    url = admin_url(row, "add" if isinstance(row, type) else "change")
    return client.post(f"{url}preview/", {**read_form(client, url), **changes})


def words(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [make_news, make_page, make_publication])
def test_the_preview_is_the_page_with_what_is_typed(owner: Client, make: object) -> None:
    row = make(title="As stored")  # type: ignore[operator]
    answer = preview(owner, row, {"title": "As typed"})
    assert answer.status_code == 200  # type: ignore[attr-defined]
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))  # type: ignore[index]
    assert "As typed" in words(answer) and "As stored" not in words(answer)
    assert "Nothing of this is saved yet" in words(answer)
    row.refresh_from_db()
    assert row.title == "As stored"
    assert (Revision.objects.count(), LogEntry.objects.count()) == (0, 0)


def test_a_new_row_is_shown_and_leaves_no_trace(owner: Client) -> None:
    typed = {"title": "A new paper", "authorships-0-name": "Grace Hopper", "authorships-0-position": "0"}
    answer = preview(owner, Publication, typed)
    assert answer.status_code == 200  # type: ignore[attr-defined]
    assert "A new paper" in words(answer) and "Hopper" in words(answer)
    assert (Publication.objects.count(), Author.objects.count()) == (0, 0)
    assert [str(message) for message in get_messages(owner.get("/admin/").wsgi_request)] == []


def test_the_profile_and_what_stands_on_other_pages_are_shown_there(owner: Client) -> None:
    set_profile(bio="Old bio")
    HomeBlock.objects.create(kind="bio")
    assert "A *new* bio" not in words(preview(owner, Profile.objects.get(), {"bio": "A *new* bio"}))
    assert "A <em>new</em> bio" in words(preview(owner, Profile.objects.get(), {"bio": "A *new* bio"}))
    assert "Another degree" in words(preview(owner, make_cv_entry(), {"title": "Another degree"}))
    assert "A headed block" in words(preview(owner, HomeBlock.objects.get(), {"title": "A headed block"}))
    assert (Profile.objects.get().bio, CVEntry.objects.get().title) == ("Old bio", "A degree")


def test_a_path_in_any_script_is_previewed(owner: Client) -> None:
    assert "As typed" in words(preview(owner, make_page("/café/проект/"), {"title": "As typed"}))


def test_a_draft_is_previewed_as_a_draft(owner: Client) -> None:
    answer = preview(owner, make_news(visibility="draft"), {"title": "Typed"})
    assert "Only signed-in editors see this page." in words(answer)


def test_the_preview_of_a_form_with_errors_says_what_is_wrong(owner: Client) -> None:
    answer = preview(owner, make_page(title="As stored"), {"title": "", "path": "no path"})
    assert answer.status_code == 400  # type: ignore[attr-defined]
    assert "“no path” is not a path" in words(answer) and "This field is required." in words(answer)
    assert Page.objects.get().title == "As stored"


def test_who_may_not_save_may_not_preview(visitor: Client, writer: Client, assistant: Client) -> None:
    paper = make_publication(title="Secret words")
    url = f"{admin_url(paper, 'change')}preview/"
    for client, status in ((visitor, 302), (assistant, 403), (writer, 403)):
        answer = client.post(url, {"title": "Typed"})
        assert answer.status_code == status and "Secret words" not in words(answer)
    assert assistant.post(f"{admin_url(NewsItem, 'add')}preview/", {"title": "Typed"}).status_code == 403


def test_a_preview_needs_the_token_of_its_form(owner: Client) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = owner.cookies
    assert client.post(f"{admin_url(make_news(), 'change')}preview/", {"title": "x"}).status_code == 403
