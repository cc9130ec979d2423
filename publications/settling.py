"""What becomes of a publication to which entries came: its entries, the primary one, key and slug, and what is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from itertools import count
from typing import TYPE_CHECKING, Any

from . import columns as columns_module
from .bibtex.names import parse_person
from .bibtex.record import Record
from .columns import Columns
from .library import Held, Work
from .merging import Merge

if TYPE_CHECKING:
    from .planning import Item


def take_in(work: Work, item: Item) -> Held:
    """Give the work what the item's entry says, in the place of what an earlier version of it said."""
    fresh = Held(None, item.source, item.key, item.columns)
    old = next((held for held in work.held if item.known and held.pk == item.known.pk), None)
    if old is None:
        work.held.append(fresh)
        return fresh
    fresh.pk, fresh.is_primary = old.pk, old.is_primary
    if old.key == item.key and "citation_key" in old.columns:
        fresh.columns["citation_key"] = old.columns["citation_key"]  # with the letter it was given
    work.held[work.held.index(old)] = fresh
    return fresh


def elect(held: list[Held], fresh: list[Held]) -> Held:
    """Mark and return the primary entry: the published one; among equals the one it was, unless the same key comes
    anew from elsewhere (the same bibliography under another file name)."""
    best = max(one.rank for one in held)
    primary = next((one for one in held if one.is_primary and one.rank == best), None)
    if primary is None:
        primary = next(one for one in held if one.rank == best)
    elif primary not in fresh:
        for one in fresh:
            if one.rank == best and one.key and one.key.lower() == primary.key.lower():
                primary = one
    for one in held:
        one.is_primary = one is primary
    return primary


def stored(item: Item, held: Held) -> dict[str, Any]:
    """The BibEntry row of an item."""
    return {
        "pk": held.pk,
        "source": item.source,
        "key": item.key,
        "ordinal": item.ordinal,
        "place": item.place,
        "line": item.entry.line,
        "raw": item.entry.raw,
        "repaired": item.repaired,
        "hash": item.digest,
        "macros": item.macros,
        "inherited": item.entry.inherited,
        "columns": held.columns,
        "is_primary": held.is_primary,
    }


def tell(work: Work, items: list[Item], merge: Merge) -> None:
    """Outcome and reason of the items that came to a publication that exists."""
    changed = [*merge.changes]
    for item in items:
        if item.known:
            item.line.set("updated" if changed else "unchanged", *item.remarks)
            if not changed and item.is_new_text and not merge.conflicts:
                item.line.add("the entry changed, but nothing the site shows of it")
        else:
            again = bool(changed) and item.key.lower() in {held.key.lower() for held in work.held if held.pk}
            item.line.set("updated" if again else "merged", f"the same work as '{work.name}'{because(item.why)}")
            item.line.add(*item.remarks)
        if changed:
            item.line.add(f"changed: {', '.join(name.replace('_', ' ') for name in changed)}")
            changed = []
    for conflict in merge.conflicts:
        items[0].line.add(
            f"{conflict.column.replace('_', ' ')}: {_shown(conflict.mine)} was typed here and stays;"
            f" the file says {_shown(conflict.theirs)}"
        )


def unique(wanted: str, taken: Set[str], endings: Callable[[], Iterator[str]]) -> str:
    """`wanted`, or with the first ending that makes it one that is not taken."""
    if wanted not in taken:
        return wanted
    return next(found for ending in endings() if (found := wanted + ending) not in taken)


def numbered() -> Iterator[str]:
    return (f"-{number}" for number in count(2))


def named(columns: Columns) -> Record:
    """As much of a record as a key or a slug is made of."""
    people = [columns_module.name_of(author) for author in columns.get("authors", ())[:1]]
    editors = [] if people else [parse_person(line) for line in columns.get("editors", ())[:1]]
    return Record(title=columns.get("title", ""), year=columns.get("year"), authors=people, editors=editors)


def because(reason: str) -> str:
    return f" ({reason})" if reason else ""


def _shown(value: Any) -> str:
    """A value in a report: short, and on one line."""
    if not value:
        return "nothing"
    if isinstance(value, list):
        value = "; ".join(_text_of(item) for item in value)
    text = " ".join(str(value).split())
    return f"“{text[:80]}{'…' if len(text) > 80 else ''}”"


def _text_of(item: Any) -> str:
    if isinstance(item, dict):
        return columns_module.name_of(item).printed if "family" in item else item.get("label", "")
    return str(item)
