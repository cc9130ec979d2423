"""Searching without regard to case and accents: the words of a text, and those of a question.

A text is kept as its words, folded, each once and after a blank (" machine learning "): a word of the question finds
every word that begins with it. LIKE on such a column answers alike on SQLite and PostgreSQL, without an index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from .bibtex.folding import fold

# Scripts written without blanks: every sign is a word.
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SIGNS}]|[^\W_{_SIGNS}]+(?:[-‐‑'’.][^\W_{_SIGNS}]+)*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:[-'.][a-z0-9]+)*")
_JOINTS = re.compile(r"[-‐‑'’.]")
LONGEST_QUESTION = 200  # characters
MOST_WORDS = 10


def search_text(texts: Iterable[str]) -> str:
    """What a search looks through: the words of all texts, a compound both whole and in its parts."""
    words = dict.fromkeys(word for text in texts if text for word in _words(text))
    return f" {' '.join(words)} " if words else ""


def search_words(question: str) -> list[str]:
    """The words a text must have, each or one that begins with it. A compound is asked for in its parts."""
    found = _WORD.findall(unicodedata.normalize("NFC", question[:LONGEST_QUESTION]))
    parts = (fold(part) for word in found for part in _JOINTS.split(word))
    return list(dict.fromkeys(part for part in parts if part))[:MOST_WORDS]


def _words(text: str) -> Iterator[str]:
    if text.isascii():
        for word in _ASCII_WORD.findall(text.lower()):
            if word.isalnum():
                yield word
            else:
                yield from _compound(word)
        return
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        yield from _compound(word)


def _compound(word: str) -> Iterator[str]:
    whole = fold(word)
    if whole:
        yield whole
    parts = _JOINTS.split(word)
    if len(parts) > 1:
        yield from filter(None, map(fold, parts))
