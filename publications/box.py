"""One publication as one BibTeX entry: pasted to make it, and shown beside its columns to be edited there as well.

What is changed in the box is a person's edit like one in a column: the base of the next import (`BibEntry.columns`,
`hash`) stays what the file gave. Only the text is kept as it was typed, so that braces, order and private fields stay.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from academic.models import Link

from . import columns as columns_module
from .bibtex.entries import Entry
from .bibtex.keys import generate_key, key_suffixes
from .bibtex.read import read
from .bibtex.record import record
from .columns import Columns
from .export import entries_of, primary_first, read_again
from .fingerprint import digest, macros_of, mend
from .importing import Source, plan
from .merging import SETS, Conflict, three_way
from .models import BibEntry, ImportRun, Publication
from .settling import named, unique
from .writing import Change, Writer, free_ordinals

PASTED, TYPED = "pasted", "typed here"  # sources of entries that no file gave
ROWS = frozenset(["authors", "links", "topics"])  # columns that are rows of their own
_PARENTS = ("crossref", "xref", "xdata")
_SHOWN_PROBLEMS = 5


class NotOneEntry(Exception):
    """A sentence about a text that is not exactly one entry. `count` of the entries in it."""

    def __init__(self, sentence: str, count: int = 0) -> None:
        super().__init__(sentence)
        self.count = count


@dataclass(frozen=True)
class Reading:
    """An entry and what it says. `remarks`: what was repaired, cut or left out."""

    entry: Entry
    columns: Columns
    remarks: list[str]
    macros: dict[str, str]
    repaired: str

    def as_row(self) -> dict[str, Any]:
        """The text, as a BibEntry keeps it."""
        return {
            "raw": self.entry.raw,
            "repaired": self.repaired,
            "macros": self.macros,
            "inherited": self.entry.inherited,
        }


def read_one(text: str, known: BibEntry | None = None) -> Reading:
    """The one entry of `text`. Macros and what it inherits are those of `known`, where it still names the same parents.

    NotOneEntry where there is none, more than one, or one that cannot be read.
    """
    bibliography = read(text, strings=known.macros if known else None)
    if bibliography.skipped:
        told = [_at(skipped.line, skipped.reason) for skipped in bibliography.skipped[:_SHOWN_PROBLEMS]]
        raise NotOneEntry(" ".join(told), bibliography.found)
    if not bibliography.entries:
        raise NotOneEntry(_("There is no BibTeX entry in this text: one begins like “@article{key,”."))
    if len(bibliography.entries) > 1:
        count = len(bibliography.entries)
        raise NotOneEntry(ngettext("This is %d entry.", "These are %d entries.", count) % count, count)
    definitions = {**(known.macros if known else {}), **bibliography.strings}
    definitions = {name.lower(): value for name, value in definitions.items()}
    macros = macros_of(bibliography.entries[0], definitions)
    repaired = mend(bibliography.entries, definitions).get(0, "")
    entry = bibliography.entries[0]
    _inherit(entry, known)
    remarks = [_at(line, sentence) for line, sentence in bibliography.warnings]
    made = record(entry)
    columns = columns_module.from_record(made, remarks)
    return Reading(entry, columns, [*entry.repairs, *made.problems, *remarks], macros, repaired)


def _inherit(entry: Entry, known: BibEntry | None) -> None:
    original = read_again(known) if known and known.inherited else None
    if original and all(original.values.get(name) == entry.values.get(name) for name in _PARENTS):
        entry.inherited = dict(original.inherited)


def _at(line: int, sentence: str) -> str:
    return _("Line %(line)d: %(sentence)s.") % {"line": line, "sentence": sentence.rstrip(".")}


# Pasted into a new publication


def key_for(reading: Reading, publication: Publication | None = None) -> str:
    """The entry's own key; one made for it, or with a letter, where it has none or another publication has it."""
    wanted = reading.columns.get("citation_key") or generate_key(named(reading.columns))
    others = Publication.objects.filter(citation_key__startswith=wanted)
    taken = set((others.exclude(pk=publication.pk) if publication else others).values_list("citation_key", flat=True))
    return unique(wanted, taken, lambda: iter(key_suffixes()))


def is_here_already(text: str, reading: Reading) -> tuple[Publication, str] | None:
    """The publication that an import would take the one entry of `text` for, and why."""
    made = plan([Source(PASTED, text.encode(errors="replace"))])
    if not made.report.lines or made.report.lines[0].outcome == "created":
        return None
    pks = [change.pk for change in made.changes]
    pks += BibEntry.objects.filter(hash=digest(reading.entry)).values_list("publication", flat=True)[:1]
    rows = Publication.objects.filter(pk__in=pks) or Publication.objects.filter(citation_key=reading.entry.key)
    publication = rows.first()
    return (publication, made.report.lines[0].reason.split("; ")[0]) if publication else None


def keep_pasted(publication: Publication, reading: Reading) -> None:
    """Give a new publication its entry: what the form says otherwise counts as edited here at the next import."""
    base = {**reading.columns, "citation_key": key_for(reading, publication)}
    _add_entry(publication, reading, PASTED, base)
    addresses = [link["url"] for link in base.get("links", ())]
    publication.links.filter(url__in=addresses).update(origin=Link.Origin.IMPORT)


def add_topics(publication: Publication, names: list[str]) -> None:
    """Put it under these topics as well; those that do not exist are made."""
    known, _made = Writer(ImportRun(), {}).topics(names)
    publication.topics.add(*(known[columns_module.topic_key(name)] for name in names))


def _add_entry(publication: Publication, reading: Reading, source: str, base: Columns) -> None:
    row: dict[str, Any] = {"source": source, "key": reading.entry.key[:300], "ordinal": 0, **reading.as_row()}
    free_ordinals([row])
    BibEntry.objects.create(publication=publication, hash=digest(reading.entry), columns=base, **row)


# Shown beside the columns


def text_of(publication: Publication) -> str:
    """What the box shows: the primary entry as it is exported."""
    return entries_of(publication)[0].text.strip()


@dataclass
class Edit:
    """A changed box. `stored`: the columns in the database; `shown`: as the box showed them; `typed`: as it has them.

    `rows` collects what became of authors, links and topics, until they are written.
    """

    reading: Reading
    stored: Columns
    shown: Columns
    rows: Columns = field(default_factory=dict)

    @classmethod
    def of(cls, publication: Publication, shown: str, text: str) -> Edit:
        """NotOneEntry for a text that is not one sound entry."""
        known = next(iter(primary_first(publication)), None)
        reading = read_one(text, known)
        stored = columns_module.from_row(publication)
        repairs: tuple[str, ...] = ()
        before = stored
        with suppress(NotOneEntry):
            was = read_one(shown, known)
            before, repairs = was.columns, was.entry.repairs
        if broken := [_at(reading.entry.line, one) for one in reading.entry.repairs if one not in repairs]:
            raise NotOneEntry(" ".join(broken), 1)
        return cls(reading, stored, before)

    def merged(self, names: set[str], typed: Columns) -> tuple[Columns, list[Conflict]]:
        """Of the columns in `names`, what the form (`typed`) must still take over from the box; and where both were
        changed and disagree."""
        shown, box = _only(names, self.shown), _only(names, self.reading.columns)
        merge = three_way(shown, box, self._as_shown(names, typed))
        return merge.changes, merge.conflicts

    def _as_shown(self, names: set[str], typed: Columns) -> Columns:
        """What was typed; a column nobody touched as the box shows it, which may be less than what is stored."""
        mine = _only(names, typed)
        for name in names - SETS.keys() - {"extra"}:
            if typed.get(name) == self.stored.get(name):
                mine.pop(name, None)
                mine.update(_only({name}, self.shown))
        return mine

    def keep(self, publication: Publication) -> None:
        """Write the rows, after the form's own, and the text."""
        changes = [Change(publication.pk, self.rows)]
        fresh = Publication.objects.with_everything_shown().get(pk=publication.pk)
        writer = Writer(ImportRun(), {publication.pk: fresh})
        writer.write_authors(changes)
        writer.write_links(changes)
        writer.write_topics(changes)
        primary = next(iter(primary_first(fresh)), None)
        if primary is None:
            _add_entry(publication, self.reading, TYPED, {})
        else:
            BibEntry.objects.filter(pk=primary.pk).update(**self.reading.as_row())


def _only(names: set[str], columns: Columns) -> Columns:
    return {name: value for name, value in columns.items() if name in names}
