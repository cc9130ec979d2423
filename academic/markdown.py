"""Text to safe HTML: the one renderer of page, preview, feed and import, and the only place with mark_safe.

Classes it writes, for the style sheet (academic.allowlist.CLASSES has them by element):

- `<pre class="highlight">` with `<span>`s of Pygments' short token classes (PYGMENTS_CLASSES; its stylesheet is
  `HtmlFormatter().get_style_defs(".highlight")`), `<code class="math">` for a formula that could not be read
- `<div class="math">` around display math, `<div class="table">` around tables: both may scroll sideways
- `<div class="figures">` around several pictures in one paragraph, `<a class="full">` around a picture shown smaller
- `align-left`, `align-center`, `align-right` on table cells and on pictures (`![…](…){.right}`)
- `<section class="footnotes">`, `<sup class="footnote-ref">`, `<a class="footnote-back">`
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it.token import Token

from .allowlist import CLEANER
from .images import pictures_by_name
from .markdownparser import PARSER, TITLE_PARSER, text_token
from .models import Picture

logger = logging.getLogger(__name__)

# The text column of the style sheet: 44rem, or the whole window when that is narrower.
PICTURE_SIZES = "(min-width: 46rem) 720px, 100vw"

WIDEST = 720  # pixels of the text column at most
VIDEO = re.compile(r"\.(?:mp4|webm)$", re.IGNORECASE)

# Control characters and halves of surrogate pairs: neither HTML nor the XML of feeds may hold them.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Contents:
    """What a text holds, for checks: headings as (level, text), pictures as (address, alt), addresses of links."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class Place(NamedTuple):
    """How the tokens of one text are finished: its pictures, its headings' anchors, whether links stay links."""

    pictures: dict[str, Picture]
    anchors: frozenset[str] = frozenset()
    has_links: bool = True
    has_pictures: bool = True


# The ways in -------------------------------------------------------------------------------------------------------


def render(text: str, *, heading_shift: int = 1) -> SafeString:
    """Markdown as blocks of HTML. Its highest headings become <h2> (`heading_shift` below <h1>), never below <h6>.

    Never raises. Footnote ids carry a hash of the text, so that texts on one page do not clash and the preview of an
    unsaved text is byte for byte its page. One query when it shows pictures of the library, none otherwise.
    """
    text = readable(text)
    environment = {"docId": sha256(text.encode()).hexdigest()[:8]}
    tokens = _parsed(text, environment)
    pictures = pictures_by_name(_picture_names(tokens))
    anchors = _place_headings(tokens, heading_shift)
    _make_figures(tokens)
    _finish(tokens, Place(pictures, anchors))
    return _clean(PARSER.renderer.render(tokens, PARSER.options, environment))


def render_inline(text: str, *, links: bool = True) -> SafeString:
    """One line (a title, a kicker) with emphasis, code, math and links; pictures become their text.

    Without `links` only their text stays: for a title that stands inside a link.
    """
    tokens = _parsed_inline(readable(text))
    _finish(tokens, Place({}, has_links=links, has_pictures=False))
    return _clean(PARSER.renderer.render(tokens, PARSER.options, {}))


def render_title(title: str) -> SafeString:
    """A title: its formulas drawn, everything else as it was typed ("C*-algebras and *-products")."""
    title = readable(title)
    if "$" not in title:
        return escape(title)
    return _clean(TITLE_PARSER.renderInline(title))


def plain_text(text: str, *, inline: bool = False) -> str:
    """The words alone, on one line, for descriptions and feeds; `inline` for what `render_inline` renders.

    A formula is its LaTeX source, a picture its alternative text; footnotes and code blocks stay.
    """
    text = readable(text)
    tokens = _parsed_inline(text) if inline else _parsed(text, {})
    return " ".join(" ".join(_words(tokens)).split())


def plain_title(title: str) -> str:
    """A title as words: it is typed text ("C*-algebras and *-products") but for its formulas."""
    return plain_text(title, inline=True) if "$" in title else title


def contents(text: str) -> Contents:
    """Headings (levels as rendered), pictures and links of a text."""
    tokens = _parsed(readable(text), {})
    _place_headings(tokens, 1)
    found = Contents()
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            found.headings.append((int(token.tag[1:]), _text_of(tokens[index + 1])))
        for child in _inline_tokens([token]):
            if child.type == "image":
                found.pictures.append((str(child.attrs["src"]), _run(child)))
            elif child.type == "link_open":
                found.links.append(str(child.attrs["href"]))
    return found


# Parsing -----------------------------------------------------------------------------------------------------------


def readable(text: str) -> str:
    """What HTML can hold; with the line ends of files, whatever a form sent: both have the same footnote ids."""
    return UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n"))


def _parsed(text: str, environment: dict[str, Any]) -> list[Token]:
    try:
        return PARSER.parse(text, environment)
    except Exception:  # noqa: BLE001 a page must never fail because of what its text says
        logger.exception("A text could not be parsed; it is shown as it was typed")
        return [_text_block(text)]


def _parsed_inline(text: str) -> list[Token]:
    try:
        return PARSER.parseInline(text, {})
    except Exception:  # noqa: BLE001 as above
        logger.exception("A line could not be parsed; it is shown as it was typed")
        return [_text_block(text)]


def _text_block(text: str) -> Token:
    return Token("inline", "", 0, content=text, children=[text_token(text)])


# Finishing the tokens ----------------------------------------------------------------------------------------------


def _inline_tokens(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _text_of(token: Token) -> str:
    return " ".join(" ".join(_words([token])).split())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """Blocks are separated; runs of one line are not ("un*believ*able")."""
    for token in tokens:
        if token.type == "inline":
            yield "".join(_run(child) for child in token.children or ())
        elif token.content:
            yield token.content


def _run(token: Token) -> str:
    if token.type == "image":
        return "".join(_run(child) for child in token.children or ())
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _place_headings(tokens: list[Token], shift: int) -> frozenset[str]:
    """Put the highest headings right below the page's own, give each an id of its own, and return the slugs."""
    headings = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    highest = min((int(tokens[index].tag[1:]) for index in headings), default=1)
    uses: Counter[str] = Counter()
    for index in headings:
        level = min(6, int(tokens[index].tag[1:]) - highest + 1 + shift)
        tokens[index].tag = tokens[index + 2].tag = f"h{level}"
        slug = slugify(_text_of(tokens[index + 1]), allow_unicode=True)[:80]
        if not slug:
            continue
        while uses[slug]:
            uses[slug] += 1
            slug = f"{slug}-{uses[slug]}"
        uses[slug] = 1
        tokens[index].attrs["id"] = f"section-{slug}"
    return frozenset(uses)


def _picture_names(tokens: list[Token]) -> set[str]:
    children = _inline_tokens(tokens)
    return {name for child in children if child.type == "image" if (name := _picture_name(str(child.attrs["src"])))}


def _picture_name(address: str) -> str:
    """The name in the media library that an address of this site leads to, or ""."""
    path = address.removeprefix(settings.SITE_URL)
    return path.removeprefix(settings.MEDIA_URL) if path.startswith(settings.MEDIA_URL) else ""


def _make_figures(tokens: list[Token]) -> None:
    """A picture with a title, alone in its paragraph (it may be a link), is a figure; the title is its caption.

    Several pictures that are alone in their paragraph stand side by side.
    """
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "paragraph_open" or not inline.children:
            continue
        parts = _pictures_alone(inline.children)
        if len(parts) == 1 and _has_caption(parts[0]):
            opening.tag = closing.tag = "figure"
            opening.hidden = closing.hidden = False
            inline.children, opening.attrs = _captioned(parts[0])
        elif len(parts) > 1:
            opening.tag = closing.tag = "div"
            opening.hidden = closing.hidden = False
            opening.attrs["class"] = "figures"
            inline.children = [token for part in parts for token in _as_figure(part)]


def _pictures_alone(children: list[Token]) -> list[list[Token]]:
    """The pictures of this site, each with the link around it, if there is nothing else in the line; else nothing."""
    parts: list[list[Token]] = [[]]
    for token in children:
        if token.type in {"softbreak", "hardbreak"} or (token.type == "text" and not token.content.strip()):
            continue
        if token.type not in {"image", "link_open", "link_close"}:
            return []
        if token.type == "image" and not is_own(str(token.attrs["src"])):
            return []
        if token.type == "link_close" or (parts[-1] and parts[-1][-1].type == "link_open"):
            parts[-1].append(token)
        else:
            parts.append([token])
    parts = [part for part in parts if part]
    return parts if all(sum(token.type == "image" for token in part) == 1 for part in parts) else []


def _has_caption(part: list[Token]) -> bool:
    return any("title" in token.attrs for token in part)


def _captioned(part: list[Token]) -> tuple[list[Token], dict[str, str | int | float]]:
    """The picture with its caption, and what the figure around them takes over from it: its side."""
    picture = next(token for token in part if token.type == "image")
    caption = _parsed_inline(str(picture.attrs.pop("title")))[0].children or []
    attributes = {"class": picture.attrs.pop("class")} if "class" in picture.attrs else {}
    closed = [Token("caption_open", "figcaption", 1), *caption, Token("caption_close", "figcaption", -1)]
    return [*part, *closed], attributes


def _as_figure(part: list[Token]) -> list[Token]:
    inner, attributes = _captioned(part) if _has_caption(part) else (part, {})
    return [Token("figure_open", "figure", 1, attrs=attributes), *inner, Token("figure_close", "figure", -1)]


def is_own(address: str) -> bool:
    """Whether it leads to this site."""
    return address.startswith(("/", "#")) or _host(address) == _host(settings.SITE_URL)


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _finish(tokens: list[Token], place: Place) -> None:
    for token in tokens:
        if token.type in {"th_open", "td_open"}:
            _align_by_class(token)
        if token.type == "inline":
            token.children = list(_finished(token.children or [], place))


def _align_by_class(cell: Token) -> None:
    """The parser aligns by a style attribute, which the content security policy forbids."""
    style = str(cell.attrs.pop("style", ""))
    if style:
        cell.attrs["class"] = f"align-{style.removeprefix('text-align:')}"
    if cell.tag == "th":
        cell.attrs["scope"] = "col"


def _finished(children: list[Token], place: Place) -> Iterator[Token]:
    depth = 0
    for token in children:
        if token.type in {"link_open", "link_close"}:
            depth += token.nesting
            if not place.has_links:
                continue
            if token.type == "link_open":
                _finish_link(token, place.anchors)
            yield token
        elif token.type == "image":
            yield from _finished_picture(token, place, is_linked=depth > 0)
        else:
            yield token


def _finish_link(link: Token, anchors: frozenset[str]) -> None:
    address = str(link.attrs["href"])
    if address.startswith("#") and unquote(address[1:]) in anchors:
        link.attrs["href"] = f"#section-{address[1:]}"
    if address.startswith(("http://", "https://")) and not is_own(address):
        link.attrs["rel"] = "noopener"


def _finished_picture(picture: Token, place: Place, *, is_linked: bool) -> Iterator[Token]:
    """An <img> for a picture of this site; one of another site becomes a link (the policy would not load it)."""
    address = str(picture.attrs["src"])
    if place.has_pictures and is_own(address):
        if VIDEO.search(address):
            yield from _video(picture)
            return
        stored = place.pictures.get(_picture_name(address))
        _finish_own_picture(picture, stored)
        yield from [picture] if is_linked or not place.has_links else _with_link_to_full(picture, stored)
        return
    label = text_token(_run(picture) or (address if place.has_pictures else ""))
    if is_linked or not place.has_pictures:
        yield label
        return
    link = Token("link_open", "a", 1, attrs={"href": address})
    _finish_link(link, frozenset())
    yield from (link, label, Token("link_close", "a", -1))


def _with_link_to_full(token: Token, picture: Picture | None) -> list[Token]:
    """A picture that is shown smaller than it is leads to itself; without alternative text the link had no name."""
    if picture is None or picture.width <= min(int(token.attrs["width"]), WIDEST) or not _run(token).strip():
        return [token]
    link = Token("link_open", "a", 1, attrs={"href": picture.get_absolute_url(), "class": "full"})
    return [link, token, Token("link_close", "a", -1)]


def _video(picture: Token) -> Iterator[Token]:
    """A film of the library, with the words it is described by as a link for who cannot see it here."""
    address = str(picture.attrs["src"])
    attributes: dict[str, str | int | float] = {"src": address, "controls": "", "preload": "metadata"}
    attributes |= {name: picture.attrs[name] for name in ("width", "class") if name in picture.attrs}
    label = _run(picture) or address
    attributes["aria-label"] = label
    yield Token("video_open", "video", 1, attrs=attributes)
    yield from (Token("link_open", "a", 1, attrs={"href": address}), text_token(label), Token("link_close", "a", -1))
    yield Token("video_close", "video", -1)


def _finish_own_picture(token: Token, picture: Picture | None) -> None:
    width = token.attrs.pop("width", None)
    token.attrs |= {"loading": "lazy", "decoding": "async"}
    if picture is None:
        if width:
            token.attrs["width"] = width
        return
    shown = min(int(width), picture.width) if width else picture.width
    token.attrs |= {"src": picture.get_absolute_url(), "width": shown}
    token.attrs["height"] = max(1, round(shown * picture.height / picture.width))
    if picture.renditions:
        token.attrs |= {"srcset": picture.srcset, "sizes": f"{shown}px" if width else PICTURE_SIZES}
    if not token.content and picture.alt:
        token.children = [text_token(picture.alt)]


def _clean(html: str) -> SafeString:
    """Safe by the allow-list, whatever the parser and its plugins wrote."""
    return mark_safe(CLEANER.clean(html).strip())  # noqa: S308 this is the one place
