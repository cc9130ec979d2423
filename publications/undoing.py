"""An import taken back, except what was edited since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models, transaction

from academic.content import new_version

from . import columns as columns_module
from .columns import Columns
from .merging import combined, edited
from .models import Author, Authorship, BibEntry, ImportRun, Publication, Topic
from .writing import BATCH, Change, Writer

_OWN_ROWS = (Authorship, BibEntry, Publication.topics.through)


@dataclass(slots=True)
class Undone:
    """What taking an import back did; `kept` has a sentence for each publication that stays as it is."""

    removed: int = 0
    restored: int = 0
    kept: list[str] = field(default_factory=list)


def undo(run: ImportRun) -> Undone:
    """Take `run` back in one transaction: what it made goes, what it changed becomes as before; what a person or a
    later import changed since stays and is named. ValueError for a run that was not applied, or undone already."""
    result = Undone()
    with transaction.atomic():
        new_version()  # first, so that nobody changes content meanwhile
        locked = ImportRun.objects.select_for_update().get(pk=run.pk)
        if locked.state != ImportRun.State.APPLIED:
            raise ValueError(f"import {run.pk} is {locked.get_state_display()}, there is nothing to take back")
        _remove(locked, result)
        _restore(locked, result)
        Author.objects.filter(pk__in=locked.before["authors"], authorships=None, links=None).delete()
        Topic.objects.filter(pk__in=locked.before["topics"], publications=None).delete()
        locked.state = ImportRun.State.UNDONE
        locked.save(update_fields=["state"])
    run.state = locked.state
    return result


def _rows(pks: Sequence[int]) -> Iterator[list[Publication]]:
    for start in range(0, len(pks), BATCH):
        yield list(Publication.objects.filter(pk__in=pks[start : start + BATCH]).with_everything_shown())


def _remove(run: ImportRun, result: Undone) -> None:
    moment = datetime.fromisoformat(run.before["moment"])
    for rows in _rows(run.before["created"]):
        needed = _referred_to([row.pk for row in rows])
        gone: list[int] = []
        for row in rows:
            reason = "something on the site refers to it" if row.pk in needed else _changed_since(row, run, moment)
            if reason:
                result.kept.append(f"{row.citation_key or row.title[:60]}: {reason}")
            else:
                gone.append(row.pk)
        Publication.objects.filter(pk__in=gone).delete()
        result.removed += len(gone)


def _changed_since(row: Publication, run: ImportRun, moment: datetime) -> str:
    entries = list(row.bib_entries.all())
    if any(entry.run_id != run.pk for entry in entries):
        return "a later import changed it"
    if row.updated != moment or _edits(row, entries):
        return "was edited since"
    return ""


def _edits(row: Publication, entries: list[BibEntry]) -> Columns:
    ordered = sorted(entries, key=lambda entry: (not entry.is_primary, entry.pk))
    base = combined(ordered[0].columns, [entry.columns for entry in ordered[1:]]) if ordered else {}
    return edited(base, columns_module.from_row(row))


def _referred_to(pks: Sequence[int]) -> set[int]:
    """Publications that rows of other apps (a news item, say) point at."""
    found: set[int] = set()
    for relation in Publication._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if isinstance(relation, models.ManyToOneRel) and isinstance(model, type) and model not in _OWN_ROWS:
            pointing = model._default_manager.filter(**{f"{name}__in": pks})
            found.update(pointing.values_list(name, flat=True))
    return found


def _restore(run: ImportRun, result: Undone) -> None:
    images = {image["publication"]: image for image in run.before["publications"]}
    for rows in _rows(list(images)):
        changes = [change for row in rows if (change := _back(row, images[row.pk], run, result))]
        writer = Writer(run, {row.pk: row for row in rows})
        writer.update(changes)
        writer.write_authors(changes)
        writer.write_links(changes)
        writer.write_topics(changes)


def _back(row: Publication, image: dict[str, Any], run: ImportRun, result: Undone) -> Change | None:
    """What makes the row as it was, its entries being restored; None where a later import came over it."""
    before = {entry["pk"]: entry for entry in image["entries"]}
    runs = {entry["run_id"] for entry in before.values()} | {run.pk, None}
    if any(entry.run_id not in runs for entry in row.bib_entries.all()):
        result.kept.append(f"{row.citation_key or row.title[:60]}: a later import changed it")
        return None
    now = columns_module.from_row(row)
    restored: Columns = {}
    for name, (was, became) in image["columns"].items():
        if edited({name: became} if became else {}, {name: now[name]} if name in now else {}):
            result.kept.append(f"{row.citation_key or row.title[:60]}: {name.replace('_', ' ')} was edited since")
        else:
            restored[name] = was
    _restore_entries(row, before, run)
    result.restored += 1
    return Change(row.pk, restored)


def _restore_entries(row: Publication, before: dict[int, dict[str, Any]], run: ImportRun) -> None:
    row.bib_entries.filter(run=run).exclude(pk__in=before).delete()
    row.bib_entries.update(is_primary=False)
    for pk, fields in before.items():
        row.bib_entries.filter(pk=pk).update(**{name: value for name, value in fields.items() if name != "pk"})
