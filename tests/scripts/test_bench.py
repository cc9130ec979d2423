"""The site that is measured is as real sites are, and the table tells what is not met."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.export import public_bibtex
from publications.models import Publication
from scripts.bench import sites, table
from scripts.bench.__main__ import PARTS, chosen
from scripts.bench.speed import Speed


@pytest.mark.django_db
def test_nine_of_ten_publications_were_imported_and_nothing_counts_as_edited() -> None:
    sites.add(range(20), range(10))
    sites.add(range(20, 40), range(10, 20))
    rows = list(Publication.objects.with_everything_shown())
    entries = [(row, list(row.bib_entries.all())) for row in rows]
    about = {f"bench{number}": number % 2 for number in (0, 1, *range(10, 20))}
    assert len(rows) == 40
    assert {row.citation_key for row, found in entries if not found} == {"bench0", "bench10", "bench20", "bench30"}
    assert all(public_bibtex(row) == f"{found[0].raw}\n" for row, found in entries if found)
    assert {row.kind for row in rows} == {"article", "conference", "preprint", "chapter"}
    assert [len(row.links.all()) for row in rows] == [1] * 40
    assert {row.citation_key: row.news.count() for row in rows if row.citation_key < "bench2"} == about


def test_a_line_says_what_was_asked_and_whether_it_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    table.line("a page", "20 ms", reference="a bare one, 10 ms", ratio=2.0, verdict=table.at_most(2.0, 1.5))
    table.line("another", "7", verdict=table.at_most(7, 12, ""))
    table.line("a third", "8 s")
    assert capsys.readouterr().out == (
        "| a page | a bare one, 10 ms | 20 ms | 2.00 | at most 1.5× | **NOT MET** |\n"
        "| another | – | 7 | – | at most 12 | met |\n"
        "| a third | – | 8 s | – | – |  |\n"
    )


def test_milliseconds_that_are_too_many_here_are_told_as_they_are_on_the_machine_they_are_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(found: float) -> table.Verdict:
        return table.at_most(found, 150, " ms")

    (tmp_path / "wrk").touch(0o755)
    speed = Speed(tmp_path)
    speed.__dict__["here"] = 470e-6  # twice as slow
    monkeypatch.setenv("PATH", str(tmp_path))
    for value in (150, 200, 400):
        speed.tell("a page", value, limit, ratio=2.0)
    monkeypatch.setenv("PATH", "")
    speed.tell("a page", 200, limit)
    there = (
        "| the same on the machine for which milliseconds are asked | bare WSGI function, 470 µs a request here, 235 µs"
    )
    assert capsys.readouterr().out.splitlines() == [
        "| a page | – | 150 ms | 2.00 | at most 150 ms | met |",
        "| a page | – | 200 ms | 2.00 | – |  |",
        f"{there} there | 100 ms | – | at most 150 ms | met |",
        "| a page | – | 400 ms | 2.00 | – |  |",
        f"{there} there | 200 ms | – | at most 150 ms | **NOT MET** |",
        "| a page | – | 200 ms | – | at most 150 ms | **NOT MET** |",
    ]


def test_parts_are_chosen_by_name_or_by_its_first_word() -> None:
    assert chosen("") == list(PARTS)
    assert chosen("hammer,nginx") == ["nginx", "hammer", "hammer-postgres"]
    assert chosen("cached-postgres") == ["cached-postgres"]
    with pytest.raises(SystemExit, match="There is no part speed"):
        chosen("speed")
