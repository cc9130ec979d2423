"""Column values of several sources to one: of a work's entries, and of a file, the last import and what a person typed.

Data only. `Columns` are those of publications/columns.py: a value that is not there is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Columns = dict[str, Any]

SETS: dict[str, Callable[[Any], str]] = {
    "links": lambda link: link["url"],
    "topics": lambda name: " ".join(name.split()).casefold(),
}
# What a preprint may add to the published paper it became: the rest (date, venue, note, …) is true of itself only.
_FROM_PREPRINT = frozenset(
    ["abstract", "arxiv_id", "arxiv_class", "hal_id", "pmid", "language", "collaboration", "award", "award_text"]
)
_OF_THE_PRIMARY = frozenset(["entry_type", "kind", "citation_key", "and_others"])
_OF_ONE_DATE = frozenset(["month", "day", "date_text"])
UNPUBLISHED = frozenset({"preprint", "manuscript"})
_NOTHING: tuple[Any, ...] = ("", None, False)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A column that a person and the file changed in different ways; the person's value stays."""

    column: str
    mine: Any
    theirs: Any


@dataclass(slots=True)
class Merge:
    """`changes`: new values, None for one to clear; lists, sets and `extra` as a whole."""

    changes: Columns = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)


def three_way(base: Columns, theirs: Columns, mine: Columns, *, overwrite: bool = False) -> Merge:
    """What the row (`mine`) must become, now that its entries give `theirs` and gave `base` before.

    A column was edited by a person exactly when it differs from `base`. With `overwrite` the file's values win there
    too; what the file does not give is cleared only where nobody edited it, in every case.
    """
    merge = Merge()
    for name in sorted((base.keys() | theirs.keys()) - SETS.keys() - {"extra"}):
        outcome = _one(name, base.get(name), theirs.get(name), mine.get(name), overwrite, merge)
        if outcome is not _KEEP:
            merge.changes[name] = outcome
    for name in SETS:
        merged = _set(name, base, theirs, mine)
        if merged is not _KEEP:
            merge.changes[name] = merged
    _extra(base.get("extra", {}), theirs.get("extra", {}), mine.get("extra", {}), overwrite, merge)
    return merge


_KEEP = object()


def _one(name: str, base: Any, theirs: Any, mine: Any, overwrite: bool, merge: Merge) -> Any:
    if theirs == mine or (theirs == base and not overwrite):
        return _KEEP
    if mine == base or (overwrite and theirs not in _NOTHING):
        return theirs
    if theirs != base:
        merge.conflicts.append(Conflict(name, mine, theirs))
    return _KEEP


def _set(name: str, base: Columns, theirs: Columns, mine: Columns) -> Any:
    """What a person added stays, what they took away stays away; the rest follows the file."""
    key = SETS[name]
    old, new, now = ({key(item): item for item in columns.get(name, ())} for columns in (base, theirs, mine))
    if old == new:
        return _KEEP
    merged: dict[str, Any] = {}
    for identity, item in now.items():
        if identity not in old:
            merged[identity] = item
        elif identity in new:
            merged[identity] = new[identity] if item == old[identity] else item
        elif item != old[identity] and name == "links":
            merged[identity] = item  # its label was edited: it is the person's now
    for identity, item in new.items():
        if identity not in old and identity not in merged:
            merged[identity] = item
    return _KEEP if merged == now else list(merged.values())


def _extra(base: Columns, theirs: Columns, mine: Columns, overwrite: bool, merge: Merge) -> None:
    merged = dict(mine)
    for name in sorted(base.keys() | theirs.keys()):
        outcome = _one(name, base.get(name), theirs.get(name), mine.get(name), overwrite, merge)
        if outcome is _KEEP:
            continue
        if outcome is None:
            merged.pop(name, None)
        else:
            merged[name] = outcome
    if merged != mine:
        merge.changes["extra"] = merged


def edited(base: Columns, mine: Columns) -> Columns:
    """The columns a person changed, with their values now; None where they cleared one."""
    return {
        name: mine.get(name)
        for name in sorted(base.keys() | mine.keys())
        if base.get(name) != mine.get(name) and not (name in SETS and _same_set(name, base, mine))
    }


def _same_set(name: str, one: Columns, other: Columns) -> bool:
    key = SETS[name]
    if name == "topics":  # their order is the alphabet's
        return {key(item) for item in one.get(name, ())} == {key(item) for item in other.get(name, ())}
    return {key(item): item for item in one.get(name, ())} == {key(item): item for item in other.get(name, ())}


def combined(primary: Columns, others: Iterable[Columns]) -> Columns:
    """What the entries of one work say together: the primary one first, gaps filled from the others in order.

    Kept stable: these values are the base that shows what a person edited.
    """
    result = dict(primary)
    for other in others:
        early = other.get("kind") in UNPUBLISHED and primary.get("kind") not in UNPUBLISHED
        _fill(result, other, early)
        for name, key in SETS.items():
            _unite(result, other, name, key)
        if other.get("extra") and not early:
            result["extra"] = {**other["extra"], **result.get("extra", {})}
    return result


def _fill(result: Columns, other: Columns, early: bool) -> None:
    full_list = other.get("authors", ())
    if result.get("and_others") and not other.get("and_others") and len(full_list) > len(result.get("authors", ())):
        result["authors"] = full_list
        del result["and_others"]
    if "authors" not in result and other.get("and_others"):
        result["and_others"] = True
    same_year = result.get("year") == other.get("year")
    for name, value in other.items():
        if name in result or name in _OF_THE_PRIMARY or name in SETS or name == "extra":
            continue
        if (early and name not in _FROM_PREPRINT) or (name in _OF_ONE_DATE and not same_year):
            continue
        result[name] = value


def _unite(result: Columns, other: Columns, name: str, key: Callable[[Any], str]) -> None:
    if not other.get(name):
        return
    known = {key(item) for item in result.get(name, ())}
    added = [item for item in other[name] if key(item) not in known]
    if added:
        result[name] = [*result.get(name, ()), *added]
