"""What rows of many models are shown with, in few queries for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model, Prefetch

from .link import Link

LINKS = "links"  # the GenericRelation of every model that has links
PREFETCHED = "_prefetched_objects_cache"  # where Django keeps what was fetched with a row


class Fetched:
    """What `all()` of a row's manager gives when it was fetched for many rows together; to whatever else is asked of
    it, the manager's own query answers.

    Django keeps a QuerySet there, one for each row and relation: making them takes a third of the time of fetching.
    """

    def __init__(self, rows: list[Any], owner: Model, name: str) -> None:
        self._rows, self._owner, self._name = rows, owner, name

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        return self._rows[place]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what copying and pickling ask for
            raise AttributeError(name)
        manager = getattr(self._owner, self._name)
        return getattr(manager._apply_rel_filters(manager.model._default_manager.all()), name)


def complete(rows: Iterable[Model]) -> None:
    """Fetch what `rows` are shown with: for each model what its `shown_with()` names, and in one query all links, a
    row's own or those of its `owners_of_links()`.

    Afterwards `owner.links.all()` gives the links that visitors may see, without a query. What a row has already is not
    fetched again.
    """
    by_model: defaultdict[type[Model], list[Any]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    for model, same in by_model.items():
        for relation in shown_with(model):
            _attach(model, same, relation)
    owners = (owner for same in by_model.values() for row in same for owner in owners_of_links(row))
    _attach_links([owner for owner in owners if not has_links(owner)])


def fetched(row: Model, name: str) -> Iterable[Any]:
    """`row.NAME.all()`, without the manager that Django makes for each asking."""
    known = row.__dict__.get(PREFETCHED, {})
    return known[name] if name in known else getattr(row, name).all()


def owners_of_links(row: Any) -> Iterable[Model]:
    return row.owners_of_links() if hasattr(row, "owners_of_links") else [row]


def shown_with(model: type[Model]) -> list[str | Prefetch]:
    """The relations, besides its links, that a row of this model is never shown without."""
    names = getattr(model, "shown_with", None)
    return names() if names else []


def name_of(relation: str | Prefetch) -> str:
    return relation.prefetch_to if isinstance(relation, Prefetch) else relation


def has_links(row: Model) -> bool:
    return LINKS in getattr(row, PREFETCHED, ())


def _attach(model: type[Model], rows: list[Any], relation: str | Prefetch) -> None:
    """Give each row the others that a foreign key of theirs, or a table between, joins to it."""
    name = name_of(relation)
    wanting = [row for row in rows if name not in getattr(row, PREFETCHED, ())]
    by_key: defaultdict[Any, list[Any]] = defaultdict(list)  # a paper may be here as several objects
    for row in wanting:
        by_key[row.pk].append(row)
    if not by_key:
        return
    field: Any = model._meta.get_field(name)
    others = relation.queryset if isinstance(relation, Prefetch) else None
    others = field.related_model._default_manager.all() if others is None else others
    found: defaultdict[Any, list[Any]] = defaultdict(list)
    for other in others.annotate(completes=models.F(field.remote_field.name)).filter(completes__in=list(by_key)):
        found[other.__dict__.pop("completes")].append(other)
    for key, same in by_key.items():
        for row in same:
            _keep(row, name, found[key])


def _attach_links(owners: list[Any]) -> None:
    """Django prefetches one relation of one model in a query; links of all models stand in one table."""
    by_key: defaultdict[tuple[int, Any], list[Any]] = defaultdict(list)
    for owner in owners:
        by_key[ContentType.objects.get_for_model(owner).pk, owner.pk].append(owner)
    keys: defaultdict[int, list[Any]] = defaultdict(list)
    for kind, pk in by_key:
        keys[kind].append(pk)
    wanted = models.Q(*(models.Q(content_type=kind, object_id__in=pks) for kind, pks in keys.items()), _connector="OR")
    found: defaultdict[tuple[int, Any], list[Link]] = defaultdict(list)
    for link in Link.objects.shown().filter(wanted) if keys else ():
        found[link.content_type_id, link.object_id].append(link)
    for key, same in by_key.items():
        for owner in same:
            _keep(owner, LINKS, found[key])


def _keep(owner: Any, name: str, rows: list[Any]) -> None:
    """Where `prefetch_related` would leave them, for `owner.NAME.all()`."""
    owner.__dict__.setdefault(PREFETCHED, {})[name] = Fetched(list(rows), owner, name)


# What is shown of a row, whole --------------------------------------------------------------------------------------

UNREAD = frozenset(("search_text",))  # columns that nobody reads


class _Shape(NamedTuple):
    """Of a model: the names of what its rows are shown with, its foreign keys, and the values of its columns."""

    fetched: frozenset[str]
    points_at: list[Any]
    columns: frozenset[str]
    values_of: Callable[[Mapping[str, Any]], Any]


@cache
def _shape(model: type[Model]) -> _Shape:
    fields: Any = model._meta.concrete_fields
    columns = [field.attname for field in fields if field.attname not in UNREAD]
    return _Shape(
        frozenset((LINKS, *map(name_of, shown_with(model)))),
        [field for field in fields if field.is_relation],
        frozenset(columns),
        itemgetter(*columns),
    )


def is_complete(row: Model) -> bool:
    """Whether all that it is shown with was fetched with it: relations, what its columns point at, and the columns
    themselves but for those that nobody reads."""
    shape = _shape(type(row))
    return (
        shape.fetched <= getattr(row, PREFETCHED, {}).keys()
        and shape.columns <= row.__dict__.keys()
        and all(field.is_cached(row) for field in shape.points_at if getattr(row, field.attname) is not None)
    )


def substance(row: Model) -> str:
    """Everything that was fetched of a complete row and with it, as one text: what is equal in all of it looks the
    same. What a query works out besides the columns is not part of it."""
    parts: list[str] = []
    _add_substance(row, parts, set())
    return "\0".join(parts)


def _add_substance(row: Any, parts: list[str], seen: set[int]) -> None:
    if id(row) in seen:  # what belongs to it points back at it
        return
    seen.add(id(row))
    model: type[Model] = type(row)
    values, shape = row.__dict__, _shape(model)
    try:
        said = shape.values_of(values)
    except KeyError:  # a column was left out, by a query of its own
        said = sorted((name, values[name]) for name in shape.columns & values.keys())
    parts.append(f"{model.__name__} {said!r}")
    for other in row._state.fields_cache.values():
        if other is not None:
            _add_substance(other, parts, seen)
    for name, others in values.get(PREFETCHED, {}).items():
        parts.append(name)
        for other in others:
            _add_substance(other, parts, seen)
