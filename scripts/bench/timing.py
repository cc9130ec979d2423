"""CPU time of steps in this process, and of two things in turn."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any, NamedTuple


def cpu(step: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds, and what the step gave."""
    started = time.process_time()
    result = step()
    return time.process_time() - started, result


def passing(step: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that pass, and what the step gave."""
    started = time.perf_counter()
    result = step()
    return time.perf_counter() - started, result


Pairs = list[tuple[float, float]]


class Paired(NamedTuple):
    """Medians in seconds, and the median of ours / reference of each pair: what else the machine does hits both."""

    reference: float
    ours: float
    ratio: float


def in_turn(reference: Callable[[], float], ours: Callable[[], float], rounds: int) -> Pairs:
    """Both measured in turn, `rounds` times; each gives what it cost."""
    return [(reference(), ours()) for _ in range(rounds)]


def middle(pairs: Pairs) -> Paired:
    first, second = zip(*pairs, strict=True)
    return Paired(median(first), median(second), median(ours / bare for bare, ours in pairs))
