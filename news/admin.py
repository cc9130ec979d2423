"""News in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from academic.admin.publishing import PublishableAdmin
from academic.admin.rows import LinkInline
from academic.models import Link
from publications.admin.announcing import AnnouncingAdmin
from publications.models import Publication

from .announcing import announce
from .models import NewsItem


@admin.register(NewsItem)
class NewsItemAdmin(PublishableAdmin):
    place = 10
    list_display = ["shown_title", "shown_date", "kicker", "is_pinned", "state"]
    list_filter = ["visibility", "is_pinned"]
    list_editable = ["is_pinned"]
    list_select_related = ["publication"]
    search_fields = ["title", "kicker", "body", "publication__title"]
    date_hierarchy = "date"
    autocomplete_fields = ["publication"]
    radio_fields = {**PublishableAdmin.radio_fields, "date_precision": admin.HORIZONTAL}
    inlines = [LinkInline]
    fieldsets = [
        (
            None,
            {"fields": [("date", "date_precision"), "publication", "kicker", "title", "title_link", "shown_links"]},
        ),
        PublishableAdmin.visibility_fieldset,
        (_("More words"), {"fields": ["body"]}),
        (_("More"), {"fields": ["is_pinned", "position", "slug", "lang"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("publication")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Links can be picked once it is known whose they are."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None and obj.publication_id:
            return fieldsets
        first, *others = fieldsets
        return [(first[0], {"fields": [name for name in first[1]["fields"] if name != "shown_links"]}), *others]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        field = form.base_fields.get("shown_links")
        if isinstance(field, forms.ModelMultipleChoiceField) and obj is not None:
            field.queryset = _links_of(obj)
        return form

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "shown_links":
            kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("title"), ordering="title")
    def shown_title(self, item: NewsItem) -> str:
        return str(item)

    @admin.display(description=_("date"), ordering="date")
    def shown_date(self, item: NewsItem) -> str:
        return f"{item.date:%Y-%m}" if item.date_precision == NewsItem.Precision.MONTH else f"{item.date:%Y-%m-%d}"


class NewsAnnouncer:
    """Who may add news may announce a paper; without the right to publish news it is a draft."""

    @property
    def news_admin(self) -> NewsItemAdmin:
        return admin.site.get_model_admin(NewsItem)  # type: ignore[return-value]

    def may_announce(self, request: HttpRequest) -> bool:
        return self.news_admin.has_add_permission(request)

    def announce(self, request: HttpRequest, publication: Publication) -> NewsItem | None:
        visibility = NewsItem.Visibility
        may_publish = self.news_admin.has_publish_permission(request)
        item = announce(publication, visibility.PUBLIC if may_publish else visibility.DRAFT)
        if item is not None:
            self.news_admin.log_addition(request, item, [{"added": {}}])
        return item


AnnouncingAdmin.announcers.append(NewsAnnouncer())


def _links_of(item: NewsItem) -> QuerySet:
    """The links of the publication it is about: others it once picked are not shown."""
    return item.publication.links.all() if item.publication else Link.objects.none()
