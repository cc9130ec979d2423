"""A choice among the publications (type, year, topic, author, status, words) and its address.

The first choice stands in the path (/publications/type/article/), further ones and words in the query.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from academic.models import Profile
from academic.shared import shared_value

from .bibtex.names import same_person
from .models import Author, Authorship, Publication, PublicationQuerySet, Topic
from .ordering import NewestFirst
from .owner import OwnerMatcher

FACETS = {
    "type": _("Type"),
    "year": _("Year"),
    "topic": _("Topic"),
    "author": _("Author"),
    "status": _("Status"),
}
FEWEST_PAPERS = 2  # of an author with a list of their own
MOST_AUTHORS = 20
COLUMNS = ("kind", "year", "status")  # that facets choose by
QUESTION, GROUPING = "q", "group"
BY_TYPE = "type"
MANY = 500  # found by words: more are listed, but not counted by their facets


@dataclass(frozen=True)
class Value:
    """One of the values of a facet, as a link."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    values: list[Value]

    @property
    def is_in_paths(self) -> bool:
        """Whether its values have addresses without a query, which a copy made of files can have too."""
        return not any("?" in value.address for value in self.values)


@dataclass(frozen=True)
class Selection:
    """What was asked for; `chosen` by the name of the facet."""

    chosen: Mapping[str, str]
    question: str = ""
    is_by_type: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str], in_path: Mapping[str, str]) -> Selection:
        """What an address asks for. Raises BadRequest for what no database can be asked."""
        asked = {**query, **in_path}
        chosen = {name: asked[name] for name in FACETS if asked.get(name)}
        if any("\x00" in value for value in chosen.values()):
            raise BadRequest("NUL in a choice")
        question = query.get(QUESTION, "").replace("\x00", "").strip()
        return cls(chosen, question, query.get(GROUPING) == BY_TYPE)

    def __bool__(self) -> bool:
        return bool(self.chosen or self.question)

    def having(self, name: str, value: str) -> Selection:
        return replace(self, chosen={**self.chosen, name: value})

    def without(self, name: str) -> Selection:
        return replace(self, chosen={other: value for other, value in self.chosen.items() if other != name})

    def grouped(self, is_by_type: bool) -> Selection:
        return replace(self, is_by_type=is_by_type)

    @property
    def asking_nothing(self) -> Selection:
        return replace(self, question="")

    # Its address

    @property
    def address(self) -> str:
        return self.page_address(1)

    def page_address(self, number: int) -> str:
        query = urlencode(self.query)
        return self._path(number) + (f"?{query}" if query else "")

    def file_address(self, form: str) -> str:
        """Of a download of its publications: the further choices and the words stand in the query there too."""
        first = next((name for name in FACETS if name in self.chosen), None)
        query = urlencode({name: value for name, value in self.query.items() if name != GROUPING})
        if first and "." not in self.chosen[first]:
            path = reverse("publications:facet_file", args=[first, self.chosen[first], form])
        else:
            path = reverse("publications:all", args=[form])
            query = urlencode({**self.chosen, **({QUESTION: self.question} if self.question else {})})
        return path + (f"?{query}" if query else "")

    @property
    def path(self) -> str:
        """Where a form that asks for words goes."""
        return self._path(1)

    def _path(self, number: int) -> str:
        first = next((name for name in FACETS if name in self.chosen), None)
        arguments: list[Any] = [first, self.chosen[first]] if first else []
        route = "facet" if first else "list"
        if number > 1:
            return reverse(f"publications:{route}_page", args=[*arguments, number])
        return reverse(f"publications:{route}", args=arguments)

    @property
    def query(self) -> dict[str, str]:
        """What of it stands in the query."""
        names = [name for name in FACETS if name in self.chosen]
        further = {name: self.chosen[name] for name in names[1:]}
        asked = {QUESTION: self.question} if self.question else {}
        return further | asked | ({GROUPING: BY_TYPE} if self.is_by_type else {})

    # Its publications

    def publications(self, leaving_out: str = "") -> PublicationQuerySet:
        """The published ones, unordered; `leaving_out` one facet, whose other values are to be counted."""
        found = self._answering[0]
        for name, value in self.chosen.items():
            if name != leaving_out:
                found = self._chosen_by(found, name, value)
        return found

    def _chosen_by(self, publications: PublicationQuerySet, name: str, value: str) -> PublicationQuerySet:
        match name:
            case "type":
                return publications.filter(kind=value)
            case "year":
                is_year = value.isascii() and value.isdigit() and len(value) <= 4
                return publications.filter(year=int(value)) if is_year else publications.none()
            case "topic":
                return publications.filter(topics__slug=value)
            case "author":
                return publications.filter(self._of_people)
            case _:
                return publications.filter(status=value)

    @cached_property
    def _of_people(self) -> Q:
        """The rule of the chosen author's publications. People are looked for once for all counts."""
        people = [person.pk for person in Author.objects.named(self.chosen["author"])]
        return Q(pk__in=Authorship.objects.filter(author__in=people).values("publication"))

    def numbers(self, facet: str, column: str) -> Mapping[Any, int]:
        """How many of its publications have each value of the column that the facet chooses by."""
        if facet in self.chosen:
            return dict(_numbers(self.publications(leaving_out=facet), column))
        return self._numbers_by_column[column]

    @cached_property
    def _numbers_by_column(self) -> dict[str, Counter[Any]]:
        """Of all such columns, in one query."""
        found = {column: Counter[Any]() for column in COLUMNS}
        for *values, number in _numbers(self.publications(), *COLUMNS):
            for column, value in zip(COLUMNS, values, strict=True):
                found[column][value] += number
        return found

    def of_publications(self, rows: QuerySet[Any], leaving_out: str = "") -> QuerySet[Any]:
        """Of `rows`, which have a publication each, those of its publications."""
        if self.question or self.chosen.keys() - {leaving_out}:
            return rows.filter(publication__in=self.publications(leaving_out))
        # The same, four times as fast: few are hidden, most often none.
        return rows.exclude(publication__in=Publication.objects.hidden())

    @property
    def is_countable(self) -> bool:
        return self._answering[1]

    @cached_property
    def _answering(self) -> tuple[PublicationQuerySet, bool]:
        """Those with the words, and whether they are few: then they are looked for once, and named by their keys."""
        published = Publication.objects.published()
        if not self.question:
            return published, True
        if len(self.found) > MANY:
            return published.search(self.question), False
        return Publication.objects.filter(pk__in=self.found), True

    @cached_property
    def found(self) -> Sequence[int]:
        """Primary keys of those with the words, newest first; whatever else is chosen. Looked for once.

        Few are found by reading all texts, in the order they lie on the disk. Words that many have are soon found in
        the order of the list: then only their number needs all texts.
        """
        with_words, published = Publication.objects.search(self.question).order_by(), Publication.objects.published()
        keys = list(with_words.values_list("pk", flat=True)[: MANY + 1])
        if len(keys) <= MANY:
            return list(published.filter(pk__in=keys).newest_first().values_list("pk", flat=True))
        hidden = with_words.filter(pk__in=Publication.objects.hidden().values("pk"))
        number = with_words.count() - hidden.count()
        found = NewestFirst(published.search(self.question), number)
        return found if number > MANY else found[:]

    def labels(self) -> dict[str, str]:
        """What a reader calls the chosen values."""
        return {name: label_of(name, value) for name, value in self.chosen.items()}


def label_of(name: str, value: str) -> str:
    match name:
        case "type":
            return str(Publication.PLURALS.get(value, value))
        case "status":
            return str(dict(Publication.Status.choices).get(value, value))
        case "topic":
            return Topic.objects.filter(slug=value).values_list("name", flat=True).first() or value
        case "author":
            person = Author.objects.named(value).first()
            return person.printed if person else value
        case _:
            return value


def facets(selection: Selection, profile: Profile) -> list[Facet]:
    """Every facet that offers a choice, with how many publications each value would show."""
    if not selection.is_countable:
        return []
    found = []
    for name, label in FACETS.items():
        counted = _counts(name, selection, profile)
        values = [
            Value(
                words,
                count,
                selection.having(name, value).address,
                selection.chosen.get(name) == value,
            )
            for value, words, count in counted
        ]
        if len(values) > 1 or any(value.is_chosen for value in values):
            found.append(Facet(name, str(label), values))
    return found


def _counts(name: str, selection: Selection, profile: Profile) -> list[tuple[str, str, int]]:
    """As `_counted`. The lists of an export share those of one facet, whichever of its values each of them shows."""

    def count() -> list[tuple[str, str, int]]:
        return list(_counted(name, selection, profile))

    return count() if selection.without(name) else shared_value(("counts", name, get_language()), count)


def list_addresses() -> Iterator[str]:
    """The address of every list of one facet that has enough papers."""
    everything, nobody = Selection({}), Profile()
    for name in FACETS:
        counted = _counted(name, everything, nobody)
        values = _authors_of_enough(everything) if name == "author" else [value for value, _label, _number in counted]
        yield from (Selection({}).having(name, value).address for value in values)


def _authors_of_enough(selection: Selection) -> list[str]:
    by_author = selection.of_publications(Authorship.objects.order_by()).values_list("author")
    numbers = dict(by_author.annotate(Count("publication", distinct=True)))
    by_slug: Counter[str] = Counter()
    for person in Author.objects.all():
        by_slug[person.slug] += numbers.get(person.pk, 0)
    return [slug for slug, number in by_slug.items() if _is_a_list(slug) and number >= FEWEST_PAPERS]


def _is_a_list(slug: str) -> bool:
    return bool(slug) and slug.count("-") < Author.LONGEST_SLUG


def _counted(name: str, selection: Selection, profile: Profile) -> Iterator[tuple[str, str, int]]:
    """(value, label, number) of each value of the facet, in the order a reader expects."""
    match name:
        case "type":
            by_kind = selection.numbers(name, "kind")
            yield from ((kind, label_of("type", kind), by_kind[kind]) for kind in Publication.Kind if kind in by_kind)
        case "year":
            by_year = selection.numbers(name, "year")
            years = sorted((year for year in by_year if year is not None and 0 <= year <= 9999), reverse=True)
            yield from ((str(year), str(year), by_year[year]) for year in years)
        case "topic":
            filed = selection.of_publications(Publication.topics.through.objects.all(), leaving_out=name)
            topics = filed.order_by("topic__name").values_list("topic__slug", "topic__name")
            yield from topics.annotate(Count("pk"))
        case "author":
            yield from _counted_authors(selection, profile)
        case _:
            by_status = selection.numbers(name, "status")
            known = [value for value in Publication.Status if value in by_status]
            yield from ((value, label_of("status", value), by_status[value]) for value in known)


def _numbers(publications: PublicationQuerySet, *columns: str) -> Iterable[tuple[Any, ...]]:
    """Each combination of values, with how many have it."""
    return publications.order_by().values_list(*columns).annotate(Count("pk"))


def _counted_authors(selection: Selection, profile: Profile) -> Iterator[tuple[str, str, int]]:
    """Those one writes with most; not the owner, who wrote everything."""
    by_author = selection.of_publications(Authorship.objects.order_by(), leaving_out="author").values_list("author")
    often = by_author.annotate(number=Count("publication")).filter(number__gte=FEWEST_PAPERS)
    numbers = dict(often.order_by("-number", "author")[: MOST_AUTHORS + 5])
    owner = OwnerMatcher(profile).names
    people = Author.objects.in_bulk(numbers)
    by_slug: Counter[str] = Counter()
    names: dict[str, str] = {}
    for key, number in numbers.items():
        person = people[key]
        slug = person.slug
        if _is_a_list(slug) and not same_person(person.as_name, owner):
            by_slug[slug] += number
            names.setdefault(slug, person.printed)
    yield from ((slug, names[slug], number) for slug, number in by_slug.most_common(MOST_AUTHORS))
