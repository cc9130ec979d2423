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


def is_mentioned_to_visitors(words: Collection[str]) -> bool:
    return any(_seen(rows).exists() for rows in rows_mentioning(words))


def is_mentioned_in_hidden(words: Collection[str]) -> bool:
    """Whether a text that visitors do not see (yet) has one of the words."""
    publishable = (rows for rows in rows_mentioning(words) if hasattr(rows, "published"))
    return any(rows.exclude(pk__in=_all(rows).published().values("pk")).exists() for rows in publishable)


def as_linked(path: str | None) -> list[str]:
    """How a Markdown link to this path goes on."""
    return [f"({path}{end}" for end in (")", "#", " ")] if path else []


def _all(rows: QuerySet[Any]) -> Any:
    return rows.model._default_manager


def _seen(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.published() if hasattr(rows, "published") else rows


@cache
def _texts() -> dict[type[Model], list[str]]:
    """The Markdown fields of every model that has some."""
    fields = [(model, field.name) for model in apps.get_models() for field in model._meta.fields if _is_text(field)]
    return {model: [name for of, name in fields if of is model] for model, _name in fields}


def _is_text(field: Any) -> bool:
    return isinstance(field, MarkdownxField)
