"""The public site as files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from academic.site.export import ExportFailed, Options, export_site
from academic.site.export.options import base_url
from academic.site.progress import progress_bar


class Command(BaseCommand):
    help = "Write the whole public site as files into a folder; a second run changes what changed (docs/publishing.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--base-url", default="", help="where the copy will be found, if not at SITE_URL")
        parser.add_argument("--cname", default="", metavar="HOST", help="for GitHub Pages: write CNAME and .nojekyll")
        parser.add_argument("--nojekyll", action="store_true", help="for GitHub Pages without a domain of its own")
        parser.add_argument("--allow-broken", action="store_true", help="export although links lead nowhere")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            wanted = Options(
                base_url(options["base_url"]) if options["base_url"] else "",
                options["cname"],
                options["nojekyll"],
                options["allow_broken"],
            )
            with progress_bar(self.stderr) as progress:
                report = export_site(options["folder"], wanted, progress)
        except ExportFailed as failure:
            raise CommandError(str(failure)) from None
        for line in report.broken:
            self.stderr.write(line)
        self.stdout.write(
            f"{report.files} files in {options['folder']}: {report.written} written, {report.unchanged} unchanged,"
            f" {report.removed} removed."
        )
