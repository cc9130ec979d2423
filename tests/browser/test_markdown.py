"""The Markdown box in Chromium: the preview, pictures, keys, and that no word is lost."""

from __future__ import annotations

import re
from base64 import b64encode

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect
from playwright.sync_api import TimeoutError as NeverCame

from academic.models import Page as SitePage
from academic.models import Picture
from news.models import NewsItem
from tests.academic.payloads import PAYLOADS
from tests.academic.uploads import gradient, picture
from tests.everything import admin_url
from tests.factories import make_news, make_page, make_publication, set_profile

from .test_admin import save

pytestmark = pytest.mark.django_db(transaction=True)

OPEN = "Text that you typed here and did not save is still there."
SIGNED_OUT = "Only editors may preview; sign in again in another window, your text stays here."
PROSE = "document.querySelector('.markdownx-preview').shadowRoot.querySelector('.prose').innerHTML"


def body_of(page: Page) -> Locator:
    return page.locator("#id_body")


def said(page: Page) -> Locator:
    return page.locator(".nutshell-said").first


def sign_out() -> None:
    Session.objects.all().delete()


def press(page: Page, key: str, start: int, end: int) -> str:
    """The text after a key was pressed on a selection."""
    body_of(page).evaluate("(area, [start, end]) => { area.focus(); area.setSelectionRange(start, end) }", [start, end])
    page.keyboard.press(key)
    return body_of(page).input_value()


def give(page: Page, event: str, name: str = "cat.png", data: bytes | None = None) -> None:
    """Paste or drop a picture into the box, as the browser does with a file of the visitor's."""
    encoded = b64encode(data or picture(gradient(400, 200), "PNG")).decode()
    body_of(page).evaluate(
        """(area, [event, name, encoded]) => {
            const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], name, { type: "image/png" }));
            const Kind = event === "paste" ? ClipboardEvent : DragEvent;
            const given = { clipboardData: transfer, dataTransfer: transfer };
            area.dispatchEvent(new Kind(event, { bubbles: true, cancelable: true, ...given }));
        }""",
        [event, name, encoded],
    )


def answer_alt(page: Page, words: str, button: str = "Add a picture") -> None:
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("What does the picture show?").fill(words)
    dialog.get_by_role("button", name=button).click()


# The preview ----------------------------------------------------------------------------------------------------------


@pytest.mark.allow_console("404")  # a payload's picture is on this site, and is not there
def test_the_preview_is_the_page(owner_page: Page) -> None:
    """What stands in the preview equals what stands on the page, for every payload; and nothing of it runs."""
    page, wrong = owner_page, []
    row = make_page("/text/", title="Text")
    page.goto(admin_url(row, "change"))
    for payload in PAYLOADS:
        SitePage.objects.filter(pk=row.pk).update(body=payload)
        with page.expect_response("**/admin/markdown/preview/"):
            body_of(page).fill(payload)
        on_page = page.evaluate(
            """async () => {
                const text = await (await fetch("/text/")).text();
                return new DOMParser().parseFromString(text, "text/html").querySelector(".prose").innerHTML;
            }"""
        )
        try:
            page.wait_for_function(f"(wanted) => {PROSE} === wanted", arg=on_page, timeout=5000)
        except NeverCame:
            wrong.append((payload, page.evaluate(PROSE), on_page))
    assert wrong == []


def test_the_preview_looks_like_the_page_and_nothing_around_does(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    body_of(page).fill("# A heading\n\nWords")
    paragraph = page.locator(".markdownx-preview p")
    expect(paragraph).to_have_text("Words")
    expect(paragraph).to_have_css("font-family", re.compile("Nutshell Serif"))
    expect(page.locator("#content h1").first).not_to_have_css("font-family", re.compile("Nutshell Serif"))
    expect(page.locator(".markdownx-preview h2")).to_have_text("A heading")


def test_below_a_heading_of_its_page_a_text_is_previewed_so(owner_page: Page) -> None:
    paper = make_publication(abstract="# A heading")
    owner_page.goto(admin_url(paper, "change"))
    expect(owner_page.locator(".markdownx-preview h3")).to_have_text("A heading")


def test_an_answer_to_an_older_text_is_never_shown(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")

    def late(route: object) -> None:
        if "slow" in (route.request.post_data or ""):  # type: ignore[attr-defined]
            page.wait_for_timeout(900)
        route.continue_()  # type: ignore[attr-defined]

    page.route("**/admin/markdown/preview/", late)
    body_of(page).fill("slow")
    page.wait_for_timeout(350)
    body_of(page).fill("quick")
    expect(page.locator(".markdownx-preview p")).to_have_text("quick")
    page.wait_for_timeout(1000)
    expect(page.locator(".markdownx-preview p")).to_have_text("quick")


def test_a_box_of_a_row_added_later_works(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    page.evaluate(
        """() => {
            const row = document.createElement("div");
            row.innerHTML = document.querySelector(".markdownx").outerHTML.replaceAll("id_body", "id_later");
            row.querySelector(".nutshell-foot").remove();
            document.querySelector("#page_form").append(row);
            row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true }));
        }"""
    )
    page.locator("#id_later").fill("*Later*")
    expect(page.locator(".markdownx-preview em")).to_have_text("Later")


# Keys -----------------------------------------------------------------------------------------------------------------


def test_keys_mark_and_can_be_undone(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    body_of(page).fill("one two")
    assert press(page, "Control+b", 4, 7) == "one **two**"
    assert press(page, "Control+b", 6, 9) == "one two"
    assert press(page, "Control+i", 0, 3) == "*one* two"
    assert press(page, "Control+k", 6, 9) == "*one* [two](https://)"
    page.keyboard.type("https://example.org/")
    assert body_of(page).input_value() == "*one* [two](https://example.org/)"
    for _ in range(9):
        page.keyboard.press("Control+z")
    assert body_of(page).input_value() in {"", "one two"}


def test_a_selected_address_becomes_a_link(owner_page: Page) -> None:
    owner_page.goto("/admin/academic/page/add/")
    body_of(owner_page).fill("https://example.org/")
    assert press(owner_page, "Control+k", 0, 20) == "[](https://example.org/)"


def test_tab_leaves_the_box(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    body_of(page).fill("Words")
    body_of(page).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") != "id_body"
    assert body_of(page).input_value() == "Words"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "id_body"


# Pictures -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["paste", "drop"])
def test_a_picture_is_asked_for_its_words_and_stored(owner_page: Page, event: str) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    body_of(page).fill("See: ")
    give(page, event)
    answer_alt(page, "A cat asleep")
    expect(page.locator(".markdownx-preview img")).to_have_attribute("alt", "A cat asleep")
    row = Picture.objects.get()
    assert body_of(page).input_value() == f"See: ![A cat asleep](/media/{row.name})"
    page.keyboard.press("Control+z")
    assert body_of(page).input_value() == "See: "


def test_a_picture_is_chosen_with_the_button(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add a picture").click()
    data = picture(gradient(300, 200), "PNG")
    chooser.value.set_files(FilePayload(name="cat.png", mimeType="image/png", buffer=data))
    answer_alt(page, "A cat")
    expect(page.locator(".markdownx-preview img")).to_have_attribute("alt", "A cat")


def test_a_picture_need_not_be_added_after_all(owner_page: Page) -> None:
    owner_page.goto("/admin/academic/page/add/")
    give(owner_page, "paste")
    answer_alt(owner_page, "", "Cancel")
    assert (Picture.objects.count(), body_of(owner_page).input_value()) == (0, "")


def test_saving_says_how_many_pictures_have_no_words(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    page.fill("#id_title", "Cats")
    page.fill("#id_path", "/cats/")
    give(page, "paste")
    answer_alt(page, "")
    expect(page.locator(".markdownx-preview img")).to_have_count(1)
    save(page)
    expect(page.locator(".messagelist .warning")).to_have_text(
        "One picture has no alternative text: say what it shows for those who cannot see it."
    )


# No word is lost ----------------------------------------------------------------------------------------------------


@pytest.mark.allow_console("403")
def test_a_session_lost_while_typing_loses_nothing(owner_page: Page) -> None:
    page = owner_page
    item = make_news(title="A prize", body="Before")
    page.goto(admin_url(item, "change"))
    expect(page.locator(".markdownx-preview p")).to_have_text("Before")
    sign_out()
    body_of(page).fill("Typed for an hour")
    expect(said(page)).to_have_text(SIGNED_OUT)
    assert body_of(page).input_value() == "Typed for an hour"
    expect(page.locator("input[type=password]")).to_have_count(0)
    expect(page.locator(".markdownx-preview p")).to_have_text("Before")
    page.get_by_role("button", name="Save", exact=True).click()  # meets the login; the text comes back after it
    sign_in(page)
    expect(body_of(page)).to_have_value("Before")
    expect(page.get_by_text(OPEN)).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(body_of(page)).to_have_value("Typed for an hour")
    save(page)
    assert NewsItem.objects.get().body == "Typed for an hour"
    page.goto(admin_url(item, "change"))
    expect(page.get_by_text(OPEN)).to_have_count(0)


def sign_in(page: Page) -> None:
    page.fill("#id_username", "owner")
    page.fill("#id_password", "owner-password")
    page.click("text=Log in >> nth=-1")
    page.wait_for_url("**/change/")


@pytest.mark.allow_console("403")
def test_signing_in_again_elsewhere_goes_on_where_it_was(owner_page: Page) -> None:
    page, context = owner_page, owner_page.context
    item = make_news(title="A prize")
    page.goto(admin_url(item, "change"))
    sign_out()
    body_of(page).fill("One")
    expect(said(page)).to_have_text(SIGNED_OUT)
    sign_in_in_another_window(context, admin_url(item, "change"))
    body_of(page).fill("Two")
    expect(page.locator(".markdownx-preview p")).to_have_text("Two")
    expect(said(page)).to_have_text("")
    save(page)
    assert NewsItem.objects.get().body == "Two"


def sign_in_in_another_window(context: BrowserContext, url: str) -> None:
    other = context.new_page()
    other.goto(url)
    sign_in(other)
    other.close()


def test_leaving_with_unsaved_work_warns_and_the_text_is_offered_again(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/news/newsitem/add/")
    page.locator("#id_title").press_sequentially("A pr")
    body_of(page).press_sequentially("Words")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/admin/")
    assert asked == ["beforeunload"]
    page.goto("/admin/news/newsitem/add/")
    assert body_of(page).input_value() == ""
    page.get_by_role("button", name="Put it back").click()
    assert (page.locator("#id_title").input_value(), body_of(page).input_value()) == ("A pr", "Words")
    page.goto("/admin/")
    page.goto("/admin/news/newsitem/add/")
    page.get_by_role("button", name="Forget it").click()
    page.goto("/admin/news/newsitem/add/")
    expect(page.get_by_text(OPEN)).to_have_count(0)
    assert asked == ["beforeunload", "beforeunload"]


def test_a_text_typed_over_an_older_version_is_said_to_be_that(owner_page: Page) -> None:
    page = owner_page
    item = make_news(title="A prize", body="First")
    page.goto(admin_url(item, "change"))
    body_of(page).press_sequentially("Mine ")
    page.goto("/admin/")
    NewsItem.objects.update(body="Second")
    page.goto(admin_url(item, "change"))
    expect(page.get_by_text("since then this was changed elsewhere")).to_be_visible()


def test_logging_out_forgets_what_was_kept(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/news/newsitem/add/")
    body_of(page).press_sequentially("Secret")
    page.goto("/admin/")
    kept = "Object.keys(localStorage).filter((name) => name.startsWith('nutshell-kept'))"
    assert len(page.evaluate(kept)) == 1
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/logout/")
    assert page.evaluate(kept) == []


def test_a_form_with_errors_keeps_its_text_until_it_is_saved(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/academic/page/add/")
    page.fill("#id_title", "A page")
    page.fill("#id_path", "no-slash")
    body_of(page).fill("Words")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errornote")).to_be_visible()
    page.goto("/admin/academic/page/add/")
    page.get_by_role("button", name="Put it back").click()
    page.fill("#id_path", "/a-page/")
    save(page)
    assert SitePage.objects.get().body == "Words"
    page.goto("/admin/academic/page/add/")
    expect(page.get_by_text(OPEN)).to_have_count(0)


def test_the_box_follows_the_theme_and_the_owner(owner_page: Page) -> None:
    set_profile(accent="#1c5a97", typeface="sans")
    page = owner_page
    page.emulate_media(color_scheme="dark")
    page.goto("/admin/academic/page/add/")
    body_of(page).fill("Words")
    paragraph = page.locator(".markdownx-preview p")
    expect(paragraph).not_to_have_css("font-family", re.compile("Nutshell Serif"))
    brightness = "one => getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    assert paragraph.evaluate(brightness) > 380
    page.get_by_role("button", name="Toggle theme").first.click()  # from auto to light
    page.get_by_role("button", name="Toggle theme").first.click()
    assert page.evaluate("document.documentElement.dataset.theme") in {"light", "dark"}
