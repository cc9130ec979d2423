"""The demo's home page from the page cache under gunicorn, beside a bare WSGI function of the same bytes."""

from __future__ import annotations

import urllib.request
from pathlib import Path

from . import sites, sizes, table
from .servers import cost, served
from .timing import paired

ASKED = 0.85  # requests per CPU second of the workers, as a part of the bare function's
OF_GUNICORN = {"Server", "Connection", "Date", "Transfer-Encoding"}


def measure(folder: Path) -> None:
    database = sites.use(folder)
    sites.demo()
    with served() as site:
        headers, body = answer_of(f"{site.address}/")
    bare = f"def application(environ, start):\n    start('200 OK', {headers!r})\n    return [{body!r}]\n"
    (folder / "bare.py").write_text(bare, encoding="utf-8")
    costs = paired(lambda: _cost("bare:application", folder), lambda: _cost("academic.wsgi:application", folder), sizes.PAIRS)
    ratio = 1 / costs.ratio
    table.line(
        f"home page of the demo from the page cache, gunicorn, {database}: requests per CPU second of the workers"
        f" (median of {sizes.PAIRS} pairs of {sizes.SECONDS} s)",
        f"{costs.ours * 1e6:.0f} µs a request",
        reference=f"bare WSGI function of the same bytes, {costs.reference * 1e6:.0f} µs",
        ratio=ratio,
        verdict=table.at_least(ratio, ASKED) if database == "SQLite" else None,
    )


def answer_of(address: str) -> tuple[list[tuple[str, str]], bytes]:
    """Headers without gunicorn's own, and the body as it was sent."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 our own
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        return [pair for pair in answer.headers.items() if pair[0] not in OF_GUNICORN], answer.read()


def _cost(application: str, folder: Path) -> float:
    """Under a gunicorn started anew: where its memory happens to lie is part of the noise."""
    with served(application, folder) as server:
        return cost(f"{server.address}/", server.cpu, sizes.SECONDS)
