"""Searching the whole site: publications, news, pages and the CV, without regard to case and accents.

Publications and news are found by the database (there may be thousands); the rest is read and compared here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from academic.models import CVEntry, Page
from academic.templatetags.dates import period, shown_date
from news.models import NewsItem
from publications.facets import Selection
from publications.models import Publication
from publications.search import search_text, search_words

MOST = 20  # of one kind
SHOWN_OF_PAPERS = ("title", "slug", "language", "year", "venue", "venue_short")
SHOWN_OF_NEWS = ("kicker", "title", "slug", "lang", "date", "date_precision", "publication__title")

Row = TypeVar("Row")


@dataclass(frozen=True)
class Hit:
    title: str
    address: str
    about: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Hits:
    """What was found of one kind; `more` leads to all of it, where there is more."""

    heading: str
    hits: list[Hit]
    more: str = ""


def search(question: str) -> list[Hits]:
    """Everything published that has all words of the question, by kind; kinds without any are left out."""
    words = search_words(question)
    if not words:
        return []
    found = [_publications(question), _pages(words), _news(question), _cv(words)]
    return [hits for hits in found if hits.hits]


def _publications(question: str) -> Hits:
    matching = Publication.objects.published().search(question).newest_first().only(*SHOWN_OF_PAPERS)
    rows = list(matching[: MOST + 1])
    hits = [
        Hit(row.title, row.get_absolute_url(), _listed(row.venue_short or row.venue, str(row.year or "")), row.language)
        for row in rows[:MOST]
    ]
    return Hits(_("Publications"), hits, Selection({}, question).address if len(rows) > MOST else "")


def _pages(words: list[str]) -> Hits:
    pages = Page.objects.published().order_by("title")
    found = _matching(pages, lambda page: (page.title, page.summary, page.description, page.tags, page.body), words)
    return Hits(
        _("Pages"),
        [Hit(page.title, page.path, page.summary or page.description, page.lang) for page in found[:MOST]],
    )


def _news(question: str) -> Hits:
    matching = NewsItem.objects.published().search(question).newest_first().select_related("publication")
    hits = [
        Hit(item.shown_title or item.kicker, item.get_absolute_url(), shown_date(item), item.lang)
        for item in matching.only(*SHOWN_OF_NEWS)[:MOST]
    ]
    return Hits(_("News"), hits)


def _cv(words: list[str]) -> Hits:
    found = _matching(
        CVEntry.objects.published(),
        lambda entry: (entry.title, entry.organisation, entry.place, entry.detail, entry.text),
        words,
    )
    hits = [
        Hit(entry.title, f"/cv/#entry-{entry.pk}", _listed(entry.organisation, period(entry)), entry.lang)
        for entry in found[:MOST]
    ]
    return Hits(_("Curriculum vitae"), hits)


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _matching(rows: Iterable[Row], texts: Callable[[Row], tuple[str, ...]], words: list[str]) -> list[Row]:
    return [row for row in rows if _has_all(search_text(texts(row)), words)]


def _has_all(text: str, words: list[str]) -> bool:
    return all(f" {word}" in text for word in words)
