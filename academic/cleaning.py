"""Files of the library that nothing names any more, neither a row nor a version of the last KEPT_FOR."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone
from reversion.models import Version

from .models import Document, Picture

KEPT_FOR = timedelta(days=90)
YOUNGEST = 24 * 3600  # seconds: the row of a younger file may still be on its way
OURS = re.compile(r"([0-9a-f]{32})(?:-[0-9]{1,4})?\.[a-z0-9]{2,5}")
HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


class Cleaned(NamedTuple):
    files: list[str]
    size: int  # bytes


def clean(dry_run: bool = False) -> Cleaned:
    """Remove them, or only tell which they are. Files whose names are not ours are never touched."""
    going = sorted(_unnamed(), key=lambda path: path.name)
    cleaned = Cleaned([path.name for path in going], sum(path.stat().st_size for path in going))
    if not dry_run:
        for path in going:
            path.unlink(missing_ok=True)
    return cleaned


def _unnamed() -> Iterator[Path]:
    folder = Path(settings.MEDIA_ROOT)
    if not folder.is_dir():
        return
    old = [path for path in folder.iterdir() if path.is_file() and path.stat().st_mtime < time.time() - YOUNGEST]
    named = _named() if old else set()  # asked after the files were listed: what comes meanwhile is not among them
    for path in old:
        match = OURS.fullmatch(path.name)
        if match and match[1] not in named:
            yield path


def _named() -> set[str]:
    """The hashes in the names of all files that are needed."""
    names = [*Picture.objects.values_list("name", flat=True), *Document.objects.values_list("name", flat=True)]
    found = {name.partition(".")[0] for name in names}
    recent = Version.objects.filter(revision__date_created__gte=timezone.now() - KEPT_FOR)
    for data in recent.values_list("serialized_data", flat=True).iterator():
        found.update(HASH.findall(data))
    return found
