"""References as a bibliography prints them, in the styles most asked for. Pure, as all formats are.

Each style follows its manual's published rules and is a module of its own; what a reference is made of
(`source.py`), names, dates and pages are common ground. Why not a CSL processor: docs/decisions/citation-styles.md.
"""

from collections.abc import Callable

from ...bibtex.record import Record
from . import apa, chicago, ieee, mla, vancouver
from .source import Source, source
from .text import Run, runs

# By the name the manual goes by, in the order a page offers them.
STYLES: dict[str, Callable[[Source], str]] = {
    "APA": apa.reference,
    "MLA": mla.reference,
    "Chicago": chicago.reference,
    "IEEE": ieee.reference,
    "Vancouver": vancouver.reference,
}

__all__ = ["STYLES", "Run", "references"]


def references(record: Record) -> dict[str, list[Run]]:
    """The reference in every style, as runs of text that are set in italics or not."""
    of_record = source(record)
    return {name: runs(style(of_record)) for name, style in STYLES.items()}
