"""The copy made of files, served by a server that knows nothing but files, walked in Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser

from academic.models import Redirect
from academic.site.export import Options, export_site
from tests.whole_site import make_whole_site


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "served").mkdir()
    handler = partial(Quiet, directory=str(tmp_path / "served"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/people/~ada"])
def test_every_page_of_the_copy_opens_and_works(
    browser: Browser, server: ThreadingHTTPServer, tmp_path: Path, prefix: str
) -> None:
    make_whole_site()
    Redirect.objects.create(old_path="/moved/", new_path="/contact/")
    base = f"http://127.0.0.1:{server.server_port}{prefix}"
    report = export_site(tmp_path / "served" / prefix.lstrip("/"), Options(base_url=base))
    assert report.broken == []
    context = browser.new_context()
    page = context.new_page()
    problems: list[str] = []
    page.on(
        "console", lambda message: problems.append(f"{page.url}: {message.text}") if message.type != "log" else None
    )
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on(
        "response", lambda answer: problems.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None
    )
    waiting, seen = [f"{base}/"], set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        pages = {urldefrag(link).url for link in found if urlsplit(link).netloc == urlsplit(base).netloc}
        assert all(link.startswith(f"{base}/") for link in pages), address
        waiting += [link for link in pages if link.endswith("/")]
    assert len(seen) > 20 and problems == []

    page.goto(f"{base}/")
    page.click("[data-theme-switch]")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.evaluate("document.fonts.check('16px \"Nutshell Serif\"')")
    assert page.evaluate("[...document.images].every(image => { image.loading = 'eager'; return true })")
    page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
    page.goto(f"{base}/moved/")
    page.wait_for_url(f"{base}/contact/")
    assert problems == []
    context.close()
