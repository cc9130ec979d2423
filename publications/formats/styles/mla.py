"""MLA style, 9th edition (Handbook, chapter 5: one template of containers for everything)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...bibtex.person import Name
from . import numbers, people
from .dates import MLA
from .headline import headline
from .source import Source
from .text import capitalised, commas, ended, italic, quoted, sentences, spaced

_MOST = 2  # authors named; of more, the first
_IN_ITALICS = frozenset(("book", "thesis", "report", "software", "dataset", "patent"))
_GENRES = {"PhD thesis": "PhD dissertation"}


def reference(source: Source) -> str:
    title = headline(source.title, source.language)
    shown = italic(title) if source.kind in _IN_ITALICS else quoted(title, ".")
    return sentences(_authors(source), shown, *_BODIES.get(source.kind, _contained)(source))


def _authors(source: Source) -> str:
    if source.is_edited_only:
        return f"{_listed(source.editors)}, {'editors' if len(source.editors) > 1 else 'editor'}"
    if source.kind in ("report", "online") and [name.printed for name in source.authors] == [source.publisher]:
        return ""  # the publisher is named as such (5.19)
    return _listed(source.authors, source.goes_on)


def _listed(names: Sequence[Name], goes_on: bool = False) -> str:
    if not names:
        return ""
    first = people.inverted(names[0], names[0].given)
    if goes_on or len(names) > _MOST:
        return f"{first}, et al."
    return people.listed([first, *map(_in_order, names[1:])], "and", comma_for_two=True)


def _in_order(name: Name) -> str:
    return people.in_order(name, name.given)


def _by(what: str, names: Sequence[Name]) -> str:
    if not names:
        return ""
    if len(names) > _MOST:
        return f"{what} {_in_order(names[0])} et al."
    return f"{what} {people.listed(list(map(_in_order, names)), 'and', comma_for_two=False)}"


def _date(source: Source) -> str:
    if source.status == "forthcoming":
        return commas("forthcoming", source.year)
    if not (source.year and source.month):
        return source.year
    return spaced(str(source.day or ""), MLA[source.month - 1], source.year)


def _year(source: Source) -> str:
    """Of a book, which has no month."""
    return commas(source.status if source.status == "forthcoming" else "", source.year)


def _volume(source: Source) -> str:
    return f"vol. {source.volume}" if source.volume else ""


def _pages(source: Source) -> str:
    pages = numbers.shortened(source.pages, numbers.mla_end)
    if source.article_number:
        return f"article {source.article_number}"
    return numbers.pages(pages)


def _house(name: str) -> str:
    """Academic presses and universities in short: "Oxford UP", "U of Chicago P", "Northwestern U" (5.65)."""
    name = re.sub(r"\bUniversity Press\b", "UP", name)
    name = re.sub(r"\bUniversity (of [\w .’'-]+?) Press\b", r"U \1 P", name)
    name = re.sub(r"\bUniversity\b", "U", name)
    return re.sub(r",? (?:Inc\.?|Ltd\.?|LLC|Co\.|GmbH)$", "", name)


def _article(source: Source) -> list[str]:
    issue = numbers.counted("no.", "nos.", source.issue)
    journal = italic(source.container)
    return [commas(journal, _volume(source), issue, _date(source), _pages(source), source.doi_url)]


def _in_volume(source: Source) -> list[str]:
    edition = f"{source.edition} ed." if source.edition else ""
    contributors = commas(_by("edited by", source.editors), _by("translated by", source.translators))
    published = commas(_house(source.publisher), _year(source), _pages(source), source.doi_url)
    body = commas(italic(source.container), contributors, edition, _volume(source), published)
    return [body if source.container else capitalised(body), _series(source)]


def _series(source: Source) -> str:
    return spaced(source.series, source.series_number)


def _book(source: Source) -> list[str]:
    edition = f"{source.edition} ed." if source.edition else ""
    editors = _by("edited by", source.editors) if source.authors else ""
    contributors = commas(editors, _by("translated by", source.translators), edition, _volume(source))
    published = commas(_house(source.publisher), _year(source), source.doi_url)
    return [capitalised(commas(contributors, published)), _series(source)]


def _thesis(source: Source) -> list[str]:
    genre = _GENRES.get(source.genre, source.genre or "PhD dissertation")
    return [source.year, commas(_house(source.publisher), genre, source.doi_url)]


def _report(source: Source) -> list[str]:
    number = f"no. {source.number}" if source.number[:1].isdigit() else source.number
    described = spaced(source.genre or ("Report" if number else ""), number)
    return [commas(_house(source.publisher), _date(source), source.doi_url), capitalised(described)]


def _preprint(source: Source) -> list[str]:
    return [commas(italic(source.container or source.publisher), _date(source), source.doi_url), "Preprint"]


def _manuscript(source: Source) -> list[str]:
    described = f"Manuscript {source.status}" if source.status else "Unpublished manuscript"
    return [_date(source), described, source.doi_url]


def _versioned(source: Source) -> list[str]:
    version = f"version {source.version}" if source.version else ""
    publisher = _house(source.publisher or source.container)
    return [capitalised(commas(version, publisher, _date(source), source.doi_url))]


def _patent(source: Source) -> list[str]:
    digits = numbers.us_patent(source.number)
    number = f"US Patent {numbers.in_thousands(digits, ',')}" if digits else spaced("Patent", source.number)
    return [commas(number, _date(source), source.doi_url)]


def _event(source: Source) -> list[str]:
    held = commas(source.container, _date(source), source.event_place, source.doi_url)
    return [held, capitalised(source.genre)]


def _contained(source: Source) -> list[str]:
    """Of anything else, a web page too: the site or whatever it stands in is its container."""
    container = source.container or (source.publisher if source.kind == "online" else "")
    publisher = source.publisher if source.publisher != container else ""
    accessed = source.accessed if source.kind == "online" and not source.year else ()
    body = commas(italic(container), _house(publisher), _date(source), source.doi_url)
    return [ended(body), f"Accessed {accessed[2]} {MLA[accessed[1] - 1]} {accessed[0]}" if accessed else ""]


_BODIES: dict[str, Callable[[Source], list[str]]] = {
    "article": _article,
    "conference": _in_volume,
    "chapter": _in_volume,
    "book": _book,
    "thesis": _thesis,
    "report": _report,
    "preprint": _preprint,
    "manuscript": _manuscript,
    "software": _versioned,
    "dataset": _versioned,
    "patent": _patent,
    "talk": _event,
    "poster": _event,
}
