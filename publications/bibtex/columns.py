"""The columns of a publication, as one entry gives them."""

from dataclasses import dataclass, field, fields
from typing import Any

from .links import LinkItem
from .person import Name


@dataclass(slots=True)
class Record:
    """What an entry says, in plain Unicode. `date_text` is what was written where the date columns cannot hold it;
    `status` "" where nothing is said; `extra` every other field that is not private; `problems` plain sentences."""

    entry_type: str = ""
    kind: str = ""
    citation_key: str = ""
    title: str = ""
    authors: list[Name] = field(default_factory=list)
    and_others: bool = False
    collaboration: str = ""
    editors: list[Name] = field(default_factory=list)
    highlight: str = ""
    marks_legend: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    date_text: str = ""
    status: str = ""
    venue: str = ""
    venue_short: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    series: str = ""
    edition: str = ""
    publisher: str = ""
    institution: str = ""
    location: str = ""
    doi: str = ""
    arxiv_id: str = ""
    arxiv_class: str = ""
    isbn: str = ""
    issn: str = ""
    pmid: str = ""
    hal_id: str = ""
    abstract: str = ""
    language: str = ""
    licence: str = ""
    note: str = ""
    award: str = ""
    award_text: str = ""
    topics: list[str] = field(default_factory=list)
    links: list[LinkItem] = field(default_factory=list)
    pdf: str = ""
    picture: str = ""
    selected: bool = False
    extra: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def columns(self) -> dict[str, Any]:
        """As plain data JSON can hold; `Record.from_columns` reads it back."""
        data = {name: getattr(self, name) for name in _COLUMNS}
        for name in ("authors", "editors"):
            data[name] = [
                {"family": n.family, "given": n.given, "von": n.von, "jr": n.jr, "literal": n.literal, "marks": n.marks}
                for n in data[name]
            ]
        data["links"] = [{"label": item.label, "url": item.url, "kind": item.kind} for item in self.links]
        for name in ("topics", "extra", "problems"):
            data[name] = data[name].copy()
        return data

    @classmethod
    def from_columns(cls, data: dict[str, Any]) -> "Record":
        known = {name: data[name] for name in _COLUMNS if name in data}
        for name in ("authors", "editors"):
            known[name] = [Name(**person) for person in known.get(name, ())]
        known["links"] = [LinkItem(**item) for item in known.get("links", ())]
        return cls(**known)


_COLUMNS = tuple(column.name for column in fields(Record))
