"""References in five styles, against ones worked out by hand from the manuals (known_references.txt)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings

from publications.bibtex import Name, Record, read, record
from publications.formats.styles import STYLES, Run, numbers, people, references
from publications.formats.styles.headline import headline

from .works import records, work

KNOWN = Path(__file__).with_name("known_references.txt")


def known() -> dict[str, tuple[str, dict[str, str]]]:
    """By citation key: the entry, and the reference expected in each style."""
    found = {}
    for block in KNOWN.read_text(encoding="utf-8").split("\n\n")[1:]:
        lines = block.strip().splitlines()
        first = next(at for at, line in enumerate(lines) if line.startswith("APA: "))
        entry = "\n".join(lines[:first])
        key = entry[entry.index("{") + 1 : entry.index(",")]
        found[key] = (entry, dict(line.split(": ", 1) for line in lines[first:]))
    return found


def written(runs: list[Run]) -> str:
    return "".join(f"*{run.text}*" if run.is_italic else run.text for run in runs)


@pytest.mark.parametrize("key", known())
def test_references_are_those_the_manuals_ask_for(key: str) -> None:
    entry, expected = known()[key]
    assert {name: written(made) for name, made in references(record(read(entry).entries[0])).items()} == expected


def test_every_kind_of_work_is_among_the_known_ones_in_every_style() -> None:
    kinds = {record(read(entry).entries[0]).kind for entry, _ in known().values()}
    assert kinds >= {
        *("article", "conference", "chapter", "book", "thesis", "report", "preprint", "manuscript"),
        *("software", "dataset", "patent", "online", "talk", "poster", "other"),
    }
    assert all(list(expected) == list(STYLES) for _, expected in known().values())
    assert len(known()) >= 35


@pytest.mark.parametrize(
    ("first", "last", "mla", "chicago", "nlm"),
    [
        ("3", "10", "10", "10", "10"),
        ("71", "72", "72", "72", "2"),
        ("96", "117", "117", "117", "117"),
        ("100", "104", "04", "104", "4"),
        ("1100", "1113", "13", "1113", "13"),
        ("101", "108", "08", "8", "8"),
        ("808", "833", "33", "33", "33"),
        ("1103", "1104", "04", "4", "4"),
        ("321", "328", "28", "28", "8"),
        ("498", "532", "532", "532", "532"),
        ("1087", "1089", "89", "89", "9"),
        ("1496", "1500", "500", "500", "500"),
        ("11564", "11615", "615", "615", "615"),
        ("12991", "13001", "3001", "3001", "3001"),
        ("9", "1", "1", "1", "1"),
        ("20", "20", "20", "20", "20"),
    ],
)
def test_page_ranges_are_shortened_as_each_manual_shortens_them(
    first: str, last: str, mla: str, chicago: str, nlm: str
) -> None:
    pages = f"{first}–{last}"
    ends = (numbers.mla_end, numbers.chicago_end, numbers.nlm_end)
    assert [numbers.shortened(pages, end) for end in ends] == [f"{first}–{end}" for end in (mla, chicago, nlm)]


@pytest.mark.parametrize(
    ("given_name", "with_points", "bare"),
    [
        ("Jean-Paul Marie", "J.-P. M.", "JP"),
        ("J.R.R.", "J. R. R.", "JR"),
        ("Yu. N.", "Yu. N.", "YuN"),
        ("Élise", "É.", "É"),
        ("Ольга", "О.", "О"),
        ("太郎", "太郎", "太郎"),
        ("IJsbrand Jan", "I. J.", "IJ"),
        ("", "", ""),
    ],
)
def test_initials(given_name: str, with_points: str, bare: str) -> None:
    assert (people.initials(given_name), people.bare_initials(given_name)) == (with_points, bare)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1", ""), ("First edition", ""), ("2", "2nd"), ("third", "3rd"), ("11th ed.", "11th"), ("112", "112th"),
        ("23", "23rd"), ("Revised", "rev."), ("Student", "Student"), ("", ""),
    ],
)  # fmt: skip
def test_editions(said: str, shown: str) -> None:
    assert numbers.edition(said) == shown


@pytest.mark.parametrize(
    ("title", "language", "shown"),
    [
        ("on the origin of species", "", "On the Origin of Species"),
        ("the rise of iPhone and e-ink: a self-made study", "", "The Rise of iPhone and e-ink: A Self-Made Study"),
        ("Über die Theorie und das Spiel", "", "Über die Theorie und das Spiel"),
        ("la vie des abeilles", "fr", "la vie des abeilles"),
        ("deep learning", "en", "Deep Learning"),
        ("deep learning", "", "deep learning"),
        ("what is $x^2$ for", "en", "What Is $x^2$ For"),
    ],
)  # fmt: skip
def test_headline_style_is_for_english_and_leaves_names_alone(title: str, language: str, shown: str) -> None:
    assert headline(title, language) == shown


@settings(max_examples=50, deadline=None)
@given(records)
def test_no_record_breaks_a_style_and_a_reference_is_one_line(any_record: Record) -> None:
    for runs in references(any_record).values():
        text = "".join(run.text for run in runs)
        assert {unicodedata.category(letter) for letter in text} & {"Cc", "Zl", "Zp"} == set()
        assert text.strip() == text != ""


def test_only_titles_and_containers_are_in_italics() -> None:
    apa = references(work("article"))["APA"]
    assert apa[1] == Run("Physical Review, 47", True)
    assert [run.is_italic for run in apa] == [False, True, False]


def test_organisations_are_neither_turned_round_nor_shortened() -> None:
    one = Record(kind="book", title="T", year=2000, authors=[Name("Barnes, Noble", literal=True)])
    assert {written(runs)[:13] for runs in references(one).values()} == {"Barnes, Noble"}
