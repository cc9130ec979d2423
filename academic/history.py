"""What everything edited by hand was before: each edit keeps the row with its parts (links, authors, …) as a revision.

Every app names what it keeps in its `versions.py`. A row that changed without a hand (an import, the demo) is kept
right before the next edit by hand, so that nothing that was ever edited over is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from hashlib import sha256
from typing import Any

import reversion
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _
from reversion.models import Version

BEFORE_EDIT = "before"  # the comment of a revision that holds what was there before an edit
DELETED = "deleted"  # of one that holds a row's last state
ALWAYS_MOVING = {"updated"}  # set by every save, so it tells no two states apart

_parts: dict[type[Model], tuple[str, ...]] = {}
_fields: dict[type[Model], list[str]] = {}
_owners: dict[type[Model], str] = {}
_lines: dict[type[Model], Callable[[Any], str]] = {}


def keep_versions_of(model: type[Model], parts: Collection[str] = (), derived: Collection[str] = ()) -> None:
    """Register a model: `parts` are the accessors of rows kept with it, `derived` columns that follow from others."""
    names = [field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many)]
    through = {field.name for field in model._meta.local_many_to_many if not _is_plain(field)}
    _parts[model] = tuple(parts)
    _fields[model] = [name for name in names if name not in {*derived, *through}]
    reversion.register(model, fields=_fields[model], follow=_parts[model])


def keep_versions_of_part(model: type[Model], owner: str, line: Callable[[Any], str] = str) -> None:
    """Register rows that are kept with the row their attribute `owner` names; `line` says one in a line of text."""
    keep_versions_of(model)
    _owners[model] = owner
    _lines[model] = line


def owner_of(row: Model) -> Model | None:
    """What the row is a part of, or itself."""
    return getattr(row, _owners[type(row)]) if type(row) in _owners else row


def line_of(part: Model) -> str:
    return _lines.get(type(part), str)(part)


def _is_plain(many_to_many: Any) -> bool:
    return many_to_many.remote_field.through._meta.auto_created


def is_kept(model: type[Model]) -> bool:
    return model in _parts


def kept_fields(model: type[Model]) -> list[Any]:
    """The model's fields whose values are kept, in order."""
    return [model._meta.get_field(name) for name in _fields[model]]


def whole(row: Model) -> Iterator[Model]:
    """The row and its parts, as they are in the database now."""
    yield row
    for name in _parts[type(row)]:
        yield from getattr(row, name).order_by("pk")


def fingerprint(row: Model) -> str:
    """Equal for two states of a row that look the same in its form, its parts included."""
    data = serializers.serialize("python", [type(row)._base_manager.get(pk=row.pk)], fields=_fields[type(row)])
    for name in _parts[type(row)]:
        parts = list(getattr(row, name).order_by("pk"))
        if parts:
            data += serializers.serialize("python", parts, fields=_fields.get(type(parts[0])))
    for one in data:
        one["fields"] = {name: value for name, value in one["fields"].items() if name not in ALWAYS_MOVING}
    return sha256(json.dumps(data, default=str, sort_keys=True).encode()).hexdigest()[:32]


# Keeping ------------------------------------------------------------------------------------------------------------


def keep(row: Model, user: Any = None, comment: str = "") -> None:
    """Keep the row as it is now."""
    with reversion.create_revision(manage_manually=True):
        reversion.set_user(user if user is not None and user.pk else None)
        reversion.set_comment(comment)
        reversion.add_to_revision(type(row)._base_manager.get(pk=row.pk))


@transaction.atomic
def keep_as_it_was(row: Model) -> None:
    """Right before a row is edited: keep what the database holds, unless its last revision says the same."""
    if row.pk is None or not is_kept(type(row)):
        return
    stored = type(row)._base_manager.filter(pk=row.pk).first()
    if stored is not None and not _is_kept_already(stored):
        keep(stored, comment=BEFORE_EDIT)


def _is_kept_already(row: Model) -> bool:
    last = versions_of(row).first()
    if last is None:
        return False
    kept = {
        (version.content_type_id, version.object_id): version.serialized_data
        for version in last.revision.version_set.all()
    }
    now = {(ContentType.objects.get_for_model(one).pk, str(one.pk)): _serialized(one) for one in whole(row)}
    return kept == now


def _serialized(row: Model) -> str:
    return serializers.serialize("json", [row], fields=_fields[type(row)])


# Finding ------------------------------------------------------------------------------------------------------------


def versions_of(row: Model) -> Any:
    """The row's versions, newest first."""
    return Version.objects.get_for_object(row).select_related("revision__user").order_by("-pk")


def deleted(model: type[Model]) -> Any:
    """The last version of every row of the model that is there no more, latest first."""
    return Version.objects.get_deleted(model).select_related("revision__user").order_by("-pk")


def parts_in(version: Version) -> dict[type[Model], list[Version]]:
    """What was kept with it, by model, in the order it had."""
    found: dict[type[Model], list[Version]] = {}
    for other in version.revision.version_set.exclude(pk=version.pk).order_by("pk"):
        found.setdefault(model_of(other), []).append(other)
    for versions in found.values():
        versions.sort(key=lambda one: (one.field_dict.get("position", 0), int(one.object_id)))
    return found


def model_of(version: Version) -> type[Model]:
    return apps.get_model(version.content_type.app_label, version.content_type.model)


# Telling ------------------------------------------------------------------------------------------------------------


def told(version: Version) -> str:
    """What the edit changed, in a sentence."""
    comment = version.revision.comment
    if comment == BEFORE_EDIT:
        return _("As it was before the next edit")
    return _("Deleted") if comment == DELETED else str(version.revision.get_comment())


def when(version: Version) -> str:
    return str(localize(timezone.localtime(version.revision.date_created)))
