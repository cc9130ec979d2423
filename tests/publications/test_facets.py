"""Choosing among publications: addresses, counts, words, groups, pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client

from publications.facets import Selection, facets
from publications.models import Author, Publication, Topic
from tests.factories import DRAFT, make_publication, set_profile

pytestmark = pytest.mark.django_db


def titles(client: Client, address: str) -> list[str]:
    html = client.get(address).content.decode()
    return re.findall(r'class="publication-title"><a[^>]*>([^<]*)</a>', html)


def counts(**chosen: str) -> dict[str, dict[str, int]]:
    found = facets(Selection(chosen), set_profile())
    return {facet.name: {value.label: value.count for value in facet.values} for facet in found}


@pytest.fixture
def three() -> None:
    make_publication(title="First", year=2023, kind="article", authors=["Ada Lovelace", "Paul Erdős"])
    make_publication(title="Second", year=2024, kind="conference", authors=["Ada Lovelace", "Paul Erdős"])
    third = make_publication(title="Third", year=2024, kind="article", status="submitted", authors=["Charles Babbage"])
    third.topics.add(Topic.objects.create(name="Engines", slug="engines"))
    make_publication(title="Hidden", year=2022, kind="patent", status="accepted", visibility=DRAFT)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/publications/type/article/", ["Third", "First"]),
        ("/publications/year/2024/", ["Second", "Third"]),
        ("/publications/topic/engines/", ["Third"]),
        ("/publications/author/paul-erdos/", ["Second", "First"]),
        ("/publications/status/submitted/", ["Third"]),
        ("/publications/year/2024/?type=article", ["Third"]),
        ("/publications/?year=2024&type=conference", ["Second"]),
        ("/publications/?year=2024&topic=none", []),
        ("/publications/?year=nonsense", []),
        ("/publications/?group=type", ["Third", "First", "Second"]),
    ],
)
def test_a_choice_lists_what_it_names(visitor: Client, three: None, address: str, expected: list[str]) -> None:
    assert titles(visitor, address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "/publications/type/nonsense/",
        "/publications/type/patent/",
        "/publications/year/1999/",
        "/publications/year/99999999999999999999/",
        "/publications/topic/none/",
        "/publications/author/charles-babbage/",
        "/publications/author/nobody/",
        "/publications/author/-/",
        "/publications/status/accepted/",
        "/publications/type/article/page/2/",
        "/publications/type/article/page/0/",
        "/publications/colour/red/",
    ],
)
def test_a_choice_of_nothing_does_not_exist(visitor: Client, three: None, address: str) -> None:
    """An author has a list from two papers on; drafts count for nothing."""
    assert visitor.get(address).status_code == 404


def test_values_are_counted_under_the_other_choices(three: None) -> None:
    assert counts() == {
        "type": {"Journal articles": 2, "Conference papers": 1},
        "year": {"2024": 2, "2023": 1},
    }
    assert counts(author="paul-erdos")["author"] == {"Paul Erdős": 2}
    assert counts(year="2024") == {
        "type": {"Journal articles": 1, "Conference papers": 1},
        "year": {"2024": 2, "2023": 1},
    }


def test_the_owner_is_no_choice(three: None) -> None:
    make_publication(authors=["Ada Lovelace", "Charles Babbage"])
    assert counts()["author"] == {"Charles Babbage": 2, "Paul Erdős": 2}


def test_the_first_choice_stands_in_the_path_further_ones_in_the_query() -> None:
    selection = Selection({"year": "2024", "type": "article"}, question="ein stein", is_by_type=True)
    assert selection.address == "/publications/type/article/?year=2024&q=ein+stein&group=type"
    assert selection.page_address(2) == "/publications/type/article/page/2/?year=2024&q=ein+stein&group=type"
    assert Selection({}).address == "/publications/"
    assert Selection({}).having("topic", "a-b").address == "/publications/topic/a-b/"
    assert Selection({"topic": "a-b"}).without("topic").page_address(3) == "/publications/page/3/"


def test_a_selection_is_what_its_address_says() -> None:
    query = QueryDict("year=2024&q=%20x%00&group=type&colour=red")
    assert Selection.of(query.dict(), {"type": "article"}) == Selection({"type": "article", "year": "2024"}, "x", True)


@pytest.mark.parametrize(
    ("address", "is_indexed"),
    [("/publications/", True), ("/publications/type/article/", True), ("/publications/?q=first", False),
     ("/publications/type/article/?year=2024", False), ("/publications/?group=type", False)],
)  # fmt: skip
def test_only_addresses_without_a_query_are_for_search_engines(
    visitor: Client, three: None, address: str, is_indexed: bool
) -> None:
    html = visitor.get(address).content.decode()
    assert ('content="noindex"' in html) != is_indexed


def test_pages_of_a_choice_keep_it(visitor: Client) -> None:
    for number in range(51):
        make_publication(title=f"T{number:02}", kind="article")
    html = visitor.get("/publications/type/article/").content.decode()
    assert 'href="/publications/type/article/page/2/" rel="next"' in html
    assert titles(visitor, "/publications/type/article/page/2/") == ["T50"]
    moved = visitor.get("/publications/type/article/page/1/?year=2024")
    assert (moved.status_code, moved["Location"]) == (301, "/publications/type/article/?year=2024")
    assert titles(visitor, "/publications/page/2/?q=t") == ["T50"]


def test_groups_are_headed_by_year_or_type(visitor: Client, three: None) -> None:
    def headings(address: str) -> list[str]:
        return re.findall(r'<h2 id="group-\d+">([^<]*)<', visitor.get(address).content.decode())

    assert headings("/publications/") == ["2024", "2023"]
    assert headings("/publications/?group=type") == ["Journal articles", "Conference papers"]


def test_selected_papers_open_the_list_and_no_other_page(visitor: Client, three: None) -> None:
    assert "section-selected" not in visitor.get("/publications/").content.decode()
    Publication.objects.filter(title="First").update(is_selected=True)
    assert titles(visitor, "/publications/") == ["First", "Second", "Third", "First"]
    assert titles(visitor, "/publications/type/article/") == ["Third", "First"]


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Ludwig van Beethoven", "ludwig-van-beethoven"),
        ("García-Márquez, Gabriel José", "gabriel-jose-garcia-marquez"),
        ("{Barnes and Noble}", "barnes-and-noble"),
        ("J. Müller", "j-muller"),
        ("李, 明", "李-明"),
    ],
)
def test_a_name_makes_a_slug_and_is_found_by_it(printed: str, slug: str) -> None:
    person = make_publication(authors=[printed]).authors.get()
    assert person.slug == slug
    assert list(Author.objects.named(slug)) == [person]


def test_a_name_is_not_found_by_a_part_of_it() -> None:
    make_publication(authors=["Ludwig van Beethoven"])
    assert [list(Author.objects.named(slug)) for slug in ("beethoven", "van-beethoven", "", "-", "a-" * 50)] == [[]] * 5


@pytest.mark.parametrize("slug", ["type", "year", "topic", "author", "status", "page"])
def test_words_of_addresses_are_no_slugs(slug: str) -> None:
    with pytest.raises(ValidationError, match="choose another"):
        make_publication(slug=slug).full_clean()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/publications/", 17),
        ("/publications/type/article/", 17),
        ("/publications/author/ada/", 20),
        ("/publications/?q=ada", 15),
    ],
)
def test_a_list_costs_the_same_queries_whatever_its_length(
    visitor: Client, number: int, address: str, queries: int, django_assert_num_queries: Any
) -> None:
    for place in range(1, 2 + number):  # with one alone there is nothing to choose
        paper = make_publication(kind="article", authors=["Ada", f"Babbage {place}"], links=[("A", "https://a.org/")])
        paper.topics.add(Topic.objects.create(name=f"T{place}", slug=f"t{place}"))
    visitor.get(address)
    with django_assert_num_queries(queries):
        visitor.get(address)


def test_words_found_often_are_listed_in_the_same_order_as_words_found_rarely(
    visitor: Client, three: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_publication(title="Still to come", year=None, status="submitted", authors=["Paul Erdős"])
    make_publication(title="A draft", visibility=DRAFT, authors=["Paul Erdős"])
    rarely = titles(visitor, "/publications/?q=erdos")
    monkeypatch.setattr("publications.facets.MANY", 3)  # with the draft, more have them
    assert isinstance(Selection.of({"q": "erdos"}, {}).found, list)
    assert titles(visitor, "/publications/?q=erdos") == rarely
    monkeypatch.setattr("publications.facets.MANY", 1)
    assert titles(visitor, "/publications/?q=erdos") == rarely == ["Still to come", "Second", "First"]
