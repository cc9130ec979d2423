from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from academic.site.backup import BackupFailed, back_up


class Command(BaseCommand):
    help = "Write database and media into one file, while the site runs; into a folder under the moment's name."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a new file, or a folder")
        parser.add_argument("--keep", type=at_least_one, metavar="N", help="in a folder: delete all but the newest N")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            file, contents = back_up(options["file"], options["keep"])
        except BackupFailed as failure:
            raise CommandError(str(failure)) from None
        rows = sum(contents.rows.values())
        self.stdout.write(f"{file}: {rows} rows, {len(contents.media)} media files, {file.stat().st_size} bytes.")


def at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)
