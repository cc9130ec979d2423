"""IEEE style (Reference Guide of the IEEE Author Center), without the number in brackets, which a paper gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...bibtex.person import Name
from . import numbers, people
from .dates import IEEE
from .source import Source
from .text import commas, ended, italic, quoted, spaced

_MOST = 6  # authors named; of more, the first
_GENRES = {"PhD thesis": "Ph.D. dissertation", "Master’s thesis": "M.S. thesis", "Bachelor’s thesis": "B.S. thesis"}
_REPORTS = {"Technical report": "Tech. Rep.", "Research report": "Res. Rep."}


def reference(source: Source) -> str:
    body = _BODIES.get(source.kind, _other)(source)
    if body.endswith(",”"):  # nothing follows the title
        body = f"{body[:-2]}.”"
    if source.doi:
        body = f"{_open(body)} doi: {source.doi}"
    if source.url and source.kind != "preprint":
        return f"{ended(body)} {_seen(source)}[Online]. Available: {source.url}"
    return ended(body)


def _open(body: str) -> str:
    """Ready for the DOI: after a comma, or after the full stop of a title that stands alone."""
    return body if body.endswith((".", ".”")) and not body.endswith(("Ed.", "Eds.")) else f"{body},"


def _seen(source: Source) -> str:
    if not source.accessed:
        return ""
    year, month, day = source.accessed
    return f"Accessed: {IEEE[month - 1]} {day}, {year}. "


def _authors(source: Source) -> str:
    if source.is_edited_only:
        return _with_eds(source.editors)
    return _listed(source.authors, source.goes_on)


def _listed(names: Sequence[Name], goes_on: bool = False) -> str:
    written = [people.in_order(name, people.initials(name.given)) for name in names]
    if goes_on and written:
        shown = written if len(written) <= _MOST else written[:1]
        return spaced(f"{', '.join(shown)}{',' if len(shown) > 1 else ''}", italic("et al."))
    if len(written) > _MOST:
        return spaced(written[0], italic("et al."))
    return people.listed(written, "and", comma_for_two=False)


def _with_eds(editors: Sequence[Name]) -> str:
    return f"{_listed(editors)}, {'Eds.' if len(editors) > 1 else 'Ed.'}" if editors else ""


def _titled(source: Source, mark: str = ",") -> str:
    """Authors and “title,”: what most references begin with."""
    return spaced(_comma(_authors(source)), quoted(source.title, mark))


def _comma(text: str) -> str:
    return f"{text}," if text else ""


def _date(source: Source) -> str:
    if source.status == "forthcoming":
        return "to be published"
    return _issued(source)


def _issued(source: Source) -> str:
    if not (source.year and source.month):
        return source.year
    month = IEEE[source.month - 1]
    return f"{month} {source.day}, {source.year}" if source.day else f"{month} {source.year}"


def _to_the_month(source: Source) -> str:
    if source.status == "forthcoming":
        return "to be published"
    return spaced(IEEE[source.month - 1] if source.month and source.year else "", source.year)


def _volume(source: Source) -> str:
    return f"vol. {source.volume}" if source.volume else ""


def _edition(source: Source) -> str:
    return f"{source.edition} ed." if source.edition else ""


def _book_title(source: Source) -> str:
    """The book with its series: *Theory of Cryptography* (Lecture Notes in Computer Science 9562)."""
    series = spaced(source.series, source.series_number)
    return spaced(italic(source.container), f"({series})" if series else "")


def _imprint(source: Source) -> str:
    return commas(": ".join(filter(None, [source.place, source.publisher])), _date_of_book(source))


def _date_of_book(source: Source) -> str:
    return "to be published" if source.status == "forthcoming" else source.year


def _article(source: Source) -> str:
    issue = numbers.counted("no.", "nos.", source.issue)
    number = f"Art. no. {source.article_number}" if source.article_number else ""
    volume = commas(italic(source.abbreviated), _volume(source), issue, numbers.pages(source.pages))
    return spaced(_titled(source), commas(volume, _to_the_month(source), number))


def _conference(source: Source) -> str:
    book = f"in {_book_title(source)}" if source.container else ""
    book = commas(book, _with_eds(source.editors), _volume(source))
    held = commas(source.event_place, _to_the_month(source))
    return spaced(_titled(source), commas(book, held, numbers.pages(source.pages)))


def _chapter(source: Source) -> str:
    book = f"in {_book_title(source)}" if source.container else ""
    head = commas(book, _edition(source), _volume(source), _with_eds(source.editors))
    return spaced(_titled(source), ended(head), commas(_imprint(source), numbers.pages(source.pages)))


def _book(source: Source) -> str:
    series = spaced(source.series, source.series_number)
    title = spaced(italic(source.title), f"({series})" if series else "")
    editors = _with_eds(source.editors) if source.authors else ""
    head = commas(title, _edition(source), _volume(source), editors)
    return spaced(_comma(_authors(source)), ended(head), _imprint(source))


def _thesis(source: Source) -> str:
    genre = _GENRES.get(source.genre, source.genre or "Ph.D. dissertation")
    return spaced(_titled(source), commas(genre, source.publisher, source.place, source.year))


def _report(source: Source) -> str:
    number = spaced(_REPORTS.get(source.genre, source.genre or ("Rep." if source.number else "")), source.number)
    return spaced(_titled(source), commas(source.publisher, source.place, number, _to_the_month(source)))


def _preprint(source: Source) -> str:
    place = italic(f"arXiv:{source.arxiv}") if source.arxiv else italic(source.container or source.publisher)
    address = source.url if source.url and not source.arxiv else ""
    return spaced(_titled(source), commas(_to_the_month(source), place, address))


def _manuscript(source: Source) -> str:
    status = source.status if source.status.startswith("submitted") else "unpublished"
    return spaced(_titled(source), commas(status, source.year))


def _software(source: Source) -> str:
    version = f"version {source.version}" if source.version else ""
    released = f"({source.year})" if source.year else ""
    title = ended(commas(italic(source.title), version))
    return spaced(_comma(_authors(source)), title, ended(released), ended(source.publisher or source.container))


def _dataset(source: Source) -> str:
    who = commas(_authors(source), _issued(source))
    version = f"version {source.version}" if source.version else ""
    return spaced(_comma(who), quoted(source.title, ","), commas(source.publisher or source.container, version))


def _patent(source: Source) -> str:
    digits = numbers.us_patent(source.number)
    number = f"U.S. Patent {numbers.in_thousands(digits, ' ')}" if digits else spaced("Patent", source.number)
    return spaced(_titled(source), commas(number, _issued(source)))


def _event(source: Source) -> str:
    held = f"presented at {source.container}" if source.container else source.genre or "unpublished"
    return spaced(_titled(source), commas(held, source.event_place, _issued(source)))


def _online(source: Source) -> str:
    names = [name.printed for name in source.authors]
    site = source.container or source.publisher
    where = commas(site if names != [site] else "", _issued(source))
    return spaced(ended(_authors(source)), quoted(source.title, "."), where)


def _other(source: Source) -> str:
    return spaced(_titled(source), commas(italic(source.container), _imprint(source)))


_BODIES: dict[str, Callable[[Source], str]] = {
    "article": _article,
    "conference": _conference,
    "chapter": _chapter,
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
