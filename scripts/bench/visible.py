"""From the commit of an edit to the first answer that has it; and answers older than the last edit."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from scripts.hammer import hammered

from . import sites, sizes, table
from .proxied import deployed
from .servers import served

WITHIN = 1.0  # seconds, behind nginx


def under_gunicorn(folder: Path) -> None:
    """Committed by this process as by the admin; each edit is asked for by a new connection, of whichever worker."""
    database = sites.use(folder)
    sites.demo()
    with served() as server:
        moments, first = [], 0
        for number in range(sizes.EDITS):
            text = f"Edit {number} of many."
            save(text)
            asked, passed = until_seen(lambda: get(server.port), text, time.perf_counter)
            moments.append(passed * 1000)
            first += asked == 1
    table.line(
        f"save to visible, gunicorn, 2 workers, {database}: from the commit to the end of the answer, median of"
        f" {sizes.EDITS} edits",
        f"{median(moments):.0f} ms (longest {max(moments):.0f})",
    )
    verdict = table.Verdict(f"{sizes.EDITS} of {sizes.EDITS}", first == sizes.EDITS)
    table.line(f"the next request after a commit has it, {database}", f"{first} of {sizes.EDITS}", verdict=verdict)


def save(tagline: str) -> None:
    from django.db import transaction

    from academic.models import Profile

    with transaction.atomic():
        profile = Profile.objects.get(pk=1)
        profile.tagline = tagline
        profile.save()


def get(port: int) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/", headers={"Accept-Encoding": "identity"})
    body = connection.getresponse().read()
    connection.close()
    return body


def until_seen(ask: Callable[[], bytes], text: str, clock: Callable[[], float]) -> tuple[int, float]:
    """How often it was asked, and the seconds until the answer that has it was there."""
    started, wanted = clock(), text.encode()
    for asked in range(1, 100_000):
        if wanted in ask():
            return asked, clock() - started
        time.sleep(0.005)
    raise RuntimeError(f"never seen: {text}")


def behind_nginx(folder: Path) -> None:
    """While the page is asked for all the time: an edit falls anywhere in nginx's second."""
    what = f"save to visible behind the shipped nginx: until a request gets it, longest of {sizes.EDITS} edits"
    site = deployed(folder, what)
    if site is None:
        return
    with site.running(), site.editor() as editor:
        visitor, moments = site.visitor(), []
        for number in range(sizes.EDITS):
            quiet = time.monotonic() + 0.3 + 0.07 * (number % 10)
            while time.monotonic() < quiet:
                visitor.get("/")
            text = f"Edit {number} of many."
            stored = asked = editor.write(text)
            while text.encode() not in visitor.get("/").body:
                asked = time.time()
            moments.append(asked - stored)
    table.line(
        what,
        f"{max(moments) * 1000:.0f} ms (median {median(moments) * 1000:.0f})",
        verdict=table.Verdict("within 1 s", max(moments) <= WITHIN),
    )


def stale_answers(folder: Path) -> None:
    database, hammer = hammered(folder, sizes.ROUNDS)
    bad = hammer.stale + hammer.failed + (len(hammer.workers) < 2)
    table.line(
        f"answers older than the last edit, {database}: {hammer.rounds} rounds under load",
        f"{hammer.stale} of {hammer.answers:,} ({hammer.failed} failed, {len(hammer.workers)} workers)",
        verdict=table.none_of(bad),
    )
