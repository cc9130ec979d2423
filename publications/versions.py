"""What is kept of papers and people when they are edited: a paper with its authors in order, links and BibTeX."""

from academic.history import keep_versions_of, keep_versions_of_part
from academic.restoring import mend_with

from .models import Author, Authorship, BibEntry, Publication, Topic
from .people import authors_for

keep_versions_of_part(Authorship, "publication", line=lambda row: f"{row.printed} {row.marks}".strip())
keep_versions_of_part(BibEntry, "publication")
keep_versions_of(Publication, parts=["authorships", "links", "bib_entries"], derived=["title_key", "search_text"])
keep_versions_of(Author, parts=["links"], derived=["key"])
keep_versions_of(Topic)


def _find_person(row: Authorship) -> None:
    """The person is gone, for instance merged into another: who has this name now."""
    row.author = authors_for([row.as_name])[0]
    row.save(update_fields=["author"])


mend_with(Authorship, "author", _find_person)
