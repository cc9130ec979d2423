"""Whether two records are one work. Data only: no database, no files.

31 % of the pairs with equal title, year and first author in real files are *not* one work (editorials, editions, talk
and paper), and 27 of 67 shared DOIs belong to different ones (a book's DOI on each chapter): so a likeness never
suffices where something speaks against it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Generic, TypeVar

from .bibtex.folding import fold
from .bibtex.identifiers import arxiv, title_key
from .bibtex.names import parse_person

PAPER = frozenset({"article", "conference", "chapter", "preprint", "manuscript"})
UNPUBLISHED = frozenset({"preprint", "manuscript"})
_EVENTS = frozenset({"talk", "poster", "other", "online"})  # the same title may be told at several places
_EXACT_YEAR = _EVENTS | {"book"}
_PRINT = (
    ("doi", "the DOIs differ"),
    ("volume", "the volumes differ"),
    ("number", "the numbers differ"),
    ("pages", "the pages differ"),
    ("edition", "the editions differ"),
)
_VAGUE = frozenset({"other", "online"})  # a @misc may be anything: it takes an identifier to say what
_GENERIC = re.compile(
    r"(?:guest)?editorial\w{0,12}|introduction|preface|foreword|review|bookreviews?|reply|comments?|discussion|errat(?:um|a)"
    r"|corrigend(?:um|a)|letters?(?:totheeditor)?|inmemoriam|obituary|index|abstracts?|summary|conclusions?|appendix"
    r"|untitled|references|acknowledge?ments?|contents|notes?"
)
_NUMERALS = re.compile(r"\d+|\b[IVX]{1,4}\b")
_SYMBOLS = re.compile(r"\w[+#]+")  # C, C++ and C# are one word to the folded title
_NUMBER = re.compile(r"\w+")
_WORD_END = re.compile(r"[\s/:,;()-]+")
_SMALL_WORDS = frozenset(
    (
        *("the", "of", "and", "for", "on", "in", "a", "an", "to", "at"),
        *("la", "le", "les", "de", "des", "du", "d", "l", "und", "der", "die", "das"),
    )
)
_COMMON_WORDS = frozenset(
    ("proceedings", "proc", "journal", "international", "conference", "university", "universite", "workshop")
)
_TO_APPEAR = re.compile(
    r"\b(?:forthcoming|to appear|in press|submitted|accepted|under review)(?: (?:in|at|to|for))?\b", re.I
)
_DIGITS = re.compile(r"[0-9Xx-]{9,17}")


@dataclass(frozen=True, slots=True)
class Card:
    """What tells one work from another."""

    key: str
    kind: str
    entry_type: str
    title: str
    title_key: str
    family: str  # of the first author, else editor, folded
    year: int | None
    doi: str
    arxiv: str
    volume: str
    number: str
    pages: str  # first of them
    edition: str
    venue: str
    place: str  # what tells two talks, theses or reports of one title apart
    date: tuple[int | None, int | None]
    isbns: frozenset[str]
    publisher: str
    note: str
    parent: str  # the entry it is a part of


def card(columns: Mapping[str, Any]) -> Card:
    """The card of what a file, a row or an entry says: all have their columns in the same shape."""
    say = columns.get
    pages, arxiv_id = say("pages", ""), say("arxiv_id", "")
    first_page = _NUMBER.search(pages) if pages else None
    return Card(
        key=say("citation_key", "").lower(),
        kind=say("kind", ""),
        entry_type=say("entry_type", ""),
        title=say("title", ""),
        title_key=title_key(say("title", "")),
        family=_first_family(columns),
        year=say("year"),
        doi=say("doi", "").lower(),
        arxiv=(arxiv(arxiv_id) or arxiv_id.lower()) if arxiv_id else "",
        volume=say("volume", ""),
        number=say("number", ""),
        pages=first_page[0].lower() if first_page else "",
        edition=say("edition", ""),
        venue=say("venue", ""),
        place=say("institution", "") or say("location", ""),
        date=(say("month"), say("day")),
        isbns=_isbns(say("isbn", "")),
        publisher=say("publisher", ""),
        note=say("note", ""),
        parent=say("extra", _NOTHING).get("crossref", "").lower(),
    )


_NOTHING: Mapping[str, str] = {}


def _isbns(text: str) -> frozenset[str]:
    """The nine digits that ISBN-10 and ISBN-13 of one book share."""
    numbers = (found.replace("-", "") for found in _DIGITS.findall(text.replace(" ", "-"))) if text else ()
    return frozenset(number[-10:-1] for number in numbers if len(number) in (10, 13))


def _first_family(columns: Mapping[str, Any]) -> str:
    if authors := columns.get("authors"):
        family = fold(authors[0].get("von", "") + authors[0]["family"])
        return "" if family in ("anonymous", "anon") else family
    if editors := columns.get("editors"):
        name = parse_person(editors[0])
        return fold(name.von + name.family)
    return ""


def same_work(one: Card, other: Card) -> str:
    """Why both are one work, as the end of a sentence ("same DOI"), or "" when they are not."""
    if _apart(one, other):
        return ""
    if one.doi and one.doi == other.doi and similar(one, other) and not _other_volume(one, other):
        return "same DOI"
    if one.arxiv and one.arxiv == other.arxiv and _akin(one, other):
        return "same arXiv number"
    if (
        not one.title_key
        or one.title_key != other.title_key
        or _other_symbols(one, other)
        or speaks_against(one, other)
    ):
        return ""
    if one.key and one.key == other.key and (one.family == other.family or not (one.family and other.family)):
        return "same key and title"
    if one.family and one.family == other.family and not _is_generic(one, other):
        return "same title, year and first author"
    return ""


def speaks_against(one: Card, other: Card) -> str:
    """Why two records cannot be one work, though they look alike; "" when nothing says so."""
    if _apart(one, other):
        return f"one is {_a(one.kind)}, one {_a(other.kind)}"
    if "book" in (one.kind, other.kind) and ((one.parent or "-") == other.key or (other.parent or "-") == one.key):
        return "one is a part of the other"
    if one.doi and one.doi == other.doi and similar(one, other):
        return _other_volume(one, other)
    if one.arxiv and other.arxiv:
        return "" if one.arxiv == other.arxiv else "the arXiv numbers differ"
    return _years_apart(one, other) or _different_print(one, other)


def similar(one: Card, other: Card) -> bool:
    """Titles alike to 80 %, or one within the other; numbers in them ("Part II", "2019") must agree."""
    a, b = one.title_key, other.title_key
    if not a or not b:
        return False
    if a == b:
        return not _other_symbols(one, other)
    numerals, others = (set(_NUMERALS.findall(card.title)) for card in (one, other))
    if (numerals and others and numerals != others) or _other_symbols(one, other):
        return False
    if min(len(a), len(b)) >= 8 and (a in b or b in a):
        return True
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() >= 0.8 and matcher.quick_ratio() >= 0.8 and matcher.ratio() >= 0.8


def clearly_different(one: Card, other: Card) -> bool:
    """Whether a key that was used before now names something else altogether (a pasted text, another file of the same
    name): neither title, nor people, nor identifiers agree."""
    if (one.doi and one.doi == other.doi) or (one.arxiv and one.arxiv == other.arxiv):
        return False
    if not one.title_key or not other.title_key or not one.family or not other.family or one.family == other.family:
        return False
    a, b = one.title_key, other.title_key
    return not (a in b or b in a) and SequenceMatcher(None, a, b, autojunk=False).quick_ratio() < 0.7


def venues_differ(one: str, other: str) -> bool:
    """Whether two venues cannot be spellings of one: "CVPR" is short for a long name, "Nature" not for "Science"."""
    one, other = _TO_APPEAR.sub("", one), _TO_APPEAR.sub("", other)
    a, b = sorted((fold(one), fold(other)), key=len)
    if not a or a in b:
        return False
    words, others = _words(one), _words(other)
    if _is_short_for(words, others) or _is_short_for(others, words):
        return False
    common = (set(words) & set(others)) - _COMMON_WORDS
    fewest = min(len(set(words) - _COMMON_WORDS), len(set(others) - _COMMON_WORDS))
    return not common or len(common) * 2 < fewest


def _apart(one: Card, other: Card) -> bool:
    """Talk, thesis, report and paper of one title stay apart."""
    if one.kind == other.kind or (one.kind in PAPER and other.kind in PAPER):
        return False
    if one.kind in _VAGUE or other.kind in _VAGUE:
        return not ((one.doi and one.doi == other.doi) or (one.arxiv and one.arxiv == other.arxiv))
    return True


def _akin(one: Card, other: Card) -> bool:
    """Guard against a mistyped arXiv number: titles of preprints change, but not together with the first author."""
    return (bool(one.family) and one.family == other.family) or similar(one, other)


def _other_volume(one: Card, other: Card) -> str:
    if one.kind == "book" and _differ(one.volume, other.volume):
        return "the volumes differ"
    return "the editions differ" if _differ(one.edition, other.edition) else ""


def _years_apart(one: Card, other: Card) -> str:
    if not one.year or not other.year:
        return ""
    early, late = sorted((one, other), key=lambda card: card.kind not in UNPUBLISHED)
    if early.kind in UNPUBLISHED and late.kind not in UNPUBLISHED:
        # A preprint may be put up after it was published; a manuscript of later years is another one.
        apart = not -2 <= early.year - late.year <= (2 if early.kind == "preprint" else 0)  # type: ignore[operator]
    elif one.kind in _EXACT_YEAR and not one.isbns & other.isbns:
        apart = one.year != other.year
    else:
        apart = abs(one.year - other.year) > 1
    return "the years differ" if apart else ""


def _different_print(one: Card, other: Card) -> str:
    if one.kind != other.kind and (one.kind in UNPUBLISHED or other.kind in UNPUBLISHED):
        return ""
    for name, words in _PRINT:
        if _differ(getattr(one, name), getattr(other, name)):
            return words
    if one.kind != other.kind:
        return f"one is {_a(one.kind)}, one {_a(other.kind)}"
    if one.kind == "book" and not one.isbns & other.isbns:
        if one.isbns and other.isbns:
            return "the ISBNs differ"
        return "the publishers differ" if venues_differ(one.publisher, other.publisher) else ""
    if one.kind in ("thesis", "report"):
        return "institution or degree differ" if _differ(one.place, other.place) or _other_degree(one, other) else ""
    if one.kind in _EVENTS:
        same = fold(one.venue) in fold(other.venue) or fold(other.venue) in fold(one.venue)
        apart = (
            not same or _differ(one.place, other.place) or _differ(one.note, other.note) or _dates_differ(one, other)
        )
        return "place, date or note differ" if apart else ""
    if one.pages and one.pages == other.pages:
        return ""
    return "the venues differ" if venues_differ(one.venue, other.venue) else ""


def _a(kind: str) -> str:
    return f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind or 'unknown'}"


def _other_degree(one: Card, other: Card) -> bool:
    degrees = {one.entry_type, other.entry_type}
    return len(degrees) == 2 and degrees <= {"phdthesis", "mastersthesis", "bachelorsthesis"}


def _dates_differ(one: Card, other: Card) -> bool:
    return any(a and b and a != b for a, b in zip(one.date, other.date, strict=True))


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other and fold(one) != fold(other)


def _other_symbols(one: Card, other: Card) -> bool:
    return ("+" in one.title + other.title or "#" in one.title + other.title) and (
        _SYMBOLS.findall(one.title) != _SYMBOLS.findall(other.title)
    )


def _is_generic(one: Card, other: Card) -> bool:
    """ "Editorial" and the like need a page number that agrees."""
    return bool(_GENERIC.fullmatch(one.title_key)) and not (one.pages and one.pages == other.pages)


def _words(venue: str) -> list[str]:
    words = (fold(word) for word in _WORD_END.split(venue))
    return [word for word in words if word and not word.isdecimal() and word not in _SMALL_WORDS]


def _is_short_for(words: list[str], others: list[str]) -> bool:
    """ "J. Chem. Phys." word by word for the long name; or an acronym among the words: CVPR, NeurIPS."""
    rest = iter(others)
    if words and all(any(other.startswith(word) for other in rest) for word in words):
        return True
    initials, letters = "".join(word[0] for word in others), "".join(others)
    return any(
        (2 < len(word) < 11 and word in initials) or (4 < len(word) < 11 and len(words) == 1 and _within(word, letters))
        for word in words
    )


def _within(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


T = TypeVar("T")


class Index(Generic[T]):
    """Works by what may identify them, to find the few that are worth comparing."""

    def __init__(self) -> None:
        self._works: defaultdict[tuple[str, str], list[T]] = defaultdict(list)

    def add(self, work: T, identity: Card) -> None:
        for clue in clues(identity):
            known = self._works[clue]
            if work not in known:
                known.append(work)

    def candidates(self, identity: Card) -> Iterable[T]:
        seen: list[T] = []
        for clue in clues(identity):
            for work in self._works.get(clue, ()):
                if work not in seen:
                    seen.append(work)
        return seen


def clues(identity: Card) -> list[tuple[str, str]]:
    """What a record of the same work has as well, one at least of these."""
    found = (
        ("doi", identity.doi),
        ("arxiv", identity.arxiv),
        ("title", identity.family and f"{identity.title_key} {identity.family}"),
        ("key", identity.key),
    )
    return [clue for clue in found if clue[1]]
