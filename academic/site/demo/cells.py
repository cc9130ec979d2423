"""The demo's figures: a cluster of cells as a fluorescence microscope might show it, drawn, at four resolutions.

It is the same on every run. Membranes shine green, nuclei blue; a coarse scan is the fine one with fewer points, and
with the grain of a quick exposure.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIDE = 640
SCAN = 480  # the side of a square
COARSENESS = (8, 4, 2, 1)  # of the scans: how many points of the finest lie in one
MEMBRANE, NUCLEUS, CYTOPLASM = (70, 235, 140), (84, 128, 255), (10, 52, 44)
GROUND = (4, 9, 14)
STRIPS = (960, 600)


def draw_scan(coarseness: int) -> Image.Image:
    """The cells in a square, with one point where the finest scan has `coarseness` × `coarseness`."""
    fine = _cells()
    if coarseness == 1:
        return fine.resize((SCAN, SCAN), Image.Resampling.LANCZOS)
    side = SCAN // 2 // coarseness
    few = _grainy(fine.resize((side, side), Image.Resampling.BOX), coarseness)
    return few.resize((SCAN, SCAN), Image.Resampling.NEAREST)


def draw_strips() -> Image.Image:
    """One picture, from left to right scanned ever finer."""
    width, height = STRIPS
    whole = _cells().resize((width, width), Image.Resampling.LANCZOS)
    whole = whole.crop((0, (width - height) // 2, width, (width - height) // 2 + height))
    strip = width // len(COARSENESS)
    for number, coarseness in enumerate(COARSENESS[:-1]):
        part = whole.crop((number * strip, 0, (number + 1) * strip, height))
        points = 3 * coarseness
        few = _grainy(part.resize((strip // points, height // points), Image.Resampling.BOX), coarseness)
        whole.paste(few.resize(part.size, Image.Resampling.NEAREST), (number * strip, 0))
    return whole


@cache
def _cells() -> Image.Image:
    random = Random(2)  # noqa: S311 nothing secret: the number in Caco-2
    bodies, walls, nuclei = (Image.new("L", (SIDE, SIDE)) for _layer in range(3))
    for cell in _cyst(random):
        ImageDraw.Draw(bodies).polygon(cell, fill=random.randint(120, 255))
        ImageDraw.Draw(walls).line([*cell, cell[0]], fill=random.randint(150, 255), width=5, joint="curve")
        ImageDraw.Draw(nuclei).polygon(list(_shrunk(cell, 0.46)), fill=random.randint(130, 255))
    picture = Image.new("RGB", (SIDE, SIDE), GROUND)
    for layer, colour, softness in ((bodies, CYTOPLASM, 6), (nuclei, NUCLEUS, 3), (walls, MEMBRANE, 1.6)):
        picture = ImageChops.add(picture, _glow(layer, colour, softness))
    return ImageChops.screen(picture, _glow(walls, (20, 70, 42), 14))


def _glow(layer: Image.Image, colour: tuple[int, int, int], softness: float) -> Image.Image:
    light = layer.filter(ImageFilter.GaussianBlur(softness))
    return ImageChops.multiply(Image.merge("RGB", [light] * 3), Image.new("RGB", layer.size, colour))


def _cyst(random: Random) -> Iterator[list[tuple[float, float]]]:
    """Outlines of cells: rings of them around a hollow, as they grow in a gel."""
    for middle, rings, size in (
        ((338, 322), 3, 62),
        ((590, 96), 1, 46),
        ((70, 60), 1, 44),
        ((96, 590), 1, 40),
        ((596, 566), 1, 44),
    ):
        for ring in range(1, rings + 1):
            distance = ring * size * 1.02
            number = max(5, round(2 * math.pi * distance / size))
            for place in range(number):
                angle = 2 * math.pi * (place + random.uniform(-0.12, 0.12) + ring * 0.5) / number
                away = distance * random.uniform(0.94, 1.06)
                centre = (middle[0] + away * math.cos(angle), middle[1] + away * math.sin(angle) * 0.94)
                yield list(_outline(random, centre, size * random.uniform(0.46, 0.54), angle))


def _outline(random: Random, centre: tuple[float, float], radius: float, turn: float) -> Iterator[tuple[float, float]]:
    bumps = [random.uniform(-0.07, 0.07) for _bump in range(3)]
    for step in range(36):
        angle = 2 * math.pi * step / 36
        swollen = 1 + sum(bump * math.cos((order + 2) * angle) for order, bump in enumerate(bumps))
        x, y = radius * 1.08 * swollen * math.cos(angle), radius * 0.94 * swollen * math.sin(angle)
        yield (
            centre[0] + x * math.cos(turn) - y * math.sin(turn),
            centre[1] + x * math.sin(turn) + y * math.cos(turn),
        )


def _shrunk(outline: list[tuple[float, float]], share: float) -> Iterator[tuple[float, float]]:
    x = sum(point[0] for point in outline) / len(outline)
    y = sum(point[1] for point in outline) / len(outline)
    return ((x + (px - x) * share, y + (py - y) * share) for px, py in outline)


def _grainy(scan: Image.Image, coarseness: int) -> Image.Image:
    """With the noise of a quick exposure, the same on every run."""
    random = Random(coarseness)  # noqa: S311 as above
    grain = Image.new("L", scan.size)
    grain.putdata([random.randint(0, 16 + 4 * coarseness) for _point in range(scan.width * scan.height)])
    return ImageChops.add(
        scan, Image.merge("RGB", [grain.point(lambda v: v * 0.5), grain, grain.point(lambda v: v * 0.7)])
    )
