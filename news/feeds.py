"""News as a feed."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from academic.feeds import FEED_LENGTH, SiteFeed, at_midnight
from academic.markdown import plain_text, render

from .models import NewsItem, NewsQuerySet


class NewsFeed(SiteFeed):
    path = "/news/feed.xml"
    list_path = "/news/"
    subject = _("News")

    def items(self) -> NewsQuerySet:
        return NewsItem.objects.published().newest_first().with_everything_shown()[:FEED_LENGTH]

    def item_title(self, item: NewsItem) -> str:
        return ": ".join(
            filter(None, [plain_text(item.kicker, inline=True), plain_text(item.shown_title, inline=True)])
        )

    def item_description(self, item: NewsItem) -> str:
        return str(render(item.body))

    def item_pubdate(self, item: NewsItem) -> datetime:
        return at_midnight(item.date)
