"""Settings, address, files and disk: what can be looked at without the database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import CheckMessage, run_checks
from django.utils.translation import gettext as _

from academic.checks import media_can_be_written, settings_are_right

from .finding import Finding, advice, fault

LEAST_FREE = 500 * 1024 * 1024  # bytes of the disk


def settings_findings() -> Iterator[Finding]:
    """System checks that say something is wrong, ours first."""
    own = settings_are_right()
    if any(message.is_serious() for message in own):
        yield from map(_from_check, own)
        return  # Django's own would fail for the same reasons
    for message in run_checks(include_deployment_checks=not settings.SITE_IS_LOCAL):
        if not message.is_silenced():
            yield _from_check(message)


def _from_check(message: CheckMessage) -> Finding:
    return Finding(message.is_serious(), f"{message.msg} ({message.id})", message.hint or "")


def address() -> Iterator[Finding]:
    if settings.DEBUG and not settings.SITE_IS_LOCAL:
        yield fault(_("DEBUG is on, so errors show the program and its settings to everyone."), "DEBUG=false")
    if settings.SITE_IS_LOCAL:
        yield advice(
            _("SITE_URL is %s: feeds, the sitemap and search engines would be given an address on your own machine.")
            % settings.SITE_URL,
            _("When the site has its public address, set SITE_URL to it."),
        )
    elif not settings.SITE_IS_HTTPS:
        yield fault(
            _("SITE_URL is plain http: passwords travel where others can read them."),
            _("Get a certificate (Let's Encrypt is free) and write SITE_URL=https://…"),
        )
    elif not settings.TRUSTED_PROXIES:
        yield advice(
            _("SITE_URL is https, and TRUSTED_PROXIES is empty."),
            _("Right where the proxy talks over a Unix socket; else name its address, or redirects never end."),
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield advice(_("ALLOWED_HOSTS answers to every name."), _("Leave it empty: SITE_URL's host is then answered."))


def static_files() -> Iterator[Finding]:
    if settings.DEBUG:
        return
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.is_file():
        yield fault(
            _("The static files are not collected in %s, so pages fail.") % settings.STATIC_ROOT,
            "manage.py collectstatic --noinput",
        )
        return
    collected = manifest.stat().st_mtime
    newer = [path for path, storage in _own_static() if Path(storage).stat().st_mtime > collected]
    if newer:
        yield fault(
            _("Static files changed after they were collected, such as %s.") % newer[0],
            "manage.py collectstatic --noinput",
        )


def _own_static() -> Iterator[tuple[str, str]]:
    """(name, file) of every file of ours."""
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            file = storage.path(path)
            if Path(file).is_relative_to(settings.BASE_DIR / "static"):
                yield path, file


def media() -> Iterator[Finding]:
    if not media_can_be_written():
        yield fault(
            _("Uploads fail: MEDIA_ROOT %s cannot be written.") % settings.MEDIA_ROOT,
            _("Give the user that runs the site the right to write there, or set MEDIA_ROOT."),
        )


def disk() -> Iterator[Finding]:
    folder = Path(settings.MEDIA_ROOT)
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        yield fault(
            _("The disk of %(folder)s has %(free)d MB left.") % {"folder": folder, "free": free // 1024**2},
            _("Make room: SQLite and uploads need it."),
        )
