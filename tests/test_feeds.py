"""The feeds and the sitemap, as feedparser and an XML reader find them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from academic.feeds import absolute_html
from news.models import NewsItem
from publications.models import Publication

from .factories import DRAFT, make_cv_entry, make_links, make_news, make_page, make_publication, set_profile

pytestmark = pytest.mark.django_db
FEEDS = ["/feed.xml", "/news/feed.xml", "/publications/feed.xml"]
ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = "Cells & <b>tissue</b> ]]> \x0b\x1f \ufffe </script> é 中"


def parsed(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(response.content, response_headers={"content-type": response["Content-Type"]})
    assert found.bozo == 0, (address, found.get("bozo_exception"))
    return found


def make_some() -> None:
    set_profile()
    paper = make_publication(
        title="On engines", authors=["Ada Lovelace"], month=9, year=1843, abstract="See [it](/x/)."
    )
    make_publication(title=NASTY, slug="nasty", venue=NASTY, abstract=NASTY, authors=["Ada Lovelace"])
    make_news(publication=paper, kicker="New", slug="new")
    make_news(title=NASTY, body=NASTY, slug="nasty", links=[("Page", "/there/")])
    make_publication(title="A secret", visibility=DRAFT)


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_atom_asks_for(visitor: Client, address: str) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2: id, title and updated, one author, a link to itself, unique ids."""
    make_some()
    root = ElementTree.fromstring(visitor.get(address).content)
    assert root.tag == f"{ATOM}feed"
    assert [len(root.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated", "author")] == [1, 1, 1, 1]
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver{address}"
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        assert [len(entry.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated", "link")] == [1, 1, 1, 1]
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids) > 1 and all(one.startswith("urn:uuid:") for one in ids)
    updated = {entry.findtext(f"{ATOM}updated") or "" for entry in entries}
    assert root.findtext(f"{ATOM}updated") == max(updated)


@pytest.mark.parametrize("address", FEEDS)
def test_no_text_breaks_a_feed(visitor: Client, address: str) -> None:
    make_some()
    found = parsed(visitor, address)
    assert any("Cells &" in entry.title and "中" in entry.title for entry in found.entries)
    assert "secret" not in str(found).lower()


def test_an_empty_feed_is_sound_and_does_not_change(visitor: Client) -> None:
    for address in FEEDS:
        assert parsed(visitor, address).feed.updated == "1970-01-01T00:00:00+00:00"


def test_an_entry_keeps_its_id_through_a_new_slug_title_and_domain(visitor: Client, settings: LazySettings) -> None:
    paper = make_publication(authors=["Ada Lovelace"])
    [before] = parsed(visitor, "/publications/feed.xml").entries
    paper.slug, paper.title = "another", "Another"
    paper.save()
    settings.SITE_URL = "https://ada.example.org"
    [after] = parsed(visitor, "/publications/feed.xml").entries
    assert after.id == before.id
    assert (after.link, after.title) == ("https://ada.example.org/publications/another/", "Another")
    assert parsed(visitor, "/feed.xml").entries[0].id == before.id


def test_a_scheduled_item_is_new_when_it_appears(visitor: Client) -> None:
    item = make_news(publish_at=timezone.now() + timedelta(days=2))
    assert parsed(visitor, "/news/feed.xml").entries == []
    NewsItem.objects.update(publish_at=timezone.now() - timedelta(minutes=1), updated=datetime(2020, 1, 1, tzinfo=UTC))
    item.refresh_from_db()
    [entry] = parsed(visitor, "/news/feed.xml").entries
    assert entry.updated.startswith(f"{item.publish_at:%Y-%m-%dT%H:%M}")


def test_news_change_with_the_paper_that_lends_them_its_title(visitor: Client) -> None:
    paper = make_publication(title="Before")
    make_news(publication=paper)
    later = timezone.now() + timedelta(hours=1)
    Publication.objects.update(title="After", updated=later)
    for address in ("/news/feed.xml", "/feed.xml"):
        [entry] = parsed(visitor, address).entries
        assert entry.title.endswith("After") and entry.updated.startswith(f"{later:%Y-%m-%dT%H:%M}")


def test_links_in_a_feed_lead_to_the_site_from_anywhere(visitor: Client) -> None:
    make_some()
    [entry] = [one for one in parsed(visitor, "/publications/feed.xml").entries if one.title == "On engines"]
    assert 'href="http://testserver/x/"' in entry.summary
    html = (
        '<a href="/a/">x</a> <img src="/m.png" srcset="/m-1.webp 1w"> <code>src="/no"</code> <a href="//o.org/">y</a>'
    )
    assert absolute_html(html) == (
        '<a href="http://testserver/a/">x</a> <img src="http://testserver/m.png"> <code>src="/no"</code> '
        '<a href="//o.org/">y</a>'
    )


def test_the_sitemap_says_when_each_page_changed(visitor: Client) -> None:
    def moment(year: int) -> datetime:
        return datetime(year, 5, 6, tzinfo=UTC)

    make_news(slug="n", date=date(2025, 1, 1))
    make_publication(slug="p")
    make_links(make_cv_entry(), [])
    make_page("/q/")
    NewsItem.objects.update(updated=moment(2021))
    Publication.objects.update(updated=moment(2022))
    make_publication(slug="secret", visibility=DRAFT)
    root = ElementTree.fromstring(visitor.get("/sitemap.xml").content)
    space = root.tag.removesuffix("urlset")
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in root}
    today = f"{timezone.now():%Y-%m-%d}"
    assert found == {
        "http://testserver/": "2022-05-06",
        "http://testserver/news/": "2021-05-06",
        "http://testserver/publications/": "2022-05-06",
        "http://testserver/projects/": today,
        "http://testserver/teaching/": today,
        "http://testserver/cv/": today,
        "http://testserver/news/n/": "2021-05-06",
        "http://testserver/publications/p/": "2022-05-06",
        "http://testserver/q/": today,
    }


def test_robots_may_read_everything_but_the_admin(visitor: Client) -> None:
    assert visitor.get("/robots.txt").content.decode() == (
        "User-agent: *\nDisallow: /admin/\n\nSitemap: http://testserver/sitemap.xml\n"
    )
