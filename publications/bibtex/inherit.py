"""`crossref` and `xdata`: what an entry takes from others."""

from . import granular
from .entries import Entry

_DEEPEST = 10
# What belongs to the parent alone: who it is, where it lies, and notes about it.
_OWN = frozenset(
    [
        "crossref",
        "xref",
        "xdata",
        "ids",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedtype",
        "relatedoptions",
        "relatedstring",
        "sortkey",
        "shorthand",
        "shorthandintro",
        "doi",
        "url",
        "urldate",
        "eprint",
        "eprinttype",
        "eprintclass",
        "archiveprefix",
        "primaryclass",
        "arxivid",
        "arxiv",
        "pmid",
        "hal",
        "hal_id",
        "hal_version",
        "abstract",
        "keywords",
        "pages",
        "pagetotal",
        "numpages",
        "note",
        "annote",
        "annotation",
        "addendum",
        "file",
        "pdf",
        "code",
        "data",
        "slides",
        "poster",
        "video",
        "website",
        "html",
        "supp",
        "blog",
        "preview",
        "pllinks",
        "filelinks",
        "groups",
        "owner",
        "timestamp",
        "creationdate",
        "modificationdate",
        "comment",
        "review",
        "biburl",
        "bibsource",
        "key",
        "language_",
        "selected",
        "abbr",
        "bibtex_show",
        "award",
        "award_name",
        "isbn13",
        "title",
        "subtitle",
        "titleaddon",
        "shorttitle",
        "sorttitle",
        "indextitle",
        "indexsorttitle",
    ]
)
_TITLES = (("title", "booktitle"), ("subtitle", "booksubtitle"), ("titleaddon", "booktitleaddon"))
_SUBTITLES = frozenset(("subtitle", "titleaddon"))
_CONTAINERS = frozenset(
    [
        "book",
        "mvbook",
        "proceedings",
        "mvproceedings",
        "collection",
        "mvcollection",
        "reference",
        "mvreference",
        "periodical",
        "booklet",
        "conference",
        "manual",
        "thesis",
        "phdthesis",
        "techreport",
        "report",
    ]
)


def inherit(entries: list[Entry]) -> None:
    """Fills `inherited` of every entry that names a parent. Parents that are missing, loops and long chains are
    no error: what can be found is taken."""
    children = [entry for entry in entries if "crossref" in entry.values or "xdata" in entry.values]
    has_xdata = any(entry.type == "xdata" for entry in entries)
    if not children and not has_xdata:
        return
    by_key: dict[str, Entry] = {}
    for entry in entries:
        if entry.key:
            by_key.setdefault(entry.key.lower(), entry)
        for alias in entry.values.get("ids", "").split(","):
            if alias.strip():
                by_key.setdefault(alias.strip().lower(), entry)
    done: dict[int, dict[str, str]] = {}
    for entry in children:
        entry.inherited = _inherited(entry, by_key, done, ())
    if has_xdata:
        granular.resolve(entries, by_key)


def _inherited(
    entry: Entry, by_key: dict[str, Entry], done: dict[int, dict[str, str]], path: tuple[int, ...]
) -> dict[str, str]:
    known = done.get(id(entry))
    if known is not None:
        return known
    taken: dict[str, str] = {}
    if len(path) < _DEEPEST and id(entry) not in path:
        path = (*path, id(entry))
        for name in ("xdata", "crossref"):
            for key in _keys(entry, name):
                parent = by_key.get(key)
                if parent is not None and parent is not entry:
                    parent.is_container = True
                    _take(entry, parent, name, _inherited(parent, by_key, done, path), taken)
    if len(path) < 2:
        done[id(entry)] = taken
    return taken


def _keys(entry: Entry, name: str) -> list[str]:
    value = entry.values.get(name, "").lower()
    keys = value.split(",")[:50] if name == "xdata" else [value]
    return [key.strip() for key in keys if key.strip()]


def _take(entry: Entry, parent: Entry, how: str, above: dict[str, str], taken: dict[str, str]) -> None:
    values = {**above, **{name: value for name, value in parent.values.items() if value}}
    if how == "xdata":
        offered = values
        offered.pop("xdata", None)
        offered.pop("ids", None)
    elif parent.type in _CONTAINERS or parent.type == entry.type:
        offered = {name: value for name, value in values.items() if name not in _OWN}
        offered.update(_titles(entry, parent, values))
    else:
        return
    for name, value in offered.items():
        if not entry.values.get(name):
            taken.setdefault(name, value)


def _titles(entry: Entry, parent: Entry, values: dict[str, str]) -> dict[str, str]:
    """The parent's title is the child's book title; for a volume of a multi-volume work, its main title."""
    prefix = "main" if parent.type.startswith("mv") and entry.type in _CONTAINERS else "book"
    titles = {child.replace("book", prefix, 1): values[name] for name, child in _TITLES if values.get(name)}
    if parent.type == "periodical":
        titles = {"journaltitle": values["title"]} if values.get("title") else {}
    if not entry.values.get("title") and values.get("title"):
        titles["title"] = values["title"]
    return titles
