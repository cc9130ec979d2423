"""The last part of a publication's address: family name, year and the first words of the title."""

from __future__ import annotations

from itertools import count

from .bibtex.keys import make_slug
from .bibtex.record import Record
from .library import RESERVED_SLUGS
from .models import Publication


def free_slug(publication: Publication) -> str:
    """A slug for `publication` that no other one has; its authors are saved already."""
    authors = [authorship.as_name for authorship in publication.authorships.all()[:1]]
    base = make_slug(Record(title=publication.title, year=publication.year, authors=authors))
    others = Publication.objects.exclude(pk=publication.pk).filter(slug__startswith=base)
    taken = RESERVED_SLUGS | set(others.values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken)
