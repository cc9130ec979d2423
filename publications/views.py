"""Publications: the list by year, one paper, its PDF, and references for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from academic.media import serve_document
from academic.middleware import public_profile
from academic.views import PaginatedList, PublishableDetail, is_signed_in, may_see_drafts

from .export import public_bibtex, public_csl, public_ris
from .formats import csl, ris
from .models import Publication, PublicationQuerySet
from .showing import ShownPublication, shown, shown_list

BIBTEX = "application/x-bibtex; charset=utf-8"
RIS = f"{ris.MEDIA_TYPE}; charset=utf-8"
CSL = csl.MEDIA_TYPE


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


def publication_pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    publication = visible_publication(request, slug)
    if publication.pdf is None:
        raise Http404
    return serve_document(request, publication.pdf)


def publication_bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    return reference_file(request, public_bibtex(visible_publication(request, slug)), BIBTEX)


def publication_ris(request: HttpRequest, slug: str) -> HttpResponse:
    return reference_file(request, public_ris(visible_publication(request, slug)), RIS)


def publication_csl(request: HttpRequest, slug: str) -> HttpResponse:
    return reference_file(request, public_csl([visible_publication(request, slug)]), CSL)


def reference_file(request: HttpRequest, text: str, content_type: str) -> HttpResponse:
    response = HttpResponse(text, content_type=content_type)
    if is_signed_in(request):
        response["Cache-Control"] = "no-store, private"
    return response


def all_bibtex(request: HttpRequest) -> HttpResponse:
    return HttpResponse("\n".join(map(public_bibtex, everything_public())), content_type=BIBTEX)


def all_ris(request: HttpRequest) -> HttpResponse:
    return HttpResponse("".join(map(public_ris, everything_public())), content_type=RIS)


def all_csl(request: HttpRequest) -> HttpResponse:
    return HttpResponse(public_csl(everything_public()), content_type=CSL)


def everything_public() -> PublicationQuerySet:
    return Publication.objects.published().newest_first().with_everything_shown()


for _file in (publication_pdf, publication_bibtex, publication_ris, publication_csl, all_bibtex, all_ris, all_csl):
    _file.speaks_no_language = True  # type: ignore[union-attr]
