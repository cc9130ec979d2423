"""Of things that are a draft or public. Publishing is a right of its own: without it, what is public is read-only."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import history
from ..models import Publishable
from .base import NutshellAdmin, badge

DRAFT, PUBLIC = Publishable.Visibility.DRAFT, Publishable.Visibility.PUBLIC


class PublishableAdmin(NutshellAdmin):
    has_preview = True
    radio_fields = {"visibility": admin.HORIZONTAL}
    actions = ["publish", "unpublish"]
    visibility_fieldset: ClassVar[Any] = (
        _("Who sees it"),
        {"fields": ["visibility", ("publish_at", "expire_at")]},
    )
    held_back_fieldset: ClassVar[Any] = (
        _("Who sees it"),
        {
            "fields": [],
            "description": _("What you write is a draft, until somebody who has the right to publish makes it public."),
        },
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        published = self.model._default_manager.published().filter(pk=OuterRef("pk"))
        seen = ExpressionWrapper(Exists(published), BooleanField())
        return super().get_queryset(request).annotate(is_seen=seen)

    # Who may

    def has_publish_permission(self, request: HttpRequest) -> bool:
        codename = get_permission_codename("publish", self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    def has_republish_permission(self, request: HttpRequest) -> bool:
        return self.has_publish_permission(request) and self.has_change_permission(request)

    def _may_touch(self, request: HttpRequest, obj: Any) -> bool:
        return obj is None or obj.visibility == DRAFT or self.has_publish_permission(request)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without the right to publish there is no field to do it with, so that a forged one is read by nobody."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_publish_permission(request):
            return fieldsets
        return [self.held_back_fieldset if one is self.visibility_fieldset else one for one in fieldsets]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        self.hold_back(request, obj)
        super().save_model(request, obj, form, change)

    def hold_back(self, request: HttpRequest, obj: Any) -> None:
        """Before it is saved: it is a draft, unless they have the right to publish."""
        if not self.has_publish_permission(request):
            obj.visibility = DRAFT

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The cells of a list change rows without asking for each, so they need the right to publish."""
        changelist = super().get_changelist_instance(request)
        if not self.has_publish_permission(request):
            changelist.list_editable = ()
        return changelist

    # The list

    @admin.display(description=_("state"), ordering="visibility")
    def state(self, obj: Any) -> SafeString:
        """Whether visitors see it, and if not why."""
        if obj.is_seen:
            return badge("public", _("public"))
        if obj.visibility == DRAFT:
            return badge("draft", _("draft"))
        now = timezone.now()
        if obj.publish_at and obj.publish_at > now:
            return badge("scheduled", _("scheduled"))
        if obj.expire_at and obj.expire_at <= now:
            return badge("expired", _("expired"))
        return badge("draft", _("hidden"))

    @admin.action(description=_("Publish: visitors see it"), permissions=["republish"])
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, visibility=PUBLIC)

    @admin.action(description=_("Unpublish: make it a draft"), permissions=["republish"])
    def unpublish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, visibility=DRAFT)

    def _set(self, request: HttpRequest, queryset: QuerySet, **values: Any) -> None:
        """Change and save one by one, so that what follows a save follows here too."""
        different = [obj for obj in queryset if any(getattr(obj, name) != value for name, value in values.items())]
        changed = [obj for obj in different if self.has_change_permission(request, obj)]
        for obj in changed:
            history.keep_as_it_was(obj)
            for name, value in values.items():
                setattr(obj, name, value)
            obj.save()
            self.log_change(request, obj, [{"changed": {"fields": [*values]}}])
        count, refused = len(changed), len(different) - len(changed)
        self.message_user(request, ngettext("%(n)d was changed.", "%(n)d were changed.", count) % {"n": count})
        if refused:
            told = ngettext("%(n)d is public: not yours to change.", "%(n)d are public: not yours to change.", refused)
            self.message_user(request, told % {"n": refused}, messages.WARNING)
