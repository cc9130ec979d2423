"""Every kind of page, and the style sheet, through the Nu HTML checker: no error, no warning.

It is a Java program (`make tools` fetches it): skipped with a reason where it is missing, failed under REQUIRE_JAVA.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest
from django.template.loader import render_to_string
from django.test import Client

from academic import colours
from tests.whole_site import make_whole_site

ROOT = Path(__file__).resolve().parent.parent.parent
CHECKER = Path(
    os.environ.get("VNU_JAR", ROOT / "var" / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar")
)

ERRORS = (
    "400.html",
    "403.html",
    "403_csrf.html",
    "404.html",
    "500.html",
)  # rendered without a request, as when it fails

KNOWN = "Section lacks heading"  # the notes at the end of a text: a line above them says as much


def no_checker(reason: str) -> NoReturn:
    if os.environ.get("REQUIRE_JAVA"):
        pytest.fail(f"REQUIRE_JAVA is set, but {reason}")
    pytest.skip(reason)


@pytest.fixture
def checker() -> list[str]:
    java = shutil.which("java")
    if java is None:
        no_checker("there is no java on the PATH")
    if not CHECKER.is_file():
        no_checker(f"there is no {CHECKER} (make tools fetches it)")
    return [java, "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]


def complaints(checker: list[str], *files: Path, css: bool = False) -> list[str]:
    command = [*checker, *(["--css"] if css else []), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [
        f"{Path(one['url']).stem}: {one['message']} ({one.get('extract', '')[:80]})"
        for one in messages
        if not one["message"].startswith(KNOWN)
    ]


@pytest.mark.django_db
def test_every_kind_of_page_is_sound_html(checker: list[str], visitor: Client, tmp_path: Path) -> None:
    files = []
    for kind, address in make_whole_site().items():
        file = tmp_path / f"{kind.replace(' ', '-')}.html"
        file.write_bytes(visitor.get(address).content)
        files.append(file)
    for error in ERRORS:
        file = tmp_path / f"error-{error}"
        file.write_text(render_to_string(error), encoding="utf-8")
        files.append(file)
    assert len(files) > 20
    assert complaints(checker, *files) == []


@pytest.mark.django_db
def test_an_error_would_be_found(checker: list[str], visitor: Client, tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_bytes(visitor.get("/").content.replace(b"</main>", b"<p><div></p></main>"))
    assert complaints(checker, file) != []


def test_the_style_sheets_are_sound(checker: list[str], tmp_path: Path) -> None:
    accent = tmp_path / "accent.css"
    accent.write_text(colours.theme("#1c5a97"), encoding="utf-8")
    assert complaints(checker, ROOT / "static" / "css" / "site.css", accent, css=True) == []
    accent.write_text("p { colour: red }", encoding="utf-8")
    assert complaints(checker, accent, css=True) != []
