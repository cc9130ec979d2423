"""What the demo remembers of the rows it made: a fingerprint of each, which tells later whether somebody edited it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, Model

from academic.models import Profile
from academic.site.models import DemoRecord
from publications.models import Publication

# Rows that are part of another: to edit them is to edit it. Links (GenericRelation) are found by themselves.
PARTS: dict[type[Model], tuple[str, ...]] = {Publication: ("authorships", "bib_entries")}


def remember(rows: Iterable[Model]) -> None:
    """Record the rows as they are in the database now."""
    DemoRecord.objects.bulk_create(
        DemoRecord(
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            fingerprint=fingerprint(row),
        )
        for row in rows
    )


def fingerprint(row: Model) -> str:
    """SHA-256 of what an editor can change in the row, its links, its many-to-many relations and its parts."""
    as_stored = type(row)._base_manager.get(pk=row.pk)  # dates are dates then, and numbers numbers
    return sha256(json.dumps(_content(as_stored), sort_keys=True, default=str).encode()).hexdigest()


def _content(row: Model) -> dict[str, Any]:
    content: dict[str, Any] = {field.name: value for field, value in _values(row) if not _is_empty(field, value)}
    if isinstance(row, Profile):  # its links, affiliations and interests are remembered one by one
        return content
    for relation in row._meta.many_to_many:
        through: Any = relation.remote_field.through
        if through._meta.auto_created:
            content[relation.name] = sorted(getattr(row, relation.name).values_list("pk", flat=True))
    links = [field.name for field in row._meta.private_fields if isinstance(field, GenericRelation)]
    for name in (*links, *PARTS.get(type(row), ())):
        content[name] = [_content(part) for part in getattr(row, name).all()]
    return {name: value for name, value in content.items() if value != []}


def _values(row: Model) -> Iterable[tuple[Field[Any, Any], Any]]:
    return [(field, field.value_from_object(row)) for field in row._meta.concrete_fields if field.editable]


def _is_empty(field: Field[Any, Any], value: Any) -> bool:
    """Empty values are left out, so that a field added by a later version does not make every row look edited."""
    return value in (None, "", [], {}) or (not callable(field.default) and value == field.default)
