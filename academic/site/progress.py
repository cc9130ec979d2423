"""A line on the terminal that says how far a long command is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

WIDTH = 30  # characters of the bar
PAUSE = 0.1  # seconds between two drawings


@contextmanager
def progress_bar(stream: Any) -> Iterator[Callable[[int, int], None]]:
    """A function to call with (done, of how many); what goes into a file or a pipe gets no bar."""
    if not stream.isatty():
        yield lambda done, total: None
        return
    last = 0.0

    def show(done: int, total: int) -> None:
        nonlocal last
        if monotonic() - last < PAUSE and done < total:
            return
        last = monotonic()
        bar = "█" * (WIDTH * done // max(total, 1))
        stream.write(f"\r{bar:░<{WIDTH}} {done} of {total}", ending="")
        stream.flush()

    try:
        yield show
    finally:
        if last:
            stream.write("\r\x1b[K", ending="")
