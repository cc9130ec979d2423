"""The Markdown texts of any row, wherever they are stored: columns, and the options of home blocks."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Model
from markdownx.fields import MarkdownxFormField
from markdownx.models import MarkdownxField

from .blocks import registered
from .models import HomeBlock


def texts_of(row: Model) -> Iterator[tuple[str, str]]:
    """(name, text) of each that is not empty."""
    for field in row._meta.concrete_fields:
        if isinstance(field, MarkdownxField) and (text := field.value_from_object(row)):
            yield str(field.verbose_name), text
    if isinstance(row, HomeBlock):
        yield from _texts_of_block(row)


def _texts_of_block(block: HomeBlock) -> Iterator[tuple[str, str]]:
    kind = registered().get(block.kind)
    options = block.options if isinstance(block.options, dict) else {}
    for name, field in kind.options_form.base_fields.items() if kind else ():
        text = options.get(name)
        if isinstance(field, MarkdownxFormField) and isinstance(text, str) and text:
            yield str(field.label or name), text
