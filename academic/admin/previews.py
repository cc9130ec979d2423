"""The whole page from a form that is not saved: it is saved, shown, and taken back, all in one transaction."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from django.contrib import admin
from django.contrib.messages.storage import default_storage
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, resolve, reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ..middleware import public_profile

NO_STORE = "no-store, private"


class PreviewAdmin(admin.ModelAdmin):
    """`previewed_at` says on which page a row is seen; None where there is no preview."""

    has_preview = False

    def previewed_at(self, obj: Any) -> str:
        return obj.get_absolute_url()

    def get_urls(self) -> list[URLPattern]:
        if not self.has_preview:
            return super().get_urls()
        view, name = self.admin_site.admin_view(self.form_preview_view), f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("add/preview/", view, name=f"{name}_preview_new"),
            path("<path:object_id>/change/preview/", view, name=f"{name}_preview"),
            *super().get_urls(),
        ]

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        context = {"preview_url": self.preview_url(object_id), **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def preview_url(self, object_id: str | None) -> str | None:
        if not self.has_preview:
            return None
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        return reverse(name, args=[object_id]) if object_id else reverse(f"{name}_new")

    def form_preview_view(self, request: HttpRequest, object_id: str | None = None) -> HttpResponse:
        """The page as it would be, or what is wrong in the form. Who may not save may not preview."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        messages, request._messages = request._messages, default_storage(request)  # type: ignore[attr-defined]
        request.is_preview = True  # type: ignore[attr-defined]
        with transaction.atomic():
            answer = self.changeform_view(request, object_id)
            saved = getattr(request, "previewed", None)
            if saved is not None:
                answer = page_of(request, self.previewed_at(saved))
            transaction.set_rollback(True)
        request._messages = messages  # type: ignore[attr-defined]
        if saved is None:
            answer = self._refused(request, answer)
        answer["Cache-Control"] = NO_STORE
        return answer

    def _refused(self, request: HttpRequest, answer: Any) -> HttpResponse:
        context = getattr(answer, "context_data", None) or {}
        errors = [error for error in context.get("errors", []) if error]
        common = {**self.admin_site.each_context(request), "title": _("There is nothing to preview yet")}
        return TemplateResponse(request, "admin/no_preview.html", {**common, "errors": errors}, status=400)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        return self._previewed(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._previewed(request, obj) or super().response_change(request, obj)

    @staticmethod
    def _previewed(request: HttpRequest, obj: Model) -> HttpResponse | None:
        if not getattr(request, "is_preview", False):
            return None
        request.previewed = obj  # type: ignore[attr-defined]
        return HttpResponse()


def page_of(request: HttpRequest, address: str) -> HttpResponse:
    """What the site answers this editor at `address` now, rendered."""
    path_info = unquote(address)
    as_wsgi = path_info.encode().decode("latin-1")  # how a server hands over a path (PEP 3333)
    asked = WSGIRequest(
        {**request.META, "REQUEST_METHOD": "GET", "PATH_INFO": as_wsgi, "QUERY_STRING": "", "CONTENT_LENGTH": "0"}
    )
    for name in ("user", "session", "_messages", "is_preview"):
        setattr(asked, name, getattr(request, name))
    found = resolve(path_info)
    asked.resolver_match = found
    with translation.override(public_profile(asked).language), timezone.override(timezone.get_default_timezone()):
        answer = found.func(asked, *found.args, **found.kwargs)
        return answer.render() if hasattr(answer, "render") else answer
