"""Authors and topics: what papers are listed under."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from academic.admin.base import NutshellAdmin
from academic.admin.rows import LinkInline
from academic.adminsite import Group

from .. import persons
from ..forms import AuthorForm
from ..models import Author, Authorship, Topic
from ..people import typed

SHOWN_PAPERS = 100
BY_YEAR = ("-publication__year", "publication__title")


class CountsPapers(NutshellAdmin):
    group = Group.LIBRARY

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(paper_count=Count("publications", distinct=True))

    @admin.display(description=_("papers"), ordering="paper_count")
    def paper_count(self, obj: Any) -> int:
        return obj.paper_count

    view_on_site = False  # type: ignore[assignment]


@admin.register(Author)
class AuthorAdmin(CountsPapers):
    place = 20
    form = AuthorForm
    list_display = ["inverted", "paper_count", "orcid"]
    actions = ["merge", "split"]
    list_filter = ["is_literal"]
    search_fields = ["family", "given", "key", "orcid"]
    inlines = [LinkInline]
    readonly_fields = ["papers"]
    fieldsets = [
        (None, {"fields": [("given", "particle", "family", "suffix"), "is_literal", "orcid", "papers"]}),
    ]

    @admin.display(description=_("name"), ordering="family")
    def inverted(self, author: Author) -> str:
        return author.inverted

    @admin.display(description=_("papers"))
    def papers(self, author: Author) -> SafeString | str:
        if author.pk is None:
            return "–"
        rows = author.authorships.select_related("publication").order_by(*BY_YEAR)[:SHOWN_PAPERS]
        lines = (
            (reverse("admin:publications_publication_change", args=[row.publication_id]), row.publication, row.printed)
            for row in rows
        )
        return format_html_join("", '<p><a href="{}">{}</a><br>{}</p>', lines) or "–"

    # Two rows that are one person, one row that is two people

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request) and self.has_delete_permission(request)

    def has_split_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request) and self.has_add_permission(request)

    @admin.action(description=_("Merge the selected into one person"), permissions=["merge"])
    def merge(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        people = list(queryset.order_by("-paper_count", "pk"))
        into = next((person for person in people if str(person.pk) == request.POST.get("into")), None)
        try:
            persons.check_merge(people)
            if into is not None:
                persons.merge(people, into)
        except persons.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return None
        if into is None:
            return self.ask(request, "merge", __("Merge into one person"), people)
        self.log_change(request, into, [{"changed": {"fields": [str(person) for person in people if person != into]}}])
        self.message_user(request, __("They are one person now: %s.") % into, messages.SUCCESS)
        return None

    @admin.action(description=_("Split: some papers are somebody else’s"), permissions=["split"])
    def split(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        people = list(queryset)
        if len(people) != 1:
            self.message_user(request, __("Choose one person to split."), messages.ERROR)
            return None
        papers = [int(pk) for pk in request.POST.getlist("paper") if pk.isdecimal()]
        if "name" not in request.POST:
            return self.ask(request, "split", __("Split a person"), people, name=typed(people[0].as_name))
        try:
            other = persons.split(people[0], papers, request.POST["name"])
        except persons.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return self.ask(request, "split", __("Split a person"), people, name=request.POST["name"], papers=papers)
        self.log_addition(request, other, [{"added": {}}])
        self.message_user(request, __("These papers are by another %s now.") % other, messages.SUCCESS)
        return None

    def ask(
        self, request: HttpRequest, template: str, title: str, people: list[Author], **context: Any
    ) -> TemplateResponse:
        """The page that shows whose papers it is about, before anything is changed."""
        prefetch_related_objects(
            people, Prefetch("authorships", Authorship.objects.select_related("publication").order_by(*BY_YEAR))
        )
        common = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, "media": self.media}
        return TemplateResponse(
            request, f"admin/publications/author/{template}.html", {**common, "people": people, **context}
        )


@admin.register(Topic)
class TopicAdmin(CountsPapers):
    place = 30
    list_display = ["name", "slug", "paper_count"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
