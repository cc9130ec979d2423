"""Pictures and documents. A file never changes once it is stored; what is said about it may."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ..adminsite import Group
from ..forms import DocumentForm, DocumentUploadForm, PictureUploadForm
from ..models import Document, Picture
from .base import NutshellAdmin, badge, thumbnail
from .deleting import UsedInAdmin


class HasAlternativeText(admin.SimpleListFilter):
    title = _("alternative text")
    parameter_name = "alt"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("missing", _("missing"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(alt="") if self.value() == "missing" else queryset


class LibraryAdmin(UsedInAdmin, NutshellAdmin):
    """A file is uploaded with `upload_form`; afterwards it is shown, and only its description is edited."""

    group = Group.LIBRARY
    upload_form: type[Any]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = self.upload_form
        return super().get_form(request, obj, change, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:  # an upload is a row already
            super().save_model(request, obj, form, change)


@admin.register(Picture)
class PictureAdmin(LibraryAdmin):
    place = 0
    upload_form = PictureUploadForm
    list_display = ["thumb", "__str__", "alternative_text", "size", "created"]
    list_display_links = ["__str__"]
    list_filter = [HasAlternativeText]
    search_fields = ["title", "alt", "name"]
    date_hierarchy = "created"

    def get_fields(self, request: HttpRequest, obj: Picture | None = None) -> Any:
        return ["file", "alt", "title", "credit"] if obj is None else ["shown", "alt", "title", "credit", "size"]

    def get_readonly_fields(self, request: HttpRequest, obj: Picture | None = None) -> list[str]:
        return [] if obj is None else ["shown", "size"]

    def save_model(self, request: HttpRequest, obj: Picture, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not obj.alt:
            text = _("This picture has no alternative text: say what it shows for those who cannot see it.")
            self.message_user(request, text, messages.WARNING)

    @admin.display(description="")
    def thumb(self, picture: Picture) -> SafeString | str:
        return thumbnail(picture)

    @admin.display(description=_("picture"))
    def shown(self, picture: Picture) -> SafeString:
        image = '<img class="nutshell-picture" src="{}" alt="{}" width="{}" height="{}">'
        return format_html(image, picture.get_absolute_url(), picture.alt, picture.width, picture.height)

    @admin.display(description=_("alternative text"), ordering="alt")
    def alternative_text(self, picture: Picture) -> SafeString | str:
        return picture.alt or badge("expired", _("missing"))

    @admin.display(description=_("size"), ordering="width")
    def size(self, picture: Picture) -> str:
        return f"{picture.width} × {picture.height}"


@admin.register(Document)
class DocumentAdmin(LibraryAdmin):
    place = 10
    form = DocumentForm
    upload_form = DocumentUploadForm
    list_display = ["title", "address", "content_type", "readable_size", "created"]
    list_filter = ["content_type"]
    search_fields = ["title", "path", "name"]
    date_hierarchy = "created"

    def get_fields(self, request: HttpRequest, obj: Document | None = None) -> Any:
        if obj is None:
            return ["file", "title", "path"]
        return ["address", "title", "path", "content_type", "readable_size"]

    def get_readonly_fields(self, request: HttpRequest, obj: Document | None = None) -> list[str]:
        return [] if obj is None else ["address", "content_type", "readable_size"]

    @admin.display(description=_("file"))
    def address(self, document: Document) -> SafeString:
        return format_html('<a href="{0}">{0}</a>', document.get_absolute_url())

    @admin.display(description=_("size"), ordering="size")
    def readable_size(self, document: Document) -> str:
        return filesizeformat(document.size)
