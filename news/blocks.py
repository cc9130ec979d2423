"""What news offers the home page."""

from __future__ import annotations

from typing import Any

from django import forms
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
        visible = NewsItem.objects.published()
        newest = list(visible.newest_first().with_everything_shown()[: options["limit"] + 1])
        return {
            "pinned": visible.filter(is_pinned=True).newest_first().with_everything_shown(),
            "news": newest[: options["limit"]],
            "has_more": len(newest) > options["limit"],
        }
