"""Groups for those who help: made after `migrate`, once; they and their rights are the owner's to change afterwards.

Rights that come with a later version (on a model it adds, say) are given to those of the groups that are still there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps as installed_apps
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

ALL = ("view", "add", "change", "delete", "publish")
WRITING = ("view", "add", "change", "delete")
LOOKING = ("view",)
ADDING = ("view", "add")

OWNER = "Owner"
EDITOR = "Everything but users"
WRITER = "Content, without publishing"
NEWS = "News only"

NEWS_RIGHTS: dict[str, Iterable[str]] = {
    "newsitem": ALL,
    "publication": LOOKING,
    "page": LOOKING,
    "document": LOOKING,
    "picture": ADDING,
}
WRITER_RIGHTS: dict[str, Iterable[str]] = {
    **dict.fromkeys(["newsitem", "publication", "page", "cventry"], WRITING),
    **dict.fromkeys(["picture", "document", "topic", "importrun"], ADDING),
    **dict.fromkeys(["author", "profile"], LOOKING),
}
CONTENT_APPS = ("academic", "publications", "news")

_known: dict[str, frozenset[int]] = {}  # by database: keys of the rights there were before what is migrated now


def before_migrations(using: str, apps: Any = installed_apps, **kwargs: Any) -> None:
    """Receiver of pre_migrate."""
    try:
        permissions = apps.get_model("auth", "Permission").objects.using(using)
    except LookupError:  # a new database
        _known[using] = frozenset()
    else:
        _known[using] = frozenset(permissions.values_list("pk", flat=True))


def make_roles(using: str, apps: Any = installed_apps, **kwargs: Any) -> None:
    """Receiver of post_migrate for the last app, when the permissions of all are there."""
    try:
        apps.get_model("auth", "Permission")
    except LookupError:  # migrated back to nothing
        return
    known = _known.pop(using, None)  # nothing after a flush, which takes the groups as well
    everything = Permission.objects.using(using)
    content = everything.filter(content_type__app_label__in=CONTENT_APPS)
    roles = {
        OWNER: everything.all(),
        EDITOR: content,
        WRITER: content.filter(_of(WRITER_RIGHTS)),
        NEWS: content.filter(_of(NEWS_RIGHTS)),
    }
    groups = Group.objects.using(using)
    present = list(groups.filter(name__in=roles))
    if not present:
        for name, permissions in roles.items():
            groups.create(name=name).permissions.set(permissions)
    elif known is not None:
        for group in present:
            group.permissions.add(*roles[group.name].exclude(pk__in=known))


def _of(rights: dict[str, Iterable[str]]) -> Q:
    codenames = [f"{right}_{model}" for model, given in rights.items() for right in given]
    return Q(codename__in=codenames)
