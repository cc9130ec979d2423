"""Publications as a feed, in the order they came to the site."""

from __future__ import annotations

from datetime import datetime

from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from academic.feeds import FEED_LENGTH, SiteFeed
from academic.markdown import plain_text, render

from .models import Publication, PublicationQuerySet


class PublicationFeed(SiteFeed):
    path = "/publications/feed.xml"
    list_path = "/publications/"
    subject = _("Publications")

    def items(self) -> PublicationQuerySet:
        return Publication.objects.published().newest_first().with_everything_shown()[:FEED_LENGTH]

    def item_title(self, item: Publication) -> str:
        return plain_text(item.title, inline=True)

    def item_description(self, item: Publication) -> str:
        authors = ", ".join(authorship.printed for authorship in item.authorships.all())
        about = ". ".join(filter(None, [authors, item.venue, str(item.year or "")]))
        return "".join(filter(None, [f"<p>{escape(about)}</p>" if about else "", str(render(item.abstract))]))

    def item_pubdate(self, item: Publication) -> datetime:
        return item.created
