"""/cv.json against the schema of JSON Resume (jsonresume.schema.json, MIT), and RenderCV's YAML by another reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typst
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft7Validator

from academic.models import Interest, Profile
from academic.site import demo
from academic.site.cv.export import export
from tests.factories import DRAFT, make_cv_entry, make_links, make_publication, set_profile

pytestmark = pytest.mark.django_db
SCHEMA = json.loads(Path(__file__).with_name("jsonresume.schema.json").read_text(encoding="utf-8"))


def checked(resume: dict[str, Any]) -> dict[str, Any]:
    validator = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(resume)] == []
    return resume


def make_cv() -> Profile:
    profile = set_profile(
        position="Post-doc",
        bio="I *work*.",
        email="ada@example.org",
        address="Room 12\nLondon",
        orcid="0000-0002-1825-0097",
    )
    make_links(profile, [("GitHub", "https://github.com/ada"), ("Blog", "https://example.org/blog")])
    Interest.objects.create(profile=profile, name="Engines")
    post = make_cv_entry(
        section="position",
        title="Post-doc",
        organisation="LIVIA",
        place="Montreal",
        start_year=2019,
        start_month=2,
        is_ongoing=True,
    )
    make_links(post, [("Lab", "https://example.org/lab")])
    make_cv_entry(
        title="PhD", organisation="INSA", start_year=2014, start_month=10, end_year=2018, end_month=7, detail="With: A"
    )
    make_cv_entry(section="award", title="Prize", organisation="Society", start_year=2020)
    make_cv_entry(section="service", title="Reviewer", period="each year")
    make_cv_entry(section="teaching", title="Analysis", period="Fall 2022", organisation="INSA")
    make_cv_entry(section="position", title="Secret", visibility=DRAFT)
    make_publication(
        title="On: engines",
        kind="article",
        venue="Memoirs",
        year=1843,
        month=9,
        day=1,
        authors=["Charles Babbage", "Ada Lovelace"],
    )
    return profile


def test_it_is_json_resume(visitor: Client) -> None:
    make_cv()
    response = visitor.get("/cv.json")
    assert response["Content-Type"] == "application/json"
    resume = checked(response.json())
    modified = resume["meta"].pop("lastModified")
    assert len(modified) == len("2026-11-26T20:00:00")
    assert resume == {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {
            "name": "Ada Lovelace",
            "label": "Post-doc",
            "url": "http://testserver/",
            "summary": "I work.",
            "location": {"address": "Room 12 London"},
            "profiles": [
                {"network": "ORCID", "username": "0000-0002-1825-0097", "url": "https://orcid.org/0000-0002-1825-0097"},
                {"network": "GitHub", "url": "https://github.com/ada"},
            ],
        },
        "work": [
            {
                "name": "LIVIA", "position": "Post-doc", "location": "Montreal", "startDate": "2019-02",
                "url": "https://example.org/lab",
            }
        ],
        "education": [
            {
                "institution": "INSA", "studyType": "PhD", "startDate": "2014-10", "endDate": "2018-07",
                "summary": "With: A",
            }
        ],
        "awards": [{"title": "Prize", "date": "2020", "awarder": "Society"}],
        "volunteer": [{"position": "Reviewer"}],
        "projects": [{"name": "Analysis", "entity": "INSA", "type": "teaching"}],
        "publications": [
            {
                "name": "On: engines", "publisher": "Memoirs", "releaseDate": "1843-09-01",
                "url": "http://testserver/publications/paper-1/", "summary": "Charles Babbage, Ada Lovelace",
            }
        ],
        "interests": [{"name": "Engines"}],
        "meta": {"canonical": "http://testserver/cv.json", "version": "v1.0.0"},
    }  # fmt: skip


def test_the_address_for_mail_is_not_in_the_public_file(visitor: Client) -> None:
    make_cv()
    assert b"ada@example.org" not in visitor.get("/cv.json").content


def test_an_empty_site_and_the_demo_are_valid_too(visitor: Client) -> None:
    checked(visitor.get("/cv.json").json())
    demo.load()
    assert len(checked(visitor.get("/cv.json").json())["publications"]) > 5


def yaml_of(text: bytes) -> Any:
    """As typst, whose YAML reader is none of ours, understands it."""
    source = b"#metadata(yaml(bytes(sys.inputs.text))) <it>"
    found = typst.query(source, "<it>", field="value", one=True, sys_inputs={"text": text.decode()})
    return json.loads(found)


def test_rendercv_gets_yaml_with_the_owner_starred() -> None:
    found = yaml_of(export(make_cv(), "rendercv").content)["cv"]
    assert found == {
        "name": "Ada Lovelace",
        "headline": "Post-doc",
        "location": "Room 12 London",
        "email": "ada@example.org",
        "website": "http://testserver",
        "social_networks": [
            {"network": "ORCID", "username": "0000-0002-1825-0097"},
            {"network": "GitHub", "username": "ada"},
        ],
        "sections": {
            "Research interests": [{"bullet": "Engines"}],
            "Education": [
                {
                    "institution": "INSA", "area": "PhD", "start_date": "2014-10", "end_date": "2018-07",
                    "highlights": ["With: A"],
                }
            ],
            "Positions": [
                {
                    "company": "LIVIA", "position": "Post-doc", "start_date": "2019-02", "end_date": "present",
                    "location": "Montreal",
                }
            ],
            "Awards": [{"name": "Prize", "date": "2020", "summary": "Society"}],
            "Teaching": [{"company": "INSA", "position": "Analysis", "date": "Fall 2022"}],
            "Service": [{"name": "Reviewer", "date": "each year"}],
            "Publications": [
                {
                    "title": "On: engines", "authors": ["Charles Babbage", "*Ada Lovelace*"],
                    "url": "http://testserver/publications/paper-1/", "journal": "Memoirs", "date": "1843-09-01",
                }
            ],
        },
    }  # fmt: skip


def test_no_text_is_taken_for_yaml() -> None:
    nasty = ["- a: b", "yes", "null", "1.0", "# no comment", "'\"", "*alias", "tab\there", "a\u2028b", "@x `y` %z"]
    for text in nasty:
        make_cv_entry(section="award", title=text)
    found = yaml_of(export(set_profile(), "rendercv").content)["cv"]["sections"]["Awards"]
    assert sorted(entry["name"] for entry in found) == sorted(nasty)


def test_the_command_writes_each(tmp_path: Path) -> None:
    make_cv()
    for name in ("jsonresume", "rendercv"):
        call_command("export_cv", "--format", name, str(tmp_path / name))
    assert (
        checked(json.loads((tmp_path / "jsonresume").read_text(encoding="utf-8")))["basics"]["name"] == "Ada Lovelace"
    )
    assert (tmp_path / "rendercv").read_text(encoding="utf-8").startswith('cv:\n  name: "Ada Lovelace"\n')
