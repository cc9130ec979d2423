"""Real .bib files beside the repository, never inside it."""

import csv
import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("NUTSHELL_CORPUS") or Path(__file__).parents[4] / "shared" / "corpus")
needs_corpus = pytest.mark.skipif(
    not (FOLDER / "bib" / "INDEX.tsv").exists(), reason=f"no corpus of real files in {FOLDER}"
)


def index() -> list[dict[str, str]]:
    with (FOLDER / "bib" / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def content(name: str) -> bytes:
    return (FOLDER / "bib" / name).read_bytes()


def latex_cases() -> list[tuple[str, list[str]]]:
    rows = (FOLDER / "latex_cases.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(latex, expected.split(" / ")) for _, latex, expected in (row.split("\t") for row in rows if row)]
