"""Free pages, projects, and addresses that moved."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ..adminsite import Group
from ..forms import RedirectForm
from ..models import Page, Redirect, VerificationFile
from .base import NutshellAdmin, thumbnail
from .publishing import PublishableAdmin
from .rows import LinkInline


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    place = 30
    list_display = ["thumb", "title", "path", "is_project", "position", "state"]
    list_display_links = ["title"]
    list_editable = ["position"]
    list_filter = ["visibility", "is_project"]
    list_select_related = ["picture"]
    search_fields = ["title", "path", "body", "tags"]
    autocomplete_fields = ["header", "picture"]
    inlines = [LinkInline]
    fieldsets = [
        (None, {"fields": ["title", "path", "body"]}),
        PublishableAdmin.visibility_fieldset,
        (_("Project"), {"fields": ["is_project", "summary", "picture", "position"]}),
        (_("More"), {"fields": ["header", "description", "tags", "lang"], "classes": ["collapse"]}),
    ]

    @admin.display(description=_("picture"), empty_value="")
    def thumb(self, page: Page) -> SafeString | str:
        return thumbnail(page.picture)


@admin.register(Redirect)
class RedirectAdmin(NutshellAdmin):
    group = Group.BEHIND
    place = 0
    form = RedirectForm
    list_display = ["old_path", "new_path"]
    search_fields = ["old_path", "new_path"]
    view_on_site = False  # type: ignore[assignment]


@admin.register(VerificationFile)
class VerificationFileAdmin(NutshellAdmin):
    """Two or three rows for ever: what search engines ask for."""

    group = Group.BEHIND
    place = 5
    list_display = ["name", "content"]
