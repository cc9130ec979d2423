"""References as text on a paper's page."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from publications.export import public_references
from publications.models import Publication
from tests.factories import make_publication

pytestmark = pytest.mark.django_db
REFERENCE = re.compile(r"<dt id=\"style-\d\">(\w+)</dt><dd lang=\"en\"><p data-copied-text>(.*?)</p>")


def make_paper(**columns: Any) -> Publication:
    given = {"title": "Notes on the <Engine>", "kind": "article", "venue": "Memoirs", "volume": "3", "year": 1843}
    return make_publication(
        slug="notes",
        authors=["Lovelace, Ada", "{Analytical Society}"],
        links=[("Errata", "https://example.org/errata")],
        **given | columns,
    )


def test_a_page_has_the_reference_in_every_style(visitor: Client) -> None:
    make_paper()
    html = visitor.get("/publications/notes/").content.decode()
    assert dict(REFERENCE.findall(html)) == {
        "APA": "Lovelace, A., &amp; Analytical Society. (1843). Notes on the &lt;Engine&gt;. <i>Memoirs, 3</i>.",
        "MLA": "Lovelace, Ada, and Analytical Society. “Notes on the &lt;Engine&gt;.” <i>Memoirs</i>, vol. 3, 1843.",
        "Chicago": "Lovelace, Ada, and Analytical Society. 1843. “Notes on the &lt;Engine&gt;.” <i>Memoirs</i> 3.",
        "IEEE": "A. Lovelace and Analytical Society, “Notes on the &lt;Engine&gt;,” <i>Memoirs</i>, vol. 3, 1843.",
        "Vancouver": "Lovelace A; Analytical Society. Notes on the &lt;Engine&gt;. Memoirs. 1843;3.",
    }


def test_addresses_are_the_works_own_never_those_of_pages_about_it(visitor: Client) -> None:
    make_paper(kind="report", institution="Society")
    html = visitor.get("/publications/notes/").content.decode()
    assert "example.org/errata" in html
    for reference in dict(REFERENCE.findall(html)).values():
        assert "http" not in unescape(reference)


def test_they_cost_no_query_where_everything_was_fetched(django_assert_num_queries: Any) -> None:
    make_paper()
    paper = Publication.objects.with_everything_shown().get()
    with django_assert_num_queries(0):
        assert list(public_references(paper)) == ["APA", "MLA", "Chicago", "IEEE", "Vancouver"]
