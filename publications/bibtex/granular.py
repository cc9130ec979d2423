"""biblatex's `author = {A. Bee and xdata=key-author-2}`: single values taken from `@xdata` entries."""

import re
from collections.abc import Mapping

from .entries import Entry
from .names import split_and

MARK = "xdata="
_REFERENCE = re.compile(r"\s*xdata\s*=\s*(\S.*)-([A-Za-z]+)(?:-(\d{1,4}))?\s*", re.DOTALL)
_ANY = re.compile(r"(?:\A|\sand(?=\s))\s*+(xdata\s*+=[^\n]*?)(?=\sand\s|\Z)")
_NAMES = frozenset(
    [
        *("author", "editor", "editora", "editorb", "editorc", "translator", "bookauthor", "annotator", "commentator"),
        *("introduction", "foreword", "afterword", "holder", "shortauthor", "shorteditor", "namea", "nameb", "namec"),
    ]
)
_LISTS = frozenset(
    [
        *("location", "address", "publisher", "institution", "organization", "school", "language", "origlocation"),
        *("origpublisher", "origlanguage", "lista", "listb", "listc", "listd", "liste", "listf"),
    ]
)
_DEEPEST = 10
_LONGEST = 100_000
_BUDGET = 4_000_000


def resolve(entries: list[Entry], by_key: Mapping[str, Entry]) -> None:
    """Puts what such references stand for in `inherited`, where they name a field of an `@xdata` entry; references
    that name nothing stay as they are written."""
    resolver = _Resolver(by_key)
    for entry in entries:
        for name, value in {**entry.inherited, **entry.values}.items():
            written = value or entry.inherited.get(name, "")
            if MARK in written:
                found = resolver.value(entry, name)
                if found != written:
                    entry.inherited[name] = found


def references(value: str) -> list[str]:
    """What in a value is such a reference."""
    return [reference.strip() for reference in _ANY.findall(value)]


class _Resolver:
    """Each field is resolved once; depth, length and total length are bounded."""

    def __init__(self, by_key: Mapping[str, Entry]) -> None:
        self.by_key = by_key
        self.known: dict[tuple[int, str], str] = {}
        self.left = _BUDGET
        self.depth = 0

    def value(self, entry: Entry, name: str) -> str:
        written = entry.values.get(name) or entry.inherited.get(name, "")
        place = (id(entry), name)
        if MARK not in written:
            return written
        if place not in self.known:
            self.known[place] = written  # what a reference to itself gets
            if self.depth < _DEEPEST and self.left > 0:
                self.depth += 1
                self.known[place] = self._resolved(written, name)
                self.depth -= 1
        return self.known[place]

    def _resolved(self, written: str, name: str) -> str:
        if _kind(name) == "text":
            found = self._referred(written, name)
            return written if found is None else found[0]
        items: list[str] = []
        for item in split_and(written):
            items += self._referred(item, name) or [item]
        joined = " and ".join(items)
        self.left -= len(joined)
        return joined if len(joined) <= _LONGEST else written

    def _referred(self, item: str, name: str) -> list[str] | None:
        """The items a reference stands for; None where it is none, or names nothing that fits."""
        reference = _REFERENCE.fullmatch(item)
        if not reference:
            return None
        entry = self.by_key.get(reference[1].strip().lower())
        field, number = reference[2].lower(), reference[3]
        if entry is None or entry.type != "xdata" or _kind(field) != _kind(name):
            return None
        value = self.value(entry, field)
        if not value:
            return None
        entry.is_container = True
        if _kind(name) == "text":
            return None if number or MARK in value else [value]
        items = split_and(value)
        if number:
            items = items[int(number) - 1 : int(number)] if int(number) else []
        return items if items and not any(MARK in item for item in items) else None


def _kind(field: str) -> str:
    return "names" if field in _NAMES else "list" if field in _LISTS else "text"
