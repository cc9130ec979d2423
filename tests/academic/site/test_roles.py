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


def test_rights_that_come_later_are_given_and_nothing_else_is_touched() -> None:
    news, owner = Group.objects.get(name="News only"), Group.objects.get(name="Owner")
    Permission.objects.filter(codename__endswith="_newsitem").delete()  # as if the model came with this version
    news.permissions.remove(Permission.objects.get(codename="view_page"))
    news.permissions.add(Permission.objects.get(codename="add_page"))
    owner.permissions.remove(Permission.objects.get(codename="add_user"))
    call_command("migrate", verbosity=0)
    assert rights("News only") == {
        *(f"news.{verb}_newsitem" for verb in ("add", "change", "delete", "view", "publish")),
        *("publications.view_publication", "academic.view_document", "academic.view_picture", "academic.add_picture"),
        "academic.add_page",
    }
    writer = rights("Content, without publishing")
    assert "news.change_newsitem" in writer and "news.publish_newsitem" not in writer
    assert not owner.permissions.filter(codename="add_user").exists()
    assert owner.permissions.count() == Permission.objects.count() - 1
    news.permissions.clear()
    call_command("migrate", verbosity=0)
    assert news.permissions.count() == 0


def test_a_role_that_was_renamed_or_deleted_does_not_come_back() -> None:
    Group.objects.filter(name="News only").update(name="Helpers")
    Group.objects.get(name="Everything but users").delete()
    call_command("migrate", verbosity=0)
    assert sorted(Group.objects.values_list("name", flat=True)) == ["Content, without publishing", "Helpers", "Owner"]
