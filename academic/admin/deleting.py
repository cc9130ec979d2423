"""What points at a row is listed before it is deleted, and beside the files of the library."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..uses import uses_of


class Use(NamedTuple):
    kind: Any
    name: str
    url: str


class UsesAdmin(admin.ModelAdmin):
    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        context = self.uses(request, obj) if obj is not None and self.has_delete_permission(request, obj) else {}
        return super().delete_view(request, object_id, {**context, **(extra_context or {})})

    def uses(self, request: HttpRequest, obj: Model) -> dict[str, Any]:
        """Those this person may see, and how many more there are."""
        found = uses_of(obj)
        seen = [use for use in found if self._may_see(request, use)]
        return {"uses": [_use(use) for use in seen], "unseen_uses": len(found) - len(seen)}

    def _may_see(self, request: HttpRequest, obj: Model) -> bool:
        if not self.admin_site.is_registered(type(obj)):
            return False
        return self.admin_site.get_model_admin(type(obj)).has_view_permission(request, obj)


class UsedInAdmin(UsesAdmin):
    """Of files: where they are used stands on their own page."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id)) if object_id else None
        may_see = obj is not None and self.has_view_or_change_permission(request, obj)
        context = {**self.uses(request, obj), "shows_uses": True} if obj is not None and may_see else {}
        return super().changeform_view(request, object_id, form_url, {**context, **(extra_context or {})})


def _use(obj: Model) -> Use:
    url = reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])
    return Use(obj._meta.verbose_name, str(obj) or str(_("without a name")), url)
