"""The CV: entries by section, then what was written, then what was said."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories import DRAFT, make_cv_entry, make_publication

pytestmark = pytest.mark.django_db


def test_sections_papers_and_talks_follow_each_other(visitor: Client) -> None:
    make_cv_entry(section="teaching", title="Engines for beginners", start_year=2021)
    make_cv_entry(section="education", title="PhD", start_year=2014)
    make_cv_entry(section="award", title="A prize", visibility=DRAFT)
    make_publication(title="A paper", slug="paper", kind="article", year=2020)
    make_publication(title="A talk", slug="talk", kind="talk", year=2024)
    make_publication(title="A later paper", slug="later", kind="conference", year=2022)
    page = visitor.get("/cv/").content.decode()
    shown = re.findall(r'<h2[^>]*>([^<]+)|<h3[^>]*>([^<]+)|entry-title">([^<]+)|class="title"[^>]*>([^<]+)', page)
    assert ["".join(words) for words in shown] == [
        *("Education", "PhD", "Teaching", "Engines for beginners"),
        *("Publications", "2022", "A later paper", "2020", "A paper"),
        *("Talks", "2024", "A talk"),
    ]


def test_without_any_there_is_no_empty_list(visitor: Client) -> None:
    make_cv_entry(section="education", title="PhD", start_year=2014)
    assert re.findall(r"<h2[^>]*>([^<]+)", visitor.get("/cv/").content.decode()) == ["Education"]
