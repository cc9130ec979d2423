"""Who among the authors is the owner: computed when read, so a new spelling in the profile works at once."""

from __future__ import annotations

from collections.abc import Iterable

from academic.models import Profile

from .bibtex.names import Name, parse_person, same_person


class OwnerMatcher:
    """Finds the owner in author lists by every name the profile knows."""

    def __init__(self, profile: Profile) -> None:
        spellings = [line.strip() for line in profile.name_variants.splitlines() if line.strip()]
        names: list[Name] = []
        if profile.family_name:
            names.append(
                Name(family=profile.family_name, given=profile.given_name, von="", jr="", literal=False, marks="")
            )
        self.names = names + [parse_person(spelling) for spelling in spellings]

    def places(self, authors: Iterable[Name]) -> set[int]:
        """Where in the list of authors the owner stands; nowhere when two namesakes stand in it."""
        found = {place for place, name in enumerate(authors) if same_person(name, self.names)}
        return found if len(found) == 1 else set()
