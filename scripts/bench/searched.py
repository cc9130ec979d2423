"""Searching for words among many publications."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from . import sites, sizes, table
from .speed import Speed
from .timing import cpu, passing

ASKED = 100  # milliseconds
PATHS = ("/publications/?q=histology+survey", "/search/?q=histology")
TIMES = 5


def measure(folder: Path) -> None:
    sites.use(folder)
    sites.demo()
    sites.add(range(sizes.SIZES[1]), range(sizes.SIZES[1] // 2))
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as PostgreSQL does by itself, within a minute
    tell(Speed(folder))


def tell(speed: Speed) -> None:
    """On the site that is there. On PostgreSQL the time that passes: another process does the work."""
    from django.db import connection
    from django.test import Client

    client, is_here = Client(), connection.vendor == "sqlite"
    clock = cpu if is_here else passing
    for path in PATHS:
        ask = partial(client.get, path)
        if ask().status_code != 200:
            raise RuntimeError(path)
        best = min(clock(ask)[0] for _ in range(TIMES)) * 1000
        speed.tell(
            f"`{path}` with {sizes.SIZES[1]:,} publications, {connection.display_name}:"
            f" {'CPU' if is_here else 'time passing'}, best of {TIMES}",
            best,
            lambda found: table.below(found, ASKED, " ms"),
        )
