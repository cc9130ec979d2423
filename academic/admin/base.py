"""What every admin of ours shares: its place on the index, the Markdown box, the direct "view on site"."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.db.models import (
    DateTimeField,
    Field,
    Max,
    Model,
    QuerySet,
)
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from markdownx.models import MarkdownxField

from ..adminsite import Group
from ..care import pictures_without_words
from ..forms import CellForm, PositionInput
from ..markdownwidget import MarkdownWidget
from ..models import Picture
from .deleting import UsesAdmin
from .kept import KeptAdmin
from .previews import PreviewAdmin
from .stale import StaleSaveAdmin
from .versions import VersionsAdmin


class NutshellAdmin(KeptAdmin, VersionsAdmin, UsesAdmin, StaleSaveAdmin, PreviewAdmin):
    """`group` and `place` say where it stands on the admin's index, `add_label` what its button says there.

    `heading_shifts` names the texts that stand below a heading of their page, so that the preview shows them so.
    """

    group: ClassVar[Group] = Group.SITE
    place: ClassVar[int] = 99
    add_label: ClassVar[Any] = _("Add")
    heading_shifts: ClassVar[dict[str, int]] = {}
    formfield_overrides = {MarkdownxField: {"widget": MarkdownWidget}}
    save_on_top = False
    list_per_page = 50

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self._ask_for_words(request, obj)

    def _ask_for_words(self, request: HttpRequest, obj: Model) -> None:
        """Say how many pictures of its texts have no alternative text."""
        if count := pictures_without_words(obj):
            sentence = ngettext(
                "One picture has no alternative text: say what it shows for those who cannot see it.",
                "%(n)d pictures have no alternative text: say what they show for those who cannot see them.",
                count,
            )
            self.message_user(request, sentence % {"n": count}, messages.WARNING)

    def view_on_site(self, obj: Model) -> str:
        return obj.get_absolute_url()  # type: ignore[attr-defined]

    def get_view_on_site_url(self, obj: Model | None = None) -> str | None:
        try:
            return super().get_view_on_site_url(obj)
        except NoReverseMatch:  # its slug was just emptied in the form
            return None

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if any("\x00" in value for values in request.GET.lists() for value in values[1]):
            raise BadRequest("NUL in the query")  # PostgreSQL would fail on it
        return super().changelist_view(request, extra_context)

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        if not all(key.isdecimal() for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest("a key that is no number")  # Django would fail on it
        return super().response_action(request, queryset)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **{"form": CellForm, **kwargs})

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        if shift := self.heading_shifts.get(db_field.name):
            kwargs["widget"] = MarkdownWidget(heading_shift=shift)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, DateTimeField) and field is not None:
            for widget, part in zip(field.widget.widgets, (_("date"), _("time")), strict=True):
                widget.attrs["aria-label"] = f"{capfirst(field.label)}, {part}"
        return field

    class Media:
        js = [Script(f"admin-nutshell/{name}.js", type="module") for name in ("order", "names")]


class PositionedAdmin(NutshellAdmin):
    """Of things in one order, which the list shows and changes; new ones come last."""

    list_per_page = 500
    sortable_by: ClassVar[list[str]] = []

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "position":
            kwargs["widget"] = PositionInput()
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        last = self.model._default_manager.aggregate(last=Max("position"))["last"]
        return {"position": 0 if last is None else last + 1, **super().get_changeform_initial_data(request)}


def badge(kind: str, text: Any) -> SafeString:
    return format_html('<span class="nutshell-badge nutshell-{}">{}</span>', kind, text)


def thumbnail(picture: Picture | None) -> SafeString | str:
    """A small version of the picture for lists; it stands beside a name, so its alternative text is empty."""
    if picture is None:
        return ""
    url = picture.get_absolute_url()
    if picture.renditions:
        smallest = min(picture.renditions)[1]
        url = Picture(name=smallest).get_absolute_url()
    return format_html('<img class="nutshell-thumb" src="{}" alt="" loading="lazy">', url)
