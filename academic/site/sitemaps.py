"""The sitemap: the fixed pages, and everything published."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max

from academic.models import CVEntry, Page, Publishable
from academic.sitemaps import PublishedSitemap, SiteSitemap
from news.models import NewsItem
from publications.models import Publication

# The fixed pages, by the models whose rows they show.
SHOWN: dict[str, tuple[type[Publishable], ...]] = {
    "/": (NewsItem, Publication),
    "/news/": (NewsItem,),
    "/publications/": (Publication,),
    "/projects/": (Page,),
    "/teaching/": (CVEntry,),
    "/cv/": (CVEntry, Publication),
}


class FixedPages(SiteSitemap):
    """Each changed when what it shows last did."""

    def items(self) -> list[tuple[str, datetime | None]]:
        latest = {model: self._latest(model) for model in {model for shown in SHOWN.values() for model in shown}}
        changes = {path: [moment for model in shown if (moment := latest[model])] for path, shown in SHOWN.items()}
        return [(path, max(moments, default=None)) for path, moments in changes.items()]

    def _latest(self, model: type[Publishable]) -> datetime | None:
        rows: Any = model._default_manager
        return rows.published().aggregate(latest=Max("updated"))["latest"]

    def location(self, item: tuple[str, datetime | None]) -> str:
        return item[0]

    def lastmod(self, item: tuple[str, datetime | None]) -> datetime | None:
        return item[1]


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {
    "fixed": FixedPages(),
    "news": PublishedSitemap(NewsItem.objects.only("slug", "updated")),
    "publications": PublishedSitemap(Publication.objects.only("slug", "updated")),
    "pages": PublishedSitemap(Page.objects.only("path", "updated")),
}
