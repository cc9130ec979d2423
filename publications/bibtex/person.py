"""One name to its parts, by BibTeX's rules and a little more."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .latex import decode

_COLLECTIVE = re.compile(
    r"\b(?:collaborations?|consortium|working group|task force|team|group|committee|developers|contributors)\}?$",
    re.IGNORECASE,
)
# Words no person's name holds: what is in braces with one of them is a body, comma or not.
_BODY_WORDS = re.compile(
    r"\b(?:of|for|the|and|inc|ltd|llc|gmbh|corp|co|university|universit\w*|institut\w*|department|dept|center|centre|agency"
    r"|office|ministry|council|committee|commission|foundation|association|society|laborator\w*|lab|labs|research"
    r"|collaborations?|consortium|group|team|organi[sz]ation|bank|press|developers|contributors)\b|&",
    re.IGNORECASE,
)
_HOMONYM = re.compile(r"(?<![\s~])[\s~]++\d{4}(?=\s*(?:,|$))")
_JUNIOR = re.compile(r"\{?(?:[JS]r\.?|Jnr\.?|Snr\.?|Junior|Senior|II|III|IV|VI{1,3}|[123]\s?(?:st|nd|rd))\}?")
_TITLE_AFTER = re.compile(r"(?:Ph\.?\s?D|M\.?D|Esq)\.?")
_COMPANY_WITHOUT_COMMA = re.compile(r"\s(?:Inc|Ltd|LLC|GmbH|Corp)\.?$|\s(?:Incorporated|Limited|Corporation)$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")
_TRAILING_JUNIOR = re.compile(r"[JS]r\.?|II|III|IV")
_COMPANY = re.compile(r"(?:Inc|Ltd|LLC|GmbH|Corp|S\.A|plc|Co)\.?|Incorporated|Limited", re.IGNORECASE)
# "Van Buren" is a family name; to BibTeX "Martin Van Buren" is one Buren.
_CAPITAL_PARTICLES = frozenset(
    [
        "Van",
        "Von",
        "De",
        "Del",
        "Della",
        "Dello",
        "Der",
        "Den",
        "Di",
        "Da",
        "Du",
        "Dos",
        "Das",
        "Le",
        "La",
        "Ten",
        "Ter",
    ]
)
_PARTICLES = frozenset(word.lower() for word in _CAPITAL_PARTICLES)
_JOINING = frozenset(("y", "i", "e"))
_INITIAL = re.compile(r"[^\W\d_]\.")
# "Smith J", "Jones KB", as PubMed writes names; "Wei LI" is a family name in capitals.
_FAMILY = re.compile(r"[^\W\d_a-z][\w'’-]*[a-z][\w'’-]+")
_BARE_INITIALS = re.compile(r"[A-Z]|[BCDFGHJKLMNPQRSTVWXZ]{2,3}")
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i|id|gender|nameaddon)\s*=\s*(.*)", re.DOTALL)
_LETTER_AND_BLANK = re.compile(r"\\(aa|AA|ae|AE|oe|OE|[oOlLij]|ss|th|TH|dh|DH|dj|DJ|ng|NG)[ \t]+(?=\w)")
_ACCENT_AND_BLANK = re.compile(r"\\([cvuHkrdbt])[ \t]+(\w)")
_DEPTH_MARKS = re.compile(r"\\[\s\S]|[{},;\s~]")
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[\s~]+")


class Parts(NamedTuple):
    family: str
    given: str = ""
    von: str = ""
    jr: str = ""
    literal: bool = False


@dataclass(slots=True)
class Name:
    """A person, or with `literal` a body whose whole name is in `family`. Parts are plain Unicode."""

    family: str = ""
    given: str = ""
    von: str = ""
    jr: str = ""
    literal: bool = False
    marks: str = ""

    @property
    def printed(self) -> str:
        """Given von Family, Jr; names in Chinese, Japanese or Korean script keep the family first."""
        parts = [self.given, self.von, self.family]
        if self.given and _ASIAN.match(self.family) and _ASIAN.match(self.given):
            parts = [self.family, self.given]
        name = " ".join(part for part in parts if part)
        return f"{name}, {self.jr}" if self.jr else name

    @property
    def inverted(self) -> str:
        """von Family, Jr, Given."""
        family = f"{self.von} {self.family}".strip()
        return ", ".join(part for part in (family, self.jr, self.given) if part)

    @property
    def bibtex(self) -> str:
        """As BibTeX writes it, in plain Unicode; a body's name in braces."""
        if self.literal:
            return f"{{{self.family}}}"
        family = f"{{{self.family}}}" if self._needs_braces() else self.family
        family = f"{self.von} {family}".strip()
        return ", ".join(part for part in (family, self.jr, self.given) if part)

    def _needs_braces(self) -> bool:
        """Whether the family name would be read as something else: "and", commas, words in lower case, no comma."""
        words = self.family.split()
        return (
            "," in self.family
            or "and" in self.family.lower().split()
            or any(is_lower(word) for word in words[:-1])
            or (len(words) > 1 and not (self.given or self.jr or self.von))
        )


@lru_cache(maxsize=16384)
def parse(text: str) -> Parts:
    """The parts of one name, LaTeX decoded last, so that braces have protected what they protect."""
    text = _HOMONYM.sub("", text.strip().rstrip(",; \t").strip())
    if not text:
        return Parts("")
    if "{" not in text and "\\" not in text and "=" not in text:
        sections = [section.strip() for section in text.split(",")]
        return _from_sections([section for section in sections if section] or [text])
    inner = unwrapped(text)
    if inner is not None:
        return _braced(inner)
    sections = split_outside(text, ",")
    if len(sections) > 1 and all(_EXTENDED.match(section) for section in sections[:2]):
        return _extended(sections)
    return _from_sections(sections or [text])


def unwrapped(text: str) -> str | None:
    """The inside of a name that is one group in braces; None for any other, and for `{\\'E}`."""
    if text[0] != "{" or text[-1] != "}" or (text[1] == "\\" and " " not in text):
        return None
    depth = 0
    for mark in re.finditer(r"\\[\s\S]|[{}]", text):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return text[1:-1].strip() if mark.end() == len(text) else None
    return None


def _braced(inner: str) -> Parts:
    """`{CERN}` is a body; `{Heinrich, Lukas}`, as some tools write each name, a person."""
    sections = split_outside(inner, ",")
    again = unwrapped(inner) if inner else None
    is_person = len(sections) == 2 and again is None and not _BODY_WORDS.search(inner)
    if is_person and all(len(_WORD.split(section)) <= 3 for section in sections):
        return _from_sections(sections)
    return Parts(decode(again if again is not None else inner), literal=True)


def _extended(sections: list[str]) -> Parts:
    """biblatex's `family=…, given=…, prefix=…, suffix=…`."""
    found: dict[str, str] = {}
    for section in sections:
        match = _EXTENDED.match(section)
        if match:
            found[match[1]] = decode(match[2].strip('"'))
    family, given = found.get("family", ""), found.get("given", "")
    if not family:
        family, given = given, ""
    return Parts(family, given, found.get("prefix", ""), found.get("suffix", ""))


def _from_sections(sections: list[str]) -> Parts:
    """A name already split at its commas."""
    if len(sections) == 1:
        return _without_comma(sections[0])
    if len(sections) == 2:
        if _COMPANY.fullmatch(sections[1]):
            return Parts(decode(", ".join(sections)), literal=True)
        if _JUNIOR.fullmatch(sections[1]):
            return _without_comma(sections[0])._replace(jr=decode(sections[1]))
        von, family, jr = _von_and_family(sections[0])
        return Parts(family, decode(sections[1]), von, jr)
    von, family, jr = _von_and_family(sections[0])
    if len(sections) == 3 and not (_JUNIOR.fullmatch(sections[2]) or _TITLE_AFTER.fullmatch(sections[2])):
        return Parts(family, decode(sections[2]), von, decode(sections[1]))
    if _JUNIOR.fullmatch(sections[-1]) or _TITLE_AFTER.fullmatch(sections[-1]):
        return Parts(family, decode(", ".join(sections[1:-1])), von, decode(sections[-1]))
    return Parts(family, decode(", ".join(sections[1:])), von, jr)


def _without_comma(text: str) -> Parts:
    """Given von Family."""
    is_body = (_COLLECTIVE.search(text) and _WORD.search(text)) or _COMPANY_WITHOUT_COMMA.search(text)
    if is_body or " & " in text or r" \& " in text:
        return Parts(decode(text), literal=True)
    words = split_words(text)
    jr = ""
    if len(words) > 2 and _TRAILING_JUNIOR.fullmatch(words[-1]):
        jr = decode(words.pop())
    if len(words) < 2:
        return Parts(decode(words[0]) if words else "", jr=jr)
    if _ASIAN.match(words[0]) and _ASIAN.match(words[-1]):
        return Parts(decode(words[0]), decode(" ".join(words[1:])), jr=jr)
    if _BARE_INITIALS.fullmatch(words[-1]) and len(words) == 2 and _FAMILY.fullmatch(words[0]):
        return Parts(decode(words[0]), words[1], jr=jr)
    if _DOTTED.fullmatch(words[-1]) and not (_DOTTED.fullmatch(words[0]) or _TRAILING_JUNIOR.fullmatch(words[-1])):
        return _family_first(words)._replace(jr=jr)
    first, last = _von_between(words)
    von = decode(" ".join(words[first:last]))
    return Parts(decode(" ".join(words[last:])), decode(" ".join(words[:first])), von, jr)


def _von_between(words: list[str]) -> tuple[int, int]:
    """Where the particles of "Given von Family" begin and end.

    BibTeX takes every word in lower case for one. Names all in lower case, initials, and the "y" that joins two family
    names ("Ortega y Gasset") are none.
    """
    lower = [index for index, word in enumerate(words[:-1]) if is_lower(word) and not _INITIAL.fullmatch(word)]
    if len(lower) == len(words) - 1 and is_lower(words[-1]):
        lower = [index for index in lower if index and words[index] in _PARTICLES]
    if len(lower) == 1 and lower[0] > 1 and words[lower[0]] in _JOINING:
        return lower[0] - 1, lower[0] - 1
    if lower:
        return lower[0], lower[-1] + 1
    first = len(words) - 1
    while first > 1 and words[first - 1] in _CAPITAL_PARTICLES:
        first -= 1
    return first, first


def _family_first(words: list[str]) -> Parts:
    """`Smith J. K.`, as PubMed writes names: nobody's family name is an initial."""
    first = next(index for index, word in enumerate(words) if all(map(_DOTTED.fullmatch, words[index:])))
    von, family, _ = _von_and_family(" ".join(words[:first]))
    return Parts(family, decode(" ".join(words[first:])), von)


def _von_and_family(text: str) -> tuple[str, str, str]:
    words = split_words(text)
    jr = ""
    if len(words) > 1 and _TRAILING_JUNIOR.fullmatch(words[-1]):
        jr = decode(words.pop())
    last = 0
    if is_lower(words[0]):  # as in biber; to BibTeX "Fonseca de la Bella" is one Bella with a capital particle
        last = max((index + 1 for index, word in enumerate(words[:-1]) if is_lower(word)), default=0)
    return decode(" ".join(words[:last])), decode(" ".join(words[last:])), jr


def is_lower(word: str) -> bool:
    """BibTeX's rule for particles: the first letter outside braces decides; `{\\'e}` counts by its letter."""
    if word[0] == "{" and word[1:2] != "\\":
        return False
    if word[0].isalpha():
        return word[0].islower()
    for character in decode(word):
        if character.isalpha():
            return character.islower()
    return False


def split_words(text: str) -> list[str]:
    """Words outside braces; `~` is a blank, but not in `\\~n`, and the blank behind `\\c` in `\\c cois` is none."""
    if "{" not in text and "\\" not in text:
        return [word for word in _WORD.split(text) if word]
    if "\\" in text:
        text = _ACCENT_AND_BLANK.sub(r"\\\1{\2}", _LETTER_AND_BLANK.sub(r"\\\1{}", text))
    return [word for word in _split(text, lambda mark: mark.isspace() or mark == "~") if word]


def split_outside(text: str, separator: str) -> list[str]:
    """Pieces between separators outside braces, without empty ones."""
    pieces = text.split(separator) if "{" not in text else _split(text, lambda mark: mark == separator)
    stripped = (piece.strip() for piece in pieces)
    return [piece for piece in stripped if piece]


def _split(text: str, separates: Callable[[str], bool]) -> list[str]:
    pieces: list[str] = []
    depth = start = 0
    for mark in _DEPTH_MARKS.finditer(text):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and separates(mark[0]):
            pieces.append(text[start : mark.start()])
            start = mark.end()
    pieces.append(text[start:])
    return pieces
