"""The `citation_*` tags of a paper's own page, which Google Scholar indexes by and Zotero reads.

As Scholar's inclusion guidelines for webmasters ask; the tag of the container is the one from which Zotero's
"Embedded Metadata" takes the type of the item.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..bibtex.person import Name
from ..bibtex.record import Record
from . import parts

Tags = Iterator[tuple[str, str]]


def lacking(record: Record) -> list[str]:
    """Which of "title", "authors" and "date" it does not have: without all three Scholar takes none of the tags."""
    has = {"title": record.title.strip(), "authors": [*_authors(record)], "date": record.year}
    return [name for name, value in has.items() if not value]


def tags(record: Record, *, url: str = "", pdf: str = "") -> list[tuple[str, str]]:
    """(name, content) in the order of a page's head; none where a required one is lacking, none that is empty.

    `url` is the address of the page, `pdf` of its file on this site: one on another site is a link and no tag.
    """
    if lacking(record):
        return []
    return [(name, " ".join(content.split())) for name, content in _tags(record, url, pdf) if content.strip()]


def _tags(record: Record, url: str, pdf: str) -> Tags:
    yield "citation_title", record.title
    yield from (("citation_author", name) for name in _authors(record))
    yield "citation_publication_date", _date(record)
    yield from _container(record)
    yield from _pages(record)
    yield "citation_doi", record.doi
    yield "citation_arxiv_id", record.arxiv_id
    yield "citation_pmid", record.pmid
    yield "citation_publisher", parts.publishers(record)[0] if record.kind not in ("thesis", "report") else ""
    yield "citation_language", record.language
    yield "citation_keywords", "; ".join(record.topics)
    yield "citation_abstract_html_url", url if record.abstract else ""
    yield "citation_pdf_url", pdf


def _authors(record: Record) -> Iterator[str]:
    """Every one as "Family, Given"; a body whole; the group where no person is named."""
    yield from filter(None, map(name_of, record.authors))
    if not record.authors and record.collaboration.strip():
        yield record.collaboration.strip()


def name_of(name: Name) -> str:
    """Without marks. A particle stands before the family name, a suffix after the given one, as Zotero splits them."""
    if name.literal:
        return name.family.strip()
    family = f"{name.von} {name.family}".strip()
    return ", ".join(part for part in (family, f"{name.given} {name.jr}".strip()) if part)


def _date(record: Record) -> str:
    """As precise as it is known: 2010/5/12, 2010/5 or 2010."""
    known = [f"{record.year:04d}"]
    for part in (record.month, record.day):
        if not part:
            break
        known.append(str(part))
    return "/".join(known)


def _container(record: Record) -> Tags:
    """What it appeared in, by its type; where nothing is known of that, nothing."""
    match record.kind:
        case "article":
            yield "citation_journal_title", record.venue
            yield "citation_volume", record.volume
            yield "citation_issue", record.number
            yield from (("citation_issn", number) for number in parts.numbers(record.issn))
        case "conference":
            yield "citation_conference_title", record.venue
            yield "citation_volume", record.volume
            yield from (("citation_isbn", number) for number in parts.numbers(record.isbn))
        case "chapter":
            yield "citation_inbook_title", record.venue
            yield from (("citation_isbn", number) for number in parts.numbers(record.isbn))
        case "thesis":
            yield "citation_dissertation_institution", record.institution or record.publisher
        case "report":
            yield "citation_technical_report_institution", record.institution or record.publisher
            yield "citation_technical_report_number", record.number
        case "book":
            yield from (("citation_isbn", number) for number in parts.numbers(record.isbn))


def _pages(record: Record) -> Tags:
    if parts.has_page_count(record):
        return
    first, last = parts.first_and_last_page(record.pages)
    yield "citation_firstpage", first
    yield "citation_lastpage", last
