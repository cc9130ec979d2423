"""Public pages kept as ready bytes, and never a moment longer than they are true.

A WSGI application around Django's. Pages are kept in each process under the site's version (content.py), which changes
with every change of content in the same transaction, and until the next moment at which something appears or
disappears by itself. So an edit makes all old pages unreachable at once, in every process and on every machine, and
scheduling writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from .kept_pages import CurrentContent
from .proxies import TrustedProxies
from .version_reader import VersionReader
from .whole_answers import Application, Environ, Rendered, StartResponse

NEVER_KEPT = ("/admin/", "/static/", "/media/", "/healthz")


class PageCache:
    """Answers GET and HEAD of whoever is not signed in, without a query, from what it keeps in `room` bytes."""

    def __init__(self, application: Application, reader: VersionReader, room: int) -> None:
        self.application = application
        self._content = CurrentContent(reader, room)
        self._session_cookie = f"{settings.SESSION_COOKIE_NAME}="
        self._proxies = TrustedProxies(settings.TRUSTED_PROXIES)
        self._is_allowed = lru_cache(maxsize=256)(_host_is_allowed)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not self._may_be_kept(environ) or (pages := self._content.pages()) is None:
            return self.application(environ, start_response)
        key = (self._scheme(environ), environ["PATH_INFO"], takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")))
        page = pages.kept.get(key)
        if page is not None:
            return page.answer(environ, start_response)
        if key in pages.passing:
            return self.application(environ, start_response)
        with pages.turn(key):  # after an edit, everybody asks for the same page at once
            page = pages.kept.get(key)
            if page is None:
                rendered = Rendered(self.application, environ)
                page = rendered.as_page(is_compressed=key[2])
                if page is None:
                    pages.let_pass(key)
                    return rendered.answer(environ, start_response)
                pages.keep(key, page)
        return page.answer(environ, start_response)

    def _may_be_kept(self, environ: Environ) -> bool:
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and not environ.get("QUERY_STRING")
            and "HTTP_RANGE" not in environ
            and self._session_cookie not in environ.get("HTTP_COOKIE", "")
            and not environ["PATH_INFO"].startswith(NEVER_KEPT)
            and self._is_allowed(environ.get("HTTP_HOST", ""))
        )

    def _scheme(self, environ: Environ) -> str:
        """As Django will see it: ClientAddressMiddleware believes the same proxies."""
        forwarded = environ.get("HTTP_X_FORWARDED_PROTO")
        if forwarded and self._proxies.trusts(environ.get("REMOTE_ADDR", "")):
            return str(forwarded)
        return str(environ["wsgi.url_scheme"])


def _host_is_allowed(host: str) -> bool:
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding header names gzip, and not with a weight of nothing (RFC 9110, section 12.5.3)."""
    for part in accepted.lower().split(","):
        name, _, weight = part.replace(" ", "").partition(";q=")
        if name in {"gzip", "x-gzip"}:
            return weight.strip("0.") != "" or weight == ""
    return False
