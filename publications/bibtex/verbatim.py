"""Addresses, identifiers and file names: values that are no text."""

import html
import re

_ESCAPE = re.compile(r"\\([_%&#~$ {}:;,-])|\{\\(?:textasciitilde|~)\s*(?:\{\})?\}"
                     r"|\\textasciitilde(?:\{\}|\s|(?![A-Za-z]))|\$\\sim\$|\\~\{\}|\{([_%&#~$])\}|\\(?:slash|path|nolinkurl|url)\b\s*|\\textunderscore(?:\{\}|\b)"
                     r"|\$\\backslash\$|\\textbackslash(?:\{\}|\b)|\\-")  # fmt: skip
_LIQUID = re.compile(r"\{\{\s*site\.(?:base)?url\s*(?:\|[^{}]*)?\}\}")  # Jekyll's templates: the site itself
_TILDE = ("textasciitilde", "\\sim", "\\~", "{\\~")


def unescape(value: str) -> str:
    """A verbatim value (URL, DOI, file) as it is meant: escapes, wrappers and braces off, nothing decoded as text."""
    if "{{" in value:
        value = _LIQUID.sub("", value)
    if "\\" in value or "{" in value or "}" in value or "$" in value:
        value = _ESCAPE.sub(_unescaped, value)
        value = value.replace("{", "").replace("}", "")
    if "&" in value and ";" in value:
        value = html.unescape(value)
    value = value.strip()
    return value[1:-1] if value[:1] == "<" and value[-1:] == ">" else value


def _unescaped(match: re.Match[str]) -> str:
    if match[1] or match[2]:
        return str(match[1] or match[2])
    if any(tilde in match[0] for tilde in _TILDE):
        return "~"
    if "backslash" in match[0]:
        return "\\"
    return "_" if "underscore" in match[0] else ""
