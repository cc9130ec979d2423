"""What reading a .bib file gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

# Told twice, these say more; in others the first counts, as in BibTeX.
_ADDED_UP = {"keywords": ", ", "url": " ", "note": ". "}


class Field(NamedTuple):
    """`name` as written; `value` without delimiters, macros resolved, LaTeX as it is; `raw` exactly as in the file.

    A tuple because a file of 10,000 entries has 120,000 of these.
    """

    name: str
    value: str
    raw: str


@dataclass(slots=True)
class Entry:
    """One entry. `raw` is its source text; `values` its own values by lower-case name."""

    type: str
    type_raw: str
    key: str
    fields: tuple[Field, ...]
    line: int
    raw: str
    repairs: tuple[str, ...] = ()
    inherited: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    is_container: bool = False  # other entries inherit from it
    sound: bool = False  # bibtexparser and BibTeX read it alike, so `raw` can be written as it is

    def __post_init__(self) -> None:
        if not self.values:
            self.values, repairs = collect(self.fields)
            self.repairs += repairs

    def get(self, name: str) -> str:
        """The entry's own value, else the inherited one, else ""; names whatever their case."""
        name = name.lower()
        return self.resolved.get(name) or self.values.get(name) or self.inherited.get(name, "")

    @property
    def resolved(self) -> dict[str, str]:
        """What its own values stand for that refer to single fields of `@xdata` entries."""
        return {name: value for name, value in self.inherited.items() if "xdata=" in self.values.get(name, "")}


class Skipped(NamedTuple):
    line: int
    key: str
    reason: str
    raw: str


@dataclass(slots=True)
class Bibliography:
    """`skipped` could not be understood; `commented` was commented out and is not counted in `found`."""

    entries: list[Entry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    commented: list[Skipped] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=dict)
    preambles: list[str] = field(default_factory=list)
    encoding: str = "utf-8"
    warnings: list[tuple[int, str]] = field(default_factory=list)

    @property
    def found(self) -> int:
        return len(self.entries) + len(self.skipped)


def collect(fields: Iterable[Field]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Values by lower-case name, and a sentence for each field given twice."""
    values: dict[str, str] = {}
    repairs: list[str] = []
    for name_raw, value, _ in fields:
        name = name_raw.lower()
        first = values.get(name)
        if not first:
            values[name] = value
        elif value and value != first:
            repairs.append(_add_up(values, name, value, first))
    return values, tuple(repairs)


def _add_up(values: dict[str, str], name: str, value: str, first: str) -> str:
    separator = _ADDED_UP.get(name)
    if separator is None:
        return f"duplicate field '{name}': the first was kept"
    values[name] = f"{first}{separator}{value}"
    return f"duplicate field '{name}': both were kept"
