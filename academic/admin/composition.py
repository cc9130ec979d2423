"""What the home page and the menu are made of."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ..blocks import registered
from ..forms import OPTIONS, home_block_form, option_fields
from ..models import HomeBlock, MenuItem
from .base import PositionedAdmin, badge
from .rows import LinkInline


@admin.register(HomeBlock)
class HomeBlockAdmin(PositionedAdmin):
    place = 50
    list_display = ["name", "kind_label", "position", "is_shown"]
    list_editable = ["position", "is_shown"]
    inlines = [LinkInline]
    readonly_fields = ["kind_label"]
    actions = None
    has_preview = True

    def view_on_site(self, obj: Any) -> str:
        return "/"

    def previewed_at(self, obj: Any) -> str:
        return "/"

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The kind is chosen first; then its form is shown."""
        if request.GET.get("kind") in registered():
            return super().add_view(request, form_url, extra_context)
        if not self.has_add_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Which kind of block?"),
            "opts": self.opts,
            "kinds": registered(),
        }
        return TemplateResponse(request, "admin/academic/homeblock/choose_kind.html", context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kind = _kind(request, obj)
        return super().get_form(request, obj, change, form=home_block_form(kind, registered().get(kind)), **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        options = [f"{OPTIONS}-{name}" for name in option_fields(registered().get(_kind(request, obj)))]
        return [(None, {"fields": ["kind_label", "title", *options, "position", "is_shown"]})]

    @admin.display(description=_("block"), ordering="position")
    def name(self, block: HomeBlock) -> str:
        known = registered().get(block.kind)
        return block.title or str(known.label if known else block.kind)

    @admin.display(description=_("kind"), ordering="kind")
    def kind_label(self, block: HomeBlock) -> SafeString | str:
        if known := registered().get(block.kind):
            return str(known.label)
        if not block.kind:
            return "–"
        return badge("expired", _("“%(kind)s” is not known here: it shows nothing and is kept.") % {"kind": block.kind})


def _kind(request: HttpRequest, block: HomeBlock | None) -> str:
    return block.kind if block is not None else request.GET.get("kind", "")


@admin.register(MenuItem)
class MenuItemAdmin(PositionedAdmin):
    place = 60
    list_display = ["text", "href", "position"]
    list_editable = ["position"]
    list_select_related = ["page"]
    autocomplete_fields = ["page"]
    has_preview = True
    actions = None
    view_on_site = False  # type: ignore[assignment]
    fieldsets = [
        (
            _("Where it leads"),
            {
                "fields": ["section", "page", "url"],
                "description": _("Choose one: a section of the site, a page, or a web address."),
            },
        ),
        (None, {"fields": ["label", "position"]}),
    ]

    def previewed_at(self, obj: Any) -> str:
        return "/"

    @admin.display(description=_("label"))
    def text(self, item: MenuItem) -> str:
        return item.text

    @admin.display(description=_("leads to"))
    def href(self, item: MenuItem) -> str:
        return item.href
