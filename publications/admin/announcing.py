"""Announcing a paper, from its form and for many at once. Who announces is another app's: it registers itself here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Protocol

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from academic.admin.publishing import PublishableAdmin

from ..models import Publication


class Announcer(Protocol):
    def may_announce(self, request: HttpRequest) -> bool: ...

    def announce(self, request: HttpRequest, publication: Publication) -> Model | None:
        """What was made, None where the same was announced before."""
        ...


class AnnouncingAdmin(PublishableAdmin):
    """A tick below "who sees it", and an action of the list."""

    announcers: ClassVar[list[Announcer]] = []

    def has_announce_permission(self, request: HttpRequest) -> bool:
        return any(announcer.may_announce(request) for announcer in self.announcers)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        is_read_only = obj is not None and not self.has_change_permission(request, obj)
        if is_read_only or not self.has_announce_permission(request):
            return fieldsets
        return [self._with_tick(fieldset) for fieldset in fieldsets]

    def _with_tick(self, fieldset: Any) -> Any:
        if fieldset[1] not in (self.visibility_fieldset[1], self.held_back_fieldset[1]):
            return fieldset
        return fieldset[0], {**fieldset[1], "fields": [*fieldset[1]["fields"], "announce"]}

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.cleaned_data.get("announce") and self.has_announce_permission(request):
            self.tell(request, self.announced(request, [form.instance]))

    @admin.action(description=_("Announce: make the news that point at them"), permissions=["announce"])
    def announce(self, request: HttpRequest, queryset: QuerySet) -> None:
        made = self.announced(request, queryset)
        self.tell(request, made)
        if left := queryset.count() - len(made):
            sentence = ngettext("%(n)d was announced before.", "%(n)d were announced before.", left)
            self.message_user(request, sentence % {"n": left}, messages.WARNING)

    def announced(self, request: HttpRequest, publications: Iterable[Publication]) -> list[Model]:
        able = [announcer for announcer in self.announcers if announcer.may_announce(request)]
        made = [announcer.announce(request, publication) for publication in publications for announcer in able]
        return [row for row in made if row is not None]

    def tell(self, request: HttpRequest, made: list[Model]) -> None:
        """With a link to what was made, to change its words or date."""
        if len(made) == 1:
            url = reverse(f"admin:{made[0]._meta.app_label}_{made[0]._meta.model_name}_change", args=[made[0].pk])
            self.message_user(request, format_html('<a href="{}">{}</a>', url, __("It is announced in the news.")))
        elif made:
            sentence = ngettext("%(n)d is announced in the news.", "%(n)d are announced in the news.", len(made))
            self.message_user(request, sentence % {"n": len(made)})
