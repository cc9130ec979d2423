"""Reads the site's version in a few microseconds, past Django's connection, which would cost forty times that.

One connection a process, used under the lock of its caller. It connects again by itself: after a failure, and when the
file of the database is another one than before.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import quote

from django.db.backends.base.base import BaseDatabaseWrapper

QUERY = "SELECT token FROM academic_contentversion WHERE id = 1"


class VersionUnknown(Exception):
    """The database does not answer, or has no tables yet."""


class VersionReader(Protocol):
    def read(self) -> str:
        """The version that is committed now, or VersionUnknown."""

    def close(self) -> None: ...


def version_reader(connection: BaseDatabaseWrapper) -> VersionReader:
    """The one for this kind of database."""
    if connection.vendor == "sqlite":
        return SQLiteReader(str(connection.settings_dict["NAME"]))
    return PostgreSQLReader(connection.get_connection_params)


class SQLiteReader:
    def __init__(self, name: str) -> None:
        self._in_memory = name.startswith("file:")  # a test's
        self._name = name
        self._file: tuple[int, int] | None = None
        self._connection: sqlite3.Connection | None = None

    def read(self) -> str:
        try:
            file = self._which_file()
            if self._connection is None or file != self._file:
                self.close()
                self._connection, self._file = self._connected(), file
            return str(self._connection.execute(QUERY).fetchall()[0][0])
        except (sqlite3.Error, OSError, LookupError) as error:
            self.close()
            raise VersionUnknown from error

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _which_file(self) -> tuple[int, int] | None:
        """A backup that was put in its place is another file, while an open connection goes on reading the old one."""
        if self._in_memory:
            return None
        found = os.stat(self._name)
        return found.st_dev, found.st_ino

    def _connected(self) -> sqlite3.Connection:
        address = self._name if self._in_memory else f"file:{quote(self._name)}?mode=rw"
        opened = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        opened.execute("PRAGMA query_only = 1")
        return opened


class PostgreSQLReader:
    def __init__(self, parameters: Callable[[], dict[str, Any]]) -> None:
        self._parameters = parameters
        self._connection: Any = None

    def read(self) -> str:
        """A connection that the server closed meanwhile is no failure: the second try makes another one."""
        import psycopg

        for _ in range(2):
            try:
                self._connection = self._connection or self._connected()
                return str(self._connection.execute(QUERY).fetchall()[0][0])
            except (psycopg.Error, LookupError) as error:
                self.close()
                reason = error
        raise VersionUnknown from reason

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _connected(self) -> Any:
        import psycopg

        given = {name: value for name, value in self._parameters().items() if name not in {"cursor_factory", "context"}}
        return psycopg.connect(**given, autocommit=True)
