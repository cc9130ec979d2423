"""People: whose row in the table of authors a printed name belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import F

from .bibtex.names import Name, fold, parse_person
from .models import Author, Authorship, PersonName

NAME_FIELDS = ("given", "particle", "family", "suffix", "is_literal")
BATCH = 500  # keys in one query: SQLite limits the parameters


def find_or_create_author(name: Name) -> Author:
    return authors_for([name])[0]


def authors_for(names: list[Name]) -> list[Author]:
    """The saved author of each name; those not there yet are made. Few queries, however many names."""
    people = match_authors(names)
    new = list({identity_of(person): person for person in people if person.pk is None}.values())
    Author.objects.bulk_create(new, batch_size=BATCH)
    return people


def match_authors(names: list[Name]) -> list[Author]:
    """The author of each name; unsaved where there is none yet, and one object for one person.

    Equal names (accents, case, dots and hyphens aside) are one person. Initials stand for a full name when, among
    the stored and the given ones, there is exactly one they can stand for. A name is never taken for another one
    that is fuller or different in any other way: "Ada Lovelace" and "Ada B. Lovelace" stay two until merged by hand.
    """
    identities = [Identity.of(name) for name in names]
    directory = Directory(identities, {name.family for name in names})
    full_first = sorted(zip(identities, names, strict=True), key=lambda pair: -sum(map(len, pair[0].given)))
    found: dict[Identity, Author] = {}
    for identity, name in full_first:
        if identity not in found:
            found[identity] = directory.find(identity) or directory.add(identity, name)
    return [found[identity] for identity in identities]


def identity_of(person: Author) -> object:
    """What is equal for one person: a saved author's primary key, else the object that `match_authors` gave."""
    return person.pk if person.pk is not None else ("new", id(person))


class Identity(NamedTuple):
    """A name reduced to what makes it the same; `given` word by word."""

    key: str
    given: tuple[str, ...]
    suffix: str
    is_literal: bool

    @classmethod
    def of(cls, name: Name) -> Identity:
        words = (fold(word) for word in given_words(name))
        return cls(Author.make_key(name), tuple(word for word in words if word), fold(name.jr), name.literal)

    def may_stand_for(self, other: Identity) -> bool:
        """Whether this one has initials where the other has words, and else the same: "A. B." for "Ada Byron"."""
        pairs = list(zip(self.given, other.given, strict=False))
        return (
            self._replace(given=()) == other._replace(given=())
            and 0 < len(self.given) <= len(other.given)
            and all(mine == theirs or mine == theirs[:1] for mine, theirs in pairs)
            and any(len(mine) < len(theirs) for mine, theirs in pairs)
            and (len(self.given) == len(other.given) or len(self.given[-1]) == 1)
        )


def given_words(name: Name) -> list[str]:
    """ "Jean-Pierre", "J.-P." and "JP" word by word; capitals are initials unless the family name is all capitals."""
    words: list[str] = []
    for word in re.split(r"[\s.\-‐‑~]+", name.given):
        are_initials = 1 < len(word) <= 3 and word.isupper() and not name.family.isupper()
        words += word if are_initials else [word]
    return words


class Directory:
    """The authors who share a family name with one of the given names, stored and new."""

    def __init__(self, identities: Iterable[Identity], families: Set[str]) -> None:
        self.families = families
        self.people: dict[str, list[tuple[Identity, Author]]] = defaultdict(list)
        self.same: dict[Identity, Author] = {}
        keys = sorted({identity.key for identity in identities})
        for start in range(0, len(keys), BATCH):
            for author in Author.objects.filter(key__in=keys[start : start + BATCH]).order_by("pk"):
                self.remember(Identity.of(author.as_name), author)

    def find(self, identity: Identity) -> Author | None:
        if identity in self.same:
            return self.same[identity]
        if not any(len(word) == 1 for word in identity.given):  # in a file of thousands most names have no initials
            return self.printed.get(identity)
        initial = identity.given[0][:1]
        fuller = [
            author
            for other, author in self.people[identity.key]
            if other.given and other.given[0][:1] == initial and identity.may_stand_for(other)
        ]
        if not fuller:
            return self.printed.get(identity)
        return fuller[0] if len(fuller) == 1 else None

    @cached_property
    def printed(self) -> dict[Identity, Author]:
        """Names as papers print them that are of exactly one person, who is called otherwise: they were merged."""
        same = {name: F(f"author__{name}") for name in NAME_FIELDS}
        rows = Authorship.objects.exclude(**same).order_by("author").values_list("author", *NAME_FIELDS).distinct()
        found: defaultdict[Identity, set[int]] = defaultdict(set)
        for author, given, particle, family, suffix, is_literal in rows:
            if family in self.families:
                found[Identity.of(Name(family, given, particle, suffix, is_literal))].add(author)
        single = {identity: next(iter(pks)) for identity, pks in found.items() if len(pks) == 1}
        people = Author.objects.in_bulk(set(single.values())) if single else {}
        return {identity: people[pk] for identity, pk in single.items() if pk in people}

    def add(self, identity: Identity, name: Name) -> Author:
        author = Author(**columns_of(name), key=identity.key)
        self.remember(identity, author)
        return author

    def remember(self, identity: Identity, author: Author) -> None:
        self.people[identity.key].append((identity, author))
        self.same.setdefault(identity, author)


def columns_of(name: Name) -> dict[str, Any]:
    """The columns of an Author or an Authorship that hold this name, no longer than they can be."""
    parts = {"given": name.given, "particle": name.von, "family": name.family, "suffix": name.jr}
    lengths = {field.name: field.max_length for field in PersonName._meta.fields}
    return {**{part: text[: lengths[part]] for part, text in parts.items()}, "is_literal": name.literal}


def typed(name: Name) -> str:
    """The name as an editor types it: as printed where that is read back right, else the way BibTeX writes it."""
    plain = Name(name.family, name.given, name.von, name.jr, name.literal)
    return plain.printed if parse_person(plain.printed) == plain else plain.bibtex
