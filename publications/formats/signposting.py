"""Where a paper's page leads machines: typed links, as signposting.org's FAIR profile (2023-10-02) names them.

`cite-as` is never given: it promises an identifier that resolves to this very page, and a DOI resolves to the
publisher's; it stands as `related`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..bibtex.record import Record
from . import jsonld, parts

LONGEST_HEADER = 2500  # bytes: nginx passes on 4 kB of headers unless told otherwise


class TypedLink(NamedTuple):
    rel: str
    href: str
    type: str = ""


def links(record: Record, *, files: Mapping[str, str], pdf: str = "", orcids: Sequence[str] = ()) -> list[TypedLink]:
    """`files` are the addresses of its references by media type, `orcids` IRIs of its authors."""
    every = [
        TypedLink("type", "https://schema.org/AboutPage"),
        TypedLink("type", f"https://schema.org/{jsonld.type_of(record)}"),
        TypedLink("related", parts.doi_address(record)),
        *(TypedLink("describedby", address, media_type) for media_type, address in files.items()),
        TypedLink("item", pdf, "application/pdf"),
        TypedLink("license", parts.licence_address(record)),
        *(TypedLink("author", orcid) for orcid in dict.fromkeys(orcids)),
    ]
    return [link for link in every if link.href]


def header(found: Iterable[TypedLink]) -> str:
    """The value of a `Link:` header (RFC 8288). Authors come last: of hundreds those that find room are named."""
    value = ""
    for link in found:
        written = f'<{link.href}>; rel="{link.rel}"' + (f'; type="{link.type}"' if link.type else "")
        longer = f"{value}, {written}" if value else written
        if not written.isascii() or len(longer) > LONGEST_HEADER:
            continue
        value = longer
    return value


def back(rel: str, page: str) -> str:
    """What a file sends: that it `describes` the page, or that the page is its `collection`."""
    return header([TypedLink(rel, page, "text/html")])
