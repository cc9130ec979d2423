"""A LaTeX formula as MathML that browsers draw themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, tostring  # noqa: S405 it only writes; nothing is parsed

from latex2mathml.converter import Converter

LONGEST = 5_000  # characters; a longer one is shown as its source
MACRO = re.compile(r"\\(?:re|provide)?(?:newcommand|newenvironment)|\\def(?![a-zA-Z])|\\DeclareMathOperator")
ARG_OPERATOR = re.compile(r"\\arg\s*\\(max|min)(?![a-zA-Z])")
ARG = re.compile(r"\\arg(?![a-zA-Z])")


@lru_cache(maxsize=2048)
def to_mathml(latex: str, *, is_block: bool) -> str | None:
    """A <math> element, or None for what the converter cannot read; the caller then shows the source.

    Macros are refused: 26 lines of them expand to 67 million symbols.
    """
    if len(latex) > LONGEST or MACRO.search(latex):
        return None
    latex = ARG.sub(r"\\operatorname{arg}", ARG_OPERATOR.sub(r"\\arg\1", latex))
    try:
        math = Converter().convert_to_element(latex)
        return _serialised(math, is_block)
    except Exception:  # noqa: BLE001 it raises some thirty kinds, IndexError and StopIteration too
        return None


def _serialised(math: Element, is_block: bool) -> str:
    """The converter's own serialisation lets "<" in \\text{…} through as markup, so its tree is written here."""
    math.attrib = {"display": "block"} if is_block else {}
    for element in math.iter():
        element.text = unescape(element.text) if element.text else None
    return tostring(math, encoding="unicode", short_empty_elements=False)
