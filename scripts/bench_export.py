"""What a static export costs: python scripts/bench_export.py [papers]

CPU seconds of exporting a site of so many papers, against rendering the same papers' pages through Django's test
client, in one process and one run; then of a second export, which may write nothing.
"""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
AT_MOST = 3.0  # × rendering the papers' pages


def main(papers: int = 2_000) -> int:
    folder = Path(tempfile.mkdtemp(prefix="nutshell-bench-"))
    prepare(folder)
    from django.test import Client

    from academic.site.export import Options, export_site
    from publications.models import Publication

    make_papers(papers)
    client = Client()
    addresses = [paper.get_absolute_url() for paper in Publication.objects.all()]
    client.get(addresses[0])
    rendered, _ = cpu(lambda: [client.get(address) for address in addresses])
    exported, report = cpu(lambda: export_site(folder / "copy", Options()))
    verdict = "met" if exported <= AT_MOST * rendered else "NOT MET"
    print(  # noqa: T201
        f"{papers} papers, {report.files} files: rendering the papers' pages {rendered:.1f} s, export"
        f" {exported / rendered:.2f}× (at most {AT_MOST:.0f}×: {verdict})",
        flush=True,
    )
    again, second = cpu(lambda: export_site(folder / "copy", Options()))
    print(f"again, with nothing new: {again / rendered:.2f}×, {second.written} files rewritten")  # noqa: T201
    return int(exported > AT_MOST * rendered or second.written > 0)


def make_papers(number: int) -> None:
    from publications.models import Author, Authorship, Publication

    people = Author.objects.bulk_create(
        Author(given="Ada", family=f"Author{n}", key=f"author{n}") for n in range(max(1, number // 4))
    )
    papers = Publication.objects.bulk_create(
        Publication(
            title=f"On the matter of {n}",
            slug=f"paper-{n}",
            citation_key=f"key{n}",
            kind="article",
            year=1990 + n % 35,
            month=1 + n % 12,
            venue="Journal of Matters",
            abstract="What was done, *how*, and what came of it. " * 12,
        )
        for n in range(number)
    )
    Authorship.objects.bulk_create(
        Authorship(publication=paper, author=(who := people[(n * 7 + place * 13) % len(people)]), position=place,
                   given=who.given, family=who.family)
        for n, paper in enumerate(papers)
        for place in range(4)
    )  # fmt: skip


def cpu(step: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    result = step()
    return time.process_time() - started, result


def prepare(folder: Path) -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.update(
        NO_DOTENV="true",
        DEBUG="false",
        SHARE_CARDS="false",  # drawn after a save, not by an export
        SECRET_KEY=secrets.token_urlsafe(50),
        SITE_URL="http://testserver",
        DATABASE_URL=f"sqlite:///{folder}/bench.sqlite3",
        MEDIA_ROOT=str(folder / "media"),
        STATIC_ROOT=str(folder / "static"),
        DJANGO_SETTINGS_MODULE="academic.settings",
    )
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
