"""The site's icon for tabs and home screens: the uploaded picture, or the owner's initials."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from PIL import Image, ImageDraw, ImageFont, ImageOps

from .models import Profile

INK, PAPER = "#971c1e", "#fdfdfb"
FONT = settings.BASE_DIR / "static" / "fonts" / "serif-semibold.woff2"
ICO_SIZES = (16, 32, 48)


def initials(profile: Profile) -> str:
    """At most two letters: of the first given and the last family name; of the title where there is no name."""
    names = [profile.given_name, profile.family_name] if profile.name else profile.title.split()[:1]
    return "".join(name.split()[0][0] for name in names if name.strip()).upper()[:2]


def svg(profile: Profile) -> SafeString:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="10" fill="{}"/>'
        '<text x="32" y="44" font-family="Palatino, Georgia, serif" font-size="34" font-weight="600" fill="{}"'
        ' text-anchor="middle">{}</text></svg>\n',
        profile.accent or INK,
        PAPER,
        initials(profile),
    )


def png(profile: Profile, size: int) -> bytes:
    return _saved(_source(profile), profile.accent or INK, initials(profile), size)


def ico(profile: Profile) -> bytes:
    large = Image.open(BytesIO(png(profile, 256)))
    written = BytesIO()
    large.save(written, "ICO", sizes=[(size, size) for size in ICO_SIZES])
    return written.getvalue()


def _source(profile: Profile) -> str:
    return profile.icon.name if profile.icon else ""


@lru_cache(maxsize=16)
def _saved(source: str, colour: str, letters: str, size: int) -> bytes:
    picture = _uploaded(source, size) if source else _drawn(letters, colour, size)
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _uploaded(name: str, size: int) -> Image.Image:
    with Image.open(Path(settings.MEDIA_ROOT) / name) as stored:
        return ImageOps.fit(stored.convert("RGBA"), (size, size), Image.Resampling.LANCZOS)


def _drawn(letters: str, colour: str, size: int) -> Image.Image:
    """Four times as large, then made smaller: smooth edges."""
    side = size * 4
    picture = Image.new("RGB", (side, side), colour)
    draw = ImageDraw.Draw(picture)
    draw.text((side / 2, side / 2), letters, font=_font(side * 0.56), fill=PAPER, anchor="mm")
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype(str(FONT), size)
    except OSError:  # a FreeType without WOFF2
        return ImageFont.load_default(size)
