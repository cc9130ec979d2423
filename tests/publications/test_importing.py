"""Entries to rows: what is created, told, left alone, undone; and that it is all or nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection

from academic.models import Link
from publications.importing import NotBibTeX, Source, StalePlan, apply, plan, undo
from publications.models import Author, Authorship, BibEntry, ImportRun, Publication, Topic
from tests.cost import assert_linear_steps, hang_guard
from tests.factories import make_news, make_publication
from tests.publications.imports import PAPER, edit, import_run, line_of, outcomes, run_import, the_publication

pytestmark = pytest.mark.django_db


def test_an_entry_becomes_a_publication_with_all_its_columns() -> None:
    report = run_import(PAPER)
    row = the_publication()
    assert report.counts == {"found": 1, "created": 1, "updated": 0, "unchanged": 0, "merged": 0, "skipped": 0}
    assert (row.title, row.venue, row.volume, row.pages) == (
        "Notes on the Analytical Engine",
        "Scientific Memoirs",
        "3",
        "666–731",
    )
    assert (row.year, row.doi, row.kind, row.citation_key) == (1843, "10.1000/notes", "article", "lovelace1843")
    assert row.slug == "lovelace-1843-notes-analytical-engine"
    assert [a.printed for a in row.authorships.all()] == ["Ada Lovelace", "Charles Babbage"]
    assert [topic.name for topic in row.topics.all()] == ["engines", "numbers"]
    assert [(link.label, link.url, link.origin) for link in row.links.all()] == [
        ("Code", "https://example.org/code", "import")
    ]
    assert row.extra == {"customfield": "kept"}
    assert row.visibility == "public"
    assert row.title_key == "notesontheanalyticalengine"
    assert row.is_published


def test_the_entry_is_kept_word_for_word() -> None:
    run_import(PAPER)
    entry = BibEntry.objects.get()
    assert entry.raw == PAPER.rstrip()
    assert (entry.source, entry.key, entry.is_primary) == ("papers.bib", "lovelace1843", True)
    assert entry.columns["pages"] == "666–731"


def test_a_plainly_created_entry_has_no_reason() -> None:
    assert line_of(run_import(PAPER), "lovelace1843").reason == ""


def test_the_second_run_changes_nothing_and_saves_nothing() -> None:
    run_import(PAPER)
    updated = Publication.objects.get().updated
    report, run = import_run(PAPER)
    assert outcomes(report) == [("lovelace1843", "unchanged")]
    assert run.pk is None
    assert Publication.objects.get().updated == updated
    assert ImportRun.objects.count() == 1


def test_other_layout_of_an_entry_is_no_change() -> None:
    run_import(PAPER)
    again = edit(PAPER, ("year = 1843", "YEAR = {1843}"), ("volume = {3}", 'volume = "3"'), ("  title", "title"))
    assert outcomes(run_import(again)) == [("lovelace1843", "unchanged")]


def test_a_changed_field_updates_its_column_only() -> None:
    run_import(PAPER)
    report = run_import(edit(PAPER, ("{3}", "{4}")))
    line = line_of(report, "lovelace1843")
    assert (line.outcome, line.reason) == ("updated", "changed: volume")
    assert the_publication().volume == "4"
    assert BibEntry.objects.count() == 1


def test_draft_imports_drafts() -> None:
    run_import(PAPER, draft=True)
    assert the_publication().visibility == "draft"


def test_a_container_cited_only_as_such_is_a_draft() -> None:
    report = run_import(
        "@inproceedings{child, author={Ada Lovelace}, title={Notes}, crossref={parent}}\n"
        "@proceedings{parent, title={Proceedings of the Engines}, year=1843, editor={Babbage, Charles}}"
    )
    assert {row.citation_key: row.visibility for row in Publication.objects.all()} == {
        "child": "public",
        "parent": "draft",
    }
    assert line_of(report, "parent").reason == "a draft: other entries only refer to it"
    assert Publication.objects.get(citation_key="child").venue == "Proceedings of the Engines"


def test_one_bad_entry_never_stops_the_others() -> None:
    """One good entry, one duplicate key, one missing brace, one bad name, one with #."""
    text = (
        "@string{p = {Engines}}\n"
        "@article{good, author={Ada Lovelace}, title={Good}, year=2001}\n"
        "@article{good, author={Emmy Noether}, title={Quite another}, year=2002}\n"
        "@article{broken, author={Alan Turing}, title={Open, year=2003}\n\n"
        "@article{badname, author={A, B, C, D, E}, title={Bad name}, year=2004}\n"
        '@article{joined, author={Kurt G{\\"o}del}, title=p # { and more}, year=2005}\n'
    )
    report = run_import(text)
    counts = report.counts
    assert counts["found"] == 5
    assert counts["created"] + counts["skipped"] == 5
    assert Publication.objects.filter(title="Engines and more", authorships__family="Gödel").exists()
    told = {line.line: line.reason for line in report.lines if line.reason}
    assert told[3] == "the key 'good' is another work's; here it is 'gooda'"
    assert 4 in told and 6 in told
    assert run_import(text).counts["created"] == 0


def test_names_of_all_kinds_arrive_as_they_are() -> None:
    run_import(
        "@misc{k, title={T}, author={Erd{\\H o}s, Paul and {\\O}st, H. and \\r{A}ke Bee and de la Cruz, Ana and"
        " {ACME Group} and 张 三 and others}}"
    )
    paper = the_publication()
    rows = [(row.given, row.particle, row.family, row.is_literal) for row in paper.authorships.all()]
    assert rows == [
        ("Paul", "", "Erdős", False),
        ("H.", "", "Øst", False),
        ("Åke", "", "Bee", False),
        ("Ana", "de la", "Cruz", False),
        ("", "", "ACME Group", True),
        ("三", "", "张", False),
    ]
    assert paper.and_others
    assert paper.authorships.last().printed == "张 三"


@pytest.mark.parametrize(
    ("opening", "piece", "end", "number"),
    [
        ("@misc{k, title={T}, abstract={", "word ", "}}", 200_000),
        ("@misc{k, title={T}, x={y}}\n", "@", "", 100_000),
        ("@misc{k, title={T}}", "\n@misc{", "", 100_000),
    ],
    ids=["a megabyte", "signs", "openings"],
)
def test_hostile_files_are_imported_or_refused_in_linear_time(opening: str, piece: str, end: str, number: int) -> None:
    def text(size: int) -> str:
        return opening + piece * size + end

    assert_linear_steps(lambda hostile: plan([Source("hostile.bib", hostile.encode())]), text, number)
    with hang_guard():
        counts = run_import(text(number)).counts
    assert counts["created"] == 1
    assert counts["found"] == sum(number for outcome, number in counts.items() if outcome != "found")


def test_no_key_gets_one_and_keeps_it() -> None:
    text = "@article{, author={Ada Lovelace}, title={The Notes}, year=1843}"
    run_import(text)
    assert the_publication().citation_key == "lovelace1843notes"
    run_import(edit(text, ("1843", "1844")))
    assert the_publication().citation_key == "lovelace1843notes"
    assert the_publication().year == 1844


def test_slugs_are_unique_ascii_and_not_taken_by_lists() -> None:
    run_import(
        "@misc{a, author={Gödel, Kurt}, title={Über Sätze}, year=1931}\n"
        "@book{b, author={Gödel, Kurt}, title={Über Sätze}, year=1931}\n"
        "@misc{c, title={Author}}\n@misc{d, title={Type}}"
    )
    slugs = set(Publication.objects.values_list("slug", flat=True))
    assert slugs == {"godel-1931-uber-satze", "godel-1931-uber-satze-2", "author-2", "type-2"}


def test_what_is_too_long_is_cut_and_told_and_changes_nothing_later() -> None:
    text = edit(PAPER, ("volume = {3}", f"volume = {{{'9' * 500}}}"), ("Lovelace, Ada", f"{'L' * 900}, Ada"))
    report = run_import(text)
    assert the_publication().volume == "9" * 100
    assert "'volume' is longer than 100 characters and was cut" in line_of(report, "lovelace1843").reason
    assert outcomes(run_import(text)) == [("lovelace1843", "unchanged")]
    assert outcomes(run_import(edit(text, ("year = 1843", "year = 1844")))) == [("lovelace1843", "updated")]
    assert the_publication().volume == "9" * 100


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example/x", "vbscript:x"])
def test_dangerous_links_never_reach_a_row_and_are_reported(address: str) -> None:
    report = run_import(edit(PAPER, ("https://example.org/code", address)))
    assert not Link.objects.filter(url__contains=address.split(":")[0] + ":").exists()
    assert not Link.objects.filter(url__startswith="//").exists()
    if not address.startswith("//"):
        assert line_of(report, "lovelace1843").reason != ""


def test_one_person_one_author() -> None:
    run_import(
        "@misc{a, author={Lovelace, Ada}, title={One}}@misc{b, author={Ada Lovelace and Lovelace, A.}, title={Two}}"
    )
    assert [author.printed for author in Author.objects.all()] == ["Ada Lovelace"]
    assert Authorship.objects.count() == 3


def test_topics_are_one_whatever_their_case() -> None:
    Topic.objects.create(name="Engines", slug="engines")
    run_import(PAPER)
    assert [topic.name for topic in Topic.objects.all()] == ["Engines", "numbers"]
    assert outcomes(run_import(edit(PAPER, ("{3}", "{4}")))) == [("lovelace1843", "updated")]
    assert the_publication().topics.count() == 2


def test_select_imports_only_these_and_lists_the_rest_apart() -> None:
    text = PAPER + "@misc{other, title={Other}}\n@misc{third, title={Third}}"
    report = run_import(text, select=["OTHER"])
    assert outcomes(report) == [("other", "created")]
    assert [line.key for line in report.not_selected] == ["lovelace1843", "third"]
    assert report.counts["found"] == 1


def test_commented_entries_are_listed_apart() -> None:
    report = run_import(PAPER + "\n% @misc{old, title={Old}}\n")
    assert [line.key for line in report.commented] == ["old"]
    assert report.counts["found"] == 1


def test_more_macros_may_be_given() -> None:
    run_import("@article{a, title={T}, journal=jan1}", strings={"JAN1": "Journal of One"})
    assert the_publication().venue == "Journal of One"


def test_an_undefined_macro_is_kept_and_told() -> None:
    report = run_import("@article{a, title={T}, journal=tac}")
    assert the_publication().venue == "tac"
    assert "tac" in report.warnings[0].reason


def test_entries_gone_from_the_file_stay_and_are_named() -> None:
    run_import(PAPER + "@misc{other, title={Other}}")
    report = run_import(PAPER)
    assert Publication.objects.count() == 2
    assert [line.reason for line in report.warnings] == [
        "no longer in the file, kept on the site: 1 of the entries imported from it (other)"
    ]


def test_entries_found_are_the_sum_of_all_outcomes() -> None:
    text = PAPER + PAPER + edit(PAPER, ("lovelace1843", "new"), ("10.1000/notes", "10.1000/others"), ("Notes", "Hints"))
    counts = run_import(text).counts
    assert counts == {"found": 3, "created": 2, "updated": 0, "unchanged": 0, "merged": 1, "skipped": 0}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "papers.bib is empty."),
        (b" \n", "papers.bib is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(32)) * 30, "papers.bib is not BibTeX: it is not even text."),
        (b"Dear colleagues,", "papers.bib is not BibTeX: there is no entry (@article{…}) in it."),
        (b"me@home.example", "papers.bib is not BibTeX: there is no entry (@article{…}) in it."),
    ],
)
def test_what_is_not_bibtex_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(NotBibTeX, match=r".") as error:
        plan([Source("papers.bib", content)])
    assert str(error.value) == sentence


def test_a_plan_writes_nothing_and_tells_the_same(django_assert_num_queries: Any) -> None:
    text = PAPER + PAPER
    planned = plan([Source("papers.bib", text.encode())]).report.as_dict()
    assert (Publication.objects.count(), Author.objects.count(), ImportRun.objects.count()) == (0, 0, 0)
    assert run_import(text).as_dict() == planned


def test_a_plan_is_refused_when_the_site_changed_meanwhile() -> None:
    made = plan([Source("papers.bib", PAPER.encode())])
    make_publication()
    with pytest.raises(StalePlan):
        apply(made)
    assert Publication.objects.count() == 1


def test_a_plan_is_refused_when_its_publication_was_edited_meanwhile() -> None:
    run_import(PAPER)
    made = plan([Source("papers.bib", edit(PAPER, ("{3}", "{4}")).encode())])
    row = Publication.objects.get()
    row.note = "edited"
    row.save()
    with pytest.raises(StalePlan):
        apply(made)
    assert the_publication().volume == "3"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["publications_publication", "publications_authorship", "publications_bibentry"])
def test_a_database_error_at_entry_3_leaves_nothing(table: str) -> None:
    text = "".join(f"@misc{{k{n}, author={{Ada Lovelace}}, title={{Title {n}}}}}\n" for n in range(6))
    made = plan([Source("papers.bib", text.encode())])
    with connection.execute_wrapper(failing_at(table, 3)), pytest.raises(DatabaseError):
        apply(made)
    assert (Publication.objects.count(), Author.objects.count(), ImportRun.objects.count()) == (0, 0, 0)


def failing_at(table: str, number: int) -> Callable[..., Any]:
    """A wrapper around every statement: the third row put into `table` is an error of the database's."""

    def wrapper(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(f'INSERT INTO "{table}"') and many:
            return execute(sql, breaking(params), many, context)
        return execute(sql, params, many, context)

    def breaking(rows: Any) -> Any:
        for place, row in enumerate(rows, 1):
            if place == number:
                raise DatabaseError("disk full")
            yield row

    return wrapper


def test_queries_do_not_grow_with_the_file(django_assert_max_num_queries: Any) -> None:
    text = "".join(
        f"@article{{k{n}, author={{Person{n}, A. and Other{n}, B.}}, title={{Title {n}}}, url={{https://example.org/{n}}},"
        f" keywords={{topic {n}}}}}\n"
        for n in range(300)
    )
    with django_assert_max_num_queries(60):
        run_import(text)
    assert Publication.objects.count() == 300
    with django_assert_max_num_queries(12):
        run_import(text)


def test_undo_takes_an_import_back() -> None:
    make_publication(authors=["Emmy Noether"])
    _, run = import_run(PAPER)
    undone = undo(run)
    assert (undone.removed, undone.restored, undone.kept) == (1, 0, [])
    assert [row.title for row in Publication.objects.all()] == ["Paper 1"]
    assert [author.printed for author in Author.objects.all()] == ["Emmy Noether"]
    assert (Link.objects.count(), Topic.objects.count(), BibEntry.objects.count()) == (0, 0, 0)
    assert ImportRun.objects.get(pk=run.pk).state == "undone"
    with pytest.raises(ValueError, match="nothing to take back"):
        undo(run)


def test_undo_keeps_and_names_what_was_edited_since() -> None:
    _, run = import_run(PAPER + "@misc{other, title={Other}}")
    row = Publication.objects.get(citation_key="lovelace1843")
    row.abstract = "Typed."
    row.save()
    undone = undo(run)
    assert undone.kept == ["lovelace1843: was edited since"]
    assert [row.citation_key for row in Publication.objects.all()] == ["lovelace1843"]
    assert BibEntry.objects.count() == 1


def test_undo_keeps_what_the_site_refers_to() -> None:
    _, run = import_run(PAPER)
    make_news(publication=the_publication())
    assert undo(run).kept == ["lovelace1843: something on the site refers to it"]
    assert Publication.objects.count() == 1


def test_undo_of_an_update_brings_the_old_values_back() -> None:
    run_import(PAPER)
    before = everything()
    changed = edit(
        PAPER,
        ("{3}", "{4}"),
        ("and Babbage, Charles", "and Byron, Anne"),
        ("engines, numbers", "numbers, letters"),
        ("https://example.org/code", "https://example.org/new"),
        ("customfield = {kept}", "another = {new}"),
    )
    _, run = import_run(changed)
    assert everything() != before
    undone = undo(run)
    assert (undone.removed, undone.restored, undone.kept) == (0, 1, [])
    assert everything() == before
    assert Author.objects.filter(family="Byron").count() == 0
    assert outcomes(run_import(PAPER)) == [("lovelace1843", "unchanged")]


def test_undo_of_an_update_keeps_the_columns_edited_since() -> None:
    run_import(PAPER)
    _, run = import_run(edit(PAPER, ("{3}", "{4}"), ("{666--731}", "{700}")))
    row = Publication.objects.get()
    row.volume = "5"
    row.save()
    assert undo(run).kept == ["lovelace1843: volume was edited since"]
    assert (the_publication().volume, the_publication().pages) == ("5", "666–731")


def test_undo_stops_at_what_a_later_import_changed() -> None:
    _, first = import_run(PAPER)
    _, second = import_run(edit(PAPER, ("{3}", "{4}")))
    assert undo(first).kept == ["lovelace1843: a later import changed it"]
    assert the_publication().volume == "4"
    undo(second)
    assert the_publication().volume == "3"


def test_undo_takes_a_merged_entry_apart_again() -> None:
    run_import(PAPER)
    before = everything()
    _, run = import_run(edit(PAPER, ("lovelace1843", "scholar"), ("year", "number = {7},\n year")), name="scholar.bib")
    assert the_publication().number == "7"
    undo(run)
    assert everything() == before
    assert BibEntry.objects.get().source == "papers.bib"


def everything() -> dict[str, Any]:
    row = the_publication()
    plain = {field.name: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "updated"}
    return plain | {
        "authors": [str(a) for a in row.authorships.all()],
        "links": [(link.label, link.url) for link in row.links.all()],
        "topics": [topic.name for topic in row.topics.all()],
        "entries": list(row.bib_entries.values("raw", "hash", "columns", "is_primary", "key")),
    }


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is a Unix thing")
def test_a_kill_during_the_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Fifty imports get kill -9 at random moments; the database (SQLite's file) holds nothing or all, and opens."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.publications.killing", str(tmp_path), "50"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    nothing = [0] * len(told["all"])
    assert told["all"][0] == told["all"][3] == 400 and len(told["left"]) == 50
    assert [left for left in told["left"] if left not in (nothing, told["all"])] == []
    assert nothing in told["left"] and told["all"] in told["left"]  # some were killed before the commit, some after
