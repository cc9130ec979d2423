"""BibTeX pasted into a new publication, and as another view of one that exists."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from academic.models import Link
from publications import columns
from publications.merging import combined, edited
from publications.models import Author, BibEntry, Publication, Topic
from tests.adminforms import FormReader, errors_in, read_form, save, submit
from tests.everything import admin_url
from tests.factories import make_publication
from tests.publications.imports import PAPER, edit, outcomes, run_import, the_publication

ADD = "/admin/publications/publication/add/"
ROWS = "academic-link-content_type-object_id"

pytestmark = pytest.mark.django_db


def form_of(response: HttpResponse) -> dict[str, Any]:
    """What a browser would post from this page."""
    reader = FormReader()
    reader.feed(response.content.decode())
    return {
        name: value.removeprefix("\n") if isinstance(value, str) else value
        for name, value in reader.data.items()
        if "__prefix__" not in name
    }


def fill(client: Client, text: str, **typed: Any) -> HttpResponse:
    response = client.post(ADD, {**read_form(client, ADD), "bibtex": text, "_fill": "1", **typed})
    assert response.status_code == 200
    return response  # type: ignore[return-value]


def paste(client: Client, text: str, **changes: Any) -> Publication:
    """Fill the form and save it, some fields changed."""
    response = client.post(ADD, {**form_of(fill(client, text)), **changes})
    assert response.status_code == 302, errors_in(response)  # type: ignore[arg-type]
    return Publication.objects.with_everything_shown().latest("pk")


def edits(publication: Publication) -> dict[str, Any]:
    """The columns that a later import takes for edited by a person."""
    entries = list(publication.bib_entries.all())
    return edited(combined(entries[0].columns, [one.columns for one in entries[1:]]), columns.from_row(publication))


def box(client: Client, publication: Publication) -> str:
    return str(read_form(client, admin_url(publication, "change"))["bibtex"])


def change(client: Client, publication: Publication, *changes: tuple[str, str], **fields: Any) -> HttpResponse:
    """Post the change form with the box edited."""
    url = admin_url(publication, "change")
    return submit(client, url, {"bibtex": edit(box(client, publication), *changes), **fields})


def changed(client: Client, *changes: tuple[str, str], **fields: Any) -> Publication:
    publication = the_publication()
    response = change(client, publication, *changes, **fields)
    assert response.status_code == 302, errors_in(response)
    return the_publication()


# Pasting -----------------------------------------------------------------------------------------------------------


def test_pasted_bibtex_fills_the_form_and_saves_nothing(owner: Client) -> None:
    Topic.objects.create(name="Engines", slug="engines")
    form = form_of(fill(owner, PAPER))
    assert (form["title"], form["year"], form["venue"]) == (
        "Notes on the Analytical Engine",
        "1843",
        "Scientific Memoirs",
    )
    assert (form["kind"], form["entry_type"], form["citation_key"]) == ("article", "article", "lovelace1843")
    assert [form[f"authorships-{n}-name"] for n in range(2)] == ["Ada Lovelace", "Charles Babbage"]
    assert form[f"{ROWS}-0-url"] == "https://example.org/code"
    assert (form["topics"], form["new_topics"]) == ([str(Topic.objects.get().pk)], "numbers")
    assert form["extra"] == "customfield = kept"
    assert form["bibtex"] == PAPER
    assert (Publication.objects.count(), Author.objects.count(), BibEntry.objects.count()) == (0, 0, 0)


def test_saving_makes_the_publication_with_its_entry(owner: Client, visitor: Client) -> None:
    paper = paste(owner, PAPER)
    entry = paper.bib_entries.get()
    assert (entry.source, entry.key, entry.raw, entry.is_primary) == ("pasted", "lovelace1843", PAPER.strip(), True)
    assert edits(paper) == {}
    assert paper.slug == "lovelace-1843-notes-analytical-engine"
    assert {topic.name for topic in paper.topics.all()} == {"engines", "numbers"}
    assert visitor.get(f"{paper.get_absolute_url()}{paper.slug}.bib").content.decode() == PAPER


def test_a_later_import_of_the_same_entry_knows_it(owner: Client) -> None:
    paste(owner, PAPER, note="Typed here")
    assert outcomes(run_import(PAPER)) == [("lovelace1843", "unchanged")]
    assert outcomes(run_import(edit(PAPER, ("{3}", "{4}")))) == [("lovelace1843", "updated")]
    paper = the_publication()
    assert (paper.volume, paper.note) == ("4", "Typed here")


def test_what_was_changed_after_filling_is_an_edit(owner: Client) -> None:
    paper = paste(owner, PAPER, volume="9", **{"authorships-1-name": "C. Babbage"})
    assert set(edits(paper)) == {"volume", "authors"}
    run_import(edit(PAPER, ("{3}", "{4}"), ("= 1843,", "= 1844,")))
    paper = the_publication()
    assert (paper.volume, paper.year) == ("9", 1844)


ENTRIES = [
    '@inproceedings{a, author="Erd{\\H o}s, P{\\\'a}l and {ACME Group} and van der Berg, Jan and others", '
    'title="{On} $\\alpha$ \\& {\\"U}ber", booktitle={Proc. of {X}}, year=2020, month=jun, pages={1--10}, '
    "abstract={First.\n\nSecond \\emph{one}.}, keywords={a, b; c}, url={https://example.org/a_b}, annote={x\n  y}}",
    "@misc{b, title={Preprint}, author={张三 and Smith, Jr., Bob}, eprint={2001.00001v2}, archiveprefix={arXiv}, "
    "primaryclass={cs.CV}, year={2020}, selected={true}, award={Best paper}, note={Submitted}}",
    "@phdthesis{c, title={Une «thèse»}, author={D{\\'e}, Zo\\\"e}, school={Université}, year={2019}, "
    "editor={A, B and C, D}}",
    "@article{d, title={Macro}, author={A, B}, journal=jmlr # { letters}, year=2001, crossref={none}}",
    "@book{e,title={Unclosed}, author={A, B}, year=2001",
    "@article{, title={No key}, author={A, B}, year=2001}",
    "@article{f, author={A, B}, year={in press}, journal={J}}",
]


@pytest.mark.parametrize("text", ENTRIES)
def test_saved_as_filled_nothing_counts_as_edited(owner: Client, text: str) -> None:
    paper = paste(owner, text)
    assert edits(paper) == {}
    report = run_import(text)
    assert [line.outcome for line in report.lines] == ["unchanged"]
    assert Publication.objects.count() == 1


def test_problems_are_named(owner: Client) -> None:
    body = fill(owner, "@article{x, title={Kept}, title={Dropped}, year={2020}}").content.decode()
    assert "duplicate field &#x27;title&#x27;: the first was kept" in body


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Dear reader", "There is no BibTeX entry in this text"),
        ("", "There is no BibTeX entry in this text"),
        (PAPER + PAPER.replace("1843", "1844"), "These are 2 entries."),
    ],
)
def test_what_is_not_one_entry_is_told_and_nothing_typed_is_lost(owner: Client, text: str, sentence: str) -> None:
    typed = {"title": "Typed", "visibility": "draft", "authorships-0-name": "Mary Somerville", f"{ROWS}-0-url": "/x"}
    response = fill(owner, text, **typed)
    assert sentence in response.content.decode()
    form = form_of(response)
    assert {name: form[name] for name in typed} == typed
    assert form["bibtex"] == text


def test_several_entries_are_offered_to_the_import_page(owner: Client) -> None:
    several = PAPER + PAPER.replace("1843", "1944").replace("Notes", "Other").replace("10.1000", "10.2000")
    response = fill(owner, several)
    assert 'formaction="/admin/publications/importrun/add/"' in response.content.decode()
    preview = owner.post("/admin/publications/importrun/add/", form_of(response), follow=True)
    assert [group.count for group in preview.context["preview"].groups] == [2, 0, 0]


def test_what_is_on_the_site_already_is_named(owner: Client) -> None:
    run_import(PAPER)
    body = fill(owner, PAPER).content.decode()
    assert "This seems to be on the site already" in body and admin_url(the_publication(), "change") in body
    body = fill(owner, edit(PAPER, ("lovelace1843", "other"), ("code", "x"))).content.decode()
    assert "the same work as &#x27;lovelace1843&#x27; (same DOI)" in body


def test_what_the_entry_does_not_say_stays_as_typed(owner: Client) -> None:
    form = form_of(fill(owner, PAPER, visibility="draft", note="Typed", title="Replaced"))
    assert (form["visibility"], form["note"], form["title"]) == ("draft", "Typed", "Notes on the Analytical Engine")


def test_saving_without_filling_fills_first(owner: Client) -> None:
    response = submit(owner, ADD, {"bibtex": PAPER})
    assert response.status_code == 200 and Publication.objects.count() == 0
    assert form_of(response)["title"] == "Notes on the Analytical Engine"


def test_bibtex_changed_after_filling_is_refused(owner: Client) -> None:
    form = form_of(fill(owner, PAPER))
    response = owner.post(ADD, {**form, "bibtex": edit(PAPER, ("{3}", "{4}"))})
    assert errors_in(response) == [  # type: ignore[arg-type]
        "bibtex: The form below was not filled from this text: press “Fill the form”, or empty the box."
    ]
    assert Publication.objects.count() == 0
    assert form_of(response)["bibtex"] == edit(PAPER, ("{3}", "{4}"))  # type: ignore[arg-type]


def test_a_taken_key_gets_a_letter(owner: Client) -> None:
    make_publication(citation_key="lovelace1843", title="Something else")
    assert paste(owner, PAPER).citation_key == "lovelace1843a"
    assert edits(the_publication_keyed("lovelace1843a")) == {}


def the_publication_keyed(key: str) -> Publication:
    return Publication.objects.with_everything_shown().get(citation_key=key)


def test_many_authors_are_filled_as_lines(owner: Client) -> None:
    names = " and ".join(f"Family{number}, Given{number}" for number in range(80))
    form = form_of(fill(owner, f"@article{{x, title={{Large}}, author={{{names}}}, year=2020}}"))
    assert form["author_lines"].splitlines()[79] == "Given79 Family79"
    paper = paste(owner, f"@article{{y, title={{Large}}, author={{{names}}}, year=2020}}")
    assert paper.authorships.count() == 80 and edits(paper) == {}


def test_dangerous_links_are_named_and_left_out(owner: Client) -> None:
    response = fill(owner, "@misc{x, title={T}, url={javascript:alert(1)}, code={//evil.example}}")
    assert "javascript" not in form_of(response).get(f"{ROWS}-0-url", "")
    paper = paste(owner, "@misc{x, title={T}, url={javascript:alert(1)}}")
    assert Link.objects.filter(object_id=paper.pk).count() == 0


def test_an_assistant_fills_nothing(assistant: Client) -> None:
    response = assistant.post(ADD, {"bibtex": PAPER, "_fill": "1"})
    assert response.status_code == 403 and b"Analytical" not in response.content


# The box beside the columns ----------------------------------------------------------------------------------------


def test_the_box_shows_the_record(owner: Client) -> None:
    run_import(PAPER)
    assert box(owner, the_publication()) == PAPER.strip()
    Publication.objects.update(volume="4")
    assert box(owner, the_publication()) == edit(PAPER, ("{3}", "{4}"), ("{kept}", "{kept},")).strip()


def test_changing_a_column_changes_the_box(owner: Client) -> None:
    run_import(PAPER)
    save(owner, admin_url(the_publication(), "change"), {"volume": "5", "authorships-1-name": "Mary Somerville"})
    text = box(owner, the_publication())
    assert "volume = {5}" in text and "Somerville, Mary" in text and "customfield = {kept}" in text


def test_changing_the_box_changes_the_columns(owner: Client) -> None:
    run_import(PAPER)
    paper = changed(
        owner,
        ("{3}", "{6}"),
        ("Babbage, Charles", "Somerville, Mary and Babbage, Charles"),
        ("engines, numbers", "engines, machines"),
        ("https://example.org/code", "https://example.org/other"),
        ("{kept}", "{changed}"),
        ("  pages = {666--731},\n", ""),
    )
    assert (paper.volume, paper.pages, paper.extra) == ("6", "", {"customfield": "changed"})
    assert [row.printed for row in paper.authorships.all()] == ["Ada Lovelace", "Mary Somerville", "Charles Babbage"]
    assert {topic.name for topic in paper.topics.all()} == {"engines", "machines"}
    assert [link.url for link in paper.links.all()] == ["https://example.org/other"]
    assert "volume = {6}" in box(owner, paper)


def test_what_was_changed_in_the_box_is_an_edit_that_imports_keep(owner: Client) -> None:
    run_import(PAPER)
    changed(owner, ("{3}", "{6}"))
    assert outcomes(run_import(PAPER)) == [("lovelace1843", "unchanged")]
    run_import(edit(PAPER, ("{3}", "{7}"), ("666--731", "1--2")))
    paper = the_publication()
    assert (paper.volume, paper.pages) == ("6", "1–2")


def test_the_text_of_the_box_stays_as_it_was_typed(owner: Client, visitor: Client) -> None:
    """Braces that protect capitals, LaTeX, the order of fields and private fields are in no column."""
    run_import(PAPER)
    changes = [
        ("{Analytical Engine}}", "{Analytical} {{\\'E}ngine}}"),
        ("  customfield = {kept}\n", "  customfield = {kept},\n  file = {/home/ada/x.pdf},\n  year = 1843\n"),
        ("  year = 1843,\n", ""),
    ]
    paper = changed(owner, *changes)
    assert paper.title == "Notes on the Analytical Éngine"
    assert box(owner, paper) == edit(PAPER.strip(), *changes)
    save(owner, admin_url(paper, "change"), {"number": "2"})
    assert "{Analytical} {{\\'E}ngine}}" in box(owner, paper) and "number = {2}" in box(owner, paper)
    assert "/home/ada" not in visitor.get(f"{paper.get_absolute_url()}{paper.slug}.bib").content.decode()


def test_a_publication_typed_here_has_a_box_too(owner: Client) -> None:
    make_publication(title="Typed", authors=["Ada Lovelace"], volume="1", note="Mine", citation_key="typed")
    paper = changed(owner, ("{Typed}", "{Typed {BERT}}"), ("{1}", "{2}"))
    assert (paper.title, paper.volume) == ("Typed BERT", "2")
    assert "{Typed {BERT}}" in box(owner, paper)
    run_import("@article{typed, author={Lovelace, Ada}, title={Typed {BERT}}, note={Theirs}, year=2024, number={7}}")
    paper = the_publication()
    assert (paper.volume, paper.note, paper.number) == ("2", "Mine", "7")


def test_changes_on_both_sides_are_joined_where_they_agree(owner: Client) -> None:
    run_import(PAPER)
    paper = changed(owner, ("{3}", "{6}"), volume="6", note="Typed")
    assert (paper.volume, paper.note) == ("6", "Typed")
    assert "note = {Typed}" in box(owner, paper)


def test_where_both_sides_disagree_nothing_is_saved(owner: Client) -> None:
    run_import(PAPER)
    changes = [("{3}", "{6}"), ("Scientific", "Other"), ("Babbage, Charles", "Somerville, Mary"), ("{kept}", "{box}")]
    fields = {"volume": "7", "venue": "Third Memoirs", "extra": "customfield = form", "note": "Typed"}
    response = change(owner, the_publication(), *changes, **fields, **{"authorships-1-name": "Mary Fairfax"})
    assert response.status_code == 200
    assert errors_in(response) == [
        "Authors: The BibTeX box says “Ada Lovelace, Mary Somerville”, but here it says “Ada Lovelace, Mary Fairfax”. "
        "Make them agree.",
        "venue: The BibTeX box says “Other Memoirs”, but here it says “Third Memoirs”. Make them agree.",
        "volume: The BibTeX box says “6”, but here it says “7”. Make them agree.",
        "extra: customfield: The BibTeX box says “box”, but here it says “form”. Make them agree.",
    ]
    paper = the_publication()
    assert (paper.volume, paper.venue, paper.note) == ("3", "Scientific Memoirs", "")
    form = form_of(response)
    assert "volume = {6}" in form["bibtex"] and form["volume"] == "7" and form["authorships-1-name"] == "Mary Fairfax"
    response = owner.post(
        admin_url(paper, "change"),
        {
            **form,
            "volume": "6",
            "venue": "Other Memoirs",
            "extra": "customfield = box",
            "authorships-1-name": "Mary Somerville",
        },
    )
    assert response.status_code == 302, errors_in(response)  # type: ignore[arg-type]
    paper = the_publication()
    assert (paper.volume, paper.venue, paper.note) == ("6", "Other Memoirs", "Typed")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("}\n", "", "Line 1: the closing brace was missing."),
        ("  doi", "  year = 1844,\n  doi", "Line 1: duplicate field 'year': the first was kept."),
        ("@article", "article", "There is no BibTeX entry in this text: one begins like “@article{key,”."),
        ("customfield = {kept}\n}", "x = {y}\n}\n@misc{b, title={T}}", "These are 2 entries."),
    ],
)
def test_a_broken_box_is_a_form_error_and_nothing_is_lost(owner: Client, old: str, new: str, sentence: str) -> None:
    run_import(PAPER)
    url = admin_url(the_publication(), "change")
    text = new.join(f"{box(owner, the_publication())}\n".rsplit(old, 1))
    response = submit(owner, url, {"bibtex": text, "note": "Typed"})
    assert errors_in(response) == [f"bibtex: {sentence}"]
    form = form_of(response)
    assert (form["bibtex"].strip(), form["note"]) == (text.strip(), "Typed")
    assert (the_publication().note, BibEntry.objects.get().raw) == ("", PAPER.strip())


def test_an_empty_box_changes_nothing(owner: Client) -> None:
    run_import(PAPER)
    save(owner, admin_url(the_publication(), "change"), {"bibtex": "", "note": "Typed"})
    assert box(owner, the_publication()) == edit(PAPER, ("{kept}\n", "{kept},\n  note = {Typed},\n")).strip()


def test_macros_and_parents_stay(owner: Client) -> None:
    run_import(
        "@string{jm = {Journal of Machines}}\n"
        "@incollection{part, title={Part}, author={Lovelace, Ada}, note=jm, crossref={whole}}\n"
        "@collection{whole, booktitle={Whole}, title={Whole}, publisher={Press}, year=1843}\n"
    )
    paper = Publication.objects.get(title="Part")
    response = change(owner, paper, ("{Part}", "{A part}"))
    assert response.status_code == 302, errors_in(response)
    paper.refresh_from_db()
    assert (paper.title, paper.note, paper.publisher, paper.year) == ("A part", "Journal of Machines", "Press", 1843)
    assert "note=jm" in box(owner, paper) or "note = jm" in box(owner, paper)


def test_persons_chosen_by_hand_stay_when_the_box_changes_others(owner: Client) -> None:
    run_import(PAPER)
    king = Author.objects.create(given="Ada", family="King")
    row = the_publication().authorships.all()[0]
    row.author = king
    row.save()
    changed(owner, ("Babbage, Charles", "Somerville, Mary"))
    assert [row.author for row in the_publication().authorships.all()][0] == king


def test_many_authors_in_the_box(owner: Client) -> None:
    names = [f"Family{number}, Given{number}" for number in range(60)]
    run_import(f"@article{{x, title={{Large}}, author={{{' and '.join(names)}}}, year=2020}}")
    changed(owner, ("Family59, Given59", "Family59, Other"))
    assert the_publication().authorships.last().given == "Other"  # type: ignore[union-attr]
    lines = read_form(owner, admin_url(the_publication(), "change"))["author_lines"].replace("Other", "Third")
    response = change(owner, the_publication(), ("Other", "Fourth"), author_lines=lines)
    assert [error.split(":")[0] for error in errors_in(response)] == ["author_lines"]


def test_who_may_only_look_sees_no_box(owner: Client) -> None:
    from django.contrib.auth.models import Permission, User

    run_import(PAPER)
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_publication"))
    client = Client()
    client.force_login(user)
    body = client.get(admin_url(the_publication(), "change")).content.decode()
    assert 'name="bibtex"' not in body and "@article{lovelace1843" in body
    assert client.post(admin_url(the_publication(), "change"), {"bibtex": "@misc{x}"}).status_code == 403


# Export ------------------------------------------------------------------------------------------------------------


def test_chosen_publications_are_exported(owner: Client) -> None:
    run_import(PAPER + "@misc{other, title = {Other}, year = 1900}\n@misc{third, title = {Third}, year = 1901}\n")
    chosen = Publication.objects.exclude(citation_key="other")
    data = {"action": "export_bibtex", "_selected_action": [paper.pk for paper in chosen]}
    response = owner.post("/admin/publications/publication/", data)
    assert response["Content-Disposition"] == 'attachment; filename="publications.bib"'
    assert response.content.decode() == f"{PAPER}\n@misc{{third, title = {{Third}}, year = 1901}}\n"
