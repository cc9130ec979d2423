"""`clean_media` removes only what no row and no recent version names."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from reversion.models import Revision, Version

from academic import history
from academic.cleaning import clean
from academic.images import path_of
from academic.models import Picture
from tests.everything import admin_url, make_document, make_picture
from tests.factories import make_page

pytestmark = pytest.mark.django_db


def files() -> set[str]:
    return {path.name for path in Path(settings.MEDIA_ROOT).iterdir()}


def age(days: int = 2) -> None:
    then = time.time() - days * 24 * 3600
    for path in Path(settings.MEDIA_ROOT).iterdir():
        os.utime(path, (then, then))


def test_what_rows_name_stays_renditions_too() -> None:
    make_picture()
    make_document()
    age()
    before = files()
    assert clean() == ([], 0)
    assert files() == before and len(before) >= 2


def test_what_nothing_names_goes_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    picture, document = make_picture(), make_document()
    kept, size = path_of(document).name, sum(path.stat().st_size for path in Path(settings.MEDIA_ROOT).iterdir())
    Picture.objects.all().delete()
    age()
    gone = files() - {kept}
    assert picture.name in gone
    call_command("clean_media", "--dry-run")
    assert f"{len(gone)} files would be removed" in capsys.readouterr().out and gone <= files()
    call_command("clean_media")
    told = capsys.readouterr().out.splitlines()
    assert set(told[:-1]) == gone and told[-1].startswith(f"{len(gone)} files removed")
    assert files() == {kept} and size > 0


def test_what_a_version_of_the_last_90_days_names_stays(owner: Client) -> None:
    picture, document = make_picture(), make_document()
    for row in (picture, document):
        owner.post(admin_url(row, "delete"), {"post": "yes"})
    age()
    before = files()
    clean()
    assert files() == before
    Revision.objects.update(date_created=timezone.now() - timedelta(days=91))
    clean()
    assert files() == set()


def test_a_picture_that_only_the_text_of_an_old_version_names_stays() -> None:
    picture = make_picture()
    page = make_page(body=f"![x]({picture.get_absolute_url()})")
    history.keep(page)
    page.delete()
    picture.delete()
    age()
    clean()
    assert picture.name in files() and Version.objects.count() == 1


def test_a_young_file_and_files_of_others_are_never_touched() -> None:
    picture = make_picture()
    Picture.objects.all().delete()
    clean()
    assert picture.name in files()
    for name in ("notes.txt", ".hidden", "a" * 31 + ".pdf", "A" * 32 + ".pdf"):
        (Path(settings.MEDIA_ROOT) / name).write_text("not ours")
    age()
    clean()
    assert files() == {"notes.txt", ".hidden", "a" * 31 + ".pdf", "A" * 32 + ".pdf"}


def test_without_a_folder_there_is_nothing_to_clean() -> None:
    Path(settings.MEDIA_ROOT).rmdir()
    assert clean() == ([], 0)
