"""What a page tells programs in its <head>: search engines, link previews, reference managers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from .cards import site_preview
from .feeds import absolute
from .linkpreview import Preview
from .models import Profile

Thing = Mapping[str, Any]
Trail = Sequence[tuple[str, str]]


class TypedLink(Protocol):
    """A <link>: what it is of the page, where it leads, the media type there ("" where it is not known)."""

    @property
    def rel(self) -> str: ...
    @property
    def href(self) -> str: ...
    @property
    def type(self) -> str: ...


@dataclass(frozen=True)
class Head:
    """One page's. `kind` is OpenGraph's type, `trail` the (name, path) of what leads here from the home page, this page
    last; `things` are schema.org's, `tags` further <meta name content>, `links` further <link>s."""

    title: str
    description: str = ""
    kind: str = "website"
    trail: Trail = ()
    things: Sequence[Thing] = ()
    tags: Sequence[tuple[str, str]] = ()
    links: Sequence[TypedLink] = ()
    preview: Preview | None = None
    properties: Sequence[tuple[str, str]] = field(default=())

    @property
    def graph(self) -> list[Thing]:
        return [*self.things, *breadcrumbs(self.trail)]


def breadcrumbs(trail: Trail) -> list[Thing]:
    if not trail:
        return []
    steps = [(_("Home"), "/"), *trail]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
        for place, (name, path) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def section_head(profile: Profile, name: str, path: str, *, things: Sequence[Thing] = (), trail: Trail = ()) -> Head:
    """Of a section of the site, or of a choice in it (`trail`: what follows the section)."""
    whole = [(name, path), *trail]
    title = " – ".join([*(step for step, _path in reversed(whole)), profile.title])
    return Head(title=title, description=profile.description, trail=whole, things=things, preview=site_preview(profile))


def owner_id(profile: Profile) -> str:
    """The IRI of the owner as a person: the ORCID, or a place on the home page."""
    return f"https://orcid.org/{profile.orcid}" if profile.orcid else f"{settings.SITE_URL}/#me"


def filled(thing: Thing) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in thing.items() if value}
