"""Announcing a paper: one tick, or many at once, makes the news that point at it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from news.announcing import announce
from news.models import NewsItem
from publications.models import Publication
from tests.adminforms import read_form, save
from tests.everything import admin_url
from tests.factories import DRAFT, make_publication

pytestmark = pytest.mark.django_db

ADD = "/admin/publications/publication/add/"
LIST = "/admin/publications/publication/"


def told(item: NewsItem) -> tuple[str, str, str, str]:
    return item.kicker, item.shown_title, item.title, item.visibility


def make_helper(*permissions: str) -> Client:
    user = User.objects.create_user("helper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def bulk(client: Client, *papers: Publication) -> list[str]:
    chosen = {"action": "announce", "_selected_action": [paper.pk for paper in papers]}
    answer = client.post(LIST, chosen, follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_one_tick_announces_a_new_paper(owner: Client, visitor: Client) -> None:
    save(owner, ADD, {"title": "Notes", "venue": "Memoirs", "announce": "on"})
    item = NewsItem.objects.get()
    assert told(item) == ("Memoirs", "Notes", "", "public")
    assert (item.date, item.publication) == (timezone.localdate(), Publication.objects.get())
    assert "Notes" in visitor.get("/news/").content.decode()


def test_without_the_tick_nothing_is_announced(owner: Client) -> None:
    assert "announce" not in read_form(owner, ADD)
    save(owner, ADD, {"title": "Notes"})
    assert NewsItem.objects.count() == 0


def test_a_paper_that_is_there_is_announced_and_the_answer_leads_to_the_news(owner: Client) -> None:
    paper = make_publication(title="Notes", venue_short="SciMem")
    answer = owner.post(admin_url(paper, "change"), read_form(owner, admin_url(paper, "change")) | {"announce": "on"})
    item = NewsItem.objects.get()
    messages = [str(message) for message in owner.get(answer["Location"]).context["messages"]]
    assert f'<a href="{admin_url(item, "change")}">It is announced in the news.</a>' in messages


def test_a_preprint_and_then_the_paper_are_two_announcements_and_no_more(db: None) -> None:
    paper = make_publication(title="Notes", kind="preprint", arxiv_id="2401.00001", venue="arXiv")
    assert told(announce(paper, "public") or NewsItem()) == ("New arXiv", "Notes", "", "public")
    assert announce(paper, "public") is None
    paper.kind, paper.venue = "article", "Memoirs"
    paper.save()
    assert told(announce(paper, "public") or NewsItem()) == ("Memoirs", "Notes", "", "public")
    assert announce(paper, "public") is None
    assert [item.kicker for item in NewsItem.objects.order_by("pk")] == ["New arXiv", "Memoirs"]


def test_the_news_of_a_draft_waits_for_it(owner: Client, visitor: Client) -> None:
    save(owner, ADD, {"title": "Secret notes", "visibility": "draft", "announce": "on"})
    assert "Secret" not in visitor.get("/news/").content.decode()
    Publication.objects.update(visibility="public")
    assert "Secret notes" in visitor.get("/news/").content.decode()


def test_many_are_announced_at_once_and_none_twice(owner: Client) -> None:
    papers = [make_publication(venue_short="A"), make_publication(venue_short="B"), make_publication(venue_short="C")]
    announce(papers[0], "public")
    assert bulk(owner, *papers) == ["2 are announced in the news.", "1 was announced before."]
    assert sorted(NewsItem.objects.values_list("kicker", flat=True)) == ["A", "B", "C"]


def test_who_may_not_add_news_announces_nothing(db: None) -> None:
    paper = make_publication()
    helper = make_helper("view_publication", "change_publication", "publish_publication")
    url = admin_url(paper, "change")
    assert "Announce it" not in helper.get(url).content.decode()
    save(helper, url, {"announce": "on"})
    bulk(helper, paper)
    assert NewsItem.objects.count() == 0


def test_who_may_not_publish_news_announces_as_a_draft(db: None) -> None:
    paper = make_publication(visibility=DRAFT)
    helper = make_helper("change_publication", "add_newsitem")
    save(helper, admin_url(paper, "change"), {"announce": "on"})
    assert NewsItem.objects.get().visibility == DRAFT
