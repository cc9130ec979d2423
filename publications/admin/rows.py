"""Rows inside a publication's form: its authors, and what was imported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from academic.admin.rows import LinkInline, PartInline, RowInline

from ..boxforms import PublicationAuthorFormSet, PublicationLinkFormSet
from ..forms import AuthorRowForm
from ..models import Authorship, BibEntry

LINK_FIELDS = ("position", "label", "url", "document", "page")


class AuthorInline(RowInline):
    model = Authorship
    form = AuthorRowForm
    formset = PublicationAuthorFormSet
    fields = ["position", "name", "marks"]
    extra = 2
    verbose_name = _("author")
    verbose_name_plural = _("authors, in order")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("author")

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        return max(super().get_extra(request, obj, **kwargs), rows_filled_in(request, "authorships", self.fields))


class PublicationLinkInline(LinkInline):
    formset = PublicationLinkFormSet

    def get_extra(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        filled = rows_filled_in(request, "academic-link-content_type-object_id", LINK_FIELDS)
        return super().get_extra(request, obj, **kwargs) + filled


def rows_filled_in(request: HttpRequest, prefix: str, names: Iterable[Any]) -> int:
    """How many rows pasted BibTeX needs."""
    filling = getattr(request, "filling", None)
    return len(filling.rows(prefix, names)) if filling else 0


class BibEntryInline(PartInline, admin.StackedInline):
    """What was imported, to be read."""

    model = BibEntry
    extra = 0
    fields = ["origin", "text"]
    readonly_fields = ["origin", "text"]
    classes = ["collapse"]
    verbose_name_plural = _("imported BibTeX")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_add_permission

    @admin.display(description=_("from"))
    def origin(self, entry: BibEntry) -> str:
        return f"{entry.source}, {_('line')} {entry.line}" if entry.line else entry.source

    @admin.display(description="BibTeX")
    def text(self, entry: BibEntry) -> SafeString:
        return format_html('<pre class="nutshell-bibtex" tabindex="0">{}</pre>', entry.raw)
