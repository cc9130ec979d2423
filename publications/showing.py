"""A publication as a reader meets it: authors with the owner found, links in order, citation parts, BibTeX."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from academic.models import Link, Profile
from academic.models.link import drop_repeated

from .export import public_bibtex
from .models import Authorship, Publication
from .owner import OwnerMatcher


@dataclass(frozen=True)
class ShownAuthor:
    name: str
    marks: str
    is_owner: bool


@dataclass(frozen=True)
class ShownPublication:
    """What the templates read; made without a query when `with_everything_shown` fetched the row."""

    publication: Publication
    authors: list[ShownAuthor]
    links: list[Link]
    bibtex: str


def shown(publication: Publication, profile: Profile) -> ShownPublication:
    return shown_list([publication], profile)[0]


def shown_list(publications: Iterable[Publication], profile: Profile) -> list[ShownPublication]:
    matcher = OwnerMatcher(profile)
    return [_shown(publication, matcher) for publication in publications]


def _shown(publication: Publication, matcher: OwnerMatcher) -> ShownPublication:
    authorships: list[Authorship] = list(publication.authorships.all())
    owners = matcher.owners(authorships)
    return ShownPublication(
        publication=publication,
        authors=[ShownAuthor(a.printed, a.marks, a.pk in owners) for a in authorships],
        links=shown_links(publication),
        bibtex=public_bibtex(publication),
    )


def shown_links(publication: Publication) -> list[Link]:
    """Its own PDF, its links, and those its identifiers give; the same place once."""
    links = list(publication.links.all())
    if publication.pdf is not None:
        links.insert(0, Link(label="PDF", document=publication.pdf))
    if publication.arxiv_id and not any(link.kind == "arxiv" for link in links):
        links.append(Link(label="arXiv", url=f"https://arxiv.org/abs/{publication.arxiv_id}"))
    if publication.doi and not any(link.kind == "doi" for link in links):
        links.append(Link(label="DOI", url=f"https://doi.org/{publication.doi}"))
    if publication.hal_id and not any(link.kind == "hal" for link in links):
        links.append(Link(label="HAL", url=f"https://hal.science/{publication.hal_id}"))
    return drop_repeated(links)
