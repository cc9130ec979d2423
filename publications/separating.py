"""What an import merged, taken apart again by hand: an entry becomes a publication of its own."""

from __future__ import annotations

from django.db import transaction

from academic.content import new_version

from .bibtex.keys import key_suffixes, make_slug
from .library import RESERVED_SLUGS, Held, Work, combine
from .merging import three_way
from .models import BibEntry, ImportRun, Publication
from .settling import elect, named, numbered, unique
from .writing import Change, Writer

SLUG_LENGTH = 100


def take_apart(publication: Publication) -> list[Publication]:
    """Make a publication of every entry but the primary one; what only those gave leaves the row they were merged into.

    What a person typed stays where it is. A later import knows each entry again, so it does not merge them anew.
    """
    with transaction.atomic():
        new_version()  # first, so that nobody changes content meanwhile
        merged = [entry.pk for entry in publication.bib_entries.filter(is_primary=False).order_by("pk")]
        return [_separate(publication.pk, pk) for pk in merged]


def _separate(publication: int, entry_pk: int) -> Publication:
    row = Publication.objects.filter(pk=publication).with_everything_shown().get()
    work, entry = Work.of(row), row.bib_entries.get(pk=entry_pk)
    staying = [held for held in work.held if held.pk != entry_pk]
    changes = three_way(work.base(), combine(staying), work.mine).changes
    own = _as_new(entry, row)
    old = Change(row.pk, changes, primary_pk=elect(staying, []).pk)
    Writer(ImportRun(pk=entry.run_id), {row.pk: row}).write([own, old])
    return Publication.objects.get(pk=own.pk)


def _as_new(entry: BibEntry, row: Publication) -> Change:
    columns = combine([Held(entry.pk, entry.source, entry.key, dict(entry.columns), is_primary=True)])
    keys = set(Publication.objects.exclude(citation_key="").values_list("citation_key", flat=True))
    if columns.get("citation_key"):
        columns["citation_key"] = unique(columns["citation_key"], keys, lambda: iter(key_suffixes()))
    slugs = RESERVED_SLUGS | set(Publication.objects.values_list("slug", flat=True))
    stored = {field.attname: getattr(entry, field.attname) for field in BibEntry._meta.concrete_fields}
    stored = {"pk": entry.pk, **stored, "columns": columns, "is_primary": True}
    slug = unique(make_slug(named(columns))[:SLUG_LENGTH], slugs, numbered)
    return Change(0, columns, [stored], entry.pk, slug=slug, visibility=row.visibility, is_new=True)
