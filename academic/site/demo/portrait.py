"""The demo's portrait: a figure of paper layers, each a little inside the other, lit from within.

It is a map of levels, like the activation maps the demo's papers are about: the distance to a head and shoulders,
cut at even steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PIL import Image, ImageChops, ImageFilter

SIZE = 640
GRID = 160  # the depth is computed on a coarse grid and interpolated: it is smooth
AROUND = (-0.40, -0.34, -0.28, -0.22, -0.165, -0.112, -0.062)  # levels of the layers; the picture is 1 wide and high
FIGURE = (-0.015, 0.022, 0.056, 0.088, 0.118)
NIGHT = ((0.0, (15, 20, 48)), (0.5, (36, 40, 92)), (1.0, (84, 62, 128)))
WARMTH = ((0.0, (168, 80, 124)), (0.3, (220, 112, 110)), (0.65, (248, 172, 112)), (1.0, (255, 226, 178)))


def draw_portrait() -> Image.Image:
    """A square picture; its corners may be cut off."""
    depth = _depth_map()
    picture = Image.new("RGB", (SIZE, SIZE), colour_at(NIGHT, 0.0))
    for stops, levels in ((NIGHT, AROUND), (WARMTH, FIGURE)):
        for number, level in enumerate(levels):
            mask = _deeper_than(depth, level)
            picture = _with_shadow(picture, mask)
            picture.paste(_paper(colour_at(stops, number / (len(levels) - 1))), (0, 0), mask)
    return picture


def colour_at(stops: tuple[tuple[float, tuple[int, int, int]], ...], place: float) -> tuple[int, int, int]:
    """The colour at `place` (0 to 1) between the stops."""
    for (low, first), (high, second) in zip(stops, stops[1:], strict=False):
        if place <= high:
            share = (place - low) / (high - low)
            red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
            return red, green, blue
    return stops[-1][1]


def _depth_map() -> Image.Image:
    """How deep every point lies inside the figure (negative outside), as a picture of floats."""
    places = [place / (GRID - 1) for place in range(GRID)]
    grid = Image.new("F", (GRID, GRID))
    grid.putdata([_depth(x - 0.5, y) for y in places for x in places])
    return grid.resize((SIZE, SIZE), Image.Resampling.BICUBIC)


def _depth(x: float, y: float) -> float:
    """Head, neck and shoulders, melted into each other; x is counted from the middle."""
    head = 0.165 - math.hypot(x * 1.14, (y - 0.375) * 0.96)
    neck = min(0.066 - math.hypot(x, max(0.0, y - 0.66, 0.45 - y)), 0.004)
    shoulders = 0.30 - math.hypot(max(0.0, abs(x) - 0.05), (y - 0.985) * 1.06)
    return _melted(_melted(head, neck, 0.035), _flattened(shoulders), 0.06)


def _flattened(depth: float) -> float:
    """Less steep inside, so that the light gathers in the head."""
    return depth if depth < 0 else depth * 0.27


def _melted(first: float, second: float, softness: float) -> float:
    """The union of two depths, rounded where they meet."""
    blend = max(softness - abs(first - second), 0.0) / softness
    return max(first, second) + blend * blend * softness / 4


def _deeper_than(depth: Image.Image, level: float) -> Image.Image:
    """The area deeper than `level`, its edge about a pixel soft."""
    sharpness = 255.0 * SIZE * 1.5
    return depth.point(_line(sharpness, 127.5 - level * sharpness)).convert("L")


def _line(slope: float, offset: float) -> Callable[[float], float]:
    return lambda value: value * slope + offset  # of this form only: Pillow reads the two numbers out of it


def _paper(colour: tuple[int, int, int]) -> Image.Image:
    """A sheet of the colour, a little lighter in the middle."""
    falloff = Image.radial_gradient("L").resize((SIZE, SIZE))
    shine = ImageChops.invert(falloff).point(lambda value: value * 0.10)
    sheet = Image.new("RGB", (SIZE, SIZE), colour)
    sheet.paste((255, 244, 230), (0, 0), shine)
    return sheet


def _with_shadow(picture: Image.Image, mask: Image.Image) -> Image.Image:
    """The picture, darker where a sheet of the mask's shape casts its shadow."""
    shadow = Image.new("L", mask.size)
    shadow.paste(mask.filter(ImageFilter.GaussianBlur(9)).point(lambda value: value * 0.42), (0, 7))
    shaded = picture.copy()
    shaded.paste((6, 8, 26), (0, 0), shadow)
    return shaded
