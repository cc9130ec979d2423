"""What every feed of the site shares: Atom (RFC 4287), with addresses from SITE_URL, never from the request's host."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from .models import Profile

FEED_LENGTH = 30


def absolute(path: str) -> str:
    """The address of a path of this site, as the outside world knows it."""
    return settings.SITE_URL + path if path.startswith("/") else path


class SteadyFeed(Atom1Feed):
    """Without items it was never updated, instead of just now: asked twice, it is the same feed."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


class SiteFeed(Feed):
    """Newest items first. Subclasses give `path`, `list_path`, `subject`, `items()` and how an item is told."""

    feed_type = SteadyFeed
    path: str
    list_path: str
    subject: Any

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Profile:
        return Profile.objects.filter(pk=1).first() or Profile(pk=1)

    def title(self, profile: Profile) -> str:
        return f"{profile.title} · {self.subject}"

    def author_name(self, profile: Profile) -> str:
        return profile.name or profile.title

    def link(self, profile: Profile) -> str:
        return absolute(self.list_path)

    def feed_url(self, profile: Profile) -> str:
        return absolute(self.path)

    def item_link(self, item: Any) -> str:
        return absolute(item.get_absolute_url())

    def item_guid(self, item: Any) -> str:
        return self.item_link(item)

    def item_updateddate(self, item: Any) -> datetime:
        return item.updated


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
