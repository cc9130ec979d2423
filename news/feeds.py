"""News as a feed."""

from __future__ import annotations

from datetime import datetime

from django.utils.html import escape, format_html_join
from django.utils.translation import gettext_lazy as _

from academic.feeds import FEED_LENGTH, SiteFeed, absolute, at_midnight
from academic.markdown import plain_text, plain_title, render
from academic.models import Link

from .models import NewsItem, NewsQuerySet


def _absolute_link(link: Link) -> tuple[str, str]:
    return absolute(link.href), link.text


class NewsFeed(SiteFeed):
    path = "/news/feed.xml"
    list_path = "/news/"
    subject = _("News")

    def items(self) -> NewsQuerySet:
        return NewsItem.objects.published().newest_first().with_everything_shown()[:FEED_LENGTH]

    def item_title(self, item: NewsItem) -> str:
        return ": ".join(filter(None, [plain_text(item.kicker, inline=True), plain_title(item.shown_title)]))

    def item_description(self, item: NewsItem) -> str:
        """The text, or where there is none the links, as a list."""
        if item.body:
            return str(render(item.body))
        links = format_html_join("", '<li><a href="{}">{}</a></li>', map(_absolute_link, item.shown_label_links))
        return f"<ul>{links}</ul>" if links else escape(self.item_title(item))

    def item_pubdate(self, item: NewsItem) -> datetime:
        return at_midnight(item.date)

    def item_updateddate(self, item: NewsItem) -> datetime:
        """A change of the publication that lends its title changes the item."""
        own = super().item_updateddate(item)
        return max(own, item.publication.updated) if item.publication else own
