"""History in Chromium: compare, restore, recover; axe in light and dark; nothing breaks the policy."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from academic import history
from publications.models import Publication
from tests.adminforms import save
from tests.everything import admin_url, make_picture
from tests.factories import make_publication

SWAPPED = {"authorships-0-position": "1", "authorships-1-position": "0"}


def serious(page: Page) -> list[tuple[str, str, list[str]]]:
    """Of the page at this address, in a window of its own: axe itself sets styles, which the policy forbids."""
    found = []
    beside = page.context.new_page()
    for scheme in ("light", "dark"):
        beside.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        beside.goto(page.url)  # anew: links fade from one scheme to the other
        for violation in Axe().run(beside).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                found.append((scheme, violation["id"], [node["html"][:150] for node in violation["nodes"]]))
    beside.close()
    return found


def edited_paper() -> Publication:
    paper = make_publication(title="An old title", authors=["Ada Lovelace", "Charles Babbage"], picture=make_picture())
    client = Client()
    client.force_login(User.objects.get(username="owner"))
    save(client, admin_url(paper, "change"), {"title": "A new title", **SWAPPED})
    return paper


def test_comparing_and_restoring(owner_page: Page) -> None:
    page, paper = owner_page, edited_paper()
    page.goto(admin_url(paper, "change"))
    page.get_by_role("link", name="History").click()
    assert serious(page) == []
    page.get_by_role("button", name="Compare the two").click()
    expect(page.locator("del", has_text="old")).to_be_visible()
    expect(page.locator("ins", has_text="new")).to_be_visible()
    assert serious(page) == []
    page.go_back()
    page.locator("tbody tr").last.get_by_role("link").click()
    assert serious(page) == []
    page.get_by_role("button", name="Restore this version").click()
    expect(page.locator(".messagelist .success")).to_contain_text("It is as it was on")
    expect(page.locator("#id_title")).to_have_value("An old title")
    assert [row.family for row in paper.authorships.all()] == ["Lovelace", "Babbage"]


def test_deleting_and_recovering(owner_page: Page) -> None:
    page, paper = owner_page, edited_paper()
    page.goto(admin_url(paper.picture, "delete"))  # type: ignore[arg-type]
    expect(page.get_by_role("heading", name="What points here")).to_be_visible()
    assert serious(page) == []
    page.goto(admin_url(paper, "delete"))
    page.get_by_role("button", name="Yes, I’m sure").click()
    page.get_by_role("link", name="Deleted", exact=True).click()
    assert serious(page) == []
    page.get_by_role("link", name="A new title").click()
    assert serious(page) == []
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#id_title")).to_have_value("A new title")
    assert [row.family for row in Publication.objects.get().authorships.all()] == ["Babbage", "Lovelace"]
    assert history.deleted(Publication).count() == 0
