"""Publications, the people who wrote them, their topics, and what was imported."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from academic.admin.base import NutshellAdmin, PublishableAdmin, badge, thumbnail
from academic.admin.rows import LinkInline, PartInline, RowInline
from academic.adminsite import Group

from .forms import MANY_AUTHORS, AuthorForm, AuthorRowForm, AuthorRowFormSet, ManyAuthorsForm, PublicationForm
from .models import Author, Authorship, BibEntry, ImportRun, Publication, Topic
from .slugs import free_citation_key, free_slug

SHOWN_AUTHORS = 3
SHOWN_PAPERS = 100


class AuthorInline(RowInline):
    model = Authorship
    form = AuthorRowForm
    formset = AuthorRowFormSet
    fields = ["position", "name", "marks"]
    extra = 2
    verbose_name = _("author")
    verbose_name_plural = _("authors, in order")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("author")


class BibEntryInline(PartInline, admin.StackedInline):
    """What was imported, to be read."""

    model = BibEntry
    extra = 0
    fields = ["origin", "text"]
    readonly_fields = ["origin", "text"]
    classes = ["collapse"]
    verbose_name_plural = _("imported BibTeX")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_add_permission

    @admin.display(description=_("from"))
    def origin(self, entry: BibEntry) -> str:
        return f"{entry.source}, {_('line')} {entry.line}" if entry.line else entry.source

    @admin.display(description="BibTeX")
    def text(self, entry: BibEntry) -> SafeString:
        return format_html('<pre class="nutshell-bibtex" tabindex="0">{}</pre>', entry.raw)


@admin.register(Publication)
class PublicationAdmin(PublishableAdmin):
    place = 20
    form = PublicationForm
    list_display = ["thumb", "title", "first_authors", "year", "venue_name", "state"]
    list_display_links = ["title"]
    list_filter = ["visibility", "is_selected", "kind", "status", "topics", "year"]
    list_select_related = ["picture"]
    ordering = ["-year", "-month", "title"]
    search_fields = [
        "title",
        "authorships__family",
        "authorships__given",
        "venue",
        "venue_short",
        "doi",
        "citation_key",
    ]
    autocomplete_fields = ["topics", "pdf", "picture", "project_page"]
    actions = ["select", "unselect"]
    inlines = [AuthorInline, LinkInline, BibEntryInline]
    author_fieldset = (_("Authors, in order"), {"fields": ["author_lines"]})
    fieldsets = [
        (None, {"fields": ["title", "kind"]}),
        (_("About the authors"), {"fields": [("and_others", "marks_legend"), "collaboration", "editors"]}),
        (_("When"), {"fields": [("year", "month", "day"), "status", "date_text"]}),
        (
            _("Where it appeared"),
            {
                "fields": [
                    ("venue", "venue_short"),
                    ("volume", "number", "pages"),
                    ("publisher", "institution"),
                    ("series", "edition", "location"),
                ]
            },
        ),
        PublishableAdmin.visibility_fieldset,
        (_("On the page"), {"fields": ["is_selected", "topics", "abstract", "award", "award_text", "note", "licence"]}),
        (_("Files"), {"fields": ["pdf", "picture", "project_page"]}),
        (
            _("Identifiers"),
            {
                "fields": [("doi", "hal_id"), ("arxiv_id", "arxiv_class"), ("isbn", "issn", "pmid")],
                "description": _("DOI, arXiv and HAL become links by themselves."),
            },
        ),
        (
            _("Address, language and BibTeX"),
            {
                "fields": ["slug", "language", ("entry_type", "citation_key"), "extra"],
                "classes": ["collapse"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("authorships")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if _has_many_authors(obj):
            kwargs["form"] = ManyAuthorsForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        first, *others = super().get_fieldsets(request, obj)
        return [first, self.author_fieldset, *others] if _has_many_authors(obj) else [first, *others]

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        inlines = [AuthorInline, LinkInline]
        if _has_many_authors(obj):
            inlines.remove(AuthorInline)
        return inlines if obj is None else [*inlines, BibEntryInline]

    def save_model(self, request: HttpRequest, obj: Publication, form: Any, change: bool) -> None:
        """Without a slug it gets one for now: the real one names the first author, who is saved after it."""
        form.needs_slug = not obj.slug
        obj.slug = obj.slug or uuid4().hex
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if isinstance(form, ManyAuthorsForm):
            form.save_authors()
        publication = form.instance
        if form.needs_slug:
            publication.slug = free_slug(publication)
        if form.needs_slug or not publication.citation_key:
            publication.citation_key = publication.citation_key or free_citation_key(publication)
            publication.save(update_fields=["slug", "citation_key"])

    @admin.display(description=_("picture"), empty_value="")
    def thumb(self, publication: Publication) -> SafeString | str:
        return thumbnail(publication.picture)

    @admin.display(description=_("authors"))
    def first_authors(self, publication: Publication) -> str:
        rows = list(publication.authorships.all())
        names = ", ".join(row.family for row in rows[:SHOWN_AUTHORS])
        return f"{names} …" if len(rows) > SHOWN_AUTHORS or publication.and_others else names

    @admin.display(description=_("venue"), ordering="venue_short", empty_value="")
    def venue_name(self, publication: Publication) -> str:
        return publication.venue_short or Truncator(publication.venue).chars(40)

    @admin.display(description=_("state"), ordering="visibility")
    def state(self, publication: Any) -> SafeString:
        state = super().state(publication)
        return format_html("{} {}", state, badge("selected", _("selected"))) if publication.is_selected else state

    @admin.action(description=_("Select: among your best"), permissions=["change"])
    def select(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, is_selected=True)

    @admin.action(description=_("Unselect"), permissions=["change"])
    def unselect(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set(request, queryset, is_selected=False)


def _has_many_authors(publication: Publication | None) -> bool:
    return publication is not None and publication.authorships.count() > MANY_AUTHORS


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
        rows = author.authorships.select_related("publication").order_by("-publication__year")[:SHOWN_PAPERS]
        lines = (
            (reverse("admin:publications_publication_change", args=[row.publication_id]), row.publication, row.printed)
            for row in rows
        )
        return format_html_join("", '<p><a href="{}">{}</a><br>{}</p>', lines) or "–"


@admin.register(Topic)
class TopicAdmin(CountsPapers):
    place = 30
    list_display = ["name", "slug", "paper_count"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(ImportRun)
class ImportRunAdmin(NutshellAdmin):
    """What was imported when; imports are made and undone elsewhere."""

    group = Group.BEHIND
    place = 10
    list_display = ["created", "what", "user", "state"]
    list_display_links = ["created", "what"]
    list_filter = ["state"]
    list_select_related = ["user"]
    date_hierarchy = "created"
    fields = ["created", "what", "user", "state", "report_text"]
    readonly_fields = ["created", "what", "user", "state", "report_text"]
    view_on_site = False  # type: ignore[assignment]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("before")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.display(description=_("sources"))
    def what(self, run: ImportRun) -> str:
        return ", ".join(map(str, run.sources))

    @admin.display(description=_("report"))
    def report_text(self, run: ImportRun) -> SafeString:
        lines = (f"{name}: {value}" for name, value in run.report.items())
        return format_html('<pre class="nutshell-bibtex">{}</pre>', "\n".join(lines))
