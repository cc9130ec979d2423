"""What is kept of papers and people when they are edited: a paper with its authors in order, links and BibTeX."""

from academic.history import keep_versions_of

from .models import Author, Authorship, BibEntry, Publication, Topic

for part in (Authorship, BibEntry):
    keep_versions_of(part)
keep_versions_of(Publication, parts=["authorships", "links", "bib_entries"], derived=["title_key", "search_text"])
keep_versions_of(Author, parts=["links"], derived=["key"])
keep_versions_of(Topic)
