"""What stands in a CV besides publications."""

from __future__ import annotations

from typing import Self

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from .publishing import PERMISSIONS, Publishable, PublishableQuerySet

MONTH = [MinValueValidator(1), MaxValueValidator(12)]


class CVEntryQuerySet(PublishableQuerySet):
    def section(self, section: str) -> Self:
        return self.filter(section=section)


class CVEntry(Publishable):
    """A line of the CV; those of the section "teaching" make the teaching page as well."""

    class Section(models.TextChoices):
        EDUCATION = "education", _("Education")
        POSITION = "position", _("Positions")
        AWARD = "award", _("Awards")
        GRANT = "grant", _("Grants")
        TEACHING = "teaching", _("Teaching")
        SERVICE = "service", _("Service")
        OTHER = "other", _("Other")

    section = models.CharField(_("section"), max_length=20, choices=Section.choices)
    title = models.CharField(_("title"), max_length=300)
    lang = models.CharField(
        _("language of the title"), max_length=10, blank=True, help_text=_("Code, such as fr; empty: the site's.")
    )
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    detail = models.CharField(
        _("detail"), max_length=300, blank=True, help_text=_("Such as the level of a course, or who it was with.")
    )
    period = models.CharField(
        _("period"), max_length=50, blank=True, help_text=_("Shown instead of the dates: “Fall 2022”.")
    )
    start_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    start_month = models.PositiveSmallIntegerField(_("from month"), null=True, blank=True, validators=MONTH)
    end_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True, help_text=_("Empty: one date."))
    end_month = models.PositiveSmallIntegerField(_("to month"), null=True, blank=True, validators=MONTH)
    is_ongoing = models.BooleanField(_("ongoing"), default=False)
    text = MarkdownxField(_("text"), blank=True)
    position = models.PositiveIntegerField(_("position"), default=0, help_text=_("Among entries of the same date."))
    links = GenericRelation("academic.Link")

    objects = CVEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("CV entry")
        verbose_name_plural = _("CV entries")
        default_permissions = PERMISSIONS
        ordering = [
            "section",
            models.F("is_ongoing").desc(),
            models.F("start_year").desc(nulls_last=True),
            models.F("start_month").desc(nulls_last=True),
            "position",
            "pk",
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.end_year and self.start_year and self.end_year < self.start_year:
            raise ValidationError({"end_year": _("It ends before it begins.")})
