"""Icons as inline SVG, from templates/icons/."""

from __future__ import annotations

from functools import cache

from django import template
from django.template.loader import select_template
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """The icon of a kind of link or of a control, hidden from assistive technology; a chain where there is none."""
    return _svg(name)


@cache
def _svg(name: str) -> SafeString:
    return select_template([f"icons/{name}.svg", "icons/link.svg"]).render()
