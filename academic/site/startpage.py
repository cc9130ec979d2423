"""The admin's start page, "Your site": what is public, what waits, what needs care, and the way from the demo to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Count, Model, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from academic.care import Topic
from academic.models import CVEntry, Page, Profile
from news.models import NewsItem
from publications.models import ImportRun, Publication

from . import care
from .demo import content
from .models import DemoRecord

COUNTED: tuple[type[Any], ...] = (Publication, NewsItem, Page, CVEntry)
MOST = 5  # drafts, and scheduled things, of one kind


@dataclass(frozen=True)
class Step:
    """Of the way from the demo (or an empty site) to one's own."""

    text: str
    url: str
    is_done: bool


@dataclass(frozen=True)
class Counted:
    """How many things of a kind visitors see, and how many wait."""

    name: str
    url: str
    public: int
    drafts: int
    scheduled: int


@dataclass(frozen=True)
class Waiting:
    """A draft, or something that appears at a `moment`."""

    title: str
    kind: str
    url: str
    moment: datetime | None


def context(request: HttpRequest) -> dict[str, Any]:
    """What the template shows, of what this person may see and change."""
    seen = [model for model in COUNTED if may(request, "view", model) or may(request, "change", model)]
    return {
        "counted": [_counted(model) for model in seen],
        "waiting": [*_waiting(seen, "scheduled"), *_waiting(seen, "drafts")],
        "care_topics": _care(request),
        "steps": steps(request),
        "buttons": _buttons(request),
    }


def _care(request: HttpRequest) -> list[tuple[Topic, int]]:
    """The topics of what this person may mend, with how many findings each has."""
    found: Counter[Topic] = Counter()
    for (topic, permission), number in care.counts().items():
        if request.user.has_perm(permission):
            found[topic] += number
    return [(topic, found[topic]) for topic in Topic if topic in found]


def may(request: HttpRequest, verb: str, model: type[Model]) -> bool:
    return request.user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def _counted(model: type[Any]) -> Counted:
    rows = model.objects
    counts = rows.aggregate(
        public=Count("pk", filter=Q(pk__in=rows.published().values("pk"))),
        drafts=Count("pk", filter=Q(pk__in=rows.drafts().values("pk"))),
        scheduled=Count("pk", filter=Q(pk__in=rows.scheduled().order_by().values("pk"))),
    )
    return Counted(str(model._meta.verbose_name_plural), _url(model, "changelist"), **counts)


def _waiting(models: Iterable[type[Any]], which: str) -> Iterator[Waiting]:
    """The "drafts" edited last, or the next that are "scheduled", a few of each kind."""
    for model in models:
        rows = model.objects.scheduled() if which == "scheduled" else model.objects.drafts().order_by("-updated")
        if model is NewsItem:
            rows = rows.select_related("publication")  # whose title it may have
        for row in rows[:MOST]:
            moment = row.publish_at if which == "scheduled" else None
            yield Waiting(str(row), str(model._meta.verbose_name), _url(model, "change", row.pk), moment)


def _url(model: type[Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def _buttons(request: HttpRequest) -> list[tuple[str, str]]:
    """(label, address) of the four things that are done most, without those this person may not do."""
    offered = [
        (may(request, "add", NewsItem), _("Add news"), _url(NewsItem, "add")),
        (may(request, "add", Publication), _("Paste BibTeX"), _url(Publication, "add")),
        (may(request, "change", Profile), _("Edit profile"), _url(Profile, "change", 1)),
        (True, _("View site"), "/"),
    ]
    return [(label, url) for is_allowed, label, url in offered if is_allowed]


# Make it yours -------------------------------------------------------------------------------------------------------


def steps(request: HttpRequest) -> list[Step]:
    """What is to do before the site is one's own; none once it is, and for those who may not do it."""
    if not may(request, "change", Profile) or not may(request, "add", Publication):
        return []
    has_demo = DemoRecord.objects.exists()
    profile = Profile.objects.only("given_name", "family_name").get(pk=1)
    made = [
        Step(_("Say who you are: name, portrait, a few sentences"), _url(Profile, "change", 1), is_own(profile)),
        Step(_("Bring in your papers: paste or upload BibTeX"), _url(ImportRun, "add"), _has_own_papers()),
    ]
    if has_demo and may_clear_demo(request):
        made.append(Step(_("Take the demo away; what you edited stays"), reverse("admin:clear_demo"), False))
    return made if has_demo or not all(step.is_done for step in made) else []


def is_own(profile: Profile) -> bool:
    """Whether it has a name, and not the demo's."""
    demo = content.PROFILE
    return bool(profile.name) and (profile.given_name, profile.family_name) != (
        demo["given_name"],
        demo["family_name"],
    )


def _has_own_papers() -> bool:
    demo = DemoRecord.objects.filter(content_type__app_label="publications", content_type__model="publication")
    return Publication.objects.exclude(pk__in=demo.values("object_id")).exists()


def may_clear_demo(request: HttpRequest) -> bool:
    """It deletes of everything the admin knows."""
    models = [model for model in admin.site._registry if model._meta.app_label in {"news", "publications", "academic"}]
    deleted = [model for model in models if model not in (Profile, ImportRun)]
    return may(request, "change", Profile) and all(may(request, "delete", model) for model in deleted)
