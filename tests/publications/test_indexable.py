"""What keeps a paper out of Google Scholar, and that the admin says so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from publications import indexable
from publications.models import Publication
from tests.everything import admin_url, make_document
from tests.factories import DRAFT, make_publication

pytestmark = pytest.mark.django_db


def test_a_paper_with_authors_year_and_abstract_lacks_nothing() -> None:
    assert indexable.missing(make_publication(authors=["Ada Lovelace"], abstract="Of engines.")) == []


def test_every_lack_is_a_sentence() -> None:
    assert indexable.missing(make_publication(title="", year=None)) == [
        "It has no title.",
        "It has no author.",
        "It has no year.",
        "There is nothing to read: give it an abstract, or its PDF as a file.",
    ]


def test_a_pdf_stands_for_an_abstract_unless_it_is_too_large() -> None:
    document = make_document()
    paper = make_publication(authors=["Ada Lovelace"], pdf=document)
    assert indexable.missing(paper) == []
    document.size = 5_000_001
    assert indexable.missing(paper) == ["Its PDF is larger than 5 MB: Scholar does not read it."]


def test_a_group_is_an_author() -> None:
    assert indexable.missing(make_publication(collaboration="ATLAS Collaboration", abstract="Of jets.")) == []


@pytest.mark.parametrize("kind", ["software", "dataset", "talk", "poster", "online", "patent", "other"])
def test_works_scholar_never_lists_lack_nothing(kind: str) -> None:
    work = make_publication(kind=kind, year=None)
    assert indexable.missing(work) == []
    assert indexable.verdict(work, is_seen=True) == "Not a kind of work Google Scholar lists."


def test_it_costs_no_query_where_everything_was_fetched(django_assert_num_queries: Any) -> None:
    make_publication(authors=["Ada Lovelace"], pdf=make_document())
    paper = Publication.objects.with_everything_shown().get()
    with django_assert_num_queries(0):
        assert indexable.missing(paper) == []


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        ({"abstract": "Of engines."}, "It can."),
        ({"abstract": "Of engines.", "visibility": DRAFT}, "It can, once visitors see it."),
        ({"abstract": "Of engines.", "year": None}, "Not yet. It has no year."),
    ],
)
def test_the_form_of_a_paper_says_it(owner: Client, columns: dict[str, Any], line: str) -> None:
    paper = make_publication(authors=["Ada Lovelace"], **columns)
    body = owner.get(admin_url(paper, "change")).content.decode()
    assert f'<div class="readonly">{line}</div>' in body


def test_the_list_of_papers_marks_those_that_can(owner: Client) -> None:
    make_publication(title="Whole", authors=["Ada Lovelace"], abstract="Of engines.")
    make_publication(title="Bare")
    make_publication(title="Tool", kind="software")
    body = owner.get(admin_url(Publication, "changelist")).content.decode()
    marks = re.findall(r'field-in_scholar"><img src="/static/admin/img/icon-(\w+)\.svg', body)
    assert sorted(marks) == ["no", "unknown", "yes"]
