"""What is wrong with this installation, in plain words, each finding with how to mend it (`manage.py doctor`)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from . import inside, surroundings
from .finding import Check, Finding

OUTSIDE: list[tuple[object, Check]] = [
    (_("Settings"), surroundings.settings_findings),
    (_("Address"), surroundings.address),
    (_("Static files"), surroundings.static_files),
    (_("Uploads"), surroundings.media),
    (_("Disk"), surroundings.disk),
]
INSIDE: list[tuple[object, Check]] = [
    (_("Passwords"), inside.people),
    (_("First password"), inside.first_password),
    (_("Demo"), inside.demo),
]


def findings() -> Iterator[tuple[str, list[Finding]]]:
    """(what was looked at, what was found), in order. With a faulty database, what needs one is left out."""
    for name, check in OUTSIDE:
        yield str(name), list(check())
    about_database = list(inside.database())
    yield str(_("Database")), about_database
    if not any(finding.is_fault for finding in about_database):
        for name, check in INSIDE:
            yield str(name), list(check())


__all__ = ["Finding", "findings"]
