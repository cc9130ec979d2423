"""What the pages of an export have in common: made once, and never older than the page that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from types import SimpleNamespace

import pytest
from django.utils import timezone

from academic import shared
from academic.models import Page, Profile
from academic.shared import current, shared_value, sharing
from tests.factories import make_page


@pytest.fixture
def numbers() -> Iterator[int]:
    return count(1)


def test_nothing_is_kept_for_a_visitor(numbers: Iterator[int]) -> None:
    assert [shared_value("number", lambda: next(numbers)) for _ in range(2)] == [1, 2]
    assert current() is None


@pytest.mark.django_db
def test_a_value_and_a_text_are_made_once_in_an_export(numbers: Iterator[int]) -> None:
    with sharing() as pages:
        for _ in range(2):
            pages.look()
            assert shared_value("number", lambda: next(numbers)) == 1
        pages.keep_text("A text", "page", "1")
        assert (pages.text("page", "1"), pages.text("page", "2"), pages.text("page1")) == ("A text", None, None)
    assert current() is None
    assert shared_value("number", lambda: next(numbers)) == 2


@pytest.mark.django_db(transaction=True)
def test_every_change_of_content_forgets(numbers: Iterator[int]) -> None:
    make_page("/a/")
    with sharing() as pages:
        for change in (
            lambda: Page.objects.update(title="Another"),
            lambda: Profile.objects.update(tagline="Another"),
            lambda: Page.objects.all().delete(),
        ):
            pages.look()
            before = shared_value("number", lambda: next(numbers))
            pages.keep_text("A text", "page")
            change()
            pages.look()
            assert shared_value("number", lambda: next(numbers)) == before + 1
            assert pages.text("page") is None


@pytest.mark.django_db
def test_what_appears_by_itself_forgets(numbers: Iterator[int], monkeypatch: pytest.MonkeyPatch) -> None:
    moment = timezone.now() + timedelta(minutes=5)
    make_page("/later/", publish_at=moment)
    with sharing() as pages:
        for later, number in ((-1, 1), (0, 2)):
            monkeypatch.setattr(shared, "time", SimpleNamespace(time=lambda s=later: moment.timestamp() + s))
            pages.look()
            assert shared_value("number", lambda: next(numbers)) == number
