"""The media library: pictures and documents, immutable and named by the hash of what they hold."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..mentions import as_linked, is_mentioned_in_hidden, is_mentioned_to_visitors
from ..paths import validate_path
from ..verification import CONTENT_TYPES, validate_file_content, validate_file_name
from .publishing import Publishable


class Picture(models.Model):
    """A picture as it is served: re-encoded, upright, without metadata (academic/images.py makes it)."""

    name = models.CharField(_("name"), max_length=100, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("To find it again; not shown."))
    alt = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, in a sentence, for those who cannot see it."),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    width = models.PositiveIntegerField(_("width"), editable=False, help_text=_("pixels"))
    height = models.PositiveIntegerField(_("height"), editable=False, help_text=_("pixels"))
    renditions = models.JSONField(
        _("renditions"), default=list, editable=False, help_text=_("Smaller WebP versions: [width, file name] each.")
    )
    created = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return self.title or self.alt or self.name

    def get_absolute_url(self) -> str:
        return reverse("media", args=[self.name])

    @property
    def srcset(self) -> str:
        """The value of an <img>'s srcset: every rendition with its width."""
        return ", ".join(f"{reverse('media', args=[name])} {width}w" for width, name in self.renditions)


class Document(models.Model):
    """A PDF or another file for download; `path` keeps the address it had on an older site."""

    name = models.CharField(_("name"), max_length=100, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    path = models.CharField(
        _("path"),
        max_length=300,
        unique=True,
        null=True,
        blank=True,
        help_text=_("An address of its own on this site, such as /publications/2018/talk.pdf."),
    )
    content_type = models.CharField(_("content type"), max_length=100, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False, help_text=_("bytes"))
    created = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.path or reverse("media", args=[self.name])


class VerificationFile(models.Model):
    """A file at the root by which a search engine sees whose site it is; a page at its address comes first."""

    name = models.CharField(
        _("file name"), max_length=110, unique=True, validators=[validate_file_name], help_text=_("google1a2b3c.html")
    )
    content = models.TextField(_("content"), max_length=1000, validators=[validate_file_content])

    class Meta:
        verbose_name = _("verification file")
        verbose_name_plural = _("verification files")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/{self.name}"

    @property
    def content_type(self) -> str:
        return f"{CONTENT_TYPES[self.name.rsplit('.', 1)[-1]]}; charset=utf-8"

    def clean(self) -> None:
        """Its address must be free."""
        super().clean()
        validate_path(f"/{self.name}")


def is_public(file: Picture | Document) -> bool:
    """Whether visitors may fetch it: something they see points at it or names it, or nothing at all does (yet)."""
    used = False
    for relation in file._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        model = relation.field.model
        users = model._default_manager.filter(**{relation.field.name: file})
        if not users.exists():
            continue
        used = True
        if _any_visible(model, users):
            return True
    words = [file.name, *as_linked(file.path if isinstance(file, Document) else None)]
    if used or is_mentioned_in_hidden(words):
        return is_mentioned_to_visitors(words)
    return True


def _any_visible(model: type[models.Model], users: Any) -> bool:
    if issubclass(model, Publishable):
        return users.published().exists()
    if model._meta.model_name == "link":
        return any(link.owner_is_visible for link in users)
    return True
