"""Every change of content gives the site a new version; nothing else does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, transaction

from academic.content import changes_content, content_tables, own_models
from academic.models import CVEntry, TokenBucket
from academic.site.models import DemoRecord
from academic.version_reader import SQLiteReader, VersionReader, VersionUnknown, version_reader
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
    import sqlite3

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


class Statements:
    """An execute wrapper that remembers."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        self.seen.append(sql)
        return execute(sql, params, many, context)
