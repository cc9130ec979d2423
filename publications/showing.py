"""A publication as a reader meets it: authors with the owner found, links in order, citation parts, BibTeX."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _

from academic.feeds import absolute
from academic.markdown import plain_title
from academic.models import Link, Profile
from academic.models.completing import fetched
from academic.models.link import drop_repeated

from .bibtex.names import Name
from .columns import Columns, from_row, to_record
from .export import public_bibtex
from .formats import coins
from .models import Publication
from .owner import OwnerMatcher

MOST_AUTHORS = 12  # in a list that is shown whole
FIRST_AUTHORS = 5  # of a longer one


class ShownAuthor(NamedTuple):
    name: str
    marks: str
    is_owner: bool


GAP = ShownAuthor("…", "", False)


@dataclass(frozen=True)
class ShownPublication:
    """What the templates read, each made when it is first read: without a query when the row was fetched
    `with_everything_shown`, or completed meanwhile."""

    publication: Publication
    matcher: OwnerMatcher

    @cached_property
    def authors(self) -> list[ShownAuthor]:
        owners = self.matcher.places(self.names)
        authorships = fetched(self.publication, "authorships")
        return [
            ShownAuthor(name.printed, authorship.marks, place in owners)
            for place, (name, authorship) in enumerate(zip(self.names, authorships, strict=True))
        ]

    @cached_property
    def names(self) -> list[Name]:
        """Of the authors, in order, without marks."""
        return [authorship.as_name for authorship in fetched(self.publication, "authorships")]

    @cached_property
    def links(self) -> list[Link]:
        return shown_links(self.publication)

    @cached_property
    def bibtex(self) -> str:
        """Written only where it is shown: the CV's files do without."""
        return public_bibtex(self.publication, self.columns)

    @cached_property
    def columns(self) -> Columns:
        return from_row(self.publication)

    @cached_property
    def address(self) -> str:
        return self.publication.get_absolute_url()

    @property
    def is_long(self) -> bool:
        """Whether its author list is folded."""
        return len(self.authors) > MOST_AUTHORS

    @property
    def few_authors(self) -> list[ShownAuthor]:
        """The first ones, the owner wherever that is, and the last, with dots for those between."""
        last = len(self.authors) - 1
        shown = [at for at, one in enumerate(self.authors) if at < FIRST_AUTHORS or at == last or one.is_owner]
        few: list[ShownAuthor] = []
        for before, at in zip([-1, *shown], shown, strict=False):
            if at > before + 1:
                few.append(GAP)
            few.append(self.authors[at])
        return few

    @property
    def has_marks(self) -> bool:
        """Whether there are any to explain: numbers mean affiliations."""
        return any(not mark.isdigit() for author in self.authors for mark in author.marks)

    @property
    def context_object(self) -> str:
        """For lists: what Zotero reads of it."""
        record = to_record({name: self.columns[name] for name in coins.COLUMNS if name in self.columns})
        record.authors = self.names
        record.title = plain_title(record.title)
        return coins.context_object(record, url=absolute(self.address))

    @property
    def affiliations(self) -> list[str]:
        return [line.strip() for line in self.publication.affiliations.splitlines() if line.strip()]


def shown(publication: Publication, profile: Profile) -> ShownPublication:
    return shown_list([publication], profile)[0]


def shown_list(publications: Iterable[Publication], profile: Profile) -> list[ShownPublication]:
    matcher = OwnerMatcher(profile)
    return [ShownPublication(publication, matcher) for publication in publications]


def shown_links(publication: Publication) -> list[Link]:
    """Its own PDF, its links, and those its identifiers give; the same place once."""
    links = list(fetched(publication, "links"))
    if publication.pdf is not None:
        links.insert(0, Link(label="PDF", document=publication.pdf))
    if publication.arxiv_id and not any(link.kind == "arxiv" for link in links):
        links.append(Link(label="arXiv", url=f"https://arxiv.org/abs/{publication.arxiv_id}"))
    if publication.doi and not any(link.kind == "doi" for link in links):
        links.append(Link(label="DOI", url=f"https://doi.org/{publication.doi}"))
    if publication.hal_id and not any(link.kind == "hal" for link in links):
        links.append(Link(label="HAL", url=f"https://hal.science/{publication.hal_id}"))
    return drop_repeated(links)


def grouped(
    publications: Iterable[ShownPublication], is_by_type: bool = False
) -> list[tuple[str, list[ShownPublication]]]:
    """(heading, publications) per type or year, in the order given."""

    def heading(item: ShownPublication) -> str:
        publication = item.publication
        if is_by_type:
            return str(Publication.PLURALS.get(publication.kind, publication.kind))
        if publication.year is not None:
            return str(publication.year)
        return _("To appear") if publication.is_to_appear else _("Without a date")

    return [(words, list(items)) for words, items in groupby(publications, heading)]
