"""HTML and MathML that publishers leave in titles and abstracts."""

import re

from .formulas import subscript, superscript

_TAG = re.compile(
    r"(?<!<)<(/?)(?:(?:jats|mml):[\w:-]+|i|b|em|strong|su[bp]|u|s|tt|a|p|br|hr|span|div|scp?|small|big|ul|ol|li|title|inf|font"
    r"|italic|bold|math|m[a-z]{1,10}|inline-formula|tex-math|alternatives|h[1-6]|code|cite|q)(\s+[\w:-]+\s*=[^<>]*|\s*)/?>(?!>)",
    re.IGNORECASE,
)
_SHIFTED = re.compile(r"<(su[bp]|inf)>([^<>]{1,40})</\1>", re.IGNORECASE)
_BREAK = re.compile(r"\s*<(?:br|/p|/div|/li)\s*/?>\s*", re.IGNORECASE)


def without_tags(text: str) -> str:
    """HTML and MathML markup off, its text kept; sub- and superscripts as Unicode where it has them."""
    text = _SHIFTED.sub(_shifted_tag, text)
    text = _BREAK.sub(" ", text)
    return _TAG.sub("", text)


def _shifted_tag(match: re.Match[str]) -> str:
    text = match[2].strip()
    return (superscript(text) if match[1].lower() == "sup" else subscript(text)) or text
