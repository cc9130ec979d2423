"""A second reader of BibTeX, written from BibTeX's own rules and sharing nothing with the importer or its library.

It only reads what is sound, and says of the rest that it could not: enough to see whether an export holds the entries
of the original, type, key, field names, order and raw values.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

Lexed = tuple[str, str, tuple[tuple[str, str], ...]]  # type, key, (field name, value as written)

_START = re.compile(r"@\s*([^\W\d][\w.+:/*-]*)\s*([{(])")
_NEXT_LINE = re.compile(r"\n[ \t]*@")
_BLANK = re.compile(r"(?:\s|%[^\n]*)*")  # a % between fields is a comment to biber, and to everyone who writes one
_KEY = re.compile(r"\s*([^,{}\"\s]?[^,{}\"\n]*?)\s*,")
_FIELD = re.compile(r"([^\W\d][^\s{}\"#%(),=]*)\s*=\s*")
_WORD = re.compile(r"[^\s{}\"#%(),=]+")
_OTHER_BLOCKS = ("comment", "string", "preamble")


class Unsound(Exception):
    """Not BibTeX by BibTeX's rules."""


def text_of(content: bytes, encoding: str = "") -> str:
    """Text with plain line ends. `encoding` as somebody who looked says; else UTF-8, or what Windows wrote."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    for name in (encoding, "utf-8-sig", "cp1252"):
        try:
            text = content.decode("utf-8-sig" if name == "utf-8" else name) if name else ""
        except (UnicodeDecodeError, LookupError):
            continue
        if text:
            return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return ""


def entries(text: str) -> Iterator[Lexed]:
    """The sound entries of `text`, in order; commented ones are none."""
    position = 0
    while start := _START.search(text, position):
        line = text[text.rfind("\n", 0, start.start()) + 1 : start.start()]
        position = start.end()
        if "%" in line or line[-1:].isalnum():
            continue
        kind = start[1].lower()
        try:
            if kind in _OTHER_BLOCKS:
                position = _closing(text, start.end() - 1)
                continue
            entry, position = _entry(text, start)
        except Unsound:
            following = _NEXT_LINE.search(text, position)
            position = following.start() if following else len(text)
            continue
        if entry[2]:
            yield entry


def commented_keys(text: str) -> set[str]:
    """Keys of the entries behind a `%`, which some readers take for entries."""
    starts = (
        start for start in _START.finditer(text) if "%" in text[text.rfind("\n", 0, start.start()) + 1 : start.start()]
    )
    return {key[1] for start in starts if (key := _KEY.match(text, start.end()))}


def _entry(text: str, start: re.Match[str]) -> tuple[Lexed, int]:
    end = "}" if start[2] == "{" else ")"
    key = _KEY.match(text, start.end())
    if not key or "=" in key[1]:
        raise Unsound
    fields: list[tuple[str, str]] = []
    position = _after_blanks(text, key.end())
    while text[position : position + 1] != end:
        name = _FIELD.match(text, position)
        if not name:
            raise Unsound
        stop = _value(text, name.end())
        fields.append((name[1], text[name.end() : stop]))
        position = _after_blanks(text, stop)
        if text[position : position + 1] == ",":
            position = _after_blanks(text, position + 1)
        elif text[position : position + 1] != end:
            raise Unsound
    return (start[1], key[1], tuple(fields)), position + 1


def _value(text: str, position: int) -> int:
    """The end of a value: parts joined by `#`; the place itself where there is none, as in `year = ,`."""
    if text[position : position + 1] in (",", "}", ")"):
        return position
    while True:
        first = text[position : position + 1]
        if first == "{":
            end = _closing(text, position)
        elif first == '"':
            end = _closing_quote(text, position)
        else:
            word = _WORD.match(text, position)
            if not word:
                raise Unsound
            end = word.end()
        joined = _after_blanks(text, end)
        if text[joined : joined + 1] != "#":
            return end
        position = _after_blanks(text, joined + 1)


def _closing(text: str, position: int) -> int:
    """The place after the delimiter that closes the one at `position`; to BibTeX a backslash protects no brace."""
    opening = text[position]
    closing = "}" if opening == "{" else ")"
    depth = 0
    for mark in re.compile(rf"[{re.escape(opening + closing)}]").finditer(text, position):
        depth += 1 if mark[0] == opening else -1
        if not depth:
            return mark.end()
    raise Unsound


def _closing_quote(text: str, position: int) -> int:
    depth = 0
    for mark in re.compile(r'[{}"]').finditer(text, position + 1):
        if mark[0] == '"' and not depth:
            return mark.end()
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth < 0:
            raise Unsound
    raise Unsound


def _after_blanks(text: str, position: int) -> int:
    blank = _BLANK.match(text, position)
    return blank.end() if blank else position
