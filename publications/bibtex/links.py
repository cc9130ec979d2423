"""Links of a publication, from the many fields homepages keep them in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .addresses import public_address
from .identifiers import arxiv_of_url, doi_of_url
from .latex import decode
from .link_fields import LINK_LISTS, kind_of_label, label_of_field, link_field
from .verbatim import unescape

_HOSTS = (
    (re.compile(r"^https?://(?:[\w-]+\.)*arxiv\.org/", re.IGNORECASE), "arXiv", "arxiv"),
    (re.compile(r"^https?://(?:dx\.)?(?:www\.)?doi\.org/", re.IGNORECASE), "DOI", "doi"),
    (re.compile(r"^https?://(?:[\w-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.inria\.fr|hal\.fr)/", re.I),
    "HAL", "hal"),
    (re.compile(r"\.pdf(?:[?#]|$)", re.IGNORECASE), "PDF", "pdf"),
    (re.compile(r"^https?://(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/", re.IGNORECASE), "Code", "code"),
    (re.compile(r"^https?://(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com)/", re.IGNORECASE), "Video", "video"),
)  # fmt: skip
_ITEM = re.compile(r"\[([^\[\]]*+)\]\s*+:\s*+")
_NEXT_ITEM = re.compile(r"(?:[;,]|(?<!\s))\s*+(?=\[[^\[\]]*+\]\s*+:)")
_JABREF_ITEM = re.compile(r"((?:\\.|[^\\:;])*):(.*)", re.DOTALL)
_FILE_TYPE = re.compile(r":(?:[A-Za-z][\w +./-]{0,40})?$")
# What JabRef writes behind a file's path. Behind a web address only these count: "…/wiki/Help:Contents" is an address.
_KNOWN_TYPE = re.compile(
    r":(?:(?:application|text|image|video|audio)/[\w.+-]{1,80}|url|pdf|x?html?|ps|postscript|djvu|epub|mhtml"
    r"|word(?: 2007\+)?|powerpoint(?: 2007\+)?|excel(?: 2007\+)?|opendocument \w+|rich text format|zip archive"
    r"|(?:png|gif|jpe?g|tiff) image)?$",
    re.IGNORECASE,
)
_ENDS_IN_FILE = re.compile(r"\.[A-Za-z]\w{0,4}$")
_WEB = re.compile(r"(?:https?:|www\.|doi:|(?:[\w-]+\.)+[a-z]{2,}[:/])", re.IGNORECASE)
_URL_START = re.compile(r"[\s;,|]+(?=https?://|www\.)|\s+(?:and|or)\s+(?=https?://)")
_LABELLED = re.compile(r"\[[^\[\]]+\]\s*:\s*\S")
_MARKDOWN = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_SAME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_LONGEST = 2000
_MOST = 60


@dataclass(slots=True)
class LinkItem:
    label: str
    url: str
    kind: str


@dataclass(slots=True)
class Links:
    """Links in the order they were met, each place once."""

    items: list[LinkItem] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)  # fields whose value is no address, but text to be kept


def read_links(fields: Iterable[tuple[str, str]], doi: str = "", arxiv_id: str = "") -> Links:
    """Links from (name, value) pairs of one entry, values as in the file.

    Labelled ones come first; the bare `url` after them, and only where it leads somewhere new: not to the entry's
    own DOI or arXiv id, which the site links by itself.
    """
    result = Links()
    bare: list[tuple[str, str]] = []
    for name, value in fields:
        known = link_field(name.lower())
        if known is None or not value:
            continue
        if known[1] == "url":
            bare.append((name, value))
        elif name.lower() in LINK_LISTS or _LABELLED.match(value):
            _read_list(value, result)
        elif known == ("", ""):
            _read_titled(name, value, result)
        else:
            _read_field(name, value, label_of_field(name, known[0]), known[1], result)
    own = {f"doi:{doi.lower()}"} if doi else set()
    own |= {f"arxiv:{arxiv_id}"} if arxiv_id else set()
    result.items = _once(result.items)
    for name, value in bare:
        for url in _several(value):
            _read_bare(name, url, own, result)
    del result.items[_MOST:]
    return result


def _read_field(name: str, value: str, label: str, kind: str, result: Links) -> None:
    if "##" in value:
        value, _, title = value.partition("##")
        label = decode(title).strip() or label
    markdown = _MARKDOWN.search(value)
    if markdown:
        value = markdown[2]
    for url in _several(value):
        _add(name, label, url, kind, result)


def _read_titled(name: str, value: str, result: Links) -> None:
    """`_link1 = url##title`."""
    url, _, title = value.partition("##")
    label = decode(title).strip()
    url = unescape(url)
    if label:
        _add(name, label, url, kind_of_label(label), result)
    else:
        _add(name, "", url, "", result)


def _read_bare(name: str, url: str, own: set[str], result: Links) -> None:
    if _place(url) in own:
        return
    known = {_place(item.url) for item in result.items}
    before = len(result.items)
    _add(name, "", url, "", result)
    if len(result.items) > before and _place(result.items[-1].url) in known:
        result.items.pop()


def _read_list(value: str, result: Links) -> None:
    """`[PDF]:/publications/x.pdf; [Code]:https://…`, or JabRef's `desc:path:type`; colons of `https:` unescaped."""
    position = 0
    start = _ITEM.search(value)
    if not start:
        for item in re.split(r"(?<!\\);", value):
            _read_file_item(item.strip(), result)
        return
    while start:
        position = start.end()
        following = _NEXT_ITEM.search(value, position)
        end = following.start() if following else len(value)
        label = decode(start[1]).strip()
        url = unescape(value[position:end].strip(" ;,"))
        _add("pllinks", label, _without_type(url), kind_of_label(label), result)
        start = _ITEM.match(value, following.end()) if following else None


def _read_file_item(item: str, result: Links) -> None:
    if not item:
        return
    if re.match(r"https?\\?:", item):
        _add("pllinks", "", _without_type(unescape(item)), "", result)
        return
    match = _JABREF_ITEM.match(item)
    label, path = (decode(match[1]).strip(), match[2]) if match else ("", item)
    url = _without_type(unescape(path))
    _add("pllinks", label, url, kind_of_label(label) if label else "", result)


def _without_type(url: str) -> str:
    """`/x.pdf:PDF` → `/x.pdf`; a port stays, and so does every colon that belongs to an address."""
    match = _KNOWN_TYPE.search(url) or _FILE_TYPE.search(url)
    if not match:
        return url
    path = url[: match.start()]
    is_type = bool(_KNOWN_TYPE.match(match[0])) or (not _WEB.match(url) and bool(_ENDS_IN_FILE.search(path)))
    return path if is_type and path.lower() not in ("http", "https") else url


def _several(value: str) -> list[str]:
    """Addresses in one value, where it holds more than one."""
    value = unescape(value)
    if len(value) > _LONGEST * 4:
        return []
    if value.count("http") < 2:
        return [value]
    parts = [part.strip(" ;,|") for part in _URL_START.split(value)]
    return [part for part in parts if part][:10]


def _add(name: str, label: str, url: str, kind: str, result: Links) -> None:
    address, problem = public_address(url, kind)
    if problem:
        result.problems.append(f"{name}: {problem}")
    elif not address:
        result.plain.append(name)
    else:
        result.items.append(
            LinkItem(label[:100] or _label_of_url(address)[0], address, kind or _label_of_url(address)[1])
        )


def _label_of_url(url: str) -> tuple[str, str]:
    for pattern, label, kind in _HOSTS:
        if pattern.search(url):
            return label, kind
    return "Web page", "link"


def _place(url: str) -> str:
    """Where an address leads: arXiv's pages of one paper are one place, so are the forms of a DOI's address."""
    if "arxiv" in url.lower():
        number = arxiv_of_url(url)
        if number:
            return f"arxiv:{number}"
    if "10." in url:
        found = doi_of_url(url)
        if found:
            return f"doi:{found}"
    return _SAME.sub("", url.strip()).rstrip("/")


def _once(items: list[LinkItem]) -> list[LinkItem]:
    kept: dict[str, LinkItem] = {}
    for item in items:
        kept.setdefault(_SAME.sub("", item.url).rstrip("/"), item)
    return list(kept.values())
