"""What stands in the CV, gathered once for its page and for every file made of it: only what visitors may see."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from academic.models import CVEntry, Link, Profile
from academic.models.link import with_shown_links
from publications.models import Publication
from publications.showing import ShownPublication, shown_list


@dataclass(frozen=True)
class CVContent:
    profile: Profile
    affiliations: list[str]
    interests: list[str]
    links: list[Link]
    sections: list[tuple[str, list[CVEntry]]]
    publications: list[ShownPublication]  # by type, newest first

    def section(self, *wanted: str) -> list[CVEntry]:
        return [entry for _, entries in self.sections for entry in entries if entry.section in wanted]


def gather(profile: Profile) -> CVContent:
    publications = Publication.objects.published().by_type().with_everything_shown()
    return CVContent(
        profile=profile,
        affiliations=[affiliation.name for affiliation in profile.affiliations.all()],
        interests=[interest.name for interest in profile.interests.all()],
        links=list(profile.links.shown()),
        sections=cv_sections(),
        publications=shown_list(publications, profile),
    )


def cv_sections() -> list[tuple[str, list[CVEntry]]]:
    """(heading, entries) of every section that has entries, in the order a CV has them."""
    entries = CVEntry.objects.published().prefetch_related(with_shown_links())
    by_section = {name: list(items) for name, items in groupby(entries, lambda entry: entry.section)}
    return [(str(section.label), by_section[section]) for section in CVEntry.Section if section in by_section]
