"""How search engines are shown whose site it is: words they gave, in a file at the root or in a <meta> at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(html|txt|xml)")
CONTENT_TYPES = {"html": "text/html", "txt": "text/plain", "xml": "application/xml"}
# Words only. Bing's file is the one known that has to be markup, always of this shape.
_BING = re.compile(r'\s*(?:<\?xml version="1\.0"\?>)?\s*<users>\s*<user>[0-9A-Za-z]{1,100}</user>\s*</users>\s*')
_WORDS = re.compile(r"[^<>&\x00-\x08\x0b-\x1f\x7f]*")

_TAG = re.compile(r"""<meta\s+name=["']([^"']+)["']\s+content=["']([^"']+)["']\s*/?>""", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9:._-]*(?:verif|validate)[a-z0-9:._-]*|seznam-wmt", re.IGNORECASE)
_CONTENT = re.compile(r"[A-Za-z0-9._=+/-]{1,200}")


def validate_file_name(name: str) -> None:
    if not FILE_NAME.fullmatch(name):
        raise ValidationError(
            _("“%(name)s” is not such a file: write its name as you were given it, like google1a2b3c.html."),
            params={"name": name},
        )


def validate_file_content(content: str) -> None:
    if not (_WORDS.fullmatch(content) or _BING.fullmatch(content)):
        raise ValidationError(_("Only words may stand in it, no HTML; where you were given HTML, use the <meta> tag."))


def tags(text: str) -> list[tuple[str, str]]:
    """(name, content) of each line, which is "name content" or the whole <meta> tag as it was given."""
    return list(filter(None, map(_tag, _lines(text))))


def validate_tags(text: str) -> None:
    for line in _lines(text):
        if _tag(line) is None:
            raise ValidationError(
                _("“%(line)s” is no verification: write it like google-site-verification abc123, one per line."),
                params={"line": line[:80]},
            )


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.splitlines()))


def _tag(line: str) -> tuple[str, str] | None:
    whole = _TAG.fullmatch(line)
    name, content = whole.groups() if whole else (*line.split(None, 1), "")[:2]
    return (name, content) if _NAME.fullmatch(name) and _CONTENT.fullmatch(content.strip()) else None
