"""Vancouver style, as the National Library of Medicine's samples of ICMJE references and Citing Medicine have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...bibtex.person import Name
from . import numbers, people
from .dates import NLM
from .source import Source
from .text import commas, sentences, spaced

_MOST = 6  # authors named; of more, these and "et al."
_GENRES = {"PhD thesis": "dissertation", "": "dissertation"}


def reference(source: Source) -> str:
    said = sentences(_authors(source), *_BODIES.get(source.kind, _other)(source), *_identifiers(source))
    if source.doi or not source.url:
        return said
    # A full stop could be taken for the address's own, unless that ends with a stroke (Citing Medicine, chapter 22).
    return spaced(said, f"Available from: {source.url}{'.' if source.url.endswith('/') else ''}")


def _identifiers(source: Source) -> list[str]:
    doi = f"doi: {source.doi}" if source.doi else ""
    pmid = f"PMID: {source.pmid}" if source.pmid else ""
    return [doi, pmid]


def _authors(source: Source) -> str:
    if source.is_edited_only:
        return commas(_listed(source.editors), _editors(source.editors))
    if source.kind == "patent":
        return _inventors(source)
    return _listed(source.authors, source.goes_on)


def _inventors(source: Source) -> str:
    role = "inventors" if len(source.authors) > 1 else "inventor"
    who = commas(_listed(source.authors), role) if source.authors else ""
    assignee = f"{_listed(source.holders)}, assignee" if source.holders else ""
    return "; ".join(filter(None, [who, assignee]))


def _editors(editors: Sequence[Name]) -> str:
    return "editors" if len(editors) > 1 else "editor"


def _listed(names: Sequence[Name], goes_on: bool = False) -> str:
    """A semicolon divides persons from an organisation among them."""
    shown = names[:_MOST]
    text = ""
    for before, name in zip([None, *shown], shown, strict=False):
        divider = "; " if before is not None and before.literal != name.literal else ", "
        text += f"{divider if before is not None else ''}{_person(name)}"
    return commas(text, "et al.") if text and (goes_on or len(names) > _MOST) else text


def _person(name: Name) -> str:
    if people.is_whole(name) or people.is_family_first(name):
        return people.whole(name)
    return spaced(people.family(name), people.bare_initials(name.given), people.generation(name.jr))


def _date(source: Source) -> str:
    when = spaced(source.year.replace("–", "-"), NLM[source.month - 1] if source.month else "", str(source.day or ""))
    return spaced("Forthcoming", when) if source.status == "forthcoming" else when


def _pages(source: Source) -> str:
    return numbers.shortened(source.pages, numbers.nlm_end).replace("–", "-") or source.article_number


def _edition(source: Source) -> str:
    return f"{source.edition} ed." if source.edition else ""


def _imprint(source: Source, date: str) -> str:
    """Place: publisher; date."""
    return "; ".join(filter(None, [": ".join(filter(None, [source.place, source.publisher])), date]))


def _year(source: Source) -> str:
    return spaced("Forthcoming", source.year) if source.status == "forthcoming" else source.year


def _series(source: Source) -> str:
    number = f"vol. {source.series_number}" if source.series_number.isdigit() else source.series_number
    numbered = "; ".join(filter(None, [source.series, number]))
    return f"({numbered})" if source.series else ""


def _article(source: Source) -> list[str]:
    journal = source.abbreviated.replace(".", "")
    issue = f"({source.issue.replace('–', '-')})" if source.issue else ""
    volume = f"{source.volume}{issue}"
    issued = ";".join(filter(None, [_date(source), volume]))
    return [source.title, journal, ":".join(filter(None, [issued, _pages(source)]))]


def _in_volume(source: Source) -> list[str]:
    editors = f"{_listed(source.editors)}, {_editors(source.editors)}. " if source.editors else ""
    held = source.event_place if source.kind == "conference" else ""
    book = f"In: {editors}{'; '.join(filter(None, [source.container, held]))}" if source.container else ""
    volume = f"Vol. {source.volume}" if source.volume else ""
    pages = f"p. {_pages(source)}" if source.pages or source.article_number else ""
    return [source.title, book, _edition(source), volume, _imprint(source, _year(source)), pages, _series(source)]


def _book(source: Source) -> list[str]:
    editors = f"{_listed(source.editors)}, {_editors(source.editors)}" if source.editors and source.authors else ""
    volume = f"Vol. {source.volume}" if source.volume else ""
    return [source.title, _edition(source), editors, volume, _imprint(source, _year(source)), _series(source)]


def _thesis(source: Source) -> list[str]:
    genre = _GENRES.get(source.genre, source.genre[:1].lower() + source.genre[1:])
    return [f"{source.title} [{genre}]", _imprint(source, source.year)]


def _report(source: Source) -> list[str]:
    is_plain = source.number[:1].isdigit() and source.genre in ("", "Technical report")
    described = f"Report No.: {source.number}" if is_plain else spaced(source.genre, source.number)
    return [source.title, _imprint(source, _date(source)), described]


def _preprint(source: Source) -> list[str]:
    if source.arxiv:
        return [source.title, f"arXiv {source.arxiv} [Preprint]", _date(source)]
    return [source.title, f"{source.container or source.publisher} [Preprint]".strip(), _date(source)]


def _manuscript(source: Source) -> list[str]:
    said = f"Manuscript {source.status}" if source.status else "Unpublished manuscript"
    return [source.title, said, source.year]


def _software(source: Source) -> list[str]:
    version = f"Version {source.version}" if source.version else ""
    return [f"{source.title} [computer program]", version, _imprint(source, _date(source))]


def _dataset(source: Source) -> list[str]:
    version = f"Version {source.version}" if source.version else ""
    return [f"{source.title} [dataset]", version, _imprint(source, _date(source))]


def _patent(source: Source) -> list[str]:
    digits = numbers.us_patent(source.number)
    number = f"United States patent US {digits}" if digits else spaced("Patent", source.number)
    return [source.title, number, _date(source)]


def _online(source: Source) -> list[str]:
    year, month, day = source.accessed or (0, 1, 0)
    seen = f"[cited {year} {NLM[month - 1]} {day}]" if source.accessed else ""
    published = "; ".join(filter(None, [source.publisher or source.container, _date(source) or "[date unknown]"]))
    return [f"{source.title} [Internet]", spaced(published, seen)]


def _event(source: Source) -> list[str]:
    what = "Poster session" if source.kind == "poster" else source.genre or "Paper"
    held = "; ".join(filter(None, [source.container, _date(source), source.event_place]))
    return [source.title, f"{what} presented at: {held}" if source.container else f"{what}; {held}"]


def _other(source: Source) -> list[str]:
    return [source.title, source.container, _imprint(source, _date(source))]


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
