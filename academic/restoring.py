"""A version becomes the present again, with its parts. Files of the library that it names come back with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db.models import SET_NULL, ForeignKey, ManyToManyField, Model
from django.utils.translation import gettext as _
from reversion.errors import RevertError
from reversion.models import Version

from . import history
from .images import path_of
from .models import Document, Picture

FILES = (Picture, Document)
Mender = Callable[[Any], None]

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
            return _restored(version)
    except (RevertError, DatabaseError) as error:
        raise CannotRestore(
            _("It cannot be restored: something else has taken its place (such as its address). Change that first.")
        ) from error


def files_gone(row: Model) -> list[Picture | Document]:
    """Files of the library that the row shows, or its parts do, and that are kept no more (academic/cleaning.py)."""
    files = {file for one in history.whole(row) for file in _files_of(one)}
    return sorted((file for file in files if not path_of(file).exists()), key=str)


def _files_of(row: Model) -> Iterator[Picture | Document]:
    if isinstance(row, FILES):
        yield row
    for field in history.kept_fields(type(row)):
        if isinstance(field, ForeignKey) and field.related_model in FILES:
            file = getattr(row, field.name)
            if file is not None:
                yield file


def _restored(version: Version) -> Model:
    model = history.model_of(version)
    present = model._base_manager.filter(pk=version.object_id).first()
    versions = [version, *(part for parts in history.parts_in(version).values() for part in parts)]
    if present is not None:
        history.keep_as_it_was(present)
        _delete_others(present, versions)
    for one in versions:
        _bring_back_files(one)
    version.revision.revert()
    _mend_row(version)
    for part in versions[1:]:
        _mend_part(part)
    row = model._base_manager.get(pk=version.object_id)
    row.save()  # derives what follows from its columns
    return row


def _delete_others(present: Model, versions: list[Version]) -> None:
    kept = {(one.content_type_id, one.object_id) for one in versions}
    for part in list(history.whole(present))[1:]:
        if (ContentType.objects.get_for_model(part).pk, str(part.pk)) not in kept:
            part.delete()


def _bring_back_files(version: Version) -> None:
    for field, key in _dangling(version):
        if field.related_model in FILES:
            last = Version.objects.get_for_object_reference(field.related_model, key).order_by("-pk").first()
            if last is not None:
                _restored(last)


def _mend_row(version: Version) -> None:
    """What the row itself points at is there, or is emptied where it may be; else it cannot come back alone."""
    rows = history.model_of(version)._base_manager.filter(pk=version.object_id)
    for field, _key in _dangling(version):
        if field.remote_field.on_delete is not SET_NULL:
            told = {"name": field.verbose_name}
            raise CannotRestore(_("What it belongs to was deleted (%(name)s): bring that back first.") % told)
        rows.update(**{field.name: None})
    for field in history.kept_fields(history.model_of(version)):
        if isinstance(field, ManyToManyField):
            _forget_gone(field, version.object_id)


def _mend_part(version: Version) -> None:
    """A part that leads to nothing any more goes, unless there is a way to mend it."""
    model = history.model_of(version)
    row = model._base_manager.filter(pk=version.object_id).first()
    for field, _key in _dangling(version):
        mender = _menders.get((model, field.name))
        if row is not None and mender is not None:
            mender(row)
        elif row is not None:
            row.delete()
            return


def _dangling(version: Version) -> list[tuple[Any, Any]]:
    """(field, key) of everything this one row points at that is not there."""
    found = []
    for field in history.kept_fields(history.model_of(version)):
        if isinstance(field, ForeignKey) and (key := version.field_dict.get(field.attname)) is not None:
            target: Any = field.related_model
            if not target._base_manager.filter(pk=key).exists():
                found.append((field, key))
    return found


def _forget_gone(field: Any, key: str) -> None:
    """Leave out the chosen rows that are there no more."""
    chosen = field.remote_field.through._base_manager.filter(**{field.m2m_field_name(): key})
    there = field.related_model._base_manager.values("pk")
    chosen.exclude(**{f"{field.m2m_reverse_field_name()}__in": there}).delete()
