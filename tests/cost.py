"""That work grows as its input does, told without a clock.

Calls are counted, which are the same on every machine. What a regular expression does inside is no call: against those
that backtrack there is a guard, which ends what hangs. It measures nothing: sound work takes a small part of it.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

HANGS = 30  # seconds of CPU


@contextmanager
def hang_guard() -> Iterator[None]:
    """Fails a test that would take minutes or for ever. Regular expressions and Python code are interrupted."""

    def hangs(*_signal: object) -> None:
        pytest.fail("it hangs, or grows faster than its input")

    before = signal.signal(signal.SIGPROF, hangs)
    signal.setitimer(signal.ITIMER_PROF, HANGS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def steps_of(work: Callable[[], object]) -> int:
    """How many functions, of Python and of C, the work calls."""
    steps = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return steps


def assert_linear(work: Callable[[Any], object], make: Callable[[int], Any], size: int) -> None:
    """Work on input of this size ends, and the calls it takes grow linearly."""
    with hang_guard():
        work(make(size))
    assert_linear_steps(work, make, size)


def assert_linear_steps(work: Callable[[Any], object], make: Callable[[int], Any], size: int) -> None:
    """Four times the input takes four times the calls, not sixteen times."""
    few, many = (make(size // part) for part in (16, 4))  # both new: what was read before may be kept
    assert steps_of(lambda: work(many)) < 5 * steps_of(lambda: work(few)) + 1000
