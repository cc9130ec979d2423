"""What every feed of the site shares: Atom (RFC 4287), with addresses from SITE_URL, never from the request's host."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed

from .models import Profile

FEED_LENGTH = 30
IDS = UUID("3f0c4a52-52d3-4c0e-9d0c-6a5c2f1f7a11")  # the namespace of entries' ids; another one would make all new
BEFORE_EVERYTHING = datetime(1970, 1, 1, tzinfo=UTC)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # which XML cannot hold
_TAG = re.compile(r"<[^>]+>")
_OWN_PATH = re.compile(r'((?:href|src|poster)=")(/(?!/))')
_SIZES = re.compile(r' (?:srcset|sizes)="[^"]*"')


def absolute(path: str) -> str:
    """The address of a path of this site, as the outside world knows it."""
    return settings.SITE_URL + path if path.startswith("/") else path


def absolute_html(html: str) -> str:
    """HTML of ours for readers elsewhere: its links and pictures with whole addresses."""
    return _TAG.sub(lambda tag: _OWN_PATH.sub(rf"\1{settings.SITE_URL}\2", _SIZES.sub("", tag[0])), html)


def _readable(value: Any) -> Any:
    return _CONTROL.sub(" ", value) if isinstance(value, str) else value


class AtomFeed(Atom1Feed):
    """Django's, whose `updated` is that of its content, and which no sign in a text can break."""

    def add_root_elements(self, handler: Any) -> None:
        self.feed = {name: _readable(value) for name, value in self.feed.items()}
        super().add_root_elements(handler)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        words = {name: _readable(item[name]) for name in ("title", "description", "author_name")}
        super().add_item_elements(handler, {**item, **words, "description": absolute_html(words["description"])})

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=BEFORE_EVERYTHING)


class SiteFeed(Feed):
    """Newest items first. Subclasses give `path`, `list_path`, `subject`, `items()` and how an item is told."""

    feed_type = AtomFeed
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
        """The same for ever (RFC 4287, 4.2.6): also with another slug, title or domain, and in a restored backup."""
        return uuid5(IDS, f"{item._meta.label_lower}/{item.pk}/{item.created.isoformat()}").urn

    def item_updateddate(self, item: Any) -> datetime:
        """The last change, or the moment it appeared by itself."""
        return max(filter(None, [item.updated, item.publish_at]))


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
