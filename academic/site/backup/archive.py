"""The zip file of a backup: what is in it, and whether it can be trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile

FORMAT = 1
CONTENTS, ROWS, SQLITE, MEDIA = "backup.json", "rows.jsonl", "database.sqlite3", "media/"
CHUNK = 1024 * 1024  # bytes


class BackupFailed(Exception):
    """Nothing was written, or what was is gone again; the message is a sentence for the person who asked."""


@dataclass
class Contents:
    """`migrations` as "app.name"; `rows` by model; `media` are hashes by file name."""

    created: str
    migrations: list[str]
    rows: dict[str, int]
    media: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def as_json(self) -> str:
        return json.dumps(asdict(self), indent=1, sort_keys=True)


def read_contents(archive: ZipFile) -> Contents:
    """Raises BackupFailed for what is no backup, or one of a later form."""
    try:
        found = json.loads(archive.read(CONTENTS))
        if found["format"] != FORMAT:
            raise BackupFailed("This backup was made by a newer version of Nutshell; install that one.")
        return Contents(**found)
    except (KeyError, ValueError, TypeError):
        raise BackupFailed("This is no backup of Nutshell.") from None


def check_media(archive: ZipFile, contents: Contents) -> None:
    """Raises BackupFailed unless every file is there with the bytes it had."""
    for name, expected in contents.media.items():
        if not is_plain(name):
            raise BackupFailed(f"The backup names a file outside of the media: {name}")
        try:
            with archive.open(MEDIA + name) as file:
                found = hash_of(file)
        except (KeyError, BadZipFile):
            found = ""
        if found != expected:
            raise BackupFailed(f"The backup is damaged: {MEDIA}{name} is not as it was.")


def is_plain(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def hash_of(file: IO[bytes]) -> str:
    digest = sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def media_files(root: Path) -> Iterator[Path]:
    """Every file of the library; half-written uploads start with a dot."""
    yield from sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
