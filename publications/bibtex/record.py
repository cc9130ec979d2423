"""One entry to the columns of a publication."""

import re
from collections.abc import Callable, Iterable

from . import identifiers
from .addresses import ONLY_ADDRESS, public_address
from .columns import Record
from .dates import Date, read_date, status_in
from .entries import Entry
from .eprints import identify
from .folding import fold
from .languages import language_code
from .latex import decode
from .link_fields import link_field
from .links import LinkItem, Links, read_links
from .names import NameList, split_names
from .person import Name, split_outside, unwrapped
from .private import is_private
from .reading import Reading
from .venues import classify, with_subtitle
from .verbatim import unescape

__all__ = ["LinkItem", "Name", "Record", "record"]


_TITLES = ("maintitle", "issuetitle", "booktitle", "shorttitle", "howpublished")
_LEGEND = re.compile(
    r"\bequal(?:ly)?\b|contribut|correspond(?:ing|ence)|co-?first|shared first|[†‡]|^\s*\*", re.IGNORECASE
)
_PAGES_PREFIX = re.compile(r"^(?:pp?\.|pages?)\s*", re.IGNORECASE)
_LONG_DASH = re.compile(r"(?<!\s)\s*+(?:-{2,}|[–—‒−]+)\s*")
_ROMAN_RANGE = re.compile(r"(?<!\w)([ivxlc]{1,9})\s*[-‐‑]\s*([ivxlc]{1,9})(?!\w)", re.IGNORECASE)
_SHORT_RANGE = re.compile(r"(?<!\w)([A-Za-z]{0,3}\d{1,12}[A-Za-z]?)\s*+[-‐‑]\s*+([A-Za-z]{0,3}\d{1,12}[A-Za-z]?)")
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.|er)")
_TRUE = frozenset(("true", "yes", "1", "{true}"))
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
    return _Record(entry).record


class _Record(Reading):
    """Column after column."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry)
        identify(self)
        classify(self)
        self.dates()
        self.titles()
        self.people()
        self.numbers()
        self.places()
        self.notes()
        self.link()
        self.remaining()

    def dates(self) -> None:
        result, left, own = self.record, self.left, self.entry.values
        date = self.take("date", "")
        if own.get("year") and not own.get("date"):
            date = ""  # the parent's
        year, month = self.take("year", ""), self.take("month", "")
        day = _ORDINAL_DAY.sub(r"\1", left.get("day", ""))
        if not month and "issue_date" in left and year and year in left["issue_date"]:
            month = left["issue_date"]
        found: Date = read_date(year, month, day, date)
        if found.day is not None and day.strip("{}. ").isdecimal():
            del left["day"]
        result.year, result.month, result.day = found.year, found.month, found.day
        result.date_text, result.status = found.text, found.status
        if found.problem:
            result.problems.append(found.problem)
        if found.year is None and not date and not year and month and not found.month:
            result.date_text = result.date_text or decode(month)

    def titles(self) -> None:
        result = self.record
        result.title = with_subtitle(self.text("title"), self.text("subtitle"))
        if not result.title:
            names = [name for name in _TITLES if not ONLY_ADDRESS.fullmatch(self.left.get(name, ""))]
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
            result.problems += [*people.problems, *_unread("author", people)]
        value = self.take("editor", "")
        if value:
            editors = split_names(value)
            result.editors = editors.names
            result.problems += [*editors.problems, *_unread("editor", editors)]
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
        result.language = self.language()
        result.licence = self.text("license", "licence", "rights", "copyright")

    def language(self) -> str:
        """The first that is a language, as a code; what is none stays among the other fields."""
        for name in ("language", "langid", "hyphenation"):
            value = self.left.get(name)
            code = language_code(decode(value)) if value else ""
            if code:
                del self.left[name]
                return code
        return ""

    def notes(self) -> None:
        result, left = self.record, self.left
        pubstate = left.get("pubstate", "").strip().lower()
        pubstate = _PUBSTATES.get(pubstate) or status_in(decode(pubstate))
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
            (name, self.left[name.lower()] if "xdata=" in value else value)
            for name, value, _ in self.entry.fields
            if value and name.lower() in left and link_field(name.lower()) is not None
        ]
        for name in ("howpublished", "file", "eprint"):
            value = left.get(name)
            address = ONLY_ADDRESS.fullmatch(value) if value else None
            if address:
                pairs.append(("pdf" if name == "file" or "pdf" in address[1] else "url", address[1]))
                del left[name]
        if not pairs:
            return
        self.doi_from(value for name, value in pairs if link_field(name.lower()) == ("", "url"))
        found = read_links(pairs, result.doi, result.arxiv_id)
        result.links = found.items
        result.problems += found.problems
        text = set(found.plain)
        for name, _ in pairs:
            if name not in text:
                self.take(name.lower(), "")
        self.from_links(found)

    def doi_from(self, addresses: Iterable[str]) -> None:
        """Where no field gives a DOI, the address may: at doi.org, or at a publisher's."""
        for value in addresses:
            if self.record.doi:
                return
            address = unescape(value).split(" ")[0] if "doi" in value else ""
            if address:
                self.record.doi = identifiers.doi_in_url(address) or identifiers.doi_at_publisher(address)

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


def _unread(field: str, people: NameList) -> list[str]:
    return [f"{field}: no name could be read in '{piece[:60]}'" for piece in people.unread]


def _pages(text: str) -> str:
    """Ranges with an en dash: "1204-22" → 1204–22; in "3-1--3-20" only the long dash is one."""
    text = _PAGES_PREFIX.sub("", text)
    if _LONG_DASH.search(text):
        return _LONG_DASH.sub("–", text)
    return ", ".join(
        _ROMAN_RANGE.sub(r"\1–\2", _SHORT_RANGE.sub(r"\1–\2", part)) if part.count("-") < 2 else part
        for part in re.split(r",\s*", text)
    )


def _topics(left: dict[str, str], take: Callable[[str, str], str]) -> list[str]:
    topics: dict[str, str] = {}
    for name in ("keywords", "keyword", "tags"):
        value = take(name, "").strip()
        if value[:1] == "{":
            value = unwrapped(value) or value
        separator = ";" if ";" in value else "," if "," in value else "\n"
        for part in split_outside(value, separator) if "{" in value else value.split(separator):
            topic = decode(part).strip(" .,;")
            if topic and len(topic) <= 200:
                topics.setdefault(fold(topic) or topic, topic)
    return list(topics.values())[:_MOST_TOPICS]
