"""What an import did, or would do: one line per entry found, counts, and what stood beside the entries."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

OUTCOMES = ("created", "updated", "unchanged", "merged", "skipped")
_GROUPS = (
    ("skipped", "Skipped:"),
    ("merged", "Merged with another entry of the same work:"),
    ("updated", "Updated:"),
    ("created", "Created, with a remark:"),
    ("unchanged", "Unchanged:"),
)


@dataclass(slots=True, eq=False)
class Line:
    """What became of the entry at `file`:`line`, and why; plainly created ones have no reason."""

    file: str
    line: int
    key: str
    outcome: str = ""
    reason: str = ""

    def set(self, outcome: str, *reasons: str) -> None:
        self.outcome = outcome
        self.add(*reasons)

    def add(self, *reasons: str) -> None:
        """More reasons; each is said once, on one line."""
        known = self.reason.split("; ") if self.reason else []
        for reason in reasons:
            reason = " ".join(reason.split())
            if reason and reason not in known:
                known.append(reason)
        self.reason = "; ".join(known)

    def as_dict(self, *, with_outcome: bool = True) -> dict[str, Any]:
        told = {"file": self.file, "line": self.line, "key": self.key}
        return told | ({"outcome": self.outcome} if with_outcome else {}) | {"reason": self.reason}

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.key or '(no key)'}: " + ", ".join(
            text for text in (self.outcome, self.reason) if text
        )


@dataclass(slots=True)
class Report:
    """`lines` are the entries found; entries not selected or commented out are told apart and not counted."""

    lines: list[Line] = field(default_factory=list)
    not_selected: list[Line] = field(default_factory=list)
    commented: list[Line] = field(default_factory=list)
    warnings: list[Line] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        outcomes = Counter(line.outcome for line in self.lines)
        return {"found": len(self.lines), **{outcome: outcomes[outcome] for outcome in OUTCOMES}}

    @property
    def is_all_skipped(self) -> bool:
        counts = self.counts
        return 0 < counts["found"] == counts["skipped"]

    def as_dict(self) -> dict[str, Any]:
        told: dict[str, Any] = {"counts": self.counts, "entries": [line.as_dict() for line in self.lines]}
        for name in ("not_selected", "commented", "warnings"):
            if lines := getattr(self, name):
                told[name] = [line.as_dict(with_outcome=False) for line in lines]
        return told

    def as_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)

    def as_text(self) -> str:
        return "\n".join(self._text())

    def _text(self) -> Iterator[str]:
        counts = self.counts
        parts = [f"{counts[outcome]} {outcome}" for outcome in OUTCOMES if counts[outcome]]
        yield f"{counts['found']} {'entry' if counts['found'] == 1 else 'entries'} found" + (
            f": {', '.join(parts)}" if parts else ""
        )
        for outcome, title in _GROUPS:
            told = [line for line in self.lines if line.outcome == outcome and (line.reason or outcome != "created")]
            if told:
                yield f"\n{title}"
                yield from map(str, told)
        for title, lines in (
            ("Not asked for by --select:", self.not_selected),
            ("Commented out in the file, not imported:", self.commented),
        ):
            if lines:
                yield f"\n{title}"
                yield from (f"{line.file}:{line.line} {line.key}" for line in lines)
        if self.warnings:
            yield "\nAbout the files:"
            for line in self.warnings:
                yield f"{line.file}:{line.line} " + (f"{line.key}: " if line.key else "") + line.reason
