"""How long a proxy may keep an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from academic.onesecond import kept_for_this_second


def headers_of(status: str, headers: list[tuple[str, str]], **environ: str) -> list[tuple[str, str]]:
    """The headers that come out when the site answers like this."""
    seen: list[list[tuple[str, str]]] = []

    def site(environ: Any, start_response: Any) -> Iterable[bytes]:
        start_response(status, headers)
        return [b"body"]

    body = kept_for_this_second(site)(environ, lambda status, headers, *error: seen.append(headers))  # type: ignore[arg-type]
    assert list(body) == [b"body"]
    return seen[0]


@pytest.mark.parametrize("status", ["200 OK", "301 Moved Permanently", "304 Not Modified"])
def test_what_is_public_is_kept_until_the_proxys_second_ends(status: str) -> None:
    given = [("Cache-Control", "no-cache")]
    assert headers_of(status, given, HTTP_X_ACCEL_NOW="1700000000") == [*given, ("X-Accel-Expires", "@1700000000")]


@pytest.mark.parametrize("status", ["404 Not Found", "500 Server Error", "302 Found", "206 Partial Content"])
def test_other_answers_are_not_kept(status: str) -> None:
    assert headers_of(status, [], HTTP_X_ACCEL_NOW="1700000000") == []


@pytest.mark.parametrize("policy", ["no-store, private", "private", "No-Store"])
def test_what_is_for_one_person_is_not_kept(policy: str) -> None:
    given = [("cache-control", policy)]
    assert headers_of("200 OK", given, HTTP_X_ACCEL_NOW="1700000000") == given


@pytest.mark.parametrize("second", ["", "soon", "-1", "1\r\nSet-Cookie: a=b", "١"])
def test_nothing_is_said_to_who_names_no_second(second: str) -> None:
    assert headers_of("200 OK", [], HTTP_X_ACCEL_NOW=second) == []
