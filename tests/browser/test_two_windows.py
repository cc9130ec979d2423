"""Two windows on one paper, and the preview from the form, in Chromium."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from publications.models import Publication
from tests.everything import admin_url
from tests.factories import make_publication


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [violation["id"] for violation in found if violation["impact"] in {"serious", "critical"}]


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_the_second_of_two_windows_loses_nothing(owner_page: Page) -> None:
    paper = make_publication(title="Old", authors=["Ada Lovelace", "Charles Babbage"])
    url = admin_url(paper, "change")
    first, second = owner_page, owner_page.context.new_page()
    for window in (first, second):
        window.goto(url)
    first.fill("#id_title", "Theirs")
    first.fill("#id_authorships-1-name", "Mary Somerville")
    save(first)
    expect(first.locator(".messagelist .success")).to_be_visible()

    second.fill("#id_title", "Mine")
    second.fill("#id_abstract", "A long abstract that nobody wants to type twice.")
    save(second)
    panel = second.get_by_role("region", name="Two versions: yours and what is stored")
    expect(panel).to_contain_text("Theirs")
    expect(panel).to_contain_text("Mary Somerville")
    expect(second.locator("#id_title")).to_have_value("Mine")
    expect(second.locator("#id_abstract")).to_have_value("A long abstract that nobody wants to type twice.")
    assert serious(second) == []
    assert Publication.objects.get().title == "Theirs"

    second.get_by_role("button", name="Keep mine").click()
    expect(second.locator(".messagelist .success")).to_be_visible()
    assert Publication.objects.get().title == "Mine"
    assert [row.printed for row in paper.authorships.all()] == ["Ada Lovelace", "Charles Babbage"]


def test_taking_what_is_stored(owner_page: Page) -> None:
    paper = make_publication(title="Old")
    owner_page.goto(admin_url(paper, "change"))
    Publication.objects.update(title="Theirs")
    owner_page.fill("#id_title", "Mine")
    save(owner_page)
    owner_page.get_by_role("link", name="Take what is stored").click()
    expect(owner_page.locator("#id_title")).to_have_value("Theirs")


def test_the_preview_opens_beside_the_form(owner_page: Page) -> None:
    owner_page.goto(admin_url(Publication, "add"))
    owner_page.fill("#id_title", "Notes on engines")
    owner_page.fill("#id_abstract", "With $x_1$ and **bold** words.")
    with owner_page.context.expect_page() as opened:
        owner_page.get_by_role("button", name="Preview").click()
    preview = opened.value
    expect(preview.get_by_role("heading", name="Notes on engines")).to_be_visible()
    expect(preview.locator("main strong", has_text="bold")).to_be_visible()
    expect(preview.get_by_text("Nothing of this is saved yet")).to_be_visible()
    assert serious(preview) == []
    expect(owner_page.locator("#id_title")).to_have_value("Notes on engines")
    assert Publication.objects.count() == 0
