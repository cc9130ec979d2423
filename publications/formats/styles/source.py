"""What a reference is made of, the same for every style."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from ...bibtex.names import split_names
from ...bibtex.person import Name
from ...bibtex.record import Record
from .. import csl, parts
from . import numbers
from .text import capitalised, clean

_NOT_OUT = {"preparation": "in preparation", "submitted": "submitted for publication"}
_FORTHCOMING = frozenset(("accepted", "inpress"))
# What is cited as itself however far its paper has come.
_OUT_ANYWAY = frozenset(("preprint", "software", "dataset", "patent", "online", "talk", "poster", "thesis"))
_RANGE_OF_YEARS = re.compile(r"(\d{3,4})\s*[-–/]+\s*(\d{2,4})")
_PRESENTED = re.compile(
    r"((?:\w+ )?(?:talk|lecture|keynote|seminar|tutorial|poster|presentation|colloquium|panel)(?: session| talk)?)"
    r"(?:(?:,| at(?: the)?| in(?: the)?) (.+))?",
    re.IGNORECASE,
)
_VERSION = re.compile(r"^v(?:ersion|\.)?\s*(?=\d)", re.IGNORECASE)
_ORDINARY_PAGE = 5  # digits: an article of a journal without pages has a longer number


@dataclass(frozen=True, slots=True)
class Source:
    """Plain, clean text; "" and 0 where nothing is known."""

    kind: str
    title: str
    authors: list[Name] = field(default_factory=list)
    goes_on: bool = False  # the list of authors does
    editors: list[Name] = field(default_factory=list)
    translators: list[Name] = field(default_factory=list)
    holders: list[Name] = field(default_factory=list)  # of a patent
    year: str = ""
    month: int = 0
    day: int = 0
    status: str = ""  # "in preparation", "submitted for publication", "forthcoming"
    container: str = ""
    container_short: str = ""
    series: str = ""
    series_number: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""  # of a report or a patent
    pages: str = ""
    article_number: str = ""  # where a journal has these instead of pages
    edition: str = ""  # "2nd", "rev."; never the first
    genre: str = ""
    version: str = ""
    publisher: str = ""
    place: str = ""
    event_place: str = ""
    doi: str = ""
    url: str = ""  # none where there is a DOI
    arxiv: str = ""
    pmid: str = ""
    accessed: tuple[int, ...] = ()
    language: str = ""

    @property
    def doi_url(self) -> str:
        """The DOI as an address, or the address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def abbreviated(self) -> str:
        """The journal's name as styles with abbreviations have it, where it is known."""
        return self.container_short if "." in self.container_short else self.container

    @property
    def is_edited_only(self) -> bool:
        return self.kind == "book" and not self.authors and bool(self.editors)


def source(record: Record) -> Source:
    """The record's parts, as styles need them."""
    item = csl.item(record)
    kind = _kind(record)
    text = {name: clean(value) for name, value in item.items() if isinstance(value, str)}
    pages, article_number = _pages(record)
    year, month, day = _date(record)
    of_series = kind in ("conference", "chapter", "book")
    series_number, volume = _volume(record) if of_series else ("", clean(record.volume))
    place, event_place = _places(kind, text)
    container, genre = _container(record, text.get("genre", ""))
    return Source(
        kind=kind,
        title=clean(record.title).rstrip(".") or "Untitled",
        authors=_authors(record),
        goes_on=record.and_others,
        editors=_clean_names(record.editors),
        translators=_clean_names(split_names(parts.more_fields(record).get("translator", "")).names),
        holders=[Name(clean(holder), literal=True) for holder in _holders(record)],
        year=year,
        month=month,
        day=day,
        status=_NOT_OUT.get(record.status, "") if kind == "manuscript" else _forthcoming(record),
        container=container,
        container_short=clean(record.venue_short),
        series=clean(record.series),
        series_number=series_number,
        volume=volume,
        issue=text.get("issue", "") if not of_series else "",
        number=clean(record.number),
        pages=pages,
        article_number=article_number,
        edition=clean(numbers.edition(record.edition)),
        genre=genre,
        version=_VERSION.sub("", text.get("version", "")),
        publisher=text.get("publisher", ""),
        place=place,
        event_place=event_place,
        doi=clean(record.doi),
        url="" if record.doi else _url(record),
        arxiv=clean(record.arxiv_id),
        pmid=clean(record.pmid),
        accessed=_accessed(item.get("accessed", {})),
        language=record.language,
    )


def _kind(record: Record) -> str:
    """A paper nobody accepted yet is a manuscript, wherever it was sent to."""
    if record.status in _NOT_OUT and record.kind not in _OUT_ANYWAY:
        return "manuscript"
    return record.kind or "other"


def _container(record: Record, genre: str) -> tuple[str, str]:
    """Where it appeared, and as what: "Invited talk at MIT" was an invited talk, and its place is MIT."""
    venue = clean(record.venue or record.venue_short)
    said = _PRESENTED.fullmatch(venue) if record.kind in ("talk", "poster") else None
    return (said[2] or "", genre or capitalised(said[1])) if said else (venue, genre)


def _forthcoming(record: Record) -> str:
    return "forthcoming" if record.status in _FORTHCOMING and record.kind not in _OUT_ANYWAY else ""


def _authors(record: Record) -> list[Name]:
    """With the collaboration as the last of them."""
    group = [Name(record.collaboration, literal=True)] if record.collaboration else []
    known = {name.printed.casefold() for name in record.authors}
    return _clean_names([*record.authors, *(one for one in group if one.printed.casefold() not in known)])


def _holders(record: Record) -> list[str]:
    """Of a patent: companies more often than people, so their names are not split."""
    return [name for name in parts.more_fields(record).get("holder", "").split(" and ") if name.strip()]


def _volume(record: Record) -> tuple[str, str]:
    """Of a book: its number in its series, and its volume. As BibTeX has it, a volume is the series' where nothing
    else numbers it."""
    number, volume = clean(record.number), clean(record.volume)
    if not record.series:
        return "", volume
    return (number, volume) if number else (volume, "")


def _places(kind: str, text: dict[str, str]) -> tuple[str, str]:
    """The publisher's place and the event's. A lone place of a conference paper may be either: it is left out."""
    place, event = text.get("publisher-place", ""), text.get("event-place", "")
    return ("", "") if kind == "conference" and place and not event else (place, event)


def _clean_names(names: list[Name]) -> list[Name]:
    cleaned = (
        replace(name, family=clean(name.family), given=clean(name.given), von=clean(name.von), jr=clean(name.jr))
        for name in names
    )
    return [name for name in cleaned if name.family or name.given]


def _date(record: Record) -> tuple[str, int, int]:
    years = _RANGE_OF_YEARS.fullmatch(record.date_text.strip())
    if years:
        return f"{years[1]}–{years[2]}", 0, 0
    if record.year is None:
        has_year = any(letter.isdigit() for letter in record.date_text)
        return clean(record.date_text) if has_year else "", 0, 0
    return str(record.year), record.month or 0, (record.day or 0) if record.month else 0


def _pages(record: Record) -> tuple[str, str]:
    pages = clean(record.pages).replace("--", "–")
    if not pages or parts.has_page_count(record):
        return "", ""
    is_number = "–" not in pages and "," not in pages and not (pages.isdigit() and len(pages) < _ORDINARY_PAGE)
    return ("", pages) if record.kind == "article" and is_number else (pages, "")


def _url(record: Record) -> str:
    """The address the entry gives as its own, or arXiv's for a preprint: never that of a page about the work."""
    own = (link.url for link in parts.links(record, "") if link.label.lower() in parts.OWN_PAGE)
    arxiv = parts.arxiv_address(record) if record.kind == "preprint" else ""
    return clean(next(own, "") or arxiv)


def _accessed(date: dict[str, Any]) -> tuple[int, ...]:
    found = date.get("date-parts", [[]])[0]
    return tuple(found) if len(found) == 3 else ()
