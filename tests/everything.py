"""One row of everything the admin lists, and the addresses of its pages."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.urls import reverse

from academic import images
from academic.models import Document, HomeBlock, MenuItem, Picture, Profile, Redirect, VerificationFile
from publications.models import Author, ImportRun, Publication, Topic

from .academic.uploads import PDF, gradient, picture, upload
from .factories import make_cv_entry, make_news, make_page, make_publication


def make_picture(shade: int = 0, **columns: str) -> Picture:
    image = gradient(64, 48)
    image.putpixel((0, 0), (shade % 256, shade // 256, 0))
    return images.store_picture(
        upload(picture(image, "PNG"), "picture.png"), **{"title": f"Picture {shade}", **columns}
    )


def make_document(title: str = "Slides", path: str | None = None) -> Document:
    return images.store_document(upload(PDF + title.encode(), "slides.pdf", "application/pdf"), title=title, path=path)


def make_one_of_everything(number: int = 0) -> dict[type[Model], Model]:
    """A row for every model that the admin knows; another `number` gives other rows."""
    shown = make_picture(number)
    document = make_document(f"Slides {number}")
    page = make_page(f"/page-{number}/", is_project=True, picture=shown)
    publication = make_publication(
        authors=[f"Ada Lovelace{number}", f"Charles Babbage{number}"],
        links=[("Code", f"https://example.org/{number}")],
        picture=shown,
        pdf=document,
        project_page=page,
    )
    topic = Topic.objects.create(name=f"Topic {number}", slug=f"topic-{number}")
    publication.topics.add(topic)
    author = publication.authorships.all()[0].author
    user = User.objects.create_user(f"user{number}")
    rows = [
        Profile.objects.get(),
        make_news(publication=publication),
        publication,
        page,
        make_cv_entry(),
        HomeBlock.objects.create(kind="bio", position=number),
        MenuItem.objects.create(section="news", position=number),
        shown,
        document,
        author,
        topic,
        Redirect.objects.create(old_path=f"/old-{number}/", new_path="/new/"),
        VerificationFile.objects.create(name=f"google{number}.html", content=f"google-site-verification: {number}"),
        ImportRun.objects.create(sources=[f"papers{number}.bib"], user=user),
        user,
        Group.objects.create(name=f"group{number}"),
    ]
    made = {type(row): row for row in rows}
    assert set(made) == set(admin.site._registry), "a model of the admin has no row here"
    return made


def admin_url(row: Model | type[Model], page: str) -> str:
    """The address of a page of the admin: changelist and add of a model; change, delete and history of a row."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"
    return reverse(name, args=[] if page in {"changelist", "add"} else [row.pk])


__all__ = ["Author", "Publication", "admin_url", "make_document", "make_one_of_everything", "make_picture"]
