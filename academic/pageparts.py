"""What other apps add to a free page; each registers a function in its blocks.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.utils.safestring import SafeString

from .models import Page, Profile


class PageParts(NamedTuple):
    """HTML below the page's title, and below its text."""

    head: SafeString
    foot: SafeString


Maker = Callable[[Page, Profile], PageParts | None]
_makers: list[Maker] = []


def adds_to_pages(maker: Maker) -> Maker:
    _makers.append(maker)
    return maker


def parts_of(page: Page, profile: Profile) -> list[PageParts]:
    return [parts for maker in _makers if (parts := maker(page, profile))]
