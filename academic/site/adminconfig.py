"""Django's admin under our own site class (a module of its own: an app may have one default configuration)."""

from django.contrib.admin.apps import AdminConfig


class NutshellAdminConfig(AdminConfig):
    default_site = "academic.site.adminsite.WholeSiteAdmin"
