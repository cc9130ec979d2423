"""Every database that was ever released can be brought to today's code, with all that is in it.

scripts/keep_release.py writes one file here for each release. Nothing has been released yet: `first-schema.sql` is the
demo under the first schema that was ever committed.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
RELEASES = sorted(Path(__file__).parent.glob("*.sql"), key=lambda path: path.name)
# What Django and our receivers add to after every migrate.
GROWING = {
    "django_migrations",
    "django_content_type",
    "sqlite_sequence",
    "auth_permission",
    "auth_group",
    "auth_group_permissions",
}
# Columns that a migration has to fill or change, each with its reason.
CHANGED: dict[tuple[str, str], str] = {}
OPEN = """
import django; django.setup()
from django.test import Client
print([Client().get(path).status_code for path in ("/", "/news/", "/publications/", "/cv/", "/sr-caco-2/")])
"""
# What is searched is as a save would make it, and there is something.
SEARCH = """
import django; django.setup()
from news.models import NewsItem
items = list(NewsItem.objects.all())
kept = [item.search_text for item in items]
for item in items: item.derive()
print(kept == [item.search_text for item in items], all(kept) and len(kept) > 10)
"""


def rows(database: Path, columns: dict[str, list[str]]) -> dict[str, list[Any]]:
    with sqlite3.connect(database) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(), key=repr)
            for table, names in columns.items()
        }


def columns_of(database: Path) -> dict[str, list[str]]:
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_a_released_database_is_brought_to_today_with_everything_in_it(release: Path, tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.executescript(release.read_text(encoding="utf-8"))
    before, old = columns_of(database), tmp_path / "old.sqlite3"
    old.write_bytes(database.read_bytes())
    environment = {
        "PATH": os.environ["PATH"],
        "NO_DOTENV": "true",
        "DEBUG": "true",
        "SITE_URL": "http://testserver",
        "DJANGO_SETTINGS_MODULE": "academic.settings",
        "DATABASE_URL": f"sqlite:///{database}",
        "MEDIA_ROOT": str(tmp_path),
    }

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("manage.py", "migrate", "--verbosity=0")
    assert run("manage.py", "migrate", "--plan").splitlines()[1:] == ["  No planned migration operations."]
    after = columns_of(database)
    kept = {
        table: [name for name in names if name in after[table] and (table, name) not in CHANGED]
        for table, names in before.items()
        if table in after and table not in GROWING
    }
    assert set(before) - set(after) == set(), "a table is gone"
    assert rows(database, kept) == rows(old, kept)
    assert len(rows(old, {"publications_publication": ["id"]})["publications_publication"]) > 10
    assert run("-c", OPEN) == "[200, 200, 200, 200, 200]\n"
    assert run("-c", SEARCH) == "True True\n"


def test_something_is_kept() -> None:
    assert "first-schema" in [path.stem for path in RELEASES]
