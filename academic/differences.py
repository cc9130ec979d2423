"""Two states of a row, field by field and part by part, as text that a person reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import BooleanField, DateTimeField, Field, ForeignKey, ManyToManyField, Model
from django.utils import timezone
from django.utils.formats import localize
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from reversion.models import Version

from . import history

UNSEEN = {*history.ALWAYS_MOVING, "id", "created"}
MANY_WORDS = 4000  # above, only whole lines are compared

State = dict[str, str]  # label → text; empty texts are left out


class Piece(NamedTuple):
    kind: str  # "same", "removed" or "added"
    text: str


class Difference(NamedTuple):
    label: str
    pieces: list[Piece]


def state_of_version(version: Version) -> State:
    parts = history.parts_in(version)
    rows = {model: [model(**_columns(model, one.field_dict)) for one in found] for model, found in parts.items()}
    return _state(history.model_of(version), version.field_dict, rows)


def state_of_row(row: Model) -> State:
    """As it is stored now."""
    stored = type(row)._base_manager.get(pk=row.pk)
    values: dict[str, Any] = {}
    for field in history.kept_fields(type(row)):
        is_many = isinstance(field, ManyToManyField)
        values[field.attname] = list(getattr(stored, field.name).all()) if is_many else getattr(stored, field.attname)
    rows: dict[type[Model], list[Model]] = {}
    for part in list(history.whole(stored))[1:]:
        rows.setdefault(type(part), []).append(part)
    for parts in rows.values():
        parts.sort(key=lambda part: (getattr(part, "position", 0), part.pk))
    return _state(type(row), values, rows)


def differences(before: State, after: State) -> list[Difference]:
    labels = list(dict.fromkeys([*before, *after]))
    changed = [label for label in labels if before.get(label, "") != after.get(label, "")]
    return [Difference(label, list(pieces(before.get(label, ""), after.get(label, "")))) for label in changed]


def _columns(model: type[Model], values: dict[str, Any]) -> dict[str, Any]:
    return {field.attname: values[field.attname] for field in model._meta.concrete_fields if field.attname in values}


def _state(model: type[Model], values: dict[str, Any], parts: dict[type[Model], list[Any]]) -> State:
    state = {}
    for field in history.kept_fields(model):
        if field.name not in UNSEEN and field.attname in values and (text := _text(field, values[field.attname])):
            state[str(capfirst(field.verbose_name))] = text
    for part, rows in parts.items():
        if rows:
            state[str(capfirst(part._meta.verbose_name_plural))] = "\n".join(map(_line, rows))
    return state


def _line(part: Any) -> str:
    try:
        return history.line_of(part)
    except ObjectDoesNotExist:  # it leads to what is there no more
        return getattr(part, "label", "") or _("(deleted)")


def _text(field: Field, value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    if isinstance(field, ForeignKey | ManyToManyField):
        return _names(field, value if isinstance(value, list | tuple) else [value])
    if isinstance(field, BooleanField):
        return _("yes") if value else ""
    if isinstance(field, DateTimeField):
        return str(localize(timezone.localtime(value)))
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, indent=1)
    choices: dict[Any, Any] = dict(field.flatchoices)
    return str(choices.get(value, value))


def _names(field: Any, values: Any) -> str:
    keys = [value.pk if isinstance(value, Model) else value for value in values]
    found = {str(row.pk): str(row) for row in field.related_model._base_manager.filter(pk__in=keys)}
    return ", ".join(found.get(str(key), _("(deleted)")) for key in keys)


# Text against text --------------------------------------------------------------------------------------------------


def pieces(before: str, after: str) -> Iterator[Piece]:
    """What stays, goes and comes, in order: by words where there are not too many, else by lines."""
    by_words = len(before) + len(after) < MANY_WORDS * 6
    pattern = r"(\s+)" if by_words else r"(?<=\n)"
    old, new = ([part for part in re.split(pattern, text) if part] for text in (before, after))
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(old[start:end]))
            continue
        if start < end:
            yield Piece("removed", "".join(old[start:end]))
        if new_start < new_end:
            yield Piece("added", "".join(new[new_start:new_end]))
