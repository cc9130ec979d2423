"""What the site already has, as the import needs it: works with what their entries gave, found by few clues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from . import columns as columns_module
from .bibtex.identifiers import arxiv
from .columns import Columns
from .matching import Card, Index, card, same_work, speaks_against
from .merging import UNPUBLISHED, combined
from .models import BibEntry, Publication

BATCH = 500
RESERVED_SLUGS = Publication.RESERVED_SLUGS


class Known(NamedTuple):
    """An entry imported before, without its content."""

    pk: int
    publication: int
    source: str
    key: str
    ordinal: int
    hash: str


@dataclass(slots=True, eq=False)
class Held:
    """What an entry of a work gives: stored (`pk`), or just read."""

    pk: int | None
    source: str
    key: str
    columns: Columns
    is_primary: bool = False

    @property
    def rank(self) -> int:
        """Published beats preprint beats whatever it may be."""
        kind = self.columns.get("kind")
        return 0 if kind in ("other", "online") else 1 if kind in UNPUBLISHED else 2


@dataclass(slots=True, eq=False)
class Work:
    """A publication: in the database (`pk`, `row` as it is now), or about to be."""

    pk: int | None = None
    row: Publication | None = None
    mine: Columns = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)

    @classmethod
    def of(cls, row: Publication) -> Work:
        held = [
            Held(entry.pk, entry.source, entry.key, entry.columns, entry.is_primary) for entry in row.bib_entries.all()
        ]
        mine = columns_module.from_row(row)
        cards = [card(mine), *(card(one.columns) for one in held if one.columns)]
        return cls(row.pk, row, mine, held, cards)

    @property
    def name(self) -> str:
        """What a report calls it."""
        key = self.row.citation_key if self.row else next((one.columns.get("citation_key") for one in self.held), "")
        return key or self.cards[0].key or self.cards[0].title[:60]

    def base(self) -> Columns:
        """What the entries gave together the last time."""
        return combine(self.held)

    def matches(self, identity: Card) -> str:
        """Why `identity` is this work, or ""; nothing known of the work may speak against it."""
        reason = ""
        for known in self.cards:
            reason = reason or same_work(known, identity)
        if not reason or any(speaks_against(known, identity) for known in self.cards):
            return ""
        return reason

    def difference(self, identity: Card) -> str:
        """What speaks against `identity` being this work."""
        return next(filter(None, (speaks_against(known, identity) for known in self.cards)), "")


def combine(held: Iterable[Held]) -> Columns:
    """The columns of a work's entries together, the primary one first."""
    ordered = sorted(held, key=lambda one: not one.is_primary)
    return combined(ordered[0].columns, [one.columns for one in ordered[1:]]) if ordered else {}


class Library:
    """Light lists of all that is stored; whole works only for those asked for."""

    def __init__(self) -> None:
        self.entries: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
        self.by_hash: dict[str, Known] = {}
        self.index: Index[Work] = Index()
        self.keys: set[str] = set()
        self.slugs: set[str] = set(RESERVED_SLUGS)
        self._works: dict[int, Work] = {}
        self._found_by: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self._load()

    def _load(self) -> None:
        fields = ("pk", "publication_id", "source", "key", "ordinal", "hash")
        for row in BibEntry.objects.order_by("source", "key", "ordinal").values_list(*fields).iterator():
            known = Known(*row)
            self.entries[known.source, known.key].append(known)
            self.by_hash.setdefault(known.hash, known)
            self._found_by["key", known.key.lower()].add(known.publication)
        rows = Publication.objects.values_list("pk", "slug", "citation_key", "title_key", "doi", "arxiv_id")
        for pk, slug, key, title, doi, arxiv_id in rows.iterator():
            self.slugs.add(slug)
            self.keys.add(key)
            number = arxiv(arxiv_id) if arxiv_id else ""
            for clue in (("key", key.lower()), ("title", title), ("doi", doi.lower()), ("arxiv", number)):
                if clue[1]:
                    self._found_by[clue].add(pk)

    def entries_of(self, sources: Iterable[str]) -> Iterator[Known]:
        wanted = set(sources)
        return (known for entries in self.entries.values() for known in entries if known.source in wanted)

    def pks_for(self, identity: Card) -> set[int]:
        """Publications that may be the same work: worth loading."""
        found = (
            ("doi", identity.doi),
            ("arxiv", identity.arxiv),
            ("title", identity.title_key[:500]),
            ("key", identity.key),
        )
        return set().union(*(self._found_by.get(clue, ()) for clue in found))

    def load(self, pks: set[int]) -> None:
        wanted = sorted(pks - self._works.keys())
        for start in range(0, len(wanted), BATCH):
            rows = Publication.objects.filter(pk__in=wanted[start : start + BATCH]).with_everything_shown()
            for row in rows:
                self.add(Work.of(row))

    def add(self, work: Work) -> None:
        if work.pk is not None:
            self._works[work.pk] = work
        for identity in work.cards:
            self.index.add(work, identity)

    def work(self, pk: int) -> Work:
        return self._works[pk]
