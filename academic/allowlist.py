"""What HTML the renderer may write: everything else is taken out, whatever a parser or a plugin let through."""

from __future__ import annotations

import re

import nh3
from pygments.token import STANDARD_TYPES

from .addresses import SAFE_SCHEMES, is_safe


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


PYGMENTS_CLASSES = frozenset(name for name in STANDARD_TYPES.values() if name)
ALIGNMENTS = frozenset({"align-left", "align-center", "align-right"})
CLASSES: dict[str, frozenset[str]] = {
    "pre": frozenset({"highlight"}),
    "span": PYGMENTS_CLASSES,
    "code": frozenset({"math"}),
    "div": frozenset({"figures", "math", "table"}),
    "video": ALIGNMENTS,
    "section": frozenset({"footnotes"}),
    "sup": frozenset({"footnote-ref"}),
    "a": frozenset({"footnote-back", "full"}),
    "img": ALIGNMENTS,
    "figure": ALIGNMENTS,
    "th": ALIGNMENTS,
    "td": ALIGNMENTS,
}
HTML_TAGS = _names(
    "a blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li ol p pre s section span"
    " strong sup table tbody td th thead tr ul video"
)
MATH_TAGS = _names(
    "math maction menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt"
    " mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none"
)
MATH_ATTRIBUTES = _names(
    "accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form height largeop"
    " linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation"
    " rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width"
)
ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(MATH_TAGS, MATH_ATTRIBUTES),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "li"), frozenset({"id"})),
    "a": frozenset({"href", "title", "rel", "id", "role"}),
    "img": frozenset({"src", "srcset", "sizes", "alt", "title", "width", "height", "loading", "decoding"}),
    "video": frozenset({"src", "controls", "preload", "width", "aria-label"}),
    "ol": frozenset({"start"}),
    "pre": frozenset({"tabindex"}),
    "div": frozenset({"tabindex"}),
    "th": frozenset({"scope"}),
}
OWN_ID = re.compile(r"fn(?:ref)?-[0-9a-f]{8}-\d+(?::\d+)?|section-[\w-]+")
FIXED_VALUES = {
    "rel": {"noopener"},
    "tabindex": {"0"},
    "role": {"doc-noteref", "doc-backlink"},
    "controls": {""},
    "preload": {"metadata"},
}


def _allowed_value(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if OWN_ID.fullmatch(value) else None
    if name in {"href", "src"}:
        return value if is_safe(value) else None
    return value if name not in FIXED_VALUES or value in FIXED_VALUES[name] else None


CLEANER = nh3.Cleaner(
    tags=HTML_TAGS | MATH_TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    attribute_filter=_allowed_value,
    url_schemes=SAFE_SCHEMES,
    link_rel=None,
)
