"""Answers taken from the application whole, and given out as ready bytes with an ETag of them."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.http import HttpResponse
from django.utils.cache import cc_delim_re
from django.utils.http import parse_etags

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

COMPRESSED = ("text/", "application/", "image/svg+xml")
SMALLEST_COMPRESSED = 200  # bytes
# Browsers ask each time whether it changed. A shared cache may keep it for a second.
CACHE_CONTROL = "public, max-age=0, s-maxage=1"
OF_THE_BODY = {"content-length", "content-type", "content-encoding"}
OF_CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it goes out, with an ETag of its bytes; and what is said when the client has those already."""

    etag: str
    headers: Headers
    unchanged_headers: Headers
    body: bytes

    @property
    def size(self) -> int:
        """In memory, about."""
        return len(self.body) + sum(len(name) + len(value) + 150 for name, value in self.headers)

    def answer(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and self._is_among(known):
            start_response("304 Not Modified", self.unchanged_headers)
            return []
        start_response("200 OK", self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]

    def _is_among(self, known: str) -> bool:
        """Weak comparison (RFC 9110, section 13.1.2): a proxy that compresses marks our tags as weak."""
        return known.strip() == "*" or self.etag in {etag.removeprefix("W/") for etag in parse_etags(known)}


class Rendered:
    """What the application answers to a GET without conditions."""

    def __init__(self, application: Application, environ: Environ) -> None:
        asked = {name: value for name, value in environ.items() if name not in OF_CONDITIONS}
        self.status, self.headers = "", Headers()
        self.result = application({**asked, "REQUEST_METHOD": "GET"}, self._start)

    def _start(self, status: str, headers: Headers, exc_info: Any = None) -> None:
        self.status, self.headers = status, headers

    def as_page(self, *, is_compressed: bool) -> Page | None:
        """The answer to keep; None for what must not be kept, which is then still to be answered."""
        if not self._can_be_kept():
            return None
        body = b"".join(self.result)
        self._close()
        headers = [(name, value) for name, value in self.headers if name.lower() not in {"etag", "content-length"}]
        if is_compressed and self._is_worth_compressing(body):
            body = gzip.compress(body, 9, mtime=0)
            headers.append(("Content-Encoding", "gzip"))
        etag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
        names = {name.lower() for name, _ in headers}
        headers += [("ETag", etag), *([] if "vary" in names else [("Vary", "Accept-Encoding")])]
        headers += [] if "cache-control" in names else [("Cache-Control", CACHE_CONTROL)]
        unchanged = [(name, value) for name, value in headers if name.lower() not in OF_THE_BODY]
        return Page(etag, [*headers, ("Content-Length", str(len(body)))], unchanged, body)

    def answer(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        start_response(self.status, self.headers)
        if environ["REQUEST_METHOD"] == "HEAD":
            self._close()
            return []
        return self.result

    def _can_be_kept(self) -> bool:
        """200 with all its bytes at hand, for everyone and for a while."""
        headers = {name.lower(): value for name, value in self.headers}
        control = set(cc_delim_re.split(headers.get("cache-control", "").lower()))
        return (
            self.status == "200 OK"
            and isinstance(self.result, HttpResponse)
            and not control & {"no-store", "private"}
            and not headers.keys() & {"set-cookie", "content-encoding"}
            and headers.get("vary", "Accept-Encoding").lower() == "accept-encoding"
        )

    def _is_worth_compressing(self, body: bytes) -> bool:
        content_type = next((value for name, value in self.headers if name.lower() == "content-type"), "")
        return len(body) >= SMALLEST_COMPRESSED and content_type.startswith(COMPRESSED)

    def _close(self) -> None:
        if hasattr(self.result, "close"):
            self.result.close()
