"""Whether Google Scholar can take a paper up, and if not what its record lacks: the rule the admin shows."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .bibtex.record import Record
from .formats import highwire
from .models import Publication

Kind = Publication.Kind
# What Scholar lists; of other works it says so itself: "only scholarly articles" (books and theses count as such).
LISTED = frozenset(
    [Kind.ARTICLE, Kind.CONFERENCE, Kind.CHAPTER, Kind.BOOK, Kind.THESIS, Kind.REPORT, Kind.PREPRINT, Kind.MANUSCRIPT]
)
LARGEST_PDF = 5 * 1000 * 1000  # bytes; of larger files Scholar reads nothing


def missing(publication: Publication) -> list[str]:
    """What keeps Scholar from taking it up once visitors see it, a sentence each; none for works Scholar never lists.

    Without a query where `authorships` were prefetched and `pdf` selected.
    """
    if publication.kind not in LISTED:
        return []
    sentences = {
        "title": _("It has no title."),
        "authors": _("It has no author."),
        "date": _("It has no year."),
    }
    reasons = [sentences[name] for name in highwire.lacking(_record(publication))]
    if publication.pdf is None and not publication.abstract.strip():
        reasons.append(_("There is nothing to read: give it an abstract, or its PDF as a file."))
    elif publication.pdf is not None and publication.pdf.size > LARGEST_PDF:
        reasons.append(_("Its PDF is larger than 5 MB: Scholar does not read it."))
    return reasons


def verdict(publication: Publication, is_seen: bool) -> str:
    """The same as one line for the editor; `is_seen` says whether visitors see it."""
    if publication.kind not in LISTED:
        return _("Not a kind of work Google Scholar lists.")
    if reasons := missing(publication):
        return " ".join([_("Not yet."), *reasons])
    return _("It can.") if is_seen else _("It can, once visitors see it.")


def _record(publication: Publication) -> Record:
    """Of its columns those that decide."""
    return Record(
        kind=publication.kind,
        title=publication.title,
        authors=[authorship.as_name for authorship in publication.authorships.all()],
        collaboration=publication.collaboration,
        year=publication.year,
    )
