"""Pictures of every kind of page of a running site, to look at: phone and desktop, light and dark, and as printed.

    python scripts/screenshots.py http://127.0.0.1:8000 var/screenshots [--all-widths] [--page NAME=/path/ …] [--small]

Pages are found by following the site's own links. Chromium is taken from $CHROMIUM or /usr/bin/chromium; the printed
pages become PNGs where pdftoppm is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FIXED = {
    "home": "/",
    "news": "/news/",
    "publications": "/publications/",
    "teaching": "/teaching/",
    "cv": "/cv/",
    "projects": "/projects/",
    "search": "/search/?q=localization",
    "by-type": "/publications/?group=type",
    "404": "/there-is-no-such-page/",
}
PRINTED = ("home", "cv", "paper", "project", "publications")
WIDTHS = (390, 1280)
ALL_WIDTHS = (390, 768, 1280, 1920)
FREE = r"^/(?!(?:news|publications|projects|teaching|cv|media|static|admin)/)[\w-]+/$"
FOUND = (
    ("paper", "/publications/", r"^/publications/[\w-]+/$"),
    ("news-year", "/news/", r"^/news/year/\d+/$"),
    ("project", "/projects/", FREE),
    ("page", "/", FREE),
)
PATIENCE = 180_000  # milliseconds, on a busy machine
COLOURS = 192  # of a small picture


def main() -> int:
    arguments = parsed()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        pages = {**found_pages(browser, arguments.site), **dict(pair.split("=", 1) for pair in arguments.page)}
        if arguments.only:
            pages = {name: path for name, path in pages.items() if name in arguments.only}
        for width in ALL_WIDTHS if arguments.all_widths else WIDTHS:
            for theme in ("light", "dark"):
                take(browser, arguments, pages, width, theme)
        for name in PRINTED:
            if name in pages:
                printed(browser, arguments, name, pages[name])
        browser.close()
    if arguments.small:
        for picture in arguments.folder.glob("*.png"):
            make_small(picture)
    sys.stdout.write(f"{len(list(arguments.folder.glob('*.png')))} pictures in {arguments.folder}\n")
    return 0


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", help="where it runs: http://127.0.0.1:8000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all-widths", action="store_true", help="768 and 1920 pixels as well")
    parser.add_argument("--page", action="append", default=[], metavar="NAME=/path/", help="one more page")
    parser.add_argument("--only", nargs="*", help="names of the pages to take")
    parser.add_argument("--small", action="store_true", help="their upper parts, in few colours: for docs/screenshots")
    return parser.parse_args()


def found_pages(browser: Browser, site: str) -> dict[str, str]:
    """The fixed addresses, and the first of what their lists lead to: a paper, a year of news, a project, a page."""
    pages = dict(FIXED)
    tab = browser.new_page()
    for name, list_page, pattern in FOUND:
        tab.goto(urljoin(site, list_page), timeout=PATIENCE)
        if path := first_link(tab, pattern):
            pages[name] = path
    tab.close()
    return pages


def first_link(tab: Page, pattern: str) -> str | None:
    own = "links => links.filter(link => link.host === location.host).map(link => link.pathname)"
    paths = tab.locator("main a").evaluate_all(own)
    return next((path for path in paths if re.match(pattern, path)), None)


def take(browser: Browser, arguments: argparse.Namespace, pages: dict[str, str], width: int, theme: str) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
    for name, path in pages.items():
        visit(tab, urljoin(arguments.site, path))
        tab.screenshot(path=arguments.folder / f"{name}-{width}-{theme}.png", full_page=True, timeout=PATIENCE)
    tab.close()


def visit(tab: Page, address: str) -> None:
    """With its letters, and with the pictures that would wait until one scrolls to them."""
    tab.goto(address, wait_until="load", timeout=PATIENCE)
    tab.evaluate("for (const picture of document.images) picture.loading = 'eager'")
    tab.wait_for_load_state("networkidle", timeout=PATIENCE)
    tab.evaluate("document.fonts.ready")


def printed(browser: Browser, arguments: argparse.Namespace, name: str, path: str) -> None:
    """As A4; the first pages as pictures too."""
    tab = browser.new_page()
    visit(tab, urljoin(arguments.site, path))
    pdf = arguments.folder / f"{name}-print.pdf"
    tab.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    tab.close()
    if converter := shutil.which("pdftoppm"):
        command = [converter, "-png", "-r", "80", str(pdf), str(pdf.with_suffix(""))]
        subprocess.run(command, check=True)  # noqa: S603 our own file names


def make_small(path: Path) -> None:
    """What a window would show, or a sheet of paper, in a palette: a fifth of the bytes, and no difference to see."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    height = picture.height if "-print-" in path.name else min(picture.height, max(1000, picture.width * 5 // 8))
    seen = picture.crop((0, 0, picture.width, height))
    seen.quantize(COLOURS, method=Image.Quantize.MEDIANCUT).save(path, "PNG", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
