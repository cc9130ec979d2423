"""What publications offer the home page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from markdownx.fields import MarkdownxFormField

from academic.blocks import Block, register
from academic.models import HomeBlock, Page, Profile
from academic.pageparts import PageParts, adds_to_pages

from .models import Publication
from .showing import shown, shown_list


class PublicationOptions(forms.Form):
    body = MarkdownxFormField(label=_("Text"), required=False, initial="")
    publication = forms.ModelChoiceField(
        Publication.objects.order_by("title"),
        label=_("Publication"),
        required=False,
        help_text=_("Its links and its BibTeX follow the text."),
    )


@register
class PublicationBlock(Block):
    """A text about one publication, with its links and its BibTeX (a thesis, for instance)."""

    kind = "publication"
    label = _("Text with a publication")
    template = "blocks/publication.html"
    options_form = PublicationOptions

    def context(self, block: HomeBlock, options: dict[str, Any], profile: Profile) -> dict[str, Any]:
        chosen = options.get("publication")
        if not isinstance(chosen, int):
            return {"publication": None}
        found = Publication.objects.published().to_be_completed().filter(pk=chosen).first()
        return {"publication": shown(found, profile) if found else None}

    def rows(self, context: dict[str, Any]) -> list[Publication]:
        return [context["publication"].publication] if context["publication"] else []


class ListOptions(forms.Form):
    limit = forms.IntegerField(label=_("How many"), min_value=1, max_value=50, initial=10)


@register
class SelectedBlock(Block):
    """The publications marked as selected."""

    kind = "selected"
    label = _("Selected publications")
    template = "blocks/publications.html"
    options_form = ListOptions

    def context(self, block: HomeBlock, options: dict[str, Any], profile: Profile) -> dict[str, Any]:
        found = Publication.objects.published().selected().newest(options["limit"]).to_be_completed()
        return {"publications": shown_list(found, profile)}

    def rows(self, context: dict[str, Any]) -> list[Publication]:
        return [shown.publication for shown in context["publications"]]


@register
class RecentBlock(Block):
    """The newest publications."""

    kind = "recent"
    label = _("Recent publications")
    template = "blocks/publications.html"
    options_form = ListOptions

    def context(self, block: HomeBlock, options: dict[str, Any], profile: Profile) -> dict[str, Any]:
        found = Publication.objects.published().newest(options["limit"]).to_be_completed()
        return {"publications": shown_list(found, profile)}

    def rows(self, context: dict[str, Any]) -> list[Publication]:
        return [shown.publication for shown in context["publications"]]


@adds_to_pages
def papers_of_page(page: Page, profile: Profile) -> PageParts | None:
    """On a project's page: who wrote its newest paper, and how to cite its papers."""
    found = Publication.objects.published().filter(project_page=page).newest_first().with_everything_shown()
    papers = shown_list(found, profile)
    if not papers:
        return None
    return PageParts(
        render_to_string("includes/publication_of_page_head.html", {"shown": papers[0]}),
        render_to_string("includes/publication_of_page_foot.html", {"publications": papers}),
    )
