"""What rows of many models are shown with, in few queries for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model, Prefetch, prefetch_related_objects

from .link import Link

LINKS = "links"  # the GenericRelation of every model that has links
PREFETCHED = "_prefetched_objects_cache"  # where Django keeps what was fetched with a row


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
        prefetch_related_objects(same, *shown_with(model))
    owners = (owner for same in by_model.values() for row in same for owner in owners_of_links(row))
    _attach_links([owner for owner in owners if not has_links(owner)])


def owners_of_links(row: Any) -> Iterable[Model]:
    return row.owners_of_links() if hasattr(row, "owners_of_links") else [row]


def shown_with(model: type[Model]) -> list[str | Prefetch]:
    """The relations, besides its links, that a row of this model is never shown without."""
    names = getattr(model, "shown_with", None)
    return names() if names else []


def has_links(row: Model) -> bool:
    return LINKS in getattr(row, PREFETCHED, ())


def _attach_links(owners: list[Any]) -> None:
    """Django prefetches one relation of one model in a query; links of all models stand in one table."""
    by_key: defaultdict[tuple[int, Any], list[Any]] = defaultdict(list)  # a paper may be here as several objects
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
            _keep(owner, key[0], found[key])


def _keep(owner: Any, kind: int, links: list[Link]) -> None:
    """As `prefetch_related` leaves them, for `owner.links.all()`."""
    everything: Any = Link.objects.all()
    everything._defer_next_filter = True  # worked out only for who asks `links.filter(…)`: it costs more than all else
    fetched = everything.filter(content_type=kind, object_id=owner.pk)
    fetched._result_cache = list(links)
    fetched._prefetch_done = True
    owner.__dict__.setdefault(PREFETCHED, {})[LINKS] = fetched


# What is shown of a row, whole --------------------------------------------------------------------------------------


def is_complete(row: Model) -> bool:
    """Whether all that it is shown with was fetched with it: relations, what its columns point at, and the columns
    themselves but for `search_text`, which nobody reads."""
    fetched = getattr(row, PREFETCHED, {})
    names = [one.prefetch_to if isinstance(one, Prefetch) else one for one in shown_with(type(row))]
    points_at: list[Any] = [field for field in row._meta.concrete_fields if field.is_relation]
    return (
        all(name in fetched for name in [LINKS, *names])
        and all(field.is_cached(row) for field in points_at if getattr(row, field.attname) is not None)
        and row.get_deferred_fields() <= {"search_text"}
    )


def substance(row: Model) -> str:
    """Everything that was fetched of the row and with it, as one text: what is equal in all of it looks the same."""
    parts: list[str] = []
    _add_substance(row, parts, set())
    return "\0".join(parts)


def _add_substance(row: Any, parts: list[str], seen: set[int]) -> None:
    if id(row) in seen:  # what belongs to it points back at it
        return
    seen.add(id(row))
    values = row.__dict__
    parts.append(f"{type(row).__name__} {[(name, value) for name, value in values.items() if name[0] != '_']!r}")
    for other in row._state.fields_cache.values():
        if other is not None:
            _add_substance(other, parts, seen)
    for name, others in values.get(PREFETCHED, {}).items():
        parts.append(name)
        for other in others:
            _add_substance(other, parts, seen)
