"""The one rule of what visitors may see, for everything that appears on the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOMENTS = ("publish_at", "expire_at")


def is_reasonable(day: date) -> bool:
    """Whether a typed date (or moment) is one a site can mean; others are slips, and overflow in time zones."""
    return 1900 <= day.year <= 2200


# Meta.default_permissions of what can be published: "publish" is a right of its own, given per model.
PERMISSIONS = ("add", "change", "delete", "view", "publish")


class PublishableQuerySet(models.QuerySet):
    """QuerySet of anything with a visibility; `.published()` is the only place where the rule is written."""

    def published(self) -> Self:
        return self.filter(self.published_rule())

    def hidden(self) -> Self:
        """All others: drafts, and what appears later or has disappeared."""
        return self.exclude(self.published_rule())

    def drafts(self) -> Self:
        return self.filter(visibility=Publishable.Visibility.DRAFT)

    def scheduled(self) -> Self:
        """Those that will appear by themselves, the next one first."""
        coming = self.filter(visibility=Publishable.Visibility.PUBLIC, publish_at__gt=timezone.now())
        return coming.order_by("publish_at", "pk")

    def kept_public(self) -> Self:
        """Those that are no drafts: seen now, later, or no longer."""
        return self.filter(visibility=Publishable.Visibility.PUBLIC)

    @staticmethod
    def published_rule(prefix: str = "") -> models.Q:
        """The rule as a Q, `prefix` leading to the publishable row (for instance "publication__")."""
        now = timezone.now()
        return (
            models.Q(**{f"{prefix}visibility": Publishable.Visibility.PUBLIC})
            & (models.Q(**{f"{prefix}publish_at": None}) | models.Q(**{f"{prefix}publish_at__lte": now}))
            & (models.Q(**{f"{prefix}expire_at": None}) | models.Q(**{f"{prefix}expire_at__gt": now}))
        )


def next_boundary() -> datetime:
    """The next moment at which the site changes by itself: something appears or disappears, or a month begins (in UTC;
    pages name the year, and security.txt until which month it holds). Read anew after each change of content."""
    now = timezone.now()
    return min([_next_month(now), *_coming_moments(now)])


def _next_month(now: datetime) -> datetime:
    return datetime(now.year + now.month // 12, now.month % 12 + 1, 1, tzinfo=UTC)


def _coming_moments(now: datetime) -> Iterator[datetime]:
    for model in Publishable.__subclasses__():
        later = {f"{name}__min": models.Min(name, filter=models.Q(**{f"{name}__gt": now})) for name in MOMENTS}
        yield from filter(None, model._default_manager.aggregate(**later).values())


class Publishable(models.Model):
    """Something that is a draft or public, from and until a moment if wished.

    Every model of this kind has a manager made of its own subclass of PublishableQuerySet.
    """

    class Visibility(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLIC = "public", _("public")

    visibility = models.CharField(
        _("visibility"),
        max_length=10,
        choices=Visibility.choices,
        default=Visibility.PUBLIC,
        help_text=_("A draft is seen by signed-in editors only."),
    )
    publish_at = models.DateTimeField(
        _("publish at"), null=True, blank=True, help_text=_("Appears by itself at this moment; empty: at once.")
    )
    expire_at = models.DateTimeField(
        _("expire at"), null=True, blank=True, help_text=_("Disappears by itself at this moment; empty: never.")
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)
    updated = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        for name, moment in (("publish_at", self.publish_at), ("expire_at", self.expire_at)):
            if moment is not None and not is_reasonable(moment):
                raise ValidationError({name: _("Give a year from 1900 to 2200.")})
        if self.publish_at and self.expire_at and self.expire_at <= self.publish_at:
            raise ValidationError({"expire_at": _("It would expire before it appears.")})

    @property
    def is_published(self) -> bool:
        """Whether visitors see it now (asked of the database: the rule is the QuerySet's)."""
        rows: Any = type(self)._default_manager
        return self.pk is not None and rows.filter(pk=self.pk).published().exists()
