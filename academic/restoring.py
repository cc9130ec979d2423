"""A version becomes the present again, with its parts; what it points at comes back too, where it is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db.models import ForeignKey, ManyToManyField, Model
from django.utils.translation import gettext as _
from reversion.errors import RevertError
from reversion.models import Version

from . import history

Row = tuple[int, str]  # content type and key
Mender = Callable[[Any], bool]  # makes a row whole that points at something gone; False if it has to go as well

_menders: dict[tuple[type[Model], str], Mender] = {}


class CannotRestore(ValidationError):
    """The sentence says why; nothing was changed."""


def mend_with(model: type[Model], field: str, mender: Mender) -> None:
    """What to do with a restored row whose `field` names something that is not there any more."""
    _menders[model, field] = mender


@transaction.atomic
def restore(version: Version) -> Model:
    """The row as this version has it, parts included; those it has not are deleted. Raises CannotRestore."""
    try:
        with transaction.atomic():
            return _restored(version, set())
    except (RevertError, DatabaseError) as error:
        raise CannotRestore(
            _("It cannot be restored: something else has taken its place (such as its address). Change that first.")
        ) from error


def _restored(version: Version, coming: set[Row]) -> Model:
    """`coming` are the rows that are being restored already, so that two that point at each other come to an end."""
    model = history.model_of(version)
    present = model._base_manager.filter(pk=version.object_id).first()
    versions = [version, *(part for parts in history.parts_in(version).values() for part in parts)]
    kept = {(one.content_type_id, one.object_id) for one in versions}
    coming |= kept
    if present is not None:
        history.keep_as_it_was(present)
        _delete_others(present, kept)
    for one in versions:
        _bring_back_targets(one, coming)
    version.revision.revert()
    for one in versions:
        _mend(one)
    row = model._base_manager.get(pk=version.object_id)
    row.save()  # derives what follows from its columns
    return row


def _delete_others(present: Model, kept: set[Row]) -> None:
    for part in list(history.whole(present))[1:]:
        if (ContentType.objects.get_for_model(part).pk, str(part.pk)) not in kept:
            part.delete()


def _bring_back_targets(version: Version, coming: set[Row]) -> None:
    """Rows that it points at and that were deleted, as they were last, files of the library above all."""
    for field, key in _references(version):
        target = field.related_model
        is_mended = (history.model_of(version), field.name) in _menders
        if is_mended or not history.is_kept(target) or target._base_manager.filter(pk=key).exists():
            continue
        last = Version.objects.get_for_object_reference(target, key).order_by("-pk").first()
        if last is not None and (last.content_type_id, last.object_id) not in coming:
            _restored(last, coming)


def _references(version: Version) -> list[tuple[Any, Any]]:
    """(field, key) of everything this one row points at."""
    found = []
    for field in history.kept_fields(history.model_of(version)):
        if isinstance(field, ForeignKey) and (key := version.field_dict.get(field.attname)) is not None:
            found.append((field, key))
    return found


def _mend(version: Version) -> None:
    """Nothing may point at what is still gone: the reference is emptied, or the row goes."""
    model = history.model_of(version)
    row = model._base_manager.filter(pk=version.object_id).first()
    if row is None:
        return
    for field, key in _references(version):
        if field.related_model._base_manager.filter(pk=key).exists():
            continue
        mender = _menders.get((model, field.name))
        if mender is not None and mender(row):
            continue
        if field.null and mender is None:
            model._base_manager.filter(pk=row.pk).update(**{field.name: None})
        else:
            row.delete()
            return
    for field in history.kept_fields(model):
        if isinstance(field, ManyToManyField):
            other: Any = field.related_model
            there = other._base_manager.values("pk")
            through: Any = field.remote_field.through
            through._base_manager.filter(**{field.m2m_field_name(): row.pk}).exclude(
                **{f"{field.m2m_reverse_field_name()}__in": there}
            ).delete()
