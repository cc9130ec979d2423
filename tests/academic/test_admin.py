"""The admin of the ground: every page opens, rows keep their order, files are checked, blocks have small forms."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from academic.models import CVEntry, Document, HomeBlock, Link, MenuItem, Page, Picture, Profile, Redirect
from tests.adminforms import errors_in, read_form, save, submit
from tests.everything import admin_url, make_document, make_one_of_everything, make_picture
from tests.factories import make_cv_entry, make_links, make_page, make_publication

from .uploads import PDF, picture, upload

LINKS = "academic-link-content_type-object_id"

pytestmark = pytest.mark.django_db


# Every page --------------------------------------------------------------------------------------------------------


def test_every_page_of_the_admin_opens_for_the_owner(owner: Client) -> None:
    for model, row in make_one_of_everything().items():
        model_admin = admin.site._registry[model]
        for page in ("changelist", "add", "change", "history"):
            response = owner.get(admin_url(row, page), follow=True)
            is_closed = page == "add" and not model_admin.has_add_permission(response.wsgi_request)
            assert response.status_code == (403 if is_closed else 200), (model, page)
            headings = re.findall(r"<h1[^>]*>", response.content.decode())
            assert len(headings) == 1, (model, page)


def test_lists_ask_as_many_queries_for_four_rows_as_for_one(owner: Client) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert owner.get(url).status_code in {200, 302}
        return len(captured)

    lists = [admin_url(row, "changelist") for row in make_one_of_everything().values()]
    for url in lists:
        owner.get(url)
    few = {url: queries(url) for url in lists}
    for number in (1, 2, 3):
        make_one_of_everything(number)
    assert {url: queries(url) for url in lists} == few


def test_searching_every_list_works(owner: Client) -> None:
    for model, row in make_one_of_everything().items():
        if admin.site._registry[model].search_fields:
            assert owner.get(admin_url(row, "changelist"), {"q": "ada 0"}).status_code == 200, model


def test_the_index_is_in_the_order_of_the_work(owner: Client) -> None:
    groups = [
        (group["name"], [str(m["name"]) for m in group["models"]]) for group in owner.get("/admin/").context["app_list"]
    ]
    assert groups == [
        ("Your site", ["Profile", "News", "Publications", "Pages", "CV entries", "Home blocks", "Menu"]),
        ("Library", ["Pictures", "Documents", "Authors", "Topics"]),
        ("Behind the scenes", ["Redirects", "Verification files", "Imports"]),
        ("Editors", ["Groups", "Users"]),
    ]


def test_an_assistant_sees_only_what_is_theirs(assistant: Client) -> None:
    response = assistant.get("/admin/")
    assert [[m["object_name"] for m in group["models"]] for group in response.context["app_list"]] == [["NewsItem"]]


# Profile -----------------------------------------------------------------------------------------------------------


def test_the_profile_opens_directly(owner: Client) -> None:
    assert owner.get("/admin/academic/profile/")["Location"] == "/admin/academic/profile/1/change/"


def test_the_profile_is_saved_with_its_rows(owner: Client) -> None:
    changes = {
        "given_name": "Ada",
        "affiliations-0-name": "LIVIA",
        "affiliations-0-url": "https://liviamtl.ca",
        "interests-0-name": "Engines",
        f"{LINKS}-0-url": "https://github.com/ada",
    }
    save(owner, "/admin/academic/profile/1/change/", changes)
    profile = Profile.objects.get()
    assert profile.given_name == "Ada"
    assert [(a.name, a.position) for a in profile.affiliations.all()] == [("LIVIA", 0)]
    assert [(i.name, i.position) for i in profile.interests.all()] == [("Engines", 0)]
    assert [(link.label, link.url) for link in profile.links.all()] == [("GitHub", "https://github.com/ada")]


def test_a_wrong_time_zone_is_a_form_error(owner: Client) -> None:
    response = submit(owner, "/admin/academic/profile/1/change/", {"time_zone": "Mars/Olympus"})
    assert errors_in(response) == ["time_zone: “Mars/Olympus” is not a time zone: write it like Europe/Paris."]


# Rows in order -----------------------------------------------------------------------------------------------------


def set_interests(*names: str) -> str:
    profile = Profile.objects.get()
    for position, name in enumerate(names):
        profile.interests.create(name=name, position=position)
    return "/admin/academic/profile/1/change/"


def interests() -> list[tuple[int, str]]:
    return list(Profile.objects.get().interests.values_list("position", "name"))


def test_rows_are_numbered_as_their_positions_say(owner: Client) -> None:
    url = set_interests("a", "b", "c")
    save(owner, url, {"interests-0-position": "7", "interests-2-position": "0"})
    assert interests() == [(0, "c"), (1, "b"), (2, "a")]


def test_a_new_row_without_position_comes_last(owner: Client) -> None:
    url = set_interests("a", "b")
    save(owner, url, {"interests-2-name": "new"})
    assert interests() == [(0, "a"), (1, "b"), (2, "new")]


def test_a_new_row_goes_where_its_position_says(owner: Client) -> None:
    url = set_interests("a", "b")
    save(owner, url, {"interests-0-position": "0", "interests-1-position": "2", "interests-2-name": "new",
                      "interests-2-position": "1"})  # fmt: skip
    assert interests() == [(0, "a"), (1, "new"), (2, "b")]


def test_rows_close_up_when_one_is_deleted(owner: Client) -> None:
    url = set_interests("a", "b", "c")
    save(owner, url, {"interests-1-DELETE": "on"})
    assert interests() == [(0, "a"), (1, "c")]


def test_equal_positions_keep_the_order_shown(owner: Client) -> None:
    url = set_interests("a", "b", "c")
    save(owner, url, {f"interests-{n}-position": "5" for n in range(3)})
    assert interests() == [(0, "a"), (1, "b"), (2, "c")]


def test_a_position_alone_makes_no_row(owner: Client) -> None:
    url = set_interests("a")
    save(owner, url, {"interests-1-position": "1"})
    assert interests() == [(0, "a")]


def test_rows_without_change_are_left_alone(owner: Client) -> None:
    url = set_interests("a", "b")
    with CaptureQueriesContext(connection) as captured:
        save(owner, url, {})
    assert not [query for query in captured if 'UPDATE "academic_interest"' in query["sql"]]


# Links -------------------------------------------------------------------------------------------------------------


def test_links_of_any_owner_are_saved_in_order(owner: Client) -> None:
    page, document = make_page(), make_document()
    for row in (make_publication(), make_cv_entry(), HomeBlock.objects.create(kind="bio"), make_page("/other/")):
        first, second = make_links(row, [("Code", "https://example.org/code"), ("Data", "https://example.org/data")])
        changes = {f"{LINKS}-0-position": "1", f"{LINKS}-1-position": "0", f"{LINKS}-2-page": str(page.pk)}
        save(owner, admin_url(row, "change"), changes)
        assert [link.href for link in Link.objects.filter(object_id=row.pk, content_type=first.content_type)] == [
            second.url,
            first.url,
            "/a-page/",
        ]
        save(owner, admin_url(row, "change"), {f"{LINKS}-3-document": str(document.pk), f"{LINKS}-3-label": "Slides"})
        assert row.links.last().href == document.get_absolute_url()  # type: ignore[attr-defined]


def test_a_link_leads_to_exactly_one_thing(owner: Client) -> None:
    page = make_page()
    both = {f"{LINKS}-0-url": "https://example.org", f"{LINKS}-0-page": str(page.pk)}
    none = {f"{LINKS}-0-label": "Nowhere"}
    for changes in (both, none):
        response = submit(owner, "/admin/academic/profile/1/change/", changes)
        assert "__all__: Give exactly one of web address, document and page." in errors_in(response)


def test_the_same_link_twice_is_a_form_error(owner: Client) -> None:
    publication = make_publication(links=[("Code", "https://example.org/code")])
    response = submit(owner, admin_url(publication, "change"), {f"{LINKS}-1-url": "https://example.org/code"})
    assert errors_in(response) == ["__all__: This link stands here twice."]


def test_an_assistant_edits_the_links_of_what_they_may_edit(assistant: Client) -> None:
    from tests.factories import make_news

    item = make_news(links=[("Code", "https://example.org/code")], visibility="draft")
    save(assistant, admin_url(item, "change"), {f"{LINKS}-0-label": "Source"})
    assert [link.label for link in item.links.all()] == ["Source"]


# Library -----------------------------------------------------------------------------------------------------------

PICTURE_ADD = "/admin/academic/picture/add/"
DOCUMENT_ADD = "/admin/academic/document/add/"


def test_a_picture_is_uploaded_and_shown(owner: Client) -> None:
    save(owner, PICTURE_ADD, {"file": upload(picture(), "engine.jpg"), "alt": "An engine", "credit": "Ada"})
    stored = Picture.objects.get()
    assert (stored.alt, stored.credit, stored.width) == ("An engine", "Ada", 800)
    assert f'src="/media/{stored.name}"' in owner.get(admin_url(stored, "change")).content.decode()
    smallest = min(stored.renditions)[1]
    assert f'src="/media/{smallest}"' in owner.get("/admin/academic/picture/").content.decode()


def test_what_is_no_picture_is_a_form_error(owner: Client) -> None:
    response = submit(owner, PICTURE_ADD, {"file": upload(b"<script>alert(1)</script>", "x.png"), "alt": "x"})
    assert [error.partition(":")[0] for error in errors_in(response)] == ["file"]
    assert Picture.objects.count() == 0


def test_a_picture_cannot_be_replaced_but_described(owner: Client) -> None:
    stored = make_picture(alt="old")
    changes = {"file": upload(picture()), "name": "other.png", "width": "1", "alt": "new"}
    save(owner, admin_url(stored, "change"), changes)
    again = Picture.objects.get()
    assert (again.name, again.width, again.alt) == (stored.name, stored.width, "new")


def test_saving_a_picture_without_alternative_text_asks_for_it(owner: Client) -> None:
    answer = owner.post(PICTURE_ADD, {**read_form(owner, PICTURE_ADD), "file": upload(picture())}, follow=True)
    assert "This picture has no alternative text" in answer.content.decode()
    listed = owner.get("/admin/academic/picture/", {"alt": "missing"}).content.decode()
    assert "1 picture" in listed


def test_the_same_upload_twice_is_one_picture(owner: Client) -> None:
    for alt in ("", "A gradient"):
        save(owner, PICTURE_ADD, {"file": upload(picture()), "alt": alt})
    assert [stored.alt for stored in Picture.objects.all()] == ["A gradient"]


def test_a_document_is_uploaded_to_its_own_path(owner: Client, visitor: Client) -> None:
    path = "/publications/2018/talk.pdf"
    save(owner, DOCUMENT_ADD, {"file": upload(PDF, "talk.pdf"), "title": "Talk", "path": path})
    assert visitor.get(path)["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("path", ["/news/", "/admin/x.pdf", "talk.pdf", "/x.html", "/a-page/", "//evil/x.pdf"])
def test_a_document_cannot_take_an_address_of_the_site(owner: Client, path: str) -> None:
    make_page()
    stored = make_document()
    for url in (DOCUMENT_ADD, admin_url(stored, "change")):
        response = submit(owner, url, {"file": upload(PDF, "talk.pdf"), "title": "Talk", "path": path})
        assert [error.partition(":")[0] for error in errors_in(response)] == ["path"], url
    assert Document.objects.get().path is None


def test_a_document_that_is_linked_cannot_be_deleted(owner: Client) -> None:
    document = make_document()
    make_publication(pdf=document, title="The paper that needs it")
    response = owner.post(admin_url(document, "delete"), {"post": "yes"})
    assert "The paper that needs it" in response.content.decode()
    assert Document.objects.count() == 1


# Home blocks and menu ----------------------------------------------------------------------------------------------


def test_the_kind_of_a_block_is_chosen_first(owner: Client) -> None:
    page = owner.get("/admin/academic/homeblock/add/").content.decode()
    kinds = re.findall(r'href="\?kind=(\w+)">([^<]+)<', page)
    assert kinds == [
        ("bio", "Bio"),
        ("interests", "Research interests"),
        ("text", "Text"),
        ("publication", "Text with a publication"),
        ("selected", "Selected publications"),
        ("recent", "Recent publications"),
        ("news", "News"),
    ]
    assert "options" not in page


def test_a_block_is_added_with_the_options_of_its_kind(owner: Client) -> None:
    HomeBlock.objects.create(kind="bio", position=4)
    save(owner, "/admin/academic/homeblock/add/?kind=news", {"title": "News", "options-limit": "3"})
    block = HomeBlock.objects.get(kind="news")
    assert (block.title, block.options, block.position) == ("News", {"limit": 3}, 5)


def test_wrong_options_are_form_errors(owner: Client) -> None:
    response = submit(owner, "/admin/academic/homeblock/add/?kind=news", {"options-limit": "1000"})
    assert errors_in(response) == ["options-limit: Ensure this value is less than or equal to 100."]
    assert HomeBlock.objects.count() == 0


def test_options_are_edited_as_fields_and_read_by_the_page(owner: Client, visitor: Client) -> None:
    paper = make_publication(title="The thesis")
    block = HomeBlock.objects.create(kind="publication", options={"body": "old", "publication": None, "later": 1})
    url = admin_url(block, "change")
    assert read_form(owner, url)["options-body"] == "old"
    save(owner, url, {"options-body": "My **thesis**", "options-publication": str(paper.pk)})
    block.refresh_from_db()
    assert block.options == {"body": "My **thesis**", "publication": paper.pk, "later": 1}
    assert "My <strong>thesis</strong>" in visitor.get("/").content.decode()
    assert read_form(owner, url)["options-publication"] == str(paper.pk)


def test_an_unknown_kind_is_shown_as_such_and_kept(owner: Client, visitor: Client) -> None:
    block = HomeBlock.objects.create(kind="gallery", title="Pictures", options={"columns": [1, 2]})
    url = admin_url(block, "change")
    for page in (url, "/admin/academic/homeblock/"):
        assert "“gallery” is not known here" in owner.get(page).content.decode()
    save(owner, url, {"title": "My pictures"})
    block.refresh_from_db()
    assert (block.kind, block.title, block.options) == ("gallery", "My pictures", {"columns": [1, 2]})
    assert visitor.get("/").status_code == 200


def test_an_unknown_kind_cannot_be_added(owner: Client) -> None:
    response = owner.post("/admin/academic/homeblock/add/?kind=gallery", {"title": "x", "position": "0"})
    assert "Which kind of block?" in response.content.decode()
    assert HomeBlock.objects.count() == 0


def test_blocks_are_ordered_and_hidden_in_their_list(owner: Client) -> None:
    one, two = (HomeBlock.objects.create(kind="bio", title=title, position=n) for n, title in enumerate(["1", "2"]))
    url = "/admin/academic/homeblock/"
    data = {
        "form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "_save": "Save",
        "form-0-id": str(one.pk), "form-0-position": "1", "form-0-is_shown": "on",
        "form-1-id": str(two.pk), "form-1-position": "0",
    }  # fmt: skip
    assert owner.post(url, data).status_code == 302
    assert [(block.title, block.is_shown) for block in HomeBlock.objects.all()] == [("2", False), ("1", True)]


def test_a_menu_item_leads_to_exactly_one_thing(owner: Client) -> None:
    url = "/admin/academic/menuitem/add/"
    for changes in ({"label": "Nowhere"}, {"section": "news", "url": "https://example.org"}):
        assert "__all__: Give exactly one of section, page and web address." in errors_in(submit(owner, url, changes))
    save(owner, url, {"section": "news"})
    save(owner, url, {"url": "https://example.org", "label": "Elsewhere"})
    assert [(item.text, item.position) for item in MenuItem.objects.all()] == [("News", 0), ("Elsewhere", 1)]


# Pages, CV, redirects ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/news/", "/admin/x/", "no-slash/", "/x", "/media/x.png", "/../x/"])
def test_a_page_cannot_take_an_address_of_the_site(owner: Client, path: str) -> None:
    response = submit(owner, "/admin/academic/page/add/", {"title": "A page", "path": path})
    assert [error.partition(":")[0] for error in errors_in(response)] == ["path"]
    assert Page.objects.count() == 0


def test_actions_publish_and_unpublish(owner: Client) -> None:
    one, two = make_page("/1/", visibility="draft"), make_page("/2/")
    url = "/admin/academic/page/"
    owner.post(url, {"action": "publish", "_selected_action": [one.pk, two.pk]})
    assert set(Page.objects.values_list("visibility", flat=True)) == {"public"}
    owner.post(url, {"action": "unpublish", "_selected_action": [one.pk]})
    assert dict(Page.objects.values_list("path", "visibility")) == {"/1/": "draft", "/2/": "public"}


def test_actions_with_made_up_keys_change_nothing(owner: Client, assistant: Client) -> None:
    page = make_page(visibility="draft")
    owner.post("/admin/academic/page/", {"action": "publish", "_selected_action": ["999"]})
    forged = owner.post("/admin/academic/page/", {"action": "publish", "_selected_action": ["x", page.pk]})
    assert forged.status_code == 400
    assistant.post("/admin/academic/page/", {"action": "publish", "_selected_action": [page.pk]})
    page.refresh_from_db()
    assert (page.visibility, Page.objects.count()) == ("draft", 1)


def test_the_list_says_why_a_page_is_not_seen(owner: Client) -> None:
    make_page("/1/", visibility="draft")
    make_page("/2/", publish_at="2099-01-01T00:00Z")
    make_page("/3/", expire_at="2001-01-01T00:00Z")
    make_page("/4/")
    body = owner.get("/admin/academic/page/").content.decode()
    assert re.findall(r"nutshell-badge nutshell-\w+\">(\w+)<", body) == ["draft", "scheduled", "expired", "public"]


def test_an_entry_of_the_cv_ends_after_it_begins(owner: Client) -> None:
    changes = {"section": "education", "title": "PhD", "start_year": "2018", "end_year": "2014"}
    response = submit(owner, "/admin/academic/cventry/add/", changes)
    assert errors_in(response) == ["end_year: It ends before it begins."]
    save(owner, "/admin/academic/cventry/add/", {**changes, "end_year": "2019"})
    assert CVEntry.objects.get().title == "PhD"


def test_a_redirect_works_at_once(owner: Client, visitor: Client) -> None:
    save(owner, "/admin/academic/redirect/add/", {"old_path": "/old.html", "new_path": "/news/"})
    assert visitor.get("/old.html")["Location"] == "/news/"
    response = submit(owner, "/admin/academic/redirect/add/", {"old_path": "https://x.org/y", "new_path": "/news/"})
    assert errors_in(response) == ["old_path: Start it with / and leave out the host: /old/page.html."]
    assert Redirect.objects.count() == 1
