"""How fast this machine is beside the one for which milliseconds are asked: the same small thing is timed on both.

There, a bare WSGI function under gunicorn takes 210 to 260 µs of CPU a request.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import Any

from . import sizes, table
from .servers import cost, served
from .table import Verdict

THERE = 235e-6  # CPU seconds a request
BYTES = 14_000  # of its answer: a packed home page
TIMES = 3
PROGRAM = f"""
def application(environ, start):
    start('200 OK', [('Content-Type', 'text/html'), ('Content-Length', '{BYTES}')])
    return [b'x' * {BYTES}]
"""


class Speed:
    """Of this machine now, measured when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def is_known(self) -> bool:
        return shutil.which("wrk") is not None

    @cached_property
    def here(self) -> float:
        """CPU seconds of a request to the bare function."""
        (self._folder / "bare.py").write_text(PROGRAM, encoding="utf-8")
        with served("bare:application", self._folder) as bare:
            return median(cost(f"{bare.address}/", bare.cpu, sizes.SECONDS) for _ in range(TIMES))

    def tell(self, what: str, value: float, limit: Callable[[float], Verdict], **more: Any) -> None:
        """A line of `value` milliseconds as they are here, judged by `limit`; where that is not met, a line of what
        they are there, judged instead."""
        verdict = limit(value)
        is_judged = verdict.is_met or not self.is_known
        table.line(what, f"{value:.0f} ms", verdict=verdict if is_judged else None, **more)
        if not is_judged:
            there = value * THERE / self.here
            table.line(
                "the same on the machine for which milliseconds are asked",
                f"{there:.0f} ms",
                reference=f"bare WSGI function, {self.here * 1e6:.0f} µs a request here, {THERE * 1e6:.0f} µs there",
                verdict=limit(there),
            )
