from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from academic.care import FAULTS
from academic.site.care import by_topic, findings


class Command(BaseCommand):
    help = "What needs care on the site, as the admin lists it. Exit code 1 where visitors meet a fault."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--strict", action="store_true", help="exit code 1 for anything, a missing DOI included")

    def handle(self, *args: Any, **options: Any) -> None:
        found = findings()
        for topic, lines in by_topic(found):
            self.stdout.write(f"{topic.label} ({len(lines)})")
            for finding in lines:
                sentence = f": {finding.sentence}" if finding.sentence else ""
                self.stdout.write(f"  {finding.about}{sentence}  [{finding.form_url}]")
        if not found:
            self.stdout.write("Nothing needs care.")
        if any(options["strict"] or finding.topic in FAULTS for finding in found):
            raise SystemExit(1)
