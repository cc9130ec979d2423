"""manage.py createowner: a way in for the owner, also when the password is lost and no mail is set up."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Makes a user who may do everything, or gives one that exists a new password; prints the password once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", nargs="?", default="admin")

    def handle(self, *args: Any, **options: Any) -> None:
        users = get_user_model()._default_manager
        name, password = options["username"], secrets.token_urlsafe(12)
        user = users.filter(username=name).first()
        is_new = user is None
        if user is None:
            user = get_user_model()(username=name)
            try:
                user.clean_fields(exclude=["password"])
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
        user.is_active = user.is_staff = user.is_superuser = True
        user.set_password(password)
        user.save()
        self.stdout.write(f"{'Made' if is_new else 'Found'} the owner {name}. Password: {password}")
        self.stdout.write("Log in at /admin/ and change it (top right).")
