"""Share cards: the picture a link preview shows of a page that has none of its own, with its title drawn on it.

They are drawn after a save (academic/site/cards.py), never while a page is asked for: a page names its card where the
file is there. The file's name is made of whose card it is and of all that is drawn.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import Model
from django.urls import reverse
from django.utils.crypto import salted_hmac

from .feeds import absolute
from .linkpreview import Preview
from .models import Page, Profile, Publishable

WIDTH, HEIGHT = 1200, 630  # pixels, the shape Facebook, LinkedIn and X ask for
FOLDER = "cards"  # in MEDIA_ROOT
NAME = re.compile(rf"{FOLDER}/(?P<kind>[a-z]+)-(?P<key>[1-9][0-9]{{0,17}})-[0-9a-f]{{24}}\.png")
_DRAWING = "1"  # raised when cards look different, so that all are drawn anew


@dataclass(frozen=True)
class Card:
    """What is drawn."""

    title: str
    byline: str
    site: str
    accent: str


def name_of(owner: Model, card: Card) -> str:
    """Under MEDIA_ROOT. Nobody can guess it, not even of an item whose title they know."""
    digest = salted_hmac("academic.cards", repr((_DRAWING, *astuple(card))), algorithm="sha256").hexdigest()
    return f"{FOLDER}/{owner._meta.model_name}-{owner.pk}-{digest[:24]}.png"


def path_of(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name


def preview(owner: Model, card: Card) -> Preview | None:
    """The card, where it is drawn already."""
    name = name_of(owner, card)
    if not path_of(name).is_file():
        return None
    return Preview(absolute(reverse("media", args=[name])), WIDTH, HEIGHT, card.title)


def owner_is_visible(name: str) -> bool:
    """Whether visitors see the item whose card this is."""
    found = NAME.fullmatch(name)
    if found is None:
        return False
    if found["kind"] == Profile._meta.model_name:
        return True
    models = {model._meta.model_name: model for model in Publishable.__subclasses__()}
    model = models.get(found["kind"])
    rows = model._default_manager.filter(pk=found["key"]) if model else None
    return rows is not None and rows.published().exists()  # type: ignore[attr-defined]


def site_card(profile: Profile) -> Card:
    byline = " · ".join(filter(None, [profile.position, profile.tagline]))
    return Card(profile.name or profile.title, byline, profile.title, profile.accent)


def page_card(page: Page, profile: Profile) -> Card:
    return Card(page.title, page.summary or page.description, profile.title, profile.accent)


def site_preview(profile: Profile) -> Preview | None:
    return preview(profile, site_card(profile))
