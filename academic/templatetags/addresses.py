"""Addresses as the page shows them."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def is_external(address: str) -> bool:
    """Whether it leads to another site."""
    return address.startswith(("http://", "https://")) and not f"{address}/".startswith(f"{settings.SITE_URL}/")


@register.simple_tag
def email(address: str) -> SafeString:
    """An email address that people and screen readers read, and collectors, who look for an @ or mailto:, do not.

    site.js makes a link of it.
    """
    name, _separator, host = address.rpartition("@")
    html = '<span class="email" data-email><span>{}</span> <i>{}</i> <span>{}</span></span>'
    return format_html(html, name, pgettext("email", "at"), host)
