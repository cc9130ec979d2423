"""Citation keys and page names for works that have none."""

import re

from .columns import Record
from .folding import to_ascii
from .person import Name

_WORDS = re.compile(r"[a-z0-9]+")
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "on",
        "of",
        "in",
        "for",
        "to",
        "and",
        "or",
        "at",
        "by",
        "from",
        "with",
        "is",
        "are",
        "what",
        "how",
        "why",
        "when",
        "towards",
        "toward",
        "un",
        "une",
        "le",
        "la",
        "les",
        "l",
        "des",
        "de",
        "du",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "gli",
    ]
)
_SLUG_WORDS = 5
_LONGEST_SLUG = 80


def generate_key(record: Record) -> str:
    """`lovelace1843notes`: family name, year, first telling word, in ASCII; never empty."""
    parts = (_family(record), str(record.year or ""), *_title_words(record.title)[:1])
    return "".join(parts) or "untitled"


def make_slug(record: Record) -> str:
    """`lovelace-1843-notes-analytical-engine`, for an address."""
    parts = [_family(record), str(record.year or ""), *_title_words(record.title)[:_SLUG_WORDS]]
    return "-".join(part for part in parts if part)[:_LONGEST_SLUG].strip("-") or "untitled"


def key_suffixes() -> "list[str]":
    """What tells equal keys apart: a, b, … z, aa, ab, …"""
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    return letters + [first + second for first in letters for second in letters]


def _family(record: Record) -> str:
    names: list[Name] = record.authors or record.editors
    return "".join(_WORDS.findall(to_ascii(names[0].family).lower()))[:30] if names else ""


def _title_words(title: str) -> list[str]:
    words = _WORDS.findall(to_ascii(title.replace("'", "").replace("’", "")).lower())
    return [word for word in words if word not in _SMALL_WORDS] or words
