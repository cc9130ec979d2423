"""When two entries are one work, and when they only look like it."""

from __future__ import annotations

import pytest

from publications.matching import venues_differ
from publications.models import BibEntry, Publication
from tests.factories import make_publication
from tests.publications.imports import PAPER, edit, line_of, outcomes, run_import, the_publication

BASE = {"author": "Lovelace, Ada and Noether, Emmy", "title": "On Engines and Rings", "year": "2020"}
JOURNAL = {**BASE, "journal": "Annals of Engines", "volume": "7", "pages": "1--20"}
ARXIV = {**BASE, "eprint": "2001.00001", "archiveprefix": "arXiv"}
CONFERENCE = {**BASE, "booktitle": "Proceedings of the Conference on Engines", "pages": "5--9"}


def entry(key: str, kind: str, **fields: str) -> str:
    written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{written}}}\n"


SAME = {
    "same DOI, title cut": (
        entry("a", "article", **JOURNAL, doi="10.1000/X"),
        entry("b", "article", **{**BASE, "title": "On Engines", "doi": "https://doi.org/10.1000/x", "year": "2024"}),
    ),
    "preprint and article": (entry("a", "misc", **ARXIV), entry("b", "article", **{**JOURNAL, "year": "2022"})),
    "preprint and conference": (entry("a", "misc", **ARXIV), entry("b", "inproceedings", **CONFERENCE)),
    "preprint of another title": (
        entry("a", "misc", **ARXIV),
        entry("b", "inproceedings", **{**CONFERENCE, "title": "Rings for Engines", "eprint": "2001.00001v3"}),
    ),
    "CoRR without number": (
        entry("a", "article", **BASE, journal="CoRR"),
        entry("b", "article", **{**JOURNAL, "year": "2022"}),
    ),
    "DBLP and Scholar": (
        entry("DBLP:conf/x/L20", "inproceedings", **CONFERENCE, doi="10.1000/x"),
        entry("lovelace2020engines", "inproceedings", author="Lovelace, Ada and others", title="On engines and rings",
              booktitle="Conf. on Engines", year="2020"),
    ),
    "accents, case and year by one": (
        entry("a", "article", **{**JOURNAL, "author": "G{\\\"o}del, Kurt"}),
        entry("b", "article", author="Kurt Godel", title="on engines AND rings", journal="Ann. Eng.", year="2021"),
    ),
    "venue as acronym": (
        entry("a", "inproceedings", **BASE, booktitle="CVPR"),
        entry("b", "inproceedings", **BASE, booktitle="IEEE Conference on Computer Vision and Pattern Recognition"),
    ),
    "book with ISBN-10 and ISBN-13": (
        entry("a", "book", **BASE, isbn="0-387-97596-9", publisher="Springer"),
        entry("b", "book", **BASE, isbn="978-0-387-97596-2", publisher="Springer-Verlag"),
    ),
    "manuscript that was published": (
        entry("a", "unpublished", **{**BASE, "note": "Submitted"}),
        entry("b", "article", **{**JOURNAL, "year": "2021"}),
    ),
}  # fmt: skip
APART = {
    "a book's DOI on two chapters": (
        entry("a", "incollection", **{**BASE, "title": "Engines", "doi": "10.1000/book", "booktitle": "Handbook"}),
        entry("b", "incollection", **{**BASE, "title": "Rings", "doi": "10.1000/book", "booktitle": "Handbook"}),
    ),
    "parts with one DOI": (
        entry("a", "article", **{**JOURNAL, "title": "Engines. Part I", "doi": "10.1000/x"}),
        entry("b", "article", **{**JOURNAL, "title": "Engines. Part II", "doi": "10.1000/x"}),
    ),
    "talk and paper": (
        entry("a", "inproceedings", **CONFERENCE),
        entry("b", "misc", **BASE, howpublished="Invited talk, London"),
    ),
    "thesis and paper": (
        entry("a", "article", **JOURNAL),
        entry("b", "phdthesis", **BASE, school="London"),
    ),
    "report and paper": (entry("a", "article", **JOURNAL), entry("b", "techreport", **BASE, institution="London")),
    "conference and journal version": (entry("a", "inproceedings", **CONFERENCE), entry("b", "article", **JOURNAL)),
    "editorials of two issues": (
        entry("a", "article", **{**BASE, "title": "Editorial", "journal": "Annals of Engines"}),
        entry("b", "article", **{**BASE, "title": "Editorial", "journal": "Annals of Engines"}),
    ),
    "two volumes": (entry("a", "article", **JOURNAL), entry("b", "article", **{**JOURNAL, "volume": "8"})),
    "two DOIs": (
        entry("a", "article", **JOURNAL, doi="10.1000/x"),
        entry("b", "article", **JOURNAL, doi="10.1000/y"),
    ),
    "two pages": (entry("a", "article", **JOURNAL), entry("b", "article", **{**JOURNAL, "pages": "30--40"})),
    "two editions": (
        entry("a", "book", **BASE, edition="First"),
        entry("b", "book", **BASE, edition="Second"),
    ),
    "two arXiv numbers": (
        entry("a", "misc", **ARXIV),
        entry("b", "misc", **{**ARXIV, "eprint": "2001.00002"}),
    ),
    "two places of one talk": (
        entry("a", "misc", **BASE, howpublished="Talk at the Engine Club"),
        entry("b", "misc", **BASE, howpublished="Talk at the Ring Society"),
    ),
    "two schools": (
        entry("a", "phdthesis", **BASE, school="London"),
        entry("b", "phdthesis", **BASE, school="Paris"),
    ),
    "years far apart": (entry("a", "article", **JOURNAL), entry("b", "article", **{**BASE, "year": "2010"})),
    "C and C++": (
        entry("a", "book", **{**BASE, "title": "Algorithms in C"}),
        entry("b", "book", **{**BASE, "title": "Algorithms in C++"}),
    ),
    "two journals": (
        entry("a", "article", **BASE, journal="Nature"),
        entry("b", "article", **BASE, journal="Science"),
    ),
    "a manuscript written after the paper": (
        entry("a", "inproceedings", **CONFERENCE),
        entry("b", "unpublished", **{**BASE, "year": "2022", "note": "Long version"}),
    ),
    "no authors": (entry("a", "misc", title="On Engines"), entry("b", "misc", title="On Engines")),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
@pytest.mark.parametrize("order", [1, -1], ids=["as listed", "reversed"])
def test_entries_of_one_work_become_one_publication(pair: tuple[str, str], order: int) -> None:
    texts = pair[::order]
    report = run_import("".join(texts))
    assert [outcome for _, outcome in outcomes(report)] == ["created", "merged"]
    assert Publication.objects.count() == 1
    assert BibEntry.objects.filter(is_primary=True).count() == 1
    assert [outcome for _, outcome in outcomes(run_import("".join(texts)))] == ["unchanged", "unchanged"]


@pytest.mark.django_db
@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_they_do_so_one_after_the_other_too(pair: tuple[str, str]) -> None:
    run_import(pair[0], name="one.bib")
    report = run_import(pair[1], name="two.bib")
    assert [outcome for _, outcome in outcomes(report)] == ["merged"]
    assert Publication.objects.count() == 1
    assert [outcome for _, outcome in outcomes(run_import(pair[1], name="two.bib"))] == ["unchanged"]
    assert [outcome for _, outcome in outcomes(run_import(pair[0], name="one.bib"))] == ["unchanged"]


@pytest.mark.django_db
@pytest.mark.parametrize("pair", APART.values(), ids=APART.keys())
@pytest.mark.parametrize("order", [1, -1], ids=["as listed", "reversed"])
def test_what_only_looks_alike_stays_apart(pair: tuple[str, str], order: int) -> None:
    text = "".join(pair[::order])
    assert [outcome for _, outcome in outcomes(run_import(text))] == ["created", "created"]
    assert [outcome for _, outcome in outcomes(run_import(text))] == ["unchanged", "unchanged"]


@pytest.mark.django_db
@pytest.mark.parametrize("texts", [SAME["preprint and article"], SAME["preprint and article"][::-1]])
def test_the_published_version_gives_venue_and_year_and_the_preprint_its_number(texts: tuple[str, str]) -> None:
    run_import(texts[0], name="one.bib")
    run_import(texts[1], name="two.bib")
    row = the_publication()
    assert (row.kind, row.venue, row.year, row.citation_key) == ("article", "Annals of Engines", 2022, "b")
    assert row.arxiv_id == "2001.00001"
    assert [(entry.key, entry.is_primary) for entry in row.bib_entries.all()] == [("b", True), ("a", False)]


@pytest.mark.django_db
def test_a_related_work_is_named() -> None:
    report = run_import("".join(APART["thesis and paper"]))
    assert line_of(report, "b").reason == "not the same work as 'a' (one is an article, one a thesis)"


@pytest.mark.django_db
def test_a_journal_version_is_not_drawn_in_by_the_preprint_of_the_conference_paper() -> None:
    text = entry("c", "inproceedings", **CONFERENCE) + entry("p", "misc", **ARXIV) + entry("j", "article", **JOURNAL)
    assert outcomes(run_import(text)) == [("c", "created"), ("p", "merged"), ("j", "created")]


@pytest.mark.django_db
def test_equal_keys_equal_entries_are_one() -> None:
    report = run_import(PAPER + PAPER)
    assert outcomes(report) == [("lovelace1843", "created"), ("lovelace1843", "merged")]
    assert "word for word the entry at papers.bib:1" in report.lines[1].reason
    assert [outcome for _, outcome in outcomes(run_import(PAPER + PAPER))] == ["unchanged", "unchanged"]


@pytest.mark.django_db
def test_equal_keys_of_different_works_get_a_letter_each() -> None:
    text = "".join(f"@misc{{same, title={{Title {word}}}}}\n" for word in ("one", "two", "three"))
    report = run_import(text)
    assert [line.reason for line in report.lines] == [
        "",
        "the key 'same' is another work's; here it is 'samea'",
        "the key 'same' is another work's; here it is 'sameb'",
    ]
    changed = edit(text, ("Title two", "Title two, again"))
    assert [outcome for _, outcome in outcomes(run_import(changed))] == ["unchanged", "updated", "unchanged"]
    assert set(Publication.objects.values_list("citation_key", "title")) == {
        ("same", "Title one"),
        ("samea", "Title two, again"),
        ("sameb", "Title three"),
    }


@pytest.mark.django_db
def test_the_first_of_two_equal_keys_may_go() -> None:
    one, two = "@misc{same, title={Title one}}\n", "@misc{same, title={Title two}}\n"
    run_import(one + two)
    assert [outcome for _, outcome in outcomes(run_import(two))] == ["unchanged"]
    assert Publication.objects.count() == 2


@pytest.mark.django_db
def test_a_renamed_key_does_not_duplicate() -> None:
    run_import(PAPER)
    report = run_import(edit(PAPER, ("lovelace1843", "ada43")))
    assert outcomes(report) == [("ada43", "updated")]
    assert "was 'lovelace1843' before" in line_of(report, "ada43").reason
    assert (the_publication().citation_key, BibEntry.objects.get().key) == ("ada43", "ada43")


@pytest.mark.django_db
def test_a_key_used_for_something_else_is_a_new_work() -> None:
    """Pasted texts all come from one source; a key used before may now name another paper."""
    run_import(PAPER, name="pasted")
    other = "@article{lovelace1843, author={Turing, Alan}, title={Computable Numbers}, year=1936}"
    assert outcomes(run_import(other, name="pasted")) == [("lovelace1843", "created")]
    assert Publication.objects.count() == 2
    assert outcomes(run_import(PAPER, name="pasted")) == [("lovelace1843", "unchanged")]
    assert outcomes(run_import(other, name="pasted")) == [("lovelace1843", "unchanged")]


@pytest.mark.django_db
def test_the_same_bibliography_under_another_name_updates() -> None:
    """People download it as papers (1).bib; what changed in it is to arrive."""
    run_import(PAPER)
    changed = edit(PAPER, ("{3}", "{4}"))
    assert outcomes(run_import(changed, name="papers (1).bib")) == [("lovelace1843", "updated")]
    assert the_publication().volume == "4"
    assert outcomes(run_import(changed, name="papers (1).bib")) == [("lovelace1843", "unchanged")]
    assert outcomes(run_import(PAPER)) == [("lovelace1843", "unchanged")]
    assert the_publication().volume == "4"


@pytest.mark.django_db
def test_another_copy_of_the_file_changes_nothing() -> None:
    run_import(PAPER)
    assert outcomes(run_import(PAPER, name="copy.bib")) == [("lovelace1843", "unchanged")]
    assert BibEntry.objects.count() == 1


@pytest.mark.django_db
def test_a_publication_typed_by_hand_is_recognised_and_filled() -> None:
    make_publication(
        title="Notes on the Analytical Engine", authors=["Ada Lovelace"], year=1843, slug="mine", citation_key="mine"
    )
    report = run_import(PAPER)
    row = the_publication()
    assert outcomes(report) == [("lovelace1843", "merged")]
    assert (row.slug, row.volume, row.citation_key) == ("mine", "3", "mine")


def test_venues_are_told_from_their_abbreviations() -> None:
    same = [
        ("NeurIPS", "Advances in Neural Information Processing Systems"),
        ("J. Chem. Phys.", "The Journal of Chemical Physics"),
        ("forthcoming EMNLP", "Proceedings of the 2021 Conference on Empirical Methods in Natural Language Processing"),
        ("Ann. Pure Appl. Logic", "Annals of Pure and Applied Logic"),
        ("TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
        ("", "Nature"),
    ]
    different = [("Nature", "Science"), ("ICML", "CVPR"), ("Physical Review A", "Journal of Logic")]
    assert [pair for pair in same if venues_differ(*pair)] == []
    assert [pair for pair in different if not venues_differ(*pair)] == []
