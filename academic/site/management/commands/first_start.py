"""The command `make run` calls at every start; it does something at the first only."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from academic.site.first_start import FIRST_USER, prepare


class Command(BaseCommand):
    help = "At the first start: loads the demo and makes a user, whose password is printed once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--empty", action="store_true", help="without the demo")

    def handle(self, *args: Any, **options: Any) -> None:
        if password := prepare(with_demo=not options["empty"]):
            self.stdout.write(f"\nLog in as:  {FIRST_USER}\nPassword:   {password}\n(shown this once; change it there)")
