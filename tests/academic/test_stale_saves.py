"""Two windows on one row: the second save is refused with both versions, and nothing is lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from academic.models import Page, Profile
from publications.models import Author, Publication
from tests.adminforms import FormReader, errors_in, read_form, save
from tests.everything import admin_url
from tests.factories import make_cv_entry, make_news, make_page, make_publication

REFUSED = "__all__: Nothing was saved yet: this was changed in the meantime. Choose what should stay."


def form_in(response: HttpResponse) -> dict[str, Any]:
    reader = FormReader()
    reader.feed(response.content.decode())
    return {name: value for name, value in reader.data.items() if "__prefix__" not in name}


def differences(response: HttpResponse) -> list[tuple[str, str, str]]:
    return [tuple(one) for one in response.context["differences"]]  # type: ignore[attr-defined]


def test_the_second_save_is_refused_and_both_are_shown(owner: Client) -> None:
    page = make_page(title="Old", body="Old text")
    url = admin_url(page, "change")
    mine = read_form(owner, url)
    save(owner, url, {"title": "Theirs"})
    refused = owner.post(url, {**mine, "title": "Mine", "body": "My text"})
    assert (refused.status_code, errors_in(refused)) == (200, [REFUSED])  # type: ignore[arg-type]
    page.refresh_from_db()
    assert (page.title, page.body) == ("Theirs", "Old text")
    assert differences(refused) == [("Title", "Mine", "Theirs"), ("Text", "My text", "Old text")]  # type: ignore[arg-type]
    assert "owner saved this on" in refused.content.decode()


def test_keep_mine_saves_what_was_refused(owner: Client) -> None:
    page = make_page(title="Old")
    url = admin_url(page, "change")
    mine = read_form(owner, url)
    save(owner, url, {"title": "Theirs", "body": "Their text"})
    refused = owner.post(url, {**mine, "title": "Mine"})
    assert owner.post(url, form_in(refused)).status_code == 302  # type: ignore[arg-type]
    page.refresh_from_db()
    assert (page.title, page.body) == ("Mine", "")


def test_a_third_save_in_between_is_noticed_as_well(owner: Client) -> None:
    page = make_page(title="Old")
    url = admin_url(page, "change")
    mine = read_form(owner, url)
    save(owner, url, {"title": "Theirs"})
    refused = owner.post(url, {**mine, "title": "Mine"})
    Page.objects.update(title="A third")
    assert errors_in(owner.post(url, form_in(refused))) == [REFUSED]  # type: ignore[arg-type]
    assert Page.objects.get().title == "A third"


def test_rows_that_were_changed_added_and_removed_meanwhile(owner: Client) -> None:
    paper = make_publication(title="Old", authors=["Ada Lovelace", "Charles Babbage", "Mary Somerville"])
    url = admin_url(paper, "change")
    mine = read_form(owner, url)
    theirs = {"authorships-1-DELETE": "on", "authorships-3-name": "Grace Hopper", "authorships-3-position": "3"}
    save(owner, url, theirs)
    names = ["Ada Lovelace", "Mary Somerville", "Grace Hopper"]
    assert [row.printed for row in paper.authorships.all()] == names
    refused = owner.post(url, {**mine, "authorships-0-position": "1", "authorships-1-position": "0"})
    assert errors_in(refused) == [REFUSED]  # type: ignore[arg-type]
    assert [row.printed for row in paper.authorships.all()] == names
    assert owner.post(url, form_in(refused)).status_code == 302  # type: ignore[arg-type]
    assert [row.printed for row in paper.authorships.all()] == ["Charles Babbage", "Ada Lovelace", "Mary Somerville"]
    assert Author.objects.count() == 4


def test_only_a_link_changed_meanwhile(owner: Client) -> None:
    item = make_news(links=[("Code", "https://example.org/")])
    url = admin_url(item, "change")
    mine = read_form(owner, url)
    item.links.update(label="Source")
    refused = owner.post(url, {**mine, "title": "Mine"})
    assert errors_in(refused) == [REFUSED]  # type: ignore[arg-type]
    assert differences(refused)[1][1:] == ("1. Code, https://example.org/", "1. Source, https://example.org/")  # type: ignore[arg-type]


def test_what_was_deleted_meanwhile_can_be_made_anew(owner: Client) -> None:
    page = make_page(title="Old", path="/mine/")
    url = admin_url(page, "change")
    mine = read_form(owner, url)
    page.delete()
    refused = owner.post(url, {**mine, "title": "Mine", "body": "My text"})
    assert refused.status_code == 200
    assert "deleted in the meantime" in errors_in(refused)[0]  # type: ignore[arg-type]
    assert Page.objects.count() == 0
    owner.post(admin_url(Page, "add"), form_in(refused))  # type: ignore[arg-type]
    assert list(Page.objects.values_list("title", "body")) == [("Mine", "My text")]


def test_saving_twice_from_forms_that_are_fresh_is_never_refused(owner: Client) -> None:
    rows = [
        make_page(),
        make_news(),
        make_cv_entry(),
        make_publication(authors=["Ada Lovelace"]),
        Profile.objects.get(),
    ]
    for row in rows:
        for _ in range(2):
            save(owner, admin_url(row, "change"), {})


def test_who_may_only_look_gets_no_answer_to_a_stale_save(writer: Client, owner: Client) -> None:
    paper = make_publication(title="Secret", visibility="draft")
    mine = read_form(writer, admin_url(paper, "change"))
    Publication.objects.update(visibility="public")
    refused = writer.post(admin_url(paper, "change"), mine)
    assert refused.status_code == 403 and "Secret" not in refused.content.decode()
