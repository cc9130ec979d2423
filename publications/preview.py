"""A plan as an editor reads it before it is carried out: what is new, what changes field by field, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os.path import commonprefix
from typing import Any

from django.db.models import TextChoices
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import columns as columns_module
from .columns import Columns
from .importing import Plan
from .models import Publication
from .reports import Line
from .writing import Change

SHOWN_ROWS = 200  # of each group
SHOWN_LINES = 500
SHOWN_AUTHORS = 6
LONGEST_VALUE = 300  # characters
BEFORE_THE_DIFFERENCE = 60
OUTCOMES = {
    "skipped": gettext_lazy("Could not be read"),
    "created": gettext_lazy("New"),
    "updated": gettext_lazy("Changed"),
    "merged": gettext_lazy("Recognised"),
    "unchanged": gettext_lazy("Unchanged"),
}
BESIDE = {
    "not_selected": gettext_lazy("Not ticked"),
    "commented": gettext_lazy("Commented out in the file"),
    "warnings": gettext_lazy("To know"),
}


class Part(TextChoices):
    """What an import does to a publication."""

    NEW = "new", gettext_lazy("New")
    CHANGED = "changed", gettext_lazy("Changed")
    MERGED = "merged", gettext_lazy("Recognised")


@dataclass(frozen=True)
class Difference:
    """A column as it is, and as it will be; of a conflict: as it stays, and as the file has it."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Row:
    """A publication that comes or changes; `number` is the place of its change in the plan."""

    number: int
    change: Change
    title: str
    about: str
    differences: list[Difference]
    conflicts: list[Difference]

    @property
    def remarks(self) -> list[str]:
        if self.differences or self.conflicts:
            return list(dict.fromkeys(self.change.remarks))
        return [line.reason for line in self.change.lines if line.reason]


@dataclass(frozen=True)
class Group:
    part: Part
    rows: list[Row]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True)
class Lines:
    """Entries that change nothing, each with its reason; the first of them."""

    count: int
    shown: list[Line]

    @classmethod
    def of(cls, lines: list[Line]) -> Lines:
        return cls(len(lines), lines[:SHOWN_LINES])

    @property
    def more(self) -> int:
        return self.count - len(self.shown)


@dataclass(frozen=True)
class Preview:
    groups: list[Group]
    unchanged: Lines
    skipped: Lines
    beside: Lines  # warnings, and what was commented out

    @property
    def is_empty(self) -> bool:
        return not any(group.count for group in self.groups)


def preview(plan: Plan) -> Preview:
    """A few queries, however many entries."""
    report = plan.report
    with_change = {line for change in plan.changes for line in change.lines}
    idle = [line for line in report.lines if line not in with_change]
    return Preview(
        _groups(plan.changes),
        Lines.of([line for line in idle if line.outcome in ("unchanged", "merged")]),
        Lines.of([line for line in idle if line.outcome == "skipped"]),
        Lines.of([*report.warnings, *report.commented]),
    )


def ticked(plan: Plan, numbers: Iterable[int], rest_of: Iterable[str]) -> set[int]:
    """The changes that were ticked: those by number, and all that were not shown of the groups in `rest_of`."""
    chosen = set(numbers)
    hidden = {part: list(numbered)[SHOWN_ROWS:] for part, numbered in _by_part(plan.changes).items()}
    shown = set(range(len(plan.changes))) - {number for rest in hidden.values() for number, _change in rest}
    return (chosen & shown) | {number for part in rest_of if part in hidden for number, _change in hidden[Part(part)]}


def part_of(change: Change) -> Part:
    if change.is_new:
        return Part.NEW
    return Part.CHANGED if change.columns or change.conflicts else Part.MERGED


def _by_part(changes: list[Change]) -> dict[Part, list[tuple[int, Change]]]:
    parts: dict[Part, list[tuple[int, Change]]] = {part: [] for part in Part}
    for number, change in enumerate(changes):
        parts[part_of(change)].append((number, change))
    return parts


def _groups(changes: list[Change]) -> list[Group]:
    parts = _by_part(changes)
    shown = [change for numbered in parts.values() for _number, change in numbered[:SHOWN_ROWS]]
    pks = [change.pk for change in shown if not change.is_new]
    rows = {row.pk: row for row in Publication.objects.filter(pk__in=pks).with_everything_shown()}
    return [
        Group(part, [_row(number, change, rows) for number, change in numbered[:SHOWN_ROWS]], len(numbered))
        for part, numbered in parts.items()
    ]


def _row(number: int, change: Change, rows: Mapping[int, Publication]) -> Row:
    publication = rows.get(change.pk)
    if publication is None:
        return Row(number, change, change.columns.get("title", ""), about(change.columns), [], [])
    now = columns_module.from_row(publication)
    conflicts = [difference(one.column, one.mine, one.theirs) for one in change.conflicts]
    return Row(number, change, publication.title, about(now), differences(now, change.columns), conflicts)


def about(columns: Columns) -> str:
    """Authors, venue and year, on one line."""
    authors = columns.get("authors", ())
    names = [columns_module.name_of(author).printed for author in authors[:SHOWN_AUTHORS]]
    if len(authors) > len(names) or columns.get("and_others"):
        names.append("…")
    where = [columns.get("venue") or columns.get("institution", ""), str(columns.get("year", ""))]
    return ". ".join(filter(None, [", ".join(names), ", ".join(filter(None, where))])).replace("….", "…")


def differences(now: Columns, changes: Columns) -> list[Difference]:
    """Field by field; of the other BibTeX fields only those that change."""
    plain = [difference(name, now.get(name), value) for name, value in changes.items() if name != "extra"]
    if "extra" not in changes:
        return plain
    old, new = now.get("extra", {}), changes["extra"] or {}
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return plain + [Difference(name, *_excerpts(old.get(name, ""), new.get(name, ""))) for name in names]


def difference(name: str, old: Any, new: Any) -> Difference:
    return Difference(label(name), *_excerpts(as_text(name, old), as_text(name, new)))


def label(name: str) -> str:
    """What the form calls the column; a name that is none is a BibTeX field's own."""
    if name == "links":
        return _("Links")
    if name not in columns_module.ROW_FIELDS and name not in ("authors", "editors", "topics", "extra"):
        return name
    field: Any = Publication._meta.get_field(columns_module.ROW_FIELDS.get(name, name))
    return str(capfirst(field.verbose_name))


def as_text(name: str, value: Any) -> str:
    """A column's value as a person reads it."""
    if value in (None, "", [], {}):
        return ""
    if name == "authors":
        return ", ".join(columns_module.name_of(author).printed + author.get("marks", "") for author in value)
    if name == "links":
        return "\n".join(f"{link['label']}: {link['url']}" for link in value)
    if name == "extra":
        return "\n".join(f"{field} = {text}" for field, text in value.items())
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return _as_word(name, value)


def _as_word(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if name == "month":
        return str(MONTHS.get(value, value))
    choices = {"kind": Publication.Kind, "status": Publication.Status}.get(name)
    return str(dict(choices.choices).get(value, value) if choices else value)


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """Both texts; of long ones the part where they begin to differ."""
    same = len(commonprefix([old, new]))
    return _excerpt(old, same), _excerpt(new, same)


def _excerpt(text: str, place: int) -> str:
    if len(text) <= LONGEST_VALUE:
        return text
    start = min(max(0, place - BEFORE_THE_DIFFERENCE), len(text) - LONGEST_VALUE)
    end = start + LONGEST_VALUE
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


@dataclass(frozen=True)
class Told:
    """The report of a run, as it was kept."""

    counts: list[tuple[str, int]]
    sections: list[tuple[str, Lines]]
    undone: dict[str, Any] | None

    @classmethod
    def of(cls, report: dict[str, Any]) -> Told:
        counts, entries = report.get("counts", {}), report.get("entries", ())
        of_outcome = {name: [line for line in entries if line["outcome"] == name] for name in OUTCOMES}
        beside = {name: report.get(name, ()) for name in BESIDE}
        found = [
            (names[key], Lines.of([_line(line) for line in lines]))
            for names, parts in ((OUTCOMES, of_outcome), (BESIDE, beside))
            for key, lines in parts.items()
            if lines
        ]
        return cls(
            [(str(name), counts[key]) for key, name in OUTCOMES.items() if counts.get(key)],
            [(str(name), lines) for name, lines in found],
            report.get("undone"),
        )


def _line(told: dict[str, Any]) -> Line:
    return Line(told["file"], told["line"], told["key"], told.get("outcome", ""), told["reason"])
