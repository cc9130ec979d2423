"""Every change of content gives the site a new version; nothing else does."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, transaction

from academic.content import changes_content, content_tables, own_models
from academic.models import CVEntry, TokenBucket
from academic.site.models import DemoRecord
from academic.version_reader import (
    FILE_IS_KNOWN,
    SQLiteReader,
    VersionReader,
    VersionUnknown,
    commit_mark,
    version_reader,
)
from news.models import NewsItem
from publications.models import Author, ImportRun, Publication, Topic
from tests.factories import make_cv_entry, make_publication

# Models of ours that no public page shows anything of. A new model is content until it says otherwise, and stands here.
NOT_CONTENT = {
    "academic.ContentVersion",  # is the version
    "academic.TokenBucket",  # counts wrong passwords
    "site.FirstPassword",  # asked by the doctor
    "publications.ImportRun",  # seen in the admin; what it wrote is content itself
}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader() -> Iterator[VersionReader]:
    made = version_reader(connection)
    yield made
    made.close()


class Failed(Exception):
    pass


def test_every_model_of_ours_is_content_or_named_as_not() -> None:
    not_content = {model._meta.label for model in own_models() if not getattr(model, "is_content", True)}
    assert not_content == NOT_CONTENT
    assert content_tables() == {model._meta.db_table for model in own_models() if model._meta.label not in NOT_CONTENT}
    assert {Publication.topics.through._meta.db_table, NewsItem.shown_links.through._meta.db_table} <= content_tables()


@pytest.mark.parametrize("table", sorted(content_tables()))
def test_every_kind_of_statement_on_a_content_table_counts(table: str, reader: VersionReader) -> None:
    for statement in (
        f'UPDATE "{table}" SET "id" = "id" WHERE 1 = 0',
        f'DELETE FROM "{table}" WHERE 1 = 0',
        f'\n insert into {table} select * from "{table}" WHERE 1 = 0',
    ):
        before = reader.read()
        with connection.cursor() as cursor:
            cursor.execute(statement)
        assert reader.read() != before, statement


def test_reading_is_no_change_and_other_tables_do_not_count(reader: VersionReader) -> None:
    before = reader.read()
    user = User.objects.create_user("somebody")
    user.groups.add(Group.objects.create(name="group"))
    TokenBucket.take("key", 5, 60)
    ImportRun.objects.create(sources=[], user=user).save()
    list(Publication.objects.all())
    assert reader.read() == before
    for sql in ("SELECT 1", 'SELECT * FROM "news_newsitem"', 'UPDATE "auth_user" SET "x" = 1', "", None, "UPDATE"):
        assert not changes_content(sql)


def test_every_way_of_writing_rows_counts(reader: VersionReader) -> None:
    entry = make_cv_entry()
    topic = Topic.objects.create(name="A", slug="a")
    paper = make_publication()
    ways = [
        lambda: entry.save(),
        lambda: CVEntry.objects.filter(pk=entry.pk).update(title="B"),
        lambda: CVEntry.objects.bulk_update([entry], ["title"]),
        lambda: CVEntry.objects.bulk_create([CVEntry(section="other", title="C")]),
        lambda: CVEntry.objects.bulk_create([CVEntry(section="other", title="D")], ignore_conflicts=True),
        lambda: CVEntry.objects.get_or_create(title="E", section="other"),
        lambda: paper.topics.add(topic),
        lambda: paper.topics.clear(),
        lambda: paper.topics.set([topic]),
        lambda: CVEntry.objects.filter(title="C").delete(),
        lambda: CVEntry.objects.filter(title="D")._raw_delete("default"),  # type: ignore[attr-defined]
        lambda: entry.delete(),
        lambda: DemoRecord.objects.create(owner=topic, fingerprint="x"),
    ]
    for number, way in enumerate(ways):
        before = reader.read()
        way()
        assert reader.read() != before, number


def test_a_transaction_has_one_version_which_nobody_sees_before_it_ends(reader: VersionReader) -> None:
    before = reader.read()
    with connection.execute_wrapper(statements := Statements()), transaction.atomic():
        make_cv_entry()
        if connection.vendor == "postgresql":  # a test's SQLite in memory has no second view
            assert reader.read() == before
        make_cv_entry()
        CVEntry.objects.update(title="B")
    assert reader.read() != before
    written = [sql.split('"')[1] for sql in statements.seen if sql.startswith(("INSERT", "UPDATE"))]
    assert written == ["academic_contentversion", *["academic_cventry"] * 3]  # once, before the first row


def test_what_is_rolled_back_gives_no_version(reader: VersionReader) -> None:
    before = reader.read()
    with pytest.raises(Failed), transaction.atomic():
        make_cv_entry()
        raise Failed
    assert reader.read() == before


def test_a_change_after_a_savepoint_that_was_rolled_back_counts(reader: VersionReader) -> None:
    before = reader.read()
    with transaction.atomic():
        with pytest.raises(Failed), transaction.atomic():
            make_cv_entry()
            raise Failed
        make_cv_entry()
    after = reader.read()
    assert after != before
    with transaction.atomic():
        make_cv_entry()
        with pytest.raises(Failed), transaction.atomic():
            make_cv_entry()
            raise Failed
    assert reader.read() != after


def test_a_version_never_comes_twice(reader: VersionReader) -> None:
    seen = []
    for _ in range(20):
        Author.objects.update(orcid="")
        seen.append(reader.read())
    assert len(set(seen)) == 20


def test_a_database_that_is_not_there_or_empty_has_no_version(tmp_path, reader: VersionReader) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(VersionUnknown):
        SQLiteReader(str(tmp_path / "missing.sqlite3")).read()
    assert not (tmp_path / "missing.sqlite3").exists()
    (tmp_path / "empty.sqlite3").touch()
    with pytest.raises(VersionUnknown):
        SQLiteReader(str(tmp_path / "empty.sqlite3")).read()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM academic_contentversion")
    with pytest.raises(VersionUnknown):
        reader.read()
    make_cv_entry()
    assert reader.read()


def test_a_backup_put_in_the_place_of_the_database_is_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    def write(name: str, token: str) -> str:
        path = tmp_path / name
        made = sqlite3.connect(path)
        made.execute("CREATE TABLE academic_contentversion (id integer primary key, token text)")
        made.execute("INSERT INTO academic_contentversion VALUES (1, ?)", [token])
        made.commit()
        made.close()
        return str(path)

    reader = SQLiteReader(write("site.sqlite3", "now"))
    assert reader.read() == "now"
    (tmp_path / write("backup.sqlite3", "then")).rename(tmp_path / "site.sqlite3")
    assert reader.read() == "then"
    reader.close()


def in_wal(path: Path, token: str) -> sqlite3.Connection:
    """A database as the site has it, and an open connection to it."""
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("CREATE TABLE academic_contentversion (id integer primary key, token text)")
    made.execute("INSERT INTO academic_contentversion VALUES (1, ?)", [token])
    return made


def test_every_commit_is_seen_at_once_and_a_quiet_database_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("academic.version_reader.FILE_IS_KNOWN", 3600)
    writer, reader = in_wal(tmp_path / "site.sqlite3", "0"), SQLiteReader(str(tmp_path / "site.sqlite3"))
    asked: list[str] = []
    assert [reader.read() for _ in range(3)] == ["0"] * 3
    reader._connected().set_trace_callback(asked.append)
    for number in range(1, 200):
        writer.execute("UPDATE academic_contentversion SET token = ?", [str(number)])
        assert [reader.read() for _ in range(3)] == [str(number)] * 3
        if number % 50 == 0:
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            assert reader.read() == str(number)
    assert 199 <= len(asked) <= 199 + 2 * 4
    writer.execute("BEGIN")
    writer.execute("UPDATE academic_contentversion SET token = 'never'")
    assert reader.read() == "199"
    writer.execute("ROLLBACK")
    assert reader.read() == "199"
    reader.close()
    writer.close()


def test_a_database_behind_a_symbolic_link_is_watched_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    writer = in_wal(tmp_path / "real" / "site.sqlite3", "0")
    (tmp_path / "site.sqlite3").symlink_to(tmp_path / "real" / "site.sqlite3")
    (tmp_path / "site.sqlite3-shm").write_bytes(bytes(32_768))  # left over
    reader = SQLiteReader(str(tmp_path / "site.sqlite3"))
    for number in range(20):
        writer.execute("UPDATE academic_contentversion SET token = ?", [str(number)])
        assert [reader.read(), reader.read()] == [str(number)] * 2
    reader.close()
    writer.close()


def test_failures_leave_no_files_open(tmp_path: Path) -> None:
    writer, reader = in_wal(tmp_path / "site.sqlite3", "0"), SQLiteReader(str(tmp_path / "site.sqlite3"))
    writer.execute("DELETE FROM academic_contentversion")

    def fail() -> int:
        with pytest.raises(VersionUnknown):
            reader.read()
        return len(list(Path("/proc/self/fd").iterdir()))

    assert fail() == [fail() for _ in range(20)][-1]
    writer.execute("INSERT INTO academic_contentversion VALUES (1, 'back')")
    assert reader.read() == "back"
    reader.close()
    writer.close()


def test_where_the_mark_cannot_be_read_the_database_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("academic.version_reader.MARK_LENGTH", 1_000_000)
    writer, reader = in_wal(tmp_path / "site.sqlite3", "0"), SQLiteReader(str(tmp_path / "site.sqlite3"))
    assert commit_mark(str(tmp_path / "site.sqlite3")) is commit_mark(str(tmp_path / "missing")) is None
    assert [reader.read(), reader.read()] == ["0", "0"]
    writer.execute("UPDATE academic_contentversion SET token = '1'")
    assert [reader.read(), reader.read()] == ["1", "1"]
    reader.close()
    writer.close()


def test_reading_leaves_locks_alone(tmp_path: Path) -> None:
    """Closing a file in a process takes all locks of the process on it: another process could write then."""
    writer = in_wal(tmp_path / "site.sqlite3", "0")
    writer.execute("BEGIN IMMEDIATE")
    for _ in range(3):
        reader = SQLiteReader(str(tmp_path / "site.sqlite3"))
        assert reader.read() == "0"
        reader.close()
        del reader
    gc.collect()
    other = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None);"
        " c.execute('BEGIN IMMEDIATE')"
    )
    done = subprocess.run([sys.executable, "-c", other, tmp_path / "site.sqlite3"], capture_output=True, check=False)  # noqa: S603
    assert b"database is locked" in done.stderr
    writer.execute("COMMIT")
    writer.close()


def test_a_backup_put_in_the_place_of_a_served_database_is_read(tmp_path: Path) -> None:
    writer, reader = in_wal(tmp_path / "site.sqlite3", "now"), SQLiteReader(str(tmp_path / "site.sqlite3"))
    assert [reader.read(), reader.read()] == ["now", "now"]
    in_wal(tmp_path / "backup.sqlite3", "then").close()
    (tmp_path / "backup.sqlite3").rename(tmp_path / "site.sqlite3")
    for name in ("site.sqlite3-wal", "site.sqlite3-shm"):
        (tmp_path / name).unlink()
    time.sleep(2 * FILE_IS_KNOWN)
    assert reader.read() == "then"
    again = sqlite3.connect(tmp_path / "site.sqlite3", isolation_level=None)
    again.execute("UPDATE academic_contentversion SET token = 'later'")
    assert reader.read() == "later"
    for opened in (reader, again, writer):
        opened.close()


class Statements:
    """An execute wrapper that remembers."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        self.seen.append(sql)
        return execute(sql, params, many, context)
