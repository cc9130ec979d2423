"""gunicorn as shipped, wrk in front of it, and the CPU time of workers."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
GZIP = "Accept-Encoding: gzip"


class Server(NamedTuple):
    """gunicorn's master, and the moment (of time.perf_counter) at which it was started."""

    pid: int
    port: int
    started: float

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        return cpu_of_children(self.pid)


@contextmanager
def served(
    application: str = "academic.wsgi:application", folder: Path = ROOT, *, settles: bool = True
) -> Iterator[Server]:
    """gunicorn with two workers, which have loaded the site unless it need not settle first; `folder` is where else
    it finds the application."""
    port = free_port()
    environment = {**os.environ, "BIND": f"127.0.0.1:{port}", "WEB_CONCURRENCY": "2", "PYTHONPATH": str(folder)}
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    moment = time.perf_counter()
    started = subprocess.Popen([gunicorn, application], cwd=ROOT, env=environment)  # noqa: S603 our own
    try:
        _wait_for(port, started)
        if settles:
            wait_for_workers(started.pid)
        yield Server(started.pid, port, moment)
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(60)


def _wait_for(port: int, started: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if started.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError("gunicorn did not start")


def wait_for_workers(pid: int) -> None:
    """Until both have loaded the site: they take no more CPU time for a second."""
    before = -1.0
    while (now := cpu_of_children(pid)) != before or len(children(pid)) < 2:
        before = now
        time.sleep(1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cost(address: str, spent: Callable[[], float], seconds: int, *headers: str) -> float:
    """CPU seconds of one request, by what `spent` says before and after; a second of warming up comes first."""
    options = [word for header in (GZIP, *headers) for word in ("-H", header)]
    wrk = ["wrk", "-t1", "-c4", *options, address]
    subprocess.run([*wrk, "-d1s"], check=True, capture_output=True)  # noqa: S603
    before = spent()
    done = subprocess.run([*wrk, f"-d{seconds}s"], check=True, capture_output=True, text=True)  # noqa: S603
    after = spent()
    answered = re.search(r"(\d+) requests in", done.stdout)
    if not answered or "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise RuntimeError(done.stdout)
    return (after - before) / int(answered[1])


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu_of_children(pid: int) -> float:
    """Seconds: user and system."""
    stats = (Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[11:13] for child in children(pid))
    return sum(int(user) + int(system) for user, system in stats) / TICKS
