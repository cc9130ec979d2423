"""BibTeX in Chromium: pasted on the form, uploaded and ticked, undone; quiet, accessible, at home on a phone."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from publications.models import Author, BibEntry, ImportRun, Publication
from tests.everything import admin_url
from tests.factories import make_publication
from tests.publications.imports import PAPER, edit, run_import

IMPORT = "/admin/publications/importrun/add/"
OTHER = "@book{babbage1832, author = {Babbage, Charles}, title = {On the Economy of Machinery}, year = 1832}\n"
BROKEN = "@article{broken, title = {A}, title = {B}\n@article{\n"

pytestmark = pytest.mark.django_db(transaction=True)


def upload(page: Page, text: str, name: str = "papers.bib") -> None:
    """To the preview of a file."""
    page.goto(IMPORT)
    page.set_input_files("#id_uploads", FilePayload(name=name, mimeType="text/plain", buffer=text.encode()))
    page.get_by_role("button", name="Show what it will do").click()
    page.wait_for_url("**/preview/")


def test_pasted_bibtex_is_live_at_the_next_request(owner_page: Page) -> None:
    page = owner_page
    page.goto("/admin/publications/publication/add/")
    page.get_by_label("BibTeX", exact=True).fill(PAPER)
    page.get_by_role("button", name="Fill the form").click()
    expect(page.locator("#id_title")).to_have_value("Notes on the Analytical Engine")
    expect(page.locator("#id_authorships-1-name")).to_have_value("Charles Babbage")
    expect(page.get_by_label("BibTeX", exact=True)).to_have_value(PAPER)
    page.fill("#id_note", "Typed after filling")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto("/publications/")
    expect(page.get_by_text("Notes on the Analytical Engine").first).to_be_visible()
    assert BibEntry.objects.get().raw == PAPER.strip()


def test_enter_in_a_field_saves_and_does_not_fill_again(owner_page: Page) -> None:
    owner_page.goto("/admin/publications/publication/add/")
    owner_page.fill("#id_bibtex", PAPER)
    owner_page.get_by_role("button", name="Fill the form").click()
    owner_page.fill("#id_venue", "Typed after filling")
    owner_page.locator("#id_venue").press("Enter")
    expect(owner_page.locator(".messagelist .success")).to_be_visible()
    assert Publication.objects.get().venue == "Typed after filling"


def test_several_pasted_entries_go_to_the_preview(owner_page: Page) -> None:
    owner_page.goto("/admin/publications/publication/add/")
    owner_page.fill("#id_bibtex", PAPER + OTHER)
    owner_page.get_by_role("button", name="Fill the form").click()
    owner_page.get_by_role("button", name="Preview them all, and choose").click()
    owner_page.wait_for_url("**/preview/")
    expect(owner_page.locator("input[name=entry]")).to_have_count(2)


def test_upload_untick_import_and_undo(owner_page: Page) -> None:
    page = owner_page
    upload(page, PAPER + OTHER)
    page.get_by_label("On the Economy of Machinery").uncheck()
    page.get_by_role("button", name="Import ticked").click()
    expect(page.get_by_text("The import is done.")).to_be_visible()
    assert [paper.title for paper in Publication.objects.all()] == ["Notes on the Analytical Engine"]
    page.goto("/publications/")
    expect(page.get_by_text("Notes on the Analytical Engine").first).to_be_visible()
    page.goto(admin_url(ImportRun.objects.get(), "change"))
    page.get_by_role("link", name="Undo this import").click()
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_text("The import was taken back: 1 removed")).to_be_visible()
    page.goto("/publications/")
    expect(page.get_by_text("Notes on the Analytical Engine")).to_have_count(0)


def test_one_box_ticks_them_all(owner_page: Page) -> None:
    upload(owner_page, PAPER + OTHER)
    every = owner_page.get_by_label("Tick all")
    expect(every).to_be_checked()
    every.uncheck()
    expect(owner_page.locator("input[name=entry]:checked")).to_have_count(0)
    owner_page.locator("input[name=entry]").first.check()
    assert every.evaluate("box => box.indeterminate")


def test_the_box_and_the_fields_are_one_record(owner_page: Page) -> None:
    run_import(PAPER)
    page = owner_page
    page.goto(admin_url(Publication.objects.get(), "change"))
    text = page.locator("#id_bibtex").input_value()
    page.fill("#id_bibtex", edit(text, ("{3}", "{4}")))
    page.fill("#id_volume", "5")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".field-volume .errorlist").first).to_contain_text("says “4”, but here it says “5”")
    page.fill("#id_volume", "4")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator("#id_bibtex")).to_have_value(edit(text, ("{3}", "{4}")))


def pages(page: Page) -> list[str]:
    """A preview with everything in it, what is asked before people are merged and split, a run and its undoing."""
    run_import(PAPER)
    Publication.objects.update(venue="Typed here")
    upload(page, edit(PAPER, ("{3}", "{4}"), ("Scientific", "Other")) + OTHER + BROKEN)
    done = ImportRun.objects.get(state="applied")
    run = admin_url(done, "change")
    return [page.url, run, run.replace("change", "undo"), IMPORT]


def open_question(page: Page, action: str, count: int) -> None:
    page.goto("/admin/publications/author/")
    for box in page.locator("#result_list .action-select").all()[:count]:
        box.check()
    page.select_option("select[name=action]", action)
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.locator("#author_form")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    browser: Browser, live_server: LiveServer, owner_page: Page, scheme: Literal["light", "dark"]
) -> None:
    addresses = pages(owner_page)
    make_publication(authors=["A Lovelace"])
    context = browser.new_context(
        base_url=live_server.url, color_scheme=scheme, storage_state=owner_page.context.storage_state()
    )
    page = context.new_page()
    found = []
    for address in [*addresses, "split", "filled"]:
        if address == "split":
            open_question(page, "split", 1)
        elif address == "filled":
            page.goto("/admin/publications/publication/add/")
            page.fill("#id_bibtex", "@book{x, title={A}, title={B}, year=1832}")
            page.get_by_role("button", name="Fill the form").click()
            expect(page.locator(".nutshell-filled")).to_be_visible()
        else:
            page.goto(address)
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                found.append((address, violation["id"], [node["html"][:200] for node in violation["nodes"]]))
    context.close()
    assert found == []


def test_people_are_merged_in_two_steps(owner_page: Page) -> None:
    make_publication(authors=["Ada Lovelace"])
    make_publication(authors=["Ada Lovelacf"])
    open_question(owner_page, "merge", 2)
    owner_page.get_by_role("button", name="Merge").click()
    expect(owner_page.get_by_text("They are one person now")).to_be_visible()
    assert Author.objects.count() == 1


def test_no_page_is_too_wide_for_a_phone(owner_page: Page) -> None:
    owner_page.set_viewport_size({"width": 390, "height": 800})
    for address in pages(owner_page):
        owner_page.goto(address)
        too_wide = owner_page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert too_wide <= 0, address
