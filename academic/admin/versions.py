"""History in the admin: the versions of a row, two side by side; restoring one; recovering what is gone."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from reversion.models import Version

from .. import history
from ..differences import differences, state_of_row, state_of_version
from ..restoring import CannotRestore, files_gone, restore

TEMPLATES = "admin/history"
SHOWN = 200  # versions of one row, and deleted rows


class VersionsAdmin(admin.ModelAdmin):
    def get_urls(self) -> list[URLPattern]:
        if not history.is_kept(self.model):
            return super().get_urls()
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        row = "<path:object_id>/history/"
        return [
            path(f"{row}compare/", view(self.compare_view), name=f"{name}_compare"),
            path(f"{row}<int:version_id>/", view(self.version_view), name=f"{name}_version"),
            path(f"{row}<int:version_id>/restore/", view(self.restore_view), name=f"{name}_restore"),
            path("deleted/", view(self.deleted_view), name=f"{name}_deleted"),
            path("deleted/<int:version_id>/", view(self.recover_view), name=f"{name}_recover"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {**(extra_context or {})}
        if history.is_kept(self.model) and self.has_add_permission(request):
            context["deleted_url"] = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_deleted")
        return super().changelist_view(request, context)

    # Looking

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not history.is_kept(self.model):
            return super().history_view(request, object_id, extra_context)
        obj = self._row(request, object_id)
        versions = list(history.versions_of(obj)[:SHOWN])
        return self._page(request, "versions", _("History: %s") % obj, obj=obj, versions=versions)

    def version_view(self, request: HttpRequest, object_id: str, version_id: int) -> HttpResponse:
        obj = self._row(request, object_id)
        version = self._version(obj, version_id)
        state = state_of_version(version)
        return self._page(
            request,
            "version",
            _("As it was: %s") % version.object_repr,
            obj=obj,
            version=version,
            state=state,
            differences=differences(state, state_of_row(obj)),
            may_restore=self.has_change_permission(request, obj),
        )

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Two of its versions, the older first whichever was chosen first."""
        obj = self._row(request, object_id)
        chosen = [request.GET.get(name, "") for name in ("from", "to")]
        if not all(number.isdecimal() and len(number) < 18 for number in chosen):
            raise Http404
        older, newer = (self._version(obj, int(number)) for number in sorted(chosen, key=int))
        found = differences(state_of_version(older), state_of_version(newer))
        context = {"obj": obj, "older": older, "newer": newer, "differences": found}
        return self._page(request, "compare", _("Two versions: %s") % obj, **context)

    # Bringing back

    def restore_view(self, request: HttpRequest, object_id: str, version_id: int) -> HttpResponse:
        obj = self._row(request, object_id)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        version = self._version(obj, version_id)
        if self._restore(request, version, _("It is as it was on %s again.")):
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", obj.pk)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_version", obj.pk, version.pk)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        self._may_recover(request)
        versions = list(history.deleted(self.model)[:SHOWN])
        return self._page(request, "deleted", _("Deleted: %s") % self.opts.verbose_name_plural, versions=versions)

    def recover_view(self, request: HttpRequest, version_id: int) -> HttpResponse:
        """What it was; by POST it is there again."""
        self._may_recover(request)
        version = history.deleted(self.model).filter(pk=version_id).first()
        if version is None:
            raise Http404
        if request.method == "POST" and self._restore(request, version, _("It is there again, as it was on %s.")):
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", version.object_id)
        return self._page(
            request, "recover", _("Deleted: %s") % version.object_repr, version=version, state=state_of_version(version)
        )

    def hold_back(self, request: HttpRequest, obj: Any) -> None:
        """A hook: who may not publish restores drafts."""

    def _restore(self, request: HttpRequest, version: Version, sentence: str) -> bool:
        when = history.when(version)
        try:
            with transaction.atomic():
                row = restore(version)
                self.hold_back(request, row)
                row.save()
                self.log_change(request, row, _("Restored the version of %s.") % when)
        except CannotRestore as refusal:
            self.message_user(request, refusal.messages[0], messages.ERROR)
            return False
        self.message_user(request, sentence % when, messages.SUCCESS)
        for file in files_gone(row):
            self.message_user(request, _("The file of “%s” is kept no more: upload it again.") % file, messages.WARNING)
        return True

    # Who and which

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        """The row whose history is asked for; 403 for who may not look at it."""
        obj = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        if obj is None:
            raise Http404
        return obj

    def _may_recover(self, request: HttpRequest) -> None:
        if not (self.has_add_permission(request) and self.has_view_or_change_permission(request)):
            raise PermissionDenied

    @staticmethod
    def _version(obj: Any, version_id: int) -> Version:
        """A version of this very row; 404 for all others."""
        version = history.versions_of(obj).filter(pk=version_id).first()
        if version is None:
            raise Http404
        return version

    def _page(self, request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
        common = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "media": self.media}
        return TemplateResponse(request, f"{TEMPLATES}/{template}.html", {**common, **context})
