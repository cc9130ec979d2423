"""Text reduced to what makes it the same name or title."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th",
        "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "ȷ": "j", "ŋ": "ng", "Ŋ": "ng", "ħ": "h",
        "ə": "e", "ĳ": "ij",
    }
)  # fmt: skip
_NOT_LETTERS = re.compile(r"[^\w]|_")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower-case letters and digits without accents, hyphens or blanks: "García-Márquez" → garciamarquez."""
    if text.isascii():
        return _NOT_LETTERS.sub("", text.lower())
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return _NOT_LETTERS.sub("", plain.casefold())


def to_ascii(text: str) -> str:
    """Closest ASCII, blanks kept; letters of other scripts fall away."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return plain.encode("ascii", "ignore").decode()
