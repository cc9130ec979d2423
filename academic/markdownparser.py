"""The Markdown dialect: CommonMark without HTML, with tables, footnotes, math and highlighted code.

`PARSER` turns text into tokens and tokens into HTML; academic/markdown.py does what lies between, and cleans the HTML.
"""

from __future__ import annotations

import re
from typing import Any

from django.utils.html import escape
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.replacements import EM_DASH_RE, EN_DASH_INDENT_RE, EN_DASH_RE
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from .addresses import is_safe
from .mathml import to_mathml

_ATTRIBUTE = r"[.#\w][\w.#-]{0,40}(?:=(?:\"[^\"{}\n]{0,100}\"|[\w.%-]{1,40}))?"
PICTURE_ATTRIBUTES = re.compile(rf"\{{:?[ \t]*({_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE}){{0,9}})[ \t]*\}}")
PICTURE_WIDTH = re.compile(r"\bwidth=\"?(\d{2,4})(?:px)?\"?(?![\w.%])")
PICTURE_CLASS = re.compile(r"(?<!\S)\.(?:align-)?(left|center|right)(?!\S)")
LONGEST_HIGHLIGHTED = 50_000  # characters of a code block


def text_token(text: str) -> Token:
    return Token("text", "", 0, content=text)


def _parse_inline(state: StateCore) -> None:
    """The parser's own rule, which leaves tangles alone."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _is_tangled(token.content):
            token.children, token.content = [text_token(token.content)], ""
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _is_tangled(text: str) -> bool:
    """Whether it is no prose, but a pile of openings that costs the parser seconds: it is shown as typed."""
    if text.count('"') + text.count("'") > 3_000 or text.count("://") > 300:
        return True
    if text.count("](") > text.count(")") + 100:
        return True
    if text.count("[") <= 100:
        return False
    depth = 0
    for bracket in re.findall(r"[\[\]]", text):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        if depth > 100:
            return True
    return False


def _dashes(state: StateCore) -> None:
    """-- and --- and ... as typed characters. markdown-it's own rule would also make © of (c) in "(a), (b), (c)"."""
    for token in (child for block in state.tokens for child in block.children or ()):
        if token.type == "text" and ("--" in token.content or "..." in token.content) and "://" not in token.content:
            dashed = EM_DASH_RE.sub("\\1\u2014", token.content.replace("...", "…"))
            token.content = EN_DASH_INDENT_RE.sub("\\1\u2013", EN_DASH_RE.sub("\\1\u2013", dashed))


def _picture_attributes(state: StateInline, silent: bool) -> bool:
    """`{width=400 .right}` right after a picture (kramdown's `{: width="400"}` too); anything else in it is dropped."""
    if state.src[state.pos] != "{" or state.pending or not state.tokens or state.tokens[-1].type != "image":
        return False
    match = PICTURE_ATTRIBUTES.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        picture = state.tokens[-1]
        if width := PICTURE_WIDTH.search(match[1]):
            picture.attrs["width"] = int(width[1])
        if alignment := PICTURE_CLASS.search(match[1]):
            picture.attrs["class"] = f"align-{alignment[1]}"
    state.pos = match.end()
    return True


# Writing the HTML --------------------------------------------------------------------------------------------------


def _write_code(self: Any, tokens: list[Token], index: int, options: Any, environment: Any) -> str:
    """Code blocks: focusable, because they may scroll sideways and the keyboard must reach what is hidden."""
    token = tokens[index]
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    return f'<pre class="highlight" tabindex="0"><code>{_highlighted(token.content, language)}</code></pre>\n'


def _highlighted(code: str, language: str) -> str:
    if language and len(code) <= LONGEST_HIGHLIGHTED:
        try:
            lexer = get_lexer_by_name(language.strip("{}.").lower(), stripnl=False)
            return highlight(code, lexer, HtmlFormatter(nowrap=True))
        except Exception:  # noqa: BLE001 an unknown language, or one of 500 lexers failed: the code is shown plain
            return escape(code)
    return escape(code)


def _write_math(self: Any, tokens: list[Token], index: int, options: Any, environment: Any) -> str:
    token = tokens[index]
    is_display = token.type != "math_inline"
    written = to_mathml(token.content.strip(), is_block=is_display)
    if written is None:
        written = f'<code class="math">{escape(token.content.strip())}</code>'
    return f'<div class="math" tabindex="0">{written}</div>\n' if token.type == "math_block" else written


def _write_footnote_ref(self: Any, tokens: list[Token], index: int, options: Any, environment: Any) -> str:
    name, repetition = _footnote(tokens[index], environment)
    number = tokens[index].meta["id"] + 1
    link = f'<a href="#fn-{name}" id="fnref-{name}{repetition}" role="doc-noteref">{number}</a>'
    return f'<sup class="footnote-ref">{link}</sup>'


def _write_footnote_open(self: Any, tokens: list[Token], index: int, options: Any, environment: Any) -> str:
    return f'<li id="fn-{_footnote(tokens[index], environment)[0]}">'


def _write_footnote_anchor(self: Any, tokens: list[Token], index: int, options: Any, environment: Any) -> str:
    name, repetition = _footnote(tokens[index], environment)
    return f' <a class="footnote-back" href="#fnref-{name}{repetition}" role="doc-backlink">↩\ufe0e</a>'


def _footnote(token: Token, environment: Any) -> tuple[str, str]:
    """Its name on the page, and what tells its second and later mentions from the first."""
    repetition = token.meta.get("subId", 0)
    return f"{environment.get('docId', '')}-{token.meta['id'] + 1}", f":{repetition}" if repetition > 0 else ""


def _with_math(parser: MarkdownIt) -> MarkdownIt:
    """Without spaces and digits at the dollars, "$5 and $6" is money; $$…$$ inside a line is what kramdown writes."""
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    for name in ("math_inline", "math_inline_double", "math_block"):
        parser.add_render_rule(name, _write_math)
    return parser


def _parser() -> MarkdownIt:
    """CommonMark without HTML, and: tables, footnotes, definition lists, math, bare https:// addresses, quotes."""
    parser = MarkdownIt("commonmark", {"html": False, "linkify": True, "typographer": True})
    parser.enable(["table", "strikethrough", "linkify", "smartquotes"])
    _with_math(parser.use(footnote_plugin, inline=False).use(deflist_plugin))
    assert parser.linkify is not None  # noqa: S101 for mypy: "linkify" is on
    parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # "train.py" is no link, .py no country here
    parser.core.ruler.at("inline", _parse_inline)
    parser.core.ruler.before("smartquotes", "dashes", _dashes)
    parser.inline.ruler.push("picture_attributes", _picture_attributes)
    parser.validateLink = is_safe  # type: ignore[method-assign,assignment]
    for name in ("fence", "code_block"):
        parser.add_render_rule(name, _write_code)
    parser.add_render_rule("table_open", lambda *_: '<div class="table" tabindex="0"><table>\n')
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    parser.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes">\n<ol>\n')
    parser.add_render_rule("footnote_open", _write_footnote_open)
    parser.add_render_rule("footnote_ref", _write_footnote_ref)
    parser.add_render_rule("footnote_anchor", _write_footnote_anchor)
    return parser


PARSER = _parser()
TITLE_PARSER = _with_math(MarkdownIt("zero"))  # formulas, and everything else as it was typed
