"""Showing search engines whose site it is, and whom to tell of a hole: at the root, and nothing that could run."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from django.test import Client

from academic.models import VerificationFile
from academic.verification import tags, validate_tags
from tests.adminforms import errors_in, save, submit
from tests.factories import make_page, set_profile
from tests.test_pages import Outline, page_of

pytestmark = pytest.mark.django_db
ADD = "/admin/academic/verificationfile/add/"
BING = '<?xml version="1.0"?>\n<users>\n\t<user>0123456789ABCDEF</user>\n</users>'


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("google1a2b3c.html", "google-site-verification: google1a2b3c.html", "text/html; charset=utf-8"),
        ("BingSiteAuth.xml", BING, "application/xml; charset=utf-8"),
        ("yandex_1a2b.txt", "Verification: 1a2b", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_typed_in_the_admin_answers_at_the_root(
    owner: Client, visitor: Client, name: str, content: str, content_type: str
) -> None:
    save(owner, ADD, {"name": name, "content": content})
    response = visitor.get(f"/{name}")
    assert (response.status_code, response["Content-Type"]) == (200, content_type)
    assert response.content.decode().replace("\r\n", "\n") == f"{content}\n"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert visitor.get("/google.html").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "google",
        "a/b.html",
        "../x.html",
        ".well-known.txt",
        "page.htm",
        "x.html.php",
        "x y.html",
        "robots.txt",
        "feed.xml",
    ],
)
def test_other_names_are_refused(owner: Client, name: str) -> None:
    response = submit(owner, ADD, {"name": name, "content": "words"})
    assert errors_in(response) != [] and not VerificationFile.objects.exists()


@pytest.mark.parametrize(
    "content", ["<script>alert(1)</script>", "<meta http-equiv=refresh content=0>", "&lt;x", BING + "<x/>", "a\x0bb"]
)
def test_only_words_may_stand_in_it(owner: Client, content: str) -> None:
    response = submit(owner, ADD, {"name": "google1.html", "content": content})
    assert errors_in(response) != [] and not VerificationFile.objects.exists()


def test_a_page_at_its_address_comes_first(visitor: Client) -> None:
    VerificationFile.objects.create(name="old.html", content="words")
    make_page("/old.html", title="The old page")
    assert "The old page" in page_of(visitor, "/old.html")


def test_tags_are_read_as_they_are_given() -> None:
    text = 'google-site-verification abc_-123=\n\n<meta name="msvalidate.01" content="0123ABC" />\n p:domain_verify  x '
    assert tags(text) == [
        ("google-site-verification", "abc_-123="),
        ("msvalidate.01", "0123ABC"),
        ("p:domain_verify", "x"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "abc",
        "referrer unsafe-url",
        "google-site-verification",
        '<meta name="verify" content="a"><script>',
        "verify <b>",
    ],
)
def test_what_is_no_verification_is_refused(line: str) -> None:
    with pytest.raises(ValidationError, match="is no verification"):
        validate_tags(line)
    assert tags(line) == []


def test_tags_stand_on_the_home_page_only(visitor: Client) -> None:
    set_profile(verification_tags="google-site-verification abc")
    assert Outline(page_of(visitor, "/")).meta("google-site-verification") == "abc"
    assert Outline(page_of(visitor, "/news/")).meta("google-site-verification") is None


def test_security_txt_names_whom_to_tell_for_half_a_year(visitor: Client, settings: LazySettings) -> None:
    settings.SECURITY_CONTACT = "security@example.org"
    set_profile(language="fr")
    response = visitor.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    expires = datetime.strptime(fields.pop("Expires"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=145) < expires - datetime.now(UTC) < timedelta(days=190)
    assert fields == {
        "Contact": "mailto:security@example.org",
        "Preferred-Languages": "fr, en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }


def test_the_contact_is_the_site_itself_where_none_is_set(visitor: Client) -> None:
    body = visitor.get("/.well-known/security.txt").content.decode()
    assert re.findall(r"^Contact: (.*)$", body, re.MULTILINE) == ["http://testserver/"]
    assert "Preferred-Languages: en\n" in body
