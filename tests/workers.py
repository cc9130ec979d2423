"""Two page caches before one Django, as two processes have them: each with memory and a connection of its own."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.wsgi import get_wsgi_application
from django.db import connection

from academic.page_cache import PageCache
from academic.version_reader import version_reader

ROOM = 4 * 1024 * 1024  # bytes


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content(self) -> bytes:
        return gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass
class Worker:
    """A page cache; `rendered` lists the paths that Django was asked for."""

    room: int = ROOM
    application: Any = None
    rendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._django = self.application or get_wsgi_application()
        self.reader = version_reader(connection)
        self._cache = PageCache(self._render, self.reader, self.room)

    def _render(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.rendered.append(environ["PATH_INFO"])
        return self._django(environ, start_response)

    def ask(self, path: str, method: str = "GET", **given: str) -> Answer:
        """`given` are WSGI's names: HTTP_COOKIE="…"."""
        path, _, query = path.partition("?")
        environ: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query}
        environ |= {"HTTP_HOST": "testserver", "REMOTE_ADDR": "192.0.2.1", **given}
        setup_testing_defaults(environ)
        started: list[Any] = []
        result = self._cache(environ, lambda status, headers, *_error: started.extend((status, headers)))
        body = b"".join(result)
        if hasattr(result, "close"):
            with closing(result):
                pass
        return Answer(int(started[0][:3]), dict(started[1]), body)

    def text(self, path: str) -> str:
        return self.ask(path).text

    def stop(self) -> None:
        self.reader.close()
