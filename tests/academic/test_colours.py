"""The owner's colour: refused when it cannot be read, lighter in the dark."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from academic.colours import DARK, ENOUGH, LIGHT, contrast, readable, theme, validate_accent
from tests.adminforms import errors_in, save, submit
from tests.factories import set_profile

PROFILE = "/admin/academic/profile/1/change/"


def test_contrast_is_what_wcag_defines() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#FFFFFF", "#000000") == 21
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#971c1e", "#ffff00", "#0000ff", "#777777"])
@pytest.mark.parametrize("background", [LIGHT, DARK])
def test_every_colour_has_a_shade_that_can_be_read(colour: str, background: str) -> None:
    assert contrast(readable(colour, background), background) >= ENOUGH


def test_a_readable_colour_stays_as_it_is() -> None:
    assert readable("#971c1e", LIGHT) == "#971c1e"
    assert "light-dark(#971c1e, #" in theme("#971c1e")


@pytest.mark.parametrize(
    ("value", "why"), [("red", "Write the colour"), ("#12345", "Write the colour"), ("#ffcc00", "too pale")]
)
def test_a_colour_is_checked(value: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        validate_accent(value)


@pytest.mark.django_db
def test_the_admin_refuses_a_pale_colour_and_says_which_would_do(owner: Client) -> None:
    response = submit(owner, PROFILE, {"accent": "#ffcc00"})
    assert "#ffcc00 is too pale to be read on the page (1.3 to 1; needed 4.5)." in " ".join(errors_in(response))


@pytest.mark.django_db
def test_choices_reach_the_page_without_inline_style(owner: Client, visitor: Client) -> None:
    assert "/theme-" not in visitor.get("/").content.decode()
    save(owner, PROFILE, {"accent": "#1C5A97", "typeface": "sans", "side": "end"})
    html = visitor.get("/").content.decode()
    assert '<html lang="en" class="sans side-end">' in html
    assert "fonts/serif-regular" not in html
    assert '<link rel="stylesheet" href="/theme-1c5a97.css">' in html
    sheet = visitor.get("/theme-1c5a97.css")
    assert sheet["Content-Type"] == "text/css; charset=utf-8" and "immutable" in sheet["Cache-Control"]
    assert sheet.content.decode().startswith("@layer tokens { :root, :host { --accent: light-dark(#1c5a97, #")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/theme-1C5A97.css", "/theme-1c5a9.css", "/theme-red.css", "/theme-.css"])
def test_an_address_that_is_no_colour_is_no_style(visitor: Client, address: str) -> None:
    set_profile()
    assert visitor.get(address).status_code == 404
