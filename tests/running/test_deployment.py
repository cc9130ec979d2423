"""The shipped nginx configuration in front of gunicorn, over TLS with a certificate signed by itself.

Not shown here, because it needs a machine of its own: Let's Encrypt's answer to a real domain, socket activation and
the units' sandbox under a running systemd (test_units.py has systemd check them), and IPv6.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

from .deployment import CONFIGURATION, PASSWORD, Deployment, Editor, nginx, wait_until

# A page nobody asked for in so many seconds is as fresh as any; .ci/run waits a minute.
QUIET = float(os.environ.get("QUIET_SECONDS", "3"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    nginx()
    deployment = Deployment(tmp_path_factory.mktemp("deployed"))
    deployment.prepare()
    with deployment.running():
        yield deployment


@pytest.fixture(scope="module")
def editor(site: Deployment) -> Iterator[Editor]:
    with site.editor() as editor:
        yield editor


# Kept, and fresh -----------------------------------------------------------------------------------------------------


def test_a_page_is_made_once_a_second(site: Deployment) -> None:
    asked = [site.get("/publications/").headers["x-cache"] for _ in range(60)]
    assert set(asked) <= {"MISS", "HIT", "EXPIRED", "REVALIDATED"}
    assert asked.count("HIT") > 40


def test_a_kept_page_names_the_request_it_answers(site: Deployment) -> None:
    answers = [site.get("/publications/").headers for _ in range(20)]
    assert "HIT" in {headers["x-cache"] for headers in answers}
    assert len({headers["x-request-id"] for headers in answers}) == 20
    assert site.get("/admin/login/").headers["x-request-id"]


def test_an_edit_is_seen_on_a_page_nobody_asked_for_lately(site: Deployment, editor: Editor) -> None:
    editor.write("An old tagline")
    wait_until(lambda: b"An old tagline" in site.get("/").body)
    time.sleep(QUIET)
    editor.write("A new tagline")
    time.sleep(1)
    assert b"A new tagline" in site.get("/").body


def test_an_edit_is_seen_within_a_second_while_the_page_is_asked_for_all_the_time(
    site: Deployment, editor: Editor
) -> None:
    visitor = site.visitor()
    for number in range(5):
        for _ in range(20):
            visitor.get("/")
        stored = editor.write(f"Tagline number {number}.")
        asked = time.time()
        while f"Tagline number {number}.".encode() not in visitor.get("/").body:
            assert asked - stored < 1
            asked = time.time()
        time.sleep(0.3)


def test_editors_get_their_own_pages_and_nobody_else_does(site: Deployment) -> None:
    owner = site.visitor()
    assert owner.log_in("owner", PASSWORD).status == 302
    for _ in range(2):
        answer = owner.get("/")
        assert (answer.headers["x-cache"], answer.headers["cache-control"]) == ("BYPASS", "no-store, private")
        assert b"/admin/" in answer.body
        assert b"/admin/" not in site.get("/").body


def test_searches_are_kept_by_their_words(site: Deployment) -> None:
    assert b"Nothing matches" in site.get("/search/?q=zzzz").body
    assert b"Nothing matches" not in site.get("/search/?q=cam").body


# Up ----------------------------------------------------------------------------------------------------------------


def test_pages_stay_up_while_the_site_is_down_and_are_fresh_afterwards(site: Deployment, editor: Editor) -> None:
    editor.write("Before it went down")
    wait_until(lambda: b"Before it went down" in site.get("/").body)
    site.stop_gunicorn()
    try:
        time.sleep(1.1)
        answer = site.get("/")
        assert (answer.status, answer.headers["x-cache"]) == (200, "STALE")
        assert b"Before it went down" in answer.body
        never_asked = site.get("/news/year/1999/")
        assert (never_asked.status, never_asked.headers["retry-after"]) == (503, "10")
        assert never_asked.body == b"The site is being restarted. Please try again in a moment.\n"
        editor.write("While it was down")
    finally:
        site.start_gunicorn()
    wait_until(lambda: b"While it was down" in site.get("/").body)


def test_no_request_fails_while_both_servers_are_reloaded(site: Deployment) -> None:
    """Kept pages, ones that are never kept, and the login form, by four visitors at once."""
    owner = site.visitor()
    owner.log_in("owner", PASSWORD)
    asks: list[Callable[[], int]] = [
        lambda: site.get("/").status,
        lambda: site.get(f"/search/?q=cam&n={time.monotonic_ns()}").status,
        lambda: owner.get("/cv/").status,
        lambda: site.get("/admin/login/").status,
    ]
    done, statuses = threading.Event(), [list[int]() for _ in asks]

    def keep_asking(ask: Callable[[], int], seen: list[int]) -> None:
        while not done.is_set():
            seen.append(ask())

    threads = [threading.Thread(target=keep_asking, args=pair) for pair in zip(asks, statuses, strict=True)]
    for thread in threads:
        thread.start()
    for server in (site.gunicorn, site.nginx, site.gunicorn):
        asked = [len(seen) for seen in statuses]
        server.send_signal(signal.SIGHUP)
        time.sleep(4)
        wait_until(lambda asked=asked: all(len(seen) > old + 5 for seen, old in zip(statuses, asked, strict=True)), 90)
    done.set()
    for thread in threads:
        thread.join(60)
    assert [set(seen) for seen in statuses] == [{200}] * 4


# Limits and headers --------------------------------------------------------------------------------------------------


def test_the_upload_limit_is_the_sites_own(site: Deployment) -> None:
    megabytes = int(re.findall(r"client_max_body_size (\d+)m;", CONFIGURATION.read_text())[0])
    form = 1024 * 1024
    assert megabytes * 1024 * 1024 == settings.UPLOAD_LIMIT + settings.DATA_UPLOAD_MAX_MEMORY_SIZE + form
    visitor = site.visitor()
    path, kind = "/admin/markdown/upload/", {"Content_Type": "application/octet-stream"}
    assert visitor.post(path, bytes(settings.UPLOAD_LIMIT + 1000), **kind).status == 403  # the site's own answer
    refused = visitor.post(path, bytes(megabytes * 1024 * 1024 + 1), **kind)
    assert refused.status == 413
    assert refused.body.startswith(b"This is larger than the site takes: 64 MB for a file")


def test_pages_have_the_sites_headers_and_are_packed(site: Deployment) -> None:
    answer = site.get("/publications/", Accept_Encoding="br, gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["strict-transport-security"] == "max-age=2592000"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert {name for name in answer.headers if name.startswith("x-accel")} == set()
    assert "set-cookie" not in answer.headers and "/" not in answer.headers["server"]
    assert "content-encoding" not in site.get("/publications/", Accept_Encoding="gzip;q=0").headers


def test_static_files_are_kept_for_a_year_by_their_hash(site: Deployment) -> None:
    style = re.findall(r'href="(/static/css/site\.[0-9a-f]{12}\.css)"', site.get("/").body.decode())[0]
    answer = site.get(style, Accept_Encoding="gzip")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["content-type"], answer.headers["content-encoding"]) == ("text/css", "gzip")
    plain = site.get("/static/css/site.css")
    assert plain.headers["cache-control"] == "public, max-age=60"
    assert [site.get(f"/static/{path}").status for path in ("", "css/", "../db.sqlite3", "%2e%2e/db.sqlite3")] == [
        403, 403, 404, 404
    ]  # fmt: skip


# Media ---------------------------------------------------------------------------------------------------------------


def test_a_film_is_sent_by_nginx_in_ranges_with_the_sites_headers(site: Deployment) -> None:
    whole = site.get(site.film)
    assert whole.status == 200
    assert whole.body == (site.folder / "media" / site.film.removeprefix("/media/")).read_bytes()
    part = site.get(site.film, Range="bytes=1000-1999")
    assert (part.status, part.body) == (206, whole.body[1000:2000])
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(whole.body)}"
    for answer in (whole, part, site.get(site.film)):
        assert answer.headers["content-type"] == "video/mp4"
        assert answer.headers["content-disposition"] == 'inline; filename="film.mp4"'
        assert answer.headers["content-security-policy"] == "default-src 'none'; media-src 'self'"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.headers["strict-transport-security"] == "max-age=2592000"
        assert "x-accel-redirect" not in answer.headers
    unchanged = site.get(site.film, If_None_Match=whole.headers["etag"])
    assert (unchanged.status, unchanged.body) == (304, b"")


def test_pictures_are_kept_for_a_year(site: Deployment) -> None:
    picture = re.findall(r'<img src="(/media/[^"]+)"', site.get("/").body.decode())[0]
    answer = site.get(picture)
    assert (answer.status, answer.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


def test_a_drafts_file_stays_hidden(site: Deployment) -> None:
    owner = site.visitor()
    owner.log_in("owner", PASSWORD)
    for _ in range(2):
        assert site.get("/hidden.pdf").status == 404
        seen = owner.get("/hidden.pdf")
        assert (seen.status, seen.headers["cache-control"]) == (200, "no-store, private")
        assert seen.body.startswith(b"%PDF")
    (name,) = [path.name for path in (site.folder / "media").glob("*.pdf")]
    for path in (f"/protected-media/{name}", f"/media/{name}", "/protected-media/", f"/media/..%2f{name}"):
        assert site.get(path).status == 404, path


# TLS and addresses ---------------------------------------------------------------------------------------------------


def handshake(site: Deployment, context: ssl.SSLContext) -> tuple[str | None, str | None]:
    """The protocol spoken inside TLS, and TLS's own version."""
    with (
        socket.create_connection(("127.0.0.1", site.https_port), timeout=10) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as encrypted,
    ):
        return encrypted.selected_alpn_protocol(), encrypted.version()


def test_http_2_and_todays_tls_are_spoken_and_older_ones_refused(site: Deployment) -> None:
    context = site.tls_context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    assert handshake(site, context) == ("h2", "TLSv1.3")
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning):
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises(ssl.SSLError):
        handshake(site, old)


def test_plain_http_leads_to_https_but_lets_the_certificate_be_renewed(site: Deployment) -> None:
    challenge = site.folder / "letsencrypt" / ".well-known" / "acme-challenge"
    challenge.mkdir(parents=True)
    (challenge / "token").write_text("answer")
    plain = f"http://localhost:{site.http_port}"
    assert site.get(f"{plain}/.well-known/acme-challenge/token").body == b"answer"
    moved = site.get(f"{plain}/publications/?q=x")
    assert (moved.status, moved.headers["location"]) == (301, "https://localhost/publications/?q=x")


def test_a_foreign_host_is_refused_and_addresses_are_the_sites(site: Deployment) -> None:
    assert site.get("/", Host="evil.example").status == 400
    assert f'rel="canonical" href="{site.address}/"' in site.get("/").body.decode()
    assert f"{site.address}/news/" in site.get("/sitemap.xml").body.decode()


def test_a_made_up_address_does_not_reset_the_count_of_wrong_passwords(site: Deployment) -> None:
    visitor = site.visitor()
    visitor.opener.addheaders = [("X-Forwarded-For", "198.51.100.1")]
    for number in range(5):
        visitor.opener.addheaders = [("X-Forwarded-For", f"198.51.100.{number}")]
        assert visitor.log_in("nobody", "wrong").status == 200
    assert visitor.log_in("nobody", "wrong").status == 429
