"""The CV as RenderCV's YAML (rendercv.com), for owners who want another look; with their address for mail."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from academic.markdown import plain_text
from academic.models import CVEntry
from academic.templatetags.dates import iso
from publications.showing import ShownPublication

from .content import CVContent
from .jsonresume import filled
from .runs import address

Section = CVEntry.Section
_NOT_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off"))  # to YAML, old or new
Item = dict[str, Any]
# What RenderCV calls them, and the part of their address that is the user's name.
_NETWORKS = {
    "github": ("GitHub", r"github\.com/([\w-]+)/?$"),
    "linkedin": ("LinkedIn", r"linkedin\.com/in/([\w%-]+)/?$"),
    "researchgate": ("ResearchGate", r"researchgate\.net/profile/([\w-]+)/?$"),
    "twitter": ("X", r"(?:twitter|x)\.com/(\w+)/?$"),
    "scholar": ("Google Scholar", r"scholar\.google\.[\w.]+/citations\?(?:.*&)?user=([\w-]+)"),
}


def rendercv(content: CVContent) -> str:
    """YAML. Values are written as JSON writes them, which is YAML too: no text can be taken for structure."""
    return "\n".join(_yaml({"cv": _cv(content)})) + "\n"


def _cv(content: CVContent) -> Item:
    profile = content.profile
    sections = {heading: _entries(entries) for heading, entries in content.sections}
    if content.publications:
        sections[_("Publications")] = [_publication(shown) for shown in content.publications]
    if content.interests:
        sections = {_("Research interests"): [{"bullet": name} for name in content.interests], **sections}
    return filled(
        {
            "name": profile.name or profile.title,
            "headline": profile.position,
            "location": " ".join(profile.address.split()),
            "email": profile.email,
            "website": "" if settings.SITE_IS_LOCAL else settings.SITE_URL,
            "social_networks": list(_social_networks(content)),
            "sections": sections,
        }
    )


def _social_networks(content: CVContent) -> Iterator[Item]:
    if content.profile.orcid:
        yield {"network": "ORCID", "username": content.profile.orcid}
    for link in content.links:
        network, pattern = _NETWORKS.get(link.kind, ("", "$^"))
        if match := re.search(pattern, link.href):
            yield {"network": network, "username": match[1]}


def _entries(entries: list[CVEntry]) -> list[Item]:
    """RenderCV wants one type of entry in a section: the one with an employer or a school where all name theirs."""
    is_placed = all(entry.organisation for entry in entries)
    section = entries[0].section
    if is_placed and section == Section.EDUCATION:
        return [filled({"institution": one.organisation, "area": one.title, **_more(one)}) for one in entries]
    if is_placed and section in (Section.POSITION, Section.SERVICE, Section.TEACHING):
        return [filled({"company": one.organisation, "position": one.title, **_more(one)}) for one in entries]
    return [_plain(one) for one in entries]


def _more(entry: CVEntry) -> Item:
    highlights = [entry.detail] if entry.detail else []
    return {**_dates(entry), "location": entry.place, "summary": plain_text(entry.text), "highlights": highlights}


def _plain(entry: CVEntry) -> Item:
    more = _more(entry)
    more["summary"] = ". ".join(filter(None, [entry.organisation, more["summary"]]))
    return filled({"name": entry.title, **more})


def _dates(entry: CVEntry) -> Item:
    """RenderCV reads "date" as free words, and a range only with both its ends."""
    if entry.period:
        return {"date": entry.period}
    start = iso(entry.start_year, entry.start_month) if entry.start_year else ""
    if start and (entry.is_ongoing or entry.end_year):
        end = iso(entry.end_year, entry.end_month) if entry.end_year else "present"
        return {"start_date": start, "end_date": end}
    return {"date": start or (iso(entry.end_year, entry.end_month) if entry.end_year else "")}


def _publication(shown: ShownPublication) -> Item:
    """The owner's name is set off as RenderCV does it, by stars."""
    paper = shown.publication
    authors = [f"*{author.name}*" if author.is_owner else author.name for author in shown.authors]
    return filled(
        {
            "title": paper.title,
            "authors": authors or [paper.collaboration or "–"],
            "doi": paper.doi,
            "url": "" if paper.doi else address(paper.get_absolute_url()),
            "journal": paper.venue or paper.publisher or paper.institution,
            "date": iso(paper.year, paper.month, paper.day if paper.month else None) if paper.year else paper.date_text,
        }
    )


def _yaml(value: Any, indent: int = 0) -> Iterator[str]:
    blank = "  " * indent
    pairs = value.items() if isinstance(value, dict) else (("-", one) for one in value)
    for name, inner in pairs:
        key = "-" if isinstance(value, list) else f"{_scalar(name)}:"
        if isinstance(inner, dict | list) and inner:
            yield from _nested(blank, key, inner, indent)
        else:
            yield f"{blank}{key} {_scalar(inner)}"


def _nested(blank: str, key: str, inner: Any, indent: int) -> Iterator[str]:
    """Below its name; in a list its first line stands beside the dash."""
    lines = list(_yaml(inner, indent + 1))
    if key == "-":
        lines[0] = f"{blank}- {lines[0].lstrip()}"
    else:
        yield f"{blank}{key}"
    yield from lines


def _scalar(value: Any) -> str:
    is_word = isinstance(value, str) and re.fullmatch(r"[a-z_]{2,}", value) and value not in _NOT_WORDS
    return value if is_word else json.dumps(value, ensure_ascii=False)
