"""Downloads of a choice among the publications."""

from __future__ import annotations

import json

import pytest
import rispy
from django.test import Client

from publications.bibtex import read
from publications.models import Topic
from tests.factories import DRAFT, make_publication
from tests.test_pages import page_of

pytestmark = pytest.mark.django_db


def make_papers() -> None:
    topic = Topic.objects.create(name="Engines", slug="engines")
    for number, columns in enumerate(
        [
            {"kind": "article"},
            {"kind": "article", "year": 1999},
            {"kind": "book"},
            {"kind": "article", "visibility": DRAFT},
        ]
    ):
        topic.publications.add(make_publication(title=f"Work {number}", authors=["Ada Lovelace"], **columns))


def titles(client: Client, address: str) -> list[str]:
    body = client.get(address).content.decode()
    if ".bib" in address:
        return [entry.values["title"] for entry in read(body).entries]
    return [one["title"] for one in (rispy.loads(body) if ".ris" in address else json.loads(body))]


@pytest.mark.parametrize("form", ["bib", "ris", "json"])
def test_a_file_holds_what_its_list_shows(visitor: Client, form: str) -> None:
    make_papers()
    assert titles(visitor, f"/publications/type/article.{form}") == ["Work 0", "Work 1"]
    assert titles(visitor, f"/publications/type/article.{form}?year=1999") == ["Work 1"]
    assert titles(visitor, f"/publications/topic/engines.{form}") == ["Work 0", "Work 2", "Work 1"]
    assert titles(visitor, f"/publications.{form}?q=work+2") == ["Work 2"]
    assert titles(visitor, f"/publications/author/ada-lovelace.{form}") == ["Work 0", "Work 2", "Work 1"]


TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "json": "application/vnd.citationstyles.csl+json",
}


@pytest.mark.parametrize("form", TYPES)
def test_a_file_has_its_type_and_name_and_leads_back(visitor: Client, form: str) -> None:
    make_papers()
    response = visitor.get(f"/publications/type/article.{form}?year=1999")
    assert response["Content-Type"] == TYPES[form]
    assert response["Content-Disposition"] == f'attachment; filename="publications-article-1999.{form}"'
    assert response["Link"] == '<http://testserver/publications/type/article/>; rel="describes"; type="text/html"'
    assert visitor.get(f"/publications.{form}")["Content-Disposition"] == f'attachment; filename="publications.{form}"'


def test_a_choice_of_nothing_is_missing(visitor: Client) -> None:
    make_papers()
    for address in ("/publications/type/thesis.bib", "/publications/year/x.ris", "/publications/topic/none.json"):
        assert visitor.get(address).status_code == 404


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("/publications/", "/publications.bib"),
        ("/publications/type/article/", "/publications/type/article.bib"),
        ("/publications/type/article/?year=1999", "/publications/type/article.bib?year=1999"),
        ("/publications/?q=work&group=type", "/publications.bib?q=work"),
    ],
)
def test_a_list_links_its_files(visitor: Client, page: str, file: str) -> None:
    make_papers()
    assert f'href="{file}"' in page_of(visitor, page)
    assert len(titles(visitor, file)) > 0


def test_a_file_costs_the_same_for_one_and_three(visitor: Client, django_assert_num_queries: object) -> None:
    for number in (1, 2):
        for _ in range(number):
            make_publication(authors=["Ada Lovelace"], links=[("Code", "https://example.org/")])
        with django_assert_num_queries(6):  # type: ignore[operator]
            visitor.get("/publications/type/article.bib")
