"""News: what happened when, often about a publication."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from academic.addresses import validate_web_address
from academic.models import Link, Publishable, PublishableQuerySet
from academic.models.link import with_shown_links
from academic.models.publishing import PERMISSIONS, is_reasonable
from publications.models import Publication
from publications.search import search_text, search_words

SLUG_LENGTH = 80  # characters


OF_A_PUBLICATION = ("id", "title", "language", "slug")  # that lists of news show


class ListOf(models.Func):
    """The values of a column of all rows, as one list; None of no row on PostgreSQL."""

    function = "JSON_GROUP_ARRAY"
    output_field = models.JSONField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSONB_AGG", **context)


class YearOf(ExtractYear):
    """Of a date; on SQLite, where it is text, without a call of Python for every row."""

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        date, params = compiler.compile(self.lhs)
        return f"CAST(SUBSTR({date}, 1, 4) AS INTEGER)", params


class NewsQuerySet(PublishableQuerySet):
    def published(self) -> Self:
        """Published itself, and about nothing or about a publication that is published."""
        about = models.Q(publication=None) | self.published_rule("publication__")
        return super().published().filter(about)

    def newest_first(self) -> Self:
        return self.order_by("-date", "position", "-pk")

    def years(self) -> models.QuerySet[Any, int]:
        """The years there are news of, the latest first."""
        return self.annotate(year=YearOf("date")).values_list("year", flat=True).distinct().order_by("-year")

    def search(self, question: str) -> Self:
        """Those that have every word of the question, or words that begin with it; none if it has no word.

        Words are looked for in the item, and in the title of the paper where that one is shown. The words of a title
        have no column of their own: they are those of the paper that the title's letters (`title_key`) hold as well.
        So "ai" also finds a title with "domain" in it, if the abstract says "AI".
        """
        words = search_words(question)
        if not words:
            return self.none()
        return self.filter(*(models.Q(search_text__contains=f" {word}") | _in_title_of_paper(word) for word in words))

    def with_everything_shown(self) -> Self:
        return (
            self._with_picked_links()
            .select_related("publication__pdf", "publication__picture")
            .defer("search_text", "publication__search_text", "publication__abstract")
            .prefetch_related(with_shown_links(), with_shown_links("publication__links"))
        )

    def to_be_completed(self) -> Self:
        """What a list shows, but for links: `academic.models.completing` fetches those for all rows of a page together.
        Of publications that is little, and naming their sixty columns takes longer than all else."""
        names = (field.name for field in Publication._meta.concrete_fields if field.name not in OF_A_PUBLICATION)
        unread = (f"publication__{name}" for name in names)
        return self._with_picked_links().select_related("publication").defer("search_text", *unread)

    def _with_picked_links(self) -> Self:
        picked = NewsItem.shown_links.through.objects.filter(newsitem=models.OuterRef("pk"))
        return self.annotate(picked_links=models.Subquery(picked.values_list(ListOf("link"))))


def _in_title_of_paper(word: str) -> models.Q:
    return models.Q(title="", publication__title_key__contains=word) & models.Q(
        publication__search_text__contains=f" {word}"
    )


class NewsItem(Publishable):
    """A dated line of news. About a publication it takes title and links from there and repeats nothing."""

    class Precision(models.TextChoices):
        MONTH = "month", _("month")
        DAY = "day", _("day")

    date = models.DateField(_("date"), default=date.today)
    date_precision = models.CharField(_("shown as"), max_length=10, choices=Precision.choices, default=Precision.MONTH)
    kicker = models.CharField(
        _("kicker"),
        max_length=300,
        blank=True,
        help_text=_("Opens the line: a venue or “New arXiv”. *Italic* and **bold** work; empty: the paper's venue."),
    )
    publication = models.ForeignKey(
        Publication,
        verbose_name=_("publication"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="news",
        help_text=_("Title and links then come from the paper and need not be typed."),
    )
    title = models.CharField(_("title"), max_length=500, blank=True, help_text=_("Empty: the publication's."))
    title_link = models.CharField(
        _("title leads to"),
        max_length=2000,
        blank=True,
        validators=[validate_web_address],
        help_text=_("Empty: where the publication's first link leads, or nowhere."),
    )
    body = MarkdownxField(_("text"), blank=True, help_text=_("Shown below the line, for news that need more words."))
    links = GenericRelation(Link)
    shown_links = models.ManyToManyField(
        Link,
        blank=True,
        related_name="shown_in_news",
        verbose_name=_("shown links"),
        help_text=_("Which of the publication's links stand here; none chosen: all."),
    )
    is_pinned = models.BooleanField(_("pinned"), default=False, help_text=_("Also announced above all news."))
    lang = models.CharField(_("language"), max_length=10, blank=True, help_text=_("Code; empty: the site's language."))
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("Last part of its address; empty: made for you."),
    )
    position = models.PositiveIntegerField(_("position"), default=0, help_text=_("Among news of the same date."))
    search_text = models.TextField(editable=False, default="", help_text="Folded words of all that is searched.")

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
        default_permissions = PERMISSIONS
        ordering = ["-date", "position", "-pk"]
        indexes = [models.Index(fields=["visibility", "-date"], name="news_by_date")]

    def __str__(self) -> str:
        return self.shown_title or self.kicker or str(self.date)

    def get_absolute_url(self) -> str:
        return reverse("news:detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.date and not is_reasonable(self.date):
            raise ValidationError({"date": _("Give a year from 1900 to 2200.")})
        if not (self.title or self.publication_id or self.kicker):
            raise ValidationError(_("Give a title, a kicker, or a publication it is about."))

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        if self.publication is not None and not self.kicker:
            self.kicker = self.publication.venue_short or self.publication.venue[:300]
        self.derive()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def derive(self) -> None:
        """Set the column that follows from others; bulk operations call it themselves."""
        self.search_text = search_text([self.kicker, self.title, self.body])

    @property
    def shown_title(self) -> str:
        if self.title or self.publication is None:
            return self.title
        return self.publication.title

    @property
    def title_language(self) -> str:
        """Of a title that is the publication's; its own is in the item's."""
        return "" if self.title or self.publication is None else self.publication.language

    @property
    def shown_title_link(self) -> str:
        """Where the title leads: as typed, else the publication's first link, else its page."""
        if self.title_link or self.publication is None:
            return self.title_link
        first = next(iter(self.publication.links.all()), None)
        return first.href if first else self.publication.get_absolute_url()

    @property
    def shown_label_links(self) -> list[Link]:
        """Its own links, after those of its publication that it picked (or all of them)."""
        of_publication = list(self.publication.links.all()) if self.publication else []
        picked = [link for link in of_publication if link.pk in self._picked]
        return [*(picked or of_publication), *self.links.all()]

    def owners_of_links(self) -> list[models.Model]:
        return [self] if self.publication is None else [self, self.publication]

    @cached_property
    def _picked(self) -> frozenset[int]:
        """Keys of the picked links, which `to_be_completed` has fetched already."""
        if hasattr(self, "picked_links"):
            return frozenset(self.picked_links or ())
        return frozenset(self.shown_links.values_list("pk", flat=True))

    def _free_slug(self) -> str:
        """Month and title in ASCII, cut between words; numbered where that is taken."""
        words = re.split(r"[\s/–—-]+", self.shown_title or self.kicker)
        base = _cut(slugify(" ".join([f"{self.date:%Y-%m}", *words])))
        taken = set(NewsItem.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)


def _cut(slug: str) -> str:
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rsplit("-", 1)[0][:SLUG_LENGTH]
