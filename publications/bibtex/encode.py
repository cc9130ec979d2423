"""Plain Unicode to text that is safe between the braces of a field. UTF-8 stays; only what TeX reads is escaped."""

import re

_MATH = re.compile(r"\$((?:[^$\\]|\\.)+)\$", re.DOTALL)
_SPECIAL = re.compile(r"[&%#_{}$\\~^`]|-(?=-)|'(?=')")
_ESCAPES = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}",
    "-": "-{}", "'": "'{}",
}  # fmt: skip
_PARAGRAPH = re.compile(r"(?<![ \t])[ \t]*+\n\s*\n\s*")
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BRACES = re.compile(r"(\\?)([{}])")
_IN_URL = re.compile(r"[{}\\\s]")
_URL_ESCAPES = {"{": "%7B", "}": "%7D", "\\": "%5C"}


# Anything that is written otherwise, or may be: most texts have none of it.
_NOT_PLAIN = re.compile(r"[\x00-\x1f\x7f&%#_{}$\\~^`'@-]|^ |  | $")


def encode(text: str) -> str:
    """Text of a column for a field: `decode` gives it back. Math between dollars stays as it is."""
    if not _NOT_PLAIN.search(text):
        return text
    text = _NOT_TEXT.sub("", text)
    pieces: list[str] = []
    position = 0
    if "$" in text:
        for math in _MATH.finditer(text):
            if "\\" in math[1] and is_balanced(math[0]) and not math[1].endswith("\\"):
                pieces += [_escape(text[position : math.start()]), math[0]]
                position = math.end()
    pieces.append(_escape(text[position:]))
    return _fold("".join(pieces))


def encode_verbatim(text: str) -> str:
    """An address or identifier: nothing to decode, so only what would end the field is written otherwise."""
    return _IN_URL.sub(lambda match: _URL_ESCAPES.get(match[0], ""), _NOT_TEXT.sub("", text))


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def _fold(text: str) -> str:
    """Line ends to blanks, but for empty lines between paragraphs; no line may begin with "@", as entries do."""
    paragraphs = (_BLANKS.sub(" ", part).strip(" ") for part in _PARAGRAPH.split(text))
    return "\n\n".join(f"{{@}}{part[1:]}" if part.startswith("@") else part for part in paragraphs if part)


def is_balanced(text: str) -> bool:
    """By BibTeX's rule, to which a backslash before a brace means nothing, and by TeX's."""
    return _depths_fit(text, escapes=False) and _depths_fit(text, escapes=True)


def _depths_fit(text: str, escapes: bool) -> bool:
    depth = 0
    for backslash, brace in _BRACES.findall(text):
        if escapes and backslash:
            continue
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def balanced(text: str) -> str:
    """`text` without the braces that have no partner; an escaped one becomes a command that needs none."""
    opened: list[int] = []
    lonely: set[int] = set()
    for match in _BRACES.finditer(text):
        if match[2] == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            lonely.add(match.start())
    lonely.update(opened)
    if not lonely:
        return text
    names = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    return _BRACES.sub(lambda m: (names[m[2]] if m[1] else "") if m.start() in lonely else m[0], text)
