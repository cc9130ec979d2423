"""APA style, 7th edition (Publication Manual, chapters 9 and 10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...bibtex.person import Name
from . import numbers, people
from .dates import MONTHS
from .source import Source
from .text import capitalised, commas, italic, sentences, spaced

_MOST, _FIRST = 20, 19  # authors named; of more, the first and the last
_AFTER_COLON = re.compile(r"(?<=: )[a-z](?=[a-z]*\b)")
_TO_THE_DAY = frozenset(("online", "talk", "poster"))
_GENRES = {"PhD thesis": "Doctoral dissertation"}
_ALWAYS_ITALIC = frozenset(
    ("book", "thesis", "report", "preprint", "manuscript", "software", "dataset", "patent", "online", "talk", "poster")
)


def reference(source: Source) -> str:
    title = _title(source)
    title = italic(title) if source.kind in _ALWAYS_ITALIC or not source.container else title
    described = _DESCRIPTIONS.get(source.kind, _nothing)(source)
    titled = spaced(title, described)
    people_first = _authors(source)
    opening = [people_first, _date(source), titled] if people_first else [titled, _date(source)]
    return spaced(sentences(*opening, *_BODIES.get(source.kind, _other)(source)), source.doi_url)


def _title(source: Source) -> str:
    """With a capital after its colon, in English; the rest as its authors have it."""
    if source.language[:2].lower() not in ("", "en"):
        return source.title
    return _AFTER_COLON.sub(lambda match: match[0].upper(), source.title)


def _authors(source: Source) -> str:
    if source.is_edited_only:
        return f"{_listed(source.editors)} ({_eds(source.editors)})"
    return _listed(source.authors, source.goes_on)


def _listed(names: Sequence[Name], goes_on: bool = False) -> str:
    written = [people.inverted(name, people.initials(name.given)) for name in names]
    if goes_on:
        return commas(*written, "et al.") if written else ""
    if len(written) > _MOST:
        return f"{', '.join(written[:_FIRST])}, . . . {written[-1]}"
    return people.listed(written, "&", comma_for_two=True)


def _eds(editors: Sequence[Name]) -> str:
    return "Eds." if len(editors) > 1 else "Ed."


def _date(source: Source) -> str:
    if source.status == "forthcoming":
        return "(in press)"
    if not source.year:
        return "(n.d.)"
    if source.kind in _TO_THE_DAY and source.month:
        return f"({source.year}, {spaced(MONTHS[source.month - 1], str(source.day or ''))})"
    return f"({source.year})"


def _nothing(source: Source) -> str:
    return ""


def _of_book(source: Source) -> str:
    """What tells a book from others of its name: "(A. Editor, Ed.; 2nd ed., Vol. 3)"."""
    editors = _in_order(source.editors) if source.editors and source.authors else ""
    translators = _in_order(source.translators)
    which = commas(_edition(source), _volume(source))
    said = [f"{editors}, {_eds(source.editors)}" if editors else "", f"{translators}, Trans." if translators else ""]
    return _bracketed("; ".join(filter(None, [*said, which])))


def _of_thesis(source: Source) -> str:
    """A thesis that can be fetched nowhere is unpublished (10.6)."""
    genre = _GENRES.get(source.genre, source.genre or "Doctoral dissertation")
    if source.doi_url:
        return f"[{commas(genre, source.publisher)}]"
    return f"[Unpublished {genre[:1].lower()}{genre[1:]}]"


def _of_report(source: Source) -> str:
    number = f"No. {source.number}" if source.number[:1].isdigit() else source.number
    genre = source.genre or ("Report" if source.number else "")
    if not number:
        return f"[{genre}]" if genre else ""
    return _bracketed(f"{' '.join(map(capitalised, genre.split()))} {number}")


def _of_manuscript(source: Source) -> str:
    return f"[Manuscript {source.status}]" if source.status else "[Unpublished manuscript]"


def _of_patent(source: Source) -> str:
    digits = numbers.us_patent(source.number)
    if digits:
        return f"(U.S. Patent No. {numbers.in_thousands(digits, ',')})"
    return f"(Patent No. {source.number})" if source.number else "[Patent]"


def _versioned(what: str) -> Callable[[Source], str]:
    return lambda source: spaced(_bracketed(f"Version {source.version}" if source.version else ""), f"[{what}]")


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


def _edition(source: Source) -> str:
    return f"{capitalised(source.edition)} ed." if source.edition else ""


def _volume(source: Source) -> str:
    return f"Vol. {source.volume}" if source.volume else ""


def _in_order(names: Sequence[Name]) -> str:
    written = [people.in_order(name, people.initials(name.given)) for name in names]
    return people.listed(written, "&", comma_for_two=False)


def _article(source: Source) -> list[str]:
    volume = f"{italic(source.volume)}" if source.volume else ""
    issue = f"({source.issue})" if source.issue else ""
    pages = f"Article {source.article_number}" if source.article_number else source.pages
    if not source.container:
        return [pages]
    journal = italic(f"{source.container}, {source.volume}") if volume else italic(source.container)
    numbered = f"{journal}{issue}" if volume else commas(journal, issue)
    return [commas(numbered, pages)]


def _in_volume(source: Source) -> list[str]:
    """A chapter, or a paper in proceedings: a numbered series comes before the book's own title."""
    series = f"{source.series}: Vol. {source.series_number}. " if source.series_number else ""
    where = _bracketed(commas(_edition(source), _volume(source), numbers.pages(source.pages)))
    book = italic(f"{series}{source.container}" if source.container else "")
    if not book:
        return [where, source.publisher]
    editors = f"{_in_order(source.editors)} ({_eds(source.editors)})" if source.editors else ""
    return [f"In {commas(editors, spaced(book, where))}", source.publisher]


def _event(source: Source) -> list[str]:
    return [commas(source.container, source.event_place)]


def _thesis(source: Source) -> list[str]:
    return [] if source.doi_url else [source.publisher]


def _published(source: Source) -> list[str]:
    """By whom; not once more where that is the author."""
    authors = [name.printed for name in source.authors]
    publisher = source.publisher or (source.container if source.kind != "book" else "")
    return [] if authors == [publisher] else [publisher]


def _online(source: Source) -> list[str]:
    return _published(source) if source.publisher else [source.container]


def _other(source: Source) -> list[str]:
    return [italic(source.container), source.publisher]


_DESCRIPTIONS: dict[str, Callable[[Source], str]] = {
    "book": _of_book,
    "thesis": _of_thesis,
    "report": _of_report,
    "manuscript": _of_manuscript,
    "patent": _of_patent,
    "software": _versioned("Computer software"),
    "dataset": _versioned("Data set"),
    "talk": lambda source: f"[{source.genre or 'Paper presentation'}]",
    "poster": lambda source: "[Poster presentation]",
}
_BODIES: dict[str, Callable[[Source], list[str]]] = {
    "article": _article,
    "conference": _in_volume,
    "chapter": _in_volume,
    "book": _published,
    "thesis": _thesis,
    "report": _published,
    "preprint": _published,
    "manuscript": lambda source: [source.publisher],
    "software": _published,
    "dataset": _published,
    "patent": _published,
    "online": _online,
    "talk": _event,
    "poster": _event,
}
