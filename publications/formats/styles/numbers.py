"""Page ranges, editions and patents, as the manuals shorten and count them."""

from __future__ import annotations

import re
from collections.abc import Callable

_RANGE = re.compile(r"(?<![\w-])(\d+)–(\d+)(?![\w-])")
_COUNTING = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_EDITION = re.compile(r"\s*\b(?:edition|edn|ed)\b\.?\s*$", re.IGNORECASE)
_COUNTED = re.compile(r"(\d+)\s*(?:st|nd|rd|th|\.)?", re.IGNORECASE)
_US_PATENT = re.compile(r"U\.?S\.?(?:\s+patent)?[\s-]*([\d,\s]{5,})(?:\s?[A-Z]\d?)?", re.IGNORECASE)


def shortened(text: str, shorten: Callable[[str, str], str]) -> str:
    """Every range of plain numbers in `text`, its end as `shorten` (first, last) has it."""
    return _RANGE.sub(lambda match: f"{match[1]}–{_end(match[1], match[2], shorten)}", text)


def _end(first: str, last: str, shorten: Callable[[str, str], str]) -> str:
    return shorten(first, last) if len(first) == len(last) and first < last else last


def common_digits(first: str, last: str) -> int:
    return next((at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), len(first))


def mla_end(first: str, last: str) -> str:
    """The last two digits, or as many as differ: 103–04, 1608–774."""
    return last if len(last) < 3 else last[min(common_digits(first, last), len(last) - 2) :]


def chicago_end(first: str, last: str) -> str:
    """The manual's table (CMOS 9.61): 71–72, 100–104, 107–8, 321–28, 1496–500."""
    if len(first) < 3 or first.endswith("00"):
        return last
    common = common_digits(first, last)
    return last[common if first[-2] == "0" else min(common, len(last) - 2) :]


def nlm_end(first: str, last: str) -> str:
    """Only what differs: 284–7."""
    return last[common_digits(first, last) :]


def counted(one: str, several: str, number: str) -> str:
    """ "no. 3", "nos. 3–4"; nothing without a number."""
    return f"{several if '–' in number else one} {number}" if number else ""


def pages(text: str) -> str:
    """ "p. 3", "pp. 3–4"."""
    return counted("pp." if "," in text else "p.", "pp.", text)


def ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def edition(text: str) -> str:
    """ "Second edition", "2", "2nd ed." → "2nd"; nothing for the first, which no style names; other words stay."""
    said = _EDITION.sub("", text).strip()
    counted = _COUNTED.fullmatch(said)
    number = int(counted[1]) if counted else _counted_word(said)
    if not number:
        return {"revised": "rev."}.get(said.lower(), said)
    return "" if number == 1 else ordinal(number)


def _counted_word(word: str) -> int:
    return _COUNTING.index(word.lower()) + 1 if word.lower() in _COUNTING else 0


def us_patent(number: str) -> str:
    """The digits of a patent of the United States, "" of any other."""
    match = _US_PATENT.fullmatch(number.strip())
    return re.sub(r"\D", "", match[1]) if match else ""


def in_thousands(digits: str, separator: str) -> str:
    return f"{int(digits):,}".replace(",", separator)
