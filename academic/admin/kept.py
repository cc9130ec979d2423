"""Each edit in the admin is kept with what was there before it (academic/history.py)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from .. import history


class KeptAdmin(admin.ModelAdmin):
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
