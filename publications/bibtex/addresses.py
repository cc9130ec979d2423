"""Which addresses may stand in a page, and in what form."""

import re

# A whole value that is an address, with the words and commands people put around one.
ONLY_ADDRESS = re.compile(
    r"\s*+(?:(?:Available (?:at|from|online)|Online|URL|Website|Web)\s*+:?\s*+)?+\{?+\s*+"
    r"(?:\\(?:url|href|path)\s*+\{|<)?+\s*+"
    r"((?:https?://|www\.)[^\s{}<>]+)[\s}>.]*+",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r":?(?:[A-Za-z]\\?:(?:[\\/]|$)|[Ff][Ii][Ll][Ee]:|~[\\/]|\\\\\w|/(?:home|Users|mnt|Volumes|cygdrive|tmp)/|\.\./|\$HOME)"
)
_EMPTY = frozenset(("true", "false", "yes", "no", "none", "n/a", "-", "tba", "tbd", "#", "x", "null"))
_AFTER_ADDRESS = re.compile(r"\s+(?=[(\[,]|accessed|visited|retrieved|last |abgerufen|consult)", re.IGNORECASE)
_PATH = re.compile(r"[\w.~%+@()&=,!'-]+[\w.~%+@()&=,!' -]*(?:/[\w.~%+@()&=,!' -]*)*(?:[?#]\S*)?")
_FILE = re.compile(r"\.[A-Za-z]\w{0,4}(?:[?#]\S*)?$")
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")
_HOST_LIKE = re.compile(
    r"(?:www\.[\w-]+\.|(?:[\w-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|eu|fr|de|uk|ca|ch|it|es|nl|be|at|se|no|dk|fi|pl|jp|cn"
    r"|au|br|science)(?:[:/?#]|$))\S*",
    re.IGNORECASE,
)
_LONGEST = 2000
_DANGEROUS = frozenset(("javascript", "vbscript", "data", "file", "blob", "about"))
_FOLDERS = {
    "pdf": "/assets/pdf/",
    "slides": "/assets/pdf/",
    "poster": "/assets/pdf/",
    "supplement": "/assets/pdf/",
    "html": "/assets/html/",
}


def public_address(url: str, kind: str = "") -> tuple[str, str]:
    """What may stand in a page for `url`, or "" and why not; both empty where it is no address at all.

    https, http and site-relative addresses are let through; a bare file name lies where al-folio keeps such files;
    local paths and every other scheme are not.
    """
    shown = url.strip()[:60]
    url = _AFTER_ADDRESS.split(url.strip(), maxsplit=1)[0]
    squeezed = _CONTROL.sub("", url)
    if not squeezed or squeezed.lower() in _EMPTY:
        return "", ""
    if len(squeezed) > _LONGEST:
        return "", "the address is too long and was dropped"
    if _LOCAL.match(squeezed):
        return "", "a path on somebody's computer was kept private"
    if squeezed.startswith(("//", "/\\", "\\")):
        return "", f"'{shown}' is no safe link and was dropped"
    scheme = _SCHEME.match(squeezed)
    if scheme and not _HOST_LIKE.match(squeezed) and not re.match(r"doi:\s*10\.", url, re.IGNORECASE):
        return _with_scheme(_CONTROL.sub("%20", url), scheme[1].lower(), shown)
    if re.match(r"(?:doi:\s*)?10\.\d{4,9}/", url, re.IGNORECASE):
        return f"https://doi.org/{re.sub('^doi:', '', squeezed, flags=re.IGNORECASE)}", ""
    if _HOST_LIKE.fullmatch(url):
        return f"https://{url}", ""
    return _site_relative(url, kind), ""


def _with_scheme(url: str, scheme: str, shown: str) -> tuple[str, str]:
    if scheme in ("http", "https") and re.match(r"https?://[^/\s?#]", url, re.IGNORECASE):
        return url, ""
    if scheme in ("ftp", "mailto") or (" " in shown and scheme not in _DANGEROUS):
        return "", ""  # no link a page should show, or "Note: some text": kept as text
    return "", f"'{shown}' is no safe link and was dropped"


def _site_relative(url: str, kind: str) -> str:
    path = url.removeprefix("./")
    if path.startswith("/"):
        return _CONTROL.sub("%20", path)
    if not _PATH.fullmatch(path) or not ("/" in path or _FILE.search(path)) or (" " in path and not _FILE.search(path)):
        return ""
    folder = _FOLDERS.get(kind, "/") if "/" not in path else "/"
    return folder + _CONTROL.sub("%20", path)
