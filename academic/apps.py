"""The ground app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AcademicConfig(AppConfig):
    name = "academic"
    verbose_name = _("Homepage")

    def ready(self) -> None:
        from . import checks  # noqa: F401 registers the system checks
        from .signals import make_profile

        post_migrate.connect(make_profile, sender=self)
        autodiscover_modules("blocks", "versions")
