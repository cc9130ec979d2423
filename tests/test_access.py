"""Every address × every kind of person equals this table, and no address is missing from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from .everything import make_one_of_everything


class Answers(NamedTuple):
    """Status of a GET by a visitor, by staff without any permission, and by the owner."""

    visitor: int
    staff: int
    owner: int


ALL = Answers(200, 200, 200)
SIGNED_IN = Answers(302, 200, 200)
PERMITTED = Answers(302, 403, 200)
NOBODY = Answers(302, 403, 403)
POST_ONLY = Answers(405, 405, 405)
MISSING = Answers(404, 404, 404)

# Route: (an address of it, answers). {model} is the primary key of the row that tests/everything.py makes.
PUBLIC = {
    "": ("/", ALL),
    "healthz": ("/healthz", ALL),
    "media/<path:name>": ("/media/{picture_name}", ALL),
    "news/": ("/news/", ALL),
    "news/page/<int:page>/": ("/news/page/2/", MISSING),
    "news/year/<int:year>/": ("/news/year/2025/", ALL),
    "news/year/<int:year>/page/<int:page>/": ("/news/year/2025/page/2/", MISSING),
    "news/feed.xml": ("/news/feed.xml", ALL),
    "news/<slug:slug>/": ("/news/{news_slug}/", ALL),
    "publications/": ("/publications/", ALL),
    "publications/page/<int:page>/": ("/publications/page/2/", MISSING),
    "publications/<facet:facet>/<str:value>/": ("/publications/year/2024/", ALL),
    "publications/<facet:facet>/<str:value>/page/<int:page>/": ("/publications/year/2024/page/2/", MISSING),
    "publications/feed.xml": ("/publications/feed.xml", ALL),
    "publications/<slug:slug>/": ("/publications/{publication_slug}/", ALL),
    r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.pdf$": ("/publications/{publication_slug}/{publication_slug}.pdf", ALL),
    r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.bib$": ("/publications/{publication_slug}/{publication_slug}.bib", ALL),
    r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.ris$": ("/publications/{publication_slug}/{publication_slug}.ris", ALL),
    r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.json$": (
        "/publications/{publication_slug}/{publication_slug}.json",
        ALL,
    ),
    "publications.<form:form>": ("/publications.bib", ALL),
    "publications/<facet:facet>/<facet_value:value>.<form:form>": ("/publications/year/2024.ris", ALL),
    "projects/": ("/projects/", ALL),
    "teaching/": ("/teaching/", ALL),
    "cv/": ("/cv/", ALL),
    "cv.pdf": ("/cv.pdf", ALL),
    "cv.json": ("/cv.json", ALL),
    "feed.xml": ("/feed.xml", ALL),
    "sitemap.xml": ("/sitemap.xml", ALL),
    "robots.txt": ("/robots.txt", ALL),
    ".well-known/security.txt": ("/.well-known/security.txt", ALL),
    "favicon.ico": ("/favicon.ico", ALL),
    "favicon.svg": ("/favicon.svg", ALL),
    "apple-touch-icon.png": ("/apple-touch-icon.png", ALL),
    r"^theme-(?P<accent>[0-9a-f]{6})\.css$": ("/theme-971c1e.css", ALL),
    "search/": ("/search/?q=paper", ALL),
    "^(?P<path>.+)$": ("/page-0/", ALL),
}
ADMIN = {
    "admin/markdown/preview/": ("/admin/markdown/preview/", POST_ONLY),
    "admin/markdown/upload/": ("/admin/markdown/upload/", POST_ONLY),
    "admin/": ("/admin/", SIGNED_IN),
    "admin/care/": ("/admin/care/", SIGNED_IN),
    "admin/clear-demo/": ("/admin/clear-demo/", PERMITTED),
    "admin/login/": ("/admin/login/", Answers(200, 302, 302)),
    "admin/logout/": ("/admin/logout/", Answers(302, 405, 405)),
    "admin/password_change/": ("/admin/password_change/", SIGNED_IN),
    "admin/password_change/done/": ("/admin/password_change/done/", SIGNED_IN),
    "admin/autocomplete/": (
        "/admin/autocomplete/?app_label=news&model_name=newsitem&field_name=publication",
        PERMITTED,
    ),
    "admin/jsi18n/": ("/admin/jsi18n/", SIGNED_IN),
    "admin/r/<path:content_type_id>/<path:object_id>/": ("/admin/r/{page_type}/{page}/", Answers(302, 302, 302)),
    "admin/auth/user/<id>/password/": ("/admin/auth/user/{user}/password/", PERMITTED),
    "admin/^(?P<app_label>auth|academic|publications|news)/$": ("/admin/news/", Answers(302, 404, 200)),
    "admin/publications/publication/names/": ("/admin/publications/publication/names/?name=Ada&term=Ada", PERMITTED),
    # Of a plan that was shown to somebody else; tests/publications/test_import_page.py has the others.
    "admin/publications/importrun/<int:pk>/preview/": (
        "/admin/publications/importrun/{importrun}/preview/",
        Answers(302, 403, 404),
    ),
    "admin/publications/importrun/<int:pk>/undo/": (
        "/admin/publications/importrun/{importrun}/undo/",
        Answers(302, 403, 404),
    ),
    "admin/(?P<url>.*)$": ("/admin/nonsense/", Answers(302, 404, 404)),
}
# Model: answers of its list, add, change, delete and history pages.
MODELS = {
    "academic/profile": (Answers(302, 403, 302), NOBODY, PERMITTED, NOBODY, PERMITTED),
    "academic/page": (PERMITTED,) * 5,
    "academic/cventry": (PERMITTED,) * 5,
    "academic/homeblock": (PERMITTED,) * 5,
    "academic/menuitem": (PERMITTED,) * 5,
    "academic/picture": (PERMITTED,) * 5,
    "academic/document": (PERMITTED,) * 5,
    "academic/redirect": (PERMITTED,) * 5,
    "academic/verificationfile": (PERMITTED,) * 5,
    "news/newsitem": (PERMITTED,) * 5,
    "publications/publication": (PERMITTED,) * 5,
    "publications/author": (PERMITTED,) * 5,
    "publications/topic": (PERMITTED,) * 5,
    "publications/importrun": (PERMITTED, PERMITTED, PERMITTED, NOBODY, PERMITTED),
    "auth/user": (PERMITTED,) * 5,
    "auth/group": (PERMITTED,) * 5,
}


# Those with a preview of the unsaved form, which answers only what is posted.
PREVIEWED = [
    *("academic/profile", "academic/page", "academic/cventry", "academic/homeblock", "academic/menuitem"),
    *("news/newsitem", "publications/publication"),
]
POSTED = Answers(302, 405, 405)
# Those whose versions are kept: one of another row is not there (tests/academic/test_versions.py has the others).
KEPT = {*MODELS} - {"publications/importrun", "auth/user", "auth/group"}
OF_ANOTHER = Answers(302, 403, 404)


def table() -> dict[str, tuple[str, Answers]]:
    lines = {**PUBLIC, **ADMIN}
    for model, (listed, add, change, delete, history) in MODELS.items():
        row = f"/admin/{model}/{{{model.split('/')[1]}}}/"
        lines[f"admin/{model}/"] = (f"/admin/{model}/", listed)
        lines[f"admin/{model}/add/"] = (f"/admin/{model}/add/", add)
        lines[f"admin/{model}/<path:object_id>/change/"] = (f"{row}change/", change)
        lines[f"admin/{model}/<path:object_id>/delete/"] = (f"{row}delete/", delete)
        lines[f"admin/{model}/<path:object_id>/history/"] = (f"{row}history/", history)
        lines[f"admin/{model}/<path:object_id>/"] = (row, Answers(302, 302, 302))  # to change, which asks
    for model in KEPT:
        row = f"/admin/{model}/{{{model.split('/')[1]}}}/history/"
        past = f"admin/{model}/<path:object_id>/history/"
        lines[f"{past}compare/"] = (f"{row}compare/?from=1&to=2", OF_ANOTHER)
        lines[f"{past}<int:version_id>/"] = (f"{row}1/", OF_ANOTHER)
        lines[f"{past}<int:version_id>/restore/"] = (f"{row}1/restore/", Answers(302, 403, 405))
        adds = model != "academic/profile"  # the one profile is never added, so never recovered
        lines[f"admin/{model}/deleted/"] = (f"/admin/{model}/deleted/", PERMITTED if adds else NOBODY)
        lines[f"admin/{model}/deleted/<int:version_id>/"] = (
            f"/admin/{model}/deleted/1/",
            OF_ANOTHER if adds else NOBODY,
        )
    for model in PREVIEWED:
        row = f"/admin/{model}/{{{model.split('/')[1]}}}/"
        lines[f"admin/{model}/add/preview/"] = (f"/admin/{model}/add/preview/", POSTED)
        lines[f"admin/{model}/<path:object_id>/change/preview/"] = (f"{row}change/preview/", POSTED)
    return lines


def routes(patterns: list[URLPattern | URLResolver] | None = None, prefix: str = "") -> Iterator[str]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def test_no_address_is_missing_from_the_table() -> None:
    assert set(routes()) == set(table())


@pytest.fixture
def staff(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_user("staff", is_staff=True))
    return client


def places(rows: dict[type[Model], Model]) -> dict[str, object]:
    by_name = {model._meta.model_name or "": row for model, row in rows.items()}
    return {
        **{name: row.pk for name, row in by_name.items()},
        "picture_name": by_name["picture"].name,  # type: ignore[attr-defined]
        "news_slug": by_name["newsitem"].slug,  # type: ignore[attr-defined]
        "publication_slug": by_name["publication"].slug,  # type: ignore[attr-defined]
        "page_type": ContentType.objects.get_for_model(by_name["page"]).pk,
    }


def test_every_address_answers_everyone_as_written(visitor: Client, staff: Client, owner: Client) -> None:
    known = places(make_one_of_everything())
    wrong = []
    for route, (address, expected) in table().items():
        url = address.format(**known)
        got = Answers(*(client.get(url).status_code for client in (visitor, staff, owner)))
        if got != expected:
            wrong.append(f"{route}: {url} answered {tuple(got)} instead of {tuple(expected)}")
    assert wrong == []


def test_who_is_not_signed_in_is_sent_to_the_login_by_every_admin_page(visitor: Client, db: None) -> None:
    known = places(make_one_of_everything())
    for route, (address, expected) in table().items():
        url = address.format(**known)
        if route.startswith("admin/") and expected.visitor == 302 and route != "admin/logout/":
            location = visitor.get(url)["Location"]
            assert location.startswith("/admin/login/?next=/admin/"), f"{url} → {location}"


@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_an_assistant_for_news_is_refused_a_publication(assistant: Client, page: str) -> None:
    known = places(make_one_of_everything())
    assert assistant.get(f"/admin/publications/publication/{known['publication']}/{page}/").status_code == 403
    assert assistant.post(f"/admin/publications/publication/{known['publication']}/{page}/").status_code == 403
