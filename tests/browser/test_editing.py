"""The thirty-second story, rows in order, authors recognised, and the way from the demo, in Chromium."""

from __future__ import annotations

import re
import time
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from academic.models import HomeBlock, MenuItem
from academic.site import composition, demo
from news.models import NewsItem
from publications.models import Publication
from tests.everything import admin_url
from tests.factories import make_links, make_news, make_page, make_publication, set_profile
from tests.publications.imports import PAPER

from .test_admin import names, press, row_names, save

pytestmark = pytest.mark.django_db(transaction=True)

ADD = "/admin/publications/publication/add/"


def drag(page: Page, row: str, onto: str) -> None:
    """The handle of one row to the far half of another one."""
    start = page.locator(f"{row} .nutshell-drag").bounding_box()
    end = page.locator(onto).bounding_box()
    assert start and end
    downwards = start["y"] < end["y"]
    page.mouse.move(start["x"] + 5, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, end["y"] + end["height"] * (0.9 if downwards else 0.1), steps=8)
    page.mouse.up()


# From the accepted paper to the live page -----------------------------------------------------------------------------


def test_from_bibtex_to_the_live_page_in_thirty_seconds(
    page: Page, live_server: LiveServer, capsys: pytest.CaptureFixture[str]
) -> None:
    """Log in, paste, fill, tick, save: the news and the paper are on the home page. The time is printed, not judged."""
    composition.compose()
    set_profile()
    User.objects.create_superuser("owner", password="owner-password")
    start = time.monotonic()
    page.goto("/admin/")
    page.fill("#id_username", "owner")
    page.fill("#id_password", "owner-password")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Paste BibTeX").click()
    page.get_by_label("BibTeX", exact=True).fill(PAPER)
    page.get_by_role("button", name="Fill the form").click()
    expect(page.locator("#authorships-0 .nutshell-known")).to_have_text("you")
    page.get_by_label("Announce it").check()
    save(page)
    page.goto("/")
    title = Publication.objects.get().title
    expect(page.locator(".news").get_by_text(title)).to_be_visible()
    expect(page.locator(".publications").get_by_text(title).first).to_be_visible()
    with capsys.disabled():
        print(f"\nlogged in, pasted, announced, saved and seen on the home page: {time.monotonic() - start:.1f} s")  # noqa: T201
    assert NewsItem.objects.get().publication == Publication.objects.get()


# Order ----------------------------------------------------------------------------------------------------------------


def test_authors_are_dragged(owner_page: Page) -> None:
    paper = make_publication(authors=["Ada Lovelace", "Charles Babbage", "Mary Somerville"])
    owner_page.goto(admin_url(paper, "change"))
    drag(owner_page, "#authorships-0", "#authorships-2")
    assert row_names(owner_page, "authorships")[:3] == ["Charles Babbage", "Mary Somerville", "Ada Lovelace"]
    drag(owner_page, "#authorships-2", "#authorships-1")
    save(owner_page)
    assert names(paper) == ["Mary Somerville", "Charles Babbage", "Ada Lovelace"]


def test_links_are_moved_by_keyboard_and_dragged(owner_page: Page) -> None:
    page, row = owner_page, make_page()
    make_links(row, [(label, f"https://example.org/{label}") for label in ("a", "b", "c")])
    page.goto(admin_url(row, "change"))
    press(page, "Move down", 0)
    prefix = "#academic-link-content_type-object_id"
    drag(page, f"{prefix}-2", f"{prefix}-1")
    save(page)
    assert [link.label for link in row.links.all()] == ["c", "b", "a"]


@pytest.mark.parametrize("by", ["keyboard", "drag"])
def test_blocks_and_the_menu_are_ordered_in_their_lists(owner_page: Page, by: str) -> None:
    for position, word in enumerate(["One", "Two"]):
        HomeBlock.objects.create(kind="bio", title=word, position=position)
        MenuItem.objects.create(label=word, url="/", position=position)
    for model in (HomeBlock, MenuItem):
        owner_page.goto(f"/admin/academic/{model._meta.model_name}/")
        if by == "keyboard":
            press(owner_page, "Move up", 1)
        else:
            drag(owner_page, "#result_list tbody tr:nth-child(1)", "#result_list tbody tr:nth-child(2)")
        save(owner_page)
        assert [str(row) for row in model.objects.all()] == ["Two", "One"]


def test_fifty_rows_are_moved_from_the_last_place_to_the_first(owner_page: Page) -> None:
    paper = make_publication(authors=[f"Person Number{number}" for number in range(50)])
    owner_page.goto(admin_url(paper, "change"))
    for _ in range(49):
        press(owner_page, "Move up", row_names(owner_page, "authorships").index("Person Number49"))
    save(owner_page)
    assert names(paper) == ["Person Number49", *(f"Person Number{number}" for number in range(49))]


# Authors --------------------------------------------------------------------------------------------------------------


def test_a_known_author_is_suggested_and_told(owner_page: Page) -> None:
    page = owner_page
    make_publication(authors=["Paul Erdős"])
    page.goto(ADD)
    name = page.locator("#id_authorships-0-name")
    name.press_sequentially("erd")
    expect(page.locator("#nutshell-names option")).to_have_attribute("value", "Paul Erdős")
    name.fill("P. Erdos")
    name.press("Tab")
    expect(page.locator("#authorships-0 .nutshell-known")).to_have_text("known, 1 paper")
    page.get_by_role("button", name="Add another Author").click()
    later = page.locator("#id_authorships-2-name")
    later.fill("Somebody New")
    later.press("Tab")
    expect(page.locator("#authorships-2 .nutshell-known")).to_have_text("new here")


def test_a_paper_of_three_hundred_opens_and_saves(owner_page: Page, capsys: pytest.CaptureFixture[str]) -> None:
    people = [f"Grace{number} Hopper{number}" for number in range(300)]
    paper = make_publication(authors=people)
    start = time.monotonic()
    owner_page.goto(admin_url(paper, "change"))
    opened = time.monotonic() - start
    box = owner_page.locator("#id_author_lines")
    assert box.input_value().splitlines() == people
    box.fill("\n".join([people[-1], *people[:-1]]))
    start = time.monotonic()
    save(owner_page)
    with capsys.disabled():
        print(f"\n300 authors: opened in {opened:.1f} s, saved in {time.monotonic() - start:.1f} s")  # noqa: T201
    assert names(paper) == [people[-1], *people[:-1]]


# The start page, and what needs care ---------------------------------------------------------------------------------


def test_from_a_finding_to_its_form(owner_page: Page) -> None:
    page = owner_page
    row = make_page(title="Here", body="[x](/gone/)")
    page.goto("/admin/")
    page.get_by_role("link", name="Links and pictures that lead nowhere").click()
    page.get_by_role("link", name="Here").click()
    page.wait_for_url(f"**{admin_url(row, 'change')}")
    page.locator("#id_body").fill("[x](/news/)")
    save(page)
    page.goto("/admin/care/")
    expect(page.get_by_text("Nothing. Everything is as it should be.")).to_be_visible()


def test_the_demo_is_taken_away_from_the_start_page(owner_page: Page) -> None:
    demo.load()
    page = owner_page
    page.goto("/admin/")
    page.get_by_role("link", name="Take the demo away").click()
    page.get_by_role("button", name="Take it away").click()
    expect(page.get_by_role("link", name="Take the demo away")).to_have_count(0)
    assert Publication.objects.count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_where_one_edits(
    browser: Browser, live_server: LiveServer, owner_page: Page, scheme: Literal["light", "dark"], width: int
) -> None:
    demo.load()
    row = make_page(title="A page", body="# One\n\n[x](/gone/) and `code`, $x^2$\n\n| a |\n|---|\n| b |")
    paper = make_publication(authors=["Ada Lovelace"], abstract="Of *engines*.")
    item = make_news(title="A prize", body="Words", visibility="draft")
    context = browser.new_context(
        base_url=live_server.url,
        color_scheme=scheme,
        storage_state=owner_page.context.storage_state(),
        viewport={"width": width, "height": 900},
    )
    page, found = context.new_page(), []
    page.goto(admin_url(row, "change"))
    page.locator("#id_body").press_sequentially("x")  # kept: the next time it is offered
    page.goto("/admin/")
    urls = [
        "/admin/",
        "/admin/care/",
        "/admin/clear-demo/",
        ADD,
        *(admin_url(one, "change") for one in (row, paper, item)),
    ]
    for url in urls:
        page.goto(url)
        page.wait_for_timeout(400)  # until the previews have come
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, url
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                found.append((url, violation["id"], [node["html"][:200] for node in violation["nodes"]]))
    context.close()
    assert found == []


def test_pages_where_one_edits_break_no_policy(owner_page: Page) -> None:
    """The `page` fixture fails for whatever the console says."""
    demo.load()
    page = owner_page
    for url in ("/admin/", "/admin/care/", "/admin/clear-demo/"):
        answer = page.goto(url)
        assert answer and answer.status == 200
        assert re.search(r"script-src 'self'(;|$)", answer.headers["content-security-policy"])
