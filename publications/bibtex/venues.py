"""What kind of work an entry is and where it appeared, which depend on each other."""

import re

from .addresses import ONLY_ADDRESS
from .eprints import arxiv_in_text
from .kinds import is_preprint_server, kind_of
from .latex import decode
from .reading import Reading

_VENUES = {
    "article": ("journaltitle", "journal", "booktitle", "maintitle", "howpublished"),
    "preprint": ("journaltitle", "journal", "booktitle", "howpublished", "maintitle"),
    "conference": ("booktitle", "journaltitle", "journal", "eventtitle", "maintitle", "conference"),
    "chapter": ("booktitle", "maintitle", "journaltitle", "journal"),
    "talk": ("eventtitle", "howpublished", "booktitle", "journal"),
    "poster": ("eventtitle", "howpublished", "booktitle", "journal"),
    "thesis": (),
    "report": (),
    "book": (),
    "patent": (),
}
_OTHER_VENUES = ("journaltitle", "journal", "booktitle", "howpublished", "eventtitle")
_SHORT_SERIES = re.compile(r"[A-Z][\w&/+-]*(?: [A-Z][\w&/+-]*)? ?(?:['’]|20)\d\d")


def classify(reading: Reading) -> None:
    """Kind and venue, which depend on each other; a preprint server as journal may name the arXiv id."""
    result, left = reading.record, reading.left
    journal = left.get("journaltitle") or left.get("journal") or left.get("booktitle") or ""
    journal = decode(journal) if journal else ""
    form = " ".join(decode(left[name]) for name in ("howpublished", "type", "entrysubtype") if name in left)
    context = ""
    if result.entry_type in ("misc", "unpublished") or not journal:
        context = " ".join(left.get(name, "") for name in ("note", "groups", "keywords"))
    if not reading.archive and is_preprint_server(form):
        reading.archive = "arxiv" if "arxiv" in form.lower() else "preprint"
    archive = reading.archive
    if not archive and not journal and "arxiv.org/" in left.get("url", ""):
        archive = "arxiv"
    result.kind = kind_of(result.entry_type, journal, form, context, archive)
    if not result.arxiv_id:
        arxiv_in_text(reading, journal)
        if result.arxiv_id and result.kind == "other":
            result.kind = "preprint"
    result.venue = _venue(reading, journal)
    result.venue_short = reading.text("abbr", "shortjournal", "eventshort", "shortbooktitle")
    if not result.venue_short and _SHORT_SERIES.fullmatch(left.get("series", "")):
        result.venue_short = left["series"]


def _venue(reading: Reading, journal: str) -> str:
    left = reading.left
    for name in _VENUES.get(reading.record.kind, _OTHER_VENUES):
        value = left.get(name)
        if not value:
            continue
        if name == "howpublished":
            address = ONLY_ADDRESS.fullmatch(value)
            if address:
                continue
        del left[name]
        text = journal if journal and name in ("journaltitle", "journal") else decode(value)
        return with_subtitle(text, reading.text({"booktitle": "booksubtitle"}.get(name, "journalsubtitle")))
    return ""


def with_subtitle(title: str, subtitle: str) -> str:
    if not subtitle or not title:
        return title or subtitle
    return f"{title} {subtitle}" if title[-1] in "?!:.–—" else f"{title}: {subtitle}"
