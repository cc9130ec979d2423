"""References as RIS, which EndNote, Zotero, Mendeley and RefWorks read.

The format is Research Information Systems' (tags as of 2011); where it leaves a choice, tags are those from which
Zotero's translator and EndNote's filter take the right field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..bibtex.person import Name
from ..bibtex.record import Record
from . import parts

MEDIA_TYPE = "application/x-research-info-systems"

_KINDS = {
    "article": "JOUR", "conference": "CONF", "chapter": "CHAP", "book": "BOOK", "thesis": "THES", "report": "RPRT",
    "preprint": "UNPB", "manuscript": "UNPB", "software": "COMP", "dataset": "DATA", "patent": "PAT", "online": "ELEC",
    "talk": "SLIDE", "poster": "SLIDE",
}  # fmt: skip
# Where the entry says more than our kind: by kind and entry type, or biblatex's `entrysubtype`.
_SPECIAL = {
    ("chapter", "inreference"): "ENCYC",
    ("report", "standard"): "STAND",
    ("article", "magazine"): "MGZN",
    ("article", "newspaper"): "NEWS",
}
# Tags that mean something else for some kinds.
_SERIES = {"book": "T2", "report": "T2", "software": "T2"}
_NUMBER = {"report": "SN", "patent": "SN", "book": "M1", "chapter": "SV"}
_EDITOR = {"book": "ED"}
_WITH_TYPE_OF_WORK = frozenset(("thesis", "report", "preprint", "manuscript", "online", "talk", "poster"))
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

Fields = Iterator[tuple[str, str]]


def write(records: Iterable[Record]) -> str:
    return "".join(map(reference, records))


def reference(record: Record, *, url: str = "", pdf: str = "", accessed: str = "") -> str:
    """One reference. `url` is the address of its page, `pdf` of its file, `accessed` an ISO date."""
    pdf = pdf or parts.pdf_address(record, url)
    lines = [f"TY  - {_type(record)}"]
    for tag, value in _fields(record, url, pdf, accessed):
        if text := _one_line(value):
            lines.append(f"{tag}  - {text}")
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _one_line(value: str) -> str:
    """No value can end its line and begin a tag of its own."""
    return " ".join(_CONTROL.sub(" ", value).split())


def _type(record: Record) -> str:
    for special in (parts.more_fields(record).get("entrysubtype", "").lower(), record.entry_type.lower()):
        if (record.kind, special) in _SPECIAL:
            return _SPECIAL[record.kind, special]
    return _KINDS.get(record.kind, "GEN")


def _fields(record: Record, url: str, pdf: str, accessed: str) -> Fields:
    yield from _people(record)
    yield from _titles(record)
    yield from _date(record)
    yield from _place_in_container(record)
    yield from _identifiers(record)
    yield from _about(record)
    for address in parts.addresses(record, url, pdf):
        yield "UR", address.replace(";", "%3B")  # which separates addresses for some readers
    yield "L1", pdf
    yield "Y2", accessed.replace("-", "/")
    yield "ID", record.citation_key


def _people(record: Record) -> Fields:
    yield from (("AU", name_of(author)) for author in record.authors)
    if not record.authors:
        yield "AU", record.collaboration
    yield from ((_EDITOR.get(record.kind, "A2"), name_of(editor)) for editor in record.editors)


def name_of(name: Name) -> str:
    """Family, Given, Suffix; the particle stands before the family name, a body's name is written whole."""
    if name.literal:
        return name.family
    family = f"{name.von} {name.family}".strip()
    if name.jr:
        return f"{family}, {name.given}, {name.jr}"
    return ", ".join(part for part in (family, name.given) if part)


def _titles(record: Record) -> Fields:
    series_tag = _SERIES.get(record.kind, "T3")
    yield "TI", record.title
    yield "ST", parts.more_fields(record).get("shorttitle", "")
    if not (record.series and series_tag == "T2"):
        yield "T2", record.venue
    yield series_tag, record.series
    if record.kind == "conference":
        yield "C3", record.venue
    if record.kind == "article":
        yield "JF", record.venue
    yield "JA", record.venue_short


def _date(record: Record) -> Fields:
    """DA is year/month/day/other: what is not known stays empty."""
    year = f"{record.year:04d}" if record.year is not None else ""
    month = f"{record.month:02d}" if year and record.month else ""
    day = f"{record.day:02d}" if month and record.day else ""
    yield "PY", year
    if month or record.date_text:
        yield "DA", f"{year}/{month}/{day}/{record.date_text.replace('/', '–')}"


def _place_in_container(record: Record) -> Fields:
    first, last = parts.first_and_last_page(record.pages)
    more = parts.more_fields(record)
    yield "VL", record.volume
    yield _NUMBER.get(record.kind, "IS"), record.number
    yield "SP", first or (more.get("pagetotal", "") if parts.has_page_count(record) else "")
    yield "EP", last
    yield "ET", record.edition or more.get("version", "")
    yield "PB", parts.publishers(record)[0]
    yield "CY", more.get("venue") or record.location


def _identifiers(record: Record) -> Fields:
    numbers = [record.isbn, record.issn] if record.kind != "article" else [record.issn, record.isbn]
    yield from (("SN", number) for number in numbers)
    yield "DO", record.doi
    if record.arxiv_id and record.kind == "preprint":
        yield "AN", f"arXiv:{record.arxiv_id}"
        yield "DB", "arXiv"


def _about(record: Record) -> Fields:
    if record.kind in _WITH_TYPE_OF_WORK:
        yield "M3", parts.genre(record)
    yield "LA", record.language
    yield from (("KW", topic) for topic in record.topics)
    yield "AB", record.abstract
    yield from (("N1", note) for note in _notes(record))


def _notes(record: Record) -> Iterator[str]:
    """What has no tag of its own."""
    yield record.note
    if record.and_others:
        yield "And other authors"
    if record.collaboration and record.authors:
        yield record.collaboration
    status = parts.STATUSES.get(record.status, "")
    if status not in record.note.lower():
        yield status
    yield record.award
    if record.pmid:
        yield f"PMID: {record.pmid}"
