"""Whether this site is a demo that others can reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from academic.middleware import ADMIN_PREFIX

from .models import DemoRecord


def demo(request: HttpRequest) -> dict[str, Any]:
    """`is_demo` asks the database when a template reads it, once a request; on one's own machine it never does."""
    if settings.SITE_IS_LOCAL or request.path_info.startswith(ADMIN_PREFIX):
        return {"is_demo": False}
    return {"is_demo": _asked_once()}


def _asked_once() -> Callable[[], bool]:
    answers: list[bool] = []

    def is_demo() -> bool:
        if not answers:
            answers.append(_is_loaded())
        return answers[0]

    return is_demo


def _is_loaded() -> bool:
    """An error page must appear even when the database does not answer."""
    try:
        return DemoRecord.objects.exists()
    except DatabaseError:
        return False
