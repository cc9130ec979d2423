"""The CV as JSON Resume (jsonresume.org, schema 1.0.0), which CV themes and job sites read.

The address for mail is left out: on the site's pages it stands so that robots do not collect it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from academic.feeds import absolute
from academic.markdown import plain_text
from academic.models import CVEntry, Link
from academic.templatetags.dates import iso
from publications.showing import ShownPublication

from .content import CVContent
from .runs import address

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_NETWORKS = ("github", "linkedin", "mastodon", "bluesky", "twitter", "scholar", "dblp", "researchgate", "openreview")
Section = CVEntry.Section
Item = dict[str, Any]


def json_resume(content: CVContent) -> Item:
    return {
        "$schema": SCHEMA,
        "basics": _basics(content),
        "work": [_work(entry) for entry in content.section(Section.POSITION)],
        "education": [_education(entry) for entry in content.section(Section.EDUCATION)],
        "awards": [_award(entry) for entry in content.section(Section.AWARD)],
        "volunteer": [_service(entry) for entry in content.section(Section.SERVICE)],
        "projects": [_project(entry) for entry in content.section(Section.GRANT, Section.TEACHING, Section.OTHER)],
        "publications": [_publication(shown) for shown in content.publications],
        "interests": [{"name": name} for name in content.interests],
        "meta": {
            "canonical": absolute(reverse("cv_json")),
            "version": "v1.0.0",
            "lastModified": _last_modified(content),
        },
    }


def filled(values: Item) -> Item:
    return {name: value for name, value in values.items() if value}


def _basics(content: CVContent) -> Item:
    profile = content.profile
    place = " ".join(profile.address.split())
    return filled(
        {
            "name": profile.name or profile.title,
            "label": profile.position,
            "url": settings.SITE_URL + "/",
            "summary": plain_text(profile.bio) or profile.description,
            "location": {"address": place} if place else {},
            "profiles": _profiles(content),
        }
    )


def _profiles(content: CVContent) -> list[Item]:
    found = {}
    if orcid := content.profile.orcid:
        found[f"https://orcid.org/{orcid}"] = {"network": "ORCID", "username": orcid}
    for link in content.links:
        if link.kind in _NETWORKS and address(link.href):
            found.setdefault(address(link.href), {"network": link.text})
    return [{**known, "url": url} for url, known in found.items()]


def _dates(entry: CVEntry) -> Item:
    start = iso(entry.start_year, entry.start_month) if entry.start_year else ""
    end = iso(entry.end_year, entry.end_month) if entry.end_year else ""
    if start and not end and not entry.is_ongoing:
        end = start
    return {"startDate": start, "endDate": end}


def _common(entry: CVEntry) -> Item:
    """Of every section: when, more about it, and where to read on."""
    text = plain_text(entry.text)
    summary = ". ".join(part.rstrip(".") for part in (entry.detail, text) if part)
    return {**_dates(entry), "summary": summary, "url": _address(entry)}


def _address(entry: CVEntry) -> str:
    links: list[Link] = list(entry.links.all())
    return next((full for link in links if (full := address(link.href))), "")


def _work(entry: CVEntry) -> Item:
    return filled(
        {"name": entry.organisation, "position": entry.title, "location": entry.place, **_common(entry)},
    )


def _education(entry: CVEntry) -> Item:
    common = _common(entry)
    return filled({"institution": entry.organisation, "studyType": entry.title, **common})


def _award(entry: CVEntry) -> Item:
    common = _common(entry)
    return filled(
        {
            "title": entry.title,
            "date": common["endDate"] or common["startDate"],
            "awarder": entry.organisation,
            "summary": common["summary"],
        }
    )


def _service(entry: CVEntry) -> Item:
    return filled({"organization": entry.organisation, "position": entry.title, **_common(entry)})


def _project(entry: CVEntry) -> Item:
    common = _common(entry)
    common["description"] = common.pop("summary")
    return filled({"name": entry.title, "entity": entry.organisation, "type": entry.section, **common})


def _publication(shown: ShownPublication) -> Item:
    paper = shown.publication
    return filled(
        {
            "name": paper.title,
            "publisher": paper.venue or paper.publisher or paper.institution,
            "releaseDate": iso(paper.year, paper.month, paper.day if paper.month else None) if paper.year else "",
            "url": absolute(paper.get_absolute_url()),
            "summary": ", ".join(author.name for author in shown.authors),
        }
    )


def _last_modified(content: CVContent) -> str:
    """Of what can say it: entries and publications."""
    moments = [entry.updated for _, entries in content.sections for entry in entries]
    moments += [shown.publication.updated for shown in content.publications]
    newest = max(moments, default=datetime(1970, 1, 1, tzinfo=UTC))
    return newest.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
