"""Hostile and broken requests: hosts, forgeries, bytes; and what the error pages say."""

from __future__ import annotations

import re
from typing import NoReturn

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.test import Client
from django.urls import URLPattern, get_resolver

from academic.models import Profile
from news.models import NewsItem
from publications.models import ImportRun

from .adminforms import errors_in, submit
from .everything import admin_url, make_one_of_everything, make_picture
from .factories import make_news, make_page, make_publication, set_profile

SECRETS = re.compile(rb"Traceback|Exception|settings|SECRET|a-key-for-tests|/work/|site-packages|django", re.IGNORECASE)
PUBLIC_PAGES = ["/", "/news/", "/publications/", "/projects/", "/teaching/", "/cv/", "/feed.xml", "/sitemap.xml"]

pytestmark = pytest.mark.django_db


# Host and origin ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PUBLIC_PAGES, "/admin/login/", "/no-such-page/"])
def test_another_host_is_refused(visitor: Client, path: str) -> None:
    response = visitor.get(path, HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert b"evil.example" not in response.content


def test_addresses_in_pages_are_those_of_site_url(visitor: Client, settings: LazySettings) -> None:
    make_publication()
    make_news()
    for path in PUBLIC_PAGES:
        body = visitor.get(path, HTTP_HOST="localhost").content.decode()
        assert "//localhost" not in body, path
    assert f'<link rel="canonical" href="{settings.SITE_URL}/news/">' in visitor.get("/news/").content.decode()


def post_routes() -> list[str]:
    """Every admin address that a form can be sent to."""
    rows = make_one_of_everything()
    of_rows = [admin_url(row, page) for row in rows.values() for page in ("changelist", "add", "change", "delete")]
    user = admin_url(rows[User], "change").replace("change", "password")
    run = admin_url(rows[ImportRun], "change")
    of_rows += [run.replace("change", page) for page in ("preview", "undo")]
    fixed = ["login", "logout", "password_change", "markdown/preview", "markdown/upload"]
    return [*of_rows, user, *(f"/admin/{page}/" for page in fixed)]


def test_nothing_is_accepted_without_the_token_or_from_elsewhere(settings: LazySettings) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("owner"))
    for path in post_routes():
        response = client.post(path, {"any": "thing"})
        assert response.status_code == 403, path
        assert b"The form could not be accepted" in response.content, path
    page = client.get("/admin/password_change/")
    token = page.cookies["csrftoken"].value
    for path in ["/admin/logout/", "/admin/markdown/preview/", "/admin/news/newsitem/add/"]:
        foreign = client.post(path, {"csrfmiddlewaretoken": token}, HTTP_ORIGIN="https://evil.example")
        assert foreign.status_code == 403, path
    assert client.post("/admin/logout/", {"csrfmiddlewaretoken": token}).status_code == 200


# Bytes -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/news/page/0/", 404),
        ("/news/page/99999/", 404),
        ("/news/page/99999999999999999999999999/", 404),
        ("/news/page/-1/", 404),
        ("/news/page/x/", 404),
        ("/news/page/1/", 301),
        ("/news/year/0/", 404),
        ("/news/year/2024/", 404),
        ("/news/year/99999999999999999999/", 404),
        ("/news/year/2025/page/0/", 404),
        ("/news/year/2025/page/1/", 301),
        ("/news/year/2025/page/2/", 404),
        ("/news/year/2024/page/1/", 301),
        ("/news/year/2025/page/99999999999999999999/", 404),
        ("/news/year/2025/page/x/", 404),
        ("/publications/page/0/", 404),
        ("/publications/page/x/", 404),
        ("/a%00b/", 400),
        ("/news/a%00b/", 400),
        ("/%00", 400),
        ("/publications/?type=%00", 400),
        ("/publications/?topic=a%00", 400),
        ("/publications/type/a%00/", 400),
        ("/publications.bib?author=%00", 400),
        ("/media/%00.png", 404),
        ("/media/../manage.py", 404),
        ("/media/%2e%2e/manage.py", 404),
        ("/%ff%fe/", 404),
        ("/publications/%c0%af/", 404),
        (f"/{'a' * 5000}/", 404),
        (f"/news/{'a' * 5000}/", 404),
        (f"/publications/{'a' * 300}/{'a' * 300}.pdf", 404),
        ("/?" + "a=b&" * 25_000, 200),
        ("/news/?q=%00&a=%ff", 200),
        ("/news/?page=%ff", 404),
        ("/news/?page=-1", 404),
    ],
)
def test_broken_addresses_are_refused_not_failed(visitor: Client, path: str, expected: int) -> None:
    make_news()
    assert visitor.get(path).status_code == expected


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "p=x",
        "p=99999",
        "p=-1",
        "visibility__exact=%00",
        "nonsense=1",
        "o=9.9.9",
        "date__year=x",
        "e=1",
        "q=%ff",
    ],
)
def test_broken_queries_in_the_admin_are_refused_not_failed(owner: Client, query: str) -> None:
    make_news()
    assert owner.get(f"/admin/news/newsitem/?{query}").status_code in {200, 302, 400, 404}


@pytest.mark.parametrize("key", ["0", "x", "99999999999999999999999", "%00", "1%2F2", "_5F"])
def test_rows_that_do_not_exist_are_missing(owner: Client, key: str) -> None:
    for page in ["change", "delete", "history"]:
        response = owner.get(f"/admin/news/newsitem/{key}/{page}/")
        assert response.status_code in {302, 404}, page


def test_posting_nonsense_to_every_form_is_a_form_error(owner: Client) -> None:
    for model, row in make_one_of_everything().items():
        for page in ("add", "change"):
            answer = owner.post(admin_url(row, page), {"title": "\x00", "date": "x", "position": "x", "family": "\x00"})
            assert answer.status_code in {200, 302, 403}, (model, page)


# Addresses in forms ------------------------------------------------------------------------------------------------

BAD_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "//evil.example",
    "/\\evil.example",
    "https:evil",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_addresses_that_run_or_mislead_are_form_errors(owner: Client, address: str) -> None:
    item, profile = make_news(), Profile.objects.get()
    menu = {"section": "", "url": address, "label": "x"}
    attempts = [
        (admin_url(item, "change"), {"title_link": address}, "title_link"),
        (admin_url(item, "change"), {"academic-link-content_type-object_id-0-url": address}, "url"),
        (admin_url(profile, "change"), {"affiliations-0-name": "Lab", "affiliations-0-url": address}, "url"),
        ("/admin/academic/menuitem/add/", menu, "url"),
        ("/admin/academic/redirect/add/", {"old_path": "/old/", "new_path": address}, "new_path"),
    ]
    for url, changes, field in attempts:
        response = submit(owner, url, changes)
        assert response.status_code == 200, (url, field)
        assert any(error.startswith(f"{field}: ") for error in errors_in(response)), (url, errors_in(response))


# Error pages -------------------------------------------------------------------------------------------------------


def broken(*args: object, **kwargs: object) -> NoReturn:
    raise ValueError("a secret of the settings")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The home page raises."""
    home = next(p for p in get_resolver().url_patterns if isinstance(p, URLPattern) and p.name == "home")
    monkeypatch.setattr(home, "callback", broken)


def assert_plain(response: object, status: int) -> None:
    assert response.status_code == status  # type: ignore[attr-defined]
    body = response.content  # type: ignore[attr-defined]
    assert not SECRETS.search(body), SECRETS.search(body)
    assert b'rel="stylesheet"' in body and body.count(b"<h1") == 1


def test_a_missing_page_says_so_and_nothing_else(visitor: Client) -> None:
    for path in ["/no-such-page/", "/news/no-such-item/", "/publications/nothing/", "/media/nothing.png"]:
        assert_plain(visitor.get(path), 404)


def test_a_failure_says_so_and_nothing_else(visitor: Client, failing: None) -> None:
    visitor.raise_request_exception = False
    assert_plain(visitor.get("/"), 500)


def test_the_failure_page_needs_no_database(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*args: object, **kwargs: object) -> NoReturn:
        raise DatabaseError("the database of the settings is down")

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", down)
    visitor.raise_request_exception = False
    for path in ["/", "/news/", "/no-such-page/", "/admin/login/"]:
        visitor.cookies["sessionid"] = "something"
        response = visitor.get(path)
        if response.status_code != 200:  # the login form asks nothing of the database
            assert_plain(response, 500)


def test_a_refused_form_says_so_and_nothing_else() -> None:
    assert_plain(Client(enforce_csrf_checks=True).post("/admin/login/", {}), 403)


def test_a_refused_host_and_path_say_so_and_nothing_else(visitor: Client) -> None:
    assert_plain(visitor.get("/%00"), 400)
    assert_plain(visitor.get("/", HTTP_HOST="evil.example"), 400)


# Content security policy -------------------------------------------------------------------------------------------


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";")]
    return {name: sources for name, *sources in parts}


def test_every_answer_has_the_strict_policy(visitor: Client, owner: Client, failing: None) -> None:
    set_profile()
    make_page("/a-page/")
    item, paper = make_news(), make_publication()
    visitor.raise_request_exception = False
    paths = [*PUBLIC_PAGES, "/a-page/", item.get_absolute_url(), paper.get_absolute_url(), "/no-such-page/"]
    answers = [visitor.get(path) for path in [*paths, "/admin/login/", "/admin/", "/robots.txt", "/%00"]]
    answers += [owner.get(f"/admin/news/newsitem/{rest}") for rest in ("", "add/", f"{item.pk}/change/", "999/change/")]
    answers += [owner.get("/admin/nonsense/"), Client(enforce_csrf_checks=True).post("/admin/login/")]
    assert {500, 404, 403, 400, 302, 200} == {answer.status_code for answer in answers}
    for answer in answers:
        policy = directives(answer["Content-Security-Policy"])
        assert policy["script-src"] == ["'self'"], answer.request["PATH_INFO"]
        assert "unsafe" not in answer["Content-Security-Policy"]
        expected = {
            "default-src": ["'none'"],
            "object-src": ["'none'"],
            "base-uri": ["'none'"],
            "form-action": ["'self'"],
        }
        assert expected.items() <= policy.items()
        assert policy["media-src"] == policy["manifest-src"] == ["'self'"]
        assert policy["frame-ancestors"] in (["'none'"], ["'self'"])


def test_files_have_a_policy_that_lets_them_do_nothing(visitor: Client) -> None:
    answer = visitor.get(make_picture().get_absolute_url())
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_pages_have_nothing_inline_that_the_policy_would_block(visitor: Client, owner: Client) -> None:
    rows = make_one_of_everything()
    admin_pages = [admin_url(row, page) for row in rows.values() for page in ("changelist", "change", "history")]
    for client, paths in [(visitor, PUBLIC_PAGES[:6]), (owner, admin_pages)]:
        for path in paths:
            body = client.get(path, follow=True).content.decode()
            assert not re.search(r"<[^>]+\s(style|on\w+)=", body), path
            scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", body)
            assert all('type="application/ld+json"' in script for script in scripts), (path, scripts)
            assert "<style" not in body, path


def test_news_slugs_are_found_whatever_their_length(visitor: Client) -> None:
    item = NewsItem.objects.create(title="x" * 500)
    assert visitor.get(item.get_absolute_url()).status_code == 200
