"""Asking the site itself, as a visitor without cookies would, without a server in between."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from academic.context_processors import STATIC_COPY
from academic.media import ACCEL
from academic.shared import Shared


@dataclass(frozen=True)
class Answer:
    """Of one address: the bytes, or for what lies on the disk already, the file that has them."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes = b""
    source: Path | None = None

    @property
    def content_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip()

    @property
    def is_page(self) -> bool:
        return self.content_type == "text/html"


class Asker:
    """What the pages have in common is kept in `shared`, and true when each of them is asked for."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._handler = WSGIHandler()
        parts = urlsplit(settings.SITE_URL)
        self._environ = {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "HTTP_HOST": parts.netloc,
            "SERVER_NAME": parts.hostname or "",
            "SERVER_PORT": str(parts.port or (443 if parts.scheme == "https" else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": parts.scheme,
            "wsgi.errors": sys.stderr,
            STATIC_COPY: True,
        }

    def ask(self, path: str) -> Answer:
        """The answer at `path` (decoded, without a query). A page that fails is a 500, as for every visitor."""
        if path.startswith(settings.STATIC_URL):
            return _static(path)
        self._shared.look()
        environ: dict[str, Any] = {**self._environ, "PATH_INFO": path.encode().decode("latin-1")}
        response = self._handler.get_response(WSGIRequest({**environ, "wsgi.input": BytesIO()}))
        headers = {name.lower(): value for name, value in response.items()}
        if name := headers.get(ACCEL.lower()):
            file = Path(settings.MEDIA_ROOT) / name.removeprefix(settings.MEDIA_ACCEL_PREFIX)
            return Answer(path, response.status_code, headers, source=file)
        return Answer(path, response.status_code, headers, _bytes_of(response))


def _bytes_of(response: HttpResponseBase) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return b"".join(response)
    return response.content if isinstance(response, HttpResponse) else b""


def _static(path: str) -> Answer:
    """A static file as `collectstatic` left it; in development, where it comes from."""
    name = path.removeprefix(settings.STATIC_URL)
    root = Path(settings.STATIC_ROOT)
    collected = root / name
    found = collected if collected.resolve().is_relative_to(root.resolve()) and collected.is_file() else None
    if found is None and settings.STORAGES["staticfiles"]["BACKEND"].endswith(".StaticFilesStorage"):
        found = Path(original) if (original := finders.find(name)) else None
    if found is None:
        return Answer(path, 404, {})
    types = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
    headers = {"content-type": types.get(found.suffix, "")}
    return (
        Answer(path, 200, headers, found.read_bytes())
        if found.suffix in types
        else Answer(path, 200, headers, source=found)
    )
