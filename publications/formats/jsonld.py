"""A work as schema.org describes it, which search engines read as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..bibtex.person import Name
from ..bibtex.record import Record
from . import parts

Thing = dict[str, Any]

_TYPES = {
    "article": "ScholarlyArticle", "conference": "ScholarlyArticle", "preprint": "ScholarlyArticle",
    "manuscript": "ScholarlyArticle", "chapter": "Chapter", "book": "Book", "thesis": "Thesis", "report": "Report",
    "software": "SoftwareSourceCode", "dataset": "Dataset", "talk": "PresentationDigitalDocument", "poster": "Poster",
}  # fmt: skip


def type_of(record: Record) -> str:
    return _TYPES.get(record.kind, "CreativeWork")


def work(
    record: Record, *, url: str = "", pdf: str = "", image: str = "", author_ids: Sequence[str] = ()
) -> list[Thing]:
    """The work; and for a talk the event where it was given.

    `author_ids` are IRIs of the authors in their order (an ORCID), "" where none is known.
    """
    own = f"{url}#work" if url else ""
    return [filled(_work(record, own, url, pdf, image, author_ids)), *event(record, own)]


def _work(record: Record, own: str, url: str, pdf: str, image: str, author_ids: Sequence[str]) -> Thing:
    doi = parts.doi_address(record)
    return {
        "@type": type_of(record),
        "@id": own,
        "url": url,
        "mainEntityOfPage": url,
        "name": record.title,
        "headline": record.title if type_of(record) in ("ScholarlyArticle", "Report", "Thesis") else "",
        "author": _authors(record, author_ids),
        "editor": [person(editor) for editor in record.editors] if record.kind == "book" else [],
        "datePublished": parts.iso_date(record),
        "inLanguage": record.language,
        "abstract": record.abstract,
        "keywords": record.topics,
        "image": image,
        **_place(record),
        "publisher": _organisation(parts.publishers(record)[0]),
        "identifier": _identifiers(record),
        "sameAs": [address for address in (doi, parts.arxiv_address(record)) if address],
        "license": parts.licence_address(record) or record.licence,
        "award": record.award,
        "encoding": {"@type": "MediaObject", "contentUrl": pdf, "encodingFormat": "application/pdf"} if pdf else None,
    }


def filled(thing: Mapping[str, Any]) -> Thing:
    """Without what is empty."""
    return {name: value for name, value in thing.items() if value}


def _authors(record: Record, ids: Sequence[str]) -> list[Thing]:
    known = [*ids, *[""] * len(record.authors)]
    found = [person(name, known[place]) for place, name in enumerate(record.authors)]
    return found or ([_organisation(record.collaboration)] if record.collaboration else [])


def person(name: Name, iri: str = "") -> Thing:
    if name.literal:
        return filled({"@type": "Organization", "@id": iri, "name": name.family})
    family = f"{name.von} {name.family}".strip()
    parts_of_name = {"givenName": name.given, "familyName": family, "honorificSuffix": name.jr}
    return filled({"@type": "Person", "@id": iri, "name": name.printed, **parts_of_name})


def _organisation(name: str) -> Thing:
    return {"@type": "Organization", "name": name} if name else {}


def _place(record: Record) -> Thing:
    """What it is part of, and where in it."""
    first, last = ("", "") if parts.has_page_count(record) else parts.first_and_last_page(record.pages)
    where = {"pageStart": first, "pageEnd": last} if last or first.isdigit() else {"pagination": first}
    match record.kind:
        case "article":
            return {"isPartOf": _issue(record), **where}
        case "conference" | "chapter":
            return {"isPartOf": _volume_of_papers(record), **where}
        case "book":
            own = {"isbn": parts.numbers(record.isbn), "bookEdition": record.edition}
            return {**own, "isPartOf": _series(record), "numberOfPages": record.pages if record.pages.isdigit() else ""}
        case "report":
            return {"reportNumber": record.number, **where}
        case "thesis":
            return {"inSupportOf": parts.genre(record), "sourceOrganization": _organisation(record.institution)}
        case "software":
            return {"version": parts.more_fields(record).get("version", "")}
        case _:
            return {"isPartOf": _named("CreativeWork", record.venue)}


def _named(kind: str, name: str) -> Thing:
    return {"@type": kind, "name": name} if name else {}


def _issue(record: Record) -> Thing:
    """The issue in its volume in its journal, as far as they are known."""
    journal = _named("Periodical", record.venue)
    if not journal:
        return {}
    short = record.venue_short if record.venue_short != record.venue else ""
    inner = filled({**journal, "alternateName": short, "issn": parts.numbers(record.issn)})
    if record.volume:
        inner = {"@type": "PublicationVolume", "volumeNumber": record.volume, "isPartOf": inner}
    if record.number:
        inner = {"@type": "PublicationIssue", "issueNumber": record.number, "isPartOf": inner}
    return inner


def _volume_of_papers(record: Record) -> Thing:
    book = _named("Book", record.venue)
    if not book:
        return {}
    short = record.venue_short if record.venue_short != record.venue else ""
    more = {
        "alternateName": short,
        "isbn": parts.numbers(record.isbn),
        "editor": [person(editor) for editor in record.editors],
        "isPartOf": _series(record),
    }
    return filled({**book, **more})


def _series(record: Record) -> Thing:
    return _named("BookSeries", record.series)


def _identifiers(record: Record) -> list[Thing]:
    values: Iterable[tuple[str, str]] = (
        ("DOI", record.doi),
        ("arXiv", record.arxiv_id),
        ("PMID", record.pmid),
        ("HAL", record.hal_id),
    )
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in values if value]


def event(record: Record, own: str) -> list[Thing]:
    """Where a talk or a poster was shown; nothing while its date or its occasion is not known."""
    occasion = parts.more_fields(record).get("eventtitle", "") or record.venue or record.institution
    if record.kind not in ("talk", "poster") or not (record.year and (occasion or record.location)):
        return []
    shown = {
        "@type": "Event",
        "name": occasion or record.title,
        "startDate": parts.iso_date(record),
        "location": _named("Place", record.location or occasion),
        "performer": _authors(record, ()),
        "workFeatured": {"@id": own} if own else _named("CreativeWork", record.title),
    }
    return [filled(shown)]
