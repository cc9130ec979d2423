"""What pages cost: python scripts/bench_pages.py

Cached: CPU time of gunicorn's workers for a request of the demo's home page, beside a bare WSGI function that has the
same bytes under the same gunicorn; what the page weighs. Rendered afresh: CPU time and queries with 1,000 publications
and with 10,000 (and half as many news), as Django's test client sees them.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000)
ROUNDS, SECONDS = 3, 4
TICKS = os.sysconf("SC_CLK_TCK")
PATHS = (
    "/", "/news/", "/news/page/{last_news}/", "/news/bench-3/", "/publications/", "/publications/page/{last}/",
    "/publications/type/article/", "/publications/topic/bench-3/", "/publications/paper-5/", "/projects/", "/teaching/",
    "/feed.xml", "/publications/?q=histology+survey", "/search/?q=histology",
)  # fmt: skip


def main() -> int:
    for part in ("cached", *map(str, SIZES)):
        done = subprocess.run([sys.executable, __file__, part], check=False)  # noqa: S603 this script again
        if done.returncode:
            return done.returncode
    return 0


# Cached ---------------------------------------------------------------------------------------------------------------


def cached() -> None:
    import bench_site

    folder = tempfile.mkdtemp(prefix="nutshell-bench-")
    bench_site.use(os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3", folder)
    bench_site.build(0, 0)
    with served("academic.wsgi:application", folder) as (_master, port):
        started = time.perf_counter()
        asked = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:  # noqa: S310 our own
            headers = [(name, value) for name, value in answer.headers.items() if name not in {"Server", "Connection"}]
            headers, body = [pair for pair in headers if pair[0] not in {"Date", "Transfer-Encoding"}], answer.read()
        cold = time.perf_counter() - started
    bare = f"def application(environ, start):\n    start('200 OK', {headers!r})\n    return [{body!r}]\n"
    Path(folder, "bare.py").write_text(bare, encoding="utf-8")
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name in ("bare:application", "academic.wsgi:application"):
            with served(name, folder) as (master, port):
                best[name] = min(best.get(name, 1e9), cost(master, port))
    reference, ours = best.values()
    say(f"cached home page, CPU per request: bare function {reference * 1e6:.0f} µs, page cache {ours * 1e6:.0f} µs")
    say(f"  requests per CPU second: {reference / ours:.2f} of the bare function (asked: 0.85)")
    say(f"  first page after a cold start: {cold * 1000:.0f} ms; the page compressed: {len(body) / 1000:.1f} kB")
    weigh(gzip.decompress(body).decode(), folder)


def weigh(html: str, folder: str) -> None:
    """HTML, CSS and JavaScript as a browser that takes gzip gets them."""
    found = re.findall(r'<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="(/static/[^"]+)"', html)
    files = [Path(folder, "static", address.removeprefix("/static/")) for address in dict.fromkeys(found)]
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in files]
    total = len(gzip.compress(html.encode(), 9)) + sum(sizes)
    say(f"  home page: HTML + CSS + JS {total / 1000:.1f} kB compressed in {1 + len(files)} requests (asked: 30 kB)")


@contextmanager
def served(application: str, folder: str) -> Iterator[tuple[int, int]]:
    """gunicorn as shipped, serving this application: its process id and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "BIND": f"127.0.0.1:{port}", "PYTHONPATH": folder}
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    started = subprocess.Popen([gunicorn, application], cwd=ROOT, env=environment)  # noqa: S603
    try:
        while socket.socket().connect_ex(("127.0.0.1", port)):
            time.sleep(0.05)
        time.sleep(1)  # both workers
        yield started.pid, port
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(30)


def cost(master: int, port: int) -> float:
    """CPU seconds of the workers for one request."""
    wrk = ["wrk", "-t1", "-c4", "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}/"]
    subprocess.run([*wrk, "-d1s"], check=True, capture_output=True)  # noqa: S603
    before = cpu_of_children(master)
    done = subprocess.run([*wrk, f"-d{SECONDS}s"], check=True, capture_output=True, text=True)  # noqa: S603
    spent = cpu_of_children(master) - before
    answered = re.search(r"(\d+) requests in", done.stdout)
    assert answered and "Non-2xx" not in done.stdout, done.stdout  # noqa: S101
    return spent / int(answered[1])


def cpu_of_children(master: int) -> float:
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    spent = (Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[11:13] for child in children)
    return sum(int(user) + int(system) for user, system in spent) / TICKS


# Rendered afresh ------------------------------------------------------------------------------------------------------


def rendered(size: int) -> None:
    import bench_site

    folder = tempfile.mkdtemp(prefix="nutshell-bench-")
    bench_site.use(f"sqlite:///{folder}/bench.sqlite3", folder)
    bench_site.build(size, size // 2)
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    say(f"rendered afresh, {size:,} publications and {size // 2:,} news: CPU ms, queries")
    row = {}
    for pattern in PATHS:
        path = pattern.format(last=size // 50, last_news=size // 100)
        client.get(path)
        times = []
        for _ in range(5):
            started = time.process_time()
            assert client.get(path).status_code == 200, path  # noqa: S101
            times.append(time.process_time() - started)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        row[pattern] = min(times)
        say(f"  {path:45} {min(times) * 1000:7.1f} {len(queries):4}")
    say(json.dumps(row))


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.exit(main() if not part else cached() if part == "cached" else rendered(int(part)))  # type: ignore[func-returns-value]
