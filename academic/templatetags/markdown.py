"""Filters that call the one renderer."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from academic.markdown import plain_text as words_of
from academic.markdown import render, render_inline, render_title

register = template.Library()


@register.filter
def markdown(text: str | None, heading_shift: int = 1) -> SafeString:
    """Blocks of HTML: {{ page.body|markdown }}, or |markdown:2 below an <h2>."""
    return render(text or "", heading_shift=heading_shift)


@register.filter
def markdown_inline(text: str | None) -> SafeString:
    """One line, for instance a kicker."""
    return render_inline(text or "")


@register.filter
def title_html(title: str | None) -> SafeString:
    """A title as the page shows it: its formulas drawn, everything else as it was typed."""
    return render_title(title or "")


@register.filter
def markdown_unlinked(text: str | None) -> SafeString:
    """One line without links, for a title that is itself a link."""
    return render_inline(text or "", links=False)


@register.filter
def plain_text(text: str | None) -> str:
    """The words alone."""
    return words_of(text or "")


@register.filter
def plain_line(text: str | None) -> str:
    """The words alone of what markdown_inline renders."""
    return words_of(text or "", inline=True)
