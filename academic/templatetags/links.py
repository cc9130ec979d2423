"""Labelled links, each with the icon of its kind."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from academic.models import Link

from .addresses import is_external
from .icons import icon

register = template.Library()

NOTHING = SafeString("")


@register.simple_tag
def labelled_links(links: Iterable[Link], about: str = "", kind: str = "") -> SafeString:
    """A list of links; `about` what they belong to, which their accessible names say too, `kind` a class of the list.

    One call for all: with a template for each list of links they took a tenth of the time of a long page.
    """
    items = format_html_join("", "{}", ((_item(link, about),) for link in links))
    if not items:
        return NOTHING
    return format_html('<ul class="links{}">{}</ul>', f" {kind}" if kind else "", items)


def _item(link: Link, about: str) -> SafeString:
    address, text = link.href, link.text
    return format_html(
        '<li><a href="{}"{}{}>{}{}</a></li>',
        address,
        SafeString(' rel="noopener"') if is_external(address) else "",
        format_html(' aria-label="{}: {}"', text, about) if about else "",
        icon(link.kind),
        text,
    )
