"""Where an export starts: every address that nothing need link to."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from academic.middleware import ADMIN_PREFIX
from academic.models import Document, Page, Redirect
from news.models import NewsItem
from publications.facets import list_addresses
from publications.models import Publication

NOT_FOUND = "/404.html"  # web servers show it for what is missing
LIVE_ONLY = ("/healthz", "/search/")  # of no use without the site behind them
FORMATS = ("bibtex", "ris", "csl")


def first_addresses() -> Iterator[str]:
    """Addresses to try; what is not public, or not there, does not answer and is left out."""
    yield "/"
    yield NOT_FOUND
    yield from fixed_addresses()
    for published in (Page.objects.published(), NewsItem.objects.published()):
        yield from (item.get_absolute_url() for item in published.order_by("pk"))
    for slug, pdf in Publication.objects.published().order_by("pk").values_list("slug", "pdf"):
        formats = (*FORMATS, "pdf") if pdf else FORMATS
        yield from (reverse(f"publications:{name}", args=[slug]) for name in ("detail", *formats))
    yield from list_addresses()
    yield from Document.objects.exclude(path=None).values_list("path", flat=True)  # type: ignore[misc]
    yield from Redirect.objects.values_list("old_path", flat=True)


def fixed_addresses() -> Iterator[str]:
    """Those of urls.py that have no part to fill in."""
    for route in _routes(get_resolver().url_patterns):
        if not (f"/{route}".startswith(ADMIN_PREFIX) or f"/{route}" in LIVE_ONLY):
            yield f"/{route}"


def _routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if set(route) & set("<>^$()"):
            continue
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def is_live_only(path: str) -> bool:
    return path in LIVE_ONLY or path.startswith(ADMIN_PREFIX) or path == settings.STATIC_URL
