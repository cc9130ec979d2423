"""What a file is, by what it holds: never by what the client says it is."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

TEXT = "text/plain; charset=utf-8"
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"


Readable = Any  # a file that can be read and sought: an upload of Django, or one of Python


class Kind(NamedTuple):
    extension: str
    content_type: str
    is_shown: bool = False  # in the browser; every other kind is downloaded


PDF = Kind(".pdf", "application/pdf", True)
MP4 = Kind(".mp4", "video/mp4", True)
WEBM = Kind(".webm", "video/webm", True)
ZIP = Kind(".zip", "application/zip")
GZIP = Kind(".gz", "application/gzip")
POSTSCRIPT = Kind(".ps", "application/postscript")
JSON = Kind(".json", "application/json")
BIBTEX = Kind(".bib", "application/x-bibtex; charset=utf-8")

ZIPPED = {  # by a folder inside
    "ppt/": Kind(".pptx", f"{OFFICE}.presentationml.presentation"),
    "word/": Kind(".docx", f"{OFFICE}.wordprocessingml.document"),
    "xl/": Kind(".xlsx", f"{OFFICE}.spreadsheetml.sheet"),
}
DECLARED = {  # by the entry "mimetype" inside
    f"{OPEN_DOCUMENT}.{name}": Kind(extension, f"{OPEN_DOCUMENT}.{name}")
    for name, extension in (("text", ".odt"), ("presentation", ".odp"), ("spreadsheet", ".ods"))
} | {"application/epub+zip": Kind(".epub", "application/epub+zip")}
OLD_OFFICE = {
    ".ppt": Kind(".ppt", "application/vnd.ms-powerpoint"),
    ".doc": Kind(".doc", "application/msword"),
    ".xls": Kind(".xls", "application/vnd.ms-excel"),
}
# Text says little about itself, so its name may choose among these, all of which are downloaded.
TEXTS = {
    ".txt": Kind(".txt", TEXT),
    ".md": Kind(".md", "text/markdown; charset=utf-8"),
    ".tex": Kind(".tex", "application/x-tex; charset=utf-8"),
    ".csv": Kind(".csv", "text/csv; charset=utf-8"),
    ".tsv": Kind(".tsv", "text/tab-separated-values; charset=utf-8"),
    ".ris": Kind(".ris", "application/x-research-info-systems; charset=utf-8"),
    ".bib": BIBTEX,
    ".json": JSON,
    ".ipynb": Kind(".ipynb", "application/x-ipynb+json"),
}
KINDS = (PDF, MP4, WEBM, ZIP, GZIP, POSTSCRIPT, *ZIPPED.values(), *DECLARED.values(), *OLD_OFFICE.values())
CONTENT_TYPES_SHOWN = frozenset(kind.content_type for kind in KINDS if kind.is_shown)

MP4_BRANDS = {b"mp4", b"iso", b"avc", b"M4V", b"MSN", b"dby"}

# What browsers would take for a page or a program, at the start (the WHATWG's MIME sniffing standard), or for PHP.
MARKUP = re.compile(rb"\s*<(?:[!?/]|[a-z][a-z0-9:-]*[\s>/])", re.IGNORECASE)
WEB_PAGE = re.compile(r"(?i)\.(?:x?html?|svgz?|xml|m?js|php\d?|phtml|css|wasm|swf)$")


def names_no_web_page(path: str) -> bool:
    return not WEB_PAGE.search(path)


def kind_of(file: Readable, name: str) -> Kind | None:
    """The kind of an accepted document, else None. `name` only tells plain texts, and old Office files, apart."""
    extension = re.sub(r"^.*(?=\.)", "", name.lower(), flags=re.DOTALL)
    file.seek(0)
    start = file.read(64)
    if start.startswith(b"%PDF-"):
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return _zipped(file)
    if start[4:8] == b"ftyp":
        return MP4 if start[8:11] in MP4_BRANDS else None
    if start.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM if b"webm" in start else None
    if start.startswith(b"\x1f\x8b"):
        return GZIP
    if start.startswith(b"%!PS"):
        return POSTSCRIPT
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE.get(extension)
    return _text(file, extension)


def _zipped(file: Readable) -> Kind | None:
    """Archives are listed, never unpacked, but for the first hundred bytes of the entry that names the kind."""
    try:
        with ZipFile(file) as archive:
            names = archive.namelist()
            if names and names[0] == "mimetype":
                with archive.open("mimetype") as entry:
                    return DECLARED.get(entry.read(100).decode("ascii", "replace").strip(), ZIP)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return None  # broken, with a password, or packed in a way zipfile cannot read: no archive we know
    return next((kind for folder, kind in ZIPPED.items() if any(name.startswith(folder) for name in names)), ZIP)


def _text(file: Readable, extension: str) -> Kind | None:
    """Text by its name's extension, unless it is markup or a program, or holds what no text holds."""
    if extension not in TEXTS:
        return None
    file.seek(0)
    data = file.read()
    if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")) or b"<?php" in data.lower():
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if re.search(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text):
        return None
    if extension in {".json", ".ipynb"} and not _is_json(text):
        return None
    return TEXTS[extension]


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
