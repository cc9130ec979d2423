"""Two rows of authors that are one person, and one row that is two people. What a paper printed never changes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from academic.content import new_version

from .bibtex.names import parse_person
from .models import Author, Authorship, Publication
from .people import columns_of

NAMED_PAPERS = 3


class Refused(Exception):
    """A sentence that says why these cannot be one person, or why nothing can be taken away."""


def check_merge(people: Sequence[Author]) -> None:
    """Refused where they cannot be one person: both stand on one paper, or their ORCIDs differ."""
    if len(people) < 2:
        raise Refused(_("Choose at least two people to merge."))
    if shared := papers_shared(people):
        titles = ", ".join(f"“{paper}”" for paper in shared[:NAMED_PAPERS])
        more = " …" if len(shared) > NAMED_PAPERS else ""
        raise Refused(_("They stand on one paper together, so they are different people: %s") % f"{titles}{more}")
    if len({person.orcid for person in people if person.orcid}) > 1:
        raise Refused(_("They have different ORCID iDs, so they are different people."))
    if len({person.is_literal for person in people}) > 1:
        raise Refused(_("A person and an organisation cannot be merged."))


def papers_shared(people: Sequence[Author]) -> list[Publication]:
    """Papers that more than one of them wrote."""
    shared = Publication.objects.filter(authorships__author__in=people)
    return list(shared.annotate(of_them=Count("authorships__author", distinct=True)).filter(of_them__gt=1))


@transaction.atomic
def merge(people: Sequence[Author], into: Author) -> None:
    """All papers, links and the ORCID of `people` become those of `into`, one of them; the other rows go."""
    new_version()
    people = list(Author.objects.select_for_update().filter(pk__in=[person.pk for person in people]))
    check_merge(people)
    others = [person for person in people if person.pk != into.pk]
    Authorship.objects.filter(author__in=others).update(author=into)
    known = {link.href for link in into.links.all()}
    position = into.links.count()
    for other in others:
        for link in other.links.all():
            if link.href not in known:
                known.add(link.href)
                link.object_id, link.position = into.pk, position
                link.save(update_fields=["object_id", "position"])
                position += 1
        into.orcid = into.orcid or other.orcid
        other.delete()
    into.save()


@transaction.atomic
def split(person: Author, papers: Sequence[int], name: str) -> Author:
    """A new person, called `name`, who wrote those of the person's papers that are named by primary key."""
    parsed = parse_person(name)
    if not parsed.family:
        raise Refused(_("“%s” is not a name.") % name[:60])
    moved = person.authorships.filter(publication__in=papers)
    count = moved.count()
    if not count:
        raise Refused(_("Tick the papers of the other person."))
    if count == person.authorships.count():
        raise Refused(_("Leave at least one paper: to change a name, edit the person."))
    other = Author(**columns_of(parsed))
    other.save()
    moved.update(author=other)
    return other


def orcid_of(text: str) -> str:
    """The ORCID iD in what was typed: the address of its page will do."""
    return text.strip().rpartition("orcid.org/")[2].strip("/").upper()


def is_orcid(orcid: str) -> bool:
    """Whether the last sign is the check digit of the others (ISO 7064 MOD 11-2)."""
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == orcid[-1]
