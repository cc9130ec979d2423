"""The pages a process keeps: those of one version of the site, until the next moment at which one changes by itself."""

from __future__ import annotations

import threading
import time

from django.db import DatabaseError, close_old_connections

from .models.publishing import next_boundary
from .version_reader import VersionReader, VersionUnknown
from .whole_answers import Page

Key = tuple[str, str, bool]  # scheme, path, whether compressed

LARGEST_PART = 4  # a page that takes more than a fourth of the room is not kept
STRIPES = 64  # pages that are rendered at once in a process
MOST_PASSING = 10_000


class CurrentContent:
    """The pages of the site as it is now. Version and pages are one value, which a request takes once."""

    def __init__(self, reader: VersionReader, room: int) -> None:
        self._reader, self._room = reader, room
        self._lock = threading.Lock()
        self._pages = Pages("", 0.0, room)

    def pages(self) -> Pages | None:
        """None while the database does not answer."""
        with self._lock:
            try:
                version = self._reader.read()
                if version != self._pages.version or time.time() >= self._pages.until:
                    self._pages = Pages(version, _boundary(), self._room)
            except (VersionUnknown, DatabaseError):
                return None
            return self._pages


def _boundary() -> float:
    """When the next page changes by itself. Read after the version: what changed since belongs to another one."""
    close_old_connections()
    return next_boundary().timestamp()


class Pages:
    """The pages of one version, true until a moment."""

    def __init__(self, version: str, until: float, room: int) -> None:
        self.version, self.until = version, until
        self.kept: dict[Key, Page] = {}
        self.passing: set[Key] = set()  # what cannot be kept need not wait for its turn
        self._free = room
        self._largest = room // LARGEST_PART
        self._guard = threading.Lock()
        self._turns = [threading.Lock() for _ in range(STRIPES)]

    def turn(self, key: Key) -> threading.Lock:
        """One at a time renders a page."""
        return self._turns[hash(key) % STRIPES]

    def keep(self, key: Key, page: Page) -> None:
        """Those kept longest make room."""
        size = len(key[1]) + page.size
        if size > self._largest:
            return self.let_pass(key)
        with self._guard:
            self.kept[key] = page
            self._free -= size
            while self._free < 0:
                oldest = next(iter(self.kept))
                self._free += len(oldest[1]) + self.kept.pop(oldest).size

    def let_pass(self, key: Key) -> None:
        if len(self.passing) < MOST_PASSING:
            self.passing.add(key)
