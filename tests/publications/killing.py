"""Kills imports: python -m tests.publications.killing FOLDER TIMES. Prints, as JSON, what each left in the database.

Django is loaded once; every import runs in a forked child on a fresh copy of an empty database, and gets SIGKILL at a
random moment of it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

ENTRIES = 400
TABLES = ("publication", "authorship", "author", "bibentry", "importrun")


def main(folder: Path, times: int) -> None:
    database, empty = folder / "db.sqlite3", folder / "empty.sqlite3"
    os.environ.update(
        NO_DOTENV="true",
        SECRET_KEY="for-killing-only",
        DATABASE_URL=f"sqlite:///{database}",
        MEDIA_ROOT=str(folder),
        DJANGO_SETTINGS_MODULE="academic.settings",
    )
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    call_command("migrate", verbosity=0)
    connections.close_all()
    with sqlite3.connect(database) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(database, empty)
    duration = imported(database, empty, kill_after=None)
    lasting = counted(database)
    left = []
    dice, reach = random.Random(20261122), duration * 1.1
    for _ in range(times):
        moment = dice.uniform(0, reach)
        imported(database, empty, kill_after=moment)
        left.append(counted(database))
        # The machine may be slower or faster by now than when the whole import was timed.
        if left[-1] != lasting and moment > 0.7 * reach:
            reach *= 1.4
        elif left[-1] == lasting and moment < 0.4 * reach:
            reach /= 1.4
    print(json.dumps({"all": lasting, "left": left}))  # noqa: T201 read by the test


def imported(database: Path, empty: Path, kill_after: float | None) -> float:
    """Import in a child, killed after so many seconds (None: never); how long it lived."""
    for leftover in database.parent.glob("db.sqlite3*"):
        leftover.unlink()
    shutil.copy(empty, database)
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        run_import()
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.monotonic() - started


def run_import() -> None:
    from publications.importing import Source, apply, plan

    entries = (f"@misc{{k{n}, author={{P{n}, Ada and Q, Bo}}, title={{Title {n}}}}}" for n in range(ENTRIES))
    apply(plan([Source("many.bib", "\n".join(entries).encode())]))


def counted(database: Path) -> list[int]:
    """How many rows of each kind there are; the database opens and is whole."""
    with sqlite3.connect(database) as found:
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [found.execute(f"SELECT count(*) FROM publications_{table}").fetchone()[0] for table in TABLES]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
