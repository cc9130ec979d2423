"""What many pages have in common, made once while a whole site is asked for (an export), until the content changes.

A visitor's page is made of what the database says at that moment: outside of `sharing()` nothing is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import connection
from django.utils.safestring import SafeString

from .models.publishing import next_boundary
from .remembering import Remembered, key_of
from .version_reader import QUERY

ROOM = 192_000_000  # bytes of texts: some 15,000 publications in all their forms. Memory is taken as it fills.
Value = TypeVar("Value")


class Shared:
    """Values and texts of one content."""

    def __init__(self) -> None:
        self._values: dict[Hashable, Any] = {}
        self._texts = Remembered(ROOM)
        self._version, self._until, self._contents = "", 0.0, 0

    def look(self) -> None:
        """Before each page: forget all unless the content is the same. The version is read before what it is of."""
        version = _version()
        if version and version == self._version and time.time() < self._until:
            return
        self._version, self._until = version, next_boundary().timestamp()
        self._values.clear()
        self._contents += 1

    def value(self, key: Hashable, make: Callable[[], Any]) -> Any:
        if key not in self._values:
            self._values[key] = make()
        return self._values[key]

    def made_text(self, make: Callable[[], SafeString], *key: str) -> SafeString:
        return self._texts.get(self._key(key), make)

    def text(self, *key: str) -> str | None:
        return self._texts.known(self._key(key))

    def keep_text(self, text: str, *key: str) -> None:
        self._texts.keep(self._key(key), text)

    def _key(self, key: tuple[str, ...]) -> bytes:
        return key_of(str(self._contents), *key)


def _version() -> str:
    """Of what Django's own connection sees, so that it is no older than the page."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY)
        row = cursor.fetchone()
    return str(row[0]) if row else ""


_shared: ContextVar[Shared | None] = ContextVar("shared", default=None)


@contextmanager
def sharing() -> Iterator[Shared]:
    """Whoever asks for pages in this context says `look()` before each."""
    shared = Shared()
    token = _shared.set(shared)
    try:
        yield shared
    finally:
        _shared.reset(token)


def current() -> Shared | None:
    """None for a visitor's page."""
    return _shared.get()


def shared_value(key: Hashable, make: Callable[[], Value]) -> Value:
    """What `make` gives, which all pages read and none changes."""
    shared = current()
    return shared.value(key, make) if shared else make()
