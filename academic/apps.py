"""The ground app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AcademicConfig(AppConfig):
    name = "academic"
    verbose_name = _("Homepage")

    def ready(self) -> None:
        from . import checks, content  # noqa: F401 checks registers the system checks
        from .signals import make_profile

        connection_created.connect(content.watch)
        pre_migrate.connect(content.before_migrations, sender=self)
        post_migrate.connect(content.after_migrations, sender=self)
        post_migrate.connect(make_profile, sender=self)
        autodiscover_modules("blocks", "versions")
