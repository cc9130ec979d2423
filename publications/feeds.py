"""Publications as a feed, newest first."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, datetime

from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from academic.feeds import FEED_LENGTH, SiteFeed, at_midnight
from academic.markdown import plain_title, render

from .models import Publication, PublicationQuerySet


class PublicationFeed(SiteFeed):
    path = "/publications/feed.xml"
    list_path = "/publications/"
    subject = _("Publications")

    def items(self) -> PublicationQuerySet:
        return Publication.objects.published().newest(FEED_LENGTH).with_everything_shown()

    def item_title(self, item: Publication) -> str:
        return plain_title(item.title)

    def item_description(self, item: Publication) -> str:
        authors = ", ".join(authorship.printed for authorship in item.authorships.all())
        about = ". ".join(filter(None, [authors, item.venue, str(item.year or "")]))
        return f"<p>{escape(about)}</p>{render(item.abstract)}"

    def item_pubdate(self, item: Publication) -> datetime | None:
        """When it appeared, so that an imported list of old papers is not news; None where the month is not known."""
        if item.year is None or item.month is None or not MINYEAR <= item.year <= MAXYEAR:
            return None
        return at_midnight(date(item.year, item.month, 1))
