"""/cv.pdf: what stands in it, whom it marks, and that it is made once."""

from __future__ import annotations

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.test import Client
from pypdf import PdfReader

from academic.models import Affiliation, Interest, Profile
from academic.site.cv import pdf as cv
from tests.factories import DRAFT, make_cv_entry, make_links, make_publication, set_profile

pytestmark = pytest.mark.django_db


def make_cv() -> Profile:
    profile = set_profile(position="Post-doc", email="ada@example.org", orcid="0000-0002-1825-0097", keywords="a, b")
    Affiliation.objects.create(profile=profile, name="Analytical Society")
    Interest.objects.create(profile=profile, name="Engines")
    text = "With *honours*, on\n\n- engines"
    entry = make_cv_entry(title="PhD in mathematics", start_year=2014, end_year=2018, text=text)
    make_links(entry, [("Thesis", "https://example.org/thesis")])
    make_cv_entry(title="Secret post", section="position", visibility=DRAFT)
    authors = ["Charles Babbage", "Ada Lovelace"]
    make_publication(title="On engines", kind="article", venue="Memoirs", volume="3", year=1843, authors=authors)
    make_publication(title="Secret paper", visibility=DRAFT)
    return profile


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


def in_bold(content: bytes) -> str:
    """The words set in a semibold font."""
    found: list[str] = []

    def visit(text: str, _matrix: Any, _text_matrix: Any, font: dict[str, Any] | None, _size: float) -> None:
        if font and "Semibold" in font["/BaseFont"]:
            found.append(text)

    for page in read(content).pages:
        page.extract_text(visitor_text=visit)
    return " ".join("".join(found).split())


def test_it_has_what_visitors_see_and_nothing_else(visitor: Client) -> None:
    make_cv()
    response = visitor.get("/cv.pdf")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"] == 'inline; filename="cv-ada-lovelace.pdf"'
    shown = words(response.content)
    for part in (
        *("Ada Lovelace", "Post-doc", "Analytical Society", "ada@example.org", "ORCID 0000-0002-1825-0097", "Engines"),
        *("Education", "2014–2018", "PhD in mathematics", "With honours, on", "• engines", "Thesis"),
        *("Publications", "1843", "On engines", "Charles Babbage, Ada Lovelace", "Memoirs 3, 1843"),
    ):
        assert part in shown, part
    assert "Secret" not in shown


def test_the_owner_is_marked_and_nobody_else(visitor: Client) -> None:
    make_cv()
    assert in_bold(visitor.get("/cv.pdf").content) == "PhD in mathematicsAda Lovelace"


def test_it_says_what_it_is_whose_and_in_which_language(visitor: Client) -> None:
    make_cv()
    reader = read(visitor.get("/cv.pdf").content)
    assert reader.metadata and (reader.metadata.title, reader.metadata.author, reader.metadata["/Keywords"]) == (
        "Curriculum vitae – Ada Lovelace", "Ada Lovelace", "a, b",
    )  # fmt: skip
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] is True or "/StructTreeRoot" in reader.trailer["/Root"]
    assert "pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_it_speaks_the_language_of_the_profile(visitor: Client) -> None:
    make_cv()
    set_profile(language="fr")
    assert read(visitor.get("/cv.pdf").content).trailer["/Root"]["/Lang"] == "fr"


def test_an_empty_site_has_a_cv_too(visitor: Client) -> None:
    set_profile(given_name="", family_name="")
    assert visitor.get("/cv.pdf").status_code == 200


def test_many_papers_make_many_pages_and_one_makes_one(visitor: Client) -> None:
    make_cv()
    assert len(read(visitor.get("/cv.pdf").content).pages) == 1
    for number in range(60):
        make_publication(title=f"A paper with the number {number}", authors=["Ada Lovelace"], year=2000 + number % 20)
    assert len(read(visitor.get("/cv.pdf").content).pages) >= 4


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The processes that were started."""
    started: list[Any] = []
    run = subprocess.run

    def counted(*arguments: Any, **options: Any) -> Any:
        started.append(arguments)
        return run(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", counted)
    return started


def test_it_is_made_again_only_when_it_changed(visitor: Client, processes: list[Any]) -> None:
    make_cv()
    first = visitor.get("/cv.pdf")
    again = visitor.get("/cv.pdf")
    assert (len(processes), again.content == first.content) == (1, True)
    assert visitor.get("/cv.pdf", headers={"if-none-match": first["ETag"]}).status_code == 304
    set_profile(position="Professor")
    assert "Professor" in words(visitor.get("/cv.pdf").content)
    assert len(processes) == 2


def test_many_at_once_make_it_once(processes: list[Any]) -> None:
    request = {"cv": cv.document(cv.gather(make_cv())), "system_fonts": False}
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(cv.kept_or_made, [request] * 6))
    assert (len(processes), len({one.pdf for one in made})) == (1, 1)


def test_only_a_few_are_kept(settings: LazySettings) -> None:
    data = cv.document(cv.gather(make_cv()))
    for number in range(cv.KEPT + 2):
        cv.kept_or_made({"cv": {**data, "name": f"Ada {number}"}, "system_fonts": False})
    kept = [path for path in Path(settings.CV_FOLDER).iterdir() if path.name != "lock"]
    assert len(kept) == cv.KEPT


def test_half_a_file_is_not_taken_for_a_whole_one(settings: LazySettings) -> None:
    request = {"cv": cv.document(cv.gather(make_cv())), "system_fonts": False}
    made = cv.kept_or_made(request)
    (Path(settings.CV_FOLDER) / made.digest).write_bytes(b"")
    assert cv.kept_or_made(request).pdf == made.pdf


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/proc/self").exists(), reason="needs a folder nobody can write")
def test_a_folder_that_cannot_be_written_costs_speed_only(settings: LazySettings, visitor: Client) -> None:
    make_cv()
    settings.CV_FOLDER = "/proc/self/nowhere"
    assert words(visitor.get("/cv.pdf").content).startswith("Ada Lovelace")


def test_what_takes_too_long_is_ended_with_a_sentence(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_cv()
    monkeypatch.setattr(cv, "TIME_LIMIT", 0.001)
    response = visitor.get("/cv.pdf")
    assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (503, "60", "no-store")
    assert "The CV cannot be made just now" in response.content.decode()
    with pytest.raises(CommandError, match="not typeset within"):
        call_command("export_cv", "--format", "pdf")
    monkeypatch.undo()
    assert visitor.get("/cv.pdf").status_code == 200


def test_the_command_names_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_cv()
    make_publication(title="Cuneiform \U00012000\U00012001", authors=["Ada Lovelace"])
    call_command("export_cv", "--format", "pdf", str(tmp_path / "cv.pdf"))
    shown = words((tmp_path / "cv.pdf").read_bytes())
    if "Cuneiform […]" in shown:  # this machine has no font for it, as most
        assert "what no font of this machine can show: \U00012000 \U00012001." in capsys.readouterr().err


def test_a_wrong_path_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_cv", "--format", "jsonresume", str(tmp_path / "no" / "cv.json"))


def test_the_page_of_the_cv_leads_to_the_files(visitor: Client) -> None:
    html = visitor.get("/cv/").content.decode()
    assert '<a href="/cv.pdf" type="application/pdf">' in html and '<a href="/cv.json"' in html
