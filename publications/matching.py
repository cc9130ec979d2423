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
_VAGUE = frozenset({"other", "online"})  # a @misc may be anything: it takes an identifier to say what
_GENERIC = re.compile(
    r"(?:guest)?editorial\w{0,12}|introduction|preface|foreword|review|bookreviews?|reply|comments?|discussion|errat(?:um|a)"
    r"|corrigend(?:um|a)|letters?(?:totheeditor)?|inmemoriam|obituary|index|abstracts?|summary|conclusions?|appendix"
    r"|untitled|references|acknowledge?ments?|contents|notes?"
)
_NUMERALS = re.compile(r"\d+|\b[IVX]{1,4}\b")
_NUMBER = re.compile(r"\w+")
_SMALL_WORDS = frozenset("the of and for on in a an to proceedings proc journal international conference".split())


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
    )


def _first_family(columns: Mapping[str, Any]) -> str:
    if authors := columns.get("authors"):
        return fold(authors[0].get("von", "") + authors[0]["family"])
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
    if speaks_against(one, other) or not one.title_key or one.title_key != other.title_key:
        return ""
    if one.key and one.key == other.key and (one.family == other.family or not (one.family and other.family)):
        return "same key and title"
    if one.family and one.family == other.family and not _is_generic(one, other):
        return "same title, year and first author"
    return ""


def speaks_against(one: Card, other: Card) -> str:
    """Why two records cannot be one work, though they look alike; "" when nothing says so."""
    if _apart(one, other):
        return f"one is a {one.kind}, one a {other.kind}"
    if one.doi and one.doi == other.doi and similar(one, other):
        return _other_volume(one, other)
    if one.arxiv and other.arxiv:
        if one.arxiv != other.arxiv:
            return "the arXiv numbers differ"
        return ""
    early = one.kind in UNPUBLISHED or other.kind in UNPUBLISHED
    if one.year and other.year and abs(one.year - other.year) > (2 if early else 1):
        return "the years differ"
    if early and one.kind != other.kind:
        return ""
    return _different_print(one, other)


def similar(one: Card, other: Card) -> bool:
    """Titles alike to 80 %, or one within the other; numbers in them ("Part II", "2019") must agree."""
    a, b = one.title_key, other.title_key
    if not a or not b:
        return False
    if a == b:
        return True
    numerals, others = (set(_NUMERALS.findall(card.title)) for card in (one, other))
    if numerals and others and numerals != others:
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
    """Whether two venues cannot be spellings of one: "CVPR" may be short for a long name, "Nature" not for "Science"."""
    a, b = sorted((fold(one), fold(other)), key=len)
    if not a or a in b or _is_subsequence(a, b):
        return False
    words, others = (_telling_words(venue) for venue in (one, other))
    return len(words & others) * 2 < min(len(words), len(others)) or not words & others


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


def _different_print(one: Card, other: Card) -> str:
    for name in ("doi", "volume", "number", "pages", "edition"):
        if _differ(getattr(one, name), getattr(other, name)):
            return f"{'DOI' if name == 'doi' else name} differ{'' if name == 'pages' else 's'}"
    if one.kind != other.kind:
        return f"one is a {one.kind}, one a {other.kind}"
    if one.kind in ("talk", "poster", "other"):
        if _differ(one.place, other.place) or _dates_differ(one, other):
            return "place or date differ"
    if one.kind in ("thesis", "report") and (_differ(one.place, other.place) or _other_degree(one, other)):
        return "the institutions or degrees differ"
    if not one.pages or one.pages != other.pages:
        return "venue differs" if venues_differ(one.venue, other.venue) else ""
    return ""


def _other_degree(one: Card, other: Card) -> bool:
    degrees = {one.entry_type, other.entry_type}
    return len(degrees) == 2 and degrees <= {"phdthesis", "mastersthesis", "bachelorsthesis"}


def _dates_differ(one: Card, other: Card) -> bool:
    return any(a and b and a != b for a, b in zip(one.date, other.date, strict=True))


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other and fold(one) != fold(other)


def _is_generic(one: Card, other: Card) -> bool:
    """ "Editorial" and the like need a page number that agrees."""
    return bool(_GENERIC.fullmatch(one.title_key)) and not (one.pages and one.pages == other.pages)


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _telling_words(venue: str) -> set[str]:
    words = {fold(word) for word in venue.split()}
    return {word for word in words if word and not word.isdecimal()} - _SMALL_WORDS


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
