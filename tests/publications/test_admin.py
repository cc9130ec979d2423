"""Publications in the admin: authors as names in order, slugs, many authors, BibTeX to be read."""

from __future__ import annotations

import pytest
from django.test import Client

from publications.models import Author, Authorship, BibEntry, ImportRun, Publication
from tests.adminforms import errors_in, read_form, save, submit
from tests.everything import admin_url
from tests.factories import make_publication

ADD = "/admin/publications/publication/add/"

pytestmark = pytest.mark.django_db


def authors(publication: Publication) -> list[tuple[int, str, str]]:
    return [(a.position, a.printed, a.marks) for a in publication.authorships.all()]


def names(publication: Publication) -> list[str]:
    return [a.printed for a in publication.authorships.all()]


# Authors -----------------------------------------------------------------------------------------------------------


def test_authors_are_typed_as_names(owner: Client) -> None:
    known = Author.objects.create(given="Charles", family="Babbage")
    changes = {
        "title": "Notes on the  Analytical\nEngine",
        "year": "1843",
        "authorships-0-name": "Lovelace, Ada",
        "authorships-0-marks": "*",
        "authorships-1-name": "Charles Babbage†",
    }
    save(owner, ADD, changes)
    paper = Publication.objects.get()
    assert paper.title == "Notes on the Analytical Engine"
    assert authors(paper) == [(0, "Ada Lovelace", "*"), (1, "Charles Babbage", "†")]
    assert paper.authorships.all()[1].author == known
    assert Author.objects.count() == 2


def test_a_group_in_braces_is_one_author(owner: Client) -> None:
    save(owner, ADD, {"title": "Higgs", "authorships-0-name": "{Barnes and Noble}"})
    row = Authorship.objects.get()
    assert (row.family, row.given, row.is_literal, row.author.is_literal) == ("Barnes and Noble", "", True, True)


def test_swap_insert_and_delete_in_one_save(owner: Client) -> None:
    paper = make_publication(authors=["Ada Lovelace", "Charles Babbage", "Mary Somerville"])
    changes = {
        "authorships-0-position": "1",
        "authorships-1-position": "0",
        "authorships-2-DELETE": "on",
        "authorships-3-name": "Augustus De Morgan",
        "authorships-3-position": "0",
    }
    save(owner, admin_url(paper, "change"), changes)
    assert authors(paper) == [(0, "Charles Babbage", ""), (1, "Augustus De Morgan", ""), (2, "Ada Lovelace", "")]


def test_page_order_is_form_order(owner: Client, visitor: Client) -> None:
    paper = make_publication(authors=["Ada Lovelace", "Charles Babbage"])
    save(owner, admin_url(paper, "change"), {"authorships-0-position": "9"})
    body = visitor.get(paper.get_absolute_url()).content.decode()
    assert body.index("Charles Babbage") < body.index("Ada Lovelace")


def test_a_name_that_is_not_touched_keeps_its_parts_and_its_person(owner: Client) -> None:
    paper = make_publication(authors=["Lovelace, A."])
    row = paper.authorships.get()
    row.author = Author.objects.create(given="Augusta Ada", family="King")  # merged by hand
    row.save()
    save(owner, admin_url(paper, "change"), {"authorships-0-marks": "*"})
    row.refresh_from_db()
    assert (row.printed, row.marks, row.author.family) == ("A. Lovelace", "*", "King")


def test_a_corrected_name_finds_the_right_person(owner: Client) -> None:
    paper = make_publication(authors=["Ada Lovelac"])
    right = Author.objects.create(given="Ada", family="Lovelace")
    save(owner, admin_url(paper, "change"), {"authorships-0-name": "Ada Lovelace"})
    assert paper.authorships.get().author == right


def test_the_same_author_twice_is_a_form_error(owner: Client) -> None:
    paper = make_publication(authors=["Ada Lovelace"])
    for changes in (
        {"authorships-1-name": "Lovelace, Ada"},
        {"authorships-1-name": "A. Lovelace"},
        {"authorships-1-name": "New Person", "authorships-2-name": "Person, New"},
    ):
        response = submit(owner, admin_url(paper, "change"), changes)
        assert "name: This person stands twice among the authors." in errors_in(response), changes
    assert names(paper) == ["Ada Lovelace"]


def test_what_is_no_name_is_a_form_error(owner: Client) -> None:
    for text in ("*", ",", "{}"):
        response = submit(owner, ADD, {"title": "x", "authorships-0-name": text})
        assert [error.partition(":")[0] for error in errors_in(response)] == ["name"], text
    assert Publication.objects.count() == 0


def test_a_person_with_papers_is_not_deleted(owner: Client) -> None:
    paper = make_publication(title="The paper she wrote", authors=["Ada Lovelace"])
    author = paper.authorships.get().author
    for response in (
        owner.post(admin_url(author, "delete"), {"post": "yes"}),
        owner.post(
            "/admin/publications/author/",
            {"action": "delete_selected", "_selected_action": [author.pk], "post": "yes"},
            follow=True,
        ),
    ):
        assert "would require deleting the following protected related objects" in response.content.decode()
    assert Author.objects.count() == 1


def test_a_persons_page_lists_their_papers(owner: Client) -> None:
    paper = make_publication(title="The paper she wrote", authors=["Lovelace, A."])
    body = owner.get(admin_url(paper.authorships.get().author, "change")).content.decode()
    assert admin_url(paper, "change") in body and "The paper she wrote" in body and "A. Lovelace" in body


# Many authors ------------------------------------------------------------------------------------------------------


def make_large(count: int = 300) -> Publication:
    return make_publication(authors=[f"Given{number} Family{number}" for number in range(count)])


def test_fifty_authors_are_rows_and_more_are_lines(owner: Client) -> None:
    rows, lines = make_large(50), make_large(51)
    assert "authorships-49-name" in read_form(owner, admin_url(rows, "change"))
    form = read_form(owner, admin_url(lines, "change"))
    assert len(form["author_lines"].splitlines()) == 51
    assert "authorships-TOTAL_FORMS" not in form


def test_three_hundred_authors_are_saved(owner: Client) -> None:
    paper = make_large()
    url = admin_url(paper, "change")
    lines = read_form(owner, url)["author_lines"].splitlines()
    kept = {row.printed: row.author_id for row in paper.authorships.all()}
    lines[0], lines[1] = lines[1], f"{lines[0]}*"
    del lines[10]
    lines.append("{The Collaboration}")
    save(owner, url, {"author_lines": "\n".join(lines) + "\n\n", "title": "Large"})
    rows = list(paper.authorships.all())
    assert [row.position for row in rows] == list(range(300))
    assert [(row.printed, row.marks) for row in rows[:3]] == [
        ("Given1 Family1", ""),
        ("Given0 Family0", "*"),
        ("Given2 Family2", ""),
    ]
    assert rows[-1].is_literal and rows[-1].printed == "The Collaboration"
    assert {row.printed: row.author_id for row in rows[:-1]}.items() <= kept.items()
    assert Author.objects.count() == 301


def test_lines_that_are_not_touched_are_left_alone(owner: Client) -> None:
    paper = make_large(60)
    before = list(paper.authorships.values_list("pk", flat=True))
    save(owner, admin_url(paper, "change"), {"title": "Another title"})
    assert list(paper.authorships.values_list("pk", flat=True)) == before


def test_a_line_twice_is_a_form_error(owner: Client) -> None:
    paper = make_large(60)
    url = admin_url(paper, "change")
    lines = f"{read_form(owner, url)['author_lines']}\nNew, Some\nSome New"
    assert errors_in(submit(owner, url, {"author_lines": lines})) == ["author_lines: “Some New” stands here twice."]
    assert paper.authorships.count() == 60


# Slug, BibTeX fields, files ----------------------------------------------------------------------------------------


def test_a_slug_is_made_of_name_year_and_words(owner: Client) -> None:
    changes = {"title": "Notes on the Analytical Engine", "year": "1843", "authorships-0-name": "Ada Lovelace"}
    for slug in ("lovelace-1843-notes-analytical-engine", "lovelace-1843-notes-analytical-engine-2"):
        save(owner, ADD, changes)
        assert Publication.objects.order_by("pk").last().slug == slug  # type: ignore[union-attr]


def test_a_citation_key_is_made_and_told_apart(owner: Client, visitor: Client) -> None:
    for _ in range(2):
        save(owner, ADD, {"title": "Notes on Engines", "year": "1843", "authorships-0-name": "Ada Lovelace"})
    keys = list(Publication.objects.order_by("pk").values_list("citation_key", flat=True))
    assert keys == ["lovelace1843notes", "lovelace1843notesa"]
    assert "{lovelace1843notesa,\n" in visitor.get("/publications.bib").content.decode()


def test_a_slug_that_was_typed_stays(owner: Client) -> None:
    save(owner, ADD, {"title": "Notes", "slug": "my-notes"})
    paper = Publication.objects.get()
    save(owner, admin_url(paper, "change"), {"title": "Other notes"})
    paper.refresh_from_db()
    assert paper.slug == "my-notes"


def test_other_bibtex_fields_are_edited_line_by_line(owner: Client) -> None:
    paper = make_publication(extra={"keywords": "a, b", "annote": "first\nsecond", "empty": ""})
    url = admin_url(paper, "change")
    assert read_form(owner, url)["extra"] == "annote = first\n  second\nempty = \nkeywords = a, b"
    save(owner, url, {"title": "Nothing about the fields"})
    paper.refresh_from_db()
    assert paper.extra == {"keywords": "a, b", "annote": "first\nsecond", "empty": ""}
    save(owner, url, {"extra": "keywords = a = b\n\nannote = first\n  third"})
    paper.refresh_from_db()
    assert paper.extra == {"keywords": "a = b", "annote": "first\nthird"}
    response = submit(owner, url, {"extra": "no equals sign"})
    assert errors_in(response) == ["extra: “no equals sign” is not “name = value”."]


def test_a_doi_may_be_pasted_as_its_address(owner: Client) -> None:
    save(owner, ADD, {"title": "x", "doi": "https://doi.org/10.1000/ABC"})
    assert Publication.objects.get().doi == "10.1000/ABC"


def test_the_month_is_chosen_by_name(owner: Client) -> None:
    save(owner, ADD, {"title": "x", "year": "2024", "month": "5"})
    assert Publication.objects.get().month == 5
    assert "month" in errors_in(submit(owner, ADD, {"title": "y", "month": "13"}))[0]


def test_imported_bibtex_is_shown_to_be_read(owner: Client) -> None:
    paper = make_publication()
    BibEntry.objects.create(publication=paper, source="papers.bib", key="x", raw="@misc{x, note={<b>}}", hash="0")
    body = owner.get(admin_url(paper, "change")).content.decode()
    assert "@misc{x, note={&lt;b&gt;}}" in body
    assert 'name="bib_entries-0-raw"' not in body


def test_imports_are_listed_but_not_edited(owner: Client) -> None:
    run = ImportRun.objects.create(sources=["papers.bib"])
    assert "papers.bib" in owner.get("/admin/publications/importrun/").content.decode()
    assert owner.get(admin_url(run, "change")).status_code == 200
    assert owner.post(admin_url(run, "change"), {"state": "undone"}).status_code == 403
    assert owner.post(admin_url(run, "delete"), {"post": "yes"}).status_code == 403


def test_actions_select_and_unselect(owner: Client) -> None:
    one, two = make_publication(), make_publication()
    url = "/admin/publications/publication/"
    owner.post(url, {"action": "select", "_selected_action": [one.pk, two.pk]})
    owner.post(url, {"action": "unselect", "_selected_action": [two.pk]})
    assert list(Publication.objects.selected()) == [one]


def test_everything_of_a_publication_survives_being_opened_and_saved(owner: Client) -> None:
    paper = make_publication(
        authors=["Ludwig van Beethoven", "García Márquez, Gabriel", "{CERN}", "King, Jr., Martin Luther"],
        links=[("Code", "https://example.org/code")],
        month=3,
        venue="A venue",
        extra={"a": "1"},
        editors="Babbage, Charles\nSomerville, Mary",
        abstract="Two\n\nparagraphs, $x_1$ & <tags>",
    )

    def state() -> tuple[object, ...]:
        row = Publication.objects.values().get()
        row.pop("updated")
        parts = paper.authorships.values_list("pk", "given", "particle", "family", "suffix", "is_literal", "author_id")
        return row, list(parts), list(paper.links.values_list("pk", "label", "url", "position"))

    before = state()
    save(owner, admin_url(paper, "change"), {})
    assert state() == before
