"""Entries back to BibTeX. What nobody edited is written as it was read, byte for byte."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bibtexparser.library import Library
from bibtexparser.model import Entry as Block
from bibtexparser.model import Field as BlockField
from bibtexparser.writer import BibtexFormat
from bibtexparser.writer import write as write_blocks

from .columns import Record
from .encode import balanced
from .entries import Entry, Field
from .overlay import changed_fields
from .private import PRIVATE_FIELDS, is_private
from .read import read
from .values import is_whole, split_parts

__all__ = ["PRIVATE_FIELDS", "from_record", "overlay", "without_private", "write_entry", "write_strings"]

_TYPE = re.compile(r"[A-Za-z][\w.+:/*-]*")
_RESERVED = frozenset(("comment", "string", "preamble"))
_BAD_IN_NAME = re.compile(r"[\s%@{}\"#(),=\\]+")
_BAD_IN_KEY = re.compile(r"[\s{},\"=\\%#~@]+")
_GOOD_KEY = re.compile(r"[^\s{},\"=\\%#@][^{},\"=\\%#\n\r\t@]*(?<!\s)|")
_MACRO = re.compile(r"[^\W\d][\w:.+/*'&!?<>|;$^`\[\]-]*")
# Readers that recover from unclosed entries, ours among them, begin anew at a line that starts an entry.
_LINE_BEFORE_AT = re.compile(r"\n\s*(?=@)")
_FORMAT = BibtexFormat()
_FORMAT.indent = "  "
_FORMAT.trailing_comma = True
_KIND_TYPES = {
    "article": "article", "conference": "inproceedings", "chapter": "incollection", "book": "book",
    "thesis": "phdthesis", "report": "techreport", "preprint": "misc", "manuscript": "unpublished",
    "software": "software",
    "dataset": "dataset", "patent": "patent", "online": "online", "talk": "misc", "poster": "misc", "other": "misc",
}  # fmt: skip


def write_entry(type_raw: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """One entry from its fields as (name, value with delimiters), in this order.

    A value that is none by BibTeX's rules is put into braces of its own, without the braces that have no partner:
    whatever a value holds, it stays in its field.
    """
    block = Block(
        entry_type=_safe_type(type_raw),
        key=_safe_key(key),
        fields=[BlockField(_safe_name(name), _safe_value(raw)) for name, raw in fields],
    )
    return str(write_blocks(Library([block]), _FORMAT))


def _safe_type(type_raw: str) -> str:
    return type_raw if _TYPE.fullmatch(type_raw) and type_raw.lower() not in _RESERVED else "misc"


def _safe_key(key: str) -> str:
    if _GOOD_KEY.fullmatch(key):
        return key
    again = read(f"@misc{{{key},\n  x = {{y}}\n}}\n") if "\n" not in key and "\r" not in key else None
    if again and len(again.entries) == 1 and again.entries[0].key == key and len(again.entries[0].fields) == 1:
        return key
    return _BAD_IN_KEY.sub("_", key).strip("_")


def _safe_name(name: str) -> str:
    name = _BAD_IN_NAME.sub("-", name).strip("-")
    return name if name and not name[0].isdecimal() else f"field-{name}".strip("-")


def _safe_value(raw: str) -> str:
    if not raw:
        return "{}"
    if is_whole(raw) and "\r" not in raw:
        return _LINE_BEFORE_AT.sub(" ", raw) if "@" in raw else raw
    inner = raw[1:-1] if raw[0] + raw[-1] in ("{}", '""') and len(raw) > 1 else raw.lstrip('{"')
    return f"{{{_without_loose_end(balanced(inner))}}}"


def _without_loose_end(text: str) -> str:
    """No backslash directly before the closing brace, and no line that looks like a new entry."""
    backslashes = len(text) - len(text.rstrip("\\"))
    if backslashes % 2:
        text = f"{text[:-1]}\\textbackslash{{}}"
    return re.sub(r"(?m)^([ \t]*)@", r"\1{@}", text.replace("\r", " "))


def overlay(
    entry_raw: str | Entry,
    changes: Mapping[str, Any] | None = None,
    *,
    public: bool = False,
    expand: bool = False,
) -> str:
    """The entry with the columns in `changes` (names as in `Record`) written over its fields, in its own order.

    Without changes a sound entry comes back as it stood in the file. `public` leaves private fields out; `expand`
    puts the text of macros in the place of their names, for a file that does not define them.
    """
    entry = _first(entry_raw)
    fields = [(field.name, _expanded(field) if expand else field.raw) for field in entry.fields]
    type_raw, key = entry.type_raw, entry.key
    if changes:
        type_raw, key, fields = changed_fields(entry, fields, changes)
    if public:
        fields = [(name, raw) for name, raw in fields if not is_private(name)]
    untouched = type_raw == entry.type_raw and key == entry.key and fields == [(f.name, f.raw) for f in entry.fields]
    if untouched and entry.sound:
        return f"{entry.raw}\n"
    return write_entry(type_raw, key, fields)


def _first(entry_raw: str | Entry) -> Entry:
    if isinstance(entry_raw, Entry):
        return entry_raw
    entries = read(entry_raw, include_commented=True).entries
    return entries[0] if entries else Entry("misc", "misc", "", (), 1, entry_raw)


def _expanded(field: Field) -> str:
    parts = split_parts(field.raw)
    if parts is None or not any(_MACRO.fullmatch(part) for part in parts) or field.name.lower() == "month":
        return field.raw
    return f"{{{field.value}}}"


def from_record(record: Record, *, public: bool = False) -> str:
    """BibTeX for a publication that was never imported; `public` leaves private fields out."""
    entry_type = record.entry_type or _KIND_TYPES.get(record.kind, "misc")
    empty = Entry(entry_type, entry_type, record.citation_key, (), 1, "")
    default = Record()
    changes = {
        name: value
        for name, value in record.columns().items()
        if value != getattr(default, name)
        and name not in ("entry_type", "citation_key", "kind", "problems", "highlight")
    }
    if not record.entry_type and record.kind in ("talk", "poster"):
        changes.setdefault("extra", {}).setdefault("type", record.kind.capitalize())
    _, _, fields = changed_fields(empty, [], changes)
    if public:
        fields = [(name, raw) for name, raw in fields if not is_private(name)]
    return write_entry(entry_type, record.citation_key, fields)


def write_strings(strings: Mapping[str, str]) -> str:
    """`@string` definitions, for a file whose entries use them."""
    return "".join(
        f"@string{{{name} = {{{_without_loose_end(balanced(text))}}}}}\n"
        for name, text in strings.items()
        if _MACRO.fullmatch(name)
    )


def macros_in(entry: Entry) -> set[str]:
    """Lower-case names of the macros its values use."""
    found: set[str] = set()
    for field in entry.fields:
        if field.raw[:1] not in ("{", '"') or "#" in field.raw:
            found.update(part.lower() for part in split_parts(field.raw) or () if _MACRO.fullmatch(part))
    return found


def without_private(text: str) -> str:
    """`text` with every entry's private fields left out; comments and what is no entry fall away."""
    bibliography = read(text)
    used = {name for entry in bibliography.entries for name in macros_in(entry)}
    strings = {name: value for name, value in bibliography.strings.items() if name.lower() in used}
    parts = [write_strings(strings)] if strings else []
    return "\n".join([*parts, *(overlay(entry, public=True) for entry in bibliography.entries)])
