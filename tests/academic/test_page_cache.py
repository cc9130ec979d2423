"""What the page cache keeps, for whom, how long, and how it answers conditions; with the real database and Django."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from academic.models.publishing import _next_month
from academic.page_cache import takes_gzip
from tests.factories import DRAFT, make_news, make_page, set_profile
from tests.workers import Worker

pytestmark = pytest.mark.django_db(transaction=True)
GZIP = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}


@pytest.fixture
def make_worker() -> Iterator[Callable[..., Worker]]:
    made: list[Worker] = []

    def make(**given: Any) -> Worker:
        made.append(Worker(**given))
        return made[-1]

    yield make
    for worker in made:
        worker.stop()


@pytest.fixture
def worker(make_worker: Callable[..., Worker]) -> Worker:
    set_profile()
    return make_worker()


def answering(**headers: str) -> Any:
    """An application whose only page has these headers; Cache_Control stands for Cache-Control."""

    def application(environ: dict[str, Any], start_response: Any) -> HttpResponse:
        response = HttpResponse("x" * 400, headers={name.replace("_", "-"): value for name, value in headers.items()})
        start_response("200 OK", list(response.items()))
        return response

    return application


# Kept, and for whom ------------------------------------------------------------------------------------------------


def test_a_page_is_rendered_once_and_answered_alike(worker: Worker, visitor: Client) -> None:
    first, second = worker.ask("/news/"), worker.ask("/news/")
    assert worker.rendered == ["/news/"]
    assert (first.status, first.headers, first.body) == (second.status, second.headers, second.body)
    plain = visitor.get("/news/")
    assert first.body == plain.content
    assert {**plain.headers, **first.headers} == first.headers  # with everything the middleware gave it


@pytest.mark.parametrize("path", ["/?q=1", "/no-such-page/", "/admin/login/", "/healthz", "/news/page/1/"])
def test_what_is_not_kept_is_rendered_each_time(worker: Worker, path: str) -> None:
    assert worker.ask(path).status == worker.ask(path).status
    assert len(worker.rendered) == 2


def test_whoever_is_signed_in_is_answered_by_django(worker: Worker) -> None:
    draft = make_page("/draft/", visibility=DRAFT, title="Not yet")
    client = Client()
    client.force_login(User.objects.create_superuser("owner"))
    cookie = client.cookies["sessionid"].OutputString(attrs=[])
    for _ in range(2):
        seen = worker.ask(draft.path, HTTP_COOKIE=cookie)
        assert (seen.status, seen.headers["Cache-Control"]) == (200, "no-store, private") and "Not yet" in seen.text
        assert worker.ask(draft.path).status == 404
    assert "/admin/" in worker.ask("/", HTTP_COOKIE=cookie).text
    assert "/admin/" not in worker.text("/")


def test_other_cookies_do_not_matter(worker: Worker) -> None:
    worker.ask("/", HTTP_COOKIE="_pk_id=1; theme=dark")
    worker.ask("/")
    assert worker.rendered == ["/"]


def test_a_foreign_host_is_refused_whatever_is_kept(worker: Worker) -> None:
    worker.ask("/")
    assert worker.ask("/", HTTP_HOST="evil.example").status == 400
    assert worker.ask("/", HTTP_HOST="").status == 400
    assert worker.ask("/", HTTP_HOST="localhost:8000").status == 200
    assert worker.rendered == ["/"] * 3


def test_forms_are_never_answered_from_what_is_kept(worker: Worker) -> None:
    worker.ask("/")
    worker.ask("/", method="POST")
    assert worker.rendered == ["/"] * 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Set_Cookie": "a=b"},
        {"Cache_Control": "no-store"},
        {"Cache_Control": "max-age=60, Private"},
        {"Vary": "Cookie"},
        {"Vary": "Accept-Encoding, Accept"},
        {"Content_Encoding": "br"},
    ],
)
def test_an_answer_for_one_person_or_one_moment_is_not_kept(
    make_worker: Callable[..., Worker], headers: dict[str, str]
) -> None:
    worker = make_worker(application=answering(**headers))
    name, value = next(iter(headers.items()))
    for _ in range(2):
        assert worker.ask("/").headers[name.replace("_", "-")] == value
    assert worker.rendered == ["/", "/"]


def test_pages_say_that_browsers_must_ask_again_unless_they_say_something_themselves(
    worker: Worker, make_worker: Callable[..., Worker]
) -> None:
    assert worker.ask("/").headers["Cache-Control"] == "public, max-age=0, s-maxage=1"
    own = make_worker(application=answering(Cache_Control="public, max-age=86400"))
    assert own.ask("/").headers["Cache-Control"] == "public, max-age=86400"


def test_http_and_https_are_kept_apart_and_only_trusted_proxies_say_which(
    settings: LazySettings, make_worker: Callable[..., Worker]
) -> None:
    settings.TRUSTED_PROXIES = ["192.0.2.7"]
    settings.SECURE_HSTS_SECONDS = 60
    worker = make_worker()
    proxy = {"REMOTE_ADDR": "192.0.2.7", "HTTP_X_FORWARDED_PROTO": "https"}
    assert "Strict-Transport-Security" in worker.ask("/", **proxy).headers
    liar = {**proxy, "REMOTE_ADDR": "198.51.100.1"}
    assert "Strict-Transport-Security" not in worker.ask("/", **liar).headers
    assert "Strict-Transport-Security" in worker.ask("/", **proxy).headers
    assert worker.rendered == ["/", "/"]


# Bytes and conditions ----------------------------------------------------------------------------------------------


def test_compressed_and_plain_hold_the_same_page_under_different_tags(worker: Worker) -> None:
    plain, packed = worker.ask("/"), worker.ask("/", **GZIP)
    assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert [answer.headers["Vary"] for answer in (plain, packed)] == ["Accept-Encoding"] * 2
    assert [int(answer.headers["Content-Length"]) for answer in (plain, packed)] == [len(plain.body), len(packed.body)]


def test_the_tag_is_the_same_in_every_process(worker: Worker, make_worker: Callable[..., Worker]) -> None:
    assert worker.ask("/", **GZIP).headers["ETag"] == make_worker().ask("/", **GZIP).headers["ETag"]


def test_a_png_is_not_compressed_again(worker: Worker) -> None:
    icon = worker.ask("/apple-touch-icon.png", **GZIP)
    assert icon.headers["Content-Type"] == "image/png" and "Content-Encoding" not in icon.headers


@pytest.mark.parametrize("known", ['"{}"', 'W/"{}"', '"other", "{}"', "*"])
def test_who_has_the_page_already_gets_no_body(worker: Worker, known: str) -> None:
    whole = worker.ask("/")
    short = worker.ask("/", HTTP_IF_NONE_MATCH=known.format(whole.headers["ETag"].strip('"')))
    assert (short.status, short.body) == (304, b"")
    expected = {name: value for name, value in whole.headers.items() if not name.startswith("Content-T")}
    del expected["Content-Length"]
    assert short.headers == expected


def test_a_condition_at_the_first_request_is_answered_too(worker: Worker, make_worker: Callable[..., Worker]) -> None:
    etag = make_worker().ask("/").headers["ETag"]
    assert worker.ask("/", HTTP_IF_NONE_MATCH=etag).status == 304
    assert worker.ask("/", HTTP_IF_NONE_MATCH='"another"').status == 200
    assert worker.rendered == ["/"]


@pytest.mark.parametrize("is_first", [True, False])
def test_head_has_the_headers_of_get_and_no_body(worker: Worker, is_first: bool) -> None:
    if not is_first:
        worker.ask("/")
    head, get = worker.ask("/", method="HEAD"), worker.ask("/")
    assert (head.status, head.headers, head.body) == (200, get.headers, b"")
    missing = worker.ask("/no-such-page/", method="HEAD")
    assert (missing.status, missing.body) == (404, b"") and int(missing.headers["Content-Length"]) > 0
    assert worker.rendered == ["/", "/no-such-page/"]


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", False),
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("gzip;q=1.0", True),
        ("identity, deflate", False),
        ("x-gzip", True),
        ("gzipped", False),
    ],
)
def test_what_accept_encoding_asks_for(accepted: str, expected: bool) -> None:
    assert takes_gzip(accepted) is expected


# How long, how many ------------------------------------------------------------------------------------------------


def test_an_edit_is_seen_at_the_next_request_by_every_process(
    worker: Worker, make_worker: Callable[..., Worker]
) -> None:
    workers = [worker, make_worker()]
    item = make_news(title="Before")
    for title in ("First", "Second", "Third"):
        item.title = title
        item.save()
        for one in workers:
            assert f">{title}<" in one.text("/news/")
            assert f">{title}<" in one.ask("/news/", **GZIP).text


def test_many_at_once_make_django_render_a_page_once(worker: Worker) -> None:
    inner = worker._django
    worker._django = lambda *request: (time.sleep(0.2), inner(*request))[1]
    answers: list[bytes] = []

    def ask() -> None:
        answers.append(worker.ask("/robots.txt").body)
        connection.close()  # this thread's

    asking = [threading.Thread(target=ask) for _ in range(8)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert worker.rendered == ["/robots.txt"]
    assert len(answers) == 8 and len(set(answers)) == 1


def test_what_is_kept_stays_within_its_room(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker(application=answering(), room=10_000)
    for number in range(40):
        worker.ask(f"/{number}/")
    worker.ask("/39/")
    assert len(worker.rendered) == 40
    worker.ask("/0/")
    assert len(worker.rendered) == 41
    kept = worker._cache._content._pages.kept
    assert len(kept) > 2 and sum(len(key[1]) + page.size for key, page in kept.items()) <= 10_000


def test_a_page_larger_than_the_room_is_answered_and_not_kept(make_worker: Callable[..., Worker]) -> None:
    worker = make_worker(application=answering(), room=1_000)
    assert len(worker.ask("/").body) == len(worker.ask("/").body) == 400
    assert worker.rendered == ["/", "/"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-26 23:00", "2026-12-01 00:00"),
        ("2026-12-31 23:59", "2027-01-01 00:00"),
        ("2026-01-01 00:00", "2026-02-01 00:00"),
    ],
)
def test_pages_are_made_anew_when_a_month_begins(now: str, expected: str) -> None:
    assert _next_month(datetime.fromisoformat(f"{now}+00:00")) == datetime.fromisoformat(f"{expected}+00:00")
