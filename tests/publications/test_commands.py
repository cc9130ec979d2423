"""import_bibtex and export_bibtex as they are called: options, exit status, what is printed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from publications.models import ImportRun, Publication
from tests.publications.imports import PAPER, edit

OTHER = "@misc{other, title={Other}}\n"
BROKEN = "@misc{nothing}\n"


def call(*arguments: Any, command: str = "import_bibtex") -> tuple[int, str, str]:
    """(exit status, standard output, standard error with the message of an error)"""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(command, *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, out.getvalue(), err.getvalue() + str(error)
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "papers.bib"
    path.write_text(PAPER + OTHER)
    return path


@pytest.mark.django_db
def test_the_text_report_counts_first_then_says_what_is_not_plainly_created(bib: Path) -> None:
    bib.write_text(PAPER + PAPER + OTHER)
    assert call(bib)[1].splitlines() == [
        "3 entries found: 2 created, 1 merged",
        "",
        "Merged with another entry of the same work:",
        "papers.bib:13 lovelace1843: merged, the same work as 'lovelace1843' on line 1"
        " (word for word the entry at papers.bib:1)",
    ]


@pytest.mark.django_db
def test_the_text_report_is_grouped(bib: Path) -> None:
    remarked = "@article{remark, title={R}, year={86}}\n"
    bib.write_text(BROKEN + remarked + "%@misc{old, title={Old}}\n" + OTHER + "@misc{undef, title=nowhere}\n")
    assert call(bib, "--select", "nothing", "remark", "undef")[1].splitlines() == [
        "3 entries found: 2 created, 1 skipped",
        "",
        "Skipped:",
        "papers.bib:1 nothing: skipped, the entry has no fields",
        "",
        "Created, with a remark:",
        "papers.bib:2 remark: created, year '86' is not a full year",
        "",
        "Not asked for by --select:",
        "papers.bib:4 other",
        "",
        "Commented out in the file, not imported:",
        "papers.bib:3 old",
        "",
        "About the files:",
        "papers.bib:5 the macro 'nowhere' is not defined and was kept as text",
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.django_db
def test_progress_is_a_bar_on_a_terminal_and_nothing_in_a_pipe(bib: Path) -> None:
    terminal = Terminal()
    call_command("import_bibtex", str(bib), "--dry-run", stdout=io.StringIO(), stderr=terminal)
    assert terminal.getvalue() == f"\r{'░' * 30} 0 of 2\r{'█' * 30} 2 of 2\n"
    assert call(bib, "--dry-run")[2] == ""


@pytest.mark.django_db
def test_the_json_report_has_counts_and_every_entry(bib: Path) -> None:
    bib.write_text(PAPER + OTHER + BROKEN)
    report = json.loads(call(bib, "--report", "json")[1])
    assert report == {
        "counts": {"found": 3, "created": 2, "updated": 0, "unchanged": 0, "merged": 0, "skipped": 1},
        "entries": [
            {"file": "papers.bib", "line": 1, "key": "lovelace1843", "outcome": "created", "reason": ""},
            {"file": "papers.bib", "line": 13, "key": "other", "outcome": "created", "reason": ""},
            {
                "file": "papers.bib",
                "line": 14,
                "key": "nothing",
                "outcome": "skipped",
                "reason": "the entry has no fields",
            },
        ],
    }


@pytest.mark.django_db
def test_a_dry_run_writes_nothing_and_reports_the_same(bib: Path) -> None:
    dry = call(bib, "--dry-run")
    assert (Publication.objects.count(), ImportRun.objects.count()) == (0, 0)
    real = call(bib)
    assert dry[:2] == real[:2]
    assert Publication.objects.count() == 2


@pytest.mark.django_db
def test_several_files_and_standard_input(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"@misc{third, title={Third}}")))
    second = bib.with_name("second.bib")
    second.write_text("@misc{fourth, title={Fourth}}")
    report = json.loads(call(bib, "-", second, "--report", "json")[1])
    assert [(entry["file"], entry["key"]) for entry in report["entries"]] == [
        ("papers.bib", "lovelace1843"),
        ("papers.bib", "other"),
        ("-", "third"),
        ("second.bib", "fourth"),
    ]


@pytest.mark.django_db
def test_files_of_one_name_are_told_apart_by_their_folder(tmp_path: Path) -> None:
    for folder, text in (("a", PAPER), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "papers.bib").write_text(text)
    report = json.loads(call(tmp_path / "a/papers.bib", tmp_path / "b/papers.bib", "--report", "json")[1])
    assert len({entry["file"] for entry in report["entries"]}) == 2
    assert json.loads(call(tmp_path / "a/papers.bib", "--report", "json")[1])["counts"]["unchanged"] == 1


@pytest.mark.django_db
def test_options_reach_the_import(bib: Path, tmp_path: Path) -> None:
    strings = tmp_path / "strings.bib"
    strings.write_text("@string{sm = {Scientific Memoirs}}")
    bib.write_text(edit(PAPER, ("{Scientific Memoirs}", "sm")) + OTHER)
    assert call(bib, "--draft", "--select", "lovelace1843", "--strings", strings)[0] == 0
    row = Publication.objects.get()
    assert (row.visibility, row.venue) == ("draft", "Scientific Memoirs")
    bib.write_text(PAPER)
    Publication.objects.update(volume="9")
    call(bib, "--update", "overwrite")
    assert Publication.objects.get().volume == "3"
    bib.write_text(edit(PAPER, ("{3}", "{4}")))
    call(bib, "--update", "keep")
    assert Publication.objects.get().volume == "3"


@pytest.mark.django_db
def test_strict_writes_nothing_when_an_entry_is_skipped(bib: Path) -> None:
    bib.write_text(PAPER + BROKEN)
    status, out, err = call(bib, "--strict")
    assert (status, err) == (1, "Nothing was written: 1 skipped, and --strict was given.")
    counts, _, heading, line = out.splitlines()
    assert (counts, heading) == ("2 entries found: 1 created, 1 skipped", "Skipped:")
    assert line == "papers.bib:13 nothing: skipped, the entry has no fields"
    assert Publication.objects.count() == 0
    bib.write_text(PAPER)
    assert call(bib, "--strict")[0] == 0


@pytest.mark.django_db
def test_all_skipped_is_exit_status_1(bib: Path) -> None:
    bib.write_text(BROKEN)
    assert call(bib)[0] == 1


@pytest.mark.django_db
def test_all_unchanged_is_exit_status_0(bib: Path) -> None:
    call(bib)
    status, out, err = call(bib)
    assert (status, out.splitlines()[0], err) == (0, "2 entries found: 2 unchanged", "")


@pytest.mark.django_db
def test_bad_usage_is_exit_status_2_and_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.bib").write_text("")
    (tmp_path / "picture.bib").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(32)) * 30)
    (tmp_path / "letter.bib").write_text("Dear colleagues")
    sentences = {
        (): "Name a .bib file, an address, or - for standard input.",
        (tmp_path / "none.bib",): f"There is no file {tmp_path}/none.bib.",
        (tmp_path,): f"{tmp_path} is a folder; name a .bib file in it.",
        (tmp_path / "empty.bib",): "empty.bib is empty.",
        (tmp_path / "picture.bib",): "picture.bib is not BibTeX: it is not even text.",
        (tmp_path / "letter.bib",): "letter.bib is not BibTeX: there is no entry (@article{…}) in it.",
        (tmp_path / "letter.bib", "--strings", tmp_path / "none.bib"): f"There is no file {tmp_path}/none.bib.",
        ("--undo", 99): "There is no import 99.",
        ("--undo", 99, "x.bib"): "--undo takes the number of an import and no file.",
        ("a\0b.bib",): "a\0b.bib cannot be read (embedded null byte).",
    }
    for arguments, sentence in sentences.items():
        assert call(*arguments) == (2, "", sentence)
    assert ImportRun.objects.count() == 0


@pytest.mark.django_db
def test_one_bad_file_stops_all(bib: Path) -> None:
    assert call(bib, bib.with_name("none.bib"))[0] == 2
    assert Publication.objects.count() == 0


@pytest.mark.django_db
def test_undo_by_number(bib: Path) -> None:
    err = call(bib)[2]
    run = ImportRun.objects.get()
    assert err == f"This was import {run.pk}; to take it back: manage.py import_bibtex --undo {run.pk}\n"
    assert call("--undo", run.pk) == (0, "2 removed, 0 as before, 0 kept\n", "")
    assert Publication.objects.count() == 0
    assert call("--undo", run.pk)[0] == 2


@pytest.mark.django_db
def test_export_writes_a_file_or_standard_output(bib: Path, tmp_path: Path) -> None:
    call(bib)
    assert call(command="export_bibtex") == (0, PAPER + "\n" + OTHER, "")
    target = tmp_path / "out.bib"
    assert call(target, command="export_bibtex") == (0, "", "")
    assert target.read_text() == PAPER + "\n" + OTHER
    assert call(tmp_path / "no/out.bib", command="export_bibtex")[0] == 2


@pytest.mark.django_db
def test_public_export_has_no_draft(bib: Path) -> None:
    call(bib)
    Publication.objects.filter(citation_key="other").update(visibility="draft")
    assert "other" in call(command="export_bibtex")[1]
    assert "other" not in call("--public", command="export_bibtex")[1]


def test_the_shell_sees_the_exit_status_and_no_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "PYTHONWARNINGS": "ignore"}
    process = subprocess.run(
        [sys.executable, "manage.py", "import_bibtex", str(tmp_path / "none.bib")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (process.returncode, process.stdout) == (2, "")
    assert process.stderr == f"CommandError: There is no file {tmp_path}/none.bib.\n"
