"""What of an entry decides its columns, so that one that did not change is known without decoding it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from .bibtex.entries import Entry
from .bibtex.inherit import inherit
from .bibtex.macros import MONTHS
from .bibtex.read import read
from .bibtex.values import split_parts
from .bibtex.write import overlay

_BLANKS = re.compile(r"\s+")


def digest(entry: Entry) -> str:
    """SHA-256 of type, key, and every field with macros in, inherited ones too; layout and delimiters do not count."""
    parts = [entry.type, entry.key]
    for name, value, _ in entry.fields:
        parts += (name.lower(), value)
    for name in sorted(entry.inherited):
        parts += ("\x1e" + name, entry.inherited[name])
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def macros_of(entry: Entry, definitions: Mapping[str, str]) -> dict[str, str]:
    """The macros the entry's own text uses, with their values, so that it can be written and read elsewhere.

    `definitions` by lower-case name. One that was defined anew later in the file is told by the value it gave here.
    """
    found: dict[str, str] = {}
    for _, value, raw in entry.fields:
        if not raw or raw[0].isdecimal() or (raw[0] in '{"' and "#" not in raw):
            continue
        parts = split_parts(raw) or []
        for part in parts:
            if part[0] in '{"' or part.isdecimal() or part.lower() in MONTHS:
                continue
            text = definitions.get(part.lower(), part)
            if len(parts) == 1 and text.split() != value.split():
                text = value
            if text != part:
                found[part] = _BLANKS.sub(" ", text)
    return found


def mend(entries: list[Entry], definitions: Mapping[str, str]) -> dict[int, str]:
    """Put in the place of every entry that only a tolerant reader understands what any reader sees in it once it is
    written anew; gives these texts by place in the list.

    Fingerprint and columns are those of the new text, so that the export of a broken entry, read again, is known.
    """
    texts = {place: overlay(entry) for place, entry in enumerate(entries) if not entry.sound}
    for place, text in texts.items():
        entry = entries[place]
        again = read(text, strings=macros_of(entry, definitions)).entries
        if len(again) == 1:
            entries[place] = replace(again[0], line=entry.line, raw=entry.raw, repairs=entry.repairs)
    if texts:
        inherit(entries)
    return texts
