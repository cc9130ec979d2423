"""BibTeX out of the site."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from publications.export import FORMATS, export
from publications.models import Publication


class Command(BaseCommand):
    help = "Write all publications as BibTeX; imported entries come back as they were, with what was edited since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="where to (default: standard output)")
        parser.add_argument("--format", choices=FORMATS, default="bibtex", help="ris and csl (JSON): for programs")
        parser.add_argument("--public", action="store_true", help="published ones only, without private fields")

    def handle(self, *args: Any, **options: Any) -> None:
        publications = Publication.objects.published() if options["public"] else Publication.objects.all()
        text = export(publications, options["format"], public=options["public"])
        if options["file"] == "-":
            self.stdout.write(text, ending="")
            return
        try:
            Path(options["file"]).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be written ({error.strerror}).", returncode=2) from None
