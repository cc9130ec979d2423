"""Groups for those who help: made after `migrate`, once; which rights they give is the owner's to change afterwards."""

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


def make_roles(using: str, apps: Any = installed_apps, **kwargs: Any) -> None:
    """Receiver of post_migrate for the last app, when the permissions of all are there."""
    try:
        apps.get_model("auth", "Permission")
    except LookupError:  # migrated back to nothing
        return
    everything = Permission.objects.using(using)
    content = everything.filter(content_type__app_label__in=CONTENT_APPS)
    for name, permissions in {
        OWNER: everything.all(),
        EDITOR: content,
        WRITER: content.filter(_of(WRITER_RIGHTS)),
        NEWS: content.filter(_of(NEWS_RIGHTS)),
    }.items():
        group, is_new = Group.objects.using(using).get_or_create(name=name)
        if is_new:
            group.permissions.set(permissions)


def _of(rights: dict[str, Iterable[str]]) -> Q:
    codenames = [f"{right}_{model}" for model, given in rights.items() for right in given]
    return Q(codename__in=codenames)
