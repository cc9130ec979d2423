"""Which web addresses the site links to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
UNSEEN = re.compile(r"[\x00-\x20\x7f]")


def is_safe(address: str) -> bool:
    """Whether it is an http, https, mailto or tel address, or a path or anchor on this site ("/…", "#…").

    Browsers strip control characters inside a scheme and read a backslash as a slash, so both are refused.
    """
    if UNSEEN.search(address) or "\\" in address:
        return False
    if address.startswith("#"):
        return True
    if address.startswith("/"):
        return not address.startswith("//")
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme.lower() not in SAFE_SCHEMES:
        return False
    return bool(parts.netloc) if parts.scheme.lower() in {"http", "https"} else bool(parts.path)


def validate_web_address(value: str) -> None:
    if not is_safe(value):
        raise ValidationError(
            _("“%(value)s” is not a web address: start it with https://, http://, mailto:, tel: or / for this site."),
            code="address",
            params={"value": value},
        )
