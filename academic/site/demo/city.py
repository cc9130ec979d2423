"""The demo's header picture: a city on a river at night, with the cathedral and a bridge of Rouen in mind.

It is the same on every run: what looks like chance comes from a seeded generator. Lengths are those of the finished
picture; it is drawn at SCALE times its size and made smaller, which smooths every edge.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .portrait import colour_at

Colour = tuple[int, int, int]
Point = tuple[float, float]

WIDTH, HEIGHT, SCALE = 2560, 366, 2
WATERLINE = 276
GROUND = 262  # where the houses stand, above the wall of the quay
BANK = 930  # the city's left end; to the left of it the river comes from afar
CATHEDRAL = 1580  # its left end

SKY = (
    (0.0, (7, 11, 30)),
    (0.30, (16, 23, 56)),
    (0.55, (38, 42, 88)),
    (0.74, (84, 68, 116)),
    (0.9, (160, 100, 116)),
    (1.0, (206, 138, 116)),
)
WATER = (10, 15, 40)
FAR, MIDDLE, NEAR = (40, 38, 80), (30, 30, 68), (14, 16, 42)
LAMPS: tuple[Colour, ...] = ((255, 206, 130), (255, 190, 108), (255, 224, 168), (240, 168, 96), (226, 214, 200))
# Where the ridge begins, as a share of the width; how high it is, of the rise; how far the eaves stand out.
ROOFS = {"gable": (0.5, 1.35, 1), "hip": (0.2, 1, 1), "mansard": (0.07, 0.8, 0), "flat": (0, 0, 0)}
FLOODLIGHT: Colour = (255, 188, 110)


def draw_city() -> Image.Image:
    random = Random(76)  # noqa: S311 nothing secret: the number of Rouen's département
    scene = _Scene(random)
    _draw_sky(scene)
    _draw_distance(scene)
    _draw_moon(scene, 560, 74, 17)
    _draw_houses(scene, _Row(BANK + 70, WIDTH, 50, 84, MIDDLE, lit=0.22, window=3.4))
    _draw_cathedral(scene, CATHEDRAL)
    _draw_church(scene, 1190)
    _draw_houses(scene, _Row(BANK, WIDTH, 24, 50, NEAR, lit=0.36, window=4.4))
    _draw_quay(scene)
    _draw_bridge(scene)
    scene.shine()
    _draw_water(scene)
    return scene.picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


@dataclass
class _Row:
    """A row of houses: from where to where, how low and high, which colour, the share of lit windows and their size."""

    left: float
    right: float
    low: float
    high: float
    colour: Colour
    lit: float
    window: float


@dataclass
class _Scene:
    """The picture, and the lights that will be blurred into a glow over it."""

    random: Random
    picture: Image.Image = field(init=False)
    glow: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        size = (WIDTH * SCALE, HEIGHT * SCALE)
        self.picture, self.glow = Image.new("RGB", size), Image.new("RGB", size)

    def polygon(self, points: Iterable[Point], colour: Colour) -> None:
        outline = _scaled(points)
        ImageDraw.Draw(self.picture).polygon(outline, fill=colour)
        ImageDraw.Draw(self.glow).polygon(outline, fill=(0, 0, 0))  # it stands before the lights behind it

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def light(self, x: float, y: float, width: float, height: float, colour: Colour, glow: float = 1.0) -> None:
        """A lit box, that glows."""
        self.box(x, y, width, height, colour)
        points = _scaled([(x, y), (x + width, y + height)])
        ImageDraw.Draw(self.glow).rectangle(points, fill=_dimmed(colour, glow))

    def disc(self, x: float, y: float, radius: float, colour: Colour, on_glow: bool = False) -> None:
        target = self.glow if on_glow else self.picture
        ImageDraw.Draw(target).ellipse(_scaled([(x - radius, y - radius), (x + radius, y + radius)]), fill=colour)

    def shine(self) -> None:
        """Blur the collected lights, closely and widely, and add them."""
        for radius, strength in ((3, 0.9), (14, 1.0), (48, 0.9)):
            halo = self.glow.filter(ImageFilter.GaussianBlur(radius * SCALE / 2))
            self.picture = ImageChops.add(self.picture, halo.point(lambda value, by=strength: value * by))


def _scaled(points: Iterable[Point]) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]


def _dimmed(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(part * share) for part in colour)
    return red, green, blue


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    return colour_at(((0.0, first), (1.0, second)), share)


# Sky and distance


def _draw_sky(scene: _Scene) -> None:
    column = Image.new("RGB", (1, WATERLINE * SCALE))
    column.putdata([colour_at(SKY, y / (column.height - 1)) for y in range(column.height)])
    scene.picture.paste(column.resize((WIDTH * SCALE, column.height)), (0, 0))
    for _ in range(430):
        x, height = scene.random.uniform(0, WIDTH), scene.random.random() ** 1.8
        brightness = scene.random.random() ** 2.2 * (1 - height) ** 1.2
        _draw_star(scene, x, height * 215, brightness)


def _draw_star(scene: _Scene, x: float, y: float, brightness: float) -> None:
    below = colour_at(SKY, y / WATERLINE)
    tint = scene.random.choice([(255, 255, 255), (214, 226, 255), (255, 240, 220)])
    scene.disc(x, y, 0.45 + 0.6 * brightness, _mixed(below, tint, min(1.0, 0.22 + brightness)))
    if brightness > 0.55:
        scene.disc(x, y, 1.3, _dimmed(tint, 0.45), on_glow=True)


def _draw_moon(scene: _Scene, x: float, y: float, radius: float) -> None:
    """A thin crescent."""
    mask = Image.new("L", scene.picture.size)
    for across, up, size, fill in ((0.0, 0.0, 1.0, 255), (-0.36, 0.20, 0.94, 0)):
        centre, middle, reach = x + across * radius, y - up * radius, size * radius
        box = _scaled([(centre - reach, middle - reach), (centre + reach, middle + reach)])
        ImageDraw.Draw(mask).ellipse(box, fill=fill)
    scene.picture.paste((255, 240, 214), (0, 0), mask)
    scene.glow.paste((120, 112, 120), (0, 0), mask)


def _draw_distance(scene: _Scene) -> None:
    """The hills behind the river, and the lights of the other side."""
    for height, colour, phase in ((70, (72, 60, 108), 0.4), (44, (54, 50, 96), 2.1)):
        ridge = [(x, WATERLINE - 10 - height * _ridge(x, phase)) for x in range(0, WIDTH + 20, 20)]
        scene.polygon([(0, WATERLINE), *ridge, (WIDTH, WATERLINE)], colour)
    _draw_houses(scene, _Row(-10, BANK + 120, 8, 22, FAR, lit=0.10, window=2))


def _ridge(x: float, phase: float) -> float:
    return 0.62 + 0.38 * math.sin(x / 330 + phase) + 0.10 * math.sin(x / 71 + 3 * phase)


# The city


def _draw_houses(scene: _Scene, row: _Row) -> None:
    x, base = row.left, GROUND if row.window > 2 else WATERLINE
    while x < row.right:
        width = scene.random.uniform(0.6, 1.15) * (46 if row.window > 2 else 40)
        height = scene.random.uniform(row.low, row.high)
        shade = _mixed(row.colour, (70, 62, 110), scene.random.uniform(0, 0.10))
        _draw_house(scene, x, base, width, height, shade, row)
        x += width + (scene.random.uniform(2, 16) if scene.random.random() < 0.12 else -0.5)


def _draw_house(scene: _Scene, x: float, base: float, width: float, height: float, colour: Colour, row: _Row) -> None:
    top = base - height
    scene.box(x, top, width, height + 14, colour)
    _draw_roof(scene, x, top, width, colour, row)
    _draw_windows(scene, x, top, width, height, row)


def _draw_roof(scene: _Scene, x: float, top: float, width: float, colour: Colour, row: _Row) -> None:
    dark = _mixed(colour, (6, 8, 26), 0.30)
    rise = scene.random.uniform(0.22, 0.5) * min(width, row.high)
    shape = scene.random.choice(["gable", "hip", "hip", "mansard", "flat"])
    if shape == "flat":
        rise = 0.0
    inset, height, eaves = ROOFS[shape]
    ridge = top - rise * height
    left, right = (x - eaves, top), (x + width + eaves, top)
    scene.polygon([left, (x + width * inset, ridge), (x + width * (1 - inset), ridge), right], dark)
    if shape != "gable" and row.window > 2:
        for _ in range(scene.random.randint(0, 2)):
            chimney = x + width * scene.random.uniform(0.2, 0.75)
            scene.box(chimney, top - rise - 6, 4, rise + 6, dark)


def _draw_windows(scene: _Scene, x: float, top: float, width: float, height: float, row: _Row) -> None:
    size = row.window
    columns, floors = int((width - size) // (size * 2.1)), int((height - 2) // (size * 2.5))
    if columns < 1:
        return
    margin = (width - columns * size * 2.1 + size * 1.1) / 2
    wakeful = row.lit * scene.random.uniform(0.3, 1.6)
    for floor in range(floors):
        for column in range(columns):
            if scene.random.random() < wakeful:
                lamp = _dimmed(scene.random.choice(LAMPS), scene.random.uniform(0.55, 1.0))
                left, upper = x + margin + column * size * 2.1, top + size * (0.9 + floor * 2.5)
                scene.light(left, upper, size * 0.9, size * 1.35, lamp, glow=0.42)


# The churches, drawn as masks that floodlights colour


def _draw_cathedral(scene: _Scene, left: float) -> None:
    """Seen from the river: west towers on the left, the cast-iron spire over the crossing, the choir on the right."""
    stone = _Silhouette(GROUND - 14, 226)
    stone.tower(left + 4, 30, 112)
    stone.roof(left + 4, 30, 112, 138)
    for step in range(4):
        stone.pinnacle(left + 6 + step * 8.6, 112, 8, 2.4)
    stone.tower(left + 44, 34, 104)
    stone.crown(left + 61, 104, 14, 26)
    stone.nave(left + 76, left + 300, 46, 68)
    for step in range(10):
        stone.buttress(left + 92 + step * 21, 40)
    stone.tower(left + 158, 44, 70)
    stone.polygon([(left + 154, 70), (left + 180, 98), (left + 206, 70)])
    stone.tower(left + 163, 34, 106)
    for x in (left + 164, left + 196):
        stone.pinnacle(x, 104, 30, 3)
    stone.spire(left + 180, 104, 222, 13)
    stone.apse(left + 300, 46, 68, 26)
    stone.paint(scene, FLOODLIGHT)


def _draw_church(scene: _Scene, left: float) -> None:
    """A smaller one further back, with a crowned tower over the crossing."""
    stone = _Silhouette(GROUND - 14, 130)
    stone.nave(left, left + 150, 40, 58)
    stone.tower(left + 62, 28, 96)
    stone.crown(left + 76, 96, 11, 20)
    stone.paint(scene, (214, 170, 140), strength=0.55)


class _Silhouette:
    """A building as a mask; heights are above its ground."""

    def __init__(self, base: float, height: float) -> None:
        self.base, self.height = base, height
        self.mask = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))
        self.draw = ImageDraw.Draw(self.mask)
        self.holes: list[tuple[list[Point], float]] = []

    def polygon(self, points: Iterable[Point]) -> None:
        self.draw.polygon(_scaled((x, self.base - height) for x, height in points), fill=255)

    def tower(self, x: float, width: float, height: float) -> None:
        self.polygon([(x, -20), (x, height), (x + width, height), (x + width, -20)])
        for level in range(int(height // 34)):
            self.lancet(x + width * 0.34, height - 28 - level * 34, width * 0.11, 20)
            self.lancet(x + width * 0.66, height - 28 - level * 34, width * 0.11, 20)

    def roof(self, x: float, width: float, low: float, high: float) -> None:
        self.polygon([(x - 1, low), (x + width * 0.36, high), (x + width * 0.64, high), (x + width + 1, low)])

    def pinnacle(self, x: float, low: float, rise: float, width: float) -> None:
        self.polygon([(x - width / 2, low), (x, low + rise), (x + width / 2, low)])

    def crown(self, x: float, low: float, radius: float, rise: float) -> None:
        """An octagonal lantern with a ring of points."""
        wall = low + rise * 0.7
        self.polygon([(x - radius, low), (x - radius, wall), (x + radius, wall), (x + radius, low)])
        for step in range(5):
            self.pinnacle(x + (step - 2) * radius * 0.48, low + rise * 0.6, rise * 0.5, 3)
        for side in (-0.5, 0.5):
            self.lancet(x + side * radius, low + 3, radius * 0.2, rise * 0.5)

    def nave(self, left: float, right: float, eaves: float, ridge: float) -> None:
        self.polygon([(left, -20), (left, eaves), (left + 5, ridge), (right - 9, ridge), (right, eaves), (right, -20)])
        self.holes.append(([(left, eaves), (left + 5, ridge), (right - 9, ridge), (right, eaves)], 0.5))

    def buttress(self, x: float, height: float) -> None:
        self.polygon([(x, -20), (x, height), (x + 4, height), (x + 4, -20)])
        self.pinnacle(x + 2, height, 16, 4)
        self.lancet(x + 12, 12, 2.6, 22)

    def spire(self, x: float, low: float, high: float, half: float) -> None:
        """Openwork: the sky is seen between its bars."""
        self.polygon([(x - half, low), (x - half * 0.9, low + 22), (x + half * 0.9, low + 22), (x + half, low)])
        self.polygon([(x - half * 0.8, low + 20), (x, high), (x + half * 0.8, low + 20)])
        steps = 7
        for step in range(steps):
            bottom, top = (low + 26 + (high - low - 26) * share / 11 for share in (step, step + 0.72))
            widths = [half * 0.8 * (high - y) / (high - low - 20) * 0.52 for y in (bottom, top)]
            self.holes.append(
                ([(x - widths[0], bottom), (x - widths[1], top), (x + widths[1], top), (x + widths[0], bottom)], 0.34)
            )
        self.draw.rectangle(_scaled([(x - 0.6, self.base - high - 9), (x + 0.6, self.base - high)]), fill=255)

    def apse(self, x: float, eaves: float, ridge: float, radius: float) -> None:
        self.polygon([(x - 9, ridge), (x + radius * 0.6, eaves), (x + radius * 0.6, -20), (x - 9, -20)])
        self.polygon([(x, eaves * 0.6), (x + radius, eaves * 0.52), (x + radius, -20), (x, -20)])

    def lancet(self, x: float, low: float, half: float, height: float) -> None:
        points = [(x - half, low), (x - half, low + height * 0.75), (x, low + height), (x + half, low + height * 0.75)]
        self.holes.append(([*points, (x + half, low)], 0.55))

    def paint(self, scene: _Scene, light: Colour, strength: float = 1.0) -> None:
        """Lit from below, fading upwards; roofs and openings are darker."""
        column = Image.new("RGB", (1, HEIGHT * SCALE))
        column.putdata([self._colour(y / SCALE, light, strength) for y in range(column.height)])
        wall = column.resize(scene.picture.size)
        draw = ImageDraw.Draw(wall)
        for points, share in self.holes:
            middle = sum(height for _, height in points) / len(points)
            dark = _mixed(self._colour(self.base - middle, light, strength), (20, 22, 54), 1 - share * 0.5)
            draw.polygon(_scaled((x, self.base - height) for x, height in points), fill=dark)
        scene.picture.paste(wall, (0, 0), self.mask)
        lit = Image.composite(wall, Image.new("RGB", wall.size), self.mask)
        scene.glow.paste((0, 0, 0), (0, 0), self.mask)
        scene.glow = ImageChops.add(scene.glow, lit.point(lambda value: value * 0.09 * strength))

    def _colour(self, y: float, light: Colour, strength: float) -> Colour:
        share = max(0.0, min(1.0, (self.base - y) / self.height))
        return _mixed(_mixed((40, 36, 74), light, strength * 0.86), (66, 58, 108), share**0.6)


# Quay, bridge and river


def _draw_quay(scene: _Scene) -> None:
    scene.box(BANK - 14, GROUND, WIDTH, WATERLINE - GROUND, (20, 21, 50))
    scene.box(BANK - 14, GROUND, WIDTH, 1.5, (70, 60, 92))
    x = BANK + 6.0
    while x < WIDTH:
        _draw_tree(scene, x + 23)
        _draw_lamp(scene, x, GROUND)
        x += 46


def _draw_tree(scene: _Scene, x: float) -> None:
    for _ in range(9):
        across, up = scene.random.gauss(0, 6), scene.random.gauss(15, 3.5)
        scene.disc(x + across, GROUND - up, scene.random.uniform(3, 5.5), (13, 17, 40))
    scene.box(x - 0.8, GROUND - 12, 1.6, 12, (13, 17, 40))


def _draw_lamp(scene: _Scene, x: float, ground: float) -> None:
    scene.box(x - 0.6, ground - 17, 1.2, 17, (12, 13, 34))
    scene.disc(x, ground - 18, 1.9, (255, 236, 196))
    scene.disc(x, ground - 18, 3.4, FLOODLIGHT, on_glow=True)


def _draw_bridge(scene: _Scene) -> None:
    """Low stone arches from the left edge to the city's bank, with a row of lamps."""
    deck, spans, left = 246, 5, -120.0
    span = (BANK - left) / spans
    mask = Image.new("L", scene.picture.size)
    draw = ImageDraw.Draw(mask)
    rise = [(x, deck - 9 * math.sin(math.pi * (x - left) / (BANK - left))) for x in range(int(left), BANK + 21, 10)]
    draw.polygon(_scaled([*rise, (BANK + 20, WATERLINE + 6), (left, WATERLINE + 6)]), fill=255)
    for number in range(spans):
        start, end = left + number * span + 11, left + (number + 1) * span - 11
        draw.ellipse(_scaled([(start, deck + 4), (end, deck + 74)]), fill=0)
    scene.picture.paste((24, 24, 56), (0, 0), mask)
    scene.glow.paste((0, 0, 0), (0, 0), mask)
    for x, y in rise:
        scene.box(x, y - 1.2, 10, 2.4, (84, 70, 98))
    for number in range(spans * 3):
        place = left + (number + 0.5) * span / 3
        _draw_lamp(scene, place, deck - 9 * math.sin(math.pi * (place - left) / (BANK - left)))


def _draw_water(scene: _Scene) -> None:
    """What stands above the waterline upside down, drawn out and broken by ripples, and darker towards us."""
    line, depth = WATERLINE * SCALE, (HEIGHT - WATERLINE) * SCALE
    above = scene.picture.crop((0, line - round(depth * 1.45), WIDTH * SCALE, line))
    mirror = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((WIDTH * SCALE, depth))
    smooth = mirror.resize((WIDTH * SCALE, depth // 10)).resize(mirror.size, Image.Resampling.BICUBIC)
    calm = _rippled(Image.blend(mirror, smooth, 0.75), scene.random, 3)
    rough = _rippled(smooth, scene.random, 12)
    water = Image.composite(calm, rough, _streaks(scene.random, mirror.size))
    tint = Image.new("RGB", water.size, WATER)
    scene.picture.paste(Image.composite(tint, water, _deepening(water.size)), (0, line))


def _rippled(picture: Image.Image, random: Random, roughness: float) -> Image.Image:
    """Every row taken from a little above or below, and moved sideways, more so towards us."""
    result = picture.copy()
    for y in range(picture.height):
        near = 0.25 + y / picture.height
        source = min(picture.height - 1, max(0, round(y + random.gauss(0, roughness * near))))
        shift = round(random.gauss(0, roughness * near * 0.5) + 3 * near * math.sin(y / 5.0))
        row = picture.crop((0, source, picture.width, source + 1))
        result.paste(ImageChops.offset(row, shift, 0), (0, y))
    return result


def _streaks(random: Random, size: tuple[int, int]) -> Image.Image:
    """Long flat patches of chance, as a mask."""
    coarse = Image.frombytes("L", (160, 70), random.randbytes(160 * 70))
    return coarse.resize(size, Image.Resampling.BICUBIC).point(lambda value: (value - 128) * 3.0 + 128)


def _deepening(size: tuple[int, int]) -> Image.Image:
    column = Image.new("L", (1, size[1]))
    column.putdata([round(60 + 150 * (y / size[1]) ** 0.8) for y in range(size[1])])
    return column.resize(size)
