"""Entries on their way to the publications they belong to, and what each publication becomes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import columns as columns_module
from .bibtex.charset import decode
from .bibtex.entries import Entry
from .bibtex.keys import generate_key, key_suffixes, make_slug
from .bibtex.read import read
from .bibtex.record import record
from .columns import Columns
from .export import digests_of_export
from .fingerprint import digest, macros_of, mend
from .library import Held, Known, Library, Work, combine
from .matching import Card, card, clearly_different
from .merging import three_way
from .models import BibEntry, Publication
from .reports import Line, Report
from .settling import because, elect, named, numbered, stored, take_in, tell, unique
from .writing import Change

KEY_LENGTH, SOURCE_LENGTH = columns_module.longest(BibEntry, ("key", "source")).values()
SLUG_LENGTH = columns_module.longest(Publication, ("slug",))["slug"] - 8  # room for a number behind it


@dataclass(frozen=True, slots=True)
class Source:
    """A .bib file, a pasted text or an answer from the web, under the name it has at every import."""

    name: str
    content: bytes


class NotBibTeX(Exception):
    """A sentence about a source that is something else."""


NOBODY = card({})
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BLOCK = re.compile(r"@\s*\w+\s*[{(]")


@dataclass(slots=True, eq=False)
class Item:
    """An entry of a file on its way to a work."""

    source: str
    entry: Entry
    key: str
    place: int
    digest: str
    macros: dict[str, str]
    line: Line
    repaired: str = ""  # its text where the one in the file is not sound
    ordinal: int = 0
    columns: Columns = field(default_factory=dict)
    identity: Card = NOBODY
    remarks: list[str] = field(default_factory=list)
    known: Known | None = None  # the stored entry it is, or is a new version of
    why: str = ""  # the reason it belongs to a work that was there

    @property
    def said(self) -> list[str]:
        return [*filter(None, [self.why]), *self.remarks]

    @property
    def is_new_text(self) -> bool:
        return self.known is None or self.known.hash != self.digest


class Planner:
    """Brings each entry to its work, then settles what each work becomes. Fills in the report on the way."""

    def __init__(self, report: Report, mode: str, selected: frozenset[str], draft: bool) -> None:
        self.report = report
        self.mode = mode
        self.selected = selected
        self.draft = draft
        self.items: list[Item] = []
        self.spare: list[Known] = []  # stored entries of these sources that no entry is word for word
        self.library = Library()
        self.arrived: dict[Work, list[Item]] = {}
        self.by_digest: dict[str, tuple[Item, Work]] = {}

    # Reading

    def read(self, source: Source, strings: Mapping[str, str]) -> None:
        check_is_bibtex(source)
        bibliography = read(source.content, strings=strings)
        name = source.name[:SOURCE_LENGTH]
        lines: list[Line] = []
        for number, sentence in bibliography.warnings:
            self.report.warnings.append(Line(name, number, "", reason=sentence))
        for commented in bibliography.commented:
            self.report.commented.append(Line(name, commented.line, commented.key, reason=commented.reason))
        for skipped in bibliography.skipped:
            self.sort_out(Line(name, skipped.line, skipped.key, "skipped", skipped.reason), lines)
        defined = {**strings, **bibliography.strings}
        definitions = {macro.lower(): text for macro, text in defined.items()}
        ordinals: Counter[str] = Counter()
        repaired = mend(bibliography.entries, definitions)
        for place, entry in enumerate(bibliography.entries):
            line = Line(name, entry.line, entry.key)
            if not self.sort_out(line, lines):
                continue
            key = entry.key[:KEY_LENGTH]
            macros, text = macros_of(entry, definitions), repaired.get(place, "")
            item = Item(name, entry, key, place, digest(entry), macros, line, text, ordinals[key])
            ordinals[key] += 1
            self.items.append(item)
        self.report.lines += sorted(lines, key=lambda line: line.line)

    def sort_out(self, line: Line, lines: list[Line]) -> bool:
        """Whether the entry is to be imported; its line goes where it belongs."""
        wanted = not self.selected or line.key.lower() in self.selected
        (lines if wanted else self.report.not_selected).append(line)
        return wanted

    # Matching

    def settle(self, progress: Callable[[int, int], None]) -> list[Change]:
        waiting = self.claim_unchanged()
        if self.mode == "overwrite":
            waiting = list(self.items)
        for number, item in enumerate(waiting):
            if number % 100 == 0:
                progress(number, len(waiting))
            self.understand(item)
        progress(len(waiting), len(waiting))
        waiting = [item for item in waiting if item.identity is not NOBODY]
        self.load_candidates(waiting)
        self.claim_changed(waiting)
        for item in waiting:
            self.place(item)
        self.tell_gone()
        return [change for work, items in self.arrived.items() if (change := self.change(work, items))]

    def claim_unchanged(self) -> list[Item]:
        """Entries that are word for word what they were are done; the others are given back."""
        free = dict.fromkeys(self.library.entries_of({item.source for item in self.items}))
        waiting: list[Item] = []
        for item in self.items:
            stored = self.library.entries.get((item.source, item.key), ())
            item.known = next((known for known in stored if known.hash == item.digest and known in free), None)
            if item.known:
                del free[item.known]
                item.line.set("unchanged", "as imported before")
            else:
                waiting.append(item)
        self.spare = list(free)
        return waiting

    def understand(self, item: Item) -> None:
        """Decode the entry. One that our own decoder fails on is skipped, and nothing else with it."""
        try:
            made = record(item.entry)
        except Exception as error:  # noqa: BLE001 whatever it is, 9,999 other entries are not to be lost for it
            item.line.set("skipped", f"could not be understood ({type(error).__name__}: {error})")
            return
        item.columns = columns_module.from_record(made, item.remarks)
        item.remarks[:0] = [*item.entry.repairs, *made.problems]
        item.identity = card(item.columns)

    def load_candidates(self, waiting: list[Item]) -> None:
        """Whole works for what was known from these sources and for what looks alike, in few queries."""
        pks = {known.publication for known in self.spare} if waiting else set()
        for item in waiting:
            if item.known:
                pks.add(item.known.publication)
            pks |= self.library.pks_for(item.identity)
        self.library.load(pks)

    def claim_changed(self, waiting: list[Item]) -> None:
        """A key known from this source is the same entry in a new version, unless it is clearly something else."""
        free: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
        for known in self.spare:
            free[known.source, known.key].append(known)
        for item in waiting:
            if item.known:
                continue
            for known in free[item.source, item.key]:
                if not clearly_different(card(self.held(known).columns), item.identity):
                    item.known = known
                    free[item.source, item.key].remove(known)
                    break
        self.spare = [known for entries in free.values() for known in entries]

    def held(self, known: Known) -> Held:
        return next(one for one in self.library.work(known.publication).held if one.pk == known.pk)

    def place(self, item: Item) -> None:
        """Find the item's work, or make one."""
        work = self.library.work(item.known.publication) if item.known else self.find(item)
        if work is None and item.line.outcome:
            return
        if work is None:
            work = Work()
        elif work.pk is not None and self.mode == "keep":
            item.line.set("unchanged", f"is there already{because(item.why)} and was left as it is")
            return
        if not item.known and item.why:
            item.known = self.renamed(item, work)
        if item.identity not in work.cards:
            work.cards.append(item.identity)
        self.library.add(work)
        self.arrived.setdefault(work, []).append(item)
        self.by_digest.setdefault(item.digest, (item, work))

    def find(self, item: Item) -> Work | None:
        """The work the item belongs to, `why` filled in; None for a new one, or, with an outcome, for nothing to do."""
        if item.digest in self.by_digest:
            twin, work = self.by_digest[item.digest]
            item.why = f"word for word the entry at {twin.source}:{twin.line.line}"
            if twin.source == item.source:
                return work
            item.line.set("merged", item.why)
            return None
        if stored := self.library.by_hash.get(item.digest):
            item.line.set("unchanged", f"as imported from {stored.source}")
            return None
        return self.find_alike(item)

    def find_alike(self, item: Item) -> Work | None:
        identity = item.identity
        related = ""
        for work in self.library.index.candidates(identity):
            if is_what_we_export(item, work):
                item.line.set("unchanged", "says what the site says")
                return None
            reason = work.matches(identity)
            if reason:
                item.why = reason
                return work
            if not related and any(known.title_key == identity.title_key for known in work.cards):
                related = f"not the same work as '{work.name}'{because(work.difference(identity))}"
        if related:
            item.remarks.append(related)
        return None

    def renamed(self, item: Item, work: Work) -> Known | None:
        """The entry of this work that the file had under another key and has no more."""
        for known in self.spare:
            if known.source == item.source and known.publication == work.pk:
                self.spare.remove(known)
                item.remarks.append(f"was '{known.key}' before")
                return known
        return None

    def tell_gone(self) -> None:
        """Entries a file no longer has stay; they are named, a few of many."""
        if self.selected:
            return
        gone: defaultdict[str, list[str]] = defaultdict(list)
        for known in self.spare:
            gone[known.source].append(known.key or "(no key)")
        for source, keys in gone.items():
            named = ", ".join(sorted(keys)[:10]) + (", …" if len(keys) > 10 else "")
            sentence = f"no longer in the file, kept on the site: {len(keys)} of the entries imported from it ({named})"
            self.report.warnings.append(Line(source, 0, "", reason=sentence))

    # Settling

    def change(self, work: Work, items: list[Item]) -> Change | None:
        base = work.base()
        fresh = [take_in(work, item) for item in items]
        primary = elect(work.held, fresh)
        if primary in fresh and primary.columns.get("citation_key", "") != base.get("citation_key"):
            self.name_key(work, primary, items[fresh.index(primary)])
        theirs = combine(work.held)
        entries = [stored(item, held) for item, held in zip(items, fresh, strict=True) if item.is_new_text]
        if work.pk is None:
            return self.new(theirs, items, entries)
        merge = three_way(base, theirs, work.mine, overwrite=self.mode == "overwrite")
        tell(work, items, merge)
        if not entries and not merge.changes:
            return None
        change = Change(work.pk, merge.changes, entries, primary.pk, conflicts=merge.conflicts)
        change.lines, change.remarks = [item.line for item in items], [text for item in items for text in item.said]
        return change

    def new(self, columns: Columns, items: list[Item], entries: list[dict[str, Any]]) -> Change:
        first, *others = items
        first.line.set("created", *first.remarks)
        for item in others:
            item.line.set("merged", f"the same work as '{first.key}' on line {first.line.line}{because(item.why)}")
            item.line.add(*item.remarks)
        is_hidden = all(item.entry.is_container for item in items) and "authors" not in columns
        if is_hidden and not self.draft:
            first.line.add("a draft: other entries only refer to it")
        slug = unique(make_slug(named(columns))[:SLUG_LENGTH], self.library.slugs, numbered)
        self.library.slugs.add(slug)
        visibility = Publication.Visibility.DRAFT if self.draft or is_hidden else Publication.Visibility.PUBLIC
        lines = [item.line for item in items]
        return Change(0, columns, entries, slug=slug, visibility=visibility.value, is_new=True, lines=lines)

    def name_key(self, work: Work, primary: Held, item: Item) -> None:
        """Every work has a citation key of its own: a missing one is made, a taken one gets a letter."""
        wanted = (primary.columns.get("citation_key") or generate_key(named(primary.columns)))[: KEY_LENGTH - 2]
        own = work.row is not None and work.row.citation_key == wanted
        key = wanted if own else unique(wanted, self.library.keys, lambda: iter(key_suffixes()))
        self.library.keys.add(key)
        primary.columns["citation_key"] = key
        if item.key and key != wanted:
            item.remarks.append(f"the key '{wanted}' is another work's; here it is '{key}'")


def is_what_we_export(item: Item, work: Work) -> bool:
    """Whether the entry is what `export_bibtex` gives for the work, with what was edited here."""
    key = item.identity.key
    if not key or work.row is None or all(known.key != key for known in work.cards):
        return False
    return item.digest in digests_of_export(work.row, work.mine)


def check_is_bibtex(source: Source) -> None:
    """NotBibTeX for what cannot be: an empty file, a picture, a text without any @."""
    if not source.content.strip():
        raise NotBibTeX(f"{source.name} is empty.")
    start = decode(source.content[:4096])[0]
    if len(_CONTROL.findall(start)) * 20 > len(start):
        raise NotBibTeX(f"{source.name} is not BibTeX: it is not even text.")
    if b"@" not in source.content or not _BLOCK.search(decode(source.content)[0]):
        raise NotBibTeX(f"{source.name} is not BibTeX: there is no entry (@article{{…}}) in it.")
