"""References as CSL-JSON, which citation processors (citeproc, Pandoc), Zotero and reference managers read.

Names of types and variables are those of the Citation Style Language 1.0.2; what it has no name for is kept in its
`custom` object, under the names BibTeX has for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..bibtex.keys import generate_key
from ..bibtex.names import split_names
from ..bibtex.person import Name
from ..bibtex.record import Record
from . import parts

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"

Item = dict[str, Any]

_KINDS = {
    "article": "article-journal", "conference": "paper-conference", "chapter": "chapter", "book": "book",
    "thesis": "thesis", "report": "report", "preprint": "article", "manuscript": "manuscript", "software": "software",
    "dataset": "dataset", "patent": "patent", "online": "webpage", "talk": "speech", "poster": "speech",
}  # fmt: skip
# Where the entry says more than our kind: by kind and entry type, or biblatex's `entrysubtype`.
_SPECIAL = {
    ("article", "magazine"): "article-magazine",
    ("article", "newspaper"): "article-newspaper",
    ("article", "review"): "review",
    ("book", "booklet"): "pamphlet",
    ("book", "periodical"): "periodical",
    ("chapter", "inreference"): "entry",
    ("online", "blog"): "post-weblog",
    ("report", "standard"): "standard",
}
_EVENTS = frozenset(("talk", "poster"))
# Fields without a column that CSL has a name for.
_MORE = {
    "shorttitle": "title-short", "chapter": "chapter-number", "pagetotal": "number-of-pages",
    "numpages": "number-of-pages", "volumes": "number-of-volumes", "version": "version", "eventtitle": "event-title",
    "pmcid": "PMCID", "origtitle": "original-title", "origpublisher": "original-publisher",
}  # fmt: skip
_MORE_NAMES = {
    "translator": "translator", "bookauthor": "container-author", "director": "director", "redactor": "contributor",
    "compiler": "compiler", "holder": "authority",
}  # fmt: skip
_MORE_DATES = {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
# Columns CSL has no name for, by what BibTeX calls them.
_CUSTOM = {
    "entry_type": "entrytype", "arxiv_id": "eprint", "arxiv_class": "primaryclass", "hal_id": "hal_id",
    "licence": "license", "award": "award", "award_text": "award_text", "date_text": "date_text",
}  # fmt: skip
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEARS = re.compile(r"(\d{4})\s*[-–/]+\s*(\d{4})")


def write(records: Iterable[Record]) -> str:
    return array(line(item(record)) for record in records)


def line(one: Item) -> str:
    return json.dumps(one, ensure_ascii=False)


def array(lines: Iterable[str]) -> str:
    """Items, one a line, as a JSON array. Processors find them by their id: one that repeats gets a number."""
    taken: set[str] = set()
    return "[\n" + ",\n".join(_with_own_id(one, taken) for one in lines) + "\n]\n"


def _with_own_id(one: str, taken: set[str]) -> str:
    item = json.loads(one)
    found, number = item["id"], 1
    while found in taken:
        number += 1
        found = f"{item['id']}-{number}"
    taken.add(found)
    return one if number == 1 else line({**item, "id": found})


def item(record: Record, *, url: str = "", pdf: str = "", accessed: str = "") -> Item:
    """One item. `url` is the address of its page, `pdf` of its file, `accessed` an ISO date."""
    more = parts.more_fields(record)
    found: Item = {
        "id": record.citation_key or generate_key(record),
        "citation-key": record.citation_key,
        "type": _type(record, more),
        "title": record.title,
        "author": _authors(record),
        "editor": [name_of(editor) for editor in record.editors],
        "issued": _issued(record),
        **_container(record),
        **_numbers(record),
        **_publisher(record, more),
        **_identifiers(record),
        "URL": parts.main_address(record, url),
        "accessed": _date(accessed),
        "abstract": record.abstract,
        "language": record.language,
        "keyword": ", ".join(record.topics),
        "note": record.note,
    }
    left = _add_more(found, more)
    custom = _own_custom(record, found, url, pdf)
    found["custom"] = custom | {name if name not in custom else f"extra-{name}": left[name] for name in left}
    return _filled(found)


def _filled(values: Item) -> Item:
    return {name: value for name, value in values.items() if value}


def _type(record: Record, more: Mapping[str, str]) -> str:
    for special in (more.get("entrysubtype", "").lower(), record.entry_type.lower()):
        if (record.kind, special) in _SPECIAL:
            return _SPECIAL[record.kind, special]
    return _KINDS.get(record.kind, "document")


def _authors(record: Record) -> list[dict[str, Any]]:
    """A list that goes on ends with "others", which Pandoc prints as "et al." and others as they find it."""
    names = [name_of(author) for author in record.authors]
    if not names and record.collaboration:
        names = [{"literal": record.collaboration}]
    return [*names, {"literal": "others"}] if record.and_others else names


def name_of(name: Name) -> dict[str, Any]:
    if name.literal or not name.family:
        return {"literal": name.printed}
    return _filled(
        {
            "family": name.family,
            "given": name.given,
            "non-dropping-particle": name.von,
            "suffix": name.jr,
            # Chinese, Japanese and Korean names keep the family first.
            "static-ordering": bool(name.given) and name.printed.startswith(f"{name.family} {name.given}"),
        }
    )


def _issued(record: Record) -> Item:
    """As precise as it is known; words ("Spring 2015") only where there is no year."""
    if record.year is None:
        return {"literal": record.date_text} if record.date_text else {}
    years = _YEARS.fullmatch(record.date_text)
    if years and int(years[1]) == record.year < int(years[2]):
        return {"date-parts": [[record.year], [int(years[2])]]}
    date = [record.year]
    for part in (record.month, record.day):
        if not part:
            break
        date.append(part)
    return {"date-parts": [date]}


def _date(text: str) -> Item:
    match = _ISO_DATE.fullmatch(text)
    if match:
        return {"date-parts": [[int(part) for part in match.groups() if part]]}
    return {"literal": text} if text else {}


def _container(record: Record) -> Item:
    if record.kind in _EVENTS:
        return {"event-title": record.venue, "collection-title": record.series}
    return {
        "container-title": record.venue,
        "container-title-short": record.venue_short if record.venue else "",
        "collection-title": record.series,
    }


def _numbers(record: Record) -> Item:
    numbers = {
        "volume": record.volume,
        "number-of-pages" if parts.has_page_count(record) else "page": _pages(record.pages),
        "edition": record.edition,
        "genre": parts.genre(record),
        "status": parts.STATUSES.get(record.status, "") if record.status != "published" else "",
    }
    return {_name_of_number(record): record.number} | numbers


def _name_of_number(record: Record) -> str:
    if record.kind in ("article", "online"):
        return "issue"
    if record.kind in ("conference", "chapter", "book"):
        return "collection-number" if record.series else "issue"
    return "number"


def _pages(pages: str) -> str:
    """Ranges with a hyphen, by which processors know them; where a page holds one itself, the dash stays."""
    return ", ".join(part if "-" in part else part.replace("–", "-") for part in pages.split(", "))


def _publisher(record: Record, more: Mapping[str, str]) -> Item:
    """BibTeX's `address` is the publisher's, as its manual says, unless nothing but the event can be meant."""
    publisher = parts.publishers(record)[0]
    if not publisher and record.kind == "preprint" and record.arxiv_id and not record.venue:
        publisher = "arXiv"
    of_event, of_publisher = more.get("venue", ""), record.location
    is_event = record.kind in _EVENTS or (record.kind == "conference" and ("address" in more or not publisher))
    if is_event and not of_event:
        of_event, of_publisher = record.location, more.get("address", "")
    return {"publisher": publisher, "publisher-place": of_publisher, "event-place": of_event}


def _identifiers(record: Record) -> Item:
    names = {"DOI": record.doi, "ISBN": record.isbn, "ISSN": record.issn, "PMID": record.pmid}
    if record.kind == "preprint" and record.arxiv_id and not record.number:
        return {"number": f"arXiv:{record.arxiv_id}"} | names
    return names


def _add_more(found: Item, more: Mapping[str, str]) -> dict[str, str]:
    """Give the item the fields CSL has a name for, where nothing else stands there yet; returns those left."""
    said = {"type": "genre", "address": "publisher-place", "venue": "event-place"}
    left = {name: text for name, text in more.items() if name not in said or not found[said[name]]}
    for name in more:
        variable = _MORE.get(name) or _MORE_NAMES.get(name) or _MORE_DATES.get(name)
        if variable and not found.get(variable):
            found[variable] = _value_of(name, left.pop(name))
    return left


def _value_of(name: str, text: str) -> Any:
    if name in _MORE_NAMES:
        return [name_of(one) for one in split_names(text).names]
    return _date(text) if name in _MORE_DATES else text


def _own_custom(record: Record, found: Item, url: str, pdf: str) -> Item:
    custom: Item = {name: getattr(record, column) for column, name in _CUSTOM.items()}
    custom["archiveprefix"] = "arXiv" if record.arxiv_id else ""
    custom["collaboration"] = record.collaboration if record.authors else ""
    custom["venue_short"] = "" if found.get("container-title-short") else record.venue_short
    custom["status"] = "published" if record.status == "published" else ""
    other = parts.publishers(record)[1]
    custom["institution" if other == record.institution else "publisher"] = other
    custom["pdf"] = pdf or parts.pdf_address(record, url)
    links = [link for link in parts.links(record, url) if link.url not in (found["URL"], custom["pdf"])]
    custom["links"] = [{"label": link.label, "url": link.url} for link in links]
    return _filled(custom)
