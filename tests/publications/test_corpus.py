"""Real files of academics, where they are at hand (../shared/corpus/bib); `make corpus` runs the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.corpus import Listed, checked, files_of

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "bib"
FILES = files_of(FOLDER) if FOLDER.is_dir() else []
HOMEPAGES = [listed for listed in FILES if listed.kind == "a"]
NASTY = [listed for listed in FILES if listed.kind == "d"][::4]

pytestmark = pytest.mark.skipif(not FILES, reason=f"no corpus at {FOLDER}")


@pytest.mark.django_db
@pytest.mark.parametrize("listed", HOMEPAGES, ids=lambda listed: listed.path.name)
def test_a_homepage_file_is_imported_whole_once_and_comes_back_as_it_was(listed: Listed) -> None:
    result = checked(listed)
    assert result.problems == []
    assert result.numbers["created"] + result.numbers["merged"] + result.numbers["skipped"] == listed.entries
    assert result.skipped == []


@pytest.mark.django_db
@pytest.mark.parametrize("listed", NASTY, ids=lambda listed: listed.path.name)
def test_a_file_made_to_break_readers_is_imported_once_and_comes_back(listed: Listed) -> None:
    assert checked(listed).problems == []
