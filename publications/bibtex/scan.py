"""What must be known of a file before bibtexparser splits it.

bibtexparser takes `@commented{` for a comment and does not see `@article<newline>{`, `@ book{` or `@online-video{`
at all; and to it `% @article{…}` is an entry. All are written over, length kept, in the copy it gets, so
that places in the copy are places in the file.
"""

import re
from dataclasses import dataclass

# Type and delimiter as written; anything BibTeX itself would take for a type.
BLOCK_START = re.compile(r"@[ \t]*+(?:\n[ \t]*+)?([^\W\d][\w.+:/*-]*+)\s*+([{(])")
LINE_START = re.compile(r"^[ \t]*+" + BLOCK_START.pattern, re.MULTILINE)
_ODD = re.compile(
    r"^[ \t}]*+(@(?:[ \t\n]++[^\W\d][\w.+:/*-]*+\s*+|\w+[.+:/*-][\w.+:/*-]*\s*|\w+[ \t]*\n\s*"
    r"|(?:comment|string|preamble)\w+\s*))[{(]",
    re.MULTILINE | re.IGNORECASE,
)
_COMMENTED = re.compile(r"^[ \t]*%[^\n@]*@[ \t]*[^\W\d][\w.+:/*-]*\s*[{(]", re.MULTILINE)
_NOT_WORD = re.compile(r"[^\w@]")


@dataclass(frozen=True, slots=True)
class Scan:
    """`copy` is what bibtexparser gets; `changed` the places where it differs; `commented` where "% @…" stands."""

    copy: str
    changed: list[int]
    commented: list[int]


def scan(text: str) -> Scan:
    changed: list[int] = []
    commented: list[int] = []
    copy = text
    if "%" in text:
        copy = _COMMENTED.sub(lambda m: _hide(m, changed, commented), copy)
    copy = _ODD.sub(lambda m: _straighten(m, changed), copy)
    return Scan(copy, sorted(changed), commented)


def _hide(match: re.Match[str], changed: list[int], commented: list[int]) -> str:
    at = match[0].index("@")
    changed.append(match.start() + at)
    commented.append(match.start() + at)
    return match[0].replace("@", "%")


def _straighten(match: re.Match[str], changed: list[int]) -> str:
    changed.append(match.start(1))
    start = match[1]
    word = _NOT_WORD.sub("_", start)
    if start[1:].lower().startswith(("comment", "string", "preamble")):
        word = "@_" + word[2:]
    return match[0].replace(start, word, 1)
