"""Author lists to people. Lists are split while the braces that protect names still stand."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .folding import fold
from .latex import decode
from .marks import take_marks, take_remark, unwrap
from .person import Name, Parts, parse, split_outside

__all__ = ["Name", "NameList", "compatible", "fold", "parse_person", "same_person", "split_names"]

# The name nearly all are: one word of family, a comma, given names; nothing to decode, nothing to doubt.
_PLAIN = re.compile(
    r"([A-Z][A-Za-z'-]*[a-z]),\s+([A-Z](?:[a-z]+|\.)(?:[ -](?:[A-Z](?:[a-z]+|\.?)))*)"
    r"(?<!Jr)(?<!Sr)(?<!Junior)(?<!Senior)"
)
_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"\s+and(?=\s)|[{}]|\\[\s\S]", re.IGNORECASE)
_EDGE_AND = re.compile(r"^(?:and(?:\s+|$))+|(?:\s+and)+$", re.IGNORECASE)
_OTHERS = re.compile(
    r"[{\s]*(?:others|et\.?[\s~\\]*al|\\(?:textit|emph|textsl)\s*\{et\.?[\s~\\]*al\.?)[.}\s]*", re.IGNORECASE
)
_ET_AL_TAIL = re.compile(
    r"(?<![\s,~;])[\s,~;]++(?:et\.?[\s~\\]+al\b\.?|\{?\\(?:textit|emph|it|em|textsl)[\s{]+et[\s~\\]*al\b\.?\s*\}+|and[\s~]+others)[.,\s]*$",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"(?<!\\)&#?\w{2,10};")
_TILDE_APART = re.compile(r"\\textasciitilde\s*\{([A-Za-z])\}")  # what some exporters make of \~{n}
_AMPERSAND = re.compile(r"\s+\\?&\s+")
_WORD = r"[^\W\d_][\w.'’\\{}\"`^=-]*+"
_SURNAME = r"[^\W\d_][\w'’\\{}\"`^=-]++"
_PARTICLES = r"(?:(?:van|von|de|der|den|del|della|la|le|di|da|dos|du|ten|ter)[\s~]+){0,3}"
_INITIALS_SURNAME = re.compile(rf"(?:[^\W\d_]{{1,2}}\.[\s~-]*){{1,4}}{_PARTICLES}{_SURNAME}(?:[\s~]{_SURNAME})?")
_SURNAME_INITIALS = re.compile(rf"{_PARTICLES}{_SURNAME}(?:[\s~]{_SURNAME})?[\s~]+(?:[^\W\d_]{{1,2}}\.[\s~-]*){{1,4}}")
_SURNAME_BARE_INITIALS = re.compile(r"[^\W\d_a-z][\w'’-]*[a-z][\w'’-]+ [A-Z]{1,3}")
_FULL_NAME = re.compile(rf"{_WORD}(?:[\s~]+{_WORD}){{1,3}}")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[\s~-]*){1,4}|[A-Z]{1,3}")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_GIVEN_TOKEN = re.compile(r"[\s.\-~‐–’']+")


@dataclass(slots=True)
class NameList:
    """The people of an author or editor field.

    `highlight` is the name somebody set in bold (the site's owner, most likely); `legend` a remark such as
    "* indicates equal contribution" that stood among the names; `unread` the pieces that hold no name.
    """

    names: list[Name] = field(default_factory=list)
    and_others: bool = False
    highlight: str = ""
    legend: str = ""
    unread: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def split_names(value: str) -> NameList:
    """The people in `value`, as in the file. Never fails; what was guessed is in `problems`."""
    result = NameList()
    if "&" in value and ";" in value:
        value = _ENTITY.sub(_character, value)
    if "textasciitilde" in value:
        value = _TILDE_APART.sub(r"\\~{\1}", value)
    if "(" in value or "[" in value:
        value, result.legend = take_remark(value)
    for piece in _pieces(value.strip()):
        plain = _PLAIN.fullmatch(piece)
        if plain:
            result.names.append(Name(plain[1], plain[2]))
            continue
        understood = _understand(piece)
        result.and_others |= understood.and_others
        result.problems += understood.problems
        for parts, marks, bold in understood.people:
            if not _add(parts, marks, bold, result):
                result.unread.append(piece)
    if not result.names:
        result.unread = [value] if value.strip() else []
    return result


def _character(entity: re.Match[str]) -> str:
    """`&ouml;` → ö; what would take part in splitting the names stays as it is."""
    character = html.unescape(entity[0])
    return character if character.isalpha() or character in "'’-" else entity[0]


class _Understood(NamedTuple):
    people: tuple[tuple[Parts, str, bool], ...]
    and_others: bool
    problems: tuple[str, ...]


@lru_cache(maxsize=16384)
def _understand(piece: str) -> _Understood:
    """What stands between two "and": a name, several that something else separates, or "others"."""
    if _OTHERS.fullmatch(piece):
        return _Understood((), True, ())
    tail = _ET_AL_TAIL.search(piece)
    if tail:
        piece = piece[: tail.start()]
    singles, problem = _several_in_one(piece)
    people = []
    for single in singles:
        bold = False
        if "\\" in single or "<" in single:
            single, bold = unwrap(single)
        single, marks = take_marks(single)
        people.append((parse(single), marks, bold))
    return _Understood(tuple(people), tail is not None, (problem,) if problem else ())


def _add(parts: Parts, marks: str, bold: bool, result: NameList) -> bool:
    """Adds a person, or a mark that stood apart from its name; False where there is neither."""
    if not parts.family and not parts.given:
        if marks and result.names:
            result.names[-1].marks += marks
            return True
        return False
    name = Name(*parts, marks=marks)
    result.names.append(name)
    if bold and not result.highlight:
        result.highlight = name.printed
    return True


def pieces_of(value: str) -> list[str]:
    """The single names of a list as they are written, "others" left out."""
    single = (one for piece in _pieces(value.strip()) for one in _several_in_one(piece)[0])
    return [piece for piece in single if not _OTHERS.fullmatch(piece)]


def _pieces(value: str) -> list[str]:
    """The pieces of a list of names, also of one that is in braces as a whole."""
    pieces = split_and(value)
    if len(pieces) == 1 and value[:1] == "{":
        inside = _list_in_braces(value)
        if inside:
            return inside
    return pieces


def split_and(value: str) -> list[str]:
    """`value` split at each "and" outside braces; empty pieces fall away."""
    value = _EDGE_AND.sub("", value)
    if "{" not in value:
        pieces = _AND.split(value)
    else:
        pieces = []
        depth = start = 0
        for mark in _AND_OR_BRACE.finditer(value):
            if mark[0] == "{":
                depth += 1
            elif mark[0] == "}":
                depth = max(depth - 1, 0)
            elif mark[0][0] != "\\" and depth == 0:
                pieces.append(value[start : mark.start()])
                start = mark.end()
        pieces.append(value[start:])
        if depth:
            pieces = _AND.split(value)
    stripped = (piece.strip() for piece in pieces)
    return [piece for piece in stripped if piece]


def _list_in_braces(value: str) -> list[str]:
    """The names of a list that was wrapped in braces as a whole; empty for a body such as `{Barnes and Noble}`."""
    if value[-1] != "}" or parse(value).literal is False:
        return []
    pieces = split_and(value[1:-1])
    if len(pieces) < 2:
        return []
    if all(piece[0] == "{" or "," in piece or _INITIALS_SURNAME.fullmatch(piece) for piece in pieces):
        return pieces
    long_enough = len(pieces) > 2 and all(2 <= len(piece.split()) <= 4 for piece in pieces)
    return pieces if long_enough and not any(parse(piece).literal for piece in pieces) else []


def _several_in_one(piece: str) -> tuple[list[str], str]:
    """Names separated by something else than "and", where that is beyond doubt; and what to say of it."""
    if ";" in piece:
        parts = split_outside(piece, ";")
        if len(parts) > 1:
            return parts, "the authors were separated by ';'"
    if "&" in piece and piece[0] != "{":
        parts = _AMPERSAND.split(piece)
        if len(parts) > 1 and all(" " in part.strip() or "~" in part for part in parts):
            return [one for part in parts for one in _several_in_one(part)[0]], "the authors were separated by '&'"
    if "," in piece and piece[0] != "{":
        parts = split_outside(piece, ",")
        several = _at_commas(parts)
        if several:
            return several, "the authors were separated by commas"
        if len(parts) > 3 and "=" not in piece:
            return [piece], f"'{decode(piece)[:60]}' has too many commas for a name"
    return [piece], ""


def _at_commas(parts: list[str]) -> list[str]:
    """`A. Bee, C. Dee`, `Bee A., Dee C.`, `A B, C D, E F` and `Bee, C., Dee, E.` are lists; `Family Name, Given Name`
    is none."""
    if len(parts) < 2:
        return []
    if all(_INITIALS_SURNAME.fullmatch(part) for part in parts):
        return parts
    if all(_SURNAME_INITIALS.fullmatch(part) and not part.endswith(("Jr.", "Sr.")) for part in parts):
        return parts
    if all(_SURNAME_BARE_INITIALS.fullmatch(part) and not part.endswith(" II") for part in parts):
        return [", ".join(part.rsplit(" ", 1)) for part in parts]
    if len(parts) > 2 and all(_FULL_NAME.fullmatch(part) and not parse(part).literal for part in parts):
        return parts
    if len(parts) > 3 and len(parts) % 2 == 0 and _are_pairs(parts):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return []


def _are_pairs(parts: list[str]) -> bool:
    families, givens = parts[::2], parts[1::2]
    return all(_INITIALS.fullmatch(given) for given in givens) and all(_TWO_LETTERS.search(name) for name in families)


def parse_person(text: str) -> Name:
    """A name as typed: "Ada Lovelace", "Lovelace, Ada", "{CERN}"."""
    text, marks = take_marks(" ".join(text.split()))
    return Name(*parse(text), marks=marks)


def compatible(one: Name, other: Name) -> bool:
    """Whether two names can be one person's: same family, given names equal or initials of the other's, word by word.

    "S. Belharbi" fits "Soufiane Belharbi"; a name without given names fits only the like.
    """
    if one.literal or other.literal:
        return one.literal and other.literal and fold(one.family) == fold(other.family)
    if fold(one.von + one.family) != fold(other.von + other.family):
        return False
    if one.jr and other.jr and fold(one.jr) != fold(other.jr):
        return False
    return _givens_fit(one.given, other.given)


def _givens_fit(one: str, other: str) -> bool:
    if fold(one) == fold(other):
        return True
    ones, others = _given_tokens(one), _given_tokens(other)
    if not ones or not others:
        return False
    return all(
        a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a, b in zip(ones, others, strict=False)
    )


def _given_tokens(given: str) -> list[str]:
    """ "Soufiane M." → soufiane, m; "SM" → s, m; "Jean-Pierre" → jean, pierre."""
    tokens: list[str] = []
    for word in _GIVEN_TOKEN.split(given):
        if 1 < len(word) <= 3 and word.isupper():
            tokens.extend(fold(letter) for letter in word)
        elif word:
            tokens.append(fold(word))
    return [token for token in tokens if token]


def same_person(name: Name, variants: Iterable[Name]) -> bool:
    """Whether `name` is the person known by `variants`: also family first without comma ("Belharbi Soufiane"), and
    a double family name cut ("Marquez, Gabriel García")."""
    readings = [name, *_other_readings(name)]
    return any(compatible(reading, variant) for variant in variants for reading in readings)


def _other_readings(name: Name) -> list[Name]:
    if name.literal or name.von or not name.given:
        return []
    words = name.given.split()
    readings = [Name(family=name.given, given=name.family)] if len(name.given) > 2 and "." not in name.given else []
    if len(words) > 1 and "." not in words[-1]:
        readings.append(Name(family=f"{words[-1]} {name.family}", given=" ".join(words[:-1])))
    return readings
