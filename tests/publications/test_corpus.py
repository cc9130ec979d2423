"""Real files of academics, where they are at hand (../shared/corpus/bib); `make corpus` runs the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.corpus import check, files_of

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "bib"
FILES = files_of(FOLDER) if FOLDER.is_dir() else []
HOMEPAGES = [(entries, path) for kind, entries, path in FILES if kind == "a"]

pytestmark = pytest.mark.skipif(not FILES, reason=f"no corpus at {FOLDER}")


@pytest.mark.django_db
@pytest.mark.parametrize(("entries", "path"), HOMEPAGES, ids=[path.name for _, path in HOMEPAGES])
def test_a_homepage_file_is_imported_whole_once_and_comes_back_as_it_was(entries: int, path: Path) -> None:
    result = check(path.name, path.read_bytes())
    assert result.problems == []
    assert result.numbers["found"] == entries
    assert result.numbers["created"] + result.numbers["merged"] + result.numbers["skipped"] == entries
    assert result.skipped == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", [path for kind, _, path in FILES if kind == "d"][::4], ids=lambda path: path.name)
def test_a_file_made_to_break_readers_is_imported_once_and_comes_back(path: Path) -> None:
    assert check(path.name, path.read_bytes()).problems == []
