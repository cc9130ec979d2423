"""Simple TeX math to Unicode: `\\alpha` → α, `H_2` → H₂. What has no such form is left to the page's math."""

import re
import unicodedata
from functools import lru_cache

from .math_tables import (
    ALPHABETS,
    MATH_ACCENTS,
    MATH_SILENT,
    MATH_SYMBOLS,
    MATH_TEXT,
    NEGATED,
    OPERATORS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)

_TOKEN = re.compile(r"\\([A-Za-z]+)\s*|\\(.)|([{}^_&#$%])|(\s+)|(.)", re.DOTALL)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|a|o)\Z")
_BEFORE_CLOSING = re.compile(r" (?=[⟩⌋⌉)\]])")
_SPACING = {",": " ", ";": " ", ":": " ", ">": " ", " ": " ", "!": "", "/": "", "-": ""}
_ESCAPED = frozenset("{}%#&_$|")
_DEEPEST = 20
_LONGEST = 400


class _NoUnicode(Exception):
    """The formula needs real typesetting."""


@lru_cache(maxsize=2048)
def to_unicode(source: str) -> str | None:
    """Plain Unicode for the inside of `$…$`, or None where there is none."""
    if len(source) > _LONGEST:
        return None
    try:
        text = _Formula(source).group(0, top=True)
    except _NoUnicode:
        return None
    text = _BEFORE_CLOSING.sub("", " ".join(text.split()))
    return unicodedata.normalize("NFC", text)


def superscript(text: str) -> str | None:
    if _ORDINAL.match(text):
        return text
    raised = text.translate(SUPERSCRIPTS)
    return raised if all(a != b or a in " ′°*" for a, b in zip(text, raised, strict=True)) else None


def subscript(text: str) -> str | None:
    lowered = text.translate(SUBSCRIPTS)
    return lowered if all(a != b or a in " " for a, b in zip(text, lowered, strict=True)) else None


class _Formula:
    def __init__(self, source: str) -> None:
        self.tokens = [match.groups() for match in _TOKEN.finditer(source)]
        self.position = 0

    def group(self, depth: int, top: bool = False) -> str:
        """Text up to the closing brace, or to the end for the whole."""
        if depth > _DEEPEST:
            raise _NoUnicode
        pieces: list[str] = []
        while self.position < len(self.tokens):
            word, escaped, special, blank, plain = self.tokens[self.position]
            if special == "}":
                if top:
                    raise _NoUnicode
                self.position += 1
                return "".join(pieces)
            self.position += 1
            if plain or blank:
                pieces.append(_plain(plain) if plain else " ")
            elif word:
                if word in OPERATORS and pieces and pieces[-1][-1:].isalnum():
                    pieces.append(" ")
                pieces.append(self.command(word, depth))
                if self.is_spaced(pieces):
                    pieces.append(" ")
            elif escaped:
                pieces.append(_escaped(escaped))
            elif special == "{":
                pieces.append(self.group(depth + 1))
            else:
                pieces.append(self.script(special or "", depth))
        if not top:
            raise _NoUnicode
        return "".join(pieces)

    def is_spaced(self, pieces: list[str]) -> bool:
        """Blanks after a command are not TeX's; they are ours after "log" and after a sign with one before it."""
        if self.position >= len(self.tokens):
            return False
        sign = pieces[-1]
        if sign in OPERATORS:
            return bool(self.tokens[self.position][4]) and self.tokens[self.position][4].isalnum()
        return len(pieces) > 1 and pieces[-2] == " " and len(sign) == 1 and unicodedata.category(sign) == "Sm"

    def argument(self, depth: int) -> str:
        while self.position < len(self.tokens) and self.tokens[self.position][3]:
            self.position += 1
        if self.position >= len(self.tokens):
            raise _NoUnicode
        word, escaped, special, _, plain = self.tokens[self.position]
        self.position += 1
        if special == "{":
            return self.group(depth + 1)
        if word:
            return self.command(word, depth + 1)
        if plain:
            return _plain(plain)
        if escaped:
            return _escaped(escaped)
        raise _NoUnicode

    def script(self, sign: str, depth: int) -> str:
        if sign not in "^_":
            raise _NoUnicode
        text = self.argument(depth)
        if sign == "^" and text in ("∘", "°", "o"):
            return "°"
        shifted = superscript(text) if sign == "^" else subscript(text)
        if shifted is None:
            raise _NoUnicode
        return shifted

    def command(self, word: str, depth: int) -> str:
        if depth > _DEEPEST:
            raise _NoUnicode
        if word in MATH_SYMBOLS:
            return MATH_SYMBOLS[word]
        if word in ALPHABETS:
            return "".join(_letter(character, ALPHABETS[word]) for character in self.argument(depth))
        if word in MATH_SILENT:
            return ""
        if word in MATH_TEXT:
            return self.argument(depth)
        if word in OPERATORS:
            return word
        if word in MATH_ACCENTS:
            return self.accented(MATH_ACCENTS[word], depth)
        if word == "sqrt":
            text = self.argument(depth)
            return f"√{text}" if len(text) == 1 or text.isdecimal() else f"√({text})"
        if word in ("frac", "tfrac", "dfrac", "nicefrac"):
            return f"{_operand(self.argument(depth))}/{_operand(self.argument(depth))}"
        if word == "not":
            sign = self.argument(depth)
            return NEGATED.get(sign, sign + "\u0338")
        raise _NoUnicode

    def accented(self, accent: str, depth: int) -> str:
        text = self.argument(depth)
        if len(text) != 1:
            raise _NoUnicode
        return unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(text, text) + accent)


def _plain(character: str) -> str:
    return {"'": "′", "~": " "}.get(character, character)


def _escaped(character: str) -> str:
    if character in _SPACING:
        return _SPACING[character]
    if character in _ESCAPED:
        return "‖" if character == "|" else character
    raise _NoUnicode


def _operand(text: str) -> str:
    if not text or len(text) > 12:
        raise _NoUnicode
    return text if text.isalnum() else f"({text})"


def _letter(character: str, alphabet: str) -> str:
    """ℝ for R in the double-struck alphabet; the letter itself where Unicode has none."""
    if not character.isascii() or not character.isalnum():
        return character
    if character.isdecimal():
        digits = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"]
        names = [f"MATHEMATICAL {alphabet} DIGIT {digits[int(character)]}"]
    else:
        case = "CAPITAL" if character.isupper() else "SMALL"
        old = "BLACK-LETTER" if alphabet == "FRAKTUR" else alphabet
        letter = character.upper()
        names = [f"MATHEMATICAL {alphabet} {case} {letter}", f"{old} {case} {letter}"]
    for name in names:
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return character
