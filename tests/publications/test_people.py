"""Whose row a printed name belongs to."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from publications.bibtex.names import parse_person
from publications.models import Author
from publications.people import authors_for, columns_of, find_or_create_author, typed

pytestmark = pytest.mark.django_db


def make_author(printed: str) -> Author:
    return Author.objects.create(**columns_of(parse_person(printed)))


def found(printed: str) -> Author:
    return find_or_create_author(parse_person(printed))


@pytest.mark.parametrize(
    ("known", "printed"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Ada Lovelace", "Lovelace, Ada"),
        ("Ada Lovelace", "ADA LOVELACE"),
        ("Paul Erdős", "Paul Erdos"),
        ("Jean-Pierre Serre", "Jean Pierre Serre"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Lovelace, A. K.", "A K Lovelace"),
        ("Lovelace, A. K.", "AK Lovelace"),
        ("Ada Lovelace", "A. Lovelace"),
        ("Ada King Lovelace", "A. K. Lovelace"),
        ("Ada King Lovelace", "A. Lovelace"),
        ("Ada King Lovelace", "Ada K. Lovelace"),
        ("{CERN}", "{CERN}"),
        ("张三", "张三"),
    ],
)
def test_the_same_person(known: str, printed: str) -> None:
    author = make_author(known)
    assert found(printed) == author
    assert Author.objects.count() == 1


@pytest.mark.parametrize(
    ("known", "printed"),
    [
        ("Ada Lovelace", "Ada King Lovelace"),
        ("Ada King Lovelace", "Ada Lovelace"),
        ("A. Lovelace", "Ada Lovelace"),
        ("A. Lovelace", "A. K. Lovelace"),
        ("Ada Lovelace", "A. K. Lovelace"),
        ("Ada Lovelace", "Augusta Lovelace"),
        ("Ada Lovelace", "B. Lovelace"),
        ("Ada Lovelace", "Lovelace"),
        ("Ada Lovelace", "Lovelace, Jr, Ada"),
        ("{Lovelace}", "Lovelace"),
        ("Ada Lovelace", "Ada Byron"),
    ],
)
def test_somebody_else(known: str, printed: str) -> None:
    author = make_author(known)
    assert found(printed) != author
    assert Author.objects.count() == 2


def test_initials_that_two_people_share_are_a_person_of_their_own() -> None:
    known = [make_author("Ada Lovelace"), make_author("Anne Lovelace")]
    assert found("A. Lovelace") not in known
    assert found("A. Lovelace") == Author.objects.get(given="A.")


def test_initials_in_a_list_stand_for_the_full_name_in_it() -> None:
    names = [parse_person(name) for name in ("Lovelace, A.", "Babbage, Charles", "Ada Lovelace")]
    first, second, third = authors_for(names)
    assert first == third != second
    assert sorted(str(author) for author in Author.objects.all()) == ["Ada Lovelace", "Charles Babbage"]


def test_initials_in_a_list_are_not_torn_between_two_full_names() -> None:
    names = [parse_person(name) for name in ("A. Lovelace", "Ada Lovelace", "Anne Lovelace")]
    assert len(set(authors_for(names))) == 3


def test_namesakes_are_told_apart_by_nobody_so_the_first_is_taken() -> None:
    first, second = make_author("Wei Wang"), make_author("Wei Wang")
    assert found("Wei Wang") == first != second


def test_many_names_cost_few_queries() -> None:
    names = [parse_person(f"Given{number} Family{number}") for number in range(3000)]
    with CaptureQueriesContext(connection) as captured:
        assert len(set(authors_for(names))) == 3000
    assert len(captured) <= 40  # SQLite takes about 125 rows at once
    with CaptureQueriesContext(connection) as captured:
        authors_for(names)
    assert len(captured) <= 7


def test_a_name_that_is_too_long_is_cut() -> None:
    assert len(found(f"{'x' * 2000}, Ada").family) == 500


@pytest.mark.parametrize(
    ("printed", "as_typed"),
    [
        ("Lovelace, Ada", "Ada Lovelace"),
        ("van Beethoven, Ludwig", "Ludwig van Beethoven"),
        ("García Márquez, Gabriel", "García Márquez, Gabriel"),
        ("{ACME}", "{ACME}"),
        ("{Barnes and Noble}", "{Barnes and Noble}"),
        ("King, Jr., Martin Luther", "Martin Luther King, Jr."),
        ("张三", "张三"),
    ],
)
def test_a_name_is_typed_so_that_it_is_read_back(printed: str, as_typed: str) -> None:
    name = parse_person(printed)
    assert typed(name) == as_typed
    assert parse_person(typed(name)) == name
