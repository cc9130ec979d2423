"""The run over real bibliographies finds what it is there to find: losses, changes, miscounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.corpus import Checked, Listed, _compare_raw, checked, files_of

GOOD = """@article{a, title = {A {Title}}, year = 2020, author = "Doe, J." # { and Bee, K.}}

% @article{old, title={Old}}
@Comment{jabref-meta: x}
@Misc{b,
  % note = {hidden},
  title = {B},
}
"""
BROKEN = "@article{c, title={C} year=2001}\n"


def written(folder: Path, text: str, entries: int) -> Listed:
    (folder / "a.bib").write_text(text)
    (folder / "INDEX.tsv").write_text(f"file\tclass\tn_entries\tencoding\na.bib\ta\t{entries}\tutf-8\n")
    [listed] = files_of(folder)
    return listed


@pytest.mark.django_db
def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    result = checked(written(tmp_path, GOOD, 2))
    assert (result.problems, result.repaired, result.skipped) == ([], [], [])
    assert (result.numbers["found"], result.numbers["created"], result.numbers["second run"]) == (2, 2, 0)


@pytest.mark.django_db
def test_another_number_than_the_index_has_is_a_problem(tmp_path: Path) -> None:
    assert checked(written(tmp_path, GOOD, 3)).problems == ["2 entries found, INDEX.tsv has 3"]


@pytest.mark.django_db
def test_repairs_are_listed_and_no_problem(tmp_path: Path) -> None:
    result = checked(written(tmp_path, GOOD + BROKEN, 3))
    assert result.problems == []
    assert result.numbers["created"] == 3


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("year = 2020, ", "", "raw differs: @article{a"),
        ("A {Title}", "A Title", "raw differs: @article{a"),
        ('"Doe, J." # { and Bee, K.}', "{Doe, J. and Bee, K.}", "raw differs: @article{a"),
        ("title = {B}", "Title = {B}", "raw differs: @misc{b"),
        ("@Misc{b", "@Misc{bb", "raw differs: @misc{b"),
        ("@article{a", "@book{a", "raw differs: @article{a"),
    ],
)
def test_a_lossy_export_is_found_out(old: str, new: str, problem: str) -> None:
    result = Checked("a.bib")
    _compare_raw(GOOD.encode(), "", GOOD.replace(old, new), result)
    assert problem in result.problems


def test_the_same_text_differs_in_nothing() -> None:
    result = Checked("a.bib")
    _compare_raw((GOOD + BROKEN).encode(), "", GOOD + BROKEN, result)
    assert (result.problems, result.repaired) == ([], [])
