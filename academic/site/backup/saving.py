"""Making a backup while the site runs: of one moment of the database, and of the files it names."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from .archive import CONTENTS, MEDIA, ROWS, SQLITE, BackupFailed, Contents, hash_of, media_files
from .rows import write_rows

SNAPSHOT = "snapshot"
NAME = "nutshell-%Y-%m-%dT%H%M%S.zip"


def back_up(place: Path, keep: int | None = None) -> tuple[Path, Contents]:
    """Write a backup to a new file, or into a folder under the moment's name; there only the newest `keep` stay.

    Raises BackupFailed, and then `place` is as it was. Only the user who made it can read it: it has password hashes.
    """
    now = timezone.now()
    target = place / now.strftime(NAME) if place.is_dir() else place
    if target.exists():
        raise BackupFailed(f"{target} is there already; give another name.")
    try:
        descriptor, half = tempfile.mkstemp(prefix=".nutshell-backup-", dir=target.parent)
        os.close(descriptor)
    except OSError as error:
        raise BackupFailed(f"{target} cannot be written: {error.strerror}.") from error
    try:
        with tempfile.TemporaryDirectory() as folder:
            contents = _write(Path(half), Path(folder), now)
        os.replace(half, target)
    except OSError as error:
        raise BackupFailed(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        Path(half).unlink(missing_ok=True)
    if place.is_dir() and keep:
        for old in sorted(place.glob("nutshell-*.zip"))[:-keep]:
            old.unlink()
    return target, contents


def _write(half: Path, folder: Path, now: datetime) -> Contents:
    with ZipFile(half, "w", ZIP_DEFLATED) as archive, _one_moment(folder / "snapshot.sqlite3") as (using, snapshot):
        with archive.open(ROWS, "w", force_zip64=True) as rows:
            counts = write_rows(rows, using)
        contents = Contents(now.isoformat(), applied_migrations(using), counts)
        if snapshot:
            archive.write(snapshot, SQLITE)
        for file in media_files(Path(settings.MEDIA_ROOT)):
            name = file.relative_to(settings.MEDIA_ROOT).as_posix()
            archive.write(file, MEDIA + name, ZIP_STORED)
            with archive.open(MEDIA + name) as written:
                contents.media[name] = hash_of(written)
        archive.writestr(CONTENTS, contents.as_json())
    return contents


def applied_migrations(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connections[using]).applied_migrations())


@contextmanager
def _one_moment(file: Path) -> Iterator[tuple[str, Path | None]]:
    """The alias of a database that does not change any more; and on SQLite the file it is. Nobody has to wait."""
    if connection.vendor != "sqlite":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield DEFAULT_DB_ALIAS, None
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    _forget_sessions(file)
    connections.databases[SNAPSHOT] = {**connection.settings_dict, "NAME": str(file)}
    try:
        yield SNAPSHOT, file
    finally:
        connections[SNAPSHOT].close()
        with suppress(AttributeError):
            del connections[SNAPSHOT]
        del connections.databases[SNAPSHOT]


def _forget_sessions(file: Path) -> None:
    snapshot = sqlite3.connect(file, isolation_level=None)
    try:
        snapshot.execute("DELETE FROM django_session")
        snapshot.execute("VACUUM")  # deleted rows are readable until then
    finally:
        snapshot.close()
