"""Which rows name a file or an address in their Markdown text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from markdownx.models import MarkdownxField


def rows_mentioning(words: Collection[str]) -> Iterator[QuerySet[Any]]:
    """For every model with Markdown texts: its rows whose text has one of these words."""
    for model, fields in _texts().items():
        conditions = (Q(**{f"{field}__contains": word}) for field in fields for word in words)
        yield model._default_manager.filter(Q(*conditions, _connector=Q.OR))


def is_mentioned_to_visitors(name: str) -> bool:
    return any(_seen(rows).exists() for rows in rows_mentioning([name]))


def is_mentioned_in_hidden(name: str) -> bool:
    """Whether a text that visitors do not see (yet) names this file."""
    publishable = (rows for rows in rows_mentioning([name]) if hasattr(rows, "published"))
    return any(
        rows.exclude(pk__in=rows.model._default_manager.published().values("pk")).exists() for rows in publishable
    )


def _seen(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.published() if hasattr(rows, "published") else rows


@cache
def _texts() -> dict[type[Model], list[str]]:
    """The Markdown fields of every model that has some."""
    fields = [(model, field.name) for model in apps.get_models() for field in model._meta.fields if _is_text(field)]
    return {model: [name for of, name in fields if of is model] for model, _name in fields}


def _is_text(field: Any) -> bool:
    return isinstance(field, MarkdownxField)
