"""DOI, arXiv id and the other numbers of an entry, wherever it has them."""

import re

from . import identifiers
from .reading import Reading
from .verbatim import unescape

_NUMBER_PREFIX = re.compile(r"^IS[BS]N(?:-1[03])?\b[\s:=]*+(?=\d)", re.IGNORECASE)


def identify(reading: Reading) -> None:
    """Identifiers from the fields made for them."""
    result, left = reading.record, reading.left
    value = left.get("doi")
    if value:
        result.doi = identifiers.doi(value)
        if result.doi:
            del left["doi"]
            another = identifiers.doi(unescape(value).replace(result.doi, " ", 1))
            if another and another.lower() != result.doi.lower():
                result.problems.append(f"the DOI {another[:60]} was given as well and is not shown")
        else:
            result.problems.append(f"'{value[:60]}' is not a DOI")
    if "eprint" in left or "arxivid" in left or "arxiv" in left:
        _eprint(reading)
    for name in ("hal", "hal_id", "halid"):
        found = identifiers.hal(left[name]) if name in left else ""
        if found:
            result.hal_id = result.hal_id or found
            del left[name]
    if result.doi and not result.arxiv_id:
        result.arxiv_id = identifiers.arxiv_of_doi(result.doi)
        reading.archive = reading.archive or ("arxiv" if result.arxiv_id else "")
    result.isbn = _NUMBER_PREFIX.sub("", reading.text("isbn"))
    result.issn = _NUMBER_PREFIX.sub("", reading.text("issn"))
    result.pmid = result.pmid or reading.text("pmid")


def _eprint(reading: Reading) -> None:
    result, left = reading.record, reading.left
    for name in ("arxivid", "arxiv"):
        found = identifiers.arxiv(left.get(name, ""))
        if found:
            result.arxiv_id = result.arxiv_id or found
            del left[name]
    reading.archive = (left.get("archiveprefix") or left.get("eprinttype") or "").lower()
    value = unescape(left.get("eprint", ""))
    found = identifiers.arxiv(value) or _old_arxiv(reading, value)
    if found and ("arxiv" in reading.archive or (not reading.archive and _is_arxiv_alone(value))):
        result.arxiv_id = result.arxiv_id or found
        reading.archive = "arxiv"
        for name in ("eprint", "archiveprefix", "eprinttype"):
            reading.take(name, "")
        arxiv_class = reading.text("primaryclass", "eprintclass", "arxivclass")
        result.arxiv_class = re.sub(r"^arxiv:", "", arxiv_class, flags=re.IGNORECASE)
    elif reading.archive in ("pubmed", "pmid") and value.isdecimal():
        result.pmid = value
        reading.take("eprint", "")
    elif reading.archive == "hal" and identifiers.hal(value):
        result.hal_id = identifiers.hal(value)
        reading.take("eprint", "")
    if result.arxiv_id and not reading.archive:
        reading.archive = "arxiv"


def _old_arxiv(reading: Reading, value: str) -> str:
    """`eprint = {0111178}` with `primaryclass = {math}`: the archive is part of an old id."""
    archive = reading.left.get("primaryclass", "").lower().removeprefix("arxiv:").split(".")[0]
    return identifiers.arxiv(f"{archive}/{value}") if archive and value[:1].isdecimal() else ""


def arxiv_in_text(reading: Reading, journal: str) -> None:
    """An arXiv id that stands where people put it for want of a field."""
    result, left = reading.record, reading.left
    lower = journal.lower()
    if "arxiv" in lower:
        result.arxiv_id = identifiers.arxiv(journal)
    if not result.arxiv_id and (result.kind == "preprint" or "corr" in lower):
        for name in ("volume", "number", "pages", "note", "howpublished", "eid"):
            value = left.get(name, "")
            if value and ("abs/" in value or "arxiv" in value.lower()):
                result.arxiv_id = identifiers.arxiv(value)
                if result.arxiv_id:
                    break
    if not result.arxiv_id and "arxiv.org/" in left.get("url", ""):
        result.arxiv_id = identifiers.arxiv_of_url(unescape(left["url"]).split(" ")[0])
    if not result.arxiv_id:
        for name in ("pages", "note", "howpublished", "number"):
            if "arxiv" in left.get(name, "").lower()[:40]:
                result.arxiv_id = identifiers.arxiv(left[name])
                break
    if result.arxiv_id and not result.arxiv_class:
        _arxiv_class_in(reading, journal)


def _arxiv_class_in(reading: Reading, journal: str) -> None:
    reading.record.arxiv_class = reading.text("primaryclass", "eprintclass")
    match = re.search(r"\[([a-z-]+(?:\.[A-Z]{2}|\.[a-z-]+)?)\]", journal)
    if match and not reading.record.arxiv_class:
        reading.record.arxiv_class = match[1]


def _is_arxiv_alone(value: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?",
            value,
            re.IGNORECASE,
        )
    )
