"""Pages rendered afresh, with Django's test client: CPU time and queries on a small site, and when it has grown large.

Items of lists are remembered by a process (publications/items.py). "First" is a page whose items nobody asked for yet;
without the word, as after an edit of something else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from . import searched, sites, sizes, table
from .speed import Speed
from .timing import Paired, cpu, in_turn, middle

HOME, QUERIES = 1.5, 12
GROWTH, LARGEST = 3.0, 150  # ×, milliseconds
PATHS = (
    "/", "/news/", "/news/page/{last_news}/", "/news/year/2026/", "/news/bench-3/", "/publications/",
    "/publications/page/{last}/", "/publications/type/article/", "/publications/topic/{topic}/", "{paper}",
    "/projects/", "/teaching/", "/cv/", "/feed.xml",
)  # fmt: skip
PAIRS, FIRST_TIMES, TIMES = 11, 3, 5


class Cost(NamedTuple):
    """Of a page: CPU milliseconds with nothing remembered, and as after an edit, each the best of several; queries."""

    first: float
    ms: float
    queries: int


def measure(folder: Path) -> None:
    sites.use(folder)
    sites.demo()
    small, large = sizes.SIZES
    sites.add(range(small), range(small // 2))
    tell_home(small)
    before = {path: cost(path, small) for path in PATHS}
    sites.add(range(small, large), range(small // 2, large // 2))
    bare = tell_home(large).reference * 1000
    after = {}
    for path in PATHS:
        after[path] = cost(path, large)
        tell_growth(path, before[path], after[path])
    queries = max(before["/"].queries, after["/"].queries)
    table.line("queries of `/`", str(queries), verdict=table.at_most(queries, QUERIES, ""))
    speed = Speed(folder)
    for name, what in (("ms", "largest page"), ("first", "largest page, first")):
        path, value = max(((path, getattr(one, name)) for path, one in after.items()), key=lambda pair: pair[1])
        speed.tell(
            f"{what}, with {large:,} publications: `{named(path)}`",
            value,
            lambda found: table.at_most(found, LARGEST, " ms"),
            reference=f"the bare view of the home page, {bare:.0f} ms",
            ratio=value / bare,
        )
    searched.tell(speed)


def tell_home(size: int) -> Paired:
    """The home page beside a bare view of the same rows, both without anything remembered."""
    from django.test import Client

    from .bare import BareSite

    bare, client = BareSite(), Client()
    page = client.get("/").content.decode()
    if missing := _leads_to(page[page.index("<main") : page.index("</main>")]) - _leads_to(bare.get()):
        raise RuntimeError(f"The bare view does not show {missing}")

    def first() -> float:
        forget()
        return cpu(lambda: client.get("/"))[0]

    costs = middle(in_turn(lambda: cpu(bare.get)[0], first, PAIRS))
    remembered = middle(in_turn(lambda: cpu(bare.get)[0], lambda: cpu(lambda: client.get("/"))[0], PAIRS))
    for what, found in ((", first", costs), ("", remembered)):
        table.line(
            f"`/`{what}, with {size:,} publications: CPU (median of {PAIRS} pairs)",
            f"{found.ours * 1000:.1f} ms",
            reference=f"bare Django view of the same rows, {found.reference * 1000:.1f} ms",
            ratio=found.ratio,
            verdict=table.at_most(found.ratio, HOME),
        )
    return costs


def tell_growth(path: str, before: Cost, after: Cost) -> None:
    small, large = sizes.SIZES
    growth = after.ms / before.ms
    table.line(
        f"`{named(path)}` with {large:,} publications: CPU (first: {after.first:.0f} ms; {after.queries} queries)",
        f"{after.ms:.1f} ms",
        reference=f"with {small:,}, {before.ms:.1f} ms (first: {before.first:.0f} ms; {before.queries} queries)",
        ratio=growth,
        verdict=table.at_most(growth, GROWTH),
    )


def cost(pattern: str, size: int) -> Cost:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    path, client = address(pattern, size), Client()
    if client.get(path).status_code != 200:  # and what Django loads with a first request
        raise RuntimeError(path)

    def asked_first() -> float:
        forget()
        return cpu(lambda: client.get(path))[0]

    first = min(asked_first() for _ in range(FIRST_TIMES))
    best = min(cpu(lambda: client.get(path))[0] for _ in range(TIMES))
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return Cost(first * 1000, best * 1000, len(queries))


def address(pattern: str, size: int) -> str:
    from publications.models import Publication, Topic

    paper = Publication.objects.get(citation_key="bench5").get_absolute_url()
    topic = Topic.objects.filter(name__startswith="Topic ").earliest("pk").slug
    return pattern.format(last=size // 50, last_news=max(size // 100, 2), paper=paper, topic=topic)


def named(pattern: str) -> str:
    """As the table has it."""
    return pattern.format(last="last", last_news="last", paper="/publications/a-paper/", topic="a-topic")


def forget() -> None:
    """What this process remembers of items."""
    from academic.remembering import Remembered
    from publications import items

    items._items = Remembered(items.ROOM)


def _leads_to(html: str) -> set[str]:
    return set(re.findall(r'<a [^>]*?href="([^"]+)"', html))
