"""The site's own HTML as runs of text for the typesetter: paragraphs of (words, bold or italic, where they lead)."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from html.parser import HTMLParser
from typing import Any

from academic.feeds import absolute

_BLOCKS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr", "dt", "dd", "div", "figure", "table")
)
_BOLD = frozenset(("strong", "b", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITALIC = frozenset(("em", "i", "cite"))
_SILENT = frozenset(("script", "style", "img", "video", "svg"))
_LONGEST_ADDRESS = 2000  # of a link: PDF readers refuse longer ones, and nobody types them
_VOID = frozenset(("img", "br", "hr", "source", "track", "wbr"))


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    lang: str = ""

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


Paragraph = list[Run]


def address(href: str) -> str:
    """As it is reached from elsewhere; "" for what a CV does not link to (mail, places on a page)."""
    full = absolute(href)
    return full if re.match(r"https?://", full, re.IGNORECASE) and len(full) <= _LONGEST_ADDRESS else ""


def paragraphs(html: str) -> list[Paragraph]:
    """Of cleaned HTML; list items begin with a bullet, pictures are left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self.current: Paragraph = []
        self.open: list[tuple[str, str]] = []  # elements, with the address of links

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        if tag == "br":
            self.current.append(Run(" "))
        if tag in ("td", "th") and self.current:
            self.current.append(Run(" · "))
        if tag == "li":
            self.current.append(Run("• "))
        if tag not in _VOID:
            self.open.append((tag, address(dict(attrs).get("href") or "") if tag == "a" else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        names = {tag for tag, _ in self.open}
        if names & _SILENT:
            return
        href = next((href for _, href in reversed(self.open) if href), "")
        text = re.sub(r"\s+", " ", data)
        if text:
            self.current.append(Run(text, bool(names & _BOLD), bool(names & _ITALIC), href))

    def end_paragraph(self) -> None:
        paragraph = trimmed(self.current)
        if paragraph and paragraph != [Run("•")]:
            self.found.append(paragraph)
        self.current = []


def trimmed(paragraph: Paragraph) -> Paragraph:
    """Without blanks at its ends, nor runs of nothing."""
    kept = [run for run in paragraph if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept
