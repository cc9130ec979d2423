"""What the pages of publications tell other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from academic import cards
from academic.cards import Card
from academic.feeds import absolute
from academic.head import Head, owner_id, section_head
from academic.linkpreview import Preview
from academic.markdown import plain_title
from academic.models import Profile

from .bibtex.record import Record
from .export import plain_view
from .formats import csl, dublincore, highwire, jsonld, ris, signposting
from .models import Publication
from .showing import FIRST_AUTHORS, ShownPublication

BIBTEX_TYPE = "application/x-bibtex"
FILES = {"bibtex": BIBTEX_TYPE, "ris": ris.MEDIA_TYPE, "csl": csl.MEDIA_TYPE}  # by the name of their address


def paper_head(shown: ShownPublication, profile: Profile) -> Head:
    """Of a paper's own page; without a query where the row was fetched with everything shown."""
    publication = shown.publication
    record, places = plain_view(publication)
    image = Preview.of(publication.picture)
    ids = author_ids(shown, profile)
    address = image.address if image else ""
    things = jsonld.work(record, author_ids=ids, image=address, **places)
    return Head(
        title=record.title,
        description=Truncator(record.abstract).chars(300) or _authors_and_venue(shown),
        kind="article",
        trail=[(_("Publications"), reverse("publications:list")), (record.title, publication.get_absolute_url())],
        things=things,
        tags=[*highwire.tags(record, **places), *dublincore.tags(record, url=places["url"])],
        links=typed_links(record, publication, ids, places.get("pdf", "")),
        preview=image or cards.preview(publication, paper_card(publication, profile)) or cards.site_preview(profile),
    )


def paper_card(publication: Publication, profile: Profile) -> Card:
    """Its title, and the first of its authors."""
    names = [authorship.printed for authorship in publication.authorships.all()]
    shown = names[:FIRST_AUTHORS] + (["…"] if len(names) > FIRST_AUTHORS or publication.and_others else [])
    byline = ", ".join(shown) or publication.collaboration
    return Card(plain_title(publication.title), byline, profile.title, profile.accent)


def _authors_and_venue(shown: ShownPublication) -> str:
    names = ", ".join(author.name for author in shown.few_authors)
    return ". ".join(filter(None, [names, shown.publication.venue]))


def author_ids(shown: ShownPublication, profile: Profile) -> list[str]:
    """IRIs of the authors: their ORCID, for the owner the profile's; "" where none is known."""
    people = zip(shown.publication.authorships.all(), shown.authors, strict=True)
    return [
        owner_id(profile) if author.is_owner else f"https://orcid.org/{row.author.orcid}" if row.author.orcid else ""
        for row, author in people
    ]


def typed_links(record: Record, publication: Publication, ids: Iterable[str], pdf: str) -> list[signposting.TypedLink]:
    files = {media_type: file_address(publication, name) for name, media_type in FILES.items()}
    orcids = [iri for iri in ids if iri.startswith("https://orcid.org/")]
    return signposting.links(record, files=files, pdf=pdf, orcids=orcids)


def file_address(publication: Publication, name: str) -> str:
    return absolute(reverse(f"publications:{name}", args=[publication.slug]))


def list_head(
    profile: Profile, labels: Sequence[str], address: str, publications: Iterable[Publication], first: int
) -> Head:
    """Of a page of the list: what is chosen, and its items, the first of which is number `first` of all."""
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "url": absolute(publication.get_absolute_url()),
            "name": plain_title(publication.title),
        }
        for place, publication in enumerate(publications, first)
    ]
    name = _("Publications")
    listed: dict[str, Any] = {
        "@type": "CollectionPage",
        "url": absolute(address),
        "name": ": ".join(filter(None, [name, ", ".join(labels)])),
        "about": {"@id": owner_id(profile)},
        "mainEntity": {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items},
    }
    chosen = [(", ".join(labels), address)] if labels else []
    return section_head(profile, name, reverse("publications:list"), things=[listed], trail=chosen)
