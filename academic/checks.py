"""System checks of our own settings: each with an id, what is wrong, and how to mend it."""

from __future__ import annotations

import ipaddress
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections


@register(Tags.database)
def databases_answer(databases: Sequence[str] | None = None, **kwargs: Any) -> Iterator[CheckMessage]:
    """Run before `migrate` and by `check --database default`."""
    for alias in databases or []:
        try:
            connections[alias].ensure_connection()
        except DatabaseError as error:
            reason = " ".join(str(error).split())
            hint = "Start the database server, or mend DATABASE_URL."
            yield Error(f"The database does not answer: {reason}", hint=hint, id="academic.E009")


@register(Tags.security)
def settings_are_right(**kwargs: Any) -> list[CheckMessage]:
    return [*_environment(), *_secret_key(), *_proxies(), *_folders(), *_accel(), *_host()]


def refuse_wrong_settings() -> None:
    """End the process with one plain sentence per wrong setting, if there is any."""
    if errors := [message for message in settings_are_right() if message.is_serious()]:
        sys.exit("\n".join(f"{error.id}: {error.msg} {error.hint}" for error in errors))


def _environment() -> Iterator[CheckMessage]:
    for problem in settings.ENVIRONMENT_PROBLEMS:
        yield Error(problem.message, hint=problem.hint, id=problem.id)


def _secret_key() -> Iterator[CheckMessage]:
    try:
        has_key = bool(settings.SECRET_KEY)
    except ImproperlyConfigured:
        has_key = False
    if not has_key:
        hint = "Set SECRET_KEY or SECRET_KEY_FILE; `make run` writes one to .env."
        yield Error("There is no SECRET_KEY.", hint=hint, id="academic.E001")


def _proxies() -> Iterator[CheckMessage]:
    for proxy in settings.TRUSTED_PROXIES:
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError:
            hint = "Write it like TRUSTED_PROXIES=10.0.0.2,192.168.0.0/24"
            yield Error(f"TRUSTED_PROXIES holds {proxy!r}, which is no address.", hint=hint, id="academic.E006")


def _folders() -> Iterator[CheckMessage]:
    if not media_can_be_written():
        hint = "Give the user that runs the site the right to write there, or set MEDIA_ROOT."
        yield Error(f"MEDIA_ROOT {settings.MEDIA_ROOT} cannot be written.", hint=hint, id="academic.E007")


def _accel() -> Iterator[CheckMessage]:
    prefix = settings.MEDIA_ACCEL_PREFIX
    if prefix and not re.fullmatch(r"/[\w/-]*[\w-]/", prefix):
        hint = "Write it as in nginx's configuration, MEDIA_ACCEL_PREFIX=/protected-media/, or leave it out."
        yield Error(f"MEDIA_ACCEL_PREFIX is {prefix!r}, which is no location.", hint=hint, id="academic.E012")


def media_can_be_written() -> bool:
    """Whether MEDIA_ROOT, or the folder it will be made in at the first upload, can be written."""
    folder = Path(settings.MEDIA_ROOT)
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def _host() -> Iterator[CheckMessage]:
    hosts = settings.ALLOWED_HOSTS
    if settings.SITE_HOST not in hosts and "*" not in hosts and not any(h.startswith(".") for h in hosts):
        hint = f"Add {settings.SITE_HOST} to ALLOWED_HOSTS, or leave ALLOWED_HOSTS empty."
        yield Warning("ALLOWED_HOSTS leaves out the host of SITE_URL.", hint=hint, id="academic.W001")
