"""What a publication without them is called: its slug, the last part of its address, and its citation key."""

from __future__ import annotations

from itertools import count

from .bibtex.keys import generate_key, key_suffixes, make_slug
from .bibtex.record import Record
from .library import RESERVED_SLUGS
from .models import Publication


def free_slug(publication: Publication) -> str:
    """Family name, year and first words, as no other publication has it; the authors are saved already."""
    base = make_slug(_record(publication))
    taken = RESERVED_SLUGS | _taken(publication, "slug", base)
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken)


def free_citation_key(publication: Publication) -> str:
    """`lovelace1843notes`, with a letter where another publication has that."""
    base = generate_key(_record(publication))
    taken = _taken(publication, "citation_key", base)
    return next(key for key in (base + ending for ending in ("", *key_suffixes())) if key not in taken)


def _record(publication: Publication) -> Record:
    """As much of it as slug and key are made of."""
    authors = [authorship.as_name for authorship in publication.authorships.all()[:1]]
    return Record(title=publication.title, year=publication.year, authors=authors)


def _taken(publication: Publication, column: str, start: str) -> set[str]:
    others = Publication.objects.exclude(pk=publication.pk).filter(**{f"{column}__startswith": start})
    return set(others.values_list(column, flat=True))
