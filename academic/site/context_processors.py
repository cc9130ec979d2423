"""Whether this site is a demo that others can reach."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from academic.middleware import ADMIN_PREFIX, public_profile

IS_DEMO = "is_demo"  # the fact of the profile (apps.py)


def demo(request: HttpRequest) -> dict[str, Any]:
    """`is_demo` comes with the profile, when a template reads it; on one's own machine a demo needs no banner."""
    if settings.SITE_IS_LOCAL or request.path_info.startswith(ADMIN_PREFIX):
        return {"is_demo": False}
    return {"is_demo": lambda: _is_demo(request)}


def _is_demo(request: HttpRequest) -> bool:
    """An error page must appear even when the database does not answer."""
    try:
        return bool(getattr(public_profile(request), IS_DEMO, False))
    except DatabaseError:
        return False
