"""The import page: upload or paste, preview, tick, import, undo."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from publications import planned, preview
from publications.models import BibEntry, ImportRun, Publication
from tests.everything import admin_url
from tests.factories import make_news
from tests.publications.imports import PAPER, edit, run_import, the_publication

PAGE = "/admin/publications/importrun/add/"
NEEDED = ("add_importrun", "add_publication", "change_publication")
OTHER = "@book{babbage1832, author = {Babbage, Charles}, title = {On the Economy of Machinery}, year = 1832}\n"
MIXED = (
    PAPER + OTHER + OTHER.replace("On the Economy", "Another Economy") + "@article{open, title = {Never closed\n\n"
    "@misc{nameless, author = {,}, title = {A bad name}, year = 1900}\n"
    "@misc{macro, title = {Glued}, howpublished = missing # { and more}, year = 1901}\n"
)

pytestmark = pytest.mark.django_db


def bib(text: str, name: str = "papers.bib") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "application/x-bibtex")


def upload(client: Client, *files: SimpleUploadedFile, **options: Any) -> HttpResponse:
    return client.post(PAGE, {"uploads": files, **options})  # type: ignore[return-value]


def start(client: Client, text: str, name: str = "papers.bib", **options: Any) -> str:
    """Upload; the address of the preview."""
    response = upload(client, bib(text, name), **options)
    assert response.status_code == 302, response.context["form"].errors  # type: ignore[attr-defined]
    return response["Location"]


def shown(client: Client, url: str) -> preview.Preview:
    return client.get(url).context["preview"]  # type: ignore[index]


def rows(client: Client, url: str, part: str) -> list[preview.Row]:
    return next(group.rows for group in shown(client, url).groups if group.part == part)


def import_all(client: Client, url: str) -> HttpResponse:
    numbers = [row.number for group in shown(client, url).groups for row in group.rows]
    return client.post(url, {"entry": numbers})  # type: ignore[return-value]


def imported(client: Client, text: str, **options: Any) -> ImportRun:
    assert import_all(client, start(client, text, **options)).status_code == 302
    return ImportRun.objects.latest("pk")


def messages(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


def staff(*permissions: str) -> Client:
    user = User.objects.create_user(f"staff{User.objects.count()}", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    assert user.user_permissions.count() == len(permissions)
    client = Client()
    client.force_login(user)
    return client


# Preview -----------------------------------------------------------------------------------------------------------


def test_a_preview_writes_no_publication(owner: Client) -> None:
    url = start(owner, PAPER + OTHER)
    assert [row.title for row in rows(owner, url, "new")] == [
        "Notes on the Analytical Engine",
        "On the Economy of Machinery",
    ]
    assert (Publication.objects.count(), BibEntry.objects.count()) == (0, 0)


def test_a_new_row_says_who_where_and_when(owner: Client) -> None:
    [row] = rows(owner, start(owner, PAPER), "new")
    assert row.about == "Ada Lovelace, Charles Babbage. Scientific Memoirs, 1843"
    assert [(line.file, line.line, line.key) for line in row.change.lines] == [("papers.bib", 1, "lovelace1843")]


def test_a_change_is_shown_field_by_field(owner: Client) -> None:
    run_import(PAPER)
    Publication.objects.update(venue="Typed here")
    text = edit(PAPER, ("{3}", "{4}"), ("Scientific Memoirs", "Other Memoirs"), ("{kept}", "{changed}"))
    [row] = rows(owner, start(owner, text), "changed")
    assert row.differences == [
        preview.Difference("Volume", "3", "4"),
        preview.Difference("customfield", "kept", "changed"),
    ]
    assert row.conflicts == [preview.Difference("Venue", "Typed here", "Other Memoirs")]
    body = owner.get(start(owner, text)).content.decode()
    assert "<del>3</del>" in body and "<ins>4</ins>" in body and "was typed here and stays; the file says" in body


def test_lists_are_shown_as_they_are_read(owner: Client) -> None:
    run_import(PAPER)
    text = edit(PAPER, ("Babbage, Charles", "Babbage, C. and others"), ("engines, numbers", "engines"))
    [row] = rows(owner, start(owner, text), "changed")
    told = {difference.name: (difference.old, difference.new) for difference in row.differences}
    assert told["Authors"] == ("Ada Lovelace, Charles Babbage", "Ada Lovelace, C. Babbage")
    assert told["And others"] == ("", "yes")
    assert told["Topics"] == ("engines; numbers", "engines")


def test_of_long_values_the_part_that_differs_is_shown(owner: Client) -> None:
    long = "word " * 300
    run_import(edit(PAPER, ("{kept}", f"{{kept}}, abstract = {{{long} before {long}}}")))
    text = edit(PAPER, ("{kept}", f"{{kept}}, abstract = {{{long} after {long}}}"))
    [row] = rows(owner, start(owner, text), "changed")
    [difference] = row.differences
    assert "before" in difference.old and "after" in difference.new
    assert len(difference.old) <= preview.LONGEST_VALUE + 2


def test_groups_of_a_file_with_everything(owner: Client) -> None:
    run_import(PAPER)
    Publication.objects.filter(citation_key="lovelace1843").update(volume="4")
    again = edit(PAPER, ("{lovelace1843", "{ada"))
    found = shown(owner, start(owner, PAPER + again + OTHER + "@article{x\n", name="papers.bib"))
    assert {group.part.value: group.count for group in found.groups} == {"new": 1, "changed": 0, "merged": 1}
    assert (found.unchanged.count, found.skipped.count) == (1, 1)
    assert found.skipped.shown[0].reason


def test_every_problem_is_named_with_line_and_reason(owner: Client) -> None:
    url = start(owner, MIXED)
    body = owner.get(url).content.decode()
    report = planned.plan_of(ImportRun.objects.get()).report
    assert report.counts["found"] == 6
    for line in [*report.lines, *report.warnings]:
        assert f"{line.file}:{line.line}" in body or f"line {line.line}" in body
    assert import_all(owner, url).status_code == 302
    assert Publication.objects.count() >= 4
    assert import_all(owner, start(owner, MIXED)).status_code == 302
    assert shown(owner, start(owner, MIXED)).is_empty


def test_markup_in_an_entry_stays_text(owner: Client) -> None:
    body = owner.get(start(owner, "@misc{a<b>, title = {<script>alert(1)</script>}, note = {<b>}}")).content.decode()
    assert "<script>alert" not in body and "&lt;script&gt;alert(1)" in body


def test_what_does_not_fit_the_page_is_counted_and_imported(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "SHOWN_ROWS", 2)
    text = "".join(f"@misc{{k{number}, title = {{Work {number}}}, year = {1900 + number}}}\n" for number in range(5))
    url = start(owner, text)
    [group] = [group for group in shown(owner, url).groups if group.part == "new"]
    assert (group.count, len(group.rows), group.more) == (5, 2, 3)
    owner.post(url, {"entry": [0], "rest": ["new"]})
    assert sorted(Publication.objects.values_list("citation_key", flat=True)) == ["k0", "k2", "k3", "k4"]


@pytest.mark.parametrize("count", [1, 40])
def test_queries_of_a_preview_do_not_grow(owner: Client, count: int) -> None:
    known = "".join(f"@book{{k{n}, title = {{Work {n}}}, year = {1700 + n}}}\n" for n in range(count))
    new = "".join(f"@book{{n{n}, title = {{Other {n}}}, year = {1700 + n}}}\n" for n in range(count))
    run_import(known)
    url = start(owner, known.replace("year", "volume = 2, year") + new)
    with CaptureQueriesContext(connection) as queries:
        found = shown(owner, url)
    assert [(group.part.value, group.count) for group in found.groups[:2]] == [("new", count), ("changed", count)]
    assert len(queries) == 10


# Ticking -----------------------------------------------------------------------------------------------------------


def test_only_what_is_ticked_is_imported(owner: Client) -> None:
    url = start(owner, PAPER + OTHER)
    _paper, other = rows(owner, url, "new")
    response = owner.post(url, {"entry": [other.number]})
    run = ImportRun.objects.get()
    assert response["Location"] == admin_url(run, "change")
    assert [paper.title for paper in Publication.objects.all()] == ["On the Economy of Machinery"]
    assert (run.state, run.report["counts"]["created"], run.report["counts"]["found"]) == ("applied", 1, 1)
    assert [line["key"] for line in run.report["not_selected"]] == ["lovelace1843"]


def test_the_plan_that_was_shown_is_the_plan_that_runs(owner: Client) -> None:
    url = start(owner, PAPER)
    [row] = rows(owner, url, "new")
    import_all(owner, url)
    assert the_publication().slug == row.change.slug
    assert [entry.raw for entry in BibEntry.objects.all()] == [PAPER.strip()]
    assert shown(owner, start(owner, PAPER)).is_empty


def test_nothing_ticked_imports_nothing(owner: Client) -> None:
    url = start(owner, PAPER)
    response = owner.post(url, {"entry": ["x", "99999", "-1"]}, follow=True)
    assert messages(response) == ["Nothing is ticked."]  # type: ignore[arg-type]
    assert Publication.objects.count() == 0


def test_a_site_that_changed_meanwhile_is_told_and_previewed_anew(owner: Client) -> None:
    run_import(PAPER)
    url = start(owner, edit(PAPER, ("{3}", "{4}")))
    Publication.objects.get().delete()
    numbers = [0]
    response = owner.post(url, {"entry": numbers}, follow=True)
    assert messages(response)[0].startswith("The site was changed in the meantime.")  # type: ignore[arg-type]
    assert Publication.objects.count() == 0
    assert [row.title for row in rows(owner, url, "new")] == ["Notes on the Analytical Engine"]
    import_all(owner, url)
    assert the_publication().volume == "4"


def test_a_change_elsewhere_that_alters_nothing_of_the_plan_is_no_obstacle(owner: Client) -> None:
    url = start(owner, PAPER)
    run_import(OTHER, name="other.bib")
    import_all(owner, url)
    assert Publication.objects.count() == 2


def test_a_preview_is_carried_out_once(owner: Client) -> None:
    url = start(owner, PAPER)
    import_all(owner, url)
    response = owner.post(url, {"entry": [0]}, follow=True)
    assert messages(response)[-1].startswith("This preview is no longer there")  # type: ignore[arg-type]
    assert Publication.objects.count() == 1
    assert owner.get(url)["Location"] == PAGE


def test_a_database_error_leaves_nothing_and_the_preview(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    url = start(owner, PAPER + OTHER)

    def fail(*args: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr("publications.writing.Writer.write_entries", fail)
    with pytest.raises(DatabaseError):
        import_all(owner, url)
    assert (Publication.objects.count(), BibEntry.objects.count()) == (0, 0)
    assert ImportRun.objects.get().state == "planned"
    assert len(rows(owner, url, "new")) == 2


def test_plans_never_carried_out_are_removed_after_a_day(owner: Client) -> None:
    old, young, done = (start(owner, PAPER), start(owner, PAPER), imported(owner, OTHER))
    ImportRun.objects.filter(pk__in=[int(old.split("/")[-3]), done.pk]).update(
        created=done.created - timedelta(hours=25)
    )
    start(owner, PAPER)
    assert owner.get(old)["Location"] == PAGE
    assert owner.get(young).status_code == 200
    assert ImportRun.objects.filter(pk=done.pk).exists()


# Options -----------------------------------------------------------------------------------------------------------


def test_drafts_are_not_public(owner: Client, visitor: Client) -> None:
    imported(owner, PAPER, draft="on")
    assert visitor.get(the_publication().get_absolute_url()).status_code == 404
    imported(owner, OTHER)
    assert "Economy of Machinery" in visitor.get("/publications/").content.decode()


@pytest.mark.parametrize(("mode", "volume"), [("merge", "9"), ("keep", "9"), ("overwrite", "4"), ("", "9")])
def test_update_modes(owner: Client, mode: str, volume: str) -> None:
    run_import(PAPER)
    Publication.objects.update(volume="9")
    url = start(owner, edit(PAPER, ("{3}", "{4}")), update=mode)
    if mode != "keep":
        import_all(owner, url)
    assert the_publication().volume == volume


def test_several_files_and_a_paste_are_one_import(owner: Client) -> None:
    third = OTHER.replace("babbage1832", "x").replace("Machinery", "Nothing")
    response = upload(owner, bib(PAPER), bib(OTHER), bibtex=third)
    import_all(owner, response["Location"])
    run = ImportRun.objects.get()
    assert run.sources[:2] == ["papers.bib", "papers (2).bib"] and run.sources[2].startswith("pasted ")
    assert Publication.objects.count() == 3


# Refusals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "papers.bib is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "papers.bib is not BibTeX"),
        (b"Dear reader", "papers.bib is not BibTeX: there is no entry (@article{…}) in it."),
        (b"PK\x03\x04" + bytes(range(256)) * 4, "papers.bib is not BibTeX"),
    ],
)
def test_a_bad_upload_gives_a_sentence(owner: Client, content: bytes, sentence: str) -> None:
    response = upload(owner, SimpleUploadedFile("papers.bib", content))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()[0].startswith(sentence)  # type: ignore[attr-defined]
    assert ImportRun.objects.count() == 0


def test_nothing_given_gives_a_sentence(owner: Client) -> None:
    assert "Choose a .bib file, or paste BibTeX." in owner.post(PAGE, {"bibtex": " \n"}).content.decode()


def test_too_large_an_upload_gives_a_sentence(owner: Client, settings: Any) -> None:
    settings.READ_LIMIT = 1000
    assert "larger than 1000" in upload(owner, bib(PAPER), bib(PAPER * 3)).content.decode()


def test_a_name_with_markup_is_text(owner: Client) -> None:
    url = upload(owner, bib(PAPER, '"><img src=x onerror=1>.bib'))["Location"]
    assert "<img src=x" not in owner.get(url).content.decode()


def test_pasted_text_comes_back_when_it_is_refused(owner: Client) -> None:
    assert "a long text &lt;b&gt;" in owner.post(PAGE, {"bibtex": "a long text <b>"}).content.decode()


# Permissions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", NEEDED)
def test_every_permission_is_needed(owner: Client, missing: str) -> None:
    client = staff(*(name for name in NEEDED if name != missing))
    run = imported(owner, PAPER)
    for url in (PAGE, start(owner, OTHER), admin_url(run, "change").replace("change", "undo")):
        assert client.get(url).status_code == 403, url
        assert client.post(url, {"bibtex": OTHER, "entry": [0]}).status_code == 403, url
    assert Publication.objects.count() == 1


def test_with_the_permissions_it_works(owner: Client) -> None:
    client = staff(*NEEDED, "view_importrun")
    run = imported(client, PAPER)
    assert Publication.objects.count() == 1
    assert client.get(admin_url(run, "change")).status_code == 200
    assert client.post(admin_url(run, "change").replace("change", "undo")).status_code == 302
    assert Publication.objects.count() == 0


def test_undoing_for_others_needs_the_right_to_delete(owner: Client) -> None:
    url = admin_url(imported(owner, PAPER), "change").replace("change", "undo")
    assert staff(*NEEDED).post(url).status_code == 403
    assert Publication.objects.count() == 1
    assert staff(*NEEDED, "delete_publication", "publish_publication", "view_importrun").post(url).status_code == 302
    assert Publication.objects.count() == 0


def test_a_preview_is_its_makers_alone(owner: Client) -> None:
    url = start(staff(*NEEDED), PAPER)
    assert (owner.get(url).status_code, owner.post(url, {"entry": [0]}).status_code) == (404, 404)


def test_the_way_to_it_is_shown_to_who_may(owner: Client) -> None:
    for page in ("/admin/", "/admin/publications/publication/", "/admin/publications/importrun/"):
        assert PAGE in owner.get(page).content.decode(), page
        assert PAGE not in staff("view_publication", "view_importrun").get(page).content.decode(), page


# Runs and undo -----------------------------------------------------------------------------------------------------


def test_the_page_of_a_run_tells_what_it_did(owner: Client) -> None:
    run = imported(owner, PAPER + "@article{x\n")
    body = owner.get(admin_url(run, "change")).content.decode()
    assert "New: 1" in body and "Could not be read: 1" in body and "lovelace1843" in body
    assert "Undo this import" in body


def test_undo_asks_first_and_names_what_was_kept_and_why(owner: Client) -> None:
    run = imported(owner, PAPER + OTHER)
    make_news(publication=Publication.objects.get(year=1843))
    undo = admin_url(run, "change").replace("change", "undo")
    assert owner.get(undo).status_code == 200
    assert Publication.objects.count() == 2
    response = owner.post(undo, follow=True)
    assert messages(response) == ["The import was taken back: 1 removed, 0 as before, 1 kept."]  # type: ignore[arg-type]
    run.refresh_from_db()
    [kept] = run.report["undone"]["kept"]
    assert run.state == "undone" and kept.startswith("lovelace1843: ")
    body = owner.get(admin_url(run, "change")).content.decode()
    assert kept.split(": ")[1] in body and "Undo this import" not in body
    assert (owner.get(undo).status_code, owner.post(undo).status_code) == (404, 404)


def test_a_plan_cannot_be_undone(owner: Client) -> None:
    run = ImportRun.objects.get(pk=int(start(owner, PAPER).split("/")[-3]))
    assert owner.post(admin_url(run, "change").replace("change", "undo")).status_code == 404
    assert "Go on with this import" in owner.get(admin_url(run, "change")).content.decode()


def test_a_plan_of_an_unknown_kind_is_not_opened(owner: Client) -> None:
    run = ImportRun.objects.create(sources=["papers.bib"])
    url = admin_url(run, "change").replace("change", "preview")
    assert (owner.get(url).status_code, owner.post(url).status_code) == (404, 404)
    assert owner.get(admin_url(run, "change")).status_code == 200
