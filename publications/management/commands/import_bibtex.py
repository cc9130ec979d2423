"""BibTeX into the site; docs and `--help` say what each option does."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from publications.bibtex.read import read
from publications.fetching import FetchError, fetch
from publications.importing import MODES, NotBibTeX, Plan, Source, StalePlan, apply, plan, undo
from publications.models import ImportRun

TRIES = 3
BAR = 30  # characters


class Command(BaseCommand):
    help = (
        "Import BibTeX: files, - for standard input, or https addresses. Run it again and again: what did not change "
        "stays untouched, what you edited here stays yours. Exit status: 0 done, 1 all entries were skipped (or, with "
        "--strict, any), 2 bad usage."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "sources", nargs="*", metavar="FILE|-|URL", help="a .bib file, standard input, or an address"
        )
        parser.add_argument("--dry-run", action="store_true", help="the same report, nothing written")
        parser.add_argument(
            "--update",
            choices=MODES,
            default="merge",
            help="what exists: merge (what you edited stays), keep (never touched), overwrite (the file wins)",
        )
        parser.add_argument(
            "--select", nargs="+", action="extend", default=[], metavar="KEY", help="only these entries"
        )
        parser.add_argument("--strings", metavar="FILE", help="a file with more @string definitions")
        parser.add_argument("--draft", action="store_true", help="new publications are drafts")
        parser.add_argument("--report", choices=("text", "json"), default="text", help="how the report is printed")
        parser.add_argument("--strict", action="store_true", help="if any entry is skipped, write nothing, exit 1")
        parser.add_argument("--undo", type=int, metavar="RUN", help="take an import back, except what was edited since")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["undo"] is not None:
            self.undo(options["undo"], options["sources"])
            return
        if not options["sources"]:
            raise CommandError("Name a .bib file, an address, or - for standard input.", returncode=2)
        sources = read_sources(list(dict.fromkeys(options["sources"])))
        strings = read(read_file(options["strings"])).strings if options["strings"] else {}
        for attempt in range(TRIES):
            made = self.plan(sources, strings, options)
            skipped = made.report.counts["skipped"]
            stopped = options["strict"] and skipped
            try:
                run = apply(made) if not options["dry_run"] and not stopped else None
                break
            except StalePlan:
                if attempt == TRIES - 1:
                    message = "The site is being changed at the same time; nothing was written, try again."
                    raise CommandError(message, returncode=1) from None
        self.stdout.write(made.report.as_json() if options["report"] == "json" else made.report.as_text())
        if stopped:
            raise CommandError(f"Nothing was written: {skipped} skipped, and --strict was given.", returncode=1)
        if made.report.is_all_skipped:
            raise CommandError("Nothing was imported: every entry was skipped.", returncode=1)
        if run and run.pk:
            self.stderr.write(f"This was import {run.pk}; to take it back: manage.py import_bibtex --undo {run.pk}")

    def plan(self, sources: list[Source], strings: dict[str, str], options: dict[str, Any]) -> Plan:
        chosen = {name: options[name] for name in ("update", "select", "draft")}
        try:
            return plan(sources, strings=strings, progress=self.progress, **chosen)
        except NotBibTeX as error:
            raise CommandError(str(error), returncode=2) from None

    def progress(self, done: int, total: int) -> None:
        """A line that overwrites itself, on a terminal."""
        if self.stderr.isatty():
            filled = BAR * done // total if total else BAR
            bar = "█" * filled + "░" * (BAR - filled)
            self.stderr.write(f"\r{bar} {done} of {total}", ending="\n" if done >= total else "")

    def undo(self, number: int, sources: list[str]) -> None:
        if sources:
            raise CommandError("--undo takes the number of an import and no file.", returncode=2)
        try:
            undone = undo(ImportRun.objects.get(pk=number))
        except ImportRun.DoesNotExist:
            raise CommandError(f"There is no import {number}.", returncode=2) from None
        except ValueError as error:
            raise CommandError(f"{str(error)[:1].upper()}{str(error)[1:]}.", returncode=2) from None
        self.stdout.write(f"{undone.removed} removed, {undone.restored} as before, {len(undone.kept)} kept")
        for line in undone.kept:
            self.stdout.write(line)


def read_sources(names: list[str]) -> list[Source]:
    """The contents, each under the name of its file; with the folder where two files share a name."""
    contents = [read_one(name) for name in names]
    short = [name if is_address(name) or name == "-" else Path(name).name for name in names]
    chosen = [
        brief if short.count(brief) == 1 else Path(full).as_posix() for brief, full in zip(short, names, strict=True)
    ]
    return [Source(name, content) for name, content in zip(chosen, contents, strict=True)]


def is_address(name: str) -> bool:
    return name.lower().startswith(("https://", "http://"))


def read_one(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    if not is_address(name):
        return read_file(name)
    try:
        return fetch(name)
    except FetchError as error:
        raise CommandError(str(error), returncode=2) from None


def read_file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise CommandError(f"There is no file {name}.", returncode=2) from None
    except IsADirectoryError:
        raise CommandError(f"{name} is a folder; name a .bib file in it.", returncode=2) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CommandError(f"{name} cannot be read ({reason}).", returncode=2) from None
