"""The admin in Chromium: what is saved is on the site, rows move by keyboard, nothing breaks the policy."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from academic.models import CVEntry, HomeBlock, Picture, Profile
from news.models import NewsItem
from publications.models import Author, ImportRun, Publication
from tests.everything import admin_url, make_one_of_everything
from tests.factories import make_publication, set_profile

PAGES = ("changelist", "add", "change", "delete")
CLOSED = {(Profile, "add"), (Profile, "delete"), (ImportRun, "delete")}
LOOKED_AT = {
    *((model, name) for model in (Publication, NewsItem) for name in PAGES),
    *((model, "changelist") for model in (HomeBlock, Picture, CVEntry)),
    *((model, "change") for model in (Profile, HomeBlock, Picture, Author)),
    (ImportRun, "add"),
}

pytestmark = pytest.mark.django_db(transaction=True)


def row_names(page: Page, prefix: str) -> list[str]:
    return [
        field.input_value()
        for field in page.locator(f"#{prefix}-group tr.form-row:not(.empty-form) .field-name input").all()
    ]


def press(page: Page, name: str, row: int) -> None:
    """A move button, with the keyboard."""
    page.get_by_role("button", name=name).nth(row).focus()
    page.keyboard.press("Enter")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errornote, .messagelist .success").first).to_have_class("success")


def names(publication: Publication) -> list[str]:
    return [authorship.printed for authorship in publication.authorships.all()]


def test_saved_news_is_on_the_home_page_at_the_next_request(owner_page: Page) -> None:
    HomeBlock.objects.create(kind="news", title="News")
    owner_page.goto("/")
    expect(owner_page.get_by_text("A prize")).to_have_count(0)
    owner_page.goto("/admin/")
    owner_page.get_by_role("row", name="News").get_by_role("link", name="Add").click()
    owner_page.fill("#id_title", "A prize")
    owner_page.fill("#id_body", "Given by **nobody**.")
    expect(owner_page.locator(".markdownx-preview strong")).to_have_text("nobody")
    save(owner_page)
    owner_page.get_by_role("link", name="View site").click()
    expect(owner_page.get_by_text("A prize")).to_be_visible()


def test_authors_are_reordered_with_the_keyboard(owner_page: Page) -> None:
    paper = make_publication(authors=["Ada Lovelace", "Charles Babbage", "Mary Somerville"])
    owner_page.goto(admin_url(paper, "change"))
    press(owner_page, "Move down", 0)
    assert row_names(owner_page, "authorships")[:3] == ["Charles Babbage", "Ada Lovelace", "Mary Somerville"]
    focused = owner_page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Move down"
    owner_page.keyboard.press("Enter")
    save(owner_page)
    assert names(paper) == ["Charles Babbage", "Mary Somerville", "Ada Lovelace"]


def test_rows_survive_moving_adding_and_removing(owner_page: Page) -> None:
    paper = make_publication(authors=["Ada Lovelace", "Charles Babbage"])
    owner_page.goto(admin_url(paper, "change"))
    owner_page.get_by_role("button", name="Add another Author").click()
    owner_page.fill("#id_authorships-2-name", "To Be Removed")
    owner_page.fill("#id_authorships-4-name", "Mary Somerville")
    for _ in range(4):
        press(owner_page, "Move up", row_names(owner_page, "authorships").index("Mary Somerville"))
    press(owner_page, "Move down", row_names(owner_page, "authorships").index("Ada Lovelace"))
    assert row_names(owner_page, "authorships")[:3] == ["Mary Somerville", "Charles Babbage", "Ada Lovelace"]
    owner_page.locator("#authorships-2 .inline-deletelink").click()
    assert row_names(owner_page, "authorships")[:3] == ["Mary Somerville", "Charles Babbage", "Ada Lovelace"]
    save(owner_page)
    assert names(paper) == ["Mary Somerville", "Charles Babbage", "Ada Lovelace"]


def test_blocks_are_reordered_in_their_list(owner_page: Page) -> None:
    for position, title in enumerate(["One", "Two"]):
        HomeBlock.objects.create(kind="bio", title=title, position=position)
    owner_page.goto("/admin/academic/homeblock/")
    press(owner_page, "Move up", 1)
    save(owner_page)
    assert [block.title for block in HomeBlock.objects.all()] == ["Two", "One"]


def test_order_works_without_scripts(browser: Browser, live_server: LiveServer, owner_page: Page) -> None:
    profile = Profile.objects.get()
    for position, name in enumerate(["a", "b"]):
        profile.interests.create(name=name, position=position)
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, storage_state=owner_page.context.storage_state()
    )
    page = context.new_page()
    page.goto("/admin/academic/profile/1/change/")
    page.fill("#id_interests-0-position", "5")
    page.get_by_role("button", name="Save", exact=True).click()
    context.close()
    assert [interest.name for interest in profile.interests.all()] == ["b", "a"]


def admin_pages() -> list[str]:
    pages = [(row, name) for row in make_one_of_everything().values() for name in PAGES]
    return [admin_url(row, name) for row, name in pages if (type(row), name) not in CLOSED]


def test_no_page_of_the_admin_breaks_the_policy(owner_page: Page) -> None:
    """The `page` fixture fails for whatever the console says."""
    more = ["/admin/academic/homeblock/add/?kind=publication", "/admin/password_change/"]
    for url in [*admin_pages(), *more]:
        answer = owner_page.goto(url)
        assert answer is not None and answer.status == 200, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_admin(
    browser: Browser, live_server: LiveServer, owner_page: Page, scheme: Literal["light", "dark"]
) -> None:
    rows = make_one_of_everything()
    pages = [admin_url(row, name) for row in rows.values() for name in PAGES if (type(row), name) in LOOKED_AT]
    # A page of its own: axe styles what it measures, which the policy refuses.
    context = browser.new_context(
        base_url=live_server.url, color_scheme=scheme, storage_state=owner_page.context.storage_state()
    )
    page = context.new_page()
    found = []
    for url in ["/admin/", *pages]:
        page.goto(url)
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                found.append((url, violation["id"], [node["html"][:200] for node in violation["nodes"]]))
    context.close()
    assert found == []


def test_no_widget_of_the_admin_breaks_the_policy(owner_page: Page) -> None:
    make_publication(title="Notes on engines")
    page = owner_page
    page.goto("/admin/news/newsitem/add/")
    page.locator(".field-publication .select2-selection").click()
    page.locator(".select2-search__field").fill("engines")
    page.locator(".select2-results__option", has_text="Notes on engines").click()
    page.locator("#calendarlink0").click()
    page.locator("#calendarbox0 td a").first.click()
    assert re.fullmatch(r"\d{4}-\d\d-01", page.locator("#id_date").input_value())
    page.locator("#clocklink0").click()
    page.locator("#clockbox0 a", has_text="Noon").click()
    page.fill("#id_body", "# A *heading*\n\n$x_1$\n\n```python\nprint(1)\n```\n\n| a |\n|:-:|\n| b |\n")
    expect(page.locator(".markdownx-preview h1, .markdownx-preview h2").first).to_contain_text("heading")
    page.get_by_role("button", name="Add another Link").click()
    page.get_by_role("button", name="Toggle theme").first.click()
    page.goto("/admin/publications/topic/add/")
    page.locator("#id_name").press_sequentially("Old engines")
    expect(page.locator("#id_slug")).to_have_value("old-engines")
    page.goto("/admin/publications/publication/")
    page.locator("#action-toggle").check()


def test_the_admin_is_readable_in_the_dark_and_on_a_phone(owner_page: Page) -> None:
    set_profile(bio="Some **text**")
    paper = make_publication(authors=["Ada Lovelace"])
    owner_page.emulate_media(color_scheme="dark")
    owner_page.set_viewport_size({"width": 390, "height": 800})
    for url in [
        "/admin/",
        "/admin/academic/profile/1/change/",
        admin_url(paper, "change"),
        admin_url(paper, "changelist"),
    ]:
        owner_page.goto(url)
        background = owner_page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert sum(map(int, re.findall(r"\d+", background)[:3])) < 150, url
        too_wide = owner_page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert too_wide <= 0, url
