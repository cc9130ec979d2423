"""What every admin of ours shares: its place on the index, the Markdown box, the direct "view on site"."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.db.models import (
    BooleanField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    Field,
    Max,
    Model,
    OuterRef,
    QuerySet,
)
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from markdownx.models import MarkdownxField
from markdownx.widgets import AdminMarkdownxWidget

from .. import history
from ..adminsite import Group
from ..forms import CellForm, PositionInput
from ..models import Picture, Publishable


class NutshellAdmin(admin.ModelAdmin):
    """`group` and `place` say where it stands on the admin's index, `add_label` what its button says there."""

    group: ClassVar[Group] = Group.SITE
    place: ClassVar[int] = 99
    add_label: ClassVar[Any] = _("Add")
    formfield_overrides = {MarkdownxField: {"widget": AdminMarkdownxWidget}}
    save_on_top = False
    list_per_page = 50

    # Each edit is kept with what was there before it (academic/history.py)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            history.keep_as_it_was(obj)
        super().save_model(request, obj, form, change)

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        return self._kept(request, obj, super().log_addition(request, obj, message))

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        return self._kept(request, obj, super().log_change(request, obj, message))

    def _kept(self, request: HttpRequest, obj: Model, entry: Any) -> Any:
        if history.is_kept(self.model):
            history.keep(obj, request.user, entry.change_message)
        return entry

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self._keep_the_last(request, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for obj in queryset:
            self._keep_the_last(request, obj)
        super().delete_queryset(request, queryset)

    def _keep_the_last(self, request: HttpRequest, obj: Model) -> None:
        if history.is_kept(self.model):
            history.keep(obj, request.user, history.DELETED)

    def view_on_site(self, obj: Model) -> str:
        return obj.get_absolute_url()  # type: ignore[attr-defined]

    def get_view_on_site_url(self, obj: Model | None = None) -> str | None:
        try:
            return super().get_view_on_site_url(obj)
        except NoReverseMatch:  # its slug was just emptied in the form
            return None

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        if not all(key.isdecimal() for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest("a key that is no number")  # Django would fail on it
        return super().response_action(request, queryset)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **{"form": CellForm, **kwargs})

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
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


class PublishableAdmin(NutshellAdmin):
    """Of things that are a draft or public."""

    radio_fields = {"visibility": admin.HORIZONTAL}
    actions = ["publish", "unpublish"]
    visibility_fieldset: ClassVar[Any] = (
        _("Who sees it"),
        {"fields": ["visibility", ("publish_at", "expire_at")]},
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        published = self.model._default_manager.published().filter(pk=OuterRef("pk"))
        seen = ExpressionWrapper(Exists(published), BooleanField())
        return super().get_queryset(request).annotate(is_seen=seen)

    @admin.display(description=_("state"), ordering="visibility")
    def state(self, obj: Any) -> SafeString:
        """Whether visitors see it, and if not why."""
        if obj.is_seen:
            return badge("public", _("public"))
        if obj.visibility == Publishable.Visibility.DRAFT:
            return badge("draft", _("draft"))
        now = timezone.now()
        if obj.publish_at and obj.publish_at > now:
            return badge("scheduled", _("scheduled"))
        if obj.expire_at and obj.expire_at <= now:
            return badge("expired", _("expired"))
        return badge("draft", _("hidden"))

    @admin.action(description=_("Publish: visitors see it"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, visibility=Publishable.Visibility.PUBLIC)

    @admin.action(description=_("Unpublish: make it a draft"), permissions=["change"])
    def unpublish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, visibility=Publishable.Visibility.DRAFT)

    def _set(self, request: HttpRequest, queryset: QuerySet, **values: Any) -> None:
        """Change and save one by one, so that what follows a save follows here too."""
        changed = [obj for obj in queryset if any(getattr(obj, name) != value for name, value in values.items())]
        for obj in changed:
            history.keep_as_it_was(obj)
            for name, value in values.items():
                setattr(obj, name, value)
            obj.save()
            self.log_change(request, obj, [{"changed": {"fields": [*values]}}])
        count = len(changed)
        self.message_user(request, ngettext("%(n)d was changed.", "%(n)d were changed.", count) % {"n": count})


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
