"""A tolerant reader for entries bibtexparser cannot take: what was meant is kept where it is certain."""

import re
from dataclasses import dataclass, field

from .scan import BLOCK_START
from .values import WORD, is_whole, skip_blanks

_NAME = re.compile(r"([^\W\d][\w:.+/*'&-]*|[^\s={}\",#%()]++(?:[ \t]++[^\s={}\",#%()]++){0,3}+)\s*+=")
_NO_KEY = re.compile(r"\s*+[^\W\d][\w:.+/-]*+\s*+=\s*+[{\"\d]")
_KEY_WITHOUT_COMMA = re.compile(
    r"\s*+([^\s,={}\"]++(?:[ \t]++[^\s,={}\"]++){0,3}?)(?:[ \t]*+\n\s*+(?=[^\W\d][\w-]*+\s*+=)"
    r"|[ \t]++(?=[^\W\d][\w-]*+\s*+=\s*+[{\"\w]))"
)
_KEY = re.compile(r"([^,{}\n]*+),|([^,{}=\"]*+),|([^,{}()=\"]*+)(?=[})])")
_COMMENT_LINE = re.compile(r"%[^\n]*+")
_MARKS = re.compile(r"[{}\"]")
# Where the next field begins, for values that do not close.
_VALUE_START = r"(?=[^\W\d][\w-]*+\s*+=\s*+(?:[{\"\d]|\w++\s*+[,}]))"
_NEXT_FIELD = re.compile(
    rf"(?:[}}\"\w.]\s*+,[ \t]*+(?:%[^\n]*+)?\n\s*+|[}}\"]\s*+\n\s*+|[}}\"]\s*+,[ \t]*+){_VALUE_START}"
)
_STRAY = " is outside its delimiters, and was kept"


@dataclass(slots=True)
class Draft:
    """An entry as the tolerant reader saw it; `closed` when its own closing delimiter was found."""

    type_raw: str
    key: str
    fields: list[tuple[str, str]]
    start: int
    end: int
    repairs: list[str] = field(default_factory=list)
    closed: bool = True
    sound: bool = False


class Region:
    """Source text from one place to another. Braces are paired once, so reading it is linear."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        self.text = text
        self.limit = limit
        self.closes = _pair_braces(text, start, limit)
        self.no_quote_after = limit

    def entry(self, start: int, loose: bool = False) -> Draft | None:
        """The entry whose `@` is at `start`, or None where there is no block start.

        Small mistakes are forgiven. `loose` also ends a value where a line looks like the next field,
        for entries with a brace or a quote too few.
        """
        header = BLOCK_START.match(self.text, start, self.limit)
        if not header:
            return None
        draft = Draft(header[1], "", [], start, header.end())
        return self.fields(self._key(header.end(), draft), draft, loose)

    def _key(self, position: int, draft: Draft) -> int:
        if _NO_KEY.match(self.text, position, self.limit):
            draft.repairs.append("the entry has no key")
            return position
        match = _KEY_WITHOUT_COMMA.match(self.text, position, self.limit)
        if match:
            draft.repairs.append("the comma after the key was missing")
        else:
            match = _KEY.match(self.text, position, self.limit)
        if not match:
            return position
        draft.key = " ".join((match[match.lastindex or 1] or "").split())
        return match.end()

    def fields(self, position: int, draft: Draft, loose: bool = False) -> Draft:
        """Fields from `position` to the closing delimiter, added to `draft`."""
        commas = 0
        while True:
            position = skip_blanks(self.text, position, self.limit)
            character = self.text[position] if position < self.limit else ""
            if character == ",":
                commas += 1
                position += 1
            elif character == "%":
                comment = _COMMENT_LINE.match(self.text, position, self.limit)
                position = comment.end() if comment else self.limit
            elif character in ("}", ")"):
                draft.end = position + 1
                return draft
            elif not character or (character == "@" and BLOCK_START.match(self.text, position)):
                draft.end, draft.closed = position, False
                return draft
            else:
                if commas > 1:
                    draft.repairs.append("a doubled comma was skipped")
                commas = 0
                position = self._field(position, draft, loose)

    def _field(self, position: int, draft: Draft, loose: bool) -> int:
        """Reads `name = value`; gives the place after it, the limit where the value does not end before it."""
        name = _NAME.match(self.text, position, self.limit)
        if not name:
            return self._skip_junk(position, draft)
        start = skip_blanks(self.text, name.end(), self.limit)
        end = self._end_of_value(start)
        if loose:
            end = self._loose_end(start, end, draft, name[1])
        if end < 0:
            draft.closed, draft.end = False, self.limit
            return self.limit
        following = skip_blanks(self.text, end, self.limit)
        if following < self.limit and self.text[following] not in ",})%@":
            end = self._after_stray_text(following, draft, name[1])
        raw = self.text[start:end].strip()
        if raw[:1] == '"' and r"\"" in raw and not is_whole(raw):
            draft.repairs.append(f"field '{name[1]}' has accents outside braces in its quotes")
        draft.fields.append((name[1], raw))
        return end

    def _end_of_value(self, start: int) -> int:
        """Index after a value and all joined to it by `#`; `start` for an empty value; -1 if it does not close."""
        if start < self.limit and self.text[start] in ",})":
            return start
        position = start
        while True:
            end = self._end_of_part(position)
            if end < 0:
                return end
            following = skip_blanks(self.text, end, self.limit)
            if following >= self.limit or self.text[following] != "#":
                return end
            position = skip_blanks(self.text, following + 1, self.limit)

    def _end_of_part(self, start: int) -> int:
        if start >= self.limit:
            return -1
        if self.text[start] == "{":
            return self.closes.get(start, -1)
        if self.text[start] == '"':
            return self._end_of_quotes(start)
        word = WORD.match(self.text, start, self.limit)
        return word.end() if word else -1

    def _end_of_quotes(self, start: int) -> int:
        if start >= self.no_quote_after:
            return -1
        position = start + 1
        while mark := _MARKS.search(self.text, position, self.limit):
            if mark[0] == '"' and not self._is_accent(mark.start()):
                return mark.end()
            if mark[0] == '"':
                position = mark.end()
                continue
            position = self.closes.get(mark.start(), -1)
            if position < 0:
                return -1
        self.no_quote_after = start
        return -1

    def _is_accent(self, quote: int) -> bool:
        """`"M\\"uller"`: to BibTeX the value ends at the accent; nobody means that."""
        if self.text[quote - 1] != "\\":
            return False
        following = skip_blanks(self.text, quote + 1, self.limit)
        return following < self.limit and self.text[following] not in ",#})"

    def _loose_end(self, start: int, end: int, draft: Draft, name: str) -> int:
        following = _NEXT_FIELD.search(self.text, start, end if end > 0 else self.limit)
        if following:
            draft.repairs.append(f"field '{name}' is not closed and was ended where the next one begins")
            return following.start() + 1
        if end > 0:
            return end
        draft.repairs.append(f"field '{name}' is not closed and was ended with the entry")
        return start + len(self.text[start : self.limit].rstrip("} \t\n,)"))

    def _after_stray_text(self, following: int, draft: Draft, name: str) -> int:
        """A value followed by more text: either the comma was forgotten, or the text belongs to the value."""
        if _NAME.match(self.text, following, self.limit):
            draft.repairs.append(f"the comma after field '{name}' was missing")
            return following
        draft.repairs.append(f"part of field '{name}'{_STRAY}")
        end = following
        while end < self.limit and self.text[end] not in ",})":
            if self.text[end] == "\n":
                end = skip_blanks(self.text, end, self.limit)
                if _NAME.match(self.text, end, self.limit):
                    break
            else:
                end = max(self._end_of_part(end), end + 1)
        return end

    def _skip_junk(self, position: int, draft: Draft) -> int:
        end = position
        while end < self.limit and self.text[end] not in ",})\n":
            end = max(self._end_of_part(end), end + 1)
        junk = " ".join(self.text[position : min(end, position + 60)].split())
        draft.repairs.append(f"'{junk}' is not a field and was skipped")
        return max(end, position + 1)


def _pair_braces(text: str, start: int, limit: int) -> dict[int, int]:
    """Place of each `{` to the place after its `}`."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for mark in re.compile(r"[{}]").finditer(text, start, limit):
        if mark[0] == "{":
            opened.append(mark.start())
        elif opened:
            pairs[opened.pop()] = mark.end()
    return pairs
