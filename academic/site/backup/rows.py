"""Every row of every table as lines of JSON, the same for SQLite and PostgreSQL.

Columns are written and read as they are: no save(), no signal, no automatic date, so that nothing changes on the way.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from typing import IO, Any
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management.color import no_style
from django.db import connections, models

from .archive import BackupFailed

BATCH = 500  # rows read, or written, at a time


def kept_models() -> list[type[models.Model]]:
    """All but sessions; the tables between two models included."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy and model is not Session]


def write_rows(file: IO[bytes], using: str) -> dict[str, int]:
    """Write all rows to `file`; their numbers by model."""
    counts: dict[str, int] = {}
    for model in kept_models():
        columns = [field.attname for field in _columns(model)]
        counts[model._meta.label] = 0
        for values in model._base_manager.using(using).order_by("pk").values_list(*columns).iterator(BATCH):
            line = [model._meta.label, dict(zip(columns, map(_plain, values), strict=True))]
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            counts[model._meta.label] += 1
    return counts


def read_rows(file: IO[bytes], using: str) -> None:
    """Make the tables hold exactly these rows; to be called in a transaction, at whose end all keys must fit."""
    known = {model._meta.label: model for model in kept_models()}
    for model in known.values():
        model._base_manager.using(using).all()._raw_delete(using)
    for label, lines in groupby(_lines(file), key=lambda line: line[0]):
        if label not in known:
            raise BackupFailed(f"The backup has rows of {label}, which this version does not know.")
        _insert(known[label], (values for _label, values in lines), using)
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(known.values())):
            cursor.execute(statement)
    ContentType.objects.clear_cache()


def count_rows(using: str) -> dict[str, int]:
    return {model._meta.label: model._base_manager.using(using).count() for model in kept_models()}


def _columns(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.local_concrete_fields if not getattr(field, "generated", False)]


def _plain(value: Any) -> Any:
    """For JSON; what a JSON column holds is that already."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    return value


def _lines(file: IO[bytes]) -> Iterator[list[Any]]:
    for number, line in enumerate(file, 1):
        try:
            label, values = json.loads(line)
        except ValueError:
            raise BackupFailed(f"The backup is damaged in line {number} of its rows.") from None
        yield [label, values]


def _insert(model: type[models.Model], rows: Iterable[dict[str, Any]], using: str) -> None:
    columns = _columns(model)
    batch: list[models.Model] = []
    size = min(BATCH, connections[using].ops.bulk_batch_size(columns, [None] * BATCH))
    for values in rows:
        batch.append(model(**{column.attname: _value(column, values[column.attname]) for column in columns}))
        if len(batch) == size:
            _insert_raw(model, batch, columns, using)
            batch = []
    if batch:
        _insert_raw(model, batch, columns, using)


def _insert_raw(model: type[models.Model], rows: list[models.Model], columns: list[models.Field], using: str) -> None:
    model._base_manager._insert(rows, fields=columns, using=using, raw=True)  # type: ignore[attr-defined]


def _value(column: models.Field, value: Any) -> Any:
    return value if isinstance(column, models.JSONField) else column.to_python(value)
