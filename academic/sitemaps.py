"""What every part of the sitemap shares: addresses from SITE_URL."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from .models import PublishableQuerySet


class SiteSitemap(Sitemap):
    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PublishedSitemap(SiteSitemap):
    """Everything published of one model, with the moment it was last changed."""

    def __init__(self, published: PublishableQuerySet) -> None:
        self.published = published

    def items(self) -> PublishableQuerySet:
        return self.published.published().order_by("pk")

    def lastmod(self, item: Any) -> datetime:
        return item.updated
