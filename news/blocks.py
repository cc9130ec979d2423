"""What news offers the home page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from academic.blocks import Block, register
from academic.models import HomeBlock, Profile

from .models import NewsItem


class NewsOptions(forms.Form):
    limit = forms.IntegerField(
        label=_("How many"), min_value=1, max_value=100, initial=10, help_text=_("The rest stands at /news/.")
    )


@register
class NewsBlock(Block):
    """Pinned announcements, then the newest items."""

    kind = "news"
    label = _("News")
    template = "blocks/news.html"
    options_form = NewsOptions

    def context(self, block: HomeBlock, options: dict[str, Any], profile: Profile) -> dict[str, Any]:
        """Announcements and news in one query: what is pinned, and the newest one more than shown."""
        visible = NewsItem.objects.published()
        newest = visible.newest_first().values("pk")[: options["limit"] + 1]
        items = visible.filter(Q(is_pinned=True) | Q(pk__in=newest)).newest_first().to_be_completed()
        shown = list(items)
        return {
            "pinned": [item for item in shown if item.is_pinned],
            "news": shown[: options["limit"]],
            "has_more": len(shown) > options["limit"],
        }

    def rows(self, context: dict[str, Any]) -> list[NewsItem]:
        return [*context["pinned"], *context["news"]]
