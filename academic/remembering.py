"""Texts that are made again and again from the same things, kept in this process within a room."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from django.utils.safestring import SafeString

Key = bytes


def key_of(*parts: str) -> Key:
    """A key of all that a text is made from: other parts, another key."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Remembered:
    """HTML by key, at most `room` bytes of it; what was not asked for longest makes room."""

    def __init__(self, room: int) -> None:
        self._kept: OrderedDict[Key, SafeString] = OrderedDict()
        self._free = room
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], SafeString]) -> SafeString:
        """What is kept under the key, or else what `make` gives, which is kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._free -= sys.getsizeof(made)
            while self._free < 0:
                _key, oldest = self._kept.popitem(last=False)
                self._free += sys.getsizeof(oldest)
        return made
