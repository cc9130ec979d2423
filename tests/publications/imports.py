"""What the tests of the import share: one call that imports a text, and a few entries."""

from __future__ import annotations

from typing import Any

from publications.importing import Source, apply, plan
from publications.models import ImportRun, Publication
from publications.reports import Line, Report

PAPER = """@article{lovelace1843,
  author = {Lovelace, Ada and Babbage, Charles},
  title = {Notes on the {Analytical Engine}},
  journal = {Scientific Memoirs},
  volume = {3},
  pages = {666--731},
  year = 1843,
  doi = {10.1000/notes},
  keywords = {engines, numbers},
  code = {https://example.org/code},
  customfield = {kept}
}
"""


def run_import(*texts: str, name: str = "papers.bib", **options: Any) -> Report:
    """Import the texts as files papers.bib, papers2.bib, …; what the report says."""
    return import_run(*texts, name=name, **options)[0]


def import_run(*texts: str, name: str = "papers.bib", **options: Any) -> tuple[Report, ImportRun]:
    names = [name if number == 1 else name.replace(".", f"{number}.") for number in range(1, len(texts) + 1)]
    sources = [Source(name, text.encode()) for name, text in zip(names, texts, strict=True)]
    made = plan(sources, **options)
    return made.report, apply(made)


def outcomes(report: Report) -> list[tuple[str, str]]:
    return [(line.key, line.outcome) for line in report.lines]


def line_of(report: Report, key: str) -> Line:
    return next(line for line in report.lines if line.key == key)


def the_publication() -> Publication:
    return Publication.objects.with_everything_shown().get()


def edit(text: str, *changes: tuple[str, str]) -> str:
    """`text` with each (old, new); every old must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text
