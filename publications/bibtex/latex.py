"""LaTeX text to plain Unicode. Nothing is dropped: an unknown command leaves its argument, or itself."""

import html
import re
import unicodedata
from functools import lru_cache

from .formulas import subscript, superscript, to_unicode
from .latex_tables import (
    ABOVE,
    ACCENTS,
    BARE_ACCENTS,
    BEFORE_TEXT,
    CHARACTERS,
    DROPPED,
    JOURNALS,
    LENGTHS,
    SILENT,
    SYMBOLS,
    UNITS,
)
from .markup import without_tags
from .math_tables import GREEK, MATH_ACCENTS
from .verbatim import unescape

# 71 % of real values match nothing here and are what they say.
_NEEDS_DECODING = re.compile(r"[\\{}$~`]|--|''|&[#\w]{2,24};|</?[A-Za-z]")
_TOKEN = re.compile(r"\\(?:([A-Za-z]+)\*?|([\s\S])|\Z)|([{}$])|([^\\{}$]+)")
_MATH = re.compile(r"\$\$((?:[^$\\]|\\.)+)\$\$|\$((?:[^$\\]|\\.)+)\$", re.DOTALL)
_LOOKS_LIKE_MATH = re.compile(r"[\\^_]|\A\S(?:.*\S)?\Z", re.DOTALL)
_MATH_BEFORE_DIGIT = re.compile(r"[\\^_]|\A\W+\Z")  # "$<$5" and "$\sim$5" are math, "$5-$10" is money
_CHARACTER_CODE = re.compile(r"\s*(?:'([0-7]+)|\"([0-9A-Fa-f]+)|`\\?(.)|([0-9]+)) ?")
_CHARGE = re.compile(r"\^(\d*[+-])")
_INDEX = re.compile(r"(?<=[A-Za-z)\]])\d+")
_UNIT = re.compile(r"\\([A-Za-z]+)\s*")
_LENGTH = re.compile(r"\s*-?[\d.]+\s*(?:(em|ex|cm|mm|in)|pt|mu|sp|bp)(?:\s+(?:plus|minus)\s+[\d.]+\s*[a-z]{2})*")
# `\\"word\\"`, as programs escape quotes: no letter follows the second, so it is no accent.
_ESCAPED_QUOTES = re.compile(r"""(?<![\w}\\])\\"([^"\\{}]{1,200})\\"(?![\w{\\])""")
_GERMAN_QUOTES = re.compile(r"\"`([^\"`]{1,200})\"'")  # babel's shorthand
_DISPLAY_ENDS = {"(": r"\)", "[": r"\]"}
_BLANKS = re.compile(r"[ \t]{2,}|[ \t]+(?=\n)|(?<=\n)[ \t]+|(?<!\n)\n(?!\n)")
_LIGATURES = re.compile(r"---?|``|''|[!?]`|~|(?<![\w`])`([^`'\n]{1,120})'(?!\w)")
_LIGATURE = {"---": "—", "--": "–", "``": "“", "''": "”", "!`": "¡", "?`": "¿", "~": " "}
_QUOTING = frozenset(("enquote", "mkbibquote", "textquote", "say"))
_VERBATIM = frozenset(("url", "path", "nolinkurl", "detokenize", "lstinline", "urlprefix"))
_DEEPEST = 60
_CACHED = 160
_LONGEST_FORMULA = 2000


def decode(text: str) -> str:
    """Plain Unicode for LaTeX `text`; math that has no such form stays as `$…$`. Paragraphs ("\\n\\n") stay."""
    if not _NEEDS_DECODING.search(text):
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    return _decode_cached(text) if len(text) <= _CACHED else _decode(text)


def _decode(text: str) -> str:
    if text.count("{") > _DEEPEST:
        text = _shallow(text)
    if '\\"' in text:
        text = _ESCAPED_QUOTES.sub(r'"\1"', text)
    if '"`' in text:
        text = _GERMAN_QUOTES.sub(r"„\1“", text)
    plain = _Decoder(text).group(0)
    if "&" in plain:
        plain = html.unescape(plain)
    if "<" in plain:
        plain = without_tags(plain)
    if "  " in plain or "\n" in plain or "\t" in plain:
        plain = _BLANKS.sub(" ", plain)
    plain = plain.strip()
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


_decode_cached = lru_cache(maxsize=8192)(_decode)


def _shallow(text: str) -> str:
    """`text` with the braces beyond a sane depth taken out."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0][0] == "\\":
            return match[0]
        depth += 1 if match[0] == "{" else -1
        return match[0] if max(depth, depth + (match[0] == "}")) <= _DEEPEST else ""

    return re.sub(r"\\.|[{}]", keep, text, flags=re.DOTALL)


class _Decoder:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def group(self, depth: int) -> str:
        """Decoded text up to the closing brace or the end."""
        pieces: list[str] = []
        while match := _TOKEN.match(self.source, self.position):
            self.position = match.end()
            word, character, mark, run = match.groups()
            if run:
                pieces.append(_ligatures(run))
            elif word:
                pieces.append(self.command(word, depth))
            elif character:
                pieces.append(self.character(character, depth))
            elif mark == "{":
                pieces.append(self.group(depth + 1))
            elif mark == "}":
                if depth:
                    break
            elif mark == "$":
                pieces.append(self.math())
            else:
                pieces.append("\\")
                break
        return "".join(pieces)

    def character(self, character: str, depth: int) -> str:
        """`\\` and one character that is no ASCII letter."""
        if character in ACCENTS and character not in CHARACTERS:
            return self.accent(character, depth)
        if character in _DISPLAY_ENDS:
            return self.display(_DISPLAY_ENDS[character], character)
        return CHARACTERS.get(character, character)

    def command(self, word: str, depth: int) -> str:
        if word in ACCENTS and (len(word) > 1 or self.accent_follows()):
            return self.accent(word, depth)
        symbol = SYMBOLS.get(word)
        if symbol is not None:
            self.skip_blanks()
            return symbol
        if word in SILENT:
            self.skip_blanks()
            return ""
        handler = _HANDLERS.get(word)
        if handler is not None:
            return str(handler(self, depth))
        return self.other(word, depth)

    def other(self, word: str, depth: int) -> str:
        if word in _QUOTING:
            return f"“{self.argument(depth)}”"
        if word in _VERBATIM:
            return self.verbatim(depth) if self.peek() in ("|", "+", "!") else unescape(self.raw_argument())
        if word in DROPPED:
            return self.dropped(DROPPED[word])
        if word in LENGTHS:
            return self.length()
        if word in MATH_ACCENTS and word[-4:] != "line" and self.peek() == "{":
            return self.math_accent(MATH_ACCENTS[word], depth)
        for _ in range(BEFORE_TEXT.get(word, 0)):
            self.raw_argument()
        if self.source.startswith("{}", self.position):
            return self.symbol_of_math(word)
        if word in BEFORE_TEXT or self.peek() == "{":
            return self.argument(depth)
        if self.peek() == "[":
            after = re.compile(r"\[[^\[\]{}]*\](?=\{)").match(self.source, self.position)
            if after:
                self.position = after.end()
                return self.argument(depth)
        return self.symbol_of_math(word)

    def dropped(self, arguments: int) -> str:
        """Nothing, for the command's arguments; `\\vphantom\\}` is how Zotero balances a lonely brace."""
        for _ in range(arguments):
            if self.source.startswith(("\\{", "\\}"), self.position):
                self.position += 2
            else:
                self.raw_argument()
        return ""

    def length(self) -> str:
        """A blank for `\\hskip 1em plus 2pt`; nothing for a `\\kern`, which moves letters a hair's breadth."""
        match = _LENGTH.match(self.source, self.position)
        if match:
            self.position = match.end()
        return " " if match and match[1] else ""

    def math_accent(self, accent: str, depth: int) -> str:
        """`\\bar{x}` where somebody forgot the dollars."""
        text = self.argument(depth)
        return _composed({"ı": "i", "ȷ": "j"}.get(text, text), accent) if len(text) == 1 else text

    def symbol_of_math(self, word: str) -> str:
        """`\\alpha` outside math, a journal's macro; else the command as it stands."""
        known = JOURNALS.get(word) or to_unicode(f"\\{word}") or GREEK.get(word.removeprefix("text"))
        if known:
            self.skip_blanks()
        return known or f"\\{word}"

    def peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def skip_blanks(self) -> None:
        while self.source[self.position : self.position + 1] in (" ", "\t"):
            self.position += 1
        if self.source[self.position : self.position + 2].rstrip(" ") == "\n":
            self.position += 1

    def accent_follows(self) -> bool:
        """`\\c c`, `\\c{c}`, `\\H\\o`; but `\\c` at an end is only a letter."""
        following = self.source[self.position : self.position + 1]
        return following in ("{", "\\", " ", "\t") and self.position < len(self.source)

    def accent(self, name: str, depth: int) -> str:
        text = self.argument(depth)
        if not text.strip():
            return BARE_ACCENTS.get(name, "")
        base, rest = text[0], text[1:]
        marks = 0
        while marks < len(rest) and unicodedata.combining(rest[marks]):
            marks += 1
        if name in ABOVE:
            base = {"ı": "i", "ȷ": "j"}.get(base, base)
        if name == "t":
            marks = 0
        if name == "." and base == "i":
            return f"i{rest}"
        return _composed(base + rest[:marks], ACCENTS[name]) + rest[marks:]

    def argument(self, depth: int) -> str:
        """The next group, command or character, decoded."""
        self.skip_blanks()
        match = _TOKEN.match(self.source, self.position)
        if not match or match[3] == "}":
            return ""
        word, character, mark, run = match.groups()
        if run:
            self.position += 1
            return run[0]
        self.position = match.end()
        if mark == "{":
            return self.group(depth + 1)
        if mark == "$":
            return self.math()
        if depth > _DEEPEST:
            return match[0]
        return self.command(word, depth + 1) if word else self.character(character or "", depth + 1)

    def raw_argument(self) -> str:
        """The next group's text, not decoded."""
        self.skip_blanks()
        if self.peek() != "{":
            return ""
        depth = 0
        for brace in re.compile(r"\\[\s\S]|[{}]").finditer(self.source, self.position):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0 and brace[0] == "}":
                text = self.source[self.position + 1 : brace.start()]
                self.position = brace.end()
                return text
        text = self.source[self.position + 1 :]
        self.position = len(self.source)
        return text

    def math(self) -> str:
        """Math whose `$` was just read; a `$` without partner is a dollar."""
        match = _MATH.match(self.source, self.position - 1)
        if not match:
            return "$"
        source = match[1] or match[2]
        if not _LOOKS_LIKE_MATH.search(source) or (
            self.source[match.end() : match.end() + 1].isdecimal() and not _MATH_BEFORE_DIGIT.search(source)
        ):
            return "$"
        plain = to_unicode(source)
        if plain is None and _unbalanced(source):
            return "$"
        self.position = match.end()
        return f"${source}$" if plain is None else plain

    def display(self, end: str, opening: str) -> str:
        close = self.source.find(end, self.position, self.position + _LONGEST_FORMULA)
        if close < 0:
            return opening
        source = self.source[self.position : close]
        self.position = close + len(end)
        plain = to_unicode(source)
        return f"${source}$" if plain is None else plain

    def ensured_math(self, depth: int) -> str:
        source = self.raw_argument()
        plain = to_unicode(source)
        return f"${source}$" if plain is None else plain

    def raised(self, depth: int) -> str:
        text = self.argument(depth)
        return (None if text.isalpha() else superscript(text)) or text

    def lowered(self, depth: int) -> str:
        text = self.argument(depth)
        return (None if text.isalpha() else subscript(text)) or text

    def chemistry(self, depth: int) -> str:
        """mhchem's `\\ce{SO4^2-}`: numbers behind letters are below, charges above."""
        text = self.argument(depth)
        text = _CHARGE.sub(lambda match: superscript(match[1]) or match[0], text)
        return _INDEX.sub(lambda match: subscript(match[0]) or match[0], text)

    def quantity(self, depth: int) -> str:
        """siunitx's `\\SI{13}{\\tera\\electronvolt}`."""
        return f"{self.argument(depth)} {self.unit(depth)}"

    def unit(self, depth: int) -> str:
        text = _UNIT.sub(lambda match: UNITS.get(match[1], match[0]), self.raw_argument())
        return _Decoder(text).group(depth + 1)

    def upper(self, depth: int) -> str:
        return self.argument(depth).upper()

    def lower(self, depth: int) -> str:
        return self.argument(depth).lower()

    def footnote(self, depth: int) -> str:
        return f" ({self.argument(depth)})"

    def verbatim(self, depth: int) -> str:
        delimiter = self.peek()
        if not delimiter:
            return "\\verb"
        close = self.source.find(delimiter, self.position + 1)
        close = len(self.source) if close < 0 else close
        text = self.source[self.position + 1 : close]
        self.position = close + 1
        return text

    def character_code(self, depth: int) -> str:
        match = _CHARACTER_CODE.match(self.source, self.position)
        if not match:
            return "\\char"
        self.position = match.end()
        octal, hexadecimal, letter, decimal = match.groups()
        if letter:
            return letter
        code = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else int(decimal)
        return chr(code) if 32 <= code < 0xD800 else ""

    def environment(self, depth: int) -> str:
        self.raw_argument()
        return " "


_HANDLERS = {
    "ensuremath": _Decoder.ensured_math,
    "textsuperscript": _Decoder.raised,
    "textsubscript": _Decoder.lowered,
    "sp": _Decoder.raised,
    "sb": _Decoder.lowered,
    "ce": _Decoder.chemistry,
    "SI": _Decoder.quantity,
    "qty": _Decoder.quantity,
    "si": _Decoder.unit,
    "unit": _Decoder.unit,
    "uppercase": _Decoder.upper,
    "MakeUppercase": _Decoder.upper,
    "lowercase": _Decoder.lower,
    "MakeLowercase": _Decoder.lower,
    "footnote": _Decoder.footnote,
    "verb": _Decoder.verbatim,
    "char": _Decoder.character_code,
    "begin": _Decoder.environment,
    "end": _Decoder.environment,
}


def _composed(letter: str, accent: str) -> str:
    """A letter with one more accent; Vietnamese vowels whichever of their two was typed first: `\\^{\\~e}` is ễ."""
    written = unicodedata.normalize("NFC", letter + accent)
    if len(written) > 1:
        apart = unicodedata.normalize("NFD", letter)
        turned = unicodedata.normalize("NFC", apart[:1] + accent + apart[1:])
        if len(turned) == 1:
            return turned
    return written


def _unbalanced(source: str) -> bool:
    return source.count("{") != source.count("}")


def _ligatures(run: str) -> str:
    if "--" in run or "~" in run or "`" in run or "''" in run:
        return _LIGATURES.sub(_ligature, run)
    return run


def _ligature(match: re.Match[str]) -> str:
    return f"‘{match[1]}’" if match[1] else _LIGATURE[match[0]]
