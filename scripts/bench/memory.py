"""Memory of gunicorn's workers on a large site, and how long the first answer takes after a start."""

from __future__ import annotations

import re
import time
import urllib.request
from pathlib import Path

from . import sites, sizes, table
from .servers import children, served, wait_for_workers

ASKED = 80  # MB of each worker
ALL_AT_ONCE = ("/publications.bib", "/publications.ris", "/publications.json", "/sitemap.xml")


def measure(folder: Path) -> None:
    sites.use(folder)
    sites.demo()
    large = sizes.SIZES[1]
    sites.add(range(large), range(large // 2))
    with served(settles=False) as server:
        get(f"{server.address}/")
        passed = time.perf_counter() - server.started
        table.line(
            f"cold start with {large:,} publications: from starting gunicorn to the first page", f"{passed:.1f} s"
        )
        wait_for_workers(server.pid)
        before = [memory_of(worker)["Pss"] for worker in children(server.pid)]
        asked = pages(2 * sizes.PAGES)
        for path in asked:
            get(server.address + path)
        tell(server.pid, f"after {len(asked):,} public pages by two workers, {large:,} publications", max(before))
        for path in 2 * ALL_AT_ONCE:
            get(server.address + path)
        tell(server.pid, "and after its files of all publications and its sitemap, twice", max(before), is_judged=False)


def tell(master: int, when: str, before: float, *, is_judged: bool = True) -> None:
    found = [memory_of(worker) for worker in children(master)]
    largest = max(one["Pss"] for one in found)
    mapped = max(one["Rss"] for one in found)
    table.line(
        f"memory of the larger worker, Pss, {when}",
        f"{largest:.0f} MB (Rss {mapped:.0f})",
        reference=f"after the first page, {before:.0f} MB",
        ratio=largest / before,
        verdict=table.below(largest, ASKED, " MB") if is_judged else None,
    )


def memory_of(pid: int) -> dict[str, float]:
    """Rss and Pss in MB: what it holds, and that with shared pages divided among all who share them. Pss is judged:
    the libraries that all processes of gunicorn map are in memory once."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return {name: int(size) * 1024 / 1e6 for name, size in re.findall(r"^(Rss|Pss):\s+(\d+) kB", text, re.MULTILINE)}


def pages(number: int) -> list[str]:
    """Addresses of public pages: most are publications and news, as on the site; then lists of every kind, searches."""
    from news.models import NewsItem
    from publications.models import Publication

    large, few = sizes.SIZES[1], number // 10
    lists = [f"/publications/page/{page}/" for page in range(2, 2 + min(few, large // 50 - 1))]
    lists += [f"/news/page/{page}/" for page in range(2, 2 + min(few, large // 100 - 1))]
    lists += [f"/publications/year/{year}/" for year in range(2002, 2027)] + ["/", "/news/", "/cv/", "/feed.xml"]
    searches = [f"/search/?q={one}+{other}" for one in sites.WORDS for other in sites.WORDS][:few]
    rows = [*Publication.objects.published()[: few * 6], *NewsItem.objects.published()[: few * 2]]
    details = [row.get_absolute_url() for row in rows]
    return [*lists, *searches, *details][:number]


def get(address: str) -> None:
    """By a connection of its own, as gunicorn gives a worker whole connections."""
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 our own
    with urllib.request.urlopen(asked, timeout=300) as answer:  # noqa: S310
        answer.read()
