"""The owner as schema.org describes a person, for the home page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from . import cards, verification
from .feeds import absolute
from .head import Head, Thing, filled, owner_id
from .linkpreview import Preview
from .models import CVEntry, Profile


def home_head(profile: Profile) -> Head:
    """One query (degrees and awards) where the profile is complete."""
    me = person(profile, cv_entries())
    site = {"@type": "WebSite", "@id": f"{settings.SITE_URL}/#site", "url": f"{settings.SITE_URL}/"}
    page = {"@type": "ProfilePage", "url": f"{settings.SITE_URL}/", "isPartOf": {"@id": site["@id"]}, "mainEntity": me}
    things: list[Thing] = [{**site, "name": profile.title, "inLanguage": profile.language}, page]
    names = (("profile:first_name", profile.given_name), ("profile:last_name", profile.family_name))
    return Head(
        title=profile.title if not profile.position else f"{profile.title} – {profile.position}",
        description=profile.description or profile.tagline,
        kind="profile",
        things=things,
        tags=verification.tags(profile.verification_tags),
        preview=Preview.of(profile.photo) or cards.site_preview(profile),
        properties=[pair for pair in names if pair[1]],
    )


def cv_entries() -> list[CVEntry]:
    sections = (CVEntry.Section.EDUCATION, CVEntry.Section.AWARD)
    return list(CVEntry.objects.published().filter(section__in=sections))


def person(profile: Profile, entries: Iterable[CVEntry]) -> dict[str, Any]:
    """With degrees and awards among `entries`."""
    known = list(entries)
    schools = [entry.organisation for entry in known if entry.section == CVEntry.Section.EDUCATION]
    places = [_place(place.name, place.url, place.ror) for place in profile.affiliations.all()]
    variants = [line.strip() for line in profile.name_variants.splitlines() if line.strip()]
    return filled(
        {
            "@type": "Person",
            "@id": owner_id(profile),
            "name": profile.name or profile.title,
            "givenName": profile.given_name,
            "familyName": profile.family_name,
            "alternateName": variants,
            "jobTitle": profile.position,
            "description": profile.description or profile.tagline,
            "url": f"{settings.SITE_URL}/",
            "image": absolute(profile.photo.get_absolute_url()) if profile.photo else "",
            "affiliation": places,
            "worksFor": places[:1],
            "sameAs": same_as(profile),
            "knowsAbout": [interest.name for interest in profile.interests.all()],
            "alumniOf": [_place(name, "", "") for name in dict.fromkeys(filter(None, schools))],
            "award": [entry.title for entry in known if entry.section == CVEntry.Section.AWARD],
        }
    )


def _place(name: str, url: str, ror: str) -> dict[str, Any]:
    address = url if url.startswith(("http://", "https://")) else ""
    return filled(
        {"@type": "Organization", "@id": f"https://ror.org/{ror}" if ror else "", "name": name, "url": address}
    )


def same_as(profile: Profile) -> list[str]:
    """The owner's pages elsewhere: by identifier, and the profile's links to other sites."""
    known = [
        f"https://orcid.org/{profile.orcid}" if profile.orcid else "",
        f"https://scholar.google.com/citations?user={profile.scholar_id}" if profile.scholar_id else "",
        *(link.url for link in profile.shown_links if link.url.startswith(("http://", "https://"))),
    ]
    return list(dict.fromkeys(filter(None, known)))
