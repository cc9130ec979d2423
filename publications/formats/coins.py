"""A work as a COinS, an OpenURL context object (ANSI/NISO Z39.88-2004) in a <span>: Zotero finds them in lists."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_plus

from ..bibtex.record import Record
from . import highwire, parts

Keys = Iterator[tuple[str, str]]

# The metadata format and the genre, by which readers know the kind of work.
_FORMATS = {
    "article": ("journal", "article"), "conference": ("book", "proceeding"), "chapter": ("book", "bookitem"),
    "book": ("book", "book"), "report": ("book", "report"), "thesis": ("dissertation", ""),
    "preprint": ("journal", "preprint"), "manuscript": ("book", "document"), "patent": ("patent", ""),
}  # fmt: skip
_OTHER = ("dc", "")
COLUMNS = (  # of a record, besides its authors: what a context object tells
    *("kind", "entry_type", "title", "language", "collaboration", "year", "month", "day", "venue", "venue_short"),
    *("volume", "number", "pages", "series", "edition", "publisher", "institution", "location"),
    *("doi", "arxiv_id", "isbn", "issn", "pmid", "extra"),
)
_DC_TYPES = {"software": "computerProgram", "dataset": "dataset", "talk": "presentation", "poster": "presentation"}


def context_object(record: Record, *, url: str = "") -> str:
    """Keys and values as a query string; `url` is the address of the work's page."""
    metadata, genre = _FORMATS.get(record.kind, _OTHER)
    about = {"journal": _journal, "book": _book, "dissertation": _dissertation, "patent": _patent}.get(metadata, _plain)
    keys = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{metadata}"),
        ("rft.genre", genre),
        *about(record),
        *_people(record, metadata),
        ("rft.date", parts.iso_date(record)),
        ("rft.language", record.language),
        *_identifiers(record, metadata, url),
    ]
    return "&".join(f"{name}={quote_plus(value)}" for name, value in keys if value)


def _journal(record: Record) -> Keys:
    first, last = parts.first_and_last_page(record.pages)
    yield "rft.atitle", record.title
    yield "rft.jtitle", record.venue
    yield "rft.stitle", record.venue_short
    yield "rft.volume", record.volume
    yield "rft.issue", record.number
    yield "rft.spage", first
    yield "rft.epage", last
    yield from (("rft.issn", number) for number in parts.numbers(record.issn)[:1])


def _book(record: Record) -> Keys:
    is_part = record.kind in ("conference", "chapter")
    first, last = parts.first_and_last_page(record.pages) if is_part else ("", "")
    yield "rft.atitle", record.title if is_part else ""
    yield "rft.btitle", record.venue if is_part else record.title
    # Zotero takes the last of these for the title of a conference paper, and reads no `atitle` there.
    yield "rft.title", record.title if record.kind == "conference" else ""
    yield "rft.series", record.series
    yield "rft.edition", record.edition
    yield "rft.pub", parts.publishers(record)[0]
    yield "rft.place", record.location
    yield "rft.spage", first
    yield "rft.epage", last
    yield from (("rft.isbn", number) for number in parts.numbers(record.isbn)[:1])


def _dissertation(record: Record) -> Keys:
    yield "rft.title", record.title
    yield "rft.inst", record.institution or record.publisher
    yield "rft.degree", parts.genre(record)


def _patent(record: Record) -> Keys:
    yield "rft.title", record.title
    yield "rft.number", record.number
    yield "rft.assignee", record.institution or record.publisher


def _plain(record: Record) -> Keys:
    yield "rft.title", record.title
    yield "rft.type", _DC_TYPES.get(record.kind, "")
    yield "rft.publisher", parts.publishers(record)[0]


def _people(record: Record, metadata: str) -> Keys:
    """Every person whole, in order; the first in parts too, which Zotero puts last where it stands in parts only."""
    for name in record.authors:
        if name.literal:
            yield "rft.aucorp", highwire.name_of(name)
        else:
            yield {"dc": "rft.creator", "patent": "rft.inventor"}.get(metadata, "rft.au"), highwire.name_of(name)
    if not record.authors:
        yield "rft.aucorp", record.collaboration
    elif metadata in ("journal", "book", "dissertation") and not record.authors[0].literal:
        first = record.authors[0]
        yield "rft.aulast", f"{first.von} {first.family}".strip()
        yield "rft.aufirst", first.given


def _identifiers(record: Record, metadata: str, url: str) -> Keys:
    yield "rft_id", f"info:doi/{record.doi}" if record.doi else ""
    yield "rft_id", f"info:arxiv/{record.arxiv_id}" if record.arxiv_id else ""
    yield "rft_id", f"info:pmid/{record.pmid}" if record.pmid else ""
    yield "rft.identifier" if metadata == "dc" else "rft_id", url
