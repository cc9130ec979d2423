"""Back from a backup, into an empty site only."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from academic.models import CVEntry, Document, Page, Picture
from news.models import NewsItem
from publications.models import Publication

from .archive import MEDIA, ROWS, SQLITE, BackupFailed, Contents, check_media, media_files, read_contents
from .rows import count_rows, read_rows

OWN = (User, Publication, NewsItem, Page, CVEntry, Picture, Document)  # what only people make


def restore(file: Path) -> Contents:
    """Fill this empty site from the file. Raises BackupFailed, and then the site is as empty as before."""
    try:
        archive = ZipFile(file)
    except FileNotFoundError:
        raise BackupFailed(f"There is no file {file}.") from None
    except (OSError, BadZipFile):
        raise BackupFailed(f"{file} is no backup of Nutshell, or is damaged.") from None
    with archive:
        contents = read_contents(archive)
        _check_versions(archive, contents)
        call_command("migrate", interactive=False, verbosity=0)
        refuse_unless_empty()
        check_media(archive, contents)
        with _media_of(archive, contents):
            if _is_for_sqlite(archive):
                _restore_sqlite(archive)
            else:
                _restore_rows(archive, contents)
    return contents


def refuse_unless_empty() -> None:
    found = [f"{number} {model._meta.verbose_name_plural}" for model in OWN if (number := model._base_manager.count())]
    if files := len(list(media_files(Path(settings.MEDIA_ROOT)))):
        found.append(f"{files} files in {settings.MEDIA_ROOT}")
    if found:
        raise BackupFailed(f"This site is not empty ({', '.join(found)}); restore into a new one.")


def _is_for_sqlite(archive: ZipFile) -> bool:
    return connection.vendor == "sqlite" and SQLITE in archive.namelist()


def _check_versions(archive: ZipFile, contents: Contents) -> None:
    """SQLite's own copy may be of an older version; rows must be of this one, since their columns differ."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if newer := sorted(set(contents.migrations) - known):
        raise BackupFailed(f"The backup is of a newer version of Nutshell (it has {newer[0]}); install that one.")
    older = sorted(known - set(contents.migrations))
    if older and not _is_for_sqlite(archive):
        raise BackupFailed(
            f"The backup is of an older version of Nutshell (without {older[0]}): install that one, restore there, and"
            " then update."
        )


@contextmanager
def _media_of(archive: ZipFile, contents: Contents) -> Iterator[None]:
    """The media in place; gone again if what follows fails."""
    root, written = Path(settings.MEDIA_ROOT), list[Path]()
    try:
        for name in contents.media:
            place = root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            written.append(place)
            with archive.open(MEDIA + name) as source, place.open("wb") as target:
                shutil.copyfileobj(source, target)
            os.chmod(place, settings.FILE_UPLOAD_PERMISSIONS)
        yield
    except BaseException as error:
        for place in written:
            place.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise BackupFailed(f"{settings.MEDIA_ROOT} cannot be written: {error.strerror}.") from error
        raise


def _restore_sqlite(archive: ZipFile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = sqlite3.connect(archive.extract(SQLITE, folder))
        try:
            if source.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise BackupFailed("The backup is damaged: its database is not whole.")
            connection.ensure_connection()
            source.backup(connection.connection)  # one transaction
        except sqlite3.DatabaseError as error:
            raise BackupFailed(f"The backup is damaged: {error}.") from error
        finally:
            source.close()
    connection.close()
    call_command("migrate", interactive=False, verbosity=0)


def _restore_rows(archive: ZipFile, contents: Contents) -> None:
    try:
        with transaction.atomic(), archive.open(ROWS) as file:
            read_rows(file, DEFAULT_DB_ALIAS)
            if (found := count_rows(DEFAULT_DB_ALIAS)) != contents.rows:
                wrong = sorted(label for label in found if found[label] != contents.rows.get(label))
                raise BackupFailed(f"The backup is damaged: rows of {', '.join(wrong)} are missing.")
    except (DatabaseError, BadZipFile, KeyError, ValueError) as error:
        raise BackupFailed(f"The backup cannot be read into this database: {error}") from error
