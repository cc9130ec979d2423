"""What a look at the installation finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`is_fault` where something must be mended."""

    is_fault: bool
    what: str
    mend: str


Check = Callable[[], Iterator[Finding]]


def fault(what: str, mend: str) -> Finding:
    return Finding(True, what, mend)


def advice(what: str, mend: str) -> Finding:
    return Finding(False, what, mend)
