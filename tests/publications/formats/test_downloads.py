"""The files of references visitors and the command get."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
import rispy
from django.core.management import call_command
from django.test import Client

from publications.models import Publication
from tests.everything import make_document
from tests.factories import DRAFT, make_links, make_page, make_publication

pytestmark = pytest.mark.django_db

FILES = ("/publications/{0}/{0}.ris", "/publications/{0}/{0}.json")
LISTS = ("/publications.ris", "/publications.json")


def make_paper() -> Publication:
    paper = make_publication(
        slug="notes", title="Notes", citation_key="ada1843", kind="article", venue="Memoirs", year=1843, month=9,
        pages="666–731", authors=["Lovelace, Ada", "{Analytical Society}"], pdf=make_document("Notes"),
        extra={"comment": "secret"}, links=[("Code", "https://example.org/code"), ("Errata", "/errata/")],
    )  # fmt: skip
    slides, page = make_links(paper, [("Slides", "x"), ("Project", "x")])
    slides.url, slides.document = "", make_document("Talk", "/publications/1843/talk.pdf")
    page.url, page.page = "", make_page("/hidden/", visibility=DRAFT)
    slides.save()
    page.save()
    return paper


def test_ris_of_a_paper(visitor: Client) -> None:
    make_paper()
    response = visitor.get("/publications/notes/notes.ris")
    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert response.content.decode().split("\r\n") == [
        "TY  - JOUR",
        "AU  - Lovelace, Ada",
        "AU  - Analytical Society",
        "TI  - Notes",
        "T2  - Memoirs",
        "JF  - Memoirs",
        "PY  - 1843",
        "DA  - 1843/09//",
        "SP  - 666",
        "EP  - 731",
        "UR  - http://testserver/publications/notes/",
        "UR  - https://example.org/code",
        "UR  - http://testserver/publications/1843/talk.pdf",
        "UR  - http://testserver/errata/",
        "L1  - http://testserver/publications/notes/notes.pdf",
        "ID  - ada1843",
        "ER  - ",
        "",
        "",
    ]


def test_csl_of_a_paper(visitor: Client) -> None:
    make_paper()
    response = visitor.get("/publications/notes/notes.json")
    assert response["Content-Type"] == "application/vnd.citationstyles.csl+json"
    assert json.loads(response.content) == [
        {
            "id": "ada1843",
            "citation-key": "ada1843",
            "type": "article-journal",
            "title": "Notes",
            "author": [{"family": "Lovelace", "given": "Ada"}, {"literal": "Analytical Society"}],
            "issued": {"date-parts": [[1843, 9]]},
            "container-title": "Memoirs",
            "page": "666-731",
            "URL": "http://testserver/publications/notes/",
            "custom": {
                "entrytype": "article",
                "pdf": "http://testserver/publications/notes/notes.pdf",
                "links": [
                    {"label": "Code", "url": "https://example.org/code"},
                    {"label": "Slides", "url": "http://testserver/publications/1843/talk.pdf"},
                    {"label": "Errata", "url": "http://testserver/errata/"},
                ],
            },
        }
    ]


def test_a_draft_is_hidden_until_it_is_published(visitor: Client, owner: Client) -> None:
    draft = make_publication(slug="draft", title="Secret draft", visibility=DRAFT)
    for address in FILES:
        assert visitor.get(address.format("draft")).status_code == 404
        seen = owner.get(address.format("draft"))
        assert (seen.status_code, seen["Cache-Control"]) == (200, "no-store, private")
    assert [b"Secret" in client.get(path).content for path in LISTS for client in (visitor, owner)] == [False] * 4
    draft.visibility = "public"
    draft.save()
    assert [b"Secret" in visitor.get(path).content for path in LISTS] == [True] * 2
    assert [visitor.get(address.format("draft")).status_code for address in FILES] == [200, 200]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_costs_the_same_for_one_and_three(
    visitor: Client, path: str, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    for number, more in enumerate([1, 2]):
        for one in range(more):
            make_publication(authors=["Ada Lovelace"], links=[("Code", f"https://example.org/{number}{one}")])
        with django_assert_num_queries(QUERIES):  # type: ignore[operator]
            visitor.get(path)


# Which ones in which order, they themselves, authorships, links, topics, entries.
QUERIES = 6


def test_lists_hold_every_public_paper_newest_first(visitor: Client) -> None:
    make_publication(title="Old", year=1999)
    make_publication(title="New", year=2024)
    assert [one["title"] for one in rispy.loads(visitor.get("/publications.ris").content.decode())] == ["New", "Old"]
    assert [one["title"] for one in json.loads(visitor.get("/publications.json").content)] == ["New", "Old"]


def exported(*arguments: str) -> str:
    out = StringIO()
    call_command("export_bibtex", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_writes_both_formats(tmp_path: Path) -> None:
    make_publication(title="Seen")
    make_publication(title="Draft", visibility=DRAFT)
    assert [one["title"] for one in rispy.loads(exported("--format", "ris"))] == ["Seen", "Draft"]
    assert [one["title"] for one in json.loads(exported("--format", "csl"))] == ["Seen", "Draft"]
    assert [one["title"] for one in json.loads(exported("--format", "csl", "--public"))] == ["Seen"]
    call_command("export_bibtex", str(tmp_path / "all.ris"), "--format", "ris")
    written = (tmp_path / "all.ris").read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n") > 5
