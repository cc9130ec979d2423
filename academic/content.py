"""Every change of content gives the site a new version, in the same transaction; pages are kept by it (page_cache.py).

Content is every table of our own apps but those of models with `is_content = False`. Statements are watched, not
signals: `update()`, `bulk_create()` and SQL by hand count as well, and nobody can forget to say so
(docs/decisions/page-cache.md).
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps as installed_apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "TRUNCATE")
WRITTEN_TABLE = re.compile(
    r"(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)"
    r'\s+(?:ONLY\s+)?["`]?(\w+)',
    re.IGNORECASE,
)

_migrating: set[str] = set()  # databases whose tables are being made: there may be no version yet


def new_version(using: str = DEFAULT_DB_ALIAS) -> None:
    """Give the site a new version, once in a transaction; again when the savepoint that it happened in is rolled back.

    The row stays locked until the transaction ends, so content is changed by one transaction at a time. Whoever locks
    other rows calls this first: everybody takes locks in the same order then, and none waits for one who waits for it.
    """
    connection = connections[using]
    if connection.in_atomic_block:
        # Django drops the callbacks of a savepoint that is rolled back: ours is there as long as our statement counts.
        if any(entry[1] is _is_new for entry in connection.run_on_commit):
            return
        _write_version(connection)
        connection.on_commit(_is_new)
    else:
        _write_version(connection)


def _is_new() -> None:
    """Marks a transaction that has given the site a new version."""


def _write_version(connection: BaseDatabaseWrapper) -> None:
    table = connection.ops.quote_name("academic_contentversion")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (id, token) VALUES (1, %s) ON CONFLICT (id) DO UPDATE SET token = excluded.token",  # noqa: S608 a constant
            [secrets.token_hex(8)],
        )


# Watching -----------------------------------------------------------------------------------------------------------


def watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Receiver of connection_created. Ours comes first: those that come for a while are taken away from the end."""
    if _watched not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, _watched)


def _watched(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """The version comes before the first change of a transaction. Outside of transactions it comes after the change:
    before it, somebody could keep the old page under the new version."""
    if not changes_content(sql):
        return execute(sql, params, many, context)
    connection = context["connection"]
    if connection.alias in _migrating:
        return execute(sql, params, many, context)
    if connection.in_atomic_block:
        new_version(connection.alias)
        return execute(sql, params, many, context)
    result = execute(sql, params, many, context)
    new_version(connection.alias)
    return result


def changes_content(sql: Any) -> bool:
    if not isinstance(sql, str):
        return False
    statement = sql.lstrip()
    if not statement[:8].upper().startswith(WRITES):
        return False
    found = WRITTEN_TABLE.match(statement)
    return found is not None and found[1] in content_tables()


@cache
def content_tables() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in own_models() if getattr(model, "is_content", True))


def own_models() -> list[type[Model]]:
    """The models of our own apps, and the tables between two of them."""
    own = [config for config in installed_apps.get_app_configs() if config.name in settings.OWN_APPS]
    return [model for config in own for model in config.get_models(include_auto_created=True)]


# Around migrate -----------------------------------------------------------------------------------------------------


def before_migrations(using: str, **kwargs: Any) -> None:
    """Receiver of pre_migrate."""
    _migrating.add(using)


def after_migrations(using: str, apps: Any = installed_apps, **kwargs: Any) -> None:
    """Receiver of post_migrate, also after a flush: whatever was migrated, it is another content."""
    _migrating.discard(using)
    try:
        apps.get_model("academic", "ContentVersion")
    except LookupError:  # migrated back to nothing
        return
    new_version(using)
