"""Texts that are made again and again from the same things, kept in this process within a room."""

from __future__ import annotations

import mmap
import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from django.utils.safestring import SafeString

Key = bytes
ENCODING = ("utf-8", "surrogatepass")


def key_of(*parts: str) -> Key:
    """A key of all that a text is made from: other parts, another key."""
    return blake2b("\0".join(parts).encode(*ENCODING), digest_size=16).digest()


class Remembered:
    """Texts by key, at most `room` bytes of it; what was kept first makes room.

    It lies in a block of its own, written round and round: small texts that stay between all that a page needs for a
    moment keep the memory of that moment from being given back.
    """

    def __init__(self, room: int) -> None:
        self._memory = mmap.mmap(-1, room, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self._places: OrderedDict[Key, tuple[int, int]] = OrderedDict()  # the oldest first: next to be written over
        self._end = 0
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], SafeString]) -> SafeString:
        """What is kept under the key, or else what `make` gives, which is kept."""
        known = self.known(key)
        if known is not None:
            return SafeString(known)
        made = make()
        self.keep(key, made)
        return made

    def known(self, key: Key) -> str | None:
        with self._lock:
            if key not in self._places:
                return None
            start, end = self._places[key]
            return self._memory[start:end].decode(*ENCODING)

    def keep(self, key: Key, text: str) -> None:
        with self._lock:
            self._keep(key, text.encode(*ENCODING))

    def _keep(self, key: Key, text: bytes) -> None:
        if key in self._places or len(text) > len(self._memory):
            return
        if self._end + len(text) > len(self._memory):
            self._forget(self._end, len(self._memory))
            self._end = 0
        start, self._end = self._end, self._end + len(text)
        self._forget(start, self._end)
        self._memory[start : self._end] = text
        self._places[key] = (start, self._end)

    def _forget(self, start: int, end: int) -> None:
        """What lies there, in part or whole."""
        while self._places:
            oldest, place = next(iter(self._places.items()))
            if place[0] >= end or place[1] <= start:
                return
            del self._places[oldest]
