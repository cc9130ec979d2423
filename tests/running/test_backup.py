"""Backup and restore of real sites, each in its own folder: SQLite to SQLite, and over to PostgreSQL and back."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from academic.site.backup.archive import CONTENTS, MEDIA, ROWS, SQLITE

from .postgres import database_on_postgres

ROOT = Path(__file__).resolve().parent.parent.parent
# Everything of every table, and whether pages open; sessions and the version apart, which a restore makes anew.
LOOK = """
import django, json, re; django.setup()
from django.apps import apps
from django.test import Client
def plain(value):
    return json.dumps(value, sort_keys=True, default=str)  # PostgreSQL sorts the keys of its JSON
rows = {
    model._meta.label: [list(map(plain, row)) for row in model._base_manager.order_by("pk").values_list()]
    for model in apps.get_models(include_auto_created=True)
    if model._meta.label not in ("sessions.Session", "academic.ContentVersion")
}
client = Client()
pages = {path: client.get(path).status_code for path in ("/", "/publications/", "/cv/", "/news/", "/sr-caco-2/")}
media = re.findall('src="(/media/[^"]+)"', client.get("/").content.decode())
pages |= {path: client.get(path).status_code for path in media[:3]}
print(json.dumps([rows, pages]))
"""
USER = """
import django; django.setup()
from django.contrib.auth.models import User
from django.test import Client
User.objects.create_superuser("ada", password="pass-word")
assert Client().login(username="ada", password="pass-word")
"""


class Site:
    """A site of its own under `folder`."""

    def __init__(self, folder: Path, database: str = "") -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.media = folder / "media"
        self.environment = {
            "PATH": os.environ["PATH"],
            "NO_DOTENV": "true",
            "DJANGO_SETTINGS_MODULE": "academic.settings",
            "SECRET_KEY": "only-for-this-test-" * 4,
            "SITE_URL": "http://testserver",
            "DEBUG": "true",
            "SHARE_CARDS": "false",  # drawn after a save, by another process: between a backup and a count of files
            "DATABASE_URL": database or f"sqlite:///{folder}/db.sqlite3",
            "MEDIA_ROOT": str(self.media),
        }

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )

    def manage(self, *arguments: str) -> str:
        done = self.run("manage.py", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *arguments: str) -> str:
        done = self.run("manage.py", *arguments)
        assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
        return done.stderr.strip()

    def look(self) -> tuple[dict[str, list[list[str]]], dict[str, int]]:
        done = self.run("-c", LOOK)
        assert done.returncode == 0, done.stderr
        rows, pages = json.loads(done.stdout)
        return rows, pages

    def hashes(self) -> dict[str, str]:
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in self.media.rglob("*") if path.is_file()}


# What restoring each of the files says.
RESTORE = """
import django, sys; django.setup()
from pathlib import Path
from academic.site.backup import BackupFailed, restore
for file in sys.argv[1:]:
    try:
        restore(Path(file))
    except BackupFailed as failure:
        print(failure)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo, a user who is logged in, and a backup of it in site.zip."""
    made = Site(tmp_path_factory.mktemp("site"))
    made.manage("migrate", "-v0")
    made.manage("load_demo")
    assert made.run("-c", USER).returncode == 0
    (made.media / ".half.part").write_bytes(b"an upload that did not end")
    made.manage("backup", str(made.folder / "site.zip"))
    (made.media / ".half.part").unlink()
    return made


def test_an_empty_site_becomes_the_same_again(site: Site, tmp_path: Path) -> None:
    other = Site(tmp_path / "other")
    said = other.manage("restore", str(site.folder / "site.zip"))
    assert said.startswith("Restored as of 20") and said.endswith(f"{len(site.hashes())} media files.\n")
    rows, pages = other.look()
    assert (rows, pages) == site.look()
    assert len(rows["publications.Publication"]) == 19 and set(pages.values()) == {200} and len(pages) > 5
    assert other.hashes() == site.hashes() != {}
    assert {path.stat().st_mode & 0o777 for path in other.media.iterdir()} == {0o644}


def test_the_file_is_for_its_owner_and_has_no_sessions(site: Site, tmp_path: Path) -> None:
    file = site.folder / "site.zip"
    assert file.stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(site.folder / "db.sqlite3") as live:
        ((key,),) = live.execute("SELECT session_key FROM django_session").fetchall()
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        for name in (ROWS, SQLITE):
            assert key.encode() not in archive.read(name)


def test_only_an_empty_site_is_filled(site: Site, tmp_path: Path) -> None:
    before = site.look()
    said = site.refused("restore", str(site.folder / "site.zip"))
    assert said.startswith("CommandError: This site is not empty (1 users, 19 publications, ")
    assert said.endswith("; restore into a new one.")
    assert site.look() == before
    other = Site(tmp_path / "other")
    other.media.mkdir()
    (other.media / "a.png").write_bytes(b"x")
    assert "not empty (1 files in" in other.refused("restore", str(site.folder / "site.zip"))
    assert (other.media / "a.png").read_bytes() == b"x"


def changed(site: Site, file: Path, parts: dict[str, bytes | None]) -> str:
    """A backup with other bytes in these parts (None: without it)."""
    with ZipFile(site.folder / "site.zip") as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            if (data := parts[name] if name in parts else old.read(name)) is not None:
                new.writestr(name, data)
    return str(file)


def test_what_is_no_backup_or_damaged_gets_a_sentence_and_changes_nothing(site: Site, tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_text("nothing")
    whole = (site.folder / "site.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    with ZipFile(site.folder / "site.zip") as archive:
        contents = json.loads(archive.read(CONTENTS))
    name = next(iter(contents["media"]))
    evil = {**contents, "media": {"../evil": "0" * 64}}
    newer = {**contents, "migrations": [*contents["migrations"], "academic.9999_future"]}
    older = {**contents, "migrations": contents["migrations"][:-1]}
    cases: list[tuple[dict[str, bytes | None], str]] = [
        ({CONTENTS: None}, "This is no backup of Nutshell."),
        ({CONTENTS: b'{"format": 2}'}, "made by a newer version"),
        ({CONTENTS: json.dumps(evil).encode()}, "names a file outside of the media: ../evil"),
        ({CONTENTS: json.dumps(newer).encode()}, "of a newer version of Nutshell (it has academic.9999_future)"),
        ({CONTENTS: json.dumps(older).encode(), SQLITE: None}, "of an older version of Nutshell (without "),
        ({MEDIA + name: b"other"}, f"damaged: media/{name} is not as it was"),
        ({SQLITE: b"nothing"}, "The backup is damaged"),
        (
            {SQLITE: None, ROWS: b'["academic.Unknown", {}]'},
            "rows of academic.Unknown, which this version does not know",
        ),
        ({SQLITE: None, ROWS: b"x"}, "damaged in line 1 of its rows"),
        ({SQLITE: None, ROWS: b""}, "The backup is damaged: rows of "),
    ]
    files = [changed(site, tmp_path / f"{number}.zip", parts) for number, (parts, _) in enumerate(cases)]
    others = [str(tmp_path / name) for name in ("none.zip", "text.zip", "half.zip")]
    expected = ["There is no file", *["is no backup of Nutshell, or is damaged"] * 2, *(said for _, said in cases)]
    other = Site(tmp_path / "other")
    done = other.run("-c", RESTORE, *others, *files, str(site.folder / "site.zip"))
    said = done.stdout.splitlines()
    assert [sentence in line for sentence, line in zip(expected, said, strict=True)] == [True] * 13, said + [
        done.stderr
    ]
    assert other.look() == site.look() and other.hashes() == site.hashes()  # the last one was whole


def test_a_folder_keeps_the_newest(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in range(1, 5):
        (folder / f"nutshell-2025-01-0{day}T030000.zip").write_bytes(b"old")
    (folder / "mine.zip").write_bytes(b"mine")
    said = site.manage("backup", str(folder), "--keep", "2")
    mine, before, now = sorted(path.name for path in folder.iterdir())
    assert (mine, before) == ("mine.zip", "nutshell-2025-01-04T030000.zip")
    assert said.startswith(f"{folder / now}: ")
    assert "is there already; give another name" in site.refused("backup", str(folder / "mine.zip"))
    assert "cannot be written" in site.refused("backup", str(folder / "nowhere" / "x.zip"))
    assert (folder / "mine.zip").read_bytes() == b"mine"


def test_rows_alone_bring_everything_back(site: Site, tmp_path: Path) -> None:
    """Without SQLite's own copy: the way between two databases."""
    other = Site(tmp_path / "other")
    other.manage("restore", changed(site, tmp_path / "rows.zip", {SQLITE: None}))
    assert other.look() == site.look()


def test_over_to_postgresql_and_back(site: Site, tmp_path: Path) -> None:
    with database_on_postgres() as address:
        moved = Site(tmp_path / "moved", address)
        moved.manage("restore", str(site.folder / "site.zip"))
        assert moved.look() == site.look()
        made = moved.run("-c", USER.replace("ada", "bob"))  # new rows get numbers of their own
        assert made.returncode == 0, made.stderr
        moved.manage("backup", str(tmp_path / "moved.zip"))
        expected = moved.look()
    back = Site(tmp_path / "back")
    back.manage("restore", str(tmp_path / "moved.zip"))
    assert back.look() == expected
