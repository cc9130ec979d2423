"""Run as a program of its own (`python -m academic.site.cv.typesetter`): the data of a CV on standard input, on
standard output a line of JSON about what had no letter in any font, and the PDF.

A process of its own can be ended when it takes too long, and gives its memory back. It knows nothing of Django.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import typst

TEMPLATE = Path(__file__).with_name("cv.typ")
STANDARD: Final = "ua-1"  # PDF/UA-1: for screen readers too; it forbids boxes in the place of letters, and names them
ROUNDS = 4  # of leaving out what no font has
LEFT_OUT = "[…]"
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))")
# Controls, private use, halves of surrogate pairs and the like: no font has them and no reader can say them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff\ud800-\udfff\U000e0000-\U0010ffff]"
)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def main() -> int:
    request = json.load(sys.stdin)
    pdf, missing = typeset(request["cv"], system_fonts=request["system_fonts"])
    sys.stdout.buffer.write(json.dumps({"missing": missing}).encode() + b"\n" + pdf)
    return 0


def typeset(data: dict[str, Any], *, system_fonts: bool = True) -> tuple[bytes, list[str]]:
    """The PDF, and the pieces of text that no font at hand can show: "[…]" stands for them."""
    data = each_text(data, lambda text: _UNPRINTABLE.sub("", text))
    missing: list[str] = []
    for _ in range(ROUNDS):
        try:
            return compiled(data, system_fonts), missing
        except typst.TypstError as error:
            found = missing_in(f"{error}\n{error.diagnostic}")
            if not found:
                raise
        missing += [text for text in found if text not in missing]
        data = each_text(data, partial(without, missing=missing))
    raise RuntimeError("letters without a font are left after leaving them out")


def compiled(data: dict[str, Any], system_fonts: bool) -> bytes:
    return typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        ignore_system_fonts=not system_fonts,
        sys_inputs={"cv": json.dumps(data)},
        pdf_standards=STANDARD,
    )


def missing_in(complaint: str) -> list[str]:
    return list(dict.fromkeys(map(_unescaped, _MISSING.findall(complaint))))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _PLAIN.get(match[2], match[2]), text)


def without(text: str, missing: list[str]) -> str:
    """A stretch of missing letters, blanks between them included, becomes one LEFT_OUT."""
    anything = "|".join(re.escape(one) for one in sorted(missing, key=len, reverse=True))
    return re.sub(rf"(?:{anything})(?:\s*(?:{anything}))*", LEFT_OUT, text)


def each_text(data: Any, change: Callable[[str], str]) -> Any:
    """The same data, every text in it changed; names of its fields and addresses are not."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, list):
        return [each_text(one, change) for one in data]
    if isinstance(data, dict):
        return {name: one if name == "href" else each_text(one, change) for name, one in data.items()}
    return data


if __name__ == "__main__":
    sys.exit(main())
