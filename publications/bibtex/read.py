"""A .bib file to entries. bibtexparser splits it; what it cannot take is read again, tolerantly, from the text."""

import logging
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import cast

from bibtexparser.entrypoint import parse_string
from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ExplicitComment, Preamble, String
from bibtexparser.model import Entry as Split

from .charset import decode
from .entries import Bibliography, Entry, Field, Skipped, collect
from .inherit import inherit
from .macros import Macros
from .recovery import Draft, Region
from .scan import BLOCK_START, LINE_START, scan
from .values import fold, is_whole

# Each failed block is read again and reported here; bibtexparser's own log line would only be noise.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_GOOD_NAME = re.compile(r"[^\W\d][^\s%@{}\"#(),=]*").fullmatch
_CONTINUES = re.compile(r"\s*+[,})\"][\s,})\"]*+(?=[^\W\d][\w-]*+\s*+=\s*+[{\"\d])")
_INNER_ENTRY = re.compile(r"[^,{}=\"]*+,\s*+[\w-]++\s*+=")
_COMMENTED_FIELDS = re.compile(r"\s*+([^\s,={}\"]++)\s*+,\s*+[\w-]++\s*+=\s*+[{\"\w]")
_COMMENT_LINES = re.compile(r"(?:\n[ \t]*+%[^\n]*+)*+")
_FREE_TEXT = frozenset(
    ["abstract", "note", "annote", "annotation", "comment", "review", "summary", "howpublished", "bibtex"]
)
_LOOK_AHEAD = 200_000


def read(
    source: bytes | str, *, strings: Mapping[str, str] | None = None, include_commented: bool = False
) -> Bibliography:
    """Everything in `source`. Never raises, whatever the bytes.

    `strings` are macros beside those the file defines. Every entry is in `entries` or, with a reason, in `skipped`;
    entries that were commented out are in `commented`, or among the entries if asked for.
    """
    text, encoding, guess = decode(source)
    reader = _Reader(text, Macros(strings), include_commented)
    reader.split()
    bibliography = reader.finish()
    bibliography.encoding = encoding
    if guess:
        bibliography.warnings.insert(0, (1, guess))
    return bibliography


def looks_like_bibtex(source: bytes | str) -> bool:
    """Whether there is anything in `source` that begins like an entry."""
    return BLOCK_START.search(decode(source)[0]) is not None


class _Reader:
    """Goes through a file once. `drafts` are its entries so far, in order."""

    def __init__(self, text: str, macros: Macros, include_commented: bool) -> None:
        self.text = text
        self.macros = macros
        self.include_commented = include_commented
        self.bibliography = Bibliography()
        self.drafts: list[Draft] = []
        self.preambles: list[tuple[str, int]] = []
        self.commented: list[int] = []
        self.budget = 4 * len(text) + _LOOK_AHEAD
        self.line = _Lines(text)

    def split(self) -> None:
        """Sound blocks are taken as bibtexparser gives them; the text between them is read again."""
        scanned = scan(self.text)
        self.commented = scanned.commented
        position = found = 0
        changed = iter([*scanned.changed, len(self.text) + 1])
        next_change = next(changed)
        for block in _blocks(scanned.copy):
            raw = block.raw or ""
            start = scanned.copy.find(raw, found)
            if start < 0 or not raw:
                continue
            found = start + len(raw)
            while next_change < start:
                next_change = next(changed)
            if start < position or next_change < found or not _is_sound(block):
                continue
            if start > position:
                position = self.read_again(position, start)
            if position <= start:
                self.accept(block, start, found)
                position = found
        self.read_again(position, len(self.text))

    def accept(self, block: Block, start: int, end: int) -> None:
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block
        if isinstance(block, Split):
            type_raw = self.text[start + 1 : start + 1 + len(block.entry_type)]
            fields = [(field.key, field.value) for field in block.fields]
            self.add(Draft(type_raw, block.key, fields, start, end, sound=True))
        elif isinstance(block, String):
            self.macros.define(block.key, block.value, start)
        elif isinstance(block, Preamble):
            self.preambles.append((block.value.strip(), start))
        elif isinstance(block, ExplicitComment):
            self.comment(start, end)

    def add(self, draft: Draft) -> None:
        """An entry, or, without any field, a skipped one."""
        if draft.fields:
            self.drafts.append(draft)
            return
        reason = "the entry has no fields" if draft.closed else "the entry is not closed and no field could be read"
        self.bibliography.skipped.append(self.skipped(draft, reason))

    def skipped(self, draft: Draft, reason: str) -> Skipped:
        return Skipped(self.line(draft.start), draft.key, reason, self.text[draft.start : draft.end])

    def read_again(self, position: int, end: int) -> int:
        """Reads the text between two sound blocks; gives the place up to which all is read, maybe beyond `end`."""
        while position < end:
            block = BLOCK_START.search(self.text, position, end)
            position = self.continued(position, block.start() if block else end)
            if not block:
                return end
            if position <= block.start():
                position = self.block(block, end)
        return position

    def continued(self, position: int, end: int) -> int:
        """Fields after what looked like the end of an entry, because of a brace too many, belong to it."""
        continues = _CONTINUES.match(self.text, position, end)
        if not continues or not self.drafts or self.drafts[-1].end != position:
            return position
        draft = self.drafts[-1]
        last = draft.fields[-1][0] if draft.fields else draft.key
        draft.repairs.append(f"a closing brace too many after '{last}' was skipped")
        Region(self.text, continues.end(), end).fields(continues.end(), draft)
        return draft.end

    def block(self, block: re.Match[str], end: int) -> int:
        """Reads what starts at `block`; gives the place after it."""
        start = block.start()
        kind = block[1].lower()
        at = bisect_left(self.commented, start)
        if at < len(self.commented) and self.commented[at] == start:
            return self.commented_entry(start, block.end(), end)
        if start and self.text[start - 1].isalnum():  # an e-mail address
            return block.end()
        if kind == "comment":
            return self.comment_over_entries(block)
        if kind in ("string", "preamble"):
            return self.definition(block, kind, end)
        draft = self.entry(start, end)
        self.add(draft)
        return draft.end

    def entry(self, start: int, end: int) -> Draft:
        """An entry bibtexparser could not read: as BibTeX would first, then with its braces in doubt."""
        next_start = LINE_START.search(self.text, start + 1, end)
        limit = next_start.start() if next_start else end
        region = Region(self.text, start, limit)
        draft = cast(Draft, region.entry(start))
        if draft.closed:
            return draft
        whole = self.look_ahead(start, limit)
        if whole:
            return whole
        loose = cast(Draft, region.entry(start, loose=True))
        if not loose.closed:
            loose.repairs.append("the closing brace was missing")
        loose.end = limit if not loose.closed else loose.end
        return loose

    def look_ahead(self, start: int, limit: int) -> Draft | None:
        """The entry whose text quotes BibTeX on lines of its own, which only looks like further entries."""
        far = min(len(self.text), start + min(_LOOK_AHEAD, self.budget))
        if far <= limit:
            return None
        self.budget -= far - start
        draft = Region(self.text, start, far).entry(start)
        if draft is None or not draft.closed or draft.end <= limit:
            return None
        quoting = [(name.lower(), raw) for name, raw in draft.fields if LINE_START.search(raw)]
        for name, raw in quoting:
            if name not in _FREE_TEXT and any(
                _INNER_ENTRY.match(raw, inner.end()) for inner in LINE_START.finditer(raw)
            ):
                return None
        return draft if quoting else None

    def definition(self, block: re.Match[str], kind: str, end: int) -> int:
        next_start = LINE_START.search(self.text, block.end(), end)
        limit = next_start.start() if next_start else end
        draft = Draft(kind, "", [], block.start(), block.end())
        if kind == "string":
            Region(self.text, block.end(), limit).fields(block.end(), draft, loose=True)
            for name, raw in draft.fields:
                self.macros.define(name, raw, block.start())
        if not draft.fields:
            self.bibliography.warnings.append((self.line(block.start()), f"@{kind} could not be read"))
        return draft.end if draft.closed else limit

    def comment_over_entries(self, block: re.Match[str]) -> int:
        """A comment around entries on lines of their own: bibtexparser gives it up at the first of them."""
        far = min(len(self.text), block.start() + min(_LOOK_AHEAD, self.budget))
        self.budget -= far - block.start()
        end = Region(self.text, block.start(), far).closes.get(block.end() - 1)
        if end is None:
            return block.end()
        self.comment(block.start(), end)
        return end

    def comment(self, start: int, end: int) -> None:
        """Lists the entries inside `@comment{…}`."""
        body = BLOCK_START.match(self.text, start, end)
        position = body.end() if body else end
        bare = _COMMENTED_FIELDS.match(self.text, position, end)
        if bare and "jabref" not in bare[1]:
            reason = "commented out by @comment"
            self.bibliography.commented.append(Skipped(self.line(start), bare[1], reason, self.text[start:end]))
            return
        while position < end and (inner := BLOCK_START.search(self.text, position, end)):
            draft = Region(self.text, inner.start(), end).entry(inner.start())
            position = inner.end()
            if draft and draft.fields and draft.closed:
                position = draft.end
                self.add_commented(draft, "inside @comment")

    def commented_entry(self, start: int, header_end: int, end: int) -> int:
        """An entry after `%`, whose further lines may begin with `%` too."""
        line_end = self.text.find("\n", start)
        line_end = len(self.text) if line_end < 0 else line_end
        end = min(end, self.next_commented(start))
        following = _COMMENT_LINES.match(self.text, line_end, end)
        last = following.end() if following else line_end
        draft: Draft | None
        if last > line_end:
            lines = self.text[start:last].split("\n")
            plain = "\n".join([lines[0], *(line.lstrip().removeprefix("%") for line in lines[1:])])
            draft = Region(plain, 0, len(plain)).entry(0)
        else:
            next_start = LINE_START.search(self.text, header_end, end)
            last = next_start.start() if next_start else end
            draft = Region(self.text, start, last).entry(start)
            last = draft.end if draft and draft.closed else line_end
        if draft is None or not draft.fields or not draft.closed:
            return header_end
        draft.start, draft.end = start, last
        self.add_commented(draft, "commented out by %")
        return last

    def next_commented(self, start: int) -> int:
        """Where the line of the next commented entry begins."""
        index = bisect_right(self.commented, start)
        return self.text.rfind("\n", 0, self.commented[index]) if index < len(self.commented) else len(self.text)

    def add_commented(self, draft: Draft, reason: str) -> None:
        if self.include_commented:
            draft.repairs.append(f"was {reason}")
            self.drafts.append(draft)
        else:
            self.bibliography.commented.append(self.skipped(draft, f"{reason}, not imported"))

    def finish(self) -> Bibliography:
        """Values, now that every macro is known, and inheritance, now that every entry is."""
        bibliography, macros = self.bibliography, self.macros
        warned: set[str] = set()
        place = 0

        def warn(name: str, sentence: str) -> None:
            if name.lower() not in warned:
                warned.add(name.lower())
                bibliography.warnings.append((self.line(place), sentence))

        macros.on_unknown = lambda name: warn(name, f"the macro '{name}' is not defined and was kept as text")
        macros.on_too_long = lambda name: warn(name, f"the macro '{name}' grows too large and was not expanded")
        for draft in self.drafts:
            place = draft.start
            bibliography.entries.append(self.finished(draft))
        for raw, where in self.preambles:
            bibliography.preambles.append(macros.value(raw, where))
        bibliography.strings = macros.all()
        inherit(bibliography.entries)
        return bibliography

    def finished(self, draft: Draft) -> Entry:
        fields = []
        for name, raw in draft.fields:
            if draft.sound and raw[:1] in ("{", '"') and "#" not in raw:
                value = fold(raw[1:-1], name.lower())
            elif raw:
                value = self.macros.value(raw, draft.start, name.lower())
            else:
                value = ""
            fields.append(Field(name, value, raw))
            if not draft.sound and not _GOOD_NAME(name):
                draft.repairs.append(f"'{name[:40]}' is no name for a field: blanks and signs become hyphens")
        values, repairs = collect(fields)
        return Entry(
            draft.type_raw.lower(),
            draft.type_raw,
            draft.key,
            tuple(fields),
            self.line(draft.start),
            self.text[draft.start : draft.end],
            (*draft.repairs, *repairs),
            values=values,
            sound=draft.sound and not draft.repairs,
        )


class _Lines:
    """Line numbers of places; asked for in rising order it counts each line once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place, self.number = 0, 1

    def __call__(self, place: int) -> int:
        if place < self.place:
            self.place, self.number = 0, 1
        self.number += self.text.count("\n", self.place, place)
        self.place = place
        return self.number


def _blocks(text: str) -> list[Block]:
    """bibtexparser's blocks; none where it gives up on a text as a whole, which is then all read again."""
    try:
        return list(parse_string(text, parse_stack=[]).blocks)
    except (ParserStateException, LookupError):
        return []


def _is_sound(block: Block) -> bool:
    """Whether bibtexparser's reading is BibTeX's too."""
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        block = block.ignore_error_block or block
    if isinstance(block, Split):
        for field in block.fields:
            if not _GOOD_NAME(field.key) or (not is_whole(field.value) and field.value):
                return False
        return bool(block.fields)
    if isinstance(block, String):
        return is_whole(block.value)
    return isinstance(block, Preamble | ExplicitComment)
