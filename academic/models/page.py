"""Free pages at any path, and projects, which are pages with a place in the list of projects."""

from __future__ import annotations

from typing import Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from ..paths import validate_path
from .files import Picture
from .publishing import PERMISSIONS, Publishable, PublishableQuerySet


class PageQuerySet(PublishableQuerySet):
    def projects(self) -> Self:
        return self.filter(is_project=True).order_by("position", "title")


class Page(Publishable):
    """A page of text at a path of its own."""

    path = models.CharField(
        _("path"),
        max_length=200,
        unique=True,
        validators=[validate_path],
        help_text=_("Its address on this site, such as /my-project/ or /old/page.html."),
    )
    title = models.CharField(_("title"), max_length=300)
    lang = models.CharField(_("language"), max_length=10, blank=True, help_text=_("Code; empty: the site's language."))
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("One sentence for search engines.")
    )
    tags = models.CharField(_("tags"), max_length=500, blank=True, help_text=_("Separated by commas."))
    header = models.ForeignKey(
        Picture, verbose_name=_("header picture"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    body = MarkdownxField(_("text"), blank=True)
    is_project = models.BooleanField(_("project"), default=False, help_text=_("Listed at /projects/."))
    summary = models.CharField(_("summary"), max_length=500, blank=True, help_text=_("Shown in the list of projects."))
    picture = models.ForeignKey(
        Picture, verbose_name=_("picture"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveIntegerField(_("position"), default=0, help_text=_("Order among the projects."))
    links = GenericRelation("academic.Link")

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        default_permissions = PERMISSIONS
        ordering = ["path"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.path


class Redirect(models.Model):
    """An address that has moved; visitors are sent on."""

    old_path = models.CharField(_("old path"), max_length=300, unique=True)
    new_path = models.CharField(_("new path"), max_length=300)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path"]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"
