"""Chicago style, 17th edition, author-date, as a reference list has it (Manual, chapters 14 and 15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...bibtex.person import Name
from . import numbers, people
from .dates import MONTHS
from .headline import headline
from .source import Source
from .text import capitalised, commas, ended, italic, quoted, sentences, spaced

_MOST, _FIRST = 10, 7  # authors named; of more, the first (15.9)
_IN_ITALICS = frozenset(("book", "report", "software", "dataset"))
_GENRES = {"PhD thesis": "PhD diss."}


def reference(source: Source) -> str:
    title = headline(source.title, source.language)
    shown = title if source.kind == "patent" else italic(title) if source.kind in _IN_ITALICS else quoted(title, ".")
    authors, year = _authors(source), _year(source)
    opening = [authors, year, shown] if authors else [shown, year]
    return sentences(*opening, *_BODIES.get(source.kind, _other)(source), source.doi_url)


def _authors(source: Source) -> str:
    if source.is_edited_only:
        return f"{_listed(source.editors)}, {'eds.' if len(source.editors) > 1 else 'ed.'}"
    return _listed(source.authors, source.goes_on)


def _listed(names: Sequence[Name], goes_on: bool = False) -> str:
    if not names:
        return ""
    written = [people.inverted(names[0], names[0].given), *map(_in_order, names[1:])]
    if goes_on:
        return f"{', '.join(written)}, et al."
    if len(written) > _MOST:
        return f"{', '.join(written[:_FIRST])}, et al."
    return people.listed(written, "and", comma_for_two=True)


def _in_order(name: Name) -> str:
    return people.in_order(name, name.given)


def _by(what: str, names: Sequence[Name]) -> str:
    return f"{what} {people.listed(list(map(_in_order, names)), 'and', comma_for_two=False)}" if names else ""


def _year(source: Source) -> str:
    return "Forthcoming" if source.status == "forthcoming" else source.year or "n.d."


def _month(source: Source) -> str:
    return spaced(MONTHS[source.month - 1], str(source.day or "")) if source.month else ""


def _edition(source: Source) -> str:
    return f"{source.edition} ed." if source.edition else ""


def _pages(source: Source) -> str:
    return numbers.shortened(source.pages, numbers.chicago_end) or source.article_number


def _imprint(source: Source) -> str:
    return ": ".join(filter(None, [source.place, source.publisher]))


def _series(source: Source) -> str:
    return spaced(source.series, source.series_number)


def _article(source: Source) -> list[str]:
    journal = italic(source.container)
    numbered = spaced(journal, source.volume)
    if source.issue:
        alone = commas(journal, numbers.counted("no.", "nos.", source.issue))
        numbered = f"{numbered} ({source.issue})" if source.volume else alone
    return [": ".join(filter(None, [numbered, _pages(source)]))]


def _in_volume(source: Source) -> list[str]:
    pages = _pages(source)
    if source.volume:
        pages = f"{source.volume}:{pages}" if pages else f"vol. {source.volume}"
    contributors = commas(_by("edited by", source.editors), _by("translated by", source.translators))
    where = commas(italic(source.container), _edition(source), contributors, pages)
    return [f"In {where}" if source.container else capitalised(where), _series(source), _imprint(source)]


def _book(source: Source) -> list[str]:
    editors = _by("Edited by", source.editors) if source.authors else ""
    volume = f"Vol. {source.volume}" if source.volume else ""
    return [
        capitalised(_edition(source)),
        editors,
        _by("Translated by", source.translators),
        volume,
        _series(source),
        _imprint(source),
    ]


def _thesis(source: Source) -> list[str]:
    return [commas(_GENRES.get(source.genre, source.genre or "PhD diss."), source.publisher)]


def _report(source: Source) -> list[str]:
    number = f"no. {source.number}" if source.number[:1].isdigit() else source.number
    return [capitalised(spaced(source.genre or ("Report" if number else ""), number)), _imprint(source)]


def _preprint(source: Source) -> list[str]:
    submitted = f"submitted {_month(source)}" if source.month else ""
    return [commas("Preprint", source.container or source.publisher, submitted)]


def _manuscript(source: Source) -> list[str]:
    return [f"Manuscript {source.status}" if source.status else "Unpublished manuscript", source.publisher]


def _software(source: Source) -> list[str]:
    return [f"V. {source.version}" if source.version else "", source.publisher or source.container]


def _dataset(source: Source) -> list[str]:
    version = f"V. {source.version}" if source.version else ""
    return [commas("Dataset", version), source.publisher or source.container]


def _patent(source: Source) -> list[str]:
    digits = numbers.us_patent(source.number)
    number = f"US Patent {numbers.in_thousands(digits, ',')}" if digits else spaced("Patent", source.number)
    return [commas(number, f"issued {_month(source)}" if source.month else "")]


def _event(source: Source) -> list[str]:
    what = source.genre or "Paper"
    held = f"{what} presented at {source.container}" if source.container else what
    return [commas(held, source.event_place, _month(source))]


def _online(source: Source) -> list[str]:
    accessed = source.accessed if not source.year else ()
    seen = f"Accessed {MONTHS[accessed[1] - 1]} {accessed[2]}, {accessed[0]}" if accessed else ""
    names = [name.printed for name in source.authors]
    site = source.container or source.publisher
    return [site if names != [site] else "", _month(source), seen]


def _other(source: Source) -> list[str]:
    return [ended(italic(source.container)) if source.container else "", _imprint(source)]


_BODIES: dict[str, Callable[[Source], list[str]]] = {
    "article": _article,
    "conference": _in_volume,
    "chapter": _in_volume,
    "book": _book,
    "thesis": _thesis,
    "report": _report,
    "preprint": _preprint,
    "manuscript": _manuscript,
    "software": _software,
    "dataset": _dataset,
    "patent": _patent,
    "online": _online,
    "talk": _event,
    "poster": _event,
}
