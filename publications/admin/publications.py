"""Publications: their form, their list."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from academic import history
from academic.admin.base import badge, thumbnail
from academic.admin.publishing import PublishableAdmin
from academic.middleware import public_profile

from .. import export, indexable, separating
from ..boxforms import AddForm, ChangeForm, Filling, ManyAuthorsAddForm, ManyAuthorsChangeForm
from ..forms import MANY_AUTHORS, ManyAuthorsMixin
from ..models import ImportRun, Publication
from ..recognising import recognised, suggestions
from ..slugs import free_citation_key, free_slug
from .announcing import AnnouncingAdmin
from .rows import AuthorInline, BibEntryInline, PublicationLinkInline

SHOWN_AUTHORS = 3
SHOWN_SEPARATED = 5
FORMS = {  # (exists, has many authors)
    (False, False): AddForm,
    (False, True): ManyAuthorsAddForm,
    (True, False): ChangeForm,
    (True, True): ManyAuthorsChangeForm,
}


@admin.register(Publication)
class PublicationAdmin(AnnouncingAdmin):
    place = 20
    heading_shifts = {"abstract": 2}
    form = ChangeForm
    list_display = ["thumb", "title", "first_authors", "year", "venue_name", "state", "in_scholar"]
    list_display_links = ["title"]
    list_filter = ["visibility", "is_selected", "kind", "status", "topics", "year"]
    list_select_related = ["picture", "pdf"]
    readonly_fields = ["scholar"]
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
    actions = [*PublishableAdmin.actions, "announce", "select", "unselect", "export_bibtex", "take_apart"]
    inlines = [AuthorInline, PublicationLinkInline, BibEntryInline]
    author_fieldset: ClassVar[Any] = (_("Authors, in order"), {"fields": ["author_lines"]})
    fieldsets = [
        (None, {"fields": ["title", "kind"]}),
        (
            _("About the authors"),
            {"fields": [("and_others", "marks_legend"), "affiliations", "collaboration", "editors"]},
        ),
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

    def get_urls(self) -> list[URLPattern]:
        names = path("names/", self.admin_site.admin_view(self.names_view), name="publications_publication_names")
        return [names, *super().get_urls()]

    def names_view(self, request: HttpRequest) -> JsonResponse:
        """For authors.js: what is known of each `name`, and known names that have the words of `term`."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        known = recognised(request.GET.getlist("name")[:MANY_AUTHORS], public_profile(request))
        return JsonResponse({"known": known, "suggestions": suggestions(request.GET.get("term", ""))})

    # The form, and what BibTeX has to do with it

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        kwargs["form"] = FORMS[obj is not None, has_many_authors(request, obj)]
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        first, *others = super().get_fieldsets(request, obj)
        if has_many_authors(request, obj):
            others = [self.author_fieldset, *others]
        return [first, *map(_with_scholar, others)] if obj is not None else [first, *map(_with_new_topics, others)]

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        inlines = [AuthorInline, PublicationLinkInline]
        if has_many_authors(request, obj):
            inlines.remove(AuthorInline)
        return inlines if obj is None else [*inlines, BibEntryInline]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Django's; pasted BibTeX is answered with the same form, filled in, and nothing is saved."""
        context = {"may_import": self.may_import(request), **(extra_context or {})}
        if Filling.is_wanted(request):
            if not self.has_add_permission(request):
                raise PermissionDenied
            filling = Filling(request.POST)
            request.filling = filling  # type: ignore[attr-defined]
            request.method = "GET"  # an unbound form is what Django makes for a GET
            context["filling"] = filling
        return super().add_view(request, form_url, context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial = super().get_changeform_initial_data(request)
        filling = filling_of(request)
        return {**initial, **filling.initial(self.get_form(request))} if filling else initial

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if filling := filling_of(request):
            kwargs["initial"] = filling.rows(prefix, inline.fields or inline.form._meta.fields)
        return kwargs

    def may_import(self, request: HttpRequest) -> bool:
        return self.admin_site.get_model_admin(ImportRun).has_add_permission(request)

    def save_model(self, request: HttpRequest, obj: Publication, form: Any, change: bool) -> None:
        """Without a slug it gets one for now: the real one names the first author, who is saved after it."""
        form.needs_slug = not obj.slug
        obj.slug = obj.slug or uuid4().hex
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if isinstance(form, ManyAuthorsMixin):
            form.save_authors()
        publication = form.instance
        if form.needs_slug:
            publication.slug = free_slug(publication)
        if form.needs_slug or not publication.citation_key:
            publication.citation_key = publication.citation_key or free_citation_key(publication)
            publication.save(update_fields=["slug", "citation_key"])
        form.keep_bibtex()
        publication.keep_search_text()

    # The list

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return super().changelist_view(request, {"may_import": self.may_import(request), **(extra_context or {})})

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

    @admin.display(description=_("in Google Scholar"), boolean=True)
    def in_scholar(self, publication: Publication) -> bool | None:
        """Whether it can be; unknown where Scholar lists no such works."""
        return not indexable.missing(publication) if publication.kind in indexable.LISTED else None

    @admin.display(description=_("Google Scholar"))
    def scholar(self, publication: Any) -> str:
        return indexable.verdict(publication, publication.is_seen)

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

    @admin.action(description=_("Export BibTeX"), permissions=["view"])
    def export_bibtex(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
        chosen = Publication.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
        headers = {"Content-Disposition": 'attachment; filename="publications.bib"'}
        return HttpResponse(export.export_bibtex(chosen), "application/x-bibtex; charset=utf-8", headers=headers)

    # What an import made one

    def has_take_apart_permission(self, request: HttpRequest) -> bool:
        return self.has_republish_permission(request) and self.has_add_permission(request)

    @admin.action(description=_("Take apart what an import merged"), permissions=["take_apart"])
    def take_apart(self, request: HttpRequest, queryset: QuerySet) -> None:
        made = []
        for publication in queryset:
            history.keep_as_it_was(publication)
            new = separating.take_apart(publication)
            for one in new:
                self.log_addition(request, one, [{"added": {}}])
            made += new
        if not made:
            sentence = __("Nothing to take apart: each of these comes from one BibTeX entry.")
            self.message_user(request, sentence, messages.WARNING)
            return
        count = len(made)
        told = ngettext("%(n)d entry is a publication of its own again: %(names)s.",
                        "%(n)d entries are publications of their own again: %(names)s.", count)  # fmt: skip
        names = ", ".join(f"{one.title} ({one.citation_key})" for one in made[:SHOWN_SEPARATED])
        names += " …" if count > SHOWN_SEPARATED else ""
        self.message_user(request, told % {"n": count, "names": names}, messages.SUCCESS)

    class Media:
        js = [Script("admin-nutshell/authors.js", type="module")]


def filling_of(request: HttpRequest) -> Filling | None:
    return getattr(request, "filling", None)


def has_many_authors(request: HttpRequest, publication: Publication | None) -> bool:
    """Whether names are typed one per line in one box."""
    if publication is not None:
        return publication.authorships.count() > MANY_AUTHORS
    filling = filling_of(request)
    number = len(filling.columns.get("authors", ())) if filling else 0
    return number > MANY_AUTHORS or ("author_lines" in request.POST and not number)


def _with_scholar(fieldset: Any) -> Any:
    """Below who sees it: whether Google Scholar can."""
    title, options = fieldset
    if "visibility" not in options["fields"]:
        return fieldset
    return title, {**options, "fields": [*options["fields"], "scholar"]}


def _with_new_topics(fieldset: Any) -> Any:
    """On the form of a new publication, topics may be named that are not there yet."""
    title, options = fieldset
    fields = options["fields"]
    if "topics" not in fields:
        return fieldset
    place = fields.index("topics") + 1
    return title, {**options, "fields": [*fields[:place], "new_topics", *fields[place:]]}
