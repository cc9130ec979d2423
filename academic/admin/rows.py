"""Rows inside the form of what they belong to, in an order the editor chooses."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.contenttypes.admin import GenericTabularInline
from django.db.models import Model
from django.http import HttpRequest

from ..forms import InlineRowFormSet, LinkForm, LinkFormSet, RowForm
from ..models import Link


class PartInline(InlineModelAdmin):
    """Rows that are part of their owner: who may change the owner may change them."""

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._owner.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_edit(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_edit(request, obj)

    def _may_edit(self, request: HttpRequest, obj: Model | None) -> bool:
        if obj is None:
            return self._owner.has_add_permission(request)
        return self._owner.has_change_permission(request, obj)

    @property
    def _owner(self) -> ModelAdmin:
        return self.admin_site.get_model_admin(self.parent_model)


class RowInline(PartInline, admin.TabularInline):
    """Rows with a position; order.js adds the buttons that move them."""

    form = RowForm
    formset = InlineRowFormSet
    extra = 1
    classes = ["nutshell-rows"]
    ordering = ["position", "pk"]


class LinkInline(PartInline, GenericTabularInline):
    """The labelled links of anything that has some."""

    model = Link
    form = LinkForm
    formset = LinkFormSet  # type: ignore[assignment]  # Django asks for a generic formset here
    extra = 1
    classes = ["nutshell-rows"]
    ordering = ["position", "pk"]
    autocomplete_fields = ["document", "page"]
