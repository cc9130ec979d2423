"""Joining the parts of a reference: sentences, commas, quotation marks, italics."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN, _CLOSE = "\x02", "\x03"  # no text has them: `clean` takes control characters away
_ENDS = (".", "?", "!", "…")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
_PAIRS = re.compile(r"\"([^\"]*)\"")


class Run(NamedTuple):
    text: str
    is_italic: bool


def runs(reference: str) -> list[Run]:
    """The pieces of a finished reference."""
    pieces = re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", reference)
    return [Run(piece.strip(_OPEN + _CLOSE), piece.startswith(_OPEN)) for piece in pieces if piece]


def clean(text: str) -> str:
    """One line, without control characters."""
    return _CONTROL.sub(" ", text).strip()


def italic(text: str) -> str:
    return f"{_OPEN}{text}{_CLOSE}" if text else ""


def ended(text: str, mark: str = ".") -> str:
    """With a mark at its end, unless it has one of its own; the point of an abbreviation is one only before "."."""
    seen = text.rstrip(_CLOSE + "”’")
    own = _ENDS if mark == "." else ("?", "!", "…", ",")
    return text if not seen or seen.endswith(own) else text + mark


def sentences(*parts: str) -> str:
    """Each part a sentence: "Ada Lovelace. 1843. Notes." """
    return " ".join(ended(part) for part in parts if part)


def commas(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def quoted(title: str, mark: str) -> str:
    """“Title.” as English-language styles have it: the mark inside, and quotation marks within made single."""
    inside = _PAIRS.sub(r"‘\1’", title).translate(str.maketrans("“”", "‘’"))
    if inside.endswith("’") and "‘" in inside:
        return f"“{ended(inside[:-1], mark)}’”"
    return f"“{ended(inside, mark)}”" if title else ""


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
