"""One table for every labelled link of the site."""

from __future__ import annotations

from typing import Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..addresses import validate_web_address
from ..linkkinds import kind_of, label_of
from .files import Document
from .page import Page
from .publishing import Publishable, PublishableQuerySet


class LinkQuerySet(models.QuerySet["Link"]):
    def shown(self) -> Self:
        """With what they lead to, and without those to a page that visitors cannot see (its title is no one's yet)."""
        to_a_visible_page = PublishableQuerySet.published_rule("page__")
        return self.select_related("document", "page").filter(models.Q(page=None) | to_a_visible_page)


def with_shown_links(lookup: str = "links") -> models.Prefetch:
    """The prefetch of an owner's links as they are shown."""
    return models.Prefetch(lookup, Link.objects.shown())


class Link(models.Model):
    """A label and where it leads: a web address, a document of the library, or a page of this site."""

    class Origin(models.TextChoices):
        HAND = "hand", _("typed")
        IMPORT = "import", _("imported")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    owner = GenericForeignKey("content_type", "object_id")
    position = models.PositiveIntegerField(_("position"), default=0)
    label = models.CharField(
        _("label"), max_length=100, blank=True, help_text=_("What visitors read; empty: found from the address.")
    )
    url = models.CharField(_("web address"), max_length=2000, blank=True, validators=[validate_web_address])
    document = models.ForeignKey(
        Document, verbose_name=_("document"), null=True, blank=True, on_delete=models.PROTECT, related_name="links"
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, blank=True, on_delete=models.PROTECT, related_name="links_here"
    )
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.HAND, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "id"], name="link_owner")]
        constraints = [
            models.CheckConstraint(
                name="link_leads_to_one_thing",
                condition=(~models.Q(url="") & models.Q(document=None, page=None))
                | (models.Q(url="", page=None) & models.Q(document__isnull=False))
                | (models.Q(url="", document=None) & models.Q(page__isnull=False)),
                violation_error_message=_("Give exactly one of web address, document and page."),
            )
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.label and self.url:
            self.label = label_of(self.url)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def href(self) -> str:
        if self.url:
            return self.url
        target = self.document or self.page
        return target.get_absolute_url() if target is not None else ""

    @property
    def text(self) -> str:
        """The label, or the one its address suggests."""
        if self.label:
            return self.label
        return str(self.document or self.page or label_of(self.url))

    @property
    def kind(self) -> str:
        """What it leads to (arxiv, code, pdf, …), for its icon."""
        return kind_of(self.text, self.href)

    @property
    def owner_is_visible(self) -> bool:
        owner = self.owner
        return owner.is_published if isinstance(owner, Publishable) else owner is not None

    def clean(self) -> None:
        targets = [self.url, self.document_id, self.page_id]
        if sum(bool(target) for target in targets) != 1:
            raise ValidationError(_("Give exactly one of web address, document and page."))


def drop_repeated(links: list[Link]) -> list[Link]:
    """The links without those that lead where an earlier one leads."""
    seen: set[str] = set()
    return [link for link in links if not (link.href in seen or seen.add(link.href))]  # type: ignore[func-returns-value]
