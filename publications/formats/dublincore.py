"""Elements of Dublin Core as <meta> tags (DCMI's "DC-HTML"), for library programs that read nothing else."""

from __future__ import annotations

from ..bibtex.record import Record
from . import highwire, parts

SCHEMA = "http://purl.org/dc/elements/1.1/"


def tags(record: Record, *, url: str = "") -> list[tuple[str, str]]:
    """(name, content), none of them empty."""
    pairs = [
        ("DC.title", record.title),
        *(("DC.creator", highwire.name_of(name)) for name in record.authors),
        ("DC.date", parts.iso_date(record)),
        ("DC.publisher", parts.publishers(record)[0]),
        ("DC.language", record.language),
        ("DC.identifier", f"doi:{record.doi}" if record.doi else url),
        ("DC.rights", record.licence),
    ]
    return [(name, " ".join(content.split())) for name, content in pairs if content.strip()]
