"""What needs care among papers: what their records lack, the owner not among the authors, the same paper twice.

Rules on rows that `for_care` fetched: no query of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from academic.care import Finding, Topic
from academic.models import Link

from .indexable import missing
from .models import Authorship, Publication
from .owner import OwnerMatcher

Kind = Publication.Kind
WITH_DOI = frozenset([Kind.ARTICLE, Kind.CONFERENCE, Kind.CHAPTER])
READ = WITH_DOI | {Kind.THESIS, Kind.REPORT, Kind.PREPRINT, Kind.MANUSCRIPT}
WITHOUT_ABSTRACT = frozenset([Kind.SOFTWARE, Kind.DATASET, Kind.ONLINE, Kind.OTHER, Kind.BOOK])


def for_care(papers: QuerySet[Publication]) -> QuerySet[Publication]:
    """With all that the rules read: one query for each kind of thing, whatever the number of papers."""
    return (
        papers.defer("search_text", "extra", "affiliations")
        .select_related("pdf")
        .prefetch_related(
            Prefetch("authorships", Authorship.objects.all()),
            Prefetch("links", Link.objects.select_related("document", "page")),
        )
    )


def of_paper(paper: Publication, owner: OwnerMatcher) -> Iterator[Finding]:
    """Everything about one paper."""
    if owner.names and not owner.places(row.as_name for row in paper.authorships.all()):
        yield Finding(Topic.OWNER, paper, ", ".join(row.printed for row in paper.authorships.all()[:5]))
    if reasons := missing(paper):
        yield Finding(Topic.SCHOLAR, paper, " ".join(reasons))
    if paper.kind in READ and not has_pdf(paper):
        yield Finding(Topic.PDF, paper)
    if paper.kind not in WITHOUT_ABSTRACT and not paper.abstract.strip():
        yield Finding(Topic.ABSTRACT, paper)
    if paper.year is not None and paper.month is None:
        yield Finding(Topic.MONTH, paper)
    if paper.kind in WITH_DOI and not paper.is_to_appear and not has_doi(paper):
        yield Finding(Topic.DOI, paper)


def has_pdf(paper: Publication) -> bool:
    """One of its own, or a link to one; arXiv and HAL have one of every paper."""
    return bool(paper.pdf_id or paper.arxiv_id or paper.hal_id) or any(
        link.kind in {"pdf", "arxiv", "hal"} for link in paper.links.all()
    )


def has_doi(paper: Publication) -> bool:
    return bool(paper.doi) or any(link.kind == "doi" for link in paper.links.all())


def of_doubles(papers: Iterable[Publication]) -> Iterator[Finding]:
    """Papers of one type with one title. A preprint, the talk and the article of one work are no doubles."""
    same: defaultdict[tuple[str, str], list[Publication]] = defaultdict(list)
    for paper in papers:
        same[paper.kind, paper.title_key].append(paper)
    for (_kind, title), several in same.items():
        if title and len(several) > 1:
            for paper in several:
                others = ", ".join(other.citation_key or other.slug for other in several if other is not paper)
                yield Finding(Topic.DOUBLE, paper, _("also as %(others)s") % {"others": others})
