"""The test environment, set before Django reads its settings, and the three people of the tests."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.update(
    NO_DOTENV="true",
    SECRET_KEY="a-key-for-tests-only-that-is-long-enough-0123456789",
    SITE_URL="http://testserver",
    ALLOWED_HOSTS="testserver,127.0.0.1,localhost",
    DEBUG="false",
    TRUSTED_PROXIES="",
    SHARE_CARDS="false",
    MEDIA_ROOT=tempfile.mkdtemp(prefix="nutshell-media-"),
    STATIC_ROOT=tempfile.mkdtemp(prefix="nutshell-static-"),
    DJANGO_ALLOW_ASYNC_UNSAFE="1",
    DJANGO_SETTINGS_MODULE="academic.settings",  # here and not in pyproject.toml: there it is read before this file
)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{tempfile.mkdtemp(prefix='nutshell-db-')}/test.sqlite3")

if os.environ.get("ONLY_POSTGRES") and not os.environ["DATABASE_URL"].startswith("postgres"):
    raise SystemExit("ONLY_POSTGRES is set, but DATABASE_URL names no PostgreSQL")

import django  # noqa: E402 after the environment

django.setup()

import pytest  # noqa: E402
from django.conf import LazySettings  # noqa: E402
from django.contrib.auth.models import Group, Permission, User  # noqa: E402
from django.test import Client  # noqa: E402


@pytest.fixture(autouse=True)
def plain_static_files(settings: LazySettings) -> None:
    """Tests need no collected static files; hashing of passwords may be quick."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def empty_media(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    settings.CV_FOLDER = tmp_path / "cv"


@pytest.fixture
def visitor() -> Client:
    return Client()


@pytest.fixture
def assistant(db: None) -> Client:
    """Staff who may change news, and nothing else."""
    user = User.objects.create_user("assistant", password="assistant-password", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_newsitem"))
    return _signed_in(user)


@pytest.fixture
def writer(db: None) -> Client:
    """Staff who may write everything and publish nothing."""
    user = User.objects.create_user("writer", password="writer-password", is_staff=True)
    user.groups.add(Group.objects.get(name="Content, without publishing"))
    return _signed_in(user)


@pytest.fixture
def owner(db: None) -> Client:
    return _signed_in(User.objects.create_superuser("owner", password="owner-password"))


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
