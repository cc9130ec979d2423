"""The groups that are there after `migrate`."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def rights(group: str) -> set[str]:
    user = User.objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    return {right for right in user.get_all_permissions() if not right.startswith(("admin.", "reversion."))}


def test_there_are_four_roles() -> None:
    names = ["Content, without publishing", "Everything but users", "News only", "Owner"]
    assert sorted(Group.objects.values_list("name", flat=True)) == names


def test_the_owner_may_do_everything() -> None:
    assert Group.objects.get(name="Owner").permissions.count() == Permission.objects.count()


def test_news_only() -> None:
    may = rights("News only")
    assert {right for right in may if "newsitem" in right} == {
        f"news.{verb}_newsitem" for verb in ("add", "change", "delete", "view", "publish")
    }
    assert {right for right in may if "newsitem" not in right} == {
        "publications.view_publication",
        "academic.view_page",
        "academic.view_document",
        "academic.view_picture",
        "academic.add_picture",
    }


def test_content_without_publishing() -> None:
    may = rights("Content, without publishing")
    assert [right for right in may if ".publish_" in right] == []
    assert {"news.change_newsitem", "publications.add_publication", "academic.change_page"} <= may
    assert not {"academic.change_profile", "academic.change_homeblock", "auth.change_user"} & may


def test_everything_but_users() -> None:
    may = rights("Everything but users")
    assert {"news.publish_newsitem", "academic.change_profile", "publications.publish_publication"} <= may
    assert [right for right in may if right.startswith("auth.")] == []


def test_a_role_that_was_changed_stays_as_it_is() -> None:
    group = Group.objects.get(name="News only")
    group.permissions.clear()
    call_command("migrate", verbosity=0)
    assert group.permissions.count() == 0
