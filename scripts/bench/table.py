"""The table's lines: Markdown, printed as soon as they are measured, to be pasted into docs/benchmarks.md."""

from __future__ import annotations

from typing import NamedTuple

MET, NOT_MET, NOT_MEASURED = "met", "**NOT MET**", "NOT MEASURED"
NONE = "–"


class Verdict(NamedTuple):
    asked: str
    is_met: bool


def at_least(value: float, limit: float) -> Verdict:
    return Verdict(f"at least {limit:g}", value >= limit)


def at_most(value: float, limit: float, unit: str = "×") -> Verdict:
    return Verdict(f"at most {limit:g}{unit}", value <= limit)


def below(value: float, limit: float, unit: str) -> Verdict:
    return Verdict(f"under {limit:g}{unit}", value < limit)


def none_of(value: int) -> Verdict:
    return Verdict("0", value == 0)


def head() -> None:
    _row("what", "reference", "here", "ratio", "asked", "")
    _row(*["---"] * 6)


def line(
    what: str, here: str, *, reference: str = NONE, ratio: float | None = None, verdict: Verdict | None = None
) -> None:
    """`verdict` None: printed, not judged."""
    asked, outcome = (verdict.asked, MET if verdict.is_met else NOT_MET) if verdict else (NONE, "")
    _row(what, reference, here, NONE if ratio is None else f"{ratio:.2f}", asked, outcome)


def not_measured(what: str, reason: str) -> None:
    _row(what, NONE, " ".join(reason.split()), NONE, NONE, NOT_MEASURED)


def _row(*cells: str) -> None:
    print("|", " | ".join(cells), "|", flush=True)  # noqa: T201
