"""Rows for tests, made as the admin would make them. Plain functions; every argument has a sensible default."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Model

from academic.models import CVEntry, Link, Page, Profile, Publishable
from news.models import NewsItem
from publications.bibtex.names import parse_person
from publications.models import Author, Authorship, Publication

DRAFT = Publishable.Visibility.DRAFT


def make_publication(
    *, authors: list[str] | None = None, links: list[tuple[str, str]] = (), **columns: Any
) -> Publication:  # type: ignore[assignment]
    number = Publication.objects.count() + 1
    publication = Publication.objects.create(
        **{
            "title": f"Paper {number}",
            "slug": f"paper-{number}",
            "citation_key": f"key{number}",
            "year": 2024,
            **columns,
        }
    )
    for position, printed in enumerate(authors or []):
        make_authorship(publication, printed, position)
    publication.keep_search_text()
    make_links(publication, links)
    return publication


def make_authorship(publication: Publication, printed: str, position: int) -> Authorship:
    name = parse_person(printed)
    parts = {
        "given": name.given, "family": name.family, "particle": name.von, "suffix": name.jr, "is_literal": name.literal
    }  # fmt: skip
    author, _ = Author.objects.get_or_create(**parts)
    return Authorship.objects.create(publication=publication, author=author, position=position, **parts)


def make_links(owner: Model, links: list[tuple[str, str]]) -> list[Link]:
    return [
        Link.objects.create(owner=owner, position=position, label=label, url=url)
        for position, (label, url) in enumerate(links)
    ]


def make_news(*, links: list[tuple[str, str]] = (), **columns: Any) -> NewsItem:  # type: ignore[assignment]
    given = {"date": date(2025, 1, 1), **columns}
    if "publication" not in given:
        given.setdefault("title", f"News {NewsItem.objects.count() + 1}")
    item = NewsItem.objects.create(**given)
    make_links(item, links)
    return item


def make_page(path: str = "/a-page/", **columns: Any) -> Page:
    return Page.objects.create(path=path, **{"title": "A page", **columns})


def make_cv_entry(**columns: Any) -> CVEntry:
    return CVEntry.objects.create(**{"section": "education", "title": "A degree", **columns})


def set_profile(**columns: Any) -> Profile:
    profile = Profile.objects.get(pk=1)
    for name, value in {"given_name": "Ada", "family_name": "Lovelace", **columns}.items():
        setattr(profile, name, value)
    profile.save()
    return profile
