"""What the database tells: whether it answers and is up to date, who can log in, what is public."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import User
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from ..models import DemoRecord, FirstPassword
from .finding import Finding, advice, fault

OBVIOUS_PASSWORDS = ("admin", "password", "nutshell", "changeme", "secret")


def database() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        yield fault(_("The database does not answer: %s") % reason, _("Start its server, or mend DATABASE_URL."))
        return
    if pending:
        yield fault(_("%d migrations are not applied.") % len(pending), "manage.py migrate")


def people() -> Iterator[Finding]:
    owners = User.objects.filter(is_active=True, is_superuser=True)
    if not owners.exists():
        yield fault(_("Nobody can administer the site."), "manage.py createsuperuser")
    for user in User.objects.filter(is_active=True, is_staff=True):
        if any(check_password(word, user.password, setter=None) for word in (user.get_username(), *OBVIOUS_PASSWORDS)):
            yield fault(
                _("The password of %s is the first one anybody would try.") % user.get_username(),
                f"manage.py changepassword {user.get_username()}",
            )


def first_password() -> Iterator[Finding]:
    for first in FirstPassword.objects.select_related("user"):
        if first.is_unchanged and first.user.is_active:
            yield advice(
                _("The password of %s is still the one that was printed at the first start.") % first.user,
                f"manage.py changepassword {first.user}",
            )


def demo() -> Iterator[Finding]:
    if DemoRecord.objects.exists():
        about = _("The demo is still loaded, so visitors see somebody else's work.")
        mend = _("manage.py clear_demo takes it away, except what you edited.")
        yield advice(about, mend) if settings.SITE_IS_LOCAL else fault(about, mend)
