"""From a public page to its form; and forms that cost no more queries with more rows."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from academic.models import Profile
from tests.everything import admin_url, make_document
from tests.factories import make_news, make_page, make_publication


@pytest.mark.parametrize("make", [make_news, make_page, make_publication])
def test_a_page_leads_editors_to_its_form_and_visitors_nowhere(owner: Client, visitor: Client, make: Any) -> None:
    row = make()
    address, form = row.get_absolute_url(), f'href="{admin_url(row, "change")}"'
    shown = owner.get(address)
    assert form in shown.content.decode() and shown["Cache-Control"] == "no-store, private"
    assert "/admin/" not in visitor.get(address).content.decode()


def test_the_home_page_leads_to_the_profile(owner: Client, visitor: Client) -> None:
    assert f'href="{admin_url(Profile.objects.get(), "change")}"' in owner.get("/").content.decode()
    assert "/admin/" not in visitor.get("/").content.decode()


@pytest.mark.parametrize("page", ["change", "history"])
def test_a_form_with_more_rows_costs_no_more_queries(owner: Client, page: str) -> None:
    few = make_publication(authors=["Ada Lovelace"], links=[("Code", "https://example.org/1")], pdf=make_document())
    many = make_publication(
        authors=["Ada Lovelace", "Charles Babbage", "Mary Somerville"],
        links=[(f"Link {number}", f"https://example.org/{number}") for number in range(3)],
        pdf=make_document("Other"),
    )
    counts = []
    for row in (few, few, many):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert owner.get(admin_url(row, page)).status_code == 200
        counts.append(len(queries))
    assert counts[1] == counts[2]
