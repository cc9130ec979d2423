"""Reads the site's version in a few microseconds, past Django's connection, which would cost forty times that.

One connection a process, used under the lock of its caller. It connects again by itself: after a failure, and when the
file of the database is another one than before.
"""

from __future__ import annotations

import mmap
import os
import sqlite3
import time
from collections.abc import Callable
from typing import Any, ClassVar, Protocol
from urllib.parse import quote

from django.db.backends.base.base import BaseDatabaseWrapper

MARK_LENGTH = 48  # bytes, of which there are two copies
FILE_IS_KNOWN = 0.05  # seconds for which a backup put in the place of the database may go unnoticed

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
    """While nothing was committed since the last time it answers without asking SQLite at all (`CommitMark`)."""

    def __init__(self, name: str) -> None:
        self._in_memory = name.startswith("file:")  # a test's
        self._name = name
        self._file: tuple[int, int] | None = None
        self._connection: sqlite3.Connection | None = None
        self._mark: CommitMark | None = None
        self._version, self._read_at, self._file_known_until = "", b"", 0.0

    def read(self) -> str:
        if self._mark and self._mark.read() == self._read_at != b"" and time.monotonic() < self._file_known_until:
            return self._version
        try:
            self._look_at_the_file()
            mark = self._mark.read() if self._mark else b""  # before the version: a commit in between makes another one
            self._version = str(self._connected().execute(QUERY).fetchall()[0][0])
            self._read_at = mark
            return self._version
        except (sqlite3.Error, OSError, LookupError) as error:
            self.close()
            raise VersionUnknown from error

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._mark = None

    def _look_at_the_file(self) -> None:
        """A backup that was put in its place is another file, while an open connection goes on reading the old one."""
        if self._in_memory:
            return
        found = os.stat(self._name)
        if self._file != (found.st_dev, found.st_ino):
            self.close()
            self._file = (found.st_dev, found.st_ino)
        self._file_known_until = time.monotonic() + FILE_IS_KNOWN

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            address = self._name if self._in_memory else f"file:{quote(self._name)}?mode=rw"
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
            self._connection.execute("PRAGMA query_only = 1")
            if self._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal" and not self._in_memory:
                self._connection.execute(QUERY)  # makes the file with the mark, if nobody else has the database open
                # Beside the file itself, where the name is a symbolic link.
                self._mark = commit_mark(self._connection.execute("PRAGMA database_list").fetchone()[2])
        return self._connection


class CommitMark:
    """What tells one committed state of a SQLite database from the next, read from shared memory.

    It is the header of the index of the write-ahead log, in the file beside the database whose name ends in -shm: each
    commit writes it last, twice, and SQLite's own readers compare it to learn whether their pages still hold
    (https://www.sqlite.org/walformat.html, section 2.1). Read for each page it costs a tenth of a SELECT, and above
    all no thread gives up the interpreter meanwhile (docs/decisions/page-cache.md).

    A process that closes *any* descriptor of a file loses all its locks on it, those of SQLite too: ours stay open, one
    for each file.
    """

    _open_for_ever: ClassVar[dict[tuple[int, int], tuple[int, mmap.mmap]]] = {}

    def __init__(self, database: str) -> None:
        name = f"{database}-shm"
        found = os.stat(name)
        file = (found.st_dev, found.st_ino)
        if file not in self._open_for_ever:
            if found.st_size < 2 * MARK_LENGTH:
                raise ValueError(name)
            descriptor = os.open(name, os.O_RDONLY | os.O_CLOEXEC)
            memory = mmap.mmap(descriptor, 2 * MARK_LENGTH, prot=mmap.PROT_READ)
            self._open_for_ever[file] = (descriptor, memory)
        self._memory = self._open_for_ever[file][1]

    def read(self) -> bytes:
        """b"" while somebody is writing it."""
        both = self._memory[:]
        return both if both[:MARK_LENGTH] == both[MARK_LENGTH:] else b""


def commit_mark(database: str) -> CommitMark | None:
    """None where the file cannot be read: SQLite is asked each time then."""
    try:
        return CommitMark(database)
    except (OSError, ValueError):  # ValueError: it is shorter than a mark
        return None


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
