"""News: the list, a year of it, one item."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from academic import cards
from academic.cards import Card
from academic.feeds import absolute
from academic.head import Head, Thing, Trail, filled, owner_id, section_head
from academic.linkpreview import Preview
from academic.markdown import plain_text, plain_title
from academic.middleware import public_profile
from academic.models import Profile
from academic.models.completing import complete
from academic.templatetags.dates import iso_date
from academic.views import PaginatedList, PublishableDetail
from publications.showing import shown

from .models import NewsItem, NewsQuerySet


class NewsList(PaginatedList):
    template_name = "news/list.html"
    page_url_name = "news:list_page"
    first_page_url_name = "news:list"

    def get_queryset(self) -> NewsQuerySet:
        return NewsItem.objects.published().newest_first().to_be_completed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        profile = public_profile(self.request)
        context = super().get_context_data(**kwargs)
        complete(context["object_list"])
        return {
            **context,
            "years": NewsItem.objects.published().years(),
            "head": section_head(profile, _("News"), "/news/", trail=self.trail()),
        }

    def trail(self) -> Trail:
        return []


class NewsYear(NewsList):
    page_url_name = "news:year_page"
    first_page_url_name = "news:year"
    allow_empty = False

    def get_queryset(self) -> NewsQuerySet:
        if not MINYEAR <= self.kwargs["year"] <= MAXYEAR:
            raise Http404
        return super().get_queryset().filter(date__year=self.kwargs["year"])

    def trail(self) -> Trail:
        year = self.kwargs["year"]
        return [(str(year), reverse("news:year", args=[year]))]


class NewsDetail(PublishableDetail):
    model = NewsItem
    template_name = "news/detail.html"
    permission = "news.view_newsitem"

    def get_everything(self) -> NewsQuerySet:
        return NewsItem.objects.with_everything_shown()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = self.object.publication
        profile = public_profile(self.request)
        return {
            **super().get_context_data(**kwargs),
            "publication": shown(about, profile) if about else None,
            "head": news_head(self.object, profile),
        }


def news_head(item: NewsItem, profile: Profile) -> Head:
    kicker, title = plain_text(item.kicker, inline=True), plain_title(item.shown_title)
    words = title or kicker
    date = iso_date(item)
    return Head(
        title=": ".join(filter(None, [kicker, title])),
        description=Truncator(plain_text(item.body)).chars(300) or profile.description,
        kind="article",
        trail=[(_("News"), "/news/"), (words, item.get_absolute_url())],
        things=[news_posting(item, words, date, profile)],
        properties=[("article:published_time", date)],
        preview=news_preview(item, profile),
    )


def news_preview(item: NewsItem, profile: Profile) -> Preview | None:
    """The picture of the publication it is about, or its own card."""
    picture = item.publication.picture if item.publication else None
    return Preview.of(picture) or cards.preview(item, news_card(item, profile)) or cards.site_preview(profile)


def news_card(item: NewsItem, profile: Profile) -> Card:
    kicker, title = plain_text(item.kicker, inline=True), plain_title(item.shown_title)
    return Card(title or kicker, kicker if title else "", profile.title, profile.accent)


def news_posting(item: NewsItem, title: str, date: str, profile: Profile) -> Thing:
    address = absolute(item.get_absolute_url())
    thing = {
        "@type": "BlogPosting",
        "@id": f"{address}#news",
        "url": address,
        "headline": title,
        "datePublished": date,
        "dateModified": item.updated.isoformat(timespec="seconds"),
        "inLanguage": item.lang,
        "author": {"@type": "Person", "@id": owner_id(profile), "name": profile.name or profile.title},
    }
    return filled(thing)
