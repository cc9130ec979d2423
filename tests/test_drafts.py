"""What visitors may not see yet (or any more) is nowhere, its files included; once published it is everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from academic.models import HomeBlock, Link, MenuItem
from news.models import NewsItem

from .everything import make_document, make_picture
from .factories import make_cv_entry, make_links, make_news, make_page, make_publication, set_profile

PAGES = [
    "/",
    "/news/",
    "/news/year/2025/",
    "/publications/",
    "/publications/?q=sec",
    "/search/?q=sec",
    "/publications.bib",
    "/publications.ris",
    "/publications.json",
    "/projects/",
    "/teaching/",
    "/cv/",
    "/feed.xml",
    "/news/feed.xml",
    "/publications/feed.xml",
    "/sitemap.xml",
]
HIDDEN: dict[str, Callable[[], dict[str, Any]]] = {
    "draft": lambda: {"visibility": "draft"},
    "scheduled": lambda: {"publish_at": timezone.now() + timedelta(days=1)},
    "expired": lambda: {"expire_at": timezone.now() - timedelta(days=1)},
}

pytestmark = pytest.mark.django_db


@pytest.fixture(params=HIDDEN)
def how(request: pytest.FixtureRequest) -> str:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def secrets(how: str) -> dict[str, Any]:
    """One hidden thing of every kind that appears, with every kind of file, on a site that shows all it can."""
    hidden = HIDDEN[how]()
    set_profile()
    for position, kind in enumerate(["news", "selected", "recent"]):
        HomeBlock.objects.create(kind=kind, position=position)
    picture, document, declared = (
        make_picture(1),
        make_document("PDF"),
        make_document("Talk", "/publications/2018/t.pdf"),
    )
    page = make_page("/secret-page/", title="Secret page", is_project=True, picture=picture, **hidden)
    paper = make_publication(
        title="Secret paper", slug="secret-paper", pdf=document, picture=picture, is_selected=True, **hidden
    )
    link = make_links(paper, [("Slides", "https://example.org/secret-link")])[0]
    link.url, link.document = "", declared
    link.save()
    block = HomeBlock.objects.create(kind="publication", title="PhD", options={"publication": paper.pk}, position=9)
    return {
        "page": page,
        "paper": paper,
        "news": make_news(title="Secret news", slug="secret-news", **hidden),
        "announcement": make_news(publication=paper, kicker="Secret venue"),
        "pinned": make_news(title="Secret pinned", is_pinned=True, **hidden),
        "teaching": make_cv_entry(section="teaching", title="Secret course", **hidden),
        "degree": make_cv_entry(title="Secret degree", **hidden),
        "menu": MenuItem.objects.create(page=page, label="Secret menu"),
        "files": [picture, document, declared],
        "block": block,
    }


def publish(rows: dict[str, Any]) -> None:
    for row in rows.values():
        if isinstance(row, Model) and hasattr(row, "visibility"):
            row.visibility, row.publish_at, row.expire_at = "public", None, None  # type: ignore[attr-defined]
            row.save()


def addresses(rows: dict[str, Any]) -> list[str]:
    """Of hidden pages and files."""
    files = [file.get_absolute_url() for file in rows["files"]]
    renditions = [f"/media/{name}" for _width, name in rows["files"][0].renditions]
    by_name = [f"/media/{file.name}" for file in rows["files"]]
    pages = [rows[name].get_absolute_url() for name in ("page", "paper", "news", "announcement", "pinned")]
    return [*pages, "/publications/secret-paper/secret-paper.pdf", "/publications/secret-paper/secret-paper.bib",
            *files, *renditions, *by_name]  # fmt: skip


def test_hidden_things_are_nowhere_for_visitors(visitor: Client, secrets: dict[str, Any]) -> None:
    for path in PAGES:
        response = visitor.get(path)
        if path == "/news/year/2025/":
            assert response.status_code == 404
            continue
        assert response.status_code == 200, path
        assert b"secret" not in response.content.lower(), path
        assert b"2018/t.pdf" not in response.content, path
    for address in addresses(secrets):
        assert visitor.get(address).status_code == 404, address


def test_they_are_everywhere_once_published(visitor: Client, secrets: dict[str, Any]) -> None:
    publish(secrets)
    expected = {
        "/": ["Secret paper", "Secret news", "Secret venue", "Secret pinned", "Secret menu", "2018/t.pdf"],
        "/news/": ["Secret news", "Secret venue", "Secret pinned"],
        "/news/year/2025/": ["Secret news"],
        "/publications/": ["Secret paper", "2018/t.pdf"],
        "/publications/?q=sec": ["Secret paper"],
        "/search/?q=sec": ["Secret paper", "Secret news", "Secret page", "Secret degree", "Secret course"],
        "/publications.bib": ["Secret paper"],
        "/publications.ris": ["Secret paper"],
        "/publications.json": ["Secret paper"],
        "/projects/": ["Secret page"],
        "/teaching/": ["Secret course"],
        "/cv/": ["Secret degree", "Secret paper"],
        "/feed.xml": ["Secret news", "Secret paper"],
        "/news/feed.xml": ["Secret news"],
        "/publications/feed.xml": ["Secret paper"],
        "/sitemap.xml": ["/secret-paper/", "/secret-news/", "/secret-page/"],
    }
    assert set(expected) == set(PAGES)
    for path, words in expected.items():
        body = visitor.get(path).content.decode()
        assert [word for word in words if word.lower() not in body.lower()] == [], path
    for address in addresses(secrets):
        assert visitor.get(address).status_code == 200, address


def test_editors_see_hidden_pages_marked_and_kept_private(owner: Client, secrets: dict[str, Any]) -> None:
    for name in ("page", "paper", "news", "announcement", "pinned"):
        response = owner.get(secrets[name].get_absolute_url())
        assert response.status_code == 200, name
        assert response["Cache-Control"] == "no-store, private"
        assert b"notice-draft" in response.content, name
    for address in addresses(secrets)[5:]:
        answer = owner.get(address)
        assert answer.status_code == 200, address
        assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"], address


def test_published_pages_are_not_marked_as_drafts(owner: Client, visitor: Client) -> None:
    item = make_news()
    for client in (owner, visitor):
        assert b"notice-draft" not in client.get(item.get_absolute_url()).content


def test_an_assistant_for_news_sees_no_draft_paper(assistant: Client) -> None:
    paper = make_publication(visibility="draft", pdf=make_document())
    assert assistant.get(paper.get_absolute_url()).status_code == 404
    assert assistant.get(f"{paper.get_absolute_url()}{paper.slug}.bib").status_code == 404
    assert assistant.get(paper.pdf.get_absolute_url()).status_code == 404


def test_an_assistant_for_news_sees_draft_news(assistant: Client) -> None:
    assert assistant.get(make_news(visibility="draft").get_absolute_url()).status_code == 200


def test_a_file_that_a_public_thing_uses_too_is_public(visitor: Client) -> None:
    picture = make_picture()
    make_publication(visibility="draft", picture=picture)
    assert visitor.get(picture.get_absolute_url()).status_code == 404
    make_publication(picture=picture)
    assert visitor.get(picture.get_absolute_url()).status_code == 200


def test_news_about_a_draft_paper_waits_for_it(visitor: Client) -> None:
    paper = make_publication(visibility="draft")
    item = make_news(publication=paper)
    assert list(NewsItem.objects.published()) == []
    paper.visibility = "public"
    paper.save()
    assert visitor.get(item.get_absolute_url()).status_code == 200


def test_a_link_to_a_draft_page_shows_neither_link_nor_title(visitor: Client) -> None:
    secret = make_page("/secret/", title="Our unannounced result", visibility="draft")
    item = make_news(title="Something is coming")
    Link.objects.create(owner=item, page=secret)
    assert b"unannounced" not in visitor.get(item.get_absolute_url()).content
    assert b"unannounced" not in visitor.get("/news/").content
    secret.visibility = "public"
    secret.save()
    assert b"unannounced" in visitor.get(item.get_absolute_url()).content
    assert b"unannounced" in visitor.get("/news/").content
