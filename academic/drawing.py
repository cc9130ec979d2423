"""Drawing a share card in the site's own typeface."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import groupby

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from .cards import HEIGHT, WIDTH, Card
from .siteicon import INK, PAPER

Font = ImageFont.FreeTypeFont
TEXT, QUIET = "#1b1b1d", "#5d5d60"
MARGIN = 84
TITLE_SIZES = (76, 68, 60, 52, 46)
TITLE_LINES = {76: 3, 68: 4, 60: 4, 52: 5, 46: 6}
COLOURS = 24  # of the palette: text on paper needs no more, and the file is a third
LONGEST = 400  # characters; more were never going to fit
_FONTS = settings.BASE_DIR / "static" / "fonts"


class CannotDraw(Exception):
    """The site's typeface has no shape for a sign: better no card than one with boxes."""


def draw(card: Card) -> bytes:
    """A PNG. Raises CannotDraw."""
    accent = card.accent or INK
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    canvas = ImageDraw.Draw(picture)
    canvas.rectangle((0, 0, WIDTH, 18), fill=accent)
    _write(canvas, (MARGIN, 72), _cut(card.site, "semibold", 34, 1)[0], "semibold", 34, accent)
    size, lines = _fitting(card.title)
    top = 158
    for line in lines:
        _write(canvas, (MARGIN, top), line, "semibold", size, TEXT)
        top += round(size * 1.18)
    byline = _cut(card.byline, "regular", 34, 2)
    for number, line in enumerate(byline):
        _write(canvas, (MARGIN, HEIGHT - 78 - 44 * (len(byline) - 1 - number)), line, "regular", 34, QUIET)
    written = BytesIO()
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _fitting(title: str) -> tuple[int, list[str]]:
    """The largest size at which the title has room; at the smallest one it is cut."""
    for size in TITLE_SIZES[:-1]:
        lines = _lines(title, "semibold", size)
        if len(lines) <= TITLE_LINES[size]:
            return size, lines
    return TITLE_SIZES[-1], _cut(title, "semibold", TITLE_SIZES[-1], TITLE_LINES[TITLE_SIZES[-1]])


def _cut(text: str, weight: str, size: int, most: int) -> list[str]:
    lines = _lines(text, weight, size)
    if len(lines) <= most:
        return lines or [""]
    last = lines[most - 1]
    while last and _width(f"{last} …", weight, size) > WIDTH - 2 * MARGIN:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], f"{last} …"]


def _lines(text: str, weight: str, size: int) -> list[str]:
    """Broken between words; within one only where it is longer than a line."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text[:LONGEST], weight, size):
        longer = f"{line} {word}" if line else word
        if line and _width(longer, weight, size) > WIDTH - 2 * MARGIN:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, weight: str, size: int) -> Iterator[str]:
    for word in text.split():
        while _width(word, weight, size) > WIDTH - 2 * MARGIN:
            end = next(n for n in range(len(word), 0, -1) if _width(word[:n], weight, size) <= WIDTH - 2 * MARGIN)
            yield word[:end]
            word = word[end:]
        yield word


# Two files hold one typeface (static/fonts/README.md): each sign is drawn with the one that has it. ---------------


def _write(canvas: ImageDraw.ImageDraw, place: tuple[int, int], text: str, weight: str, size: int, ink: str) -> None:
    left = float(place[0])
    baseline = place[1] + _font(f"serif-{weight}", size).getmetrics()[0]
    for font, run in _runs(text, weight, size):
        canvas.text((left, baseline), run, font=font, fill=ink, anchor="ls")
        left += font.getlength(run)


def _width(text: str, weight: str, size: int) -> float:
    return sum(font.getlength(run) for font, run in _runs(text, weight, size))


def _runs(text: str, weight: str, size: int) -> Iterator[tuple[Font, str]]:
    for name, signs in groupby(text, lambda sign: _file_with(sign, weight)):
        yield _font(name, size), "".join(signs)


@lru_cache(maxsize=4096)
def _file_with(sign: str, weight: str) -> str:
    for name in (f"serif-{weight}", f"serif-{weight}-ext"):
        if _has(name, sign):
            return name
    raise CannotDraw(sign)


def _has(name: str, sign: str) -> bool:
    """A sign a font does not have is drawn as its box, as this noncharacter is."""
    font = _font(name, 40)
    return sign.isspace() or bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


@lru_cache(maxsize=32)
def _font(name: str, size: int) -> Font:
    return ImageFont.truetype(str(_FONTS / f"{name}.woff2"), size)
