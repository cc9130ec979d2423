"""The one way in for BibTeX: `plan` reads, matches and merges without writing; `apply` writes what was planned.

The management command, the admin page and moving in all use these two, so that what is previewed is what is done.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from .models import ImportRun
from .planning import NotBibTeX, Planner, Source
from .reports import Report
from .undoing import undo
from .writing import Change, StalePlan, state_of_the_site, write

__all__ = ["MODES", "NotBibTeX", "Plan", "Source", "StalePlan", "apply", "plan", "undo"]

MODES = ("merge", "keep", "overwrite")


@dataclass(slots=True)
class Plan:
    """What an import will do. `state` is the site's state it was made for: `apply` refuses any other."""

    sources: list[str]
    options: dict[str, Any]
    state: str
    report: Report
    changes: list[Change] = field(default_factory=list)
    user: Any = None


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """What a plan is made of lives as long as the plan; looking for cycles in it over and over costs a third of the
    time (docs/decisions)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@no_garbage_collection()
def plan(
    sources: Iterable[Source],
    *,
    update: str = "merge",
    select: Iterable[str] = (),
    strings: Mapping[str, str] | None = None,
    draft: bool = False,
    user: Any = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Plan:
    """Everything an import of `sources` will do and say; nothing is written.

    `update` says what happens to publications that exist: "merge" (three ways: what a person edited stays), "keep"
    (never touched), "overwrite" (the file's values win). `select`: only entries with these keys. `progress` is told
    (entries done, entries in all). NotBibTeX when a source is something else.
    """
    if update not in MODES:
        raise ValueError(f"update is {update!r}; it is one of {', '.join(MODES)}")
    made = Plan(
        [], {"update": update, "select": sorted(select), "draft": draft}, state_of_the_site(), Report(), user=user
    )
    planner = Planner(made.report, update, frozenset(key.lower() for key in made.options["select"]), draft)
    for source in sources:
        made.sources.append(source.name)
        planner.read(source, strings or {})
    made.changes = planner.settle(progress)
    return made


@no_garbage_collection()
def apply(plan: Plan) -> ImportRun:
    """Write the plan in one transaction; StalePlan, and nothing written, when the site has changed since it was made.

    The run that is returned can be undone; where there was nothing to write, it is not saved either.
    """
    run = ImportRun(
        user=plan.user,
        state=ImportRun.State.APPLIED,
        sources=plan.sources,
        options=plan.options,
        report=plan.report.as_dict(),
    )
    return write(run, plan.state, plan.changes) if plan.changes else run
