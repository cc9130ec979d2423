"""`@string` definitions and the `#` that joins values."""

from bisect import bisect_right
from collections.abc import Callable, Mapping

from .values import fold, split_parts

MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_DEEPEST = 40
_LONGEST = 20_000
_BUDGET = 4_000_000


class Macros:
    """Resolves macro names whatever their case, whether defined before or after their use.

    As in BibTeX, the latest definition before the use counts; without one, the first after it.
    Depth, length and total length are bounded: thirty doubling definitions are a gigabyte.
    """

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._definitions: dict[str, list[tuple[int, str]]] = {}
        self._names: dict[str, str] = {}
        self._given = {name.lower(): text for name, text in (given or {}).items()}
        self._known: dict[tuple[str, int], str] = {}
        self._left = _BUDGET
        self.on_unknown: Callable[[str], None] = lambda name: None
        self.on_too_long: Callable[[str], None] = lambda name: None

    def define(self, name: str, raw: str, place: int) -> None:
        self._names.setdefault(name.lower(), name)
        self._definitions.setdefault(name.lower(), []).append((place, raw))

    def all(self) -> dict[str, str]:
        return {name: self._macro(name, 1 << 62, 0) for name in self._names.values()}

    def value(self, raw: str, place: int, name: str = "") -> str:
        """The text of a value as written: delimiters off, macros in, blanks folded."""
        return fold(self._joined(raw, place, 0), name)

    def _joined(self, raw: str, place: int, depth: int) -> str:
        parts = split_parts(raw)
        if parts is None:
            return _strip_delimiters(raw)
        pieces: list[str] = []
        length = 0
        for part in parts:
            piece = part[1:-1] if part[0] in '{"' else self._macro(part, place, depth)
            length += len(piece)
            if length > _LONGEST and len(parts) > 1 and depth:
                self.on_too_long(raw[:40])
                return " ".join(raw.split())[:_LONGEST]
            pieces.append(piece)
        return "".join(pieces)

    def _macro(self, word: str, place: int, depth: int) -> str:
        name = word.lower()
        if name.isdecimal():
            return word
        definitions = self._definitions.get(name)
        if not definitions:
            return self._given_or_word(word, name)
        number = _latest(definitions, place)
        known = self._known.get((name, number))
        if known is None:
            if depth > _DEEPEST:
                self.on_too_long(word)
                return word
            self._known[name, number] = word  # what a definition that uses itself gets
            known = self._joined(definitions[number][1], definitions[number][0], depth + 1)
            self._known[name, number] = known
        self._left -= len(known)
        if self._left < 0 and len(known) > len(word):
            self.on_too_long(word)
            return word
        return known

    def _given_or_word(self, word: str, name: str) -> str:
        if name in self._given:
            return self._given[name]
        if name not in MONTHS:
            self.on_unknown(word)
        return word


def _latest(definitions: list[tuple[int, str]], place: int) -> int:
    return max(bisect_right(definitions, place, key=_place) - 1, 0)


def _place(definition: tuple[int, str]) -> int:
    return definition[0]


def _strip_delimiters(raw: str) -> str:
    """What a value that is not one by BibTeX's rules is likely to say."""
    if raw[:1] in ("{", '"'):
        closing = "}" if raw[0] == "{" else '"'
        return raw[1:-1] if len(raw) > 1 and raw[-1] == closing else raw[1:]
    return raw
