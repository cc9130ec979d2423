"""Signing in and out: where it leads, how often it may be tried, what the cookies say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
LOGIN = "/admin/login/"


@pytest.fixture(autouse=True)
def ada(db: None) -> User:
    return User.objects.create_superuser("ada", password="right-password")


def try_login(client: Client, password: str, username: str = "ada", **extra: str) -> HttpResponse:
    return client.post(LOGIN, {"username": username, "password": password}, **extra)  # type: ignore[return-value, arg-type]


def sentence(response: HttpResponse) -> list[str]:
    return re.findall(r'<p class="errornote">\s*(.*?)\s*</p>', response.content.decode(), re.DOTALL)


def test_login_page_has_one_heading(visitor: Client) -> None:
    page = visitor.get(LOGIN).content.decode()
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", page) == ["Log in"]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "\t//evil.example",
        "javascript:1",
    ],
)
def test_login_never_leads_to_another_site(visitor: Client, elsewhere: str) -> None:
    for data, query in [({}, {"next": elsewhere}), ({"next": elsewhere}, {})]:
        credentials = {"username": "ada", "password": "right-password"}
        response = visitor.post(LOGIN, {**credentials, **data}, query_params=query)
        assert (response.status_code, response["Location"]) == (302, "/admin/")
        assert visitor.get(LOGIN, {"next": elsewhere})["Location"] == "/admin/"
        visitor.logout()


def test_login_leads_to_the_page_that_was_asked_for(visitor: Client) -> None:
    response = visitor.post(f"{LOGIN}?next=/admin/news/", {"username": "ada", "password": "right-password"})
    assert response["Location"] == "/admin/news/"


def test_the_sixth_wrong_password_is_not_even_looked_at(visitor: Client) -> None:
    for _ in range(5):
        assert try_login(visitor, "wrong").status_code == 200
    response = try_login(visitor, "wrong")
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 15 * 60
    assert "too many wrong passwords" in response.content.decode()
    assert try_login(visitor, "right-password").status_code == 429


def test_the_right_password_works_from_another_address_meanwhile(visitor: Client) -> None:
    for _ in range(6):
        try_login(visitor, "wrong", REMOTE_ADDR="192.0.2.1")
    assert try_login(visitor, "right-password", REMOTE_ADDR="192.0.2.1").status_code == 429
    assert try_login(visitor, "right-password", REMOTE_ADDR="192.0.2.2").status_code == 302


def test_addresses_of_one_household_count_as_one(visitor: Client) -> None:
    for number in range(6):
        try_login(visitor, "wrong", REMOTE_ADDR=f"2001:db8::{number}")
    assert try_login(visitor, "wrong", REMOTE_ADDR="2001:db8::99").status_code == 429
    assert try_login(visitor, "wrong", REMOTE_ADDR="2001:db8:0:1::1").status_code == 200


def test_a_success_gives_all_attempts_back(visitor: Client) -> None:
    for _ in range(3):
        for _ in range(4):
            try_login(visitor, "wrong")
        assert try_login(visitor, "right-password").status_code == 302
        visitor.logout()


def test_an_unknown_user_is_told_the_same(visitor: Client) -> None:
    known, unknown = try_login(visitor, "wrong"), try_login(visitor, "wrong", username="nobody")
    assert sentence(known) == sentence(unknown) != []


class CountingHasher(MD5PasswordHasher):
    """Hashing takes nearly all of the time of a login."""

    calls = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).calls += 1
        return super().encode(password, salt)


def test_an_unknown_user_takes_as_long(visitor: Client, settings: LazySettings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    User.objects.create_user("bob", password="bobs-password")
    hashed = []
    for username in ("bob", "nobody"):
        before = CountingHasher.calls
        try_login(visitor, "wrong", username)
        hashed.append(CountingHasher.calls - before)
    assert hashed == [1, 1]


def test_a_made_up_forwarding_header_does_not_reset_the_count(visitor: Client) -> None:
    for number in range(5):
        try_login(visitor, "wrong", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert try_login(visitor, "wrong", HTTP_X_FORWARDED_FOR="198.51.100.77").status_code == 429


def test_a_trusted_proxy_tells_the_address(visitor: Client, settings: LazySettings) -> None:
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    proxied = {"REMOTE_ADDR": "10.0.0.2"}
    for _ in range(6):
        try_login(visitor, "wrong", HTTP_X_FORWARDED_FOR="198.51.100.1", **proxied)
    assert try_login(visitor, "wrong", HTTP_X_FORWARDED_FOR="198.51.100.1", **proxied).status_code == 429
    assert try_login(visitor, "wrong", HTTP_X_FORWARDED_FOR="198.51.100.2", **proxied).status_code == 200
    # What the client itself wrote stands before the address that the proxy added.
    assert try_login(visitor, "wrong", HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.1", **proxied).status_code == 429


def test_the_peer_of_a_unix_socket_is_trusted(visitor: Client) -> None:
    for _ in range(6):
        try_login(visitor, "wrong", REMOTE_ADDR="", HTTP_X_FORWARDED_FOR="198.51.100.1")
    assert try_login(visitor, "wrong", REMOTE_ADDR="", HTTP_X_FORWARDED_FOR="198.51.100.1").status_code == 429
    assert try_login(visitor, "wrong", REMOTE_ADDR="", HTTP_X_FORWARDED_FOR="198.51.100.2").status_code == 200


def test_the_session_gets_a_new_key_at_login(visitor: Client) -> None:
    visitor.get(LOGIN)
    session = visitor.session
    session["before"] = True
    session.save()
    before = session.session_key
    visitor.cookies["sessionid"] = before
    try_login(visitor, "right-password")
    assert visitor.cookies["sessionid"].value not in ("", before)


def test_logging_out_takes_a_post(owner: Client) -> None:
    assert owner.get("/admin/logout/").status_code == 405
    assert owner.get("/admin/").status_code == 200
    owner.post("/admin/logout/")
    assert owner.get("/admin/").status_code == 302


PROGRAM = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.test import Client
User.objects.create_superuser("ada", password="right-password")
client = Client()
client.post("/admin/login/", {"username": "ada", "password": "right-password"}, secure=True)
client.get("/admin/", secure=True)
for name in ("sessionid", "csrftoken"):
    cookie = client.cookies[name]
    print(name, bool(cookie["secure"]), bool(cookie["httponly"]), cookie["samesite"])
plain = client.get("/")
print(plain.status_code, plain["Location"])
print(client.get("/", secure=True)["Strict-Transport-Security"])
"""


def test_cookies_of_an_https_site_are_secure(tmp_path: Path) -> None:
    static = tmp_path / "static"
    static.mkdir()
    environment = {
        "PATH": "/usr/bin:/bin",
        "NO_DOTENV": "true",
        "DJANGO_SETTINGS_MODULE": "academic.settings",
        "SECRET_KEY": "k3y-" * 20,
        "SITE_URL": "https://testserver",
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "MEDIA_ROOT": str(tmp_path),
        "STATIC_ROOT": str(static),
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, cwd=ROOT, env=environment, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [
        "sessionid True True Lax",
        "csrftoken True True Lax",
        "301 https://testserver/",
        "max-age=2592000",
    ], done.stderr
