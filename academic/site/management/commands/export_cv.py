"""The CV out of the site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from academic.models import Profile
from academic.site.cv.export import FORMATS, export
from academic.site.cv.pdf import TypesettingFailed


class Command(BaseCommand):
    help = "Write the CV, what visitors see of it, as a typeset PDF, as JSON Resume, or as RenderCV's YAML."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="where to (default: standard output)")
        parser.add_argument("--format", choices=FORMATS, default="pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            exported = export(Profile.objects.get(pk=1), options["format"])
        except TypesettingFailed as error:
            raise CommandError(str(error)) from None
        for warning in exported.warnings:
            self.stderr.write(warning)
        if options["file"] == "-":
            sys.stdout.buffer.write(exported.content)
            return
        try:
            Path(options["file"]).write_bytes(exported.content)
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be written ({error.strerror}).", returncode=2) from None
