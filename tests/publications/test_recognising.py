"""Names as they are typed: who is known, who is suggested, and who may ask."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from academic.models import Profile
from publications.recognising import recognised, suggestions
from tests.factories import make_publication, set_profile

URL = "/admin/publications/publication/names/"

pytestmark = pytest.mark.django_db


def test_each_name_is_told_what_is_known_of_it() -> None:
    profile = set_profile()
    make_publication(authors=["Ada Lovelace", "Paul Erdős"])
    make_publication(authors=["Paul Erdős", "Grace Hopper"])
    names = ["Erdos, P.", "Hopper, Grace", "Nobody, Known", "A. Lovelace"]
    assert recognised(names, profile) == ["known, 2 papers", "known, 1 paper", "new here", "you"]


def test_people_are_suggested_by_any_part_of_the_name_most_papers_first() -> None:
    make_publication(authors=["Paul Erdős", "Ludwig van Beethoven", "Ernst Erdmann"])
    make_publication(authors=["Ernst Erdmann"])
    assert suggestions("erd") == ["Ernst Erdmann", "Paul Erdős"]
    assert suggestions("erdos pa") == ["Paul Erdős"]
    assert suggestions("beeth") == ["Ludwig van Beethoven"]
    assert (suggestions(""), suggestions(" , "), suggestions("xyz")) == ([], [], [])


def test_many_names_cost_no_more_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    people = [f"Grace Hopper{number}" for number in range(40)]
    make_publication(authors=people)
    for names in (people[:1], people):
        with django_assert_num_queries(2):
            recognised(names, Profile())


def test_the_address_answers_both_and_only_those_who_edit_papers(owner: Client, assistant: Client) -> None:
    make_publication(authors=["Paul Erdős"])
    answer = owner.get(URL, {"name": ["Paul Erdős", "x" * 5000, ""], "term": "erd"})
    assert answer.json() == {"known": ["known, 1 paper", "new here", "new here"], "suggestions": ["Paul Erdős"]}
    assert assistant.get(URL, {"term": "erd"}).status_code == 403
