"""Which fields an edited column is written to, and how."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from .columns import Record
from .dates import read_date
from .encode import encode, encode_verbatim, is_balanced
from .entries import Entry
from .languages import language_code
from .latex import decode
from .link_fields import default_field, link_field
from .links import LinkItem, read_links
from .names import pieces_of, split_names
from .person import Name, parse
from .record import record

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PUBSTATES = {
    "preparation": "inpreparation", "submitted": "submitted", "accepted": "accepted", "inpress": "inpress",
    "published": "published",
}  # fmt: skip
_VERBATIM = frozenset(("doi", "arxiv_id", "hal_id", "picture"))
# Column → fields it may stand in; the first is taken where the entry has none.
_FIELDS = {
    "title": ("title",), "collaboration": ("collaboration",), "marks_legend": ("annotation",),
    "venue_short": ("abbr", "shortjournal", "eventshort", "shortbooktitle"), "volume": ("volume",),
    "number": ("number", "issue"), "pages": ("pages", "eid", "articleno"), "series": ("series",),
    "edition": ("edition",),
    "publisher": ("publisher", "organization"), "location": ("address", "location", "venue"), "doi": ("doi",),
    "arxiv_class": ("primaryclass", "eprintclass"), "isbn": ("isbn",), "issn": ("issn",), "pmid": ("pmid",),
    "hal_id": ("hal_id", "hal", "halid"), "abstract": ("abstract",), "language": ("language", "langid", "hyphenation"),
    "licence": ("license", "licence", "rights", "copyright"), "note": ("note",), "picture": ("preview",),
}  # fmt: skip
_BY_KIND = {
    "institution": {"thesis": "school"},
    "venue": {"article": "journal", "preprint": "journal", "conference": "booktitle", "chapter": "booktitle"},
}
_ELSE = {"institution": "institution", "venue": "howpublished"}
_CANDIDATES = {
    "institution": ("institution", "school", "organization"),
    "venue": ("journaltitle", "journal", "booktitle", "eventtitle", "howpublished", "maintitle", "conference"),
}
_GROUP = re.compile(r"(?<![\\\w])\{((?:[^{}\\]|\\['`\"^~=.][^{}]|\{\\[^{}]+\}|\\[a-zA-Z]+\{[^{}]*\})+)\}")

Fields = list[tuple[str, str]]


def changed_fields(entry: Entry, fields: Fields, changes: Mapping[str, Any]) -> tuple[str, str, Fields]:
    """Type, key and fields of `entry` with `changes` written over them; fields no change touches stay as they are."""
    edit = _Edit(entry, fields, changes)
    for column, value in changes.items():
        writer = _WRITERS.get(column)
        if writer is not None:
            writer(edit, value)
        elif column in _FIELDS or column in _CANDIDATES:
            edit.text(column, value)
    if _DATE_COLUMNS & changes.keys():
        edit.date({name: changes[name] for name in _DATE_COLUMNS if name in changes})
    if _AWARD_COLUMNS & changes.keys():
        edit.awards(changes)
    if _AUTHOR_COLUMNS & changes.keys():
        edit.authors(changes)
    return str(changes.get("entry_type") or entry.type_raw), str(changes.get("citation_key", entry.key)), edit.fields


class _Edit:
    def __init__(self, entry: Entry, fields: Fields, changes: Mapping[str, Any]) -> None:
        self.entry = entry
        self.other_fields = frozenset(changes.get("extra") or ())
        self.fields = list(fields)
        self._before: Record | None = None

    @property
    def before(self) -> Record:
        """What the entry says as it stands."""
        if self._before is None:
            self._before = (
                record(self.entry) if self.entry.values or self.entry.inherited else _record_of_nothing(self.entry.type)
            )
        return self._before

    def has(self, name: str) -> bool:
        return any(field.lower() == name and raw not in ("", "{}", '""') for field, raw in self.fields)

    def raw(self, name: str) -> str:
        return next((raw for field, raw in self.fields if field.lower() == name), "")

    def put(self, name: str, raw: str) -> None:
        """Writes a field in its place, or at the end; without `raw` it goes."""
        place = next((index for index, field in enumerate(self.fields) if field[0].lower() == name), None)
        if place is None:
            if raw:
                self.fields.append((name, raw))
            return
        written = self.fields[place][0]
        kept = [(field, old) for field, old in self.fields[place + 1 :] if field.lower() != name]
        self.fields[place:] = [(written, raw), *kept] if raw else kept

    def text(self, column: str, value: object) -> None:
        names = _FIELDS.get(column) or _CANDIDATES[column]
        text = "" if value is None else str(value)
        name = self._field_of(column, names)
        if column == "pages":
            text = text.replace("–", "--")
            self.put(name, f"{{{_join_pages(text)}}}" if text else "")
        elif column in _VERBATIM:
            self.put(name, f"{{{encode_verbatim(text)}}}" if text else "")
        else:
            self.put(name, f"{{{encode(text)}}}" if text else "")
        for other in names:
            if other != name and not text and self.has(other) and column != "location":
                self.put(other, "")

    def _field_of(self, column: str, names: tuple[str, ...]) -> str:
        names = tuple(name for name in names if name not in self.other_fields) or names
        old = getattr(self.before, column)
        for name in names:
            if self.has(name) and (not old or _same(self.entry.get(name), old, column)):
                return name
        if column in _BY_KIND:
            return _BY_KIND[column].get(self.before.kind, _ELSE[column])
        return next((name for name in names if self.has(name) and column != "location"), names[0])

    def title(self, value: str) -> None:
        """The new title, with the braces of the old one around the words that are still there."""
        self.put("subtitle", "")
        self.put("title", protect(str(value), self.raw("title")) if value else "")

    def names(self, field: str, people: list[Any], and_others: bool = False) -> None:
        """A list of names; those that were there before are written as they were."""
        written = self.entry.values.get(field, "")
        old: dict[tuple[str, ...], str] = {}
        if written:
            for piece in pieces_of(written):
                for name in split_names(piece).names:
                    old.setdefault(_identity(name), piece)
        pieces = []
        for person in people:
            name = Name(**person) if isinstance(person, dict) else person
            pieces.append(old.get(_identity(name)) or write_name(name))
        if and_others and pieces:
            pieces.append("others")
        self.put(field, f"{{{' and '.join(pieces)}}}" if pieces else "")

    def authors(self, changes: Mapping[str, Any]) -> None:
        self.names(
            "author", changes.get("authors", self.before.authors), changes.get("and_others", self.before.and_others)
        )

    def editors(self, value: list[Any]) -> None:
        self.names("editor", value, split_names(self.entry.get("editor")).and_others)

    def date(self, changes: Mapping[str, Any]) -> None:
        new = {name: changes.get(name, getattr(self.before, name)) for name in _DATE_COLUMNS}
        year, month, day = new["year"], new["month"], new["day"]
        if self.has("date"):
            parts = [f"{year:04d}"] if year else []
            parts += [f"{month:02d}"] if year and month else []
            parts += [f"{day:02d}"] if year and month and day else []
            self.put("date", f"{{{'-'.join(parts)}}}" if parts else "")
            for name in ("year", "month", "day"):
                self.put(name, "")
            if not parts and new["date_text"]:
                self.put("year", f"{{{encode(new['date_text'])}}}")
            return
        if "year" in changes or "date_text" in changes:
            text = encode(str(new["date_text"] or ""))
            says_all = bool(text) and read_date(text, "", "", "").year == year
            self.put("year", f"{{{text}}}" if says_all else f"{{{year}}}" if year else "")
        if "month" in changes or "day" in changes or not year:
            self.put("month", _MONTHS[month - 1] if month else "")
            if "day" not in self.other_fields:
                self.put("day", f"{{{day}}}" if month and day else "")

    def status(self, value: str) -> None:
        """`pubstate` outranks what a note says; without any word nothing needs to be written."""
        self.put("pubstate", "")
        rest = [(name, raw) for name, raw in self.fields if name.lower() != "pubstate"]
        if value or _status_of(self.entry, rest):
            self.put("pubstate", f"{{{_PUBSTATES.get(value, 'published')}}}")

    def arxiv(self, value: str) -> None:
        for name in ("arxivid", "arxiv"):
            if self.has(name):
                self.put(name, f"{{{encode_verbatim(value)}}}" if value else "")
                return
        self.put("eprint", f"{{{encode_verbatim(value)}}}" if value else "")
        archive = "eprinttype" if self.has("eprinttype") else "archiveprefix"
        if not value or not self.has(archive):
            self.put(archive, "{arXiv}" if value else "")

    def topics(self, value: list[str]) -> None:
        separator = (
            "; " if any("," in topic for topic in value) or ";" in self.entry.values.get("keywords", "") else ", "
        )
        name = next((name for name in ("keywords", "keyword", "tags") if self.has(name)), "keywords")
        for other in ("keywords", "keyword", "tags"):
            if other != name:
                self.put(other, "")
        written = separator.join(encode(topic).replace(separator[0], " ") for topic in value)
        if len(value) == 1 and separator[0] not in written and ("," in written or ";" in written):
            written += separator[0]
        self.put(name, f"{{{written}}}" if written else "")

    def awards(self, changes: Mapping[str, Any]) -> None:
        """A short award stands in `award`; one with a text has its name in `award_name`."""
        name = encode(str(changes.get("award", self.before.award) or ""))
        text = encode(str(changes.get("award_text", self.before.award_text) or ""))
        field = next((known for known in ("award", "awards", "_award") if self.has(known)), "award")
        split = bool(text) or self.has("award_name")
        if split and not name:
            name = "Award" if text else ""  # without a name the text would be taken for it
        self.put("award_name", f"{{{name}}}" if split and name else "")
        value = text if split else name
        self.put(field, f"{{{value}}}" if value else "")

    def selected(self, value: bool) -> None:
        self.put("selected", "{true}" if value else "")

    def extra(self, value: Mapping[str, str]) -> None:
        """Other fields: what was taken out goes, what was changed or added is written."""
        before = self.before.extra
        for name in before.keys() - value.keys():
            self.put(name, "")
        for name, text in sorted(value.items()):
            if before.get(name) != text:
                written = encode_verbatim(text) if link_field(name) is not None else encode(text)
                self.put(name.lower(), f"{{{written}}}" if written else "")

    def links(self, value: list[Any]) -> None:
        """Fields whose links all stay are kept; other links go to the field of their kind or to `url_<Label>`."""
        wanted = [LinkItem(**item) if isinstance(item, dict) else item for item in value]
        left = {(item.label, item.url): item for item in wanted}
        kept: Fields = []
        for name, raw in self.fields:
            if link_field(name.lower()) is None or not raw:
                kept.append((name, raw))
                continue
            given = read_links([(name, self.entry.values.get(name.lower(), ""))])
            keys = [(item.label, item.url) for item in given.items]
            bare = link_field(name.lower()) == ("", "url")
            if not keys or all(key in left for key in keys) or (bare and not self._was_shown(keys)):
                kept.append((name, raw))
                for key in keys:
                    left.pop(key, None)
        self.fields = kept
        listed: list[str] = []
        for item in left.values():
            name = default_field(item.label, item.kind)
            url = encode_verbatim(item.url)
            if name == "url" and self.has("url"):
                self.put("url", f"{{{self.raw('url')[1:-1]} {url}}}")
            elif name and not self.has(name):
                self.put(name, f"{{{url}}}")
            else:
                listed.append(f"[{encode(re.sub(r'[][;:]', ' ', item.label))}]:{url}")
        if listed:
            old = self.raw("pllinks")
            inner = [old[1:-1]] if old[:1] == "{" and is_balanced(old) else []
            self.put("pllinks", f"{{{'; '.join([*inner, *listed])}}}")

    def _was_shown(self, keys: list[tuple[str, str]]) -> bool:
        shown = {(item.label, item.url) for item in self.before.links}
        return any(key in shown for key in keys)


@lru_cache(maxsize=100)
def _record_of_nothing(entry_type: str) -> Record:
    return record(Entry(entry_type, entry_type, "", (), 1, ""))


_DATE_COLUMNS = frozenset(("year", "month", "day", "date_text"))
_AWARD_COLUMNS = frozenset(("award", "award_text"))
_NUMBERS = re.compile(r"[\d,\s]+")
_AUTHOR_COLUMNS = frozenset(("authors", "and_others"))
_WRITERS: dict[str, Callable[[_Edit, Any], None]] = {
    "title": _Edit.title,
    "editors": _Edit.editors,
    "status": _Edit.status,
    "arxiv_id": _Edit.arxiv,
    "topics": _Edit.topics,
    "selected": _Edit.selected,
    "extra": _Edit.extra,
    "links": _Edit.links,
}


def write_name(name: Name) -> str:
    """A name for an author field, with its marks; numbers of affiliations stay out: no field says what they mean."""
    return _written_name(name.family, name.given, name.von, name.jr, name.literal, name.marks)


@lru_cache(maxsize=4_096)  # one writes with the same people
def _written_name(family: str, given: str, von: str, jr: str, literal: bool, marks: str) -> str:
    name = Name(family, given, von, jr, literal, marks)
    marks = _written_marks(name)
    if literal:
        return f"{{{encode(family)}}}{encode(marks)}"
    braced = {part: encode(getattr(name, part)) for part in ("given", "von", "family", "jr")}
    plain = name.bibtex
    family = f"{{{braced['family']}}}" if f"{{{name.family}}}" in plain else braced["family"]
    family = f"{braced['von']} {family}{encode(marks) if marks else ''}".strip()
    written = ", ".join(part for part in (family, braced["jr"], braced["given"]) if part)
    again = parse(written) if not marks else None
    if again is not None and (again.family, again.given) != (name.family, name.given):
        parts = [f"{{{braced['family']}}}", braced["jr"], f"{{{braced['given']}}}" if braced["given"] else ""]
        written = ", ".join(part for part in parts if part)
        return f"{{{braced['von']}}} {written}" if braced["von"] else written
    return written


def protect(title: str, raw: str) -> str:
    """`title` as a value, its words in braces that were so in `raw`."""
    inner = raw[1:-1] if raw[:1] in ("{", '"') else raw
    written = encode(title)
    if inner[:1] == "{" and inner[-1:] == "}" and is_balanced(inner[1:-1]):
        return f"{{{{{written}}}}}"
    for group in dict.fromkeys(_GROUP.findall(inner)):
        word = encode(decode(group))
        if len(word) > 1 or word.isupper():
            pattern = re.compile(rf"(?<![\w{{\\]){re.escape(word)}(?![\w}}])")
            written = pattern.sub(lambda match: f"{{{match[0]}}}", written)
    return f"{{{written}}}" if is_balanced(written) else f"{{{encode(title)}}}"


def _written_marks(name: Name) -> str:
    return _NUMBERS.sub("", name.marks)


def _identity(name: Name) -> tuple[str, ...]:
    return (name.family, name.given, name.von, name.jr, _written_marks(name), str(name.literal))


def _same(raw: str, old: object, column: str) -> bool:
    text = decode(raw)
    if column == "language":
        return language_code(text) == old
    return text == old or column in ("pages", "doi", "hal_id", "picture") or str(old).startswith(text)


def _join_pages(text: str) -> str:
    return encode(text).replace("-{}-", "--")


def _status_of(entry: Entry, fields: Fields) -> str:
    names = {name.lower() for name, _ in fields}
    left = tuple(field for field in entry.fields if field.name.lower() in names)
    return record(Entry(entry.type, entry.type_raw, entry.key, left, entry.line, "")).status
