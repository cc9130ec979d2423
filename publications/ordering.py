"""The keys of a long list, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from .models import PublicationQuerySet


class NewestFirst(Sequence[int]):
    """Primary keys of publications as `newest_first()` orders them, for a paginator: a slice costs two queries at most,
    and on SQLite no sorting, however many there are."""

    def __init__(self, found: PublicationQuerySet, number: int | None = None) -> None:
        """`number` of those found, where it is known; else they are counted."""
        self._number = number
        coming, rest = found.in_parts()
        self._coming = list(coming.values_list("pk", flat=True))
        self._rest = rest.values_list("pk", flat=True)

    @cached_property
    def _length(self) -> int:
        return len(self._coming) + self._rest.order_by().count() if self._number is None else self._number

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> list[int]: ...
    def __getitem__(self, place: int | slice) -> int | list[int]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        first, last, _step = place.indices(len(self))
        number = len(self._coming)
        rest = self._rest[max(0, first - number) : max(0, last - number)] if last > number else []
        return [*self._coming[first:last], *rest]
