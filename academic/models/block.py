"""How the home page and the menu are composed."""

from __future__ import annotations

from typing import Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..addresses import validate_web_address
from .page import Page
from .publishing import PublishableQuerySet


class HomeBlock(models.Model):
    """A section of the home page; what it shows is up to its kind in the registry (academic/blocks.py)."""

    position = models.PositiveIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=50)
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("Heading above it; may be empty."))
    options = models.JSONField(_("options"), default=dict, blank=True)
    is_shown = models.BooleanField(_("shown"), default=True)
    links = GenericRelation("academic.Link")

    class Meta:
        verbose_name = _("home block")
        verbose_name_plural = _("home blocks")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title or self.kind


class MenuItemQuerySet(models.QuerySet):
    def published(self) -> Self:
        """Those that lead nowhere a visitor may not go."""
        return self.filter(models.Q(page=None) | PublishableQuerySet.published_rule("page__"))


class MenuItem(models.Model):
    """An entry of the menu: a section of the site, a page, or an address."""

    class Section(models.TextChoices):
        NEWS = "news", _("News")
        PUBLICATIONS = "publications", _("Publications")
        PROJECTS = "projects", _("Projects")
        TEACHING = "teaching", _("Teaching")
        CV = "cv", _("CV")

    position = models.PositiveIntegerField(_("position"), default=0)
    label = models.CharField(_("label"), max_length=50, blank=True, help_text=_("Empty: the name of where it leads."))
    section = models.CharField(_("section"), max_length=20, choices=Section.choices, blank=True)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    url = models.CharField(_("web address"), max_length=500, blank=True, validators=[validate_web_address])

    objects = MenuItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("menu item")
        verbose_name_plural = _("menu")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="menu_leads_to_one_thing",
                condition=(~models.Q(section="") & models.Q(page=None, url=""))
                | (models.Q(section="", url="") & models.Q(page__isnull=False))
                | (models.Q(section="", page=None) & ~models.Q(url="")),
                violation_error_message=_("Give exactly one of section, page and web address."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        if self.label:
            return self.label
        if self.section:
            return str(self.Section(self.section).label)
        return str(self.page or self.url)

    @property
    def href(self) -> str:
        if self.section:
            return f"/{self.section}/"
        return self.page.get_absolute_url() if self.page is not None else self.url
