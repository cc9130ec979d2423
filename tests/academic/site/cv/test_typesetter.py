"""The program that sets the PDF: what it leaves out, and that no text can be code to it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from academic.site.cv.typesetter import each_text, missing_in, typeset, without

NASTY = [
    '#panic("out")',
    '#import "/etc/passwd": *',
    "#read(\"/etc/passwd\") $ unclosed * _ ` @label <label> = heading \\ ~ // comment /* more",
    '"); panic("',
    "{{ braces }} [[ brackets ]] \\u{1F600}",
    "line\nbreak\ttab",
]  # fmt: skip


def data(**changes: Any) -> dict[str, Any]:
    run = {"text": "", "bold": False, "italic": False, "href": "", "lang": ""}
    text = changes.pop("text", "Ada")
    return {
        "lang": "en", "title": "CV", "author": "Ada", "description": "", "keywords": [], "accent": "#971c1e",
        "name": "Ada", "position": "", "affiliations": [], "contact": [], "interests": {"heading": "", "text": ""},
        "sections": [{"heading": "Education", "entries": [{"date": "2020", "lines": [[{**run, "text": text}]]}]}],
        "lists": [],
        **changes,
    }  # fmt: skip


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("text", NASTY)
def test_text_is_set_as_it_is_and_never_run(text: str) -> None:
    everywhere = data(
        text=text, name=text, title=text, author=text, description=text, keywords=[text], position=text,
        affiliations=[text], interests={"heading": text, "text": text},
        lists=[{"heading": text, "groups": [{"heading": text, "entries": []}]}],
    )  # fmt: skip
    pdf, missing = typeset(everywhere, system_fonts=False)
    shown = words(pdf)
    assert missing == []
    assert "root:" not in shown
    squeezed = "".join(text.split())
    assert "".join(shown.split()).count(squeezed) >= 5


def test_what_no_font_has_is_left_out_and_named() -> None:
    pdf, missing = typeset(data(text="Ada 山田 太郎, Колмогоров, Ελλάς, 😀!"), system_fonts=False)
    assert set("".join(missing)) == set("山田太郎😀")
    assert "Ada […], Колмогоров, Ελλάς, […]!" in words(pdf)


def test_letters_nobody_can_print_are_taken_away() -> None:
    pdf, missing = typeset(data(text="a\x00b\x07c\ue000d\ufffde\x85"), system_fonts=False)
    assert (missing, "abcde" in words(pdf)) == ([], True)


def test_long_words_and_long_lists_make_pages() -> None:
    entry = {"date": "2020", "lines": [[{"text": "x" * 400, "bold": True, "italic": False, "href": "", "lang": ""}]]}
    pdf, _ = typeset(data(sections=[{"heading": "Service", "entries": [entry] * 60}]), system_fonts=False)
    assert len(PdfReader(BytesIO(pdf)).pages) > 5


def test_complaints_are_read_with_their_escapes() -> None:
    complaint = r'the text `"\u{200b}\""` could not be displayed, the text `"山"` could not be displayed'
    assert missing_in(complaint) == ['\u200b"', "山"]


def test_a_stretch_of_missing_letters_becomes_one_mark() -> None:
    assert without("a 山田 太郎 b 山", ["山", "田", "太", "郎"]) == "a […] b […]"


def test_names_of_fields_and_addresses_are_not_changed() -> None:
    assert each_text({"a": ["a", {"b": "a", "href": "a", "n": 1}]}, str.upper) == {
        "a": ["A", {"b": "A", "href": "a", "n": 1}]
    }
