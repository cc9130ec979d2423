"""The admin site with what only the whole site knows: its start page, what needs care, clearing the demo."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from academic.adminsite import NutshellAdminSite

from . import care, demo, startpage

SHOWN = 100  # findings of one topic


class WholeSiteAdmin(NutshellAdminSite):
    index_title = _("Your site")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [
            path("care/", self.admin_view(self.care), name="care"),
            path("clear-demo/", self.admin_view(self.clear_demo), name="clear_demo"),
            *super().get_urls(),
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {**startpage.context(request), **(extra_context or {})})

    def care(self, request: HttpRequest) -> HttpResponse:
        """Every finding about what this person may change, a line each."""
        found = [finding for finding in care.findings() if request.user.has_perm(finding.permission)]
        topics = [(topic, lines[:SHOWN], len(lines)) for topic, lines in care.by_topic(found)]
        context = {**self.each_context(request), "title": __("What needs care"), "topics": topics}
        return TemplateResponse(request, "admin/care.html", context)

    def clear_demo(self, request: HttpRequest) -> HttpResponse:
        """Asks, then takes the demo away and tells what stayed."""
        if not startpage.may_clear_demo(request):
            raise PermissionDenied
        if request.method == "POST":
            for line in demo.clear().lines():
                messages.info(request, line)
            return redirect("admin:index")
        context = {**self.each_context(request), "title": __("Take the demo away?")}
        return TemplateResponse(request, "admin/clear_demo.html", context)
