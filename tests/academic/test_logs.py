"""Each request has a name, which its answer and its log lines bear; lines are for people or for programs."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError, close_old_connections
from django.http import HttpResponse

from academic import views
from academic.logs import JSONLines, NamedRequests, logging_settings
from academic.requestids import named_requests

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept_connection() -> Iterator[None]:
    """A request's begin and end would close the connection that the test's transaction runs on; Django's own test
    client prevents it the same way."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def lines() -> Iterator[StringIO]:
    """What is logged, as LOG_FORMAT=json writes it."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JSONLines())
    handler.addFilter(NamedRequests())
    loggers = [logging.getLogger(name) for name in ("django.request", "academic")]
    for logger in loggers:
        logger.addHandler(handler)
    yield written
    for logger in loggers:
        logger.removeHandler(handler)


def ask(path: str = "/robots.txt", application: Any = None, **given: str) -> tuple[str, str]:
    """(status, X-Request-ID) of a request."""
    started: list[Any] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "testserver", "wsgi.url_scheme": "http"}
    environ |= {"SERVER_NAME": "testserver", "SERVER_PORT": "80", "REMOTE_ADDR": "198.51.100.1", **given}
    named = named_requests(application or WSGIHandler())
    result = named({**environ, "wsgi.input": StringIO()}, lambda *answer: started.extend(answer))
    list(result)
    result.close()  # type: ignore[attr-defined]
    return started[0], dict(started[1])["X-Request-ID"]


def test_each_answer_bears_a_name_of_its_own() -> None:
    application = WSGIHandler()
    names = {ask(application=application)[1] for _ in range(3)}
    assert len(names) == 3 and all(names)


def test_a_trusted_proxy_may_name_a_request_and_a_stranger_may_not(settings: LazySettings) -> None:
    settings.TRUSTED_PROXIES = ["192.0.2.0/24"]
    assert ask(REMOTE_ADDR="192.0.2.7", HTTP_X_REQUEST_ID="abc-123")[1] == "abc-123"
    assert ask(REMOTE_ADDR="", HTTP_X_REQUEST_ID="from-the-socket")[1] == "from-the-socket"
    assert ask(HTTP_X_REQUEST_ID="abc-123")[1] != "abc-123"


@pytest.mark.parametrize("name", ["", "a b", "a\nb", "é", "x" * 101, '"}'])
def test_what_would_spoil_a_log_is_no_name(settings: LazySettings, name: str) -> None:
    assert ask(REMOTE_ADDR="", HTTP_X_REQUEST_ID=name)[1] not in {"", name}


def test_an_error_is_one_line_with_the_request_it_is_about(lines: StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(view: Any, request: Any) -> HttpResponse:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(views.Home, "get", fail)
    status, name = ask("/")
    assert status == "500 Internal Server Error"
    [line] = [json.loads(text) for text in lines.getvalue().splitlines()]
    assert line.pop("time").endswith("+00:00")
    traceback = line.pop("traceback")
    assert traceback.endswith("DatabaseError: the disk is full")
    assert line == {
        "level": "ERROR",
        "logger": "django.request",
        "message": "Internal Server Error: /",
        "request_id": name,
        "method": "GET",
        "path": "/",
        "status": 500,
    }


def test_a_message_of_several_lines_and_alphabets_stays_one_line(lines: StringIO) -> None:
    logging.getLogger("academic").warning("a “b”\nc %s", "é")
    [line] = lines.getvalue().splitlines()
    assert json.loads(line)["message"] == "a “b”\nc é"


@pytest.mark.parametrize("shape", ["text", "json"])
def test_both_shapes_can_be_set(shape: str) -> None:
    made = logging_settings(shape)
    assert made["handlers"]["console"]["formatter"] == shape and shape in made["formatters"]
