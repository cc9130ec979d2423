"""The tags of a paper's page, of works of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from publications.bibtex import Name
from publications.formats import highwire

from .works import records, work


def test_all_tags_of_an_article() -> None:
    page = "https://ada.example.org/publications/epr/"
    assert highwire.tags(work("article"), url=page, pdf=f"{page}epr.pdf") == [
        ("citation_title", "Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ"),
        ("citation_author", "Einstein, A."),
        ("citation_author", "van der Podolsky, Boris"),
        ("citation_author", "King, Martin Luther Jr."),
        ("citation_author", "CERN"),
        ("citation_publication_date", "1935/5/15"),
        ("citation_journal_title", "Physical Review"),
        ("citation_volume", "47"),
        ("citation_issue", "10"),
        ("citation_issn", "0031-899X"),
        ("citation_firstpage", "777"),
        ("citation_lastpage", "780"),
        ("citation_doi", "10.1103/PhysRev.47.777"),
        ("citation_pmid", "123"),
        ("citation_language", "en"),
        ("citation_keywords", "quantum; theory"),
        ("citation_abstract_html_url", page),
        ("citation_pdf_url", f"{page}epr.pdf"),
    ]


CONTAINERS = {
    "article": {"citation_journal_title": "Physical Review"},
    "conference": {"citation_conference_title": "Advances in Neural Information Processing Systems"},
    "chapter": {"citation_inbook_title": "The Book"},
    "thesis": {"citation_dissertation_institution": "Erlangen"},
    "report": {"citation_technical_report_institution": "IBM"},
}
CONTAINER_TAGS = {name for tags in CONTAINERS.values() for name in tags}


@pytest.mark.parametrize("kind", ["article", "conference", "chapter", "thesis", "report", "preprint", "software"])
def test_a_work_has_the_tag_of_its_container_and_no_other(kind: str) -> None:
    found = dict(highwire.tags(work(kind)))
    assert {name: found[name] for name in found if name in CONTAINER_TAGS} == CONTAINERS.get(kind, {})


def test_a_book_is_known_by_its_isbn() -> None:
    book = replace(work("book"), authors=[Name("Knuth", "Donald E.")], isbn="978-0-201-03801-9, 0-201-03801-3")
    assert [value for name, value in highwire.tags(book) if name == "citation_isbn"] == [
        "978-0-201-03801-9",
        "0-201-03801-3",
    ]


def test_pages_that_count_are_no_place() -> None:
    assert "citation_firstpage" not in dict(highwire.tags(work("thesis")))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ((2010, 5, 12), "2010/5/12"),
        ((2010, 5, None), "2010/5"),
        ((2010, None, 12), "2010"),
        ((843, None, None), "0843"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: tuple[int, int | None, int | None], written: str) -> None:
    year, month, day = date
    dated = replace(work("article"), year=year, month=month, day=day)
    assert dict(highwire.tags(dated))["citation_publication_date"] == written


@pytest.mark.parametrize(
    ("column", "empty", "name"), [("title", " ", "title"), ("authors", [], "authors"), ("year", None, "date")]
)
def test_without_title_authors_or_year_there_is_no_tag_at_all(column: str, empty: object, name: str) -> None:
    bare = replace(work("article"), **{column: empty})
    assert (highwire.lacking(bare), highwire.tags(bare)) == ([name], [])


def test_a_group_is_the_author_where_no_person_is_named() -> None:
    found = highwire.tags(replace(work("article"), authors=[], collaboration="ATLAS Collaboration"))
    assert [value for name, value in found if name == "citation_author"] == ["ATLAS Collaboration"]


def test_marks_are_no_part_of_a_name() -> None:
    starred = replace(work("article"), authors=[Name("Lovelace", "Ada", marks="*")])
    assert dict(highwire.tags(starred))["citation_author"] == "Lovelace, Ada"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records)
def test_no_tag_is_empty_or_on_two_lines(record: object) -> None:
    for name, content in highwire.tags(record):  # type: ignore[arg-type]
        assert name.startswith("citation_") and content and content == " ".join(content.split())
