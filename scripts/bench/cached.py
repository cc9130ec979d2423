"""The demo's home page from the page cache under gunicorn, beside a bare WSGI function of the same bytes."""

from __future__ import annotations

import urllib.request
from functools import partial
from pathlib import Path

from . import sites, sizes, table
from .servers import Server, cost, served
from .timing import Pairs, in_turn, middle

ASKED = 0.85  # requests per CPU second of the workers, as a part of the bare function's
STARTS = 2  # of both servers: where their memory happens to lie is part of the noise
OF_GUNICORN = {"Server", "Connection", "Date", "Transfer-Encoding"}


def measure(folder: Path) -> None:
    database = sites.use(folder)
    sites.demo()
    with served() as site:
        headers, body = answer_of(f"{site.address}/")
    program = f"def application(environ, start):\n    start('200 OK', {headers!r})\n    return [{body!r}]\n"
    (folder / "bare.py").write_text(program, encoding="utf-8")
    pairs: Pairs = []
    for _ in range(STARTS):
        with served("bare:application", folder) as bare, served() as site:
            pairs += in_turn(partial(_cost, bare), partial(_cost, site), sizes.PAIRS)
    costs = middle(pairs)
    ratio = 1 / costs.ratio
    table.line(
        f"home page of the demo from the page cache, gunicorn, {database}: requests per CPU second of the workers"
        f" (median of {len(pairs)} pairs of {sizes.SECONDS} s)",
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


def _cost(server: Server) -> float:
    return cost(f"{server.address}/", server.cpu, sizes.SECONDS)
