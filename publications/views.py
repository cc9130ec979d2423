"""Publications: the list by year, one paper, their BibTeX and PDF."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from academic.media import serve_document
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from academic.middleware import public_profile
from academic.views import PaginatedList, PublishableDetail, is_signed_in, may_see_drafts

from .export import public_bibtex
from .models import Publication, PublicationQuerySet
from .showing import ShownPublication, shown, shown_list

BIBTEX = "application/x-bibtex; charset=utf-8"


class PublicationList(PaginatedList):
    template_name = "publications/list.html"
    page_url_name = "publications:list_page"
    first_page_url_name = "publications:list"
    paginate_by = 100

    def get_queryset(self) -> PublicationQuerySet:
        return Publication.objects.published().newest_first().with_everything_shown()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["groups"] = by_year(shown_list(context["object_list"], public_profile(self.request)))
        return context


def by_year(publications: Iterable[ShownPublication]) -> list[tuple[str, list[ShownPublication]]]:
    """(heading, publications) per year, in the order given."""

    def heading(item: ShownPublication) -> str:
        publication = item.publication
        if publication.year is not None:
            return str(publication.year)
        return _("To appear") if publication.is_to_appear else _("Without a date")

    return [(year, list(items)) for year, items in groupby(publications, heading)]


class PublicationDetail(PublishableDetail):
    model = Publication
    template_name = "publications/detail.html"
    permission = "publications.view_publication"

    def get_everything(self) -> PublicationQuerySet:
        return Publication.objects.with_everything_shown()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        publication = shown(self.object, public_profile(self.request))
        return {
            **super().get_context_data(**kwargs),
            "publication": publication,
            "news": self.object.news.published().newest_first().with_everything_shown(),
        }


def visible_publication(request: HttpRequest, slug: str) -> Publication:
    """The publication whose file was asked for; Http404 unless the visitor may see it."""
    if may_see_drafts(request, "publications.view_publication"):
        return get_object_or_404(Publication, slug=slug)
    return get_object_or_404(Publication.objects.published(), slug=slug)


def publication_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    publication = visible_publication(request, slug)
    if publication.pdf is None:
        raise Http404
    return serve_document(request, publication.pdf)


def publication_bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    publication = visible_publication(request, slug)
    response = HttpResponse(public_bibtex(publication), content_type=BIBTEX)
    if is_signed_in(request):
        response["Cache-Control"] = "no-store, private"
    return response


def all_bibtex(request: HttpRequest) -> HttpResponse:
    publications = Publication.objects.published().newest_first().with_everything_shown()
    return HttpResponse("\n".join(map(public_bibtex, publications)), content_type=BIBTEX)


publication_pdf.speaks_no_language = True  # type: ignore[attr-defined]
publication_bibtex.speaks_no_language = True  # type: ignore[attr-defined]
all_bibtex.speaks_no_language = True  # type: ignore[attr-defined]
