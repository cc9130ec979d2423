"""News: the list, a year of it, one item."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.db.models.functions import ExtractYear
from django.http import Http404

from academic.middleware import public_profile
from academic.views import PaginatedList, PublishableDetail
from publications.showing import shown

from .models import NewsItem, NewsQuerySet


class NewsList(PaginatedList):
    template_name = "news/list.html"
    page_url_name = "news:list_page"
    first_page_url_name = "news:list"

    def get_queryset(self) -> NewsQuerySet:
        return NewsItem.objects.published().newest_first().with_everything_shown()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        years = NewsItem.objects.published().annotate(year=ExtractYear("date")).values_list("year", flat=True)
        return {**super().get_context_data(**kwargs), "years": years.distinct().order_by("-year")}


class NewsYear(NewsList):
    paginate_by = None

    def get_queryset(self) -> NewsQuerySet:
        if not MINYEAR <= self.kwargs["year"] <= MAXYEAR:
            raise Http404
        found = super().get_queryset().filter(date__year=self.kwargs["year"])
        if not found.exists():
            raise Http404
        return found


class NewsDetail(PublishableDetail):
    model = NewsItem
    template_name = "news/detail.html"
    permission = "news.view_newsitem"

    def get_everything(self) -> NewsQuerySet:
        return NewsItem.objects.with_everything_shown()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = self.object.publication
        profile = public_profile(self.request)
        return {**super().get_context_data(**kwargs), "publication": shown(about, profile) if about else None}
