"""Publications as BibTeX: what was imported, as it stood in its file, with what was edited since written over it.
As RIS and CSL-JSON: the columns, for other programs; private fields are in neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from academic.feeds import absolute
from academic.markdown import plain_text, plain_title
from academic.models.completing import fetched

from . import columns as columns_module
from .bibtex.entries import Entry, Field
from .bibtex.private import is_private
from .bibtex.read import read
from .bibtex.record import LinkItem, Record, record
from .bibtex.write import from_record, overlay, write_strings
from .columns import Columns
from .fingerprint import digest
from .formats import csl, ris
from .formats.styles import Run, references
from .merging import SETS, combined, edited
from .models import BibEntry, Publication, PublicationQuerySet

FORMATS = ("bibtex", "ris", "csl")
BATCH = 500
_BEFORE_NAME = re.compile(r"[,{}\"#%]")
_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("authors", "editors", "links", "topics"), []),
    **dict.fromkeys(("year", "month", "day"), None),
    **dict.fromkeys(("and_others", "selected"), False),
    "extra": {},
}
_PARENTS = frozenset(("crossref", "xdata"))


def public_bibtex(publication: Publication, mine: Columns | None = None) -> str:
    """The publication's BibTeX entry without private fields, as visitors may copy it: it needs no other entry and no
    macro. Without a query where `with_everything_shown` fetched the row. `mine`: its columns, where they are known."""
    mine = columns_module.from_row(publication) if mine is None else mine
    entries = primary_first(publication)
    if not entries:
        return from_record(columns_module.to_record(mine), public=True)
    primary = entries[0]
    changes = edited(combined(primary.columns, [entry.columns for entry in entries[1:]]), mine)
    if primary.key != publication.citation_key:
        changes["citation_key"] = publication.citation_key
    is_whole = not (changes or primary.macros or primary.inherited or primary.repaired)
    if is_whole and not any(map(is_private, _names(primary.raw))):
        return f"{primary.raw}\n"
    entry = read_again(primary)
    if entry is None:
        return from_record(columns_module.to_record(mine), public=True)
    return overlay(standing_alone(entry), changes_of(unsaid(entry, changes)), public=True, expand=True)


def _names(raw: str) -> Iterator[str]:
    """Of an entry's fields, and what looks like one inside a value: the last word before an equals sign."""
    for before in raw.split("=")[:-1]:
        for word in before.rsplit(maxsplit=1)[-1:]:
            yield _BEFORE_NAME.split(word)[-1]


def public_ris(publication: Publication) -> str:
    record, places = outside_view(publication)
    return ris.reference(record, **places)


def public_references(publication: Publication) -> dict[str, list[Run]]:
    """As a bibliography has it, by style."""
    return references(outside_view(publication)[0])


def public_csl(publication: Publication) -> str:
    """An item of a CSL-JSON array, on one line."""
    record, places = outside_view(publication)
    return csl.line(csl.item(record, **places))


def outside_view(publication: Publication) -> tuple[Record, dict[str, str]]:
    """The columns, with the addresses other programs reach the page and its PDF at. Links to pages are left out: a
    page may be a draft."""
    record = columns_module.to_record(columns_module.from_row(publication))
    shown = [link for link in publication.links.all() if link.page_id is None]
    record.links = [LinkItem(link.text, absolute(link.href), "") for link in shown]
    places = {"url": absolute(publication.get_absolute_url())}
    if publication.pdf_id is not None:
        places["pdf"] = absolute(reverse("publications:pdf", args=[publication.slug]))
    return record, places


def plain_view(publication: Publication) -> tuple[Record, dict[str, str]]:
    """The record in words without markup or formulas, and the addresses of its page (`url`) and its file (`pdf`)."""
    record, places = outside_view(publication)
    record.title = plain_title(record.title)
    record.abstract = plain_text(record.abstract) if record.abstract else ""
    return record, places


def export(publications: PublicationQuerySet, file_format: str, public: bool = False) -> str:
    """A whole file in one of FORMATS."""
    if file_format == "bibtex":
        return export_bibtex(publications, public)
    rows = publications.with_everything_shown().order_by("pk").iterator(chunk_size=BATCH)
    return "".join(map(public_ris, rows)) if file_format == "ris" else csl.array(map(public_csl, rows))


def export_bibtex(publications: PublicationQuerySet, public: bool = False) -> str:
    """A whole .bib file. `public`: one entry per publication, without private fields; else every imported entry, so
    that importing the file elsewhere gives the same site."""
    rows = publications.with_everything_shown().order_by("pk")
    if public:
        return "\n".join(public_bibtex(row) for row in rows.iterator(chunk_size=BATCH))
    exported = sorted((one for row in rows.iterator(chunk_size=BATCH) for one in entries_of(row)), key=Exported.order)
    return "\n".join(_with_macros(exported))


@dataclass(slots=True)
class Exported:
    """An entry as it is exported; `row` None for a publication that was never imported."""

    text: str
    publication: int
    row: BibEntry | None = None

    def order(self) -> tuple[Any, ...]:
        """By file and place in it; then what was typed here."""
        if self.row is None:
            return (1, "", self.publication, 0)
        return (0, self.row.source, self.row.place, self.row.pk)


def entries_of(publication: Publication) -> list[Exported]:
    return exported(publication, primary_first(publication), columns_module.from_row(publication))


def exported(publication: Publication, entries: list[BibEntry], mine: Columns) -> list[Exported]:
    """Every entry of the publication; edited columns are written over the primary one, and what a person took away
    is taken out of the others too."""
    if not entries:
        return [Exported(from_record(columns_module.to_record(mine)), publication.pk)]
    base = combined(entries[0].columns, [entry.columns for entry in entries[1:]])
    changes = edited(base, mine)
    texts = []
    for entry in entries:
        own = changes if entry is entries[0] else taken_away(changes, entry.columns)
        texts.append(Exported(_written(entry, own), publication.pk, entry))
    return texts


def _written(row: BibEntry, changes: Columns) -> str:
    if not changes:
        return f"{(row.repaired or row.raw).strip()}\n"
    entry = read_again(row)
    return overlay(entry, changes_of(unsaid(entry, changes))) if entry else f"{row.repaired or row.raw}\n"


def unsaid(entry: Entry, changes: Columns) -> Columns:
    """Of `changes` those that the entry's text does not say already: it may have been edited too (publications/box.py),
    and stays as it was typed."""
    said = columns_module.from_record(record(entry), [])
    wanted = {name: value for name, value in {**said, **changes}.items() if value is not None}
    return {name: changes[name] for name in edited(said, wanted) if name in changes}


def taken_away(changes: Columns, given: Columns) -> Columns:
    """Of `changes` those that make something empty that another entry gives."""
    less: Columns = {}
    for name, value in changes.items():
        if name not in given:
            continue
        if name in SETS:
            key = SETS[name]
            left = {key(item) for item in value or ()}
            if any(key(item) not in left for item in given[name]):
                less[name] = [item for item in given[name] if key(item) in left]
        elif name == "extra":
            if any(field not in (value or {}) for field in given[name]):
                less[name] = {field: text for field, text in given[name].items() if field in (value or {})}
        elif value is None:
            less[name] = None
    return less


def changes_of(changes: Columns) -> dict[str, Any]:
    """Columns as `overlay` takes them: an empty value instead of None, names and links in their own shape."""
    shaped = {name: _EMPTY.get(name, "") if value is None else value for name, value in changes.items()}
    record = columns_module.to_record({name: value for name, value in shaped.items() if name in ("editors", "links")})
    return shaped | {name: getattr(record, name) for name in ("editors", "links") if name in shaped}


def read_again(row: BibEntry) -> Entry | None:
    entries = read(row.repaired or row.raw, strings=row.macros, include_commented=True).entries
    if not entries:
        return None
    entries[0].inherited = dict(row.inherited)
    return entries[0]


def standing_alone(entry: Entry) -> Entry:
    """The entry with what it takes from its parents written into it."""
    if not entry.inherited:
        return entry
    own = [field for field in entry.fields if field.name.lower() not in _PARENTS]
    filled = {field.name.lower() for field in own if field.value}
    taken = [Field(name, text, f"{{{text}}}") for name, text in entry.inherited.items() if name not in filled]
    fields = tuple(field for field in (*own, *taken) if field.value or field.name.lower() not in entry.inherited)
    return Entry(entry.type, entry.type_raw, entry.key, fields, line=entry.line, raw="")


def primary_first(publication: Publication) -> list[BibEntry]:
    return sorted(fetched(publication, "bib_entries"), key=lambda entry: (not entry.is_primary, entry.pk))


def digests_of_export(publication: Publication, mine: Columns) -> set[str]:
    """The fingerprints of what `export_bibtex` gives for the publication."""
    found = set()
    for one in exported(publication, primary_first(publication), mine):
        for entry in read(one.text, strings=one.row.macros if one.row else None).entries:
            entry.inherited = dict(one.row.inherited) if one.row else {}
            found.add(digest(entry))
    return found


def _with_macros(exported: Iterable[Exported]) -> Iterator[str]:
    """The texts, behind the definitions they use; a macro that means different things is defined anew where it does."""
    exported = list(exported)
    first: dict[str, tuple[str, str]] = {}
    for one in exported:
        for name, text in (one.row.macros if one.row else {}).items():
            first.setdefault(name.lower(), (name, text))
    if first:
        yield write_strings(dict(first.values()))
    current = {name: text for name, (_, text) in first.items()}
    for one in exported:
        other = {n: text for n, text in (one.row.macros if one.row else {}).items() if current[n.lower()] != text}
        current.update((name.lower(), text) for name, text in other.items())
        yield (write_strings(other) if other else "") + one.text
