"""The reference for the home page: a plain Django view of the same rows, as a tutorial would have it.

The site's own models and Markdown, one query for each kind of thing of each block, one template, and the middleware of
`startproject`. No head, no structured data, no icons, no menu state, nothing remembered between requests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.template.backends.django import DjangoTemplates
from django.test import Client
from django.test.utils import override_settings
from django.urls import path

from academic.models import HomeBlock, Link, MenuItem, Profile
from academic.urls import urlpatterns as addresses
from news.models import NewsItem
from publications.models import Publication

from .servers import ROOT

Handler = Callable[[HttpRequest], HttpResponse]
STARTPROJECT = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
)
TEMPLATES = DjangoTemplates(
    {"NAME": "bare", "DIRS": [ROOT / "scripts" / "bench" / "templates"], "APP_DIRS": False, "OPTIONS": {}}
)


def home(request: HttpRequest) -> HttpResponse:
    profile = Profile.objects.select_related("photo", "header")
    profile = profile.prefetch_related(_links(), "affiliations", "interests")
    blocks = [_block(block) for block in HomeBlock.objects.filter(is_shown=True).prefetch_related(_links())]
    context = {"profile": profile.get(pk=1), "blocks": blocks, "menu": MenuItem.objects.select_related("page")}
    return HttpResponse(TEMPLATES.get_template("bare_home.html").render(context, request))


def _block(block: HomeBlock) -> dict[str, Any]:
    limit = block.options.get("limit") or 10
    news = NewsItem.objects.published().newest_first().to_be_completed()
    news = news.prefetch_related(_links(), _links("publication__links"))
    papers = Publication.objects.published().newest_first().to_be_completed()
    papers = papers.prefetch_related(_links(), "authorships", "bib_entries")
    shown: dict[str, dict[str, Any]] = {
        "news": {"pinned": news.filter(is_pinned=True), "news": news[:limit]},
        "selected": {"publications": papers.selected()[:limit]},
        "recent": {"publications": papers[:limit]},
        "publication": {"publications": papers.filter(pk=block.options.get("publication"))},
    }
    return {"block": block, **shown.get(block.kind, {})}


def _links(lookup: str = "links") -> Prefetch:
    """Without looking whether they lead to a draft, which the site does."""
    return Prefetch(lookup, Link.objects.select_related("document", "page"))


urlpatterns = [path("", home), *addresses]


def at_these_addresses(get_response: Handler) -> Handler:
    """The middleware that puts this view in the place of the site's home page."""

    def asked(request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__  # type: ignore[attr-defined]
        return get_response(request)

    return asked


class BareSite:
    """Asks the view through Django's test client, as the site's own pages are asked."""

    def __init__(self) -> None:
        self.client = Client()
        with override_settings(MIDDLEWARE=[f"{__name__}.at_these_addresses", *STARTPROJECT]):
            self.get()  # the client loads its middleware with its first request

    def get(self) -> str:
        return self.client.get("/").content.decode()
