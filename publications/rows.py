"""Many rows in one statement: `bulk_create` spends most of its time composing SQL for SQLite, twenty rows at a time.

An import of 7,000 entries writes 76,000 rows; this is five times faster (docs/decisions). Values are given as the
database takes them; nothing is sent to receivers of signals.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models


def insert(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert `rows`, tuples of the values of `fields`, which must name every column without a database default."""
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {_table(model)} ({', '.join(_columns(model, fields))}) VALUES ({marks})"  # noqa: S608 our models
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)  # type: ignore[arg-type] # an iterator will do


def update(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Update rows: tuples of the values of `fields`, the primary key last."""
    changes = ", ".join(f"{column} = %s" for column in _columns(model, fields))
    sql = f"UPDATE {_table(model)} SET {changes} WHERE id = %s"  # noqa: S608 names of our models
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)  # type: ignore[arg-type]


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(model: type[models.Model], fields: Sequence[str]) -> list[str]:
    columns = {field.attname: str(field.column) for field in model._meta.concrete_fields}
    return [connection.ops.quote_name(columns[name]) for name in fields]


def new_keys(model: type[models.Model], number: int) -> Sequence[int]:
    """Primary keys nobody has or will get; to be asked for inside the transaction that inserts them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [connection.ops.quote_name(table), number])
            return [row[0] for row in cursor.fetchall()]
        # SQLite lets one transaction write at a time; a key is never given twice, not even after a deletion.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + 1 + number)


def as_json(value: dict[str, Any]) -> str:
    return _encode(value) if value else "{}"


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def as_moment(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
