"""The picture of a link preview."""

from __future__ import annotations

from dataclasses import dataclass

from .feeds import absolute
from .models import Picture


@dataclass(frozen=True)
class Preview:
    """Where it is, how large, and what it shows."""

    address: str
    width: int
    height: int
    alt: str = ""

    @classmethod
    def of(cls, picture: Picture | None) -> Preview | None:
        if picture is None:
            return None
        return cls(absolute(picture.get_absolute_url()), picture.width, picture.height, picture.alt)
