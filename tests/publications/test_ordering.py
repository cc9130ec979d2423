"""The keys of a long list, a page at a time, are those of the list."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.paginator import Paginator

from publications.models import Publication
from publications.ordering import NewestFirst
from tests.factories import DRAFT, make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def many() -> list[int]:
    """Keys in order: to appear, dated, undated."""
    for year, month, day, status in [
        (2020, None, None, ""), (None, None, None, "submitted"), (2020, 5, None, ""), (2020, 5, 2, ""),
        (None, None, None, ""), (2021, 1, 1, "accepted"), (None, 3, None, "inpress"), (2020, 5, 2, ""),
        (1999, 1, 1, ""),
    ]:  # fmt: skip
        make_publication(year=year, month=month, day=day, status=status)
    make_publication(visibility=DRAFT)
    return list(Publication.objects.published().newest_first().values_list("pk", flat=True))


def test_every_slice_is_that_of_the_whole_list(many: list[int]) -> None:
    keys = NewestFirst(Publication.objects.published())
    assert len(keys) == len(many) == 9
    assert list(keys) == many
    for first in range(11):
        for last in range(first, 12):
            assert keys[first:last] == many[first:last], (first, last)
    assert (keys[0], keys[8]) == (many[0], many[8])


@pytest.mark.parametrize("number", [0, 1, 2, 4, 9, 20, None])
def test_the_newest_are_the_first_of_the_list(
    many: list[int], number: int | None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1 if number != 0 else 0):
        rows = list(Publication.objects.published().newest(number).to_be_completed())
    assert [row.pk for row in rows] == many[:number]


def test_the_newest_of_some_are_of_those(many: list[int]) -> None:
    accepted = Publication.objects.published().filter(status="accepted")
    assert [row.status for row in accepted.newest()] == ["accepted"]
    assert list(Publication.objects.none().newest(3)) == []


def test_of_nothing_there_is_nothing() -> None:
    keys = NewestFirst(Publication.objects.published())
    assert (len(keys), keys[0:50]) == (0, [])


def test_pages_cover_it_once(many: list[int]) -> None:
    pages = Paginator(NewestFirst(Publication.objects.published()), 2)
    assert [key for page in pages for key in page.object_list] == many


def test_a_page_costs_three_queries(many: list[int], django_assert_num_queries: Any) -> None:
    """What is to appear, the number of the rest, the rest of the page."""
    with django_assert_num_queries(3):
        assert NewestFirst(Publication.objects.published())[2:4] == many[2:4]
