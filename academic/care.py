"""What needs care in the ground: texts (links, pictures, headings), labelled links, the menu, home blocks.

Rules are functions from what was fetched to findings; academic/site/care.py fetches and composes all rooms' rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from django.db.models.enums import TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .blocks import registered
from .images import pictures_by_name
from .markdown import Contents, contents, is_own
from .models import HomeBlock, Link, MenuItem, Publishable, Redirect
from .texts import texts_of

LeadsSomewhere = Callable[[str], bool]  # a path on this site → whether a visitor finds something there
SAYS_SOMETHING = re.compile(r"[\[#<]|://|^\s*[-=]+\s*$", re.MULTILINE)  # a text without these has nothing to look at


class Topic(TextChoices):
    """Headings of the findings, the worst first: FAULTS are wrong for every visitor, the others would be better."""

    NOWHERE = "nowhere", gettext_lazy("Links and pictures that lead nowhere")
    ELSEWHERE = "elsewhere", gettext_lazy("Pictures on other sites")
    ALT = "alt", gettext_lazy("Pictures without alternative text")
    LEVELS = "levels", gettext_lazy("Skipped heading levels")
    BLOCKS = "blocks", gettext_lazy("Home blocks of an unknown kind")
    DOUBLE = "double", gettext_lazy("Papers that seem to be there twice")
    OWNER = "owner", gettext_lazy("Papers whose authors you are not found among")
    SCHOLAR = "scholar", gettext_lazy("Papers that Google Scholar cannot index")
    PDF = "pdf", gettext_lazy("Papers without a PDF")
    ABSTRACT = "abstract", gettext_lazy("Papers without an abstract")
    MONTH = "month", gettext_lazy("Papers without a month")
    DOI = "doi", gettext_lazy("Papers without a DOI")


FAULTS = frozenset({Topic.NOWHERE, Topic.ELSEWHERE, Topic.ALT, Topic.LEVELS, Topic.BLOCKS, Topic.DOUBLE})


@dataclass(frozen=True)
class Finding:
    """One line: which row, and what is the matter with it (nothing, where the heading says it all)."""

    topic: Topic
    about: Model
    sentence: str = ""

    @property
    def form_url(self) -> str:
        meta = self.about._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[self.about.pk])

    @property
    def permission(self) -> str:
        """To change it."""
        return f"{self.about._meta.app_label}.change_{self.about._meta.model_name}"


@dataclass(frozen=True)
class Surroundings:
    """What texts are looked at with: the alternative text of every picture of the library, and the site's addresses."""

    alts: Mapping[str, str]
    leads_somewhere: LeadsSomewhere


# Texts ---------------------------------------------------------------------------------------------------------------


def of_texts(row: Model, around: Surroundings) -> Iterator[Finding]:
    """Everything about the Markdown texts of a row."""
    for _name, text in texts_of(row):
        if SAYS_SOMETHING.search(text):
            yield from _of_contents(row, _read(text), around)


# Reading is most of the work, and texts hardly change between two looks at the start page.
_read = lru_cache(maxsize=2048)(contents)


def _of_contents(row: Model, found: Contents, around: Surroundings) -> Iterator[Finding]:
    pictures = [(path_here(address), address, alt) for address, alt in found.pictures]
    for path, address, alt in pictures:
        if path is None:
            yield Finding(Topic.ELSEWHERE, row, address)
        elif not around.leads_somewhere(path):
            yield Finding(Topic.NOWHERE, row, address)
        elif not (alt.strip() or around.alts.get(_media_name(path))):
            yield Finding(Topic.ALT, row, address)
    for address in found.links:
        path = path_here(address)
        if path is not None and not around.leads_somewhere(path):
            yield Finding(Topic.NOWHERE, row, address)
    for level, words in skipped_levels(found.headings):
        yield Finding(Topic.LEVELS, row, _("“%(words)s” (level %(level)d)") % {"words": words, "level": level})


def skipped_levels(headings: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The headings that are more than one level below the one before."""
    before = 1
    for level, words in headings:
        if level > before + 1:
            yield level, words
        before = level


def path_here(address: str) -> str | None:
    """The path on this site an address leads to, None for another site and for a place in the same text."""
    if address.startswith("#") or not is_own(address):
        return None
    return urlsplit(address).path or "/"


def _media_name(path: str) -> str:
    return path.removeprefix(settings.MEDIA_URL)


def pictures_without_words(row: Model) -> int:
    """How many pictures in its texts have no alternative text, there or in the library. One query at most."""
    found = [picture for _name, text in texts_of(row) for picture in contents(text).pictures]
    silent = [_media_name(urlsplit(address).path) for address, alt in found if is_own(address) and not alt.strip()]
    known = pictures_by_name(set(silent))
    return sum(not (name in known and known[name].alt) for name in silent)


# Rows ----------------------------------------------------------------------------------------------------------------


def of_link(link: Link, around: Surroundings) -> Iterator[Finding]:
    """About a labelled link; its owner is what is opened. Links of drafts are seen by nobody."""
    owner: Any = link.owner
    if owner is None or (isinstance(owner, Publishable) and owner.visibility == Publishable.Visibility.DRAFT):
        return
    yield from _of_address(owner, link.url, f"{link.text}: {link.url}", around)


def of_menu_item(item: MenuItem, around: Surroundings) -> Iterator[Finding]:
    if item.url:
        yield from _of_address(item, item.url, item.url, around)


def of_redirect(redirect: Redirect, around: Surroundings) -> Iterator[Finding]:
    yield from _of_address(redirect, redirect.new_path, redirect.new_path, around)


def _of_address(row: Model, address: str, sentence: str, around: Surroundings) -> Iterator[Finding]:
    path = path_here(address)
    if path is not None and not around.leads_somewhere(path):
        yield Finding(Topic.NOWHERE, row, sentence)


def of_block(block: HomeBlock) -> Iterator[Finding]:
    if block.kind not in registered():
        yield Finding(Topic.BLOCKS, block, block.kind)
