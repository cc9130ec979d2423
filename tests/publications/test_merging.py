"""What a person edited stays; what nobody touched follows the file."""

from __future__ import annotations

from typing import Any

import pytest

from academic.models import Link
from publications.columns import PLAIN
from publications.merging import combined, edited, three_way
from publications.models import BibEntry, Publication, Topic
from tests.factories import make_authorship
from tests.publications.imports import PAPER, edit, line_of, outcomes, run_import, the_publication

FULL = """@article{k,
  author = {Lovelace, Ada}, editor = {Babbage, Charles}, collaboration = {Engineers},
  title = {Old title}, year = 2001, month = jan, journal = {Old venue}, shortjournal = {OV}, volume = {1}, number = {2},
  pages = {3--4}, series = {Old series}, edition = {Old edition}, publisher = {Old publisher}, school = {Old school},
  address = {Old place}, doi = {10.1000/old}, eprint = {2001.00001}, archiveprefix = {arXiv}, primaryclass = {cs.AI},
  isbn = {0387975969}, issn = {0000-0001}, pmid = {1}, hal_id = {hal-00000001}, abstract = {Old abstract.},
  language = {en}, license = {Old licence}, note = {Old note}, award_name = {Old award}, award = {Old text},
  annotation = {* equal contribution}, pubstate = {submitted}, keywords = {old}, url_code = {https://example.org/old},
  selected = {true}, extra1 = {old}
}
"""
CHANGES = {
    "authors": ("author = {Lovelace, Ada}", "author = {Lovelace, Ada and Noether, Emmy}"),
    "editors": ("Babbage, Charles", "Turing, Alan"),
    "collaboration": ("Engineers", "Mathematicians"),
    "title": ("Old title", "New title"),
    "year": ("2001,", "2002,"),
    "month": ("jan", "feb"),
    "venue": ("Old venue", "New venue"),
    "venue_short": ("{OV}", "{NV}"),
    "volume": ("volume = {1}", "volume = {10}"),
    "number": ("number = {2}", "number = {20}"),
    "pages": ("3--4", "30--40"),
    "series": ("Old series", "New series"),
    "edition": ("Old edition", "New edition"),
    "publisher": ("Old publisher", "New publisher"),
    "institution": ("Old school", "New school"),
    "location": ("Old place", "New place"),
    "doi": ("10.1000/old", "10.1000/new"),
    "arxiv_id": ("2001.00001", "2001.00002"),
    "arxiv_class": ("cs.AI", "cs.LG"),
    "isbn": ("0387975969", "0387975961"),
    "issn": ("0000-0001", "0000-0002"),
    "pmid": ("pmid = {1}", "pmid = {2}"),
    "hal_id": ("hal-00000001", "hal-00000002"),
    "abstract": ("Old abstract.", "New abstract."),
    "language": ("{en}", "{fr}"),
    "licence": ("Old licence", "New licence"),
    "note": ("Old note", "New note"),
    "award": ("Old award", "New award"),
    "award_text": ("Old text", "New text"),
    "marks_legend": ("* equal contribution", "† equal contribution"),
    "status": ("{submitted}", "{inpress}"),
    "topics": ("keywords = {old}", "keywords = {old, new}"),
    "links": ("https://example.org/old", "https://example.org/new"),
    "extra": ("extra1 = {old}", "extra1 = {new}"),
    "entry_type": ("@article", "@review"),
    "selected": ("{true}", "{false}"),
}
TYPED: dict[str, Any] = {"year": 1999, "month": 12, "selected": False, "status": "accepted", "entry_type": "misc"}
FIELDS = {"selected": "is_selected"}


@pytest.mark.django_db
@pytest.mark.parametrize("column", CHANGES)
def test_an_untouched_column_follows_the_file(column: str) -> None:
    run_import(FULL)
    before = values()
    line = line_of(run_import(edit(FULL, CHANGES[column])), "k")
    after = values()
    assert line.outcome == "updated"
    assert {name for name in after if after[name] != before[name]} == {column}


@pytest.mark.django_db
@pytest.mark.parametrize("column", sorted(CHANGES.keys() - {"authors", "topics", "links", "extra", "selected"}))
def test_an_edited_column_stays_and_is_reported_once_while_others_follow(column: str) -> None:
    run_import(FULL)
    row = Publication.objects.get()
    typed = TYPED.get(column, "Typed by hand")
    setattr(row, FIELDS.get(column, column), typed)
    row.save()
    other = "note" if column != "note" else "series"
    changed = edit(FULL, CHANGES[column], CHANGES[other])
    line = line_of(run_import(changed), "k")
    row = Publication.objects.get()
    assert getattr(row, FIELDS.get(column, column)) == typed
    assert getattr(row, other) == f"New {other}"
    assert line.outcome == "updated"
    assert f"{column.replace('_', ' ')}: “{typed}” was typed here and stays; the file says" in line.reason
    assert line_of(run_import(changed), "k").reason == "as imported before"


@pytest.mark.django_db
def test_a_conflict_alone_leaves_the_publication_unchanged() -> None:
    run_import(PAPER)
    row = Publication.objects.get()
    row.volume = "5"
    row.save()
    updated = Publication.objects.get().updated
    line = line_of(run_import(edit(PAPER, ("{3}", "{4}"))), "lovelace1843")
    assert (line.outcome, line.reason) == (
        "unchanged",
        "volume: “5” was typed here and stays; the file says “4”",
    )
    assert Publication.objects.get().updated == updated
    assert BibEntry.objects.get().columns["volume"] == "4"


@pytest.mark.django_db
def test_the_base_moves_on_so_that_typing_what_the_file_says_ends_the_conflict() -> None:
    run_import(PAPER)
    Publication.objects.update(volume="5")
    run_import(edit(PAPER, ("{3}", "{4}")))
    Publication.objects.update(volume="4")
    assert outcomes(run_import(edit(PAPER, ("{3}", "{6}")))) == [("lovelace1843", "updated")]
    assert the_publication().volume == "6"


@pytest.mark.django_db
def test_a_field_that_left_the_file_is_cleared_only_where_nobody_edited_it() -> None:
    run_import(FULL)
    Publication.objects.update(series="Typed")
    run_import(edit(FULL, ("series = {Old series}, ", ""), ("note = {Old note}, ", ""), ("month = jan, ", "")))
    row = the_publication()
    assert (row.series, row.note, row.month) == ("Typed", "", None)


@pytest.mark.django_db
def test_line_ends_of_a_form_are_no_edit() -> None:
    run_import(edit(FULL, ("Old abstract.", "One.\n\nTwo.")))
    Publication.objects.update(abstract="One.\r\n\r\nTwo.")
    line = line_of(run_import(edit(FULL, ("Old abstract.", "One.\n\nThree."))), "k")
    assert line.reason == "changed: abstract"


@pytest.mark.django_db
def test_edited_authors_stay_as_one_list() -> None:
    run_import(PAPER)
    make_authorship(Publication.objects.get(), "Emmy Noether", 2)
    line = line_of(run_import(edit(PAPER, ("Babbage, Charles", "Byron, Anne"), ("{3}", "{4}"))), "lovelace1843")
    assert [a.printed for a in the_publication().authorships.all()] == [
        "Ada Lovelace",
        "Charles Babbage",
        "Emmy Noether",
    ]
    assert "authors: “Ada Lovelace; Charles Babbage; Emmy Noether” was typed here and stays" in line.reason
    assert the_publication().volume == "4"


@pytest.mark.django_db
def test_a_deleted_link_does_not_come_back_and_an_added_one_stays() -> None:
    run_import(PAPER)
    row = Publication.objects.get()
    row.links.all().delete()
    Link.objects.create(owner=row, label="Slides", url="https://example.org/slides")
    changed = edit(PAPER, ("customfield", "video = {https://example.org/video},\n  customfield"))
    run_import(changed)
    assert [(link.label, link.origin) for link in the_publication().links.all()] == [
        ("Slides", "hand"),
        ("Video", "import"),
    ]
    run_import(edit(changed, ("video = {https://example.org/video},\n  ", "")))
    assert [link.label for link in the_publication().links.all()] == ["Slides"]


@pytest.mark.django_db
def test_a_relabelled_link_stays_relabelled() -> None:
    run_import(PAPER)
    Link.objects.update(label="My code")
    run_import(edit(PAPER, ("customfield", "slides = {https://example.org/s},\n  customfield")))
    assert [link.label for link in the_publication().links.all()] == ["My code", "Slides"]
    run_import(edit(PAPER, ("code = {https://example.org/code},", "")))
    assert [link.label for link in the_publication().links.all()] == ["My code"]


@pytest.mark.django_db
def test_topics_merge_as_a_set() -> None:
    run_import(PAPER)
    row = Publication.objects.get()
    row.topics.remove(Topic.objects.get(name="engines"))
    row.topics.add(Topic.objects.create(name="women", slug="women"))
    run_import(edit(PAPER, ("engines, numbers", "engines, letters")))
    assert [topic.name for topic in the_publication().topics.all()] == ["letters", "women"]


@pytest.mark.django_db
def test_other_fields_merge_one_by_one() -> None:
    run_import(edit(PAPER, ("customfield = {kept}", "one = {1}, two = {2}, three = {3rd}")))
    row = Publication.objects.get()
    row.extra = {**row.extra, "two": "typed", "four": "added"}
    row.save()
    changed = edit(PAPER, ("customfield = {kept}", "one = {11}, two = {22}"))
    line = line_of(run_import(changed), "lovelace1843")
    assert the_publication().extra == {"one": "11", "two": "typed", "four": "added"}
    assert "two: “typed” was typed here and stays; the file says “22”" in line.reason


@pytest.mark.django_db
def test_keep_never_touches_what_exists() -> None:
    run_import(PAPER)
    changed = edit(PAPER, ("{3}", "{4}"))
    report = run_import(changed + "@misc{new, title={New}}", update="keep")
    assert outcomes(report) == [("lovelace1843", "unchanged"), ("new", "created")]
    assert line_of(report, "lovelace1843").reason == "is there already and was left as it is"
    assert the_publication_of("lovelace1843").volume == "3"
    assert outcomes(run_import(changed)) == [("lovelace1843", "updated")]


@pytest.mark.django_db
def test_overwrite_lets_the_file_win() -> None:
    run_import(PAPER)
    Publication.objects.update(volume="5", note="typed")
    report = run_import(PAPER, update="overwrite")
    assert outcomes(report) == [("lovelace1843", "updated")]
    assert (the_publication().volume, the_publication().note) == ("3", "typed")
    assert outcomes(run_import(PAPER, update="overwrite")) == [("lovelace1843", "unchanged")]
    run_import(edit(PAPER, ("{3}", "{4}")), update="overwrite")
    assert the_publication().volume == "4"


@pytest.mark.django_db
def test_a_second_source_fills_gaps_and_replaces_nothing() -> None:
    run_import(PAPER)
    scholar = edit(
        PAPER,
        ("lovelace1843", "scholar"),
        ("Scientific Memoirs", "Sci. Memoirs"),
        ("customfield = {kept}", "publisher = {Taylor}, other = {field}"),
        ("https://example.org/code", "https://example.org/else"),
    )
    line = line_of(run_import(scholar, name="scholar.bib"), "scholar")
    row = the_publication()
    assert line.outcome == "merged"
    assert (row.venue, row.publisher, row.citation_key) == ("Scientific Memoirs", "Taylor", "lovelace1843")
    assert row.extra == {"customfield": "kept", "other": "field"}
    assert {link.url for link in row.links.all()} == {"https://example.org/code", "https://example.org/else"}
    run_import(edit(PAPER, ("Scientific Memoirs", "Memoirs")))
    assert (the_publication().venue, the_publication().publisher) == ("Memoirs", "Taylor")


def test_a_column_is_edited_when_it_differs_from_what_the_entry_gave() -> None:
    assert edited({"title": "A", "topics": ["x", "y"]}, {"title": "B", "topics": ["y", "x"]}) == {"title": "B"}
    assert edited({"note": "A"}, {}) == {"note": None}


def test_merging_three_equal_states_changes_nothing() -> None:
    state = {"title": "A", "links": [{"label": "PDF", "url": "/a.pdf"}], "extra": {"x": "1"}}
    merge = three_way(state, state, state)
    assert (merge.changes, merge.conflicts) == ({}, [])


def test_a_preprint_adds_its_number_but_not_its_date_to_the_paper() -> None:
    paper = {"kind": "article", "title": "T", "year": 2020, "venue": "J"}
    preprint = {
        "kind": "preprint",
        "title": "T",
        "year": 2019,
        "month": 5,
        "venue": "arXiv",
        "arxiv_id": "1",
        "note": "n",
    }
    assert combined(paper, [preprint]) == {**paper, "arxiv_id": "1"}


def the_publication_of(key: str) -> Publication:
    return Publication.objects.get(citation_key=key)


def values() -> dict[str, Any]:
    row = the_publication()
    plain = {name: getattr(row, name) for name in (*PLAIN, "editors", "extra")}
    return plain | {
        "selected": row.is_selected,
        "authors": [a.printed for a in row.authorships.all()],
        "topics": [topic.name for topic in row.topics.all()],
        "links": [link.url for link in row.links.all()],
    }
