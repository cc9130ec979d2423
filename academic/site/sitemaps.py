"""The sitemap: the fixed pages, and everything published."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap

from academic.models import Page
from academic.sitemaps import PublishedSitemap, SiteSitemap
from news.models import NewsItem
from publications.models import Publication


class FixedPages(SiteSitemap):
    def items(self) -> list[str]:
        return ["/", "/news/", "/publications/", "/projects/", "/teaching/", "/cv/"]

    def location(self, item: str) -> str:
        return item


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {
    "fixed": FixedPages(),
    "news": PublishedSitemap(NewsItem.objects.all()),
    "publications": PublishedSitemap(Publication.objects.all()),
    "pages": PublishedSitemap(Page.objects.all()),
}
