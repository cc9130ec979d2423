"""Imports that were previewed and wait to be carried out.

The plan that was shown is kept with its sources in an ImportRun, so that what was ticked is what happens; where the
site changed meanwhile, the sources are planned again, and a plan that differs is shown anew.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Container
from dataclasses import astuple, fields
from datetime import timedelta
from typing import Any
from zlib import compress, decompress

from django.db import transaction
from django.utils import timezone

from . import importing
from .importing import Plan, Source, StalePlan
from .merging import Conflict
from .models import ImportRun
from .reports import Line, Report
from .undoing import Undone, undo
from .writing import Change

KEPT_FOR = timedelta(days=1)
TRIES = 3
_CHANGE = [field.name for field in fields(Change) if field.name not in ("conflicts", "lines")]
_REPORT = [field.name for field in fields(Report)]


class Gone(Exception):
    """The plan was carried out already, or is older than KEPT_FOR."""


class PlanChanged(Exception):
    """The site changed since the plan was shown, and so did the plan: the new one is kept in its place."""


def make(sources: list[Source], user: Any, **options: Any) -> ImportRun:
    """Plan an import and keep it for `user`. NotBibTeX where a source is something else.

    Without the right to publish it brings in drafts only, and leaves alone what is here.
    """
    if not may_publish(user):
        options = {**options, "update": "keep", "draft": True}
    made = importing.plan(sources, user=user, **options)
    ImportRun.objects.filter(state=ImportRun.State.PLANNED, created__lt=timezone.now() - KEPT_FOR).delete()
    return ImportRun.objects.create(
        user=user,
        sources=made.sources,
        options=made.options,
        report={"counts": made.report.counts},
        before={"planned": _packed(made, sources)},
    )


def may_publish(user: Any) -> bool:
    return user.has_perm("publications.publish_publication")


def waiting(pk: int, user: Any) -> ImportRun:
    """The plan that `user` was shown; nobody else's. Gone where there is none."""
    run = ImportRun.objects.filter(pk=pk, user=user, state=ImportRun.State.PLANNED).first()
    if run is None or "planned" not in run.before:
        raise Gone
    return run


def plan_of(run: ImportRun) -> Plan:
    return _unpacked(run)[0]


def carry_out(run: ImportRun, ticked: Container[int]) -> ImportRun:
    """Apply the changes of the plan whose numbers are ticked; the run that can be undone (without a primary key where
    there was nothing to write). PlanChanged and Gone leave everything as it is."""
    shown, sources = _unpacked(run)
    plan = shown
    for _ in range(TRIES):
        try:
            return _apply(run, plan, ticked)
        except StalePlan:
            plan = importing.plan(sources, user=run.user, **run.options)
        if _as_json(plan) != _as_json(shown):
            break
    ImportRun.objects.filter(pk=run.pk).update(
        before={"planned": _packed(plan, sources)}, report={"counts": plan.report.counts}
    )
    raise PlanChanged


def take_back(run: ImportRun) -> Undone:
    """Undo the run, and keep with its report what that did."""
    with transaction.atomic():
        undone = undo(run)
        run.report["undone"] = {"removed": undone.removed, "restored": undone.restored, "kept": undone.kept}
        run.save(update_fields=["report"])
    return undone


def _apply(run: ImportRun, plan: Plan, ticked: Container[int]) -> ImportRun:
    with transaction.atomic():
        gone, _ = ImportRun.objects.filter(pk=run.pk, state=ImportRun.State.PLANNED).delete()
        if not gone:
            raise Gone
        return importing.apply(_chosen(plan, ticked))


def _chosen(plan: Plan, ticked: Container[int]) -> Plan:
    """The plan without the changes that are not ticked; their entries are told as not selected."""
    changes = [change for number, change in enumerate(plan.changes) if number in ticked]
    others = [change for number, change in enumerate(plan.changes) if number not in ticked]
    left = {line for change in others for line in change.lines}
    report = Report(
        [line for line in plan.report.lines if line not in left],
        plan.report.not_selected + [line for line in plan.report.lines if line in left],
        plan.report.commented,
        plan.report.warnings,
    )
    return Plan(plan.sources, plan.options, plan.state, report, changes, plan.user)


def _packed(plan: Plan, sources: list[Source]) -> str:
    contents = [[source.name, source.content.decode("latin-1")] for source in sources]
    data = {"state": plan.state, "sources": contents, "plan": _as_data(plan)}
    return b64encode(compress(json.dumps(data).encode())).decode()


def _unpacked(run: ImportRun) -> tuple[Plan, list[Source]]:
    data = json.loads(decompress(b64decode(run.before["planned"])))
    told = data["plan"]["report"]
    report = Report(**{name: [Line(*line) for line in told[name]] for name in _REPORT})
    changes = [
        Change(
            **change["fields"],
            conflicts=[Conflict(*conflict) for conflict in change["conflicts"]],
            lines=[report.lines[number] for number in change["lines"]],
        )
        for change in data["plan"]["changes"]
    ]
    plan = Plan(run.sources, run.options, data["state"], report, changes, run.user)
    return plan, [Source(name, text.encode("latin-1")) for name, text in data["sources"]]


def _as_json(plan: Plan) -> str:
    return json.dumps(_as_data(plan), sort_keys=True)


def _as_data(plan: Plan) -> dict[str, Any]:
    """What the plan does and says, without the state of the site it was made for."""
    places = {line: number for number, line in enumerate(plan.report.lines)}
    changes = [
        {
            "fields": {name: getattr(change, name) for name in _CHANGE},
            "conflicts": [astuple(conflict) for conflict in change.conflicts],
            "lines": [places[line] for line in change.lines],
        }
        for change in plan.changes
    ]
    report = {name: [astuple(line) for line in getattr(plan.report, name)] for name in _REPORT}
    return {"changes": changes, "report": report}
