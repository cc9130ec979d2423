"""`manage.py doctor`: what is wrong is said in plain words with how to mend it, and nothing is said of the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.management import call_command

from academic.site import demo, first_start
from academic.site.doctor import findings, surroundings

ROOT = Path(__file__).resolve().parent.parent.parent.parent


@pytest.fixture
def healthy(db: None, settings: LazySettings, tmp_path: Path) -> LazySettings:
    """A public site with nothing wrong."""
    settings.SILENCED_SYSTEM_CHECKS = [*settings.SILENCED_SYSTEM_CHECKS, "async.E001"]  # DJANGO_ALLOW_ASYNC_UNSAFE
    settings.SITE_URL = "https://ada.example.org"
    settings.SITE_IS_HTTPS, settings.SITE_IS_LOCAL = True, False
    settings.ALLOWED_HOSTS = ["ada.example.org"]
    settings.SITE_HOST = "ada.example.org"
    settings.TRUSTED_PROXIES = ["10.0.0.2"]
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECRET_KEY = "a-l0ng-key" * 8
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").write_text("{}")
    User.objects.create_superuser("ada", password="a good passphrase")
    return settings


def found() -> list[tuple[str, bool, str]]:
    """(part, whether it is a fault, the sentence) of everything."""
    return [(name, one.is_fault, one.what) for name, several in findings() for one in several]


def doctor() -> tuple[int, str]:
    """Exit status and report."""
    report = StringIO()
    try:
        call_command("doctor", stdout=report, stderr=report)
    except SystemExit as stopped:
        return int(stopped.code or 0), report.getvalue()
    return 0, report.getvalue()


def test_a_healthy_site_is_fine_in_every_part(healthy: LazySettings) -> None:
    assert found() == []
    status, report = doctor()
    assert status == 0
    outside = ["Settings", "Address", "Static files", "Uploads", "Disk"]
    parts = [*outside, "Database", "Passwords", "First password", "Demo"]
    assert report == "".join(f"{part}: fine\n" for part in parts)


def test_a_demo_is_a_fault_where_others_see_it(healthy: LazySettings) -> None:
    demo.load()
    assert found() == [("Demo", True, "The demo is still loaded, so visitors see somebody else's work.")]
    status, report = doctor()
    assert status == 1 and "manage.py clear_demo" in report and report.endswith("1 things are to be mended.\n")
    healthy.SITE_IS_LOCAL, healthy.SITE_URL = True, "http://127.0.0.1:8000"
    assert ("Demo", False) in [(name, is_fault) for name, is_fault, _ in found()]


def test_the_printed_password_is_named_until_it_is_changed(db: None, healthy: LazySettings) -> None:
    User.objects.all().delete()
    first_start.prepare(with_demo=False)
    expected = ("First password", False, "The password of admin is still the one that was printed at the first start.")
    assert found() == [expected]
    user = User.objects.get()
    user.set_password("another one that is long")
    user.save()
    assert found() == []


def test_an_obvious_password_is_a_fault(healthy: LazySettings) -> None:
    User.objects.create_user("bob", password="bob", is_staff=True)
    User.objects.create_user("visitor", password="visitor")  # may not enter the admin
    assert found() == [("Passwords", True, "The password of bob is the first one anybody would try.")]


def test_a_site_nobody_can_administer_is_a_fault(healthy: LazySettings) -> None:
    User.objects.update(is_active=False)
    assert found() == [("Passwords", True, "Nobody can administer the site.")]


def test_static_files_must_be_collected_anew_when_they_changed(healthy: LazySettings, tmp_path: Path) -> None:
    os.utime(tmp_path / "staticfiles.json", (1, 1))
    [(part, is_fault, what)] = found()
    assert (part, is_fault) == ("Static files", True) and what.startswith("Static files changed after they were")
    (tmp_path / "staticfiles.json").unlink()
    [(_, is_fault, what)] = found()
    assert is_fault and what.startswith("The static files are not collected in")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"SITE_IS_HTTPS": False, "SITE_URL": "http://ada.example.org"}, "SITE_URL is plain http"),
        ({"TRUSTED_PROXIES": []}, "TRUSTED_PROXIES is empty"),
        ({"ALLOWED_HOSTS": ["*"]}, "ALLOWED_HOSTS answers to every name"),
        ({"ALLOWED_HOSTS": ["bob.example.org"]}, "ALLOWED_HOSTS leaves out the host of SITE_URL"),
        ({"DEBUG": True}, "DEBUG is on"),
        ({"SITE_IS_LOCAL": True, "SITE_URL": "http://localhost"}, "an address on your own machine"),
    ],
)
def test_settings_that_do_not_fit_are_named(healthy: LazySettings, changed: dict[str, Any], expected: str) -> None:
    for name, value in changed.items():
        setattr(healthy, name, value)
    assert expected in " ".join(what for _part, _is_fault, what in found())


def test_a_full_disk_is_a_fault(healthy: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "LEAST_FREE", 10**18)
    [(part, is_fault, what)] = found()
    assert (part, is_fault) == ("Disk", True) and "MB left" in what


def test_broken_settings_and_an_empty_database_get_sentences_and_no_traceback(tmp_path: Path) -> None:
    environment = {
        "NO_DOTENV": "true",
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3",
        "MEDIA_ROOT": str(ROOT / "README.md" / "media"),
        "TRUSTED_PROXIES": "nginx",
        "SECRET_KEY": "k" * 60,
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "doctor"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    for sentence in ("TRUSTED_PROXIES holds 'nginx'", "MEDIA_ROOT", "migrations are not applied", "manage.py migrate"):
        assert sentence in done.stdout, done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "Demo" not in done.stdout
