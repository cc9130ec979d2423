"""Names as they are typed: whether they are known here, and which known ones begin like that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from academic.models import Profile

from .bibtex.names import fold, parse_person, same_person
from .models import Author, Authorship
from .owner import OwnerMatcher
from .people import match_authors, typed

MOST = 8  # suggestions


def recognised(texts: Sequence[str], profile: Profile) -> list[str]:
    """For each name, what the editor is told about it: you, known from so many papers, or new. A few queries."""
    names = [parse_person(text) for text in texts]
    people = match_authors(names)
    known = [person.pk for person in people if person.pk is not None]
    papers = Counter(dict(_counted(known)))
    owner = OwnerMatcher(profile).names
    return [
        _told(papers[person.pk] if person.pk is not None else None, bool(name.family) and same_person(name, owner))
        for name, person in zip(names, people, strict=True)
    ]


def _counted(keys: list[int]) -> list[tuple[int, int]]:
    rows = Authorship.objects.filter(author__in=keys).order_by().values("author")
    return list(rows.annotate(papers=Count("pk")).values_list("author", "papers"))


def _told(papers: int | None, is_owner: bool) -> str:
    if is_owner:
        return _("you")
    if papers is None:
        return _("new here")
    return ngettext("known, %(n)d paper", "known, %(n)d papers", papers) % {"n": papers}


def suggestions(term: str) -> list[str]:
    """Known people each word of the term is part of a name of, those with most papers first, as they are typed."""
    words = [word for word in term.replace(",", " ").split() if fold(word)]
    if not words:
        return []
    people = Author.objects.annotate(papers=Count("authorships")).order_by("-papers", "family", "given")
    for word in words:
        people = people.filter(
            Q(family__icontains=word)
            | Q(given__icontains=word)
            | Q(particle__icontains=word)
            | Q(key__contains=fold(word))
        )
    return [typed(person.as_name) for person in people[:MOST]]
