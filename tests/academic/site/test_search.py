"""Searching the whole site."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from academic.site.search import MOST, search
from tests.factories import make_cv_entry, make_news, make_page, make_publication

pytestmark = pytest.mark.django_db


def found(question: str) -> dict[str, list[str]]:
    return {hits.heading: [hit.title for hit in hits.hits] for hits in search(question)}


@pytest.fixture(autouse=True)
def engines() -> None:
    paper = make_publication(title="Analytical engines", authors=["Ada Lovelace"], venue="Memoirs", year=1843)
    make_news(title="An éngine is open", date=date(2025, 1, 1))
    make_news(title="", publication=paper, kicker="New", date=date(2024, 1, 1))
    make_page("/machine/", title="A machine", body="All about the *engine*.", summary="Cogs")
    make_cv_entry(title="Engineering prize", organisation="Royal Society", start_year=1840)
    make_cv_entry(title="Degree in mathematics")


def test_every_kind_is_searched_without_case_and_accents() -> None:
    assert found("ENGINE") == {
        "Publications": ["Analytical engines"],
        "Pages": ["A machine"],
        "News": ["An éngine is open", "Analytical engines"],
        "Curriculum vitae": ["Engineering prize"],
    }
    assert found("royal prize") == {"Curriculum vitae": ["Engineering prize"]}
    assert found("lovelace") == {"Publications": ["Analytical engines"]}


@pytest.mark.parametrize("question", ["", "  ", "%", "nothing", "engine nothing", "\x00", "'; DROP TABLE"])
def test_nothing_is_found_of_nothing(question: str) -> None:
    assert found(question) == {}


def test_the_page_works_as_a_plain_form_and_is_not_indexed(visitor: Client) -> None:
    empty = visitor.get("/search/").content.decode()
    assert '<form class="search" action="/search/" method="get">' in empty and 'content="noindex"' in empty
    assert "Nothing matches" not in empty
    html = visitor.get("/search/?q=%22%3Eengine").content.decode()
    assert 'value="&quot;&gt;engine"' in html
    assert 'href="/machine/"' in html and 'href="/cv/#entry-' in html
    assert 'id="entry-' in visitor.get("/cv/").content.decode()
    assert "Nothing matches" in visitor.get("/search/?q=zzz").content.decode()


def test_more_papers_are_where_papers_are_searched() -> None:
    for number in range(MOST + 1):
        make_publication(title=f"Loom {number}")
    (papers,) = search("loom")
    assert (len(papers.hits), papers.more) == (MOST, "/publications/?q=loom")


def test_only_the_news_that_are_shown_are_fetched_and_of_them_what_is_shown(django_assert_num_queries: Any) -> None:
    for number in range(MOST + 2):
        make_news(title=f"Loom {number}", body="Long", date=date(2025, 1, 1 + number))
    with django_assert_num_queries(4) as asked:
        (news,) = search("loom")
    assert [hit.title for hit in news.hits] == [f"Loom {number}" for number in range(MOST + 1, 1, -1)]
    (sql,) = [query["sql"] for query in asked.captured_queries if 'FROM "news_newsitem"' in query["sql"]]
    assert sql.endswith(f"LIMIT {MOST}") and '"body"' not in sql and '"abstract"' not in sql


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_costs_the_same_queries_whatever_it_finds(
    visitor: Client, number: int, django_assert_num_queries: Any
) -> None:
    for place in range(number):
        make_news(title="", publication=make_publication(title=f"Engine {place}"))
        make_page(f"/engine-{place}/", title="Engine")
        make_cv_entry(title="Engine")
    with django_assert_num_queries(8):
        visitor.get("/search/?q=engine")
