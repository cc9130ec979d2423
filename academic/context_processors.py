"""What every public template knows; nothing here queries on admin or error pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from .middleware import ADMIN_PREFIX, public_profile
from .models import MenuItem
from .shared import shared_value

STATIC_COPY = "nutshell.static_copy"  # in the environ of requests whose answers become files (academic/site/export)


def site(request: HttpRequest) -> dict[str, Any]:
    """Profile and menu as functions, so that a template that shows neither pays nothing."""
    if request.path_info.startswith(ADMIN_PREFIX):
        return {}
    return {
        "profile": lambda: public_profile(request),
        "menu": lambda: shared_value("menu", lambda: list(MenuItem.objects.published().select_related("page"))),
        "site_url": settings.SITE_URL,
        "is_static": STATIC_COPY in request.META,
        "canonical_url": settings.SITE_URL + request.path,
        "this_year": timezone.now().year,
        "editor": request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None,
    }
