"""Pages that need more than one app: teaching, the CV, search."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from academic.courses import course
from academic.head import section_head
from academic.middleware import public_profile
from academic.models import CVEntry, Profile
from academic.models.link import with_shown_links
from academic.views import PublicView
from publications.models import Publication
from publications.showing import ShownPublication, grouped, shown_list

from .cv.content import cv_sections
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
        return {
            **super().get_context_data(**kwargs),
            "sections": cv_sections(),
            "lists": cv_lists(profile),
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


def cv_lists(profile: Profile) -> list[tuple[str, list[tuple[str, list[ShownPublication]]]]]:
    """(heading, publications by year): what was written, and what was said, if anything was."""
    rows = list(Publication.objects.published().newest_first().with_everything_shown())
    written = [row for row in rows if row.kind != Publication.Kind.TALK]
    said = [row for row in rows if row.kind == Publication.Kind.TALK]
    headed = [(_("Publications"), written), (_("Talks"), said)]
    return [(heading, grouped(shown_list(listed, profile))) for heading, listed in headed if listed]
