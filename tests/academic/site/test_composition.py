"""What a site starts with when it has no demo."""

from __future__ import annotations

import pytest
from django.test import Client

from academic.models import HomeBlock, Link, MenuItem
from academic.site import composition, demo
from academic.site.first_start import prepare
from tests.factories import make_news, make_publication, set_profile

pytestmark = pytest.mark.django_db


def test_what_is_written_on_an_empty_site_is_on_the_homepage(visitor: Client) -> None:
    assert prepare(with_demo=False)
    set_profile(bio="I count on engines.")
    make_news(title="A prize")
    make_publication(title="Notes on the engine")
    home = visitor.get("/").content.decode()
    for words in ("Ada Lovelace", "I count on engines.", "A prize", "Notes on the engine", 'href="/publications/"'):
        assert words in home, words


def test_blocks_with_nothing_to_show_have_no_heading(visitor: Client) -> None:
    composition.compose()
    home = visitor.get("/").content.decode()
    assert "Research interests" not in home and "Recent publications" not in home


def test_headings_are_in_the_language_of_the_profile() -> None:
    set_profile(language="fr")
    composition.compose()
    assert HomeBlock.objects.get(kind="bio").title == ""
    assert HomeBlock.objects.count() == 4


def test_an_own_composition_is_left_alone() -> None:
    HomeBlock.objects.create(kind="text")
    composition.compose()
    composition.discard()
    assert [block.kind for block in HomeBlock.objects.all()] == ["text"]
    assert not MenuItem.objects.exists()


def test_the_demo_replaces_the_usual_composition_unless_it_was_changed() -> None:
    composition.compose()
    demo.load()
    assert [block.kind for block in HomeBlock.objects.all()][-1] == "publication"
    demo.clear()
    block = HomeBlock.objects.get(kind="recent")
    Link.objects.create(owner=block, url="https://example.org/")
    demo.load()
    assert [block.kind for block in HomeBlock.objects.all()] == ["bio", "interests", "news", "recent"]
