"""The whole site as one feed: news and publications newest first."""

from __future__ import annotations

from datetime import datetime
from itertools import chain

from django.utils.translation import gettext_lazy as _

from academic.feeds import FEED_LENGTH, SiteFeed
from news.feeds import NewsFeed
from news.models import NewsItem
from publications.feeds import PublicationFeed
from publications.models import Publication


class WholeSiteFeed(SiteFeed):
    path = "/feed.xml"
    list_path = "/"
    subject = _("News and publications")

    def items(self) -> list[NewsItem | Publication]:
        """The newest of both; a publication that has news is told by its news."""
        news = list(NewsFeed().items())
        told = {item.publication_id for item in news}
        papers = (paper for paper in PublicationFeed().items() if paper.pk not in told)
        return sorted(chain(news, papers), key=self._sorted_by, reverse=True)[:FEED_LENGTH]

    def _sorted_by(self, item: NewsItem | Publication) -> tuple[int, int, int]:
        if isinstance(item, NewsItem):
            return item.date.year, item.date.month, item.date.day
        return item.year or 0, item.month or 0, item.day or 0

    def item_title(self, item: NewsItem | Publication) -> str:
        return NewsFeed().item_title(item) if isinstance(item, NewsItem) else PublicationFeed().item_title(item)

    def item_description(self, item: NewsItem | Publication) -> str:
        if isinstance(item, NewsItem):
            return NewsFeed().item_description(item)
        return PublicationFeed().item_description(item)

    def item_pubdate(self, item: NewsItem | Publication) -> datetime | None:
        if isinstance(item, NewsItem):
            return NewsFeed().item_pubdate(item)
        return PublicationFeed().item_pubdate(item)

    def item_updateddate(self, item: NewsItem | Publication) -> datetime:
        return NewsFeed().item_updateddate(item) if isinstance(item, NewsItem) else super().item_updateddate(item)
