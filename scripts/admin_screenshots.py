"""The pictures of docs/editing.md, from a running site with the demo; nothing is saved there.

PASSWORD=… python scripts/admin_screenshots.py http://127.0.0.1:8000 docs/screenshots [--user admin]
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from screenshots import CHROMIUM, make_small  # its neighbour

ABSTRACT = "What it is *about*: $\\hat{y} = \\sum_i w_i x_i$, see [the code](https://github.com/)."
BIBTEX = """@article{lovelace1843, author = {Lovelace, Ada and Babbage, Charles}, journal = {Scientific Memoirs},
  title = {Notes on the Analytical Engine}, year = 1843, month = sep, volume = 3, pages = {666--731}}
@book{broken, title = {A book}, title = {twice}
@inproceedings{hopper1952, author = {Hopper, Grace}, title = {The Education of a Computer},
  booktitle = {Proceedings of the ACM Conference}, year = 1952, pages = {243--249}}
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", help="where it runs: http://127.0.0.1:8000")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--user", default="admin")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = browser.new_page(base_url=arguments.site, viewport={"width": 1280, "height": 900}, color_scheme="light")
        sign_in(page, arguments.user, os.environ["PASSWORD"])
        for name, show in {"start": start, "care": care, "publication": publication, "import": importing}.items():
            show(page)
            path = arguments.folder / f"{name}.png"
            page.wait_for_timeout(1000)  # until pictures and previews have come
            page.screenshot(path=path)
            make_small(path)
        browser.close()
    return 0


def sign_in(page: Page, user: str, password: str) -> None:
    page.goto("/admin/")
    page.fill("#id_username", user)
    page.fill("#id_password", password)
    page.keyboard.press("Enter")
    page.locator("#logout-form").wait_for()


def start(page: Page) -> None:
    page.goto("/admin/")


def care(page: Page) -> None:
    page.goto("/admin/care/")


def publication(page: Page) -> None:
    """The first one's form, where the abstract is; what is typed there is not saved."""
    page.goto("/admin/publications/publication/")
    page.locator("#result_list tbody .field-title a").first.click()
    page.locator("#id_abstract").fill(ABSTRACT)
    page.locator("#id_visibility_0, input[name=visibility]").first.scroll_into_view_if_needed()
    page.locator("#id_abstract").evaluate(
        "area => window.scrollTo(0, area.getBoundingClientRect().top + scrollY - 480)"
    )


def importing(page: Page) -> None:
    """The preview of an import."""
    page.on("dialog", lambda dialog: dialog.accept())  # the abstract was not saved, on purpose
    page.goto("/admin/publications/importrun/add/")
    page.locator("form textarea").first.fill(BIBTEX)
    page.get_by_role("button", name="Show what it will do").click()
    page.wait_for_url("**/preview/")


if __name__ == "__main__":
    sys.exit(main())
