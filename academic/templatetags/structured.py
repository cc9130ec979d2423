"""Structured data of a page, as JSON-LD. A block of data is no script: the content security policy lets it be."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe

from academic.head import Thing

register = template.Library()
# No value can end the block or begin a comment, whatever it holds.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.simple_tag
def structured_data(things: Sequence[Thing]) -> SafeString | str:
    if not things:
        return ""
    data = {"@context": "https://schema.org", "@graph": list(things)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>\n')  # noqa: S308 escaped above
