"""The lines of the CV and of the teaching page."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ..models import CVEntry
from .publishing import PublishableAdmin
from .rows import LinkInline


@admin.register(CVEntry)
class CVEntryAdmin(PublishableAdmin):
    place = 40
    heading_shifts = {"text": 2}
    list_display = ["title", "section", "dates", "organisation", "position", "state"]
    list_editable = ["position"]
    list_filter = ["section", "visibility"]
    search_fields = ["title", "organisation", "place", "text"]
    inlines = [LinkInline]
    radio_fields = {**PublishableAdmin.radio_fields, "section": admin.HORIZONTAL}
    fieldsets = [
        (None, {"fields": ["section", "title", ("organisation", "place"), "detail", "text"]}),
        (
            _("When"),
            {"fields": [("start_year", "start_month"), ("end_year", "end_month"), "is_ongoing", "period", "position"]},
        ),
        PublishableAdmin.visibility_fieldset,
        (_("More"), {"fields": ["lang"], "classes": ["collapse"]}),
    ]
    view_on_site = False  # type: ignore[assignment]

    def previewed_at(self, obj: CVEntry) -> str:
        return "/cv/"

    @admin.display(description=_("when"), ordering="start_year")
    def dates(self, entry: CVEntry) -> str:
        if entry.period:
            return entry.period
        last = _("today") if entry.is_ongoing else entry.end_year
        return "–".join(str(year) for year in (entry.start_year, last) if year)
