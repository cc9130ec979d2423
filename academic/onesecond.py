"""How long the nginx in front may keep a page: until the second ends in which it was asked for.

nginx's own `proxy_cache_valid 1s` counts whole seconds and keeps a page for up to two (docs/decisions/one-second.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KEPT = ("200", "301", "304")
PERSONAL = ("no-store", "private")


def kept_for_this_second(application: WSGIApplication) -> WSGIApplication:
    """Gives the proxy's own second (X-Accel-Now) back as the end of what is public; without one, changes nothing."""

    def asked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        second = environ.get("HTTP_X_ACCEL_NOW", "")
        if not (second.isascii() and second.isdigit()):
            return application(environ, start_response)

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            if status.startswith(KEPT) and not _is_personal(headers):
                headers = [*headers, ("X-Accel-Expires", f"@{second}")]
            return start_response(status, headers, *error)

        return application(environ, start)

    return asked


def _is_personal(headers: list[tuple[str, str]]) -> bool:
    """Whether it is for one person; nginx would believe X-Accel-Expires more than Cache-Control."""
    return any(
        name.lower() == "cache-control" and any(word in value.lower() for word in PERSONAL) for name, value in headers
    )
