"""What a new site gets at its very first start: the demo, if wished, and someone who can log in."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import User
from django.db import transaction

from . import demo
from .composition import compose
from .models import FirstPassword

FIRST_USER = "admin"


@transaction.atomic
def prepare(with_demo: bool) -> str | None:
    """Load the demo and make the first user; the password made for it, or None when users exist already."""
    if User.objects.exists():
        return None
    if with_demo:
        demo.load()
    else:
        compose()
    password = secrets.token_urlsafe(12)
    user = User.objects.create_superuser(FIRST_USER, password=password)
    FirstPassword.objects.create(user=user, encoded=user.password)
    return password
