"""Who may not publish writes drafts, and only looks at what is public."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client

from academic.models import CVEntry, Page
from news.models import NewsItem
from publications.models import ImportRun, Publication
from tests.adminforms import read_form, save
from tests.everything import admin_url
from tests.factories import DRAFT, make_cv_entry, make_news, make_page, make_publication

FORGED = {"visibility": "public", "publish_at_0": "2020-01-01", "publish_at_1": "00:00:00"}
MAKERS = [make_news, make_publication, make_page, make_cv_entry]
WRITTEN: dict[type[Model], dict[str, str]] = {
    NewsItem: {"title": "Written"},
    Publication: {"title": "Written"},
    Page: {"title": "Written", "path": "/written/"},
    CVEntry: {"title": "Written", "section": "award"},
}


@pytest.mark.parametrize("model", WRITTEN)
def test_a_forged_public_stays_a_draft(writer: Client, model: type[Model]) -> None:
    save(writer, admin_url(model, "add"), {**WRITTEN[model], **FORGED})
    row = model._default_manager.get(title="Written")
    assert (row.visibility, row.publish_at) == ("draft", None)  # type: ignore[attr-defined]
    save(writer, admin_url(row, "change"), {"title": "Written again", **FORGED})
    row.refresh_from_db()
    assert (str(row), row.visibility, row.publish_at) == ("Written again", "draft", None)  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_public_is_read_only(writer: Client, make: object) -> None:
    row = make(title="As it was")  # type: ignore[operator]
    url = admin_url(row, "change")
    shown = writer.get(url)
    assert shown.status_code == 200 and 'name="_save"' not in shown.content.decode()
    assert writer.post(url, {"title": "Changed", **FORGED}).status_code == 403
    assert writer.post(admin_url(row, "delete"), {"post": "yes"}).status_code == 403
    row.refresh_from_db()
    assert (row.title, row.visibility) == ("As it was", "public")


def test_the_owner_publishes_what_a_writer_wrote(writer: Client, owner: Client, visitor: Client) -> None:
    save(writer, admin_url(NewsItem, "add"), {"title": "Written"})
    item = NewsItem.objects.get()
    assert visitor.get(item.get_absolute_url()).status_code == 404
    save(owner, admin_url(item, "change"), {"visibility": "public"})
    assert visitor.get(item.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("action", ["publish", "unpublish", "select", "unselect", "take_apart", "delete_selected"])
def test_bulk_actions_leave_what_is_public_alone(writer: Client, action: str) -> None:
    paper = make_publication(is_selected=action == "unselect")
    before = Publication.objects.values().get()
    data = {"action": action, "_selected_action": [paper.pk], "post": "yes"}
    answer = writer.post(admin_url(Publication, "changelist"), data)
    assert answer.status_code in {200, 302, 403}
    assert Publication.objects.values().get() == before


def test_bulk_publishing_a_draft_needs_the_right(writer: Client, owner: Client) -> None:
    item = make_news(visibility=DRAFT)
    data = {"action": "publish", "_selected_action": [item.pk]}
    writer.post(admin_url(NewsItem, "changelist"), data)
    item.refresh_from_db()
    assert item.visibility == "draft"
    owner.post(admin_url(NewsItem, "changelist"), data)
    item.refresh_from_db()
    assert item.visibility == "public"


def test_bulk_actions_with_forged_ids_change_and_make_nothing(owner: Client) -> None:
    item = make_news(visibility=DRAFT)
    before = list(NewsItem.objects.values())
    for forged in (["999999"], ["0"], ["-1"], ["1 OR 1=1"], ["abc"], []):
        for action in ("publish", "unpublish", "delete_selected", "nonsense"):
            data = {"action": action, "_selected_action": forged, "post": "yes"}
            assert owner.post(admin_url(NewsItem, "changelist"), data).status_code in {200, 302, 400}
    assert list(NewsItem.objects.values()) == before and item.pk


def test_cells_of_the_list_need_the_right_to_publish(writer: Client, owner: Client) -> None:
    item = make_news(is_pinned=False)
    url = admin_url(NewsItem, "changelist")
    assert 'name="form-0-is_pinned"' in owner.get(url).content.decode()
    assert 'name="form-0-is_pinned"' not in writer.get(url).content.decode()
    one_row = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": item.pk, "_save": "Save"}
    writer.post(url, {**one_row, "form-0-is_pinned": "on"})
    item.refresh_from_db()
    assert item.is_pinned is False


def test_what_a_writer_imports_is_draft_and_leaves_alone_what_is_here(writer: Client) -> None:
    paper = make_publication(title="Old", doi="10.1000/1", venue="")
    text = b"@article{a, title={Old}, doi={10.1000/1}, journal={J}}\n@article{b, title={New}, author={Ada Lovelace}}"
    data = {"uploads": SimpleUploadedFile("a.bib", text), "update": "overwrite"}
    preview = writer.post(admin_url(ImportRun, "add"), data)["Location"]
    run = ImportRun.objects.get()
    assert (run.options["draft"], run.options["update"]) == (True, "keep")
    writer.post(preview, {"entry": ["0", "1"], "rest": ["new", "changed"]})
    paper.refresh_from_db()
    assert paper.venue == ""
    assert list(Publication.objects.exclude(pk=paper.pk).values_list("title", "visibility")) == [("New", "draft")]


def test_a_writer_takes_an_import_back_while_it_is_draft(writer: Client) -> None:
    preview = writer.post(admin_url(ImportRun, "add"), {"bibtex": "@article{b, title={New}, author={Ada Lovelace}}"})
    done = writer.post(preview["Location"], {"entry": ["0"], "rest": ["new"]})["Location"]
    undo = done.replace("/change/", "/undo/")
    Publication.objects.update(visibility="public")
    assert writer.post(undo).status_code == 403 and Publication.objects.count() == 1
    Publication.objects.update(visibility="draft")
    assert writer.post(undo).status_code == 302 and Publication.objects.count() == 0


def test_a_writer_sees_no_switch_for_who_sees_it(writer: Client) -> None:
    assert not {"visibility", "publish_at_0"} & read_form(writer, admin_url(NewsItem, "add")).keys()
