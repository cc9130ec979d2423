"""Takes the demo away: every row nobody edited since, and nothing that something which stays needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import ManyToOneRel, Model
from markdownx.models import MarkdownxField

from academic.models import Affiliation, CVEntry, HomeBlock, Interest, Link, MenuItem, Page, Picture, Profile
from academic.site import composition
from academic.site.models import DemoRecord
from news.models import NewsItem
from publications.models import Author, Authorship, BibEntry, ImportRun, Publication, Topic

from . import content
from .loading import Summary
from .records import fingerprint

Row = tuple[type[Model], int]

# What points at others goes before what is pointed at.
ORDER: tuple[type[Model], ...] = (
    NewsItem, HomeBlock, MenuItem, CVEntry, Link, Affiliation, Interest,
    BibEntry, Publication, Page, Author, Topic, Picture, ImportRun,
)  # fmt: skip


@transaction.atomic
def clear() -> Summary:
    """Afterwards the site no longer counts as a demo, kept rows are its owner's, and a home page is there to fill."""
    summary = Summary()
    rows = dict(_recorded_rows())
    if not rows:
        return Summary(note="There is no demo to clear.")
    unedited = {key for key, (row, was) in rows.items() if key[0] is not Profile and fingerprint(row) == was}
    if (Profile, 1) in rows:
        _reset_profile({key[1] for key in rows if key[0] is Picture}, summary)
    going = _not_needed(unedited)
    for key, (row, _was) in sorted(rows.items(), key=lambda item: item[0] in unedited):
        if key not in going and key[0] is not Profile:
            reason = "something that stays needs it" if key in unedited else "it was edited"
            summary.kept.append(f"kept: {row._meta.verbose_name} “{row}” ({reason})")
    _delete(going, summary)
    DemoRecord.objects.all().delete()
    composition.compose()
    return summary


def _recorded_rows() -> Iterator[tuple[Row, tuple[Model, str]]]:
    """(model and key, row and its fingerprint when it was made) of those that still exist."""
    for record in DemoRecord.objects.order_by("pk"):
        row: Any = record.owner
        if row is not None:
            yield (type(row), row.pk), (row, record.fingerprint)


def _reset_profile(pictures: set[int], summary: Summary) -> None:
    """Empty the fields that still say what the demo wrote."""
    profile = Profile.objects.get(pk=1)
    for column in profile._meta.concrete_fields:
        if column.name not in content.PROFILE:
            continue
        if column.value_from_object(profile) == content.PROFILE[column.name]:
            setattr(profile, column.name, column.get_default())
        else:
            summary.kept.append(f"kept: {column.verbose_name} of the profile (it was edited)")
    if profile.photo_id in pictures:
        profile.photo = None
    if profile.header_id in pictures:
        profile.header = None
    profile.save()


# What is needed -----------------------------------------------------------------------------------------------------


def _not_needed(rows: set[Row]) -> set[Row]:
    """The largest part of `rows` that nothing outside of it points at."""
    needs = [(holder, needed) for holder, needed in _needs(rows) if holder != needed]
    going = set(rows)
    while needed := {needed for holder, needed in needs if needed in going and holder not in going}:
        going -= needed
    return going


def _needs(rows: set[Row]) -> Iterator[tuple[Row, Row]]:
    """(who, what): every pair of a row and one of `rows` that it points at."""
    for model in {model for model, _pk in rows}:
        keys = [pk for of, pk in rows if of is model]
        for relation in model._meta.get_fields(include_hidden=True):
            if isinstance(relation, ManyToOneRel):
                yield from _pointing(relation, model, keys, rows)
    for block in HomeBlock.objects.all():
        if isinstance(block.options, dict) and (publication := block.options.get("publication")):
            yield (HomeBlock, block.pk), (Publication, int(publication))
    for model, pk in rows:
        if model is Picture:
            yield from ((holder, (Picture, pk)) for holder in _showing(Picture.objects.get(pk=pk)))


def _pointing(relation: ManyToOneRel, model: type[Model], keys: list[int], rows: set[Row]) -> Iterator[tuple[Row, Row]]:
    field, other = relation.field, relation.field.model
    for row in other._base_manager.filter(**{f"{field.name}__in": keys}):
        itself = (type(row), row.pk)
        yield (itself if itself in rows else _whole(row)), (model, getattr(row, field.attname))


def _whole(row: Any) -> Row:
    """The row, or the one it is a part of: a link's owner, an authorship's publication, the chooser of many."""
    if isinstance(row, Link):
        owner = ContentType.objects.get_for_id(row.content_type_id).model_class()
        return (owner or Link), row.object_id
    if isinstance(row, Authorship | BibEntry):
        return Publication, row.publication_id
    chooser = row._meta.auto_created
    if chooser:
        side = next(field for field in row._meta.fields if field.related_model is chooser)
        return chooser, getattr(row, side.attname)
    return type(row), row.pk


def _showing(picture: Picture) -> Iterator[Row]:
    """Rows whose text shows the picture."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, MarkdownxField):
                found = model._base_manager.filter(**{f"{field.name}__contains": picture.name})
                yield from ((model, pk) for pk in found.values_list("pk", flat=True))
    for block in HomeBlock.objects.all():
        if picture.name in str(block.options):
            yield HomeBlock, block.pk


# Away ---------------------------------------------------------------------------------------------------------------


def _delete(going: set[Row], summary: Summary) -> None:
    for model in ORDER:
        keys = [pk for of, pk in going if of is model]
        if not keys:
            continue
        _delete_links(model, keys)
        model._base_manager.filter(pk__in=keys).delete()
        summary.counts[str(model._meta.verbose_name_plural)] += len(keys)


def _delete_links(model: type[Model], keys: Iterable[int]) -> None:
    """Pages that link to each other protect each other; their links go first."""
    Link.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id__in=keys).delete()
