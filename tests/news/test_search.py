"""What is searched in news, what a question finds, and that it stays true."""

from __future__ import annotations

import pytest
from django.test import Client

from academic import history, restoring
from academic.site.demo.records import fingerprint
from news.announcing import announce
from news.models import NewsItem
from tests.adminforms import save
from tests.everything import admin_url
from tests.factories import make_news, make_publication

pytestmark = pytest.mark.django_db


def is_found(question: str) -> bool:
    return NewsItem.objects.search(question).exists()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("PRIX", True),
        ("godel", True),
        ("Gödel prize", True),
        ("selfsupervised", True),
        ("self-supervised thermodynamique", True),
        ("thermo prix", True),
        ("dynamique", False),
        ("prix nobody", False),
        ("2025", False),
        ("%", False),
        ("_", False),
        ("", False),
    ],
)
def test_kicker_title_and_text_are_searched(question: str, expected: bool) -> None:
    make_news(kicker="Prix", title="The Gödel prize", body="For *self-supervised* thermodynamique.", slug="elsewhere")
    assert is_found(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("éngines", True),
        ("new engines", True),  # one word in the item, one in the title of the paper
        ("selfmade", True),
        ("机", True),
        ("lovelace", False),
        ("thermodynamique", False),
        ("ngines", False),
    ],
)
def test_the_title_of_its_paper_is_searched_and_no_more_of_the_paper(question: str, expected: bool) -> None:
    paper = make_publication(
        title="On Self-Made Engines 机器", authors=["Ada Lovelace"], abstract="La thermodynamique."
    )
    make_news(publication=paper, kicker="New")
    assert is_found(question) == expected


def test_the_title_of_a_paper_is_searched_as_it_is_now_and_where_it_is_shown() -> None:
    paper = make_publication(title="Engines")
    item = make_news(publication=paper, kicker="New")
    paper.title = "Looms"
    paper.save()
    assert is_found("looms") and not is_found("engines")
    item.title = "Ours"
    item.save()
    assert is_found("ours") and not is_found("looms")


def test_what_is_searched_follows_every_way_of_writing(owner: Client) -> None:
    save(owner, "/admin/news/newsitem/add/", {"title": "A prize", "kicker": "Academy", "body": "First"})
    item = NewsItem.objects.get()
    assert item.search_text == " academy a prize first "
    save(owner, admin_url(item, "change"), {"title": "A medal"})
    assert NewsItem.objects.get().search_text == " academy a medal first "
    restoring.restore(history.versions_of(item).last())
    assert NewsItem.objects.get().search_text == " academy a prize first "
    owner.post(admin_url(item, "delete"), {"post": "yes"})
    restoring.restore(history.deleted(NewsItem).get())
    assert NewsItem.objects.get().search_text == " academy a prize first "


def test_an_announcement_has_the_venue_among_its_words() -> None:
    announce(make_publication(title="Notes", venue="Scientific Memoirs"), "public")
    assert is_found("memoirs notes")


def test_what_a_list_leaves_unread_is_derived_on_saving() -> None:
    make_news(title="Old")
    item = NewsItem.objects.with_everything_shown().get()
    item.title = "New"
    item.save()
    assert NewsItem.objects.get().search_text == " new "


def test_it_is_no_content_of_its_own() -> None:
    """An edit that only a later version of the site made (filling the column) is nobody's edit."""
    item = make_news(title="Same")
    before = (history.fingerprint(item), fingerprint(item))
    NewsItem.objects.update(search_text="")
    assert (history.fingerprint(item), fingerprint(item)) == before
    assert "search_text" not in {field.name for field in history.kept_fields(NewsItem)}
