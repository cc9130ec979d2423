"""Whose site it is: one profile, opened directly."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Model, TextField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Affiliation, Interest, Profile
from .base import NutshellAdmin
from .rows import LinkInline, RowInline


class AffiliationInline(RowInline):
    model = Affiliation
    fields = ["position", "name", "url", "ror"]


class InterestInline(RowInline):
    model = Interest
    fields = ["position", "name"]


@admin.register(Profile)
class ProfileAdmin(NutshellAdmin):
    place = 0
    has_preview = True
    inlines = [AffiliationInline, InterestInline, LinkInline]
    autocomplete_fields = ["photo", "header", "icon"]
    formfield_overrides = {
        **NutshellAdmin.formfield_overrides,
        TextField: {"widget": AdminTextareaWidget({"rows": 3})},
    }
    fieldsets = [
        (None, {"fields": [("given_name", "family_name"), "position", "tagline", "photo"]}),
        (_("Home page"), {"fields": ["headline", "bio", "header"]}),
        (_("Look"), {"fields": ["accent", ("typeface", "side"), "icon"]}),
        (_("How to reach you"), {"fields": ["email", "office", "address"]}),
        (
            _("Who you are among authors"),
            {
                "fields": ["name_variants", "orcid", "scholar_id"],
                "description": _("Your name is set off in the author lists of your papers, however they spell it."),
            },
        ),
        (
            _("The site"),
            {"fields": ["site_title", "description", "keywords", ("language", "time_zone"), "start_year"]},
        ),
        (_("Search engines"), {"fields": ["verification_tags"], "classes": ["collapse"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        return HttpResponseRedirect(reverse("admin:academic_profile_change", args=[1]))
