"""One entry to the columns of a publication."""

import re
from collections.abc import Callable

from . import identifiers
from .addresses import public_address
from .columns import Record
from .dates import Date, read_date, status_in
from .entries import Entry
from .folding import fold
from .kinds import is_preprint_server, kind_of
from .latex import decode
from .link_fields import link_field
from .links import LinkItem, Links, read_links
from .names import NameList, split_names
from .person import Name
from .private import is_private
from .verbatim import unescape

__all__ = ["LinkItem", "Name", "Record", "record"]


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
_TITLES = ("maintitle", "issuetitle", "booktitle", "shorttitle", "howpublished")
_ONLY_ADDRESS = re.compile(
    r"\s*+(?:(?:Available (?:at|from|online)|Online|URL|Website|Web)\s*+:?\s*+)?+\{?+\s*+"
    r"(?:\\(?:url|href|path)\s*+\{|<)?+\s*+"
    r"((?:https?://|www\.)[^\s{}<>]+)[\s}>.]*+",
    re.IGNORECASE,
)
_SHORT_SERIES = re.compile(r"[A-Z][\w&/+-]*(?: [A-Z][\w&/+-]*)? ?(?:['’]|20)\d\d")
_LEGEND = re.compile(
    r"\bequal(?:ly)?\b|contribut|correspond(?:ing|ence)|co-?first|shared first|[†‡]|^\s*\*", re.IGNORECASE
)
_PAGES_PREFIX = re.compile(r"^(?:pp?\.|pages?)\s*", re.IGNORECASE)
_LONG_DASH = re.compile(r"(?<!\s)\s*+(?:-{2,}|[–—‒−])\s*")
_SHORT_RANGE = re.compile(r"(?<!\w)([A-Za-z]{0,3}\d{1,12}[A-Za-z]?)\s*+[-‐‑]\s*+([A-Za-z]{0,3}\d{1,12}[A-Za-z]?)")
_TRUE = frozenset(("true", "yes", "1", "{true}"))
_OPTIONAL = re.compile(r"(?:OPT|ALT|opt|alt)([a-z].*)")
_PUBSTATES = {
    "inpreparation": "preparation", "submitted": "submitted", "forthcoming": "inpress", "inpress": "inpress",
    "prepublished": "published", "accepted": "accepted", "published": "published",
}  # fmt: skip
_STANDARD = frozenset(
    [
        "address",
        "author",
        "booktitle",
        "chapter",
        "edition",
        "editor",
        "howpublished",
        "institution",
        "journal",
        "key",
        "month",
        "note",
        "number",
        "organization",
        "pages",
        "publisher",
        "school",
        "series",
        "title",
        "type",
        "volume",
        "year",
        "crossref",
        "annote",
        "url",
        "doi",
        "keywords",
        "abstract",
        "issn",
        "isbn",
        "eprint",
        "date",
        "location",
        "issue",
    ]
)
_LONGEST_AWARD_NAME = 80
_LONGEST_LEGEND = 300
_MOST_TOPICS = 100


def record(entry: Entry) -> Record:
    """The columns `entry` gives. Never raises; what could not be used is named in `problems`."""
    return _Reading(entry).record


class _Reading:
    """Takes field after field out of `left`; what remains is extra."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        own = entry.values
        self.left = {**entry.inherited, **{k: v for k, v in own.items() if v}} if entry.inherited else dict(own)
        self.record = Record(entry_type=entry.type, citation_key=entry.key)
        self.take = self.left.pop
        self.identify()
        self.classify()
        self.dates()
        self.titles()
        self.people()
        self.numbers()
        self.places()
        self.notes()
        self.link()
        self.remaining()

    def text(self, *names: str) -> str:
        """The first filled field of these, decoded, and taken."""
        for name in names:
            value = self.left.get(name)
            if value:
                del self.left[name]
                return decode(value)
        return ""

    def identify(self) -> None:
        result, left = self.record, self.left
        value = left.get("doi")
        if value:
            result.doi = identifiers.doi(value)
            if result.doi:
                del left["doi"]
            else:
                result.problems.append(f"'{value[:60]}' is not a DOI")
        self.archive = ""
        if "eprint" in left or "arxivid" in left or "arxiv" in left:
            self.eprint()
        for name in ("hal", "hal_id", "halid"):
            found = identifiers.hal(left[name]) if name in left else ""
            if found:
                result.hal_id = result.hal_id or found
                del left[name]
        if result.doi and not result.arxiv_id:
            result.arxiv_id = identifiers.arxiv_of_doi(result.doi)
        result.isbn = self.text("isbn")
        result.issn = self.text("issn")
        result.pmid = result.pmid or self.text("pmid")

    def eprint(self) -> None:
        result, left = self.record, self.left
        for name in ("arxivid", "arxiv"):
            found = identifiers.arxiv(left.get(name, ""))
            if found:
                result.arxiv_id = result.arxiv_id or found
                del left[name]
        self.archive = (left.get("archiveprefix") or left.get("eprinttype") or "").lower()
        value = unescape(left.get("eprint", ""))
        found = identifiers.arxiv(value) or self.old_arxiv(value)
        if found and ("arxiv" in self.archive or (not self.archive and _is_arxiv_alone(value))):
            result.arxiv_id = result.arxiv_id or found
            self.archive = "arxiv"
            for name in ("eprint", "archiveprefix", "eprinttype"):
                self.take(name, "")
            arxiv_class = self.text("primaryclass", "eprintclass", "arxivclass")
            result.arxiv_class = re.sub(r"^arxiv:", "", arxiv_class, flags=re.IGNORECASE)
        elif self.archive in ("pubmed", "pmid") and value.isdecimal():
            result.pmid = value
            self.take("eprint", "")
        elif self.archive == "hal" and identifiers.hal(value):
            result.hal_id = identifiers.hal(value)
            self.take("eprint", "")
        if result.arxiv_id and not self.archive:
            self.archive = "arxiv"

    def old_arxiv(self, value: str) -> str:
        """`eprint = {0111178}` with `primaryclass = {math}`: the archive is part of an old id."""
        archive = self.left.get("primaryclass", "").lower().removeprefix("arxiv:").split(".")[0]
        return identifiers.arxiv(f"{archive}/{value}") if archive and value[:1].isdecimal() else ""

    def classify(self) -> None:
        """Kind and venue, which depend on each other; a preprint server as journal may name the arXiv id."""
        result, left = self.record, self.left
        journal = left.get("journaltitle") or left.get("journal") or left.get("booktitle") or ""
        journal = decode(journal) if journal else ""
        form = " ".join(decode(left[name]) for name in ("howpublished", "type", "entrysubtype") if name in left)
        context = ""
        if result.entry_type in ("misc", "unpublished") or not journal:
            context = " ".join(left.get(name, "") for name in ("note", "groups", "keywords"))
        if not self.archive and is_preprint_server(form):
            self.archive = "arxiv" if "arxiv" in form.lower() else "preprint"
        archive = self.archive
        if not archive and not journal and "arxiv.org/" in left.get("url", ""):
            archive = "arxiv"
        result.kind = kind_of(result.entry_type, journal, form, context, archive)
        if not result.arxiv_id:
            self.arxiv_in_text(journal, form)
        result.venue = self.venue(journal)
        result.venue_short = self.text("abbr", "shortjournal", "eventshort", "shortbooktitle")
        if not result.venue_short and _SHORT_SERIES.fullmatch(left.get("series", "")):
            result.venue_short = left["series"]

    def arxiv_in_text(self, journal: str, form: str) -> None:
        result, left = self.record, self.left
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
            self.arxiv_class_in(journal)

    def arxiv_class_in(self, journal: str) -> None:
        self.record.arxiv_class = self.text("primaryclass", "eprintclass")
        match = re.search(r"\[([a-z-]+(?:\.[A-Z]{2}|\.[a-z-]+)?)\]", journal)
        if match and not self.record.arxiv_class:
            self.record.arxiv_class = match[1]

    def venue(self, journal: str) -> str:
        left = self.left
        for name in _VENUES.get(self.record.kind, _OTHER_VENUES):
            value = left.get(name)
            if not value:
                continue
            if name == "howpublished":
                address = _ONLY_ADDRESS.fullmatch(value)
                if address:
                    continue
            del left[name]
            text = journal if journal and name in ("journaltitle", "journal") else decode(value)
            return _with_subtitle(text, self.text({"booktitle": "booksubtitle"}.get(name, "journalsubtitle")))
        return ""

    def dates(self) -> None:
        result, left, own = self.record, self.left, self.entry.values
        date = self.take("date", "")
        if own.get("year") and not own.get("date"):
            date = ""  # the parent's
        year, month, day = self.take("year", ""), self.take("month", ""), left.get("day", "")
        if not month and "issue_date" in left and year and year in left["issue_date"]:
            month = left["issue_date"]
        found: Date = read_date(year, month, day, date)
        if day and found.day is not None:
            del left["day"]
        result.year, result.month, result.day = found.year, found.month, found.day
        result.date_text, result.status = found.text, found.status
        if found.problem:
            result.problems.append(found.problem)
        if found.year is None and not date and not year and month and not found.month:
            result.date_text = result.date_text or decode(month)

    def titles(self) -> None:
        result = self.record
        result.title = _with_subtitle(self.text("title"), self.text("subtitle"))
        if not result.title:
            names = [name for name in _TITLES if not _ONLY_ADDRESS.fullmatch(self.left.get(name, ""))]
            result.title = self.text(*names) or result.venue or self.entry.key or "Untitled"
            result.problems.append("the entry has no title")
        result.abstract = self.text("abstract")
        result.series = self.text("series")
        result.edition = self.text("edition")

    def people(self) -> None:
        result = self.record
        people = NameList()
        value = self.take("author", "")
        if value:
            people = split_names(value)
            result.authors, result.and_others, result.highlight = people.names, people.and_others, people.highlight
            result.problems += people.problems
        value = self.take("editor", "")
        if value:
            editors = split_names(value)
            result.editors = editors.names
            result.problems += editors.problems
        result.collaboration = self.text("collaboration")
        result.marks_legend = people.legend
        annotation = self.left.get("annotation")
        if (
            annotation
            and len(annotation) <= _LONGEST_LEGEND
            and (_LEGEND.search(annotation) or any(name.marks for name in result.authors))
        ):
            result.marks_legend = self.text("annotation")

    def numbers(self) -> None:
        result, left = self.record, self.left
        result.volume = self.text("volume")
        result.number = self.text("number", "issue")
        if "pages" in left:
            result.pages = _pages(self.text("pages"))
        if result.arxiv_id and result.pages.lower().startswith("arxiv:"):
            result.pages = ""
        if not result.pages:
            result.pages = self.text("eid", "articleno", "article-number", "elocation-id")

    def places(self) -> None:
        result = self.record
        result.publisher = self.text("publisher")
        result.institution = self.text("institution", "school")
        if not result.publisher and result.kind in ("conference", "article", "chapter", "book"):
            result.publisher = self.text("organization")
        elif not result.institution:
            result.institution = self.text("organization")
        result.location = self.text("location", "address", "venue")
        result.language = self.text("language", "langid")
        result.licence = self.text("license", "licence", "rights", "copyright")

    def notes(self) -> None:
        result, left = self.record, self.left
        pubstate = _PUBSTATES.get(left.get("pubstate", "").strip().lower(), "")
        if pubstate:
            self.take("pubstate")
        result.note = self.text("note")
        said = status_in(result.note)
        if said in ("preparation", "submitted") and result.volume and result.pages:
            said = ""  # the history of a paper that has appeared
        result.status = (
            pubstate or result.status or said or status_in(result.venue) or status_in(left.get("howpublished", ""))
        )
        if "keywords" in left or "tags" in left or "keyword" in left:
            result.topics = _topics(left, self.take)
        self.awards()
        result.selected = self.take("selected", "").strip().lower() in _TRUE
        preview = self.take("preview", "")
        if preview:
            self.preview(unescape(preview))

    def awards(self) -> None:
        result = self.record
        name = self.text("award_name")
        text = self.text("award", "awards", "_award")
        if name or len(text) > _LONGEST_AWARD_NAME or "\n" in text:
            result.award, result.award_text = name, text
        else:
            result.award = text

    def preview(self, value: str) -> None:
        address, problem = public_address(value)
        if problem:
            self.record.problems.append(f"preview: {problem}")
        elif address and "/" not in value:
            self.record.picture = f"/assets/img/publication_preview{address}"
        else:
            self.record.picture = address

    def link(self) -> None:
        """Links in the order of the fields, which are then taken."""
        result, left = self.record, self.left
        pairs = [
            (name, value)
            for name, value, _ in self.entry.fields
            if value and name.lower() in left and link_field(name.lower()) is not None
        ]
        for name in ("howpublished", "file", "eprint"):
            value = left.get(name)
            address = _ONLY_ADDRESS.fullmatch(value) if value else None
            if address:
                pairs.append(("pdf" if name == "file" or "pdf" in address[1] else "url", address[1]))
                del left[name]
        if not pairs:
            return
        if not result.doi and "doi.org/" in left.get("url", ""):
            result.doi = identifiers.doi_in_url(unescape(left["url"]).split(" ")[0])
        if not result.doi and "/doi/" in left.get("url", ""):
            result.doi = identifiers.doi_at_publisher(unescape(left["url"]).split(" ")[0])
        found = read_links(pairs, result.doi, result.arxiv_id)
        result.links = found.items
        result.problems += found.problems
        text = set(found.plain)
        for name, _ in pairs:
            if name not in text:
                self.take(name.lower(), "")
        self.from_links(found)

    def from_links(self, found: Links) -> None:
        result = self.record
        for item in found.items:
            if item.kind == "pdf" and not result.pdf:
                result.pdf = item.url
            if (
                item.kind in ("arxiv", "pdf", "preprint")
                and not result.arxiv_id
                and result.kind not in ("talk", "poster")
            ):
                result.arxiv_id = identifiers.arxiv_of_url(item.url)
            if item.kind == "hal" and not result.hal_id:
                result.hal_id = identifiers.hal(item.url)

    def remaining(self) -> None:
        inherited = self.entry.inherited
        for name, value in self.left.items():
            if not value or is_private(name) or (name in inherited and not self.entry.values.get(name)):
                continue
            if name[:3] in ("opt", "alt") and name[3:] in _STANDARD:
                continue  # what Emacs sets aside
            text = unescape(value) if link_field(name) is not None else decode(value)
            if text:
                self.record.extra[name] = text


def _is_arxiv_alone(value: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?",
            value,
            re.IGNORECASE,
        )
    )


def _with_subtitle(title: str, subtitle: str) -> str:
    if not subtitle or not title:
        return title or subtitle
    return f"{title} {subtitle}" if title[-1] in "?!:.–—" else f"{title}: {subtitle}"


def _pages(text: str) -> str:
    """Ranges with an en dash: "1204-22" → 1204–22; in "3-1--3-20" only the long dash is one."""
    text = _PAGES_PREFIX.sub("", text)
    if _LONG_DASH.search(text):
        return _LONG_DASH.sub("–", text)
    return ", ".join(
        _SHORT_RANGE.sub(r"\1–\2", part) if part.count("-") < 2 else part for part in re.split(r",\s*", text)
    )


def _topics(left: dict[str, str], take: Callable[[str, str], str]) -> list[str]:
    topics: dict[str, str] = {}
    for name in ("keywords", "keyword", "tags"):
        value = take(name, "")
        separator = ";" if ";" in value else "," if "," in value else "\n"
        for part in value.split(separator):
            topic = decode(part).strip(" .,;")
            if topic and len(topic) <= 200:
                topics.setdefault(fold(topic) or topic, topic)
    return list(topics.values())[:_MOST_TOPICS]
