"""Which paths a page or a document may have: anything the site itself does not answer at."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

PATH = re.compile(r"/(?:[\w.~+-]+/)*[\w.~+-]*")


def validate_path(path: str) -> None:
    """Raise ValidationError unless `path` is like /a/ or /a/b.html and only the catch-all answers there."""
    if not PATH.fullmatch(path) or "/." in path or path == "/":
        raise ValidationError(
            _("“%(path)s” is not a path: write it like /my-project/ or /old/page.html."), params={"path": path}
        )
    if "." not in path.rsplit("/", 1)[-1] and not path.endswith("/"):
        raise ValidationError(_("End it with a slash: %(path)s/"), params={"path": path})
    try:
        match = resolve(path)
    except Resolver404:
        return
    if match.url_name != "page":
        raise ValidationError(_("The site itself answers at %(path)s; choose another."), params={"path": path})
