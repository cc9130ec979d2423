"""What a record says, as one dict ("Columns"): made from a BibTeX record and from a row, written to a row.

A value that is empty is not in the dict. Both ways give equal values, which is how the import sees what a person
edited: so what is too long for the database is cut here first. JSON-able.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from academic.addresses import is_safe
from academic.linkkinds import label_of
from academic.models import Link
from academic.models.completing import fetched

from .bibtex.identifiers import title_key
from .bibtex.names import Name, parse_person
from .bibtex.record import LinkItem, Record
from .models import Authorship, Publication, Topic
from .search import search_text

Columns = dict[str, Any]

TEXTS = (
    *("entry_type", "citation_key", "title", "language", "marks_legend", "collaboration", "date_text", "status"),
    *("venue", "venue_short", "volume", "number", "pages", "series", "edition", "publisher", "institution", "location"),
    *("doi", "arxiv_id", "arxiv_class", "isbn", "issn", "pmid", "hal_id", "abstract", "licence", "note"),
    *("award", "award_text"),
)
PLAIN = (*TEXTS, "kind", "year", "month", "day", "and_others")
ROW_FIELDS = {"selected": "is_selected", **{name: name for name in PLAIN}}
_EMPTY = {"year": None, "month": None, "day": None, "and_others": False, "selected": False}


def longest(model: type[Any], names: Iterable[str]) -> dict[str, int]:
    return {name: length for name in names if (length := model._meta.get_field(name).max_length)}


LENGTHS = longest(Publication, TEXTS)
_NAME_LENGTHS = longest(Authorship, ("given", "family", "marks"))
_NAME_LENGTHS |= dict(zip(("von", "jr"), longest(Authorship, ("particle", "suffix")).values(), strict=True))
_TOPIC_LENGTH = longest(Topic, ("name",))["name"]
_URL_LENGTH, _LABEL_LENGTH = (longest(Link, ("url", "label"))[name] for name in ("url", "label"))
_TITLE_KEY_LENGTH = longest(Publication, ("title_key",))["title_key"]
_KINDS = frozenset(Publication.Kind.values)


def from_record(record: Record, problems: list[str]) -> Columns:
    """The columns a BibTeX entry gives; what had to be cut or left out is added to `problems`."""
    columns: Columns = {}
    for name in TEXTS:
        value = getattr(record, name)
        if value:
            columns[name] = _cut(name, value, LENGTHS.get(name), problems)
    columns["kind"] = record.kind if record.kind in _KINDS else Publication.Kind.OTHER.value
    for name in ("year", "month", "day", "and_others", "selected"):
        if value := getattr(record, name):
            columns[name] = value
    _add_lists(columns, record, problems)
    return columns


def _add_lists(columns: Columns, record: Record, problems: list[str]) -> None:
    if record.authors:
        columns["authors"] = [_author(name, problems) for name in record.authors]
    if record.editors:
        columns["editors"] = [name.bibtex for name in record.editors]
    if links := _links(record, problems):
        columns["links"] = links
    if record.topics:
        named = {topic_key(name): " ".join(name.split())[:_TOPIC_LENGTH].strip() for name in reversed(record.topics)}
        columns["topics"] = [name for name in reversed(named.values()) if name]
    if record.extra:
        columns["extra"] = dict(record.extra)


def _author(name: Name, problems: list[str]) -> dict[str, Any]:
    author: dict[str, Any] = {"family": name.family}
    for part in ("given", "von", "jr", "marks"):
        if value := getattr(name, part):
            author[part] = value
    if name.literal:
        author["literal"] = True
    for part, length in _NAME_LENGTHS.items():
        if len(author.get(part, "")) > length:
            author[part] = _cut("author", author[part], length, problems)
    return author


def _links(record: Record, problems: list[str]) -> list[dict[str, str]]:
    links: dict[str, dict[str, str]] = {}
    for item in record.links:
        if len(item.url) > _URL_LENGTH or not is_safe(item.url):
            problems.append(f"link '{item.label or item.url[:60]}' left out: not an address the site links to")
            continue
        label = " ".join((item.label or label_of(item.url)).split())[:_LABEL_LENGTH]
        links.setdefault(item.url, {"label": label, "url": item.url})
    return list(links.values())


def _cut(name: str, value: str, length: int | None, problems: list[str]) -> str:
    if length is None or len(value) <= length:
        return value
    problems.append(f"'{name}' is longer than {length} characters and was cut (the entry is kept whole)")
    return value[:length].rstrip()


def topic_key(name: str) -> str:
    return " ".join(name.split()).casefold()


def from_row(publication: Publication) -> Columns:
    """The columns of a row as they are now; without a query where `with_everything_shown` fetched it."""
    columns: Columns = {}
    for name, row_field in ROW_FIELDS.items():
        value = getattr(publication, row_field)
        if value:
            columns[name] = value.replace("\r\n", "\n") if isinstance(value, str) and "\r" in value else value
    if authors := [from_authorship(authorship) for authorship in fetched(publication, "authorships")]:
        columns["authors"] = authors
    if editors := [line for line in map(str.strip, publication.editors.splitlines()) if line]:
        columns["editors"] = editors
    if links := [{"label": link.label, "url": link.url} for link in fetched(publication, "links") if link.url]:
        columns["links"] = links
    if topics := [topic.name for topic in fetched(publication, "topics")]:
        columns["topics"] = topics
    if publication.extra:
        columns["extra"] = dict(publication.extra)
    return columns


def from_authorship(authorship: Authorship) -> dict[str, Any]:
    author: dict[str, Any] = {"family": authorship.family}
    parts = {"given": authorship.given, "von": authorship.particle, "jr": authorship.suffix, "marks": authorship.marks}
    author.update((part, value) for part, value in parts.items() if value)
    if authorship.is_literal:
        author["literal"] = True
    return author


def set_plain(publication: Publication, columns: Columns, names: Iterable[str]) -> list[str]:
    """Give the row the values of `names`, except authors, links and topics; returns the row's fields that were set."""
    fields: list[str] = []
    for name in names:
        if name == "editors":
            publication.editors = "\n".join(columns.get("editors") or ())
        elif name == "extra":
            publication.extra = columns.get("extra") or {}
        elif name in ROW_FIELDS:
            setattr(publication, ROW_FIELDS[name], columns.get(name) or _EMPTY.get(name, ""))
        else:
            continue
        fields.append(ROW_FIELDS.get(name, name))
    names_printed = map(_printed, columns["authors"] or ()) if "authors" in columns else None
    publication.derive(names_printed)
    return fields


def row_values(columns: Columns) -> dict[str, Any]:
    """Values of the row's own plain fields, for a new one; what is empty is left out."""
    values = {ROW_FIELDS[name]: value for name, value in columns.items() if name in ROW_FIELDS}
    if editors := columns.get("editors"):
        values["editors"] = "\n".join(editors)
    values["title_key"] = title_key(columns["title"])[:_TITLE_KEY_LENGTH]
    searched = (columns.get(name, "") for name in Publication.SEARCHED)
    values["search_text"] = search_text([*map(_printed, columns.get("authors", ())), *searched])
    return values


def _printed(author: Columns) -> str:
    return name_of(author).printed


def name_of(author: Columns) -> Name:
    return Name(
        author["family"],
        author.get("given", ""),
        author.get("von", ""),
        author.get("jr", ""),
        author.get("literal", False),
        author.get("marks", ""),
    )


def to_record(columns: Columns) -> Record:
    """The record these columns stand for, to be written as BibTeX."""
    plain = {name: columns[name] for name in (*PLAIN, "selected") if name in columns}
    return Record(
        **plain,
        authors=[name_of(author) for author in columns.get("authors", ())],
        editors=[parse_person(line) for line in columns.get("editors", ())],
        links=[LinkItem(link["label"], link["url"], "") for link in columns.get("links", ())],
        topics=list(columns.get("topics", ())),
        extra=dict(columns.get("extra", {})),
    )
