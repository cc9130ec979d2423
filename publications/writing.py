"""Planned changes to rows, in one transaction and few statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.text import slugify

from academic.content import new_version
from academic.models import Link

from . import columns as columns_module
from .columns import Columns
from .merging import Conflict
from .models import Author, Authorship, BibEntry, ImportRun, Publication, Topic
from .people import match_authors
from .reports import Line
from .rows import as_json, as_moment, insert, new_keys, update

BATCH = 500
NAME_FIELDS = ("given", "particle", "family", "suffix", "is_literal")
AUTHOR_FIELDS = ("id", *NAME_FIELDS, "key", "orcid")
AUTHORSHIP_FIELDS = ("publication_id", "author_id", "position", *NAME_FIELDS, "marks")
LINK_FIELDS = ("content_type_id", "object_id", "position", "label", "url", "origin")
ENTRY_FIELDS = (
    *("source", "key", "ordinal", "place", "line", "raw", "repaired", "hash", "macros", "inherited", "columns"),
    *("is_primary", "run_id", "publication_id"),
)
IMPORTED = Link.Origin.IMPORT.value
_JSON = frozenset(("macros", "inherited", "columns"))


class StalePlan(Exception):
    """Somebody changed the site between plan and apply; plan again."""


@dataclass(slots=True)
class Change:
    """What becomes of one publication: a new one (all columns; its `pk` is 0 until it is written), or one that gets
    the columns named, None to clear. `entries` are BibEntry rows as dicts, with "pk" where they exist already."""

    pk: int
    columns: Columns
    entries: list[dict[str, Any]] = field(default_factory=list)
    primary_pk: int | None = None  # None where the primary entry is a new one
    slug: str = ""
    visibility: str = ""
    is_new: bool = False
    conflicts: list[Conflict] = field(default_factory=list)  # where a person's value stays
    lines: list[Line] = field(default_factory=list)  # of the report, about the entries that came to it
    remarks: list[str] = field(default_factory=list)  # what they say besides the outcome


def state_of_the_site() -> str:
    """Different after any change to what an import compares with."""
    parts: list[Any] = list(Publication.objects.aggregate(Count("pk"), Max("pk"), Max("updated")).values())
    done = ImportRun.objects.exclude(state=ImportRun.State.PLANNED)
    for rows in (Authorship.objects, BibEntry.objects, done, Topic.objects):
        parts += rows.aggregate(Count("pk"), Max("pk")).values()
    return " ".join(map(str, parts))


def write(run: ImportRun, state: str, changes: Sequence[Change]) -> ImportRun:
    """Save `run` and make `changes`; all or nothing. Raises StalePlan when the site is not in `state` any more."""
    with transaction.atomic():
        new_version()  # first, so that nobody changes content meanwhile
        pks = [change.pk for change in changes if not change.is_new]
        rows = {row.pk: row for row in _locked(pks)}
        if state_of_the_site() != state or len(rows) != len(pks):
            raise StalePlan
        run.save()
        Writer(run, rows).write(changes)
        run.save(update_fields=["before"])
    return run


def _locked(pks: Sequence[int]) -> Iterator[Publication]:
    for start in range(0, len(pks), BATCH):
        chunk = pks[start : start + BATCH]
        list(Publication.objects.select_for_update().filter(pk__in=chunk).values_list("pk"))
        yield from Publication.objects.filter(pk__in=chunk).with_everything_shown()


class Writer:
    """Collects rows of every kind, then writes each kind at once."""

    def __init__(self, run: ImportRun, rows: dict[int, Publication]) -> None:
        self.run = run
        self.rows = rows
        self.now = timezone.now()
        self.type_key = ContentType.objects.get_for_model(Publication).pk

    def write(self, changes: Sequence[Change]) -> None:
        new = [change for change in changes if change.is_new]
        old = [change for change in changes if not change.is_new]
        before = [self.before(change) for change in old]
        for change, pk in zip(new, new_keys(Publication, len(new)), strict=True):
            change.pk = pk
        self.create(new)
        self.update(old)
        people = self.write_authors(changes)
        self.write_links(changes)
        topics = self.write_topics(changes)
        self.write_entries(changes)
        self.run.before = {
            "moment": self.now.isoformat(),
            "publications": before,
            "created": [change.pk for change in new],
            "authors": people,
            "topics": topics,
        }

    # Publications

    def create(self, changes: Sequence[Change]) -> None:
        """New publications, with the primary keys they were given."""
        names = [field.attname for field in Publication._meta.concrete_fields]
        fixed = Publication(created=self.now, updated=self.now)
        defaults = {name: getattr(fixed, name) for name in names}
        moment = as_moment(self.now)
        defaults.update(created=moment, updated=moment, extra="{}")

        def values() -> Iterator[list[Any]]:
            for change in changes:
                columns = change.columns
                row = defaults | columns_module.row_values(columns)
                row.update(id=change.pk, slug=change.slug, visibility=change.visibility)
                if "extra" in columns:
                    row["extra"] = as_json(columns["extra"])
                yield [row[name] for name in names]

        insert(Publication, names, values())

    def update(self, changes: Sequence[Change]) -> None:
        """Rows whose columns change; a row whose entries alone move on is not saved."""
        changed = [change for change in changes if change.columns]
        for change in changed:
            row = self.rows[change.pk]
            columns_module.set_plain(row, change.columns, change.columns)
            row.updated = self.now
        fields = [field for field in Publication._meta.concrete_fields if not field.primary_key]
        update(
            Publication,
            [field.attname for field in fields],
            (
                [field.get_db_prep_save(getattr(row, field.attname), connection) for field in (*fields, row._meta.pk)]
                for row in (self.rows[change.pk] for change in changed)
            ),
        )

    def before(self, change: Change) -> dict[str, Any]:
        """How the publication is now, as far as it will change, and how it will be: what undo needs."""
        row = self.rows[change.pk]
        now = columns_module.from_row(row) if change.columns else {}
        return {
            "publication": row.pk,
            "title": row.title[:200],
            "columns": {name: [now.get(name), value] for name, value in change.columns.items()},
            "entries": [_image(entry) for entry in row.bib_entries.all()],
        }

    # What hangs on them

    def write_authors(self, changes: Sequence[Change]) -> list[int]:
        """Author lists that are new or changed; returns the people made for them. A name that stays on its paper stays
        with its person, whom somebody may have chosen."""
        lists = [(change.pk, change.columns["authors"] or ()) for change in changes if "authors" in change.columns]
        changed = [change.pk for change in changes if "authors" in change.columns and not change.is_new]
        kept = {
            (pk, tuple(getattr(row, name) for name in NAME_FIELDS)): row.author_id
            for pk in changed
            for row in self.rows[pk].authorships.all()
        }
        if changed:
            Authorship.objects.filter(publication__in=changed).delete()
        names = {
            identity: author
            for pk, authors in lists
            for author in authors
            if (pk, identity := _identity(author)) not in kept
        }
        people = match_authors([columns_module.name_of(author) for author in names.values()])
        new = list({id(person): person for person in people if person.pk is None}.values())
        for person, pk in zip(new, new_keys(Author, len(new)), strict=True):
            person.pk = pk
        insert(Author, AUTHOR_FIELDS, ([getattr(person, name) for name in AUTHOR_FIELDS] for person in new))
        keys = {identity: person.pk for identity, person in zip(names, people, strict=True)}
        insert(
            Authorship,
            AUTHORSHIP_FIELDS,
            (
                (
                    publication,
                    kept.get((publication, identity := _identity(author))) or keys[identity],
                    *(position, *identity, author.get("marks", "")),
                )
                for publication, authors in lists
                for position, author in enumerate(authors)
            ),
        )
        return [person.pk for person in new]

    def write_links(self, changes: Sequence[Change]) -> None:
        """Rows of links that stay are left alone, with what a person attached to them."""
        new: list[tuple[Any, ...]] = []
        gone: list[int] = []
        for change in changes:
            wanted = change.columns.get("links", ()) or ()
            if "links" not in change.columns:
                continue
            old = {} if change.is_new else {link.url: link for link in self.rows[change.pk].links.all() if link.url}
            position = max((link.position for link in old.values()), default=-1)
            for item in wanted:
                known = old.pop(item["url"], None)
                if known is None:
                    position += 1
                    new.append((self.type_key, change.pk, position, item["label"], item["url"], IMPORTED))
                elif known.label != item["label"]:
                    known.label = item["label"]
                    known.save(update_fields=["label"])
            gone += [link.pk for link in old.values()]
        if gone:
            Link.objects.filter(pk__in=gone).delete()
        insert(Link, LINK_FIELDS, new)

    def write_topics(self, changes: Sequence[Change]) -> list[int]:
        """Topics of new and changed publications; returns those made for them."""
        wanted = [change for change in changes if "topics" in change.columns]
        if not wanted:
            return []
        known, made = self.topics(name for change in wanted for name in change.columns["topics"] or ())
        through = Publication.topics.through
        changed = [change.pk for change in wanted if not change.is_new]
        if changed:
            through.objects.filter(publication__in=changed).delete()
        pairs = dict.fromkeys(
            (change.pk, known[columns_module.topic_key(name)].pk)
            for change in wanted
            for name in change.columns["topics"] or ()
        )
        insert(through, ("publication_id", "topic_id"), pairs)
        return made

    def topics(self, names: Iterable[str]) -> tuple[dict[str, Topic], list[int]]:
        """The topic of each name, whatever its case, and the keys of those that had to be made."""
        known = {columns_module.topic_key(topic.name): topic for topic in Topic.objects.all()}
        slugs = {topic.slug for topic in known.values()}
        new: dict[str, Topic] = {}
        for name in names:
            key = columns_module.topic_key(name)
            if key not in known and key not in new:
                new[key] = Topic(name=name, slug=_slug(name, slugs))
        Topic.objects.bulk_create(new.values(), batch_size=BATCH)
        return known | new, [topic.pk for topic in new.values()]

    def write_entries(self, changes: Sequence[Change]) -> None:
        """New entries and new versions of old ones; the old primary one steps back before another is made primary."""
        held = {entry.pk: entry for row in self.rows.values() for entry in row.bib_entries.all()}
        primary = {change.primary_pk for change in changes}
        touched = {change.pk for change in changes if not change.is_new}
        back = [
            pk for pk, one in held.items() if one.publication_id in touched and one.is_primary and pk not in primary
        ]
        forth = [pk for pk, one in held.items() if pk in primary and not one.is_primary]
        written = [{**values, "publication_id": change.pk} for change in changes for values in change.entries]
        new = [values for values in written if values["pk"] is None]
        free_ordinals(new)
        BibEntry.objects.filter(pk__in=back).update(is_primary=False)
        old = (values for values in written if values["pk"] is not None)
        update(BibEntry, ENTRY_FIELDS, ([*self.entry_values(values), values["pk"]] for values in old))
        insert(BibEntry, ENTRY_FIELDS, (self.entry_values(values) for values in new))
        BibEntry.objects.filter(pk__in=forth).update(is_primary=True)

    def entry_values(self, values: dict[str, Any]) -> list[Any]:
        values["run_id"] = self.run.pk
        return [as_json(values[name]) if name in _JSON else values[name] for name in ENTRY_FIELDS]


def free_ordinals(entries: Sequence[dict[str, Any]]) -> None:
    """Of several entries with one key in one file each has a number of its own, whatever was imported before."""
    sources = {entry["source"] for entry in entries}
    taken = set(BibEntry.objects.filter(source__in=sources).values_list("source", "key", "ordinal"))
    for entry in entries:
        while (entry["source"], entry["key"], entry["ordinal"]) in taken:
            entry["ordinal"] += 1
        taken.add((entry["source"], entry["key"], entry["ordinal"]))


def _image(entry: BibEntry) -> dict[str, Any]:
    return {"pk": entry.pk, **{name: getattr(entry, name) for name in ENTRY_FIELDS}}


def _identity(author: Columns) -> tuple[Any, ...]:
    say = author.get
    return (say("given", ""), say("von", ""), author["family"], say("jr", ""), say("literal", False))


def _slug(name: str, taken: set[str]) -> str:
    """An ASCII slug of its own."""
    start = slugify(name)[:180] or "topic"
    slug, number = start, 1
    while slug in taken:
        number += 1
        slug = f"{start}-{number}"
    taken.add(slug)
    return slug
