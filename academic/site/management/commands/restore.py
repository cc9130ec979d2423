from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from academic.site.backup import BackupFailed, restore


class Command(BaseCommand):
    help = "Fill an empty site from a backup; a site that has anything in it is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            contents = restore(options["file"])
        except BackupFailed as failure:
            raise CommandError(str(failure)) from None
        rows = sum(contents.rows.values())
        self.stdout.write(f"Restored as of {contents.created}: {rows} rows, {len(contents.media)} media files.")
