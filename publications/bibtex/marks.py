"""What is glued to the names in an author list: bold around one, `*` and `†` after some, a remark at the end."""

import re

from .latex import decode

_NOT_MARKED = re.compile(r"[^*∗⁎†‡§¶‖⋆★✉^&#$<\\]*")
_MARKED = re.compile(
    r"\\(?:textsuperscript|inst|fnref)\s*\{(?P<super>[^{}]*)\}"
    r"|\$\s*\^\s*(?:\{(?P<math>[^{}$]*)\}|(?P<sign>\\?\w+|[*†‡§¶∗#]))\s*\$"
    r"|\$\\?(?P<bare>\*|dagger|ddagger|ast|star|dag|ddag)\$"
    r"|(?<!\\)\^(?:\{(?P<caret>[*∗†‡§¶]+)\}|(?=[*∗†‡§¶]))"
    r"|<sup>(?P<html>[^<>]*)</sup>"
    r"|\\(?P<word>dagger|ddagger|dag|ddag|ast|star|S|P)(?![A-Za-z])(?:\{\})?"
    r"|(?<!\\)(?P<plain>[*∗⁎†‡§¶‖⋆★✉]+)"
    r"|(?<=[\w.}*†‡§¶])(?P<odd>[&^#]+)(?=[\s,*†‡]|$)"
)
_SIGNS = {"dagger": "†", "dag": "†", "ddagger": "‡", "ddag": "‡", "ast": "*", "star": "⋆", "S": "§", "P": "¶"}
_WORD_SIGN = re.compile(r"\\([A-Za-z]+)\s*(?:\{\})?")
_SPACES = re.compile(r"[ ~]+(?=,|$)|\s{2,}|(?<=\{)\s+|\{\s*\}")
_EDITOR = re.compile(r"\s*\((?:eds?\.?|editors?|hrsg\.?|hg\.?)\)", re.IGNORECASE)
_REMARK = re.compile(
    r"(?<![\s,;])[\s,;]*+[\[(]\s*+([^()\[\]]*\b(?:equal|contribut\w+|co-?first|correspond\w+|joint)[^()\[\]]*)[\])]\s*",
    re.IGNORECASE,
)
_WRAPPER = re.compile(
    r"\{?\s*\\(?:(?P<command>textbf|textit|emph|underline|uline|ul|textsc|textsf|texttt|textrm|textup|mkbibbold|mkbibemph"
    r"|hl|mbox|me|myname|bfseries|strong|mathbf)\s*\{|(?P<two>textcolor|href|colorbox)\s*\{[^{}]*\}\s*\{"
    r"|(?P<switch>bf|it|em|sc|rm|sl|bfseries|itshape|scshape|boldmath|color\s*\{[^{}]*\})(?![A-Za-z])\s*)"
    r"|<(?P<tag>strong|b|u|em|i|span|a|mark)(?:\s[^<>]*)?>\s*",
    re.IGNORECASE,
)
_MOST_WRAPPERS = 4
_BOLD = frozenset(
    [
        "textbf",
        "underline",
        "uline",
        "ul",
        "mkbibbold",
        "hl",
        "me",
        "myname",
        "bfseries",
        "bf",
        "strong",
        "b",
        "u",
        "mark",
        "textcolor",
    ]
)


def take_remark(value: str) -> tuple[str, str]:
    """`value` without a remark such as "(* indicates equal contribution)", and the remark."""
    if "(" not in value and "[" not in value:
        return value, ""
    value = _EDITOR.sub("", value)
    match = _REMARK.search(value)
    if not match:
        return value, ""
    return f"{value[: match.start()]} {value[match.end() :]}".strip(), decode(match[1])


def take_marks(piece: str) -> tuple[str, str]:
    """A name without the signs on it, and the signs in order: "Podolsky*†, B." → "Podolsky, B.", "*†"."""
    plain = _NOT_MARKED.match(piece)
    if plain and plain.end() == len(piece):
        return piece, ""
    marks: list[str] = []

    def take(match: re.Match[str]) -> str:
        found = next((group for group in match.groups() if group is not None), "")
        found = _WORD_SIGN.sub(lambda sign: _SIGNS.get(sign[1], ""), found)
        marks.append(_SIGNS.get(found.strip(), found.strip()).replace("∗", "*").replace("⁎", "*").replace(" ", ""))
        return ""

    rest = _MARKED.sub(take, piece)
    if not marks:
        return piece, ""
    return _SPACES.sub(_space, rest).strip(), "".join(marks)


def _space(match: re.Match[str]) -> str:
    return " " if match[0].isspace() and len(match[0]) > 1 and match.end() < len(match.string) else ""


def unwrap(piece: str) -> tuple[str, bool]:
    """A name without the markup around it, and whether any of that set it off in bold or underlined it."""
    bold = False
    for _ in range(_MOST_WRAPPERS):
        inside, is_bold = _unwrap_once(piece)
        bold |= is_bold
        if inside == piece:
            break
        piece = inside
    return piece, bold


def _unwrap_once(piece: str) -> tuple[str, bool]:
    """A name without the markup around it, and whether that set it off in bold or underlined it.

    `\\textbf{Kantamneni, Abhilash}`, `{\\bf L. Leal}`, `<strong>L. Leal</strong>`; a wrapper around a part of the
    name counts as well, and is left to the decoder.
    """
    match = _WRAPPER.match(piece)
    if not match:
        bold = re.search(r"\\(?:textbf|underline|uline|mkbibbold|bf|bfseries)(?![A-Za-z])|<(?:strong|b|u)>", piece)
        return piece, bold is not None
    name = (match["command"] or match["two"] or match["switch"] or match["tag"]).lower()
    rest = piece[match.end() :]
    if match["tag"]:
        rest = re.sub(r"</\w+>", "", rest)
    else:
        opened = match[0].count("{") - match[0].count("}")
        rest, complete = _close(rest, opened)
        if not complete:
            return piece, name in _BOLD
    return rest.strip(), name in _BOLD


def _close(rest: str, opened: int) -> tuple[str, bool]:
    """`rest` without the `opened` braces that close the wrapper; False where it closes before the name ends."""
    depth = opened
    kept: list[str] = []
    start = 0
    for brace in re.finditer(r"\\[\s\S]|[{}]", rest):
        if brace[0] == "{":
            depth += 1
        elif brace[0] == "}":
            if depth <= opened:
                kept.append(rest[start : brace.start()])
                start = brace.end()
                opened -= 1
            depth -= 1
    kept.append(rest[start:])
    text = "".join(kept)
    complete = all(not piece.strip(" ,~") or index == 0 for index, piece in enumerate(kept[1:], 1)) or _only_marks(
        kept[1:]
    )
    return text, complete


def _only_marks(pieces: list[str]) -> bool:
    return all(not re.search(r"[^\W\d_]{2}", _MARKED.sub("", piece)) for piece in pieces)
