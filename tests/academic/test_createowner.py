"""A way in when the password is lost."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

pytestmark = pytest.mark.django_db


def password_from(capsys: pytest.CaptureFixture[str]) -> str:
    return re.findall(r"Password: (\S+)", capsys.readouterr().out)[0]


def may_log_in(name: str, password: str) -> bool:
    client = Client()
    answer = client.post("/admin/login/", {"username": name, "password": password, "next": "/admin/auth/user/"})
    return answer.status_code == 302 and client.get("/admin/auth/user/").status_code == 200


def test_an_owner_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("createowner", "ada")
    assert may_log_in("ada", password_from(capsys))


def test_a_lost_password_is_replaced_and_rights_given_back(capsys: pytest.CaptureFixture[str]) -> None:
    User.objects.create_user("admin", password="the-lost-one", is_active=False)
    call_command("createowner")
    password = password_from(capsys)
    assert may_log_in("admin", password) and not may_log_in("admin", "the-lost-one")
    assert User.objects.count() == 1


def test_a_name_that_is_none_is_refused() -> None:
    for name in ("a b/c", "", "x" * 200):
        with pytest.raises(CommandError):
            call_command("createowner", name)
    assert User.objects.count() == 0
