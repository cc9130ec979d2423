"""The list of news, and that of a year: fifty to a page, each page with one address."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from news.models import NewsItem
from tests.factories import DRAFT, make_news, make_publication

pytestmark = pytest.mark.django_db

YEAR = "/news/year/2025/"


@pytest.fixture
def many() -> None:
    for number in range(101):
        make_news(title=f"Of 2025, {number}.", date=date(2025, 1, 1), position=number)
    make_news(title="Of 2024", date=date(2024, 12, 31))
    make_news(title="Of 2026", date=date(2026, 1, 1))


def titles(html: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"Of 20\d\d(?:, \d+)?", html.split("<ol")[1])))


def links(html: str) -> dict[str, str]:
    return {rel: address for address, rel in re.findall(r'<a href="([^"]+)" rel="(prev|next)">', html)}


def test_a_year_goes_on_over_its_pages(visitor: Client, many: None) -> None:
    pages = [visitor.get(path).content.decode() for path in (YEAR, f"{YEAR}page/2/", f"{YEAR}page/3/")]
    assert [titles(page) for page in pages] == [
        [f"Of 2025, {number}" for number in numbers] for numbers in (range(50), range(50, 100), range(100, 101))
    ]
    assert [links(page) for page in pages] == [
        {"next": f"{YEAR}page/2/"},
        {"prev": YEAR, "next": f"{YEAR}page/3/"},
        {"prev": f"{YEAR}page/2/"},
    ]
    assert "<title>News of 2025 – " in pages[0] and "<title>News of 2025 (2) – " in pages[1]
    assert '<link rel="canonical" href="http://testserver/news/year/2025/page/2/">' in pages[1]
    assert all('<a href="/news/year/2025/" aria-current="page">2025</a>' in page for page in pages)


def test_its_first_page_has_one_address_and_none_comes_after_the_last(visitor: Client, many: None) -> None:
    answer = visitor.get(f"{YEAR}page/1/")
    assert (answer.status_code, answer["Location"]) == (301, YEAR)
    others = (f"{YEAR}page/0/", f"{YEAR}page/4/", "/news/year/2024/page/2/", "/news/year/2023/")
    assert [visitor.get(path).status_code for path in others] == [404] * 4


def test_all_news_go_on_over_their_pages(visitor: Client, many: None) -> None:
    page = visitor.get("/news/page/2/").content.decode()
    assert links(page) == {"prev": "/news/", "next": "/news/page/3/"}
    assert visitor.get("/news/page/1/")["Location"] == "/news/"


def test_the_years_are_those_of_published_news() -> None:
    for day in (date(1999, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(2026, 1, 1)):
        make_news(date=day)
    make_news(date=date(2020, 1, 1), visibility=DRAFT)
    make_news(date=date(2021, 1, 1), publication=make_publication(visibility=DRAFT))
    with CaptureQueriesContext(connection) as asked:
        assert list(NewsItem.objects.published().years()) == [2026, 2024, 1999]
    assert "django_date_extract" not in asked.captured_queries[0]["sql"]  # Python, called for every row
