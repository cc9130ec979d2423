"""The admin's start page: counts, what waits, what needs care, four buttons, and the way from the demo."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from academic.models import Profile
from academic.site import demo
from academic.site.models import DemoRecord
from publications.models import Publication
from tests.factories import DRAFT, make_cv_entry, make_news, make_page, make_publication, set_profile

pytestmark = pytest.mark.django_db

START = "/admin/"
LATER = datetime(2100, 1, 1, tzinfo=UTC)
QUERIES = 36


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def section(client: Client, heading: str) -> str:
    """The words of one section."""
    html = client.get(START).content.decode()
    found = re.search(rf'<section[^>]* aria-labelledby="{heading}-heading">(.*?)</section>', html, re.DOTALL)
    return words_of(found[1]) if found else ""


def test_it_counts_what_is_public_what_waits_and_what_is_scheduled(owner: Client) -> None:
    make_publication()
    make_publication(visibility=DRAFT)
    make_publication(publish_at=LATER)
    make_news(visibility=DRAFT)
    make_news(expire_at=datetime(2001, 1, 1, tzinfo=UTC))
    assert section(owner, "counts") == (
        "What visitors see 1 publications 1 draft 1 scheduled 0 news 1 draft 0 pages 0 CV entries"
    )


def test_drafts_and_scheduled_things_are_opened_from_here(owner: Client) -> None:
    paper = make_publication(title="Draft paper", visibility=DRAFT)
    make_news(title="Coming", publish_at=LATER)
    assert section(owner, "waiting") == (
        "Drafts, and what is scheduled Coming 01/01/2100 midnight Draft paper publication"
    )
    html = owner.get(START).content.decode()
    assert f'<a href="/admin/publications/publication/{paper.pk}/change/">Draft paper</a>' in html


def test_it_says_what_needs_care(owner: Client) -> None:
    assert section(owner, "care") == "What needs care Nothing. Everything is as it should be."
    make_page(body="[x](/gone/) [y](/gone/)")
    assert section(owner, "care") == "What needs care Links and pictures that lead nowhere 2"


def buttons(client: Client) -> list[tuple[str, str]]:
    html = client.get(START).content.decode()
    row = re.search(r'<p class="nutshell-buttons nutshell-first">(.*?)</p>', html, re.DOTALL)
    return re.findall(r'href="([^"]+)">([^<]+)<', row[1]) if row else []


def test_four_buttons_or_those_one_may_press(owner: Client, assistant: Client) -> None:
    assert buttons(owner) == [
        ("/admin/news/newsitem/add/", "Add news"),
        ("/admin/publications/publication/add/", "Paste BibTeX"),
        ("/admin/academic/profile/1/change/", "Edit profile"),
        ("/", "View site"),
    ]
    assert buttons(assistant) == [("/", "View site")]


def test_an_assistant_is_shown_what_is_theirs(assistant: Client) -> None:
    make_publication(title="Secret", visibility=DRAFT)
    make_news(title="Mine", visibility=DRAFT)
    body = assistant.get(START).content.decode()
    assert "Mine" in body and "Secret" not in body
    assert section(assistant, "counts") == "What visitors see 0 news 1 draft"


def test_more_rows_cost_no_more_queries(owner: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for rows in (1, 3):
        for number in range(rows):
            make_publication(visibility=DRAFT)
            make_news(publication=make_publication(), visibility=DRAFT)
            make_page(f"/{rows}/{number}/", publish_at=LATER, body="[x](/gone/)")
            make_cv_entry(visibility=DRAFT)
        with django_assert_num_queries(QUERIES):
            owner.get(START)


# Make it yours -------------------------------------------------------------------------------------------------------


def steps(client: Client) -> list[tuple[str, bool]]:
    html = client.get(START).content.decode()
    found: list[Any] = re.findall(r"<li( class=\"nutshell-done\")?>\s*<a href=\"([^\"]+)\">", html)
    return [(url, bool(done)) for done, url in found if url in PATH]


PATH = ("/admin/academic/profile/1/change/", "/admin/publications/importrun/add/", "/admin/clear-demo/")


def test_the_demo_is_left_in_three_steps(owner: Client) -> None:
    demo.load()
    profile, papers, clear = PATH
    assert steps(owner) == [(profile, False), (papers, False), (clear, False)]
    set_profile()
    make_publication(title="My own", authors=["Ada Lovelace"])
    assert steps(owner) == [(profile, True), (papers, True), (clear, False)]
    answer = owner.post(clear, follow=True)
    assert answer.redirect_chain == [("/admin/", 302)]
    assert steps(owner) == []
    assert [paper.title for paper in Publication.objects.all()] == ["My own"]
    assert (Profile.objects.get().name, DemoRecord.objects.exists()) == ("Ada Lovelace", False)
    told = [str(message) for message in answer.context["messages"]]
    assert "kept: given name of the profile (it was edited)" in told


def test_an_empty_site_begins_with_the_profile(owner: Client) -> None:
    assert steps(owner) == [(PATH[0], False), (PATH[1], False)]


def test_looking_at_the_question_clears_nothing_and_helpers_are_not_asked(owner: Client, assistant: Client) -> None:
    demo.load()
    assert owner.get(PATH[2]).status_code == 200
    assert assistant.post(PATH[2]).status_code == 403
    assert steps(assistant) == []
    assert DemoRecord.objects.exists()
