"""References in the files that visitors download: of one publication, or of many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from academic.models.completing import complete
from academic.shared import current

from .export import BATCH, public_bibtex, public_csl, public_ris
from .formats import csl
from .models import Publication

Writer = Callable[[Publication], str]
WRITERS: dict[str, Writer] = {"bib": public_bibtex, "ris": public_ris, "json": public_csl}  # by the ending of a file


def reference(publication: Publication, form: str) -> str:
    """A file of one."""
    complete([publication])
    return file_of([_text(publication, form)], form)


def known_reference(slug: str, form: str) -> str | None:
    """The same, where an export has come across the publication already."""
    text = _known_text(slug, form)
    return None if text is None else file_of([text], form)


def references(slugs: Sequence[str], form: str) -> str:
    """A file of many, in this order."""
    batches = (slugs[first : first + BATCH] for first in range(0, len(slugs), BATCH))
    return file_of((text for batch in batches for text in _texts(batch, form)), form)


def file_of(texts: Iterator[str] | Sequence[str], form: str) -> str:
    return csl.array(texts) if form == "json" else ("\n" if form == "bib" else "").join(texts)


def _texts(slugs: Sequence[str], form: str) -> Iterator[str]:
    known = {slug: text for slug in slugs if (text := _known_text(slug, form)) is not None}
    unknown = [slug for slug in slugs if slug not in known]
    rows = list(Publication.objects.published().filter(slug__in=unknown).to_be_completed()) if unknown else []
    complete(rows)
    known |= {row.slug: _text(row, form) for row in rows}
    return (known[slug] for slug in slugs if slug in known)


def _known_text(slug: str, form: str) -> str | None:
    shared = current()
    return shared.text(form, slug) if shared else None


def _text(publication: Publication, form: str) -> str:
    """An export, which shows it in each form in a dozen files, writes all of them of the row it has fetched."""
    if shared := current():
        for other in WRITERS.keys() - {form}:
            shared.keep_text(WRITERS[other](publication), other, publication.slug)
    text = WRITERS[form](publication)
    if shared:
        shared.keep_text(text, form, publication.slug)
    return text
