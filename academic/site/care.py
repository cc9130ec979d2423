"""What needs care on the whole site, for the page of the admin, its start page, and the command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import groupby

from django.db import connection
from django.db.models import prefetch_related_objects
from django.utils import timezone

from academic import care
from academic.care import Finding, Topic
from academic.models import CVEntry, HomeBlock, Link, MenuItem, Page, Profile, Redirect
from academic.models.version import ContentVersion
from news.models import NewsItem
from publications.care import for_care, of_doubles, of_paper
from publications.models import Publication
from publications.owner import OwnerMatcher

from .leading import Addresses

ORDER = {topic: place for place, topic in enumerate(Topic)}


def findings() -> list[Finding]:
    """By topic, in the order of the topics; within one, in the order of the site. Drafts are nobody's care yet."""
    return sorted(_all(), key=lambda finding: ORDER[finding.topic])


def by_topic(found: Iterable[Finding]) -> list[tuple[Topic, list[Finding]]]:
    return [(topic, list(lines)) for topic, lines in groupby(found, lambda finding: finding.topic)]


def counts() -> Counter[tuple[Topic, str]]:
    """How many findings of each topic are about what needs which permission to mend, for the start page.

    Counted anew when anything changed, and each hour: what is scheduled changes what leads where without a change.
    """
    if connection.in_atomic_block:  # what this transaction changed has no version of its own yet
        return _counted()
    version = ContentVersion.objects.values_list("token", flat=True).get(pk=1)
    return _kept(version, timezone.now().replace(minute=0, second=0, microsecond=0))


def _counted() -> Counter[tuple[Topic, str]]:
    return Counter((finding.topic, finding.permission) for finding in findings())


@lru_cache(maxsize=1)
def _kept(version: str, hour: datetime) -> Counter[tuple[Topic, str]]:
    return _counted()


def _all() -> Iterator[Finding]:
    addresses = Addresses()
    around = care.Surroundings(addresses.alts, addresses.leads_somewhere)
    profile = Profile.objects.get(pk=1)
    blocks = list(HomeBlock.objects.all())
    papers = list(for_care(Publication.objects.kept_public().newest_first()))
    yield from care.of_texts(profile, around)
    for block in blocks:
        yield from care.of_block(block)
        yield from care.of_texts(block, around)
    texts = (Page.objects.kept_public(), NewsItem.objects.kept_public().newest_first(), CVEntry.objects.kept_public())
    for row in (*papers, *(row for rows in texts for row in rows)):
        yield from care.of_texts(row, around)
    yield from _rows(around)
    owner = OwnerMatcher(profile)
    for paper in papers:
        yield from of_paper(paper, owner)
    yield from of_doubles(papers)


def _rows(around: care.Surroundings) -> Iterator[Finding]:
    """Links, menu, redirects. Most links lead to other sites; only the others' owners are fetched."""
    own = [link for link in Link.objects.exclude(url="").order_by("pk") if care.path_here(link.url)]
    prefetch_related_objects(own, "owner")
    for link in own:
        yield from care.of_link(link, around)
    for item in MenuItem.objects.all():
        yield from care.of_menu_item(item, around)
    for redirect in Redirect.objects.all():
        yield from care.of_redirect(redirect, around)
