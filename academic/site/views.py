"""Pages that need more than one app: teaching, the CV, search."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from academic.courses import course
from academic.head import section_head
from academic.middleware import public_profile
from academic.models import CVEntry
from academic.models.link import with_shown_links
from academic.views import PublicView
from publications.models import Publication
from publications.showing import grouped, shown_list

from .search import search


class Teaching(PublicView, TemplateView):
    template_name = "teaching.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        profile = public_profile(self.request)
        taught = CVEntry.objects.published().section(CVEntry.Section.TEACHING)
        entries = list(taught.prefetch_related(with_shown_links()))
        return {
            **super().get_context_data(**kwargs),
            "entries": entries,
            "head": section_head(
                profile, _("Teaching"), "/teaching/", things=[course(one, profile) for one in entries]
            ),
        }


class CV(PublicView, TemplateView):
    template_name = "cv.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        profile = public_profile(self.request)
        publications = Publication.objects.published().newest_first().with_everything_shown()
        return {
            **super().get_context_data(**kwargs),
            "sections": cv_sections(),
            "publications": grouped(shown_list(publications, profile)),
            "with_coins": True,
            "head": section_head(profile, _("Curriculum vitae"), "/cv/"),
        }


class Search(PublicView, TemplateView):
    template_name = "search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        question = self.request.GET.get("q", "").replace("\x00", "").strip()
        return {
            **super().get_context_data(**kwargs),
            "question": question,
            "found": search(question),
            "is_for_searching": True,
        }


def cv_sections() -> list[tuple[str, list[CVEntry]]]:
    """(heading, entries) of every section that has entries, in the order a CV has them."""
    entries = CVEntry.objects.published().prefetch_related(with_shown_links())
    by_section = {name: list(items) for name, items in groupby(entries, lambda entry: entry.section)}
    return [(str(section.label), by_section[section]) for section in CVEntry.Section if section in by_section]
