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
    return LINKS in getattr(row, "_prefetched_objects_cache", ())


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
            _keep(owner, found[key])


def _keep(owner: Any, links: list[Link]) -> None:
    """As `prefetch_related` leaves them, for `owner.links.all()`."""
    fetched = owner.links.all()
    fetched._result_cache = list(links)
    fetched._prefetch_done = True
    if not hasattr(owner, "_prefetched_objects_cache"):
        owner._prefetched_objects_cache = {}
    owner._prefetched_objects_cache[LINKS] = fetched
