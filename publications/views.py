"""Publications: the list by year, one paper, its PDF, and references for other programs."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify

from academic.context_processors import STATIC_COPY
from academic.feeds import absolute
from academic.head import Head
from academic.media import serve_document
from academic.middleware import public_profile
from academic.models.completing import complete
from academic.views import PaginatedList, PublishableDetail, is_signed_in, may_see_drafts

from .discovery import BIBTEX_TYPE, list_head, paper_head
from .export import public_references
from .facets import FEWEST_PAPERS, Facet, Selection, facets
from .formats import csl, ris, signposting
from .models import Publication, PublicationQuerySet
from .ordering import NewestFirst
from .references import known_reference, reference, references
from .showing import ShownPublication, grouped, shown, shown_list

LABELS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
LIST_FORMATS = {  # by the ending of a file
    "bib": f"{BIBTEX_TYPE}; charset=utf-8",
    "ris": f"{ris.MEDIA_TYPE}; charset=utf-8",
    "json": csl.MEDIA_TYPE,
}


class PublicationList(PaginatedList):
    """All of them, or those of a selection; pages show their publications, found by key, with all that is shown."""

    template_name = "publications/list.html"
    paginate_by = 50

    @cached_property
    def selection(self) -> Selection:
        in_path = {self.kwargs["facet"]: self.kwargs["value"]} if "facet" in self.kwargs else {}
        return Selection.of(self.request.GET.dict(), in_path)

    def get_queryset(self) -> Any:
        """Primary keys in order; of a search all at once, since counting them would mean searching again."""
        if self.selection.question and not (self.selection.chosen or self.selection.is_by_type):
            return self.selection.found
        found = self.selection.publications()
        if self.selection.question:
            in_order = found.by_type() if self.selection.is_by_type else found.newest_first()
            return list(in_order.values_list("pk", flat=True))
        return found.by_type().values_list("pk", flat=True) if self.selection.is_by_type else NewestFirst(found)

    @property
    def fewest(self) -> int:
        """How many publications an address of one facet needs; with words or further choices it may show none."""
        if self.selection.query:
            return 0
        return FEWEST_PAPERS if self.kwargs["facet"] == "author" else 1

    def page_address(self, number: int) -> str:
        return self.selection.page_address(number)

    def offered(self, found: list[Facet]) -> list[Facet]:
        return [facet for facet in found if facet.is_in_paths] if STATIC_COPY in self.request.META else found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.kwargs.get("facet") and context["paginator"].count < self.fewest:
            raise Http404
        labels = self.selection.labels()
        profile = public_profile(self.request)
        rows = Publication.objects.in_this_order(context["object_list"])
        is_opening = not self.selection and context["page_obj"].number == 1
        marked = Publication.objects.published().selected() if is_opening else Publication.objects.none()
        selected = list(marked.newest().to_be_completed())
        complete([*rows, *selected])
        publications = shown_list(rows, profile)
        return {
            **context,
            "selection": self.selection,
            "labels": labels,
            "chosen": [(label, self.selection.without(name).address) for name, label in labels.items()],
            "facets": self.offered(facets(self.selection, profile)),
            "groups": grouped(publications, self.selection.is_by_type),
            "by_type": self.selection.grouped(True).address,
            "by_year": self.selection.grouped(False).address,
            "selected": shown_list(selected, profile),
            "is_for_searching": bool(self.request.GET),
            "downloads": [(label, self.selection.file_address(form)) for form, label in LABELS.items()],
            "with_coins": True,
            "head": self.head(labels, publications, context["page_obj"].start_index()),
        }

    def head(self, labels: dict[str, str], publications: list[ShownPublication], first: int) -> Head:
        rows = (shown.publication for shown in publications)
        path = self.selection.path
        return list_head(public_profile(self.request), [*labels.values()], path, rows, first)


class PublicationDetail(PublishableDetail):
    model = Publication
    template_name = "publications/detail.html"
    permission = "publications.view_publication"

    def get_everything(self) -> PublicationQuerySet:
        return Publication.objects.with_people()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        published = Publication.objects.published()
        newer, older = published.beside(self.object)
        profile = public_profile(self.request)
        paper = shown(self.object, profile)
        return {
            **super().get_context_data(**kwargs),
            "publication": paper,
            "head": paper_head(paper, profile),
            "versions": published.versions_of(self.object).defer("search_text", "abstract"),
            "newer": newer,
            "older": older,
            "references": public_references(self.object),
            "news": self.object.news.published().newest_first().defer("search_text", "body"),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        response["Link"] = signposting.header(context["head"].links)
        return response


def visible_publication(request: HttpRequest, slug: str) -> Publication:
    """The publication whose file was asked for; Http404 unless the visitor may see it."""
    if may_see_drafts(request, "publications.view_publication"):
        return get_object_or_404(Publication, slug=slug)
    return get_object_or_404(Publication.objects.published(), slug=slug)


def publication_pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    publication = visible_publication(request, slug)
    if publication.pdf is None:
        raise Http404
    response = serve_document(request, publication.pdf)
    response["Link"] = signposting.back("collection", absolute(publication.get_absolute_url()))
    return response


def publication_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Its reference in one of LIST_FORMATS."""
    text = known_reference(slug, form)
    if text is None:
        text = reference(visible_publication(request, slug), form)
    return reference_file(request, text, form, slug, reverse("publications:detail", args=[slug]))


def reference_file(request: HttpRequest, text: str, form: str, name: str, page: str) -> HttpResponse:
    """References as a download called `name`; `page` is the path of the page they describe."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{form}"',
        "Link": signposting.back("describes", absolute(page)),
        "X-Robots-Tag": "noindex",
    }
    response = HttpResponse(text, content_type=LIST_FORMATS[form], headers=headers)
    if is_signed_in(request):
        response["Cache-Control"] = "no-store, private"
    return response


def list_file(request: HttpRequest, form: str, facet: str = "", value: str = "") -> HttpResponse:
    """Everything public, or of it what is chosen as on the list's page, in one of LIST_FORMATS."""
    selection = Selection.of(request.GET.dict(), {facet: value} if facet else {})
    slugs = list(selection.publications().newest_first().values_list("slug", flat=True))
    if facet and not selection.query and not slugs:
        raise Http404
    name = "-".join(["publications", *map(slugify, selection.chosen.values())])
    return reference_file(request, references(slugs, form), form, name, selection.path)


for _file in (publication_pdf, publication_file, list_file):
    _file.speaks_no_language = True  # type: ignore[union-attr]
