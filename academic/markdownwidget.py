"""The Markdown box of the admin: django-markdownx's widget, with a script of our own instead of its."""

from __future__ import annotations

from typing import Any

from django.forms import Script
from markdownx.widgets import AdminMarkdownxWidget


class MarkdownWidget(AdminMarkdownxWidget):
    """A text area; markdown.js puts the preview beside it. `heading_shift` is the one its page renders it with."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, heading_shift: int = 1) -> None:
        super().__init__({"data-heading-shift": heading_shift, **(attrs or {})})

    class Media:
        extend = False
        css = {"all": ["admin-nutshell/letters.css"]}
        js = [Script("admin-nutshell/markdown.js", type="module")]
