"""The news item that announces a paper: it points at it, and repeats nothing but what opens the line."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from publications.models import Publication

from .models import NewsItem


def announce(publication: Publication, visibility: str) -> NewsItem | None:
    """Make and return it, dated today; None where the paper was announced with the same words before.

    A paper may be announced twice: as a preprint, and when it is accepted.
    """
    opening = opening_of(publication)
    if NewsItem.objects.filter(publication=publication, kicker=opening).exists():
        return None
    return NewsItem.objects.create(
        publication=publication, date=timezone.localdate(), kicker=opening, visibility=visibility
    )


def opening_of(publication: Publication) -> str:
    """The venue; of a preprint on arXiv, that there is one."""
    if publication.kind == Publication.Kind.PREPRINT and publication.arxiv_id:
        return _("New arXiv")
    return publication.venue_short or publication.venue[:300]
