"""Who among the authors is the owner: computed when read, so a new spelling in the profile works at once."""

from __future__ import annotations

from collections.abc import Iterable

from academic.models import Profile

from .bibtex.names import Name, parse_person, same_person
from .models import Authorship


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

    def owners(self, authorships: Iterable[Authorship]) -> set[int]:
        """Primary keys of the owner's authorships; none when two namesakes stand in one list."""
        found = {a.pk for a in authorships if same_person(a.as_name, self.names)}
        return found if len(found) == 1 else set()
