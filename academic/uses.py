"""What points at a row: asked before it is deleted, and shown beside the library's files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import ManyToManyRel, ManyToOneRel, Model

from . import history
from .mentions import as_linked, rows_mentioning
from .models import Document, HomeBlock, Picture

SHOWN = 100


def uses_of(row: Model) -> list[Model]:
    """Every row that refers to this one or names its address in a text; for a part, what it is a part of."""
    found = dict.fromkeys([*_referring(row), *naming(row)])
    found.pop(row, None)
    return list(found)[:SHOWN]


def _referring(row: Model) -> Iterator[Model]:
    for relation in row._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel | ManyToManyRel) or not relation.related_model:
            continue
        model: Any = relation.related_model
        if model._meta.auto_created or not history.is_kept(model):  # an automatic table; a log, a note of our own
            continue
        for other in model._base_manager.filter(**{relation.field.name: row})[:SHOWN]:
            owner = history.owner_of(other)
            if owner is not None:
                yield owner


def naming(row: Model) -> Iterator[Model]:
    """Rows whose text shows this picture, or leads to this document or page."""
    if wanted := _naming(row):
        for rows in rows_mentioning(wanted):
            yield from rows[:SHOWN]
        for block in HomeBlock.objects.all():
            if any(text in str(block.options) for text in wanted):
                yield block


def _naming(row: Model) -> list[str]:
    """What a text says that names it."""
    if isinstance(row, Picture):
        return [row.name]
    addresses = [row.name] if isinstance(row, Document) else []
    own = row.path if isinstance(row, Document) else _address(row)
    return addresses + as_linked(own if own != "/" else "")


def _address(row: Model) -> str:
    has_page = hasattr(row, "get_absolute_url")
    return row.get_absolute_url() if has_page else ""  # type: ignore[attr-defined]
