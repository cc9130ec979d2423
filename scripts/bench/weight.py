"""What the demo's home page weighs: as files, and as Chromium loads it at 1280 pixels."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from pathlib import Path

from . import sites, table
from .cached import answer_of
from .servers import served

TEXT, REQUESTS, EVERYTHING = 30, 6, 250  # kB, requests besides pictures, kB
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LOADED = re.compile(r'<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="(/static/[^"]+)"')


def measure(folder: Path) -> None:
    sites.use(folder)
    sites.demo()
    with served() as server:
        _headers, packed = answer_of(f"{server.address}/")
        addresses = dict.fromkeys(LOADED.findall(gzip.decompress(packed).decode()))
        sizes = [len(packed), *(len(answer_of(server.address + path)[1]) for path in addresses)]
        kilobytes = sum(sizes) / 1000
        table.line(
            f"home page of the demo: HTML + CSS + JS, compressed, in {len(sizes)} requests",
            f"{kilobytes:.1f} kB",
            verdict=table.below(kilobytes, TEXT, " kB"),
        )
        tell_loaded(f"{server.address}/")
    table.not_measured(
        "Lighthouse, asked: 98 of performance, 100 of the rest", "`make lighthouse` writes docs/lighthouse.md"
    )


def tell_loaded(address: str) -> None:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        return table.not_measured("home page of the demo as a browser loads it at 1280", "there is no Chromium")
    requests = loaded(address, path)
    others = [kind for kind, _bytes in requests if not kind.startswith("image/")]
    kilobytes = sum(size for _kind, size in requests) / 1000
    table.line(
        f"its requests besides pictures, fonts too ({', '.join(sorted(others))})",
        str(len(others)),
        verdict=table.at_most(len(others), REQUESTS, ""),
    )
    table.line("all of it at 1280", f"{kilobytes:.0f} kB", verdict=table.below(kilobytes, EVERYTHING, " kB"))


def loaded(address: str, browser: str) -> list[tuple[str, int]]:
    """Media type and bytes, headers too, of everything that Chromium asks for."""
    from playwright.sync_api import Response, sync_playwright

    answers: list[Response] = []
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = launched.new_page(viewport={"width": 1280, "height": 800})
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address, wait_until="networkidle")
        found = [(answer.header_value("content-type") or "", answer.request.sizes()) for answer in answers]
        launched.close()
    return [(kind.split(";")[0], size["responseBodySize"] + size["responseHeadersSize"]) for kind, size in found]
