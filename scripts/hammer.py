"""Edits a page over and over while others read it, and counts answers that are older than they may be.

    python -m scripts.hammer [ROUNDS]        on SQLite in a folder of its own, or on the empty database of DATABASE_URL

A real gunicorn with two workers serves an empty site. A round is an edit, committed by this process as the admin would,
then one request after another until both workers have answered; meanwhile READERS ask for the same page all the time.
An answer to a request that began after the commit of a round must be of that round or a later one.
"""

from __future__ import annotations

import http.client
import re
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .bench import sites
from .bench.servers import served

READERS = 4
PAGES = ("/", "/news/", "/news/feed.xml")
TITLE = re.compile(rb"round-(\d+)\b")
PLAIN = {"Accept-Encoding": "identity"}
# Each worker says who it is, so that a round ends when both have answered.
NAMING = """
import os
from academic.wsgi import application as site
def application(environ, start_response):
    name = ("X-Worker", str(os.getpid()))
    return site(environ, lambda status, headers, *error: start_response(status, [*headers, name], *error))
"""


class Hammer:
    """What was committed, and what was answered to whom too late."""

    def __init__(self, port: int, rounds: int) -> None:
        self.port, self.rounds = port, rounds
        self.committed = 0
        self.answers, self.stale, self.failed = 0, 0, 0
        self.workers: set[str] = set()
        self.is_over = False
        self._lock = threading.Lock()

    def run(self) -> None:
        from news.models import NewsItem

        readers = [threading.Thread(target=self.read_on, args=[number]) for number in range(READERS)]
        item = NewsItem.objects.create(title="round-0", slug="item")
        for reader in readers:
            reader.start()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        for number in range(1, self.rounds + 1):
            edit(item, number)
            self.committed = number
            self.ask_both(connection, PAGES[number % len(PAGES)])
        self.is_over = True
        for reader in readers:
            reader.join()

    def ask_both(self, connection: http.client.HTTPConnection, page: str) -> None:
        """Until each worker has answered once; a kept-alive connection stays with one, so it is opened anew."""
        asked: set[str] = set()
        for _ in range(40):
            asked.add(self.ask(connection, page))
            if len(asked) > 1:
                return
            connection.close()

    def read_on(self, number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.is_over:
            for page in PAGES:
                self.ask(connection, page)
            if number % 2:  # half of them always come anew
                connection.close()

    def ask(self, connection: http.client.HTTPConnection, page: str) -> str:
        """The worker that answered; counts what its answer was."""
        expected = self.committed
        connection.request("GET", page, headers=PLAIN)
        answer = connection.getresponse()
        body = answer.read()
        found = TITLE.search(body)
        with self._lock:
            self.answers += 1
            if answer.status != 200 or not found:
                self.failed += 1
            elif int(found[1]) < expected:
                self.stale += 1
            worker = answer.headers.get("X-Worker", "")
            self.workers.add(worker)
        return worker

    @property
    def is_passed(self) -> bool:
        return not (self.stale or self.failed) and len(self.workers) > 1

    def summary(self) -> str:
        return (
            f"{self.rounds} rounds, {self.answers} answers by {len(self.workers)} workers: "
            f"{self.stale} stale, {self.failed} failed"
        )


def edit(item: Any, number: int) -> None:
    """In a transaction, as in the admin; every third in two steps, every fourth with a savepoint that rolls back."""
    from django.db import transaction

    with transaction.atomic():
        if number % 3 == 0:
            item.title = "in between"
            item.save()
        if number % 4 == 0:
            try_and_fail(item)
        item.title = f"round-{number}"
        item.save()


def try_and_fail(item: Any) -> None:
    from django.db import transaction

    try:
        with transaction.atomic():
            type(item).objects.filter(pk=item.pk).update(title="never seen")
            raise LookupError
    except LookupError:
        return


def hammered(folder: Path, rounds: int) -> tuple[str, Hammer]:
    """Which database, and what came of so many rounds on an empty site in it: DATABASE_URL's, or one in `folder`."""
    database = sites.use(folder)
    from academic.site.composition import compose

    compose()
    (folder / "naming.py").write_text(NAMING, encoding="utf-8")
    with served("naming:application", folder) as server:
        hammer = Hammer(server.port, rounds)
        hammer.run()
    return database, hammer


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with TemporaryDirectory(prefix="nutshell-hammer-") as folder:
        database, hammer = hammered(Path(folder), rounds)
    print(f"{database}: {hammer.summary()}")  # noqa: T201
    return int(not hammer.is_passed)


if __name__ == "__main__":
    sys.exit(main())
