"""The demo on a site that has content already, or never had a demo."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client

from academic.models import HomeBlock, Profile
from academic.site import demo
from academic.site.demo import content
from news.models import NewsItem
from tests.factories import make_news, make_page, make_publication, set_profile

from .rows import everything

pytestmark = pytest.mark.django_db


def test_load_leaves_what_the_site_has() -> None:
    set_profile(headline="Welcome")
    mine = make_page("/contact/", title="My contact")
    paper = make_publication(
        title="Negative Evidence Matters in Interpretable Histology Image Classification", arxiv_id="2201.02445"
    )
    HomeBlock.objects.create(kind="bio")
    before = everything()
    summary = demo.load()
    after = everything()
    for label, rows in before.items():
        assert [row for row in after[label] if row["id"] in {old["id"] for old in rows}] == rows
    assert Profile.objects.get().photo is None
    assert HomeBlock.objects.count() == 1
    assert "left as it was: the profile" in summary.kept
    demo.clear()
    assert everything() == before
    assert (mine.title, paper.citation_key) == ("My contact", "key1")


def test_load_does_not_announce_twice() -> None:
    make_news(date=date(2022, 8, 1), title=content.NEWS[-4].title)
    demo.load()
    assert NewsItem.objects.filter(date=date(2022, 8, 1)).count() == 1


def test_clear_without_a_demo_does_nothing() -> None:
    make_news()
    set_profile()
    before = everything()
    demo.clear()
    assert everything() == before


def test_site_without_demo_content_is_indexed(settings: LazySettings) -> None:
    settings.SITE_IS_LOCAL = False
    assert "noindex" not in Client().get("/").content.decode()


def test_commands_say_what_they_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_demo")
    assert "23 news" in capsys.readouterr().out
    call_command("load_demo")
    assert capsys.readouterr().out == "The demo is loaded already; nothing was changed.\n"
    call_command("clear_demo")
    assert "23 news" in capsys.readouterr().out
    call_command("clear_demo")
    assert capsys.readouterr().out == "There is no demo to clear.\n"
