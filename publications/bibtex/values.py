"""The text of one field value as it stands in a file: `{…}`, `"…"`, a word, or these joined by `#`."""

import re

# Possessive quantifiers keep these linear; five levels of braces cover all but freaks, which are counted by hand.
_LEVEL_0 = r"\{[^{}]*+\}"
_LEVEL_1 = rf"\{{[^{{}}]*+(?:{_LEVEL_0}[^{{}}]*+)*+\}}"
_LEVEL_2 = rf"\{{[^{{}}]*+(?:{_LEVEL_1}[^{{}}]*+)*+\}}"
_LEVEL_3 = rf"\{{[^{{}}]*+(?:{_LEVEL_2}[^{{}}]*+)*+\}}"
_QUOTED = rf'"[^"{{}}]*+(?:{_LEVEL_3}[^"{{}}]*+)*+"'
_BRACED = re.compile(rf"\{{[^{{}}]*+(?:{_LEVEL_3}[^{{}}]*+)*+\}}")
_QUOTES = re.compile(_QUOTED)
WORD = re.compile(r"[^\s{}\"#,=%()]+")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_PARAGRAPH = re.compile(r"(?<![ \t])[ \t]*+\n[ \t]*\n\s*")
_BRACES = re.compile(r"[{}]")
_BRACES_OR_QUOTE = re.compile(r"[{}\"]")
_SKIP = re.compile(r"\s*")
# Fields whose blank lines are paragraphs; in all others a line end is a blank.
PARAGRAPHS = frozenset(
    ["abstract", "annote", "annotation", "review", "comment", "comments", "additional_info", "award", "bibbase_note"]
)


def end_of_group(text: str, start: int, limit: int) -> int:
    """Index after the brace that closes the one at `start`, by BibTeX's rule (`\\}` counts), or -1."""
    match = _BRACED.match(text, start, limit)
    if match:
        return match.end()
    depth = 0
    for brace in _BRACES.finditer(text, start, limit):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return -1


def end_of_quotes(text: str, start: int, limit: int) -> int:
    """Index after the quote that closes the one at `start` (braces protect quotes inside), or -1."""
    match = _QUOTES.match(text, start, limit)
    if match:
        return match.end()
    depth = 0
    for mark in _BRACES_OR_QUOTE.finditer(text, start + 1, limit):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth < 0:
                return -1
        elif depth == 0:
            return mark.end()
    return -1


def end_of_part(text: str, start: int, limit: int) -> int:
    """Index after the group, the quotes or the word at `start`, or -1."""
    first = text[start : start + 1]
    if first == "{":
        return end_of_group(text, start, limit)
    if first == '"':
        return end_of_quotes(text, start, limit)
    match = WORD.match(text, start, limit)
    return match.end() if match else -1


def split_parts(raw: str) -> list[str] | None:
    """`"12~" # jan` → `['"12~"', 'jan']`; None where the text is not a value by BibTeX's rules."""
    parts: list[str] = []
    position, limit = 0, len(raw)
    while True:
        end = end_of_part(raw, position, limit)
        if end < 0:
            return None
        parts.append(raw[position:end])
        position = skip_blanks(raw, end, limit)
        if position == limit:
            return parts
        if raw[position] != "#":
            return None
        position = skip_blanks(raw, position + 1, limit)


def skip_blanks(text: str, start: int, limit: int) -> int:
    match = _SKIP.match(text, start, limit)
    return match.end() if match else start


def is_whole(raw: str) -> bool:
    """Whether this is one value by BibTeX's rules, so that it can stand in a file as it is."""
    first = raw[:1]
    if first == "{":
        if _BRACED.fullmatch(raw):
            return True
    elif first == '"':
        if _QUOTES.fullmatch(raw):
            return True
    elif raw.isdecimal():
        return True
    return split_parts(raw) is not None


def fold(text: str, name: str = "") -> str:
    """Line ends and runs of blanks to one blank, except between the paragraphs of an abstract."""
    if "\n" not in text and "  " not in text and "\t" not in text:
        return text.strip()
    if name in PARAGRAPHS and "\n" in text:
        paragraphs = (_BLANKS.sub(" ", part).strip() for part in _PARAGRAPH.split(text))
        return "\n\n".join(part for part in paragraphs if part)
    return _BLANKS.sub(" ", text).strip()
