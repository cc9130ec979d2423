"""Whose site it is: exactly one profile, with affiliations and interests in order."""

from __future__ import annotations

import zoneinfo
from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from ..addresses import validate_web_address
from ..colours import validate_accent
from ..verification import validate_tags
from .files import Picture

ORCID = RegexValidator(r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$", _("Write the ORCID iD like 0000-0002-1825-0097."))

ROR = RegexValidator(r"^0[a-hj-km-np-tv-z0-9]{6}\d{2}$", _("Write the ROR id like 03yrm5c26."))


def validate_time_zone(value: str) -> None:
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(value)s” is not a time zone: write it like Europe/Paris."), params={"value": value})


class ProfileQuerySet(models.QuerySet["Profile"]):
    facts: ClassVar[dict[str, models.Exists]] = {}  # what apps above ask of the database for every page, by name

    def for_pages(self) -> Self:
        """With its pictures and the facts, in one query."""
        return self.select_related("photo", "header", "icon").annotate(**self.facts)


class Profile(models.Model):
    """The owner. The row with id 1 is made after `migrate` (academic/apps.py) and is never written on GET."""

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        FRENCH = "fr", "Français"

    class Typeface(models.TextChoices):
        SERIF = "serif", _("with serifs, as in books")
        SANS = "sans", _("without serifs")

    class Side(models.TextChoices):
        START = "start", _("before the text (left)")
        END = "end", _("after the text (right)")

    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    name_variants = models.TextField(
        _("other spellings of your name"),
        blank=True,
        help_text=_("One per line, as they stand in author lists. Initials and accents need not be repeated."),
    )
    headline = models.CharField(_("headline"), max_length=100, blank=True, help_text=_("Opens the home page: “Hi!”"))
    position = models.CharField(_("position"), max_length=200, blank=True, help_text=_("For instance: post-doc."))
    tagline = models.CharField(_("tagline"), max_length=300, blank=True, help_text=_("A line below your name."))
    bio = MarkdownxField(_("bio"), blank=True)
    photo = models.ForeignKey(
        Picture, verbose_name=_("portrait"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    header = models.ForeignKey(
        Picture,
        verbose_name=_("header picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Wide and low, across the top of the home page."),
    )
    email = models.EmailField(_("email"), blank=True, help_text=_("Shown so that robots do not collect it."))
    address = models.TextField(_("address"), blank=True)
    office = models.CharField(_("office"), max_length=200, blank=True)
    site_title = models.CharField(
        _("site title"), max_length=200, blank=True, help_text=_("At the top of every page; empty: your name.")
    )
    description = models.CharField(
        _("description"), max_length=300, blank=True, help_text=_("One sentence for search engines.")
    )
    keywords = models.CharField(_("keywords"), max_length=1000, blank=True, help_text=_("Separated by commas."))
    accent = models.CharField(
        _("colour"),
        max_length=7,
        blank=True,
        validators=[validate_accent],
        help_text=_("Of kickers, focus and the current menu entry, like #971c1e; a lighter shade of it in the dark."),
    )
    typeface = models.CharField(_("typeface"), max_length=10, choices=Typeface.choices, default=Typeface.SERIF)
    side = models.CharField(
        _("your side"), max_length=10, choices=Side.choices, default=Side.START, help_text=_("On wide screens.")
    )
    icon = models.ForeignKey(
        Picture,
        verbose_name=_("icon"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For tabs and home screens; empty: made of your initials."),
    )
    orcid = models.CharField("ORCID", max_length=19, blank=True, validators=[ORCID])
    scholar_id = models.CharField(_("Google Scholar id"), max_length=40, blank=True)
    language = models.CharField(
        _("language"), max_length=10, choices=Language.choices, default=Language.ENGLISH, help_text=_("Of the site.")
    )
    time_zone = models.CharField(_("time zone"), max_length=50, default="UTC", validators=[validate_time_zone])
    start_year = models.PositiveSmallIntegerField(
        _("start year"), null=True, blank=True, help_text=_("For the copyright line: “© 2017 – today”.")
    )
    verification_tags = models.TextField(
        _("verification tags"),
        blank=True,
        validators=[validate_tags],
        help_text=_("What Google, Bing and others gave you to show whose site it is, one <meta> tag per line."),
    )
    links = GenericRelation("academic.Link")

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profile")
        constraints = [models.CheckConstraint(name="only_one_profile", condition=models.Q(id=1))]

    def __str__(self) -> str:
        return self.name or str(_("Profile"))

    def get_absolute_url(self) -> str:
        return "/"

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def accent_digits(self) -> str:
        """The colour as the address of its style sheet has it."""
        return self.accent.removeprefix("#").lower()

    @cached_property
    def shown_links(self) -> list[Any]:
        """Its links as the page shows them, fetched once."""
        from .completing import has_links  # links lead to pages and documents, whose modules know the profile

        return list(self.links.all() if has_links(self) else self.links.shown())

    @staticmethod
    def shown_with() -> list[str]:
        return ["affiliations"]

    @property
    def title(self) -> str:
        """What the site is called."""
        return self.site_title or self.name or str(_("Academic homepage"))


class Affiliation(models.Model):
    """A lab, department or university the owner belongs to."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="affiliations")
    position = models.PositiveIntegerField(_("position"), default=0)
    name = models.CharField(_("name"), max_length=200)
    url = models.CharField(_("web address"), max_length=500, blank=True, validators=[validate_web_address])
    ror = models.CharField(
        "ROR", max_length=9, blank=True, validators=[ROR], help_text=_("Its id at ror.org, for search engines.")
    )

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class Interest(models.Model):
    """A research interest."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="interests")
    position = models.PositiveIntegerField(_("position"), default=0)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("research interest")
        verbose_name_plural = _("research interests")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
