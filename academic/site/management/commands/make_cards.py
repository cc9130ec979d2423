"""manage.py make_cards: the pictures of link previews."""

from __future__ import annotations

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from academic.site.cards import refresh


class Command(BaseCommand):
    help = "Draws the share cards that are missing and removes those that are no longer right."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quietly", action="store_true", help="with low priority, as after a save")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["quietly"]:
            os.nice(10)
        done = refresh()
        left = f", {done.not_drawn} not drawn (letters the typeface does not have)" if done.not_drawn else ""
        self.stdout.write(f"{done.made} made, {done.removed} removed{left}.")
