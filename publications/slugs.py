"""The last part of a publication's address: family name, year and the first words of the title."""

from __future__ import annotations

from itertools import count

from django.utils.text import slugify

from .models import Publication

RESERVED = frozenset({"page", "type", "year", "topic", "author", "status", "selected", "search"})
WORDS = 5
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "via", "with"]
)


def free_slug(publication: Publication) -> str:
    """A slug for `publication` that no other one has; its authors are saved already."""
    first = publication.authorships.first()
    base = make_slug(first.family if first else "", publication.year, publication.title)
    others = Publication.objects.exclude(pk=publication.pk).filter(slug__startswith=base)
    taken = RESERVED | set(others.values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken)


def make_slug(family: str, year: int | None, title: str) -> str:
    words = [word for word in slugify(title).split("-") if word and word not in SMALL_WORDS]
    parts = [slugify(family), str(year or ""), *words[:WORDS]]
    slug = "-".join(part for part in parts if part)[:100].strip("-")
    return slug if slug and not slug.isdecimal() else f"paper-{slug}".strip("-")
