from django.apps import AppConfig
from django.db.models import Exists
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "academic.site"
    label = "site"
    verbose_name = _("Whole site")

    def ready(self) -> None:
        from academic.models.profile import ProfileQuerySet

        from .cards import after_change
        from .context_processors import IS_DEMO
        from .models import DemoRecord
        from .roles import before_migrations, make_roles

        ProfileQuerySet.facts[IS_DEMO] = Exists(DemoRecord.objects.all())

        pre_migrate.connect(before_migrations, sender=self)
        post_migrate.connect(make_roles, sender=self)
        post_save.connect(after_change)
        post_delete.connect(after_change)
