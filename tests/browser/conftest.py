"""Chromium for the tests marked `browser`: skipped with a reason where there is none, failed under REQUIRE_BROWSER."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
PATIENCE = 40_000  # milliseconds: a machine that does other things as well is slow, not wrong
expect.set_options(timeout=PATIENCE)
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def no_browser(reason: str) -> NoReturn:
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"REQUIRE_BROWSER is set, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        no_browser("there is no Chromium on the PATH (set CHROMIUM to where it is)")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a visitor; afterwards nothing may have been written to its console as an error or a violation.

    A test marked `allow_console("403")` provokes answers of that status, which Chromium writes there.
    """
    marker = request.node.get_closest_marker("allow_console")
    allowed = marker.args[0] if marker else None
    context = browser.new_context(base_url=live_server.url)
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    problems: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if allowed and f"status of {allowed}" in message.text:
            return
        if message.type in {"error", "warning"}:
            problems.append(f"{opened.url}: {message.text}")

    opened.on("console", note)
    opened.on("pageerror", lambda error: problems.append(f"{opened.url}: {error}"))
    yield opened
    context.close()
    assert problems == []


@pytest.fixture
def owner_page(page: Page) -> Page:
    """The same, signed in through the login form."""
    User.objects.create_superuser("owner", password="owner-password")
    page.goto("/admin/")
    page.fill("#id_username", "owner")
    page.fill("#id_password", "owner-password")
    page.click("text=Log in >> nth=-1")
    page.wait_for_url("**/admin/")
    return page
