"""What the formats have in common: the parts of a reference that a record holds under several names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

from ..bibtex.link_fields import kind_of_label
from ..bibtex.links import LinkItem
from ..bibtex.private import is_private
from ..bibtex.record import Record

# The type of a thesis or a report: BibTeX's entry types, the words biblatex's field `type` knows, our kinds.
GENRES = {
    "phdthesis": "PhD thesis", "phd": "PhD thesis", "habilitation": "Habilitation", "candthesis": "Candidate thesis",
    "mastersthesis": "Master’s thesis", "masterthesis": "Master’s thesis", "mscthesis": "Master’s thesis",
    "mathesis": "Master’s thesis", "diplomathesis": "Diploma thesis",
    "bachelorsthesis": "Bachelor’s thesis", "bachelorthesis": "Bachelor’s thesis", "bathesis": "Bachelor’s thesis",
    "techreport": "Technical report", "resreport": "Research report", "whitepaper": "White paper",
    "datacd": "Data CD", "audiocd": "Audio CD", "preprint": "Preprint", "poster": "Poster",
}  # fmt: skip
# What is said of a work on its way; that one is published goes without saying.
STATUSES = {
    "preparation": "in preparation", "submitted": "submitted", "accepted": "accepted", "inpress": "in press",
}  # fmt: skip
_PUBLISHED_BY_PUBLISHERS = frozenset(("article", "conference", "chapter", "book"))
_WITHOUT_CONTAINER = frozenset(("book", "thesis", "report", "manuscript", "software", "dataset"))
_WHOLE_RANGE = re.compile(r"([^\s,–]+)–([^\s,–]+)")
OWN_PAGE = frozenset(("web page", "html", "url", "link"))  # labels of the work's own address

_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-ND|-SA)?)(?:[ -](\d\.\d))?", re.IGNORECASE)
_PUBLIC_DOMAIN = re.compile(r"CC[ -]?0(?:[ -]1\.0)?", re.IGNORECASE)
_SPDX = frozenset(("MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "GPL-2.0", "GPL-3.0", "LGPL-3.0", "MPL-2.0"))


def more_fields(record: Record) -> dict[str, str]:
    """The fields without a column, by name in lower case, private ones left out."""
    return {name.lower(): text for name, text in record.extra.items() if text and not is_private(name)}


def genre(record: Record) -> str:
    """What kind of thesis or report it is ("PhD thesis"): as the entry says, else as its type means; often nothing."""
    said = more_fields(record).get("type", "")
    if said:
        return GENRES.get(said.lower(), said)
    by_entry = GENRES.get(record.entry_type.lower(), "") if record.kind in ("thesis", "report") else ""
    return by_entry or GENRES.get(record.kind, "")


def publishers(record: Record) -> tuple[str, str]:
    """Who brought it out, and who else is named: of a paper the publisher first, of a thesis or a report the school."""
    both = [record.publisher, record.institution]
    if record.kind not in _PUBLISHED_BY_PUBLISHERS:
        both.reverse()
    first, *rest = list(dict.fromkeys(name for name in both if name)) or [""]
    return first, "".join(rest)


def numbers(text: str) -> list[str]:
    """The ISSNs or ISBNs of a column that may hold several."""
    return [number for number in re.split(r"[,;\s]+", text) if number]


def iso_date(record: Record) -> str:
    """As precise as it is known: 2010-05-12, 2010-05 or 2010; "" without a year."""
    if record.year is None:
        return ""
    known = [f"{record.year:04d}"]
    for part in (record.month, record.day):
        if not part:
            break
        known.append(f"{part:02d}")
    return "-".join(known)


def first_and_last_page(pages: str) -> tuple[str, str]:
    """Of "103–129" 103 and 129; what is no single range, such as an article number, is the first page."""
    match = _WHOLE_RANGE.fullmatch(pages)
    return (match[1], match[2]) if match else (pages, "")


def has_page_count(record: Record) -> bool:
    """Whether `pages` says how many there are, as in "246" of a thesis, and not which ones."""
    return record.kind in _WITHOUT_CONTAINER and "–" not in record.pages


def absolute(address: str, page: str) -> str:
    """`address` as it is reached from elsewhere; "" for a site's own path where the site is not known."""
    try:
        found = urljoin(page, address) if address else ""
    except ValueError:
        return ""
    return found if "://" in found else ""


def links(record: Record, page: str) -> list[LinkItem]:
    """The record's links with a kind and a full address, each address once."""
    found: dict[str, LinkItem] = {}
    for item in record.links:
        address = absolute(item.url, page)
        if address:
            found.setdefault(address, LinkItem(item.label, address, item.kind or kind_of_label(item.label)))
    return list(found.values())


def doi_address(record: Record) -> str:
    """Percent-encoded: old DOIs hold signs no address may (10.1002/…49:8<693::AID-ASI4>3.0.CO;2-O)."""
    return f"https://doi.org/{quote(record.doi, safe='/:;().,_-')}" if record.doi else ""


def licence_address(record: Record) -> str:
    """Where the licence is written, for one that names it or is such an address; "" for other words."""
    text = record.licence.strip()
    if re.fullmatch(r"https?://[^\s<>\"]+", text):
        return text
    if found := _CREATIVE_COMMONS.fullmatch(text):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2] or '4.0'}/"
    if _PUBLIC_DOMAIN.fullmatch(text):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{text}.html" if text in _SPDX else ""


def arxiv_address(record: Record) -> str:
    return f"https://arxiv.org/abs/{record.arxiv_id}" if record.arxiv_id else ""


def main_address(record: Record, page: str) -> str:
    """Where the work is found: the address the entry gives as its own, else arXiv's for a preprint, else `page`."""
    known, arxiv = links(record, page), arxiv_address(record)
    candidates = [item.url for item in known if item.label.lower() in OWN_PAGE]
    candidates += [arxiv, page] if record.kind == "preprint" else [page, arxiv]
    candidates += [item.url for item in known]
    return next(filter(None, candidates), "")


def pdf_address(record: Record, page: str) -> str:
    known = (item.url for item in links(record, page) if item.kind == "pdf")
    return absolute(record.pdf, page) or next(known, "")


def addresses(record: Record, page: str, pdf: str) -> Iterator[str]:
    """Every address of the work, the main one first, each once; without the PDF's."""
    hal = f"https://hal.science/{record.hal_id}" if record.hal_id else ""
    every = [main_address(record, page), page, arxiv_address(record), hal, *(item.url for item in links(record, page))]
    for address in dict.fromkeys(every):
        if address and address != pdf:
            yield address
