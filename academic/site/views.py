"""Pages that need more than one app: teaching, the CV, search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from academic.courses import course
from academic.head import section_head
from academic.middleware import public_profile
from academic.models import CVEntry, Profile
from academic.models.completing import complete
from academic.models.link import with_shown_links
from academic.views import PublicView
from publications.facets import Selection
from publications.models import Publication
from publications.showing import ShownPublication, grouped, shown_list

from .cv.content import cv_sections
from .search import search

MOST_IN_CV = 50  # of what was written, and of talks, as many as a page of a list has


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


@dataclass(frozen=True)
class CVList:
    """Publications by year under a heading; `more` leads to all of them where these are the newest ones only."""

    heading: str
    years: list[tuple[str, list[ShownPublication]]]
    more: str = ""


def cv_lists(profile: Profile) -> list[CVList]:
    """What was written, and what was said, if anything was. The files of the CV have all of it, however much."""
    talks = Selection({"type": Publication.Kind.TALK.value})
    published = Publication.objects.published()
    both = (published.exclude(kind=Publication.Kind.TALK), published.filter(kind=Publication.Kind.TALK))
    written, said = (list(found.newest(MOST_IN_CV + 1).to_be_completed()) for found in both)
    complete([*written, *said])
    headed = [(_("Publications"), written, Selection({})), (_("Talks"), said, talks)]
    return [
        CVList(
            heading,
            grouped(shown_list(rows[:MOST_IN_CV], profile)),
            everything.address if len(rows) > MOST_IN_CV else "",
        )
        for heading, rows, everything in headed
        if rows
    ]
