"""Registry of the home page's blocks. Every app offers its own in its blocks.py, found like admin.py is.

A block is a class with a `kind` (stored), a `label` (read by the editor), a `template`, a form for its options,
and `context()`, which fetches what the template shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from markdownx.fields import MarkdownxFormField

from .models import HomeBlock, Profile
from .models.completing import complete
from .models.link import drop_repeated

CONTENT = re.compile(r"(?:^|>)\s*[^\s<]|<img\b")  # a word between tags, or a picture


class OptionsForm(forms.Form):
    """Options of a kind that has none."""


class Block:
    """A kind of block; subclasses are registered with @register."""

    kind: ClassVar[str]
    label: ClassVar[Any]
    template: ClassVar[str]
    options_form: ClassVar[type[forms.Form]] = OptionsForm

    def context(self, block: HomeBlock, options: dict[str, Any], profile: Profile) -> dict[str, Any]:
        """What the template shows; `options` are cleaned, with the form's initial values where none were given."""
        return {}

    def rows(self, context: dict[str, Any]) -> Iterable[Model]:
        """Those of `context` that are shown with links (and whatever else their models name): fetched for the whole
        page together."""
        return ()

    def options_of(self, block: HomeBlock) -> dict[str, Any]:
        """The block's options as the form cleans them; wrong ones fall back to the form's initial values.

        A chosen row stays the primary key that is stored: the block fetches it itself, with what it shows of it.
        """
        stored = block.options if isinstance(block.options, dict) else {}
        return {name: _cleaned(field, stored.get(name)) for name, field in self.options_form.base_fields.items()}


def _cleaned(field: forms.Field, stored: Any) -> Any:
    if stored is None:
        return field.initial
    if isinstance(field, forms.ModelChoiceField):
        return stored
    try:
        return field.clean(stored)
    except ValidationError:
        return field.initial


_registry: dict[str, Block] = {}


def register(block_class: type[Block]) -> type[Block]:
    _registry[block_class.kind] = block_class()
    return block_class


def registered() -> dict[str, Block]:
    """Every kind by name, in the order of registration."""
    return dict(_registry)


@dataclass(frozen=True)
class RenderedBlock:
    """A block as the home page shows it."""

    kind: str
    title: str
    html: SafeString


def render_home(profile: Profile) -> list[RenderedBlock]:
    """The shown blocks of a known kind, in order. An unknown kind shows nothing (the admin lists it)."""
    blocks = list(HomeBlock.objects.filter(is_shown=True, kind__in=_registry))
    contexts = [_context(_registry[block.kind], block, profile) for block in blocks]
    rows = (row for block, context in zip(blocks, contexts, strict=True) for row in _registry[block.kind].rows(context))
    complete([profile, *blocks, *rows])
    return [_render(block, context) for block, context in zip(blocks, contexts, strict=True)]


def _context(kind: Block, block: HomeBlock, profile: Profile) -> dict[str, Any]:
    options = kind.options_of(block)
    own = {"block": block, "options": options, "profile": profile}
    return {**own, **kind.context(block, options, profile)}


def _render(block: HomeBlock, context: dict[str, Any]) -> RenderedBlock:
    links = drop_repeated(list(block.links.all()))
    html = render_to_string(_registry[block.kind].template, {"links": links, **context})
    return RenderedBlock(block.kind, block.title, html if _has_content(html) else SafeString())


def _has_content(html: str) -> bool:
    """Whether there is anything to read or see: a heading over nothing would be noise."""
    return bool(CONTENT.search(html))


@register
class BioBlock(Block):
    """The profile's headline and bio."""

    kind = "bio"
    label = _("Bio")
    template = "blocks/bio.html"


@register
class InterestsBlock(Block):
    """The profile's research interests, and the block's links below."""

    kind = "interests"
    label = _("Research interests")
    template = "blocks/interests.html"


class TextOptions(forms.Form):
    body = MarkdownxFormField(label=_("Text"), required=False, initial="")


@register
class TextBlock(Block):
    """Free Markdown."""

    kind = "text"
    label = _("Text")
    template = "blocks/text.html"
    options_form = TextOptions


__all__ = ["Block", "OptionsForm", "RenderedBlock", "register", "registered", "render_home"]
