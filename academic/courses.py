"""A course taught, as schema.org describes it."""

from __future__ import annotations

from typing import Any

from .head import filled, owner_id
from .markdown import plain_text
from .models import CVEntry, Profile
from .templatetags.dates import iso, period


def course(entry: CVEntry, profile: Profile) -> dict[str, Any]:
    """With when it was taught and by whom."""
    provider = {"@type": "Organization", "name": entry.organisation} if entry.organisation else None
    return filled(
        {
            "@type": "Course",
            "name": entry.title,
            "description": plain_text(entry.text) or entry.detail or entry.title,
            "inLanguage": entry.lang or profile.language,
            "provider": provider,
            "hasCourseInstance": _instance(entry, profile),
        }
    )


def _instance(entry: CVEntry, profile: Profile) -> dict[str, Any]:
    start = iso(entry.start_year, entry.start_month) if entry.start_year else ""
    end = iso(entry.end_year, entry.end_month) if entry.end_year else ""
    return filled(
        {
            "@type": "CourseInstance",
            "name": period(entry),
            "startDate": start,
            "endDate": end,
            "location": {"@type": "Place", "name": entry.place} if entry.place else None,
            "instructor": {"@type": "Person", "@id": owner_id(profile), "name": profile.name or profile.title},
        }
    )
