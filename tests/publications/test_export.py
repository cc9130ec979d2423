"""BibTeX out: what was imported comes back as it was, with what was edited; nothing breaks out of its field."""

from __future__ import annotations

import string
from typing import Any

import bibtexparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publications.export import export_bibtex, public_bibtex
from publications.models import BibEntry, Publication, Topic
from tests.factories import make_links, make_publication
from tests.publications.imports import PAPER, edit, outcomes, run_import, the_publication

ODD = """@string{ jmlr = "Journal of {M}achine Learning" }

@String(aa = {Engines})
@ARTICLE{One:2001/a&b,
    Author    = "Lovelace, Ada and others",
    Title     = {A {Title} with \\emph{markup}},
    journal   = jmlr # ", " # aa,
    Year      = 2001,
    month     = "12~" # jan,
    owner     = {me},
    Custom-X  = {kept}
}

@inproceedings(two, author = {G{\\"o}del, Kurt}, title = {Zwei}, crossref = {proc},)

@proceedings{proc, title = {Proceedings}, year = 1931, editor = {Hahn, Hans}}
"""


def export(public: bool = False) -> str:
    return export_bibtex(Publication.objects.all(), public=public)


@pytest.mark.django_db
def test_an_entry_comes_back_word_for_word() -> None:
    run_import(PAPER)
    assert export() == PAPER


@pytest.mark.django_db
def test_types_keys_names_order_and_raw_values_are_those_of_the_file() -> None:
    run_import(ODD)
    assert shape(export()) == shape(ODD)


def shape(text: str) -> list[Any]:
    """Entries as a reader that is not ours sees them."""
    library = bibtexparser.parse_string(text, parse_stack=[])
    assert library.failed_blocks == []
    return [
        (entry.entry_type, entry.key, [(field.key, field.value) for field in entry.fields]) for entry in library.entries
    ]


@pytest.mark.django_db
def test_export_imported_into_an_empty_site_gives_the_same_export() -> None:
    run_import(ODD + PAPER)
    first = export()
    Publication.objects.all().delete()
    assert {outcome for _, outcome in outcomes(run_import(first, name="export.bib"))} == {"created"}
    assert export() == first


@pytest.mark.django_db
def test_importing_the_export_back_changes_nothing() -> None:
    run_import(ODD + PAPER)
    assert {outcome for _, outcome in outcomes(run_import(export(), name="export.bib"))} == {"unchanged"}
    assert BibEntry.objects.count() == 4


@pytest.mark.django_db
def test_edited_columns_are_written_over_the_entry() -> None:
    run_import(PAPER)
    row = Publication.objects.get()
    row.volume, row.note, row.doi = "4 & 5", "100 % new", ""
    row.save()
    assert export() == edit(
        PAPER,
        ("volume = {3}", "volume = {4 \\& 5}"),
        ("  doi = {10.1000/notes},\n", ""),
        ("  customfield = {kept}\n", "  customfield = {kept},\n  note = {100 \\% new},\n"),
    )


@pytest.mark.django_db
def test_edited_and_typed_publications_imported_back_change_nothing() -> None:
    run_import(PAPER)
    row = Publication.objects.get()
    row.title, row.year, row.volume = "Quite another title", 1850, ""
    row.save()
    row.topics.add(Topic.objects.create(name="women, in science", slug="w"))
    make_publication(
        title="Typed 100 %", authors=["Emmy Noether"], venue="Annalen", links=[("Slides", "https://example.org/s")]
    )
    assert {outcome for _, outcome in outcomes(run_import(export(), name="export.bib"))} == {"unchanged"}
    assert (Publication.objects.count(), BibEntry.objects.count()) == (2, 1)


@pytest.mark.django_db
def test_an_edited_site_moves_to_an_empty_one() -> None:
    run_import(PAPER)
    row = Publication.objects.get()
    row.title, row.year, row.volume, row.is_selected = "Quite another title", 1850, "", True
    row.save()
    make_links(row, [("Slides", "https://example.org/s")])
    text = export()
    before = (row.title, row.year, row.volume, [link.url for link in row.links.all()])
    Publication.objects.all().delete()
    run_import(text, name="export.bib")
    row = the_publication()
    assert (row.title, row.year, row.volume, [link.url for link in row.links.all()]) == before
    assert export() == text


@pytest.mark.django_db
def test_what_a_person_took_away_is_taken_out_of_every_entry_that_gives_it() -> None:
    run_import(edit(PAPER, ("  doi", "  eprint = {1234.56789}, archiveprefix = {arXiv},\n  doi")))
    preprint = "@misc{pre, author={Lovelace, Ada}, title={Notes on the Analytical Engine}, eprint={1234.56789},"
    run_import(preprint + " archiveprefix={arXiv}, abstract={Old}, video={https://example.org/v}}", name="pre.bib")
    row = the_publication()
    row.abstract = ""
    row.save()
    row.links.filter(label="Video").delete()
    text = export()
    assert text.count("@") == 2
    assert "Old" not in text
    assert "example.org/v" not in text


@pytest.mark.django_db
def test_macros_that_mean_different_things_in_two_files_stay_right() -> None:
    run_import("@string{j = {Journal One}}@article{a, title={A}, journal=j}", name="one.bib")
    run_import("@string{j = {Journal Two}}@article{b, title={B}, journal=j}", name="two.bib")
    text = export()
    Publication.objects.all().delete()
    run_import(text, name="export.bib")
    assert sorted(Publication.objects.values_list("title", "venue")) == [("A", "Journal One"), ("B", "Journal Two")]
    assert export() == text


@pytest.mark.django_db
def test_the_public_entry_has_no_private_field_and_stands_alone() -> None:
    run_import(ODD)
    text = export(public=True)
    assert "owner" not in text
    entries = {entry.key: {f.key.lower(): f.value for f in entry.fields} for entry in parsed(text)}
    assert entries["One:2001/a&b"]["journal"] == "{Journal of {M}achine Learning, Engines}"
    assert entries["One:2001/a&b"]["custom-x"] == "{kept}"
    assert entries["two"]["booktitle"] == "{Proceedings}"
    assert "crossref" not in entries["two"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    ["owner", "Timestamp", "file", "bdsk-file-1", "date-added", "mendeley-groups", "x-color", "comment-me", "annote"],
)
def test_private_fields_are_left_out_by_exact_name(name: str) -> None:
    run_import(edit(PAPER, ("customfield", f"{name} = {{secret}}, {name}ed = {{told}}, customfield")))
    text = public_bibtex(the_publication())
    assert "secret" not in text
    assert text.count("told") == (0 if name in ("bdsk-file-1", "mendeley-groups", "x-color", "comment-me") else 1)
    assert "secret" in export()


@pytest.mark.django_db
def test_public_keys_are_the_sites_own() -> None:
    run_import("@misc{same, title={One}}@misc{same, title={Two}}@misc{, title={Three}}")
    assert sorted(entry.key for entry in parsed(export(public=True))) == ["same", "samea", "three"]
    assert [key for _, key, _ in bare(export())] == ["same", "same", ""]


@pytest.mark.django_db
def test_public_bibtex_costs_no_query(django_assert_num_queries: Any) -> None:
    run_import(ODD)
    rows = list(Publication.objects.with_everything_shown())
    with django_assert_num_queries(0):
        for row in rows:
            public_bibtex(row)


@pytest.mark.django_db
def test_a_broken_entry_is_exported_sound() -> None:
    run_import("@article{a, author={Ada Lovelace}, title={Open, year=2001}\n\n@misc{b, title={Next}}")
    assert sorted(entry.key for entry in parsed(export())) == ["a", "b"]
    first = export()
    Publication.objects.all().delete()
    run_import(first, name="export.bib")
    assert export() == first


NASTY = st.text(alphabet=string.ascii_letters + "{}%&@#$_~^\\\"',=\n éß漢 ", min_size=1, max_size=40)


@pytest.mark.django_db
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NASTY, NASTY, NASTY), min_size=20, max_size=20))
def test_no_value_can_break_out_of_its_field(values: list[tuple[str, str, str]]) -> None:
    Publication.objects.all().delete()
    for number, (title, note, venue) in enumerate(values):
        Publication.objects.create(
            title=title, note=note, venue=venue, slug=f"s{number}", citation_key=f"key{number}", extra={"custom": note}
        )
    for public in (False, True):
        library = bibtexparser.parse_string(export(public), parse_stack=[])
        assert library.failed_blocks == []
        assert [entry.key for entry in library.entries] == [f"key{number}" for number in range(20)]


def parsed(text: str) -> list[bibtexparser.model.Entry]:
    library = bibtexparser.parse_string(text, parse_stack=[])
    assert library.failed_blocks == []
    return library.entries


def bare(text: str) -> list[Any]:
    blocks = bibtexparser.parse_string(text, parse_stack=[]).blocks
    entries = [getattr(block, "ignore_error_block", block) for block in blocks]
    return [(entry.entry_type, entry.key, entry.fields) for entry in entries]


@pytest.mark.django_db
def test_numbers_of_affiliations_stay_out_of_the_entry_and_other_marks_stay_on() -> None:
    """No field says what a number means, and "Whitford2,3" would be another person."""
    run_import("@article{a, author={Ada Lovelace and Paul Erd{\\H o}s}, title={Engines}, year={1843}}")
    paper = the_publication()
    for authorship, marks in zip(paper.authorships.all(), ["1", "2,3*"], strict=True):
        authorship.marks = marks
        authorship.save()
    paper.refresh_from_db()
    authors = [line for line in public_bibtex(paper).splitlines() if "author" in line]
    assert authors == ["  author = {Ada Lovelace and Erdős*, Paul},"]
