"""The icon of tabs and home screens."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from academic.models import Profile
from academic.siteicon import INK, initials
from tests.everything import make_picture
from tests.factories import set_profile


@pytest.mark.parametrize(
    ("given", "family", "title", "letters"),
    [
        ("Ada", "Lovelace", "", "AL"),
        ("Ada Augusta", "King Lovelace", "", "AK"),
        ("Élodie", "", "", "É"),
        ("", "", "the site", "T"),
        ("", "", "", "A"),
        (" ", "Ørsted", "", "Ø"),
    ],
)
def test_initials(given: str, family: str, title: str, letters: str) -> None:
    assert initials(Profile(given_name=given, family_name=family, site_title=title)) == letters


@pytest.mark.django_db
def test_without_an_upload_the_icon_shows_the_initials(visitor: Client) -> None:
    set_profile(accent="#1c5a97")
    html = visitor.get("/").content.decode()
    for address in ("/favicon.svg", "/favicon.ico", "/apple-touch-icon.png"):
        assert f'href="{address}"' in html
    drawing = visitor.get("/favicon.svg").content.decode()
    assert ">AL</text>" in drawing and 'fill="#1c5a97"' in drawing and "style" not in drawing
    touch = Image.open(BytesIO(visitor.get("/apple-touch-icon.png").content))
    assert (touch.format, touch.size, touch.getpixel((2, 2))) == ("PNG", (180, 180), (0x1C, 0x5A, 0x97))
    assert len(touch.getcolors(100_000) or []) > 10  # letters with smooth edges
    old = Image.open(BytesIO(visitor.get("/favicon.ico").content))
    assert (old.format, old.info["sizes"]) == ("ICO", {(16, 16), (32, 32), (48, 48)})


@pytest.mark.django_db
def test_an_uploaded_icon_is_used(visitor: Client) -> None:
    set_profile(icon=make_picture())
    assert "/favicon.svg" not in visitor.get("/").content.decode()
    assert Image.open(BytesIO(visitor.get("/apple-touch-icon.png").content)).size == (180, 180)


@pytest.mark.django_db
def test_icons_are_kept_a_day_and_escape_what_they_show(visitor: Client) -> None:
    set_profile(given_name="<script>", family_name="")
    response = visitor.get("/favicon.svg")
    assert "&lt;" in response.content.decode() and "<script" not in response.content.decode()
    assert response["Cache-Control"] == "public, max-age=86400"
    assert INK in response.content.decode()
