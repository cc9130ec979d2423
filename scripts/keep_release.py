"""Keeps the database of a release for ever: python scripts/keep_release.py VERSION

A fresh demo of the code that is checked out becomes tests/released/VERSION.sql, from which test_upgrades.py beside it
migrates to whatever main has become. To be run once, when a version is released, and committed with it.
"""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "released"
PERSONAL = ("DELETE FROM django_session", "UPDATE auth_user SET password = '!'")


def main() -> None:
    if len(sys.argv) != 2 or not re.fullmatch(r"[\w.-]+", sys.argv[1]):
        sys.exit("Usage: python scripts/keep_release.py VERSION")
    target = FOLDER / f"{sys.argv[1]}.sql"
    if target.exists():
        sys.exit(f"{target} is kept already; a release never changes.")
    with tempfile.TemporaryDirectory() as folder:
        make_site(Path(folder))
        text = dump(Path(folder) / "db.sqlite3")
    FOLDER.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(f"{target}: {len(text)} characters. Commit it.")  # noqa: T201


def make_site(folder: Path) -> None:
    environment = {
        **os.environ,
        "NO_DOTENV": "true",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
    }
    for command in (["migrate", "--verbosity=0"], ["first_start"]):
        subprocess.run(  # noqa: S603 our own program
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )


def dump(database: Path) -> str:
    """The whole database as SQL, without passwords and sessions."""
    with sqlite3.connect(database) as connection:
        for statement in PERSONAL:
            connection.execute(statement)
        return "\n".join(connection.iterdump()) + "\n"


if __name__ == "__main__":
    main()
