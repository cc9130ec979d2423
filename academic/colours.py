"""The accent colour: whether it can be read on the paper of both themes, and its shade for the dark one."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

HEX = re.compile(r"#[0-9a-fA-F]{6}")
# The darker of the light backgrounds and the lighter of the dark ones (--shade in site.css): the harder ones to meet.
LIGHT, DARK = "#f3f2ed", "#212327"
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: contrast of text
STEPS = 100


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def readable(colour: str, background: str) -> str:
    """The colour, mixed with white or black no more than it takes to be read on the background."""
    aim = 255 if _luminance(background) < 0.5 else 0
    for step in range(STEPS + 1):
        mixed = "#" + "".join(f"{round(part + (aim - part) * step / STEPS):02x}" for part in _parts(colour))
        if contrast(mixed, background) >= ENOUGH:
            return mixed
    return mixed


def validate_accent(value: str) -> None:
    if not HEX.fullmatch(value):
        raise ValidationError(_("Write the colour like #971c1e."))
    if contrast(value, LIGHT) < ENOUGH:
        raise ValidationError(
            _("%(colour)s is too pale to be read on the page (%(contrast).1f to 1; needed 4.5). %(darker)s would do."),
            params={"colour": value, "contrast": contrast(value, LIGHT), "darker": readable(value, LIGHT)},
        )


def theme(accent: str) -> str:
    """The style sheet that makes `accent` ("#971c1e") the site's colour, in a shade that can be read in the dark."""
    light, dark = readable(accent, LIGHT), readable(accent, DARK)
    return f"@layer tokens {{ :root, :host {{ --accent: light-dark({light}, {dark}); }} }}\n"
