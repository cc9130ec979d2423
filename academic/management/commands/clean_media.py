"""manage.py clean_media: remove files that neither a row nor a recent version names."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.template.defaultfilters import filesizeformat

from academic.cleaning import clean


class Command(BaseCommand):
    help = "Removes files of the library that no row and no version of the last 90 days names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say which")

    def handle(self, *args: Any, **options: Any) -> None:
        cleaned = clean(dry_run=options["dry_run"])
        for name in cleaned.files:
            self.stdout.write(name)
        done = "would be removed" if options["dry_run"] else "removed"
        self.stdout.write(f"{len(cleaned.files)} files {done}, {filesizeformat(cleaned.size)}.")
