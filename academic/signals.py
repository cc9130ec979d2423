"""The one profile is made when the tables are: never on a request."""

from typing import Any

from django.apps import apps as installed_apps


def make_profile(using: str, apps: Any = installed_apps, **kwargs: Any) -> None:
    """Receiver of post_migrate (after a flush it runs again, without `apps`)."""
    try:
        profile = apps.get_model("academic", "Profile")
    except LookupError:  # migrated back to nothing
        return
    profile.objects.using(using).get_or_create(pk=1)
