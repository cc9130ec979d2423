"""DOIs, arXiv ids and ISBNs in one form, however they are written."""

import re
from urllib.parse import unquote

from .folding import fold
from .verbatim import unescape

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]*(?:<[^\s<>]*>[^\s\"<>]*)*")
_NEW_ARXIV = re.compile(r"(?<![\d.])(?<!\d/)(\d{4}\.\d{4,5})(v\d+)?(?![\d])")
_OLD_ARXIV = re.compile(
    r"\b((?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|physics|quant-ph|math|cs|q-bio|q-fin|stat"
    r"|econ|eess|adap-org|alg-geom|chao-dyn|cmp-lg|comp-gas|dg-ga|funct-an|patt-sol|q-alg|solv-int|acc-phys|ao-sci|atom-ph"
    r"|bayes-an|chem-ph|mtrl-th|plasm-ph|supr-con)(?:\.[A-Z]{2})?/\d{7})(v\d+)?\b"
)
_ARXIV_APART = re.compile(r"\b(\d{7})(?:v\d+)?\s*\[(?:arXiv:)?([a-z-]+)\]")  # "0603845 [cond-mat]"
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_ARXIV_PLACE = re.compile(
    r"arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/([^?#\s]+?)(?:\.pdf)?/?(?:[?#].*)?$", re.IGNORECASE
)
_DOI_HOST = re.compile(r"^(?:https?:)?/*(?:www\.)?(?:dx\.)?doi\.org/+(?:doi:)?", re.IGNORECASE)
_PUBLISHER = re.compile(r"https?://[\w.-]+/doi/(?:[a-z]+/)?(10\.\d{4,9}/[^?#\s]+)", re.IGNORECASE)
_VIEW = re.compile(r"/(?:abstract|full|pdf|epdf|pdfdirect|fulltext|meta|summary)$|\.(?:pdf|html?)$", re.IGNORECASE)
_NOT_ISBN = re.compile(r"[^0-9Xx]")
_HAL = re.compile(
    r"\b((?:hal|tel|halshs|inria|inserm|cea|dumas|ensl|hprints|in2p3|ird|jpa|lirmm|medihal|pastel|cel|ujm|emse|artxibo"
    r"|ineris|edutice|mem|sic|cirad|pasteur|meteo|insu|hceres|obspm)-\d{6,8})(v\d+)?\b"
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def doi(text: str) -> str:
    """The DOI in `text`, as typed but bare; "" where there is none. Compare with `.lower()`."""
    if "10." not in text and "%" not in text:
        return ""
    text = unescape(text)
    if "%2F" in text or "%2f" in text or "%3" in text:
        text = unquote(text)
    match = _DOI.search(text)
    if not match:
        return ""
    found = match[0]
    while found[-1] in ".,;:'\"" or (
        found[-1] in _CLOSERS and found.count(found[-1]) > found.count(_CLOSERS[found[-1]])
    ):
        found = found[:-1]
    return found if not found.endswith("/") else ""


def doi_of_url(url: str) -> str:
    """The DOI an address at doi.org stands for, lower-case for comparing."""
    return doi_in_url(url).lower()


def arxiv(text: str) -> str:
    """The arXiv id in `text` without version: "arXiv:1706.03762v5" → 1706.03762; "" where there is none."""
    match = _NEW_ARXIV.search(text) or _OLD_ARXIV.search(text)
    if match:
        return match[1]
    if "arxiv.org" in text.lower():
        return arxiv_of_url(text)
    apart = _ARXIV_APART.search(text)
    return arxiv(f"{apart[2]}/{apart[1]}") if apart else ""


def arxiv_of_url(url: str) -> str:
    """The arXiv id an address stands for: abstract, PDF and DOI are the same place."""
    place = _ARXIV_PLACE.search(url) or _ARXIV_DOI.search(url)
    match = _NEW_ARXIV.search(place[1]) or _OLD_ARXIV.search(place[1]) if place else None
    return match[1] if match else ""


def arxiv_of_doi(text: str) -> str:
    match = _ARXIV_DOI.fullmatch(text)
    return arxiv(match[1]) if match else ""


def hal(text: str) -> str:
    match = _HAL.search(text)
    return match[1] if match else ""


def isbn(text: str) -> str:
    """Digits only, for comparing; of several the first that has ten or thirteen."""
    for part in re.split(r"[,;/]|\s{2,}|\band\b", text):
        digits = _NOT_ISBN.sub("", part).upper()
        if len(digits) in (10, 13):
            return digits
    return ""


def title_key(title: str) -> str:
    """A title's letters and digits, folded: what two titles of one work share."""
    return fold(title)


def doi_in_url(url: str) -> str:
    """The DOI, as typed, of an address at doi.org."""
    return doi(url) if _DOI_HOST.match(url) else ""


def doi_at_publisher(url: str) -> str:
    """The DOI in a publisher's address: `https://dl.acm.org/doi/abs/10.1145/3524025?x` → 10.1145/3524025."""
    match = _PUBLISHER.match(url)
    return doi(_VIEW.sub("", match[1])) if match else ""
