"""Bytes of a .bib file to text."""

import codecs
import re

_DECLARED = re.compile(rb"(?:encoding|coding)\s*[:=]\s*([\w.-]+)", re.IGNORECASE)
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_ALIASES = {
    "ansi": "cp1252",
    "ansinew": "cp1252",
    "applemac": "mac_roman",
    "latin-9": "iso8859-15",
    "latin9": "iso8859-15",
    "utf8x": "utf-8",
}
_HEAD = 4096


def decode(source: bytes | str) -> tuple[str, str, str]:
    """Text with "\\n" line ends, the encoding used, and a sentence where that was a guess (else "").

    In order: byte order mark, NUL bytes (UTF-16), strict UTF-8, what the file declares, cp1252.
    """
    if isinstance(source, str):
        return _clean(source), "utf-8", ""
    encoding, guess = _find_encoding(source)
    if encoding == "cp1252" and guess:
        text, guess = _line_by_line(source, guess)
        return _clean(text), encoding, guess
    text = source.decode(encoding, errors="replace")
    if "�" in text and not guess:
        guess = f"some bytes are not valid {encoding} and were replaced by �"
    return _clean(text), encoding, guess


def _clean(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\0", "").removeprefix("\ufeff")


def _find_encoding(source: bytes) -> tuple[str, str]:
    if source.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", ""
    if source.startswith(_UTF32_BOMS):
        return "utf-32", ""
    if source.startswith(_UTF16_BOMS):
        return "utf-16", ""
    head = source[:_HEAD]
    if head.count(0) > len(head) // 4:
        big = head[::2].count(0) > head[1::2].count(0)
        return "utf-16-be" if big else "utf-16-le", "no byte order mark: read as UTF-16"
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(source)
    return "utf-8", ""


def _legacy(source: bytes) -> tuple[str, str]:
    declared = _DECLARED.search(source[:_HEAD])
    if declared:
        name = declared[1].decode("ascii", "replace").strip(".-").lower()
        encoding = _single_byte(_ALIASES.get(name, name), source)
        if encoding:
            return encoding, ""
        return "cp1252", f"the file declares {name} but is not: read as cp1252"
    return "cp1252", "not UTF-8 and no encoding declared: read as cp1252"


def _line_by_line(source: bytes, guess: str) -> tuple[str, str]:
    """Files put together from others hold both: a line that is UTF-8 is read as such, any other as cp1252."""
    lines = source.split(b"\n")
    is_mixed = False
    decoded: list[str] = []
    for line in lines:
        try:
            decoded.append(line.decode("utf-8"))
            is_mixed |= not line.isascii()
        except UnicodeDecodeError:
            decoded.append(line.decode("cp1252", errors="replace"))
    text = "\n".join(decoded)
    if is_mixed:
        guess = "UTF-8 and other bytes in one file: the lines that are not UTF-8 were read as cp1252"
    elif "\ufffd" in text:
        guess = f"{guess}; some bytes mean nothing there and were replaced by \ufffd"
    return text, guess


def _single_byte(name: str, source: bytes) -> str:
    """The codec of that name if it is one for text and reads the whole file, else ""."""
    try:
        source.decode(name)
        return codecs.lookup(name).name
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""
