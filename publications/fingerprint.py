"""What of an entry decides its columns, so that an entry that did not change is known without decoding it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from .bibtex.entries import Entry
from .bibtex.macros import MONTHS
from .bibtex.values import split_parts


def digest(entry: Entry) -> str:
    """SHA-256 of type, key, and every field with macros in, inherited ones too; layout and delimiters do not count."""
    parts = [entry.type, entry.key]
    for name, value, _ in entry.fields:
        parts += (name.lower(), value)
    for name in sorted(entry.inherited):
        parts += ("\x1e" + name, entry.inherited[name])
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def macros_of(entry: Entry, *definitions: Mapping[str, str]) -> dict[str, str]:
    """The macros the entry's own text uses, with their values, so that it can be written and read elsewhere."""
    found: dict[str, str] = {}
    for _, value, raw in entry.fields:
        if not raw or raw[0].isdecimal() or (raw[0] in '{"' and "#" not in raw):
            continue
        parts = split_parts(raw) or []
        for part in parts:
            if part[0] in '{"' or part.isdecimal() or part.lower() in MONTHS:
                continue
            text = value if len(parts) == 1 else _defined(part, definitions)
            if text is not None and text != part:
                found[part] = text
    return found


def _defined(name: str, definitions: tuple[Mapping[str, str], ...]) -> str | None:
    for known in definitions:
        for spelling in (name, name.lower()):
            if spelling in known:
                return known[spelling]
    return next((text for known in definitions for other, text in known.items() if other.lower() == name.lower()), None)
