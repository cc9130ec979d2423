"""An item of a list is rendered once, and anew as soon as anything it shows is another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import models
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from academic.models import Document, Link, Picture, Profile
from publications import items
from publications.models import Author, Authorship, BibEntry, Publication, Topic
from publications.showing import ShownPublication, shown
from tests.factories import DRAFT, make_page, make_publication, set_profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Publication:
    """One with something of everything."""
    set_profile()
    made = make_publication(
        authors=["Ada Lovelace", "Grace Hopper"], links=[("Code", "https://code.example.org/")], kind="article",
        venue="A Journal", volume="3", pages="1--9", doi="10.1000/x", arxiv_id="2401.00001", marks_legend="* equal",
        award="Best paper", abstract="An abstract.", month=3, language="en",
        picture=Picture.objects.create(name="a.png", width=40, height=30, alt="A picture", renditions=[]),
        pdf=Document.objects.create(name="b.pdf", title="Paper", size=1),
    )  # fmt: skip
    Authorship.objects.filter(family="Hopper").update(marks="*")
    made.topics.add(Topic.objects.create(name="Machines", slug="machines"))
    Link.objects.create(owner=made, page=make_page("/project/", title="Project"), position=1)
    BibEntry.objects.create(
        publication=made, source="a.bib", key="old", hash="h", raw="@article{old,\n  title = {Old},\n}", columns={}
    )
    return made


def fetched() -> ShownPublication:
    return shown(Publication.objects.with_everything_shown().get(), Profile.objects.get())


def rendered(with_coins: bool = True) -> str:
    """Without anything remembered."""
    return render_to_string("includes/publication.html", {"shown": fetched(), "with_coins": with_coins})


def remembered() -> str:
    return items.item_html(fetched(), with_coins=True)


def changed(model: type[models.Model], **columns: Any) -> Callable[[], object]:
    return lambda: model._default_manager.update(**columns)


CHANGES = {
    "title": changed(Publication, title="Another title"),
    "address": changed(Publication, slug="elsewhere"),
    "type": changed(Publication, kind="conference"),
    "venue": changed(Publication, venue="Another Journal"),
    "pages": changed(Publication, pages="7"),
    "month": changed(Publication, month=4),
    "status": changed(Publication, status="accepted"),
    "award": changed(Publication, award=""),
    "legend": changed(Publication, marks_legend="* first"),
    "collaboration": changed(Publication, collaboration="ATLAS"),
    "et al.": changed(Publication, and_others=True),
    "language": changed(Publication, language="fr"),
    "DOI": changed(Publication, doi=""),
    "abstract, in its BibTeX": changed(Publication, abstract="Another."),
    "another field of its BibTeX": changed(Publication, extra={"keyword": "x"}),
    "citation key": changed(Publication, citation_key="other"),
    "no PDF": changed(Publication, pdf=None),
    "no picture": changed(Publication, picture=None),
    "size of the picture": changed(Picture, width=80),
    "name of the PDF": changed(Document, name="c.pdf"),
    "name of an author": changed(Authorship, family="Byron"),
    "marks of an author": changed(Authorship, marks="†"),
    "order of authors": lambda: (
        Authorship.objects.filter(family="Hopper").update(position=0)
        and Authorship.objects.filter(family="Lovelace").update(position=1)
    ),
    "an author less": lambda: Authorship.objects.filter(family="Hopper").delete(),
    "an author more": lambda: Authorship.objects.create(
        publication=Publication.objects.get(), author=Author.objects.create(family="New"), family="New", position=9
    ),
    "label of a link": lambda: Link.objects.exclude(url="").update(label="Source"),
    "address of a link": lambda: Link.objects.exclude(url="").update(url="https://other.example.org/"),
    "a link less": lambda: Link.objects.exclude(url="").delete(),
    "the page a link leads to": lambda: Link.objects.get(url="").page.__class__.objects.update(path="/moved/"),  # type: ignore[union-attr]
    "that page is a draft": lambda: Link.objects.get(url="").page.__class__.objects.update(visibility=DRAFT),  # type: ignore[union-attr]
    "topics, in its BibTeX": lambda: Topic.objects.update(name="Engines"),
    "no topic": lambda: Publication.topics.through.objects.all().delete(),
    "its BibTeX": changed(BibEntry, raw="@article{old,\n  title = {Older},\n  note = {n},\n}"),
    "its BibTeX has parents": changed(BibEntry, inherited={"publisher": "P"}),
    "no BibTeX": lambda: BibEntry.objects.all().delete(),
    "the owner's name": changed(Profile, given_name="Grace", family_name="Hopper"),
    "other spellings of it": changed(Profile, family_name="Byron", name_variants="Hopper, Grace"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_seen(paper: Publication, change: Callable[[], object]) -> None:
    before = remembered()
    assert before == rendered()
    change()
    assert rendered() != before, "this change shows nowhere: it proves nothing"
    assert remembered() == rendered()


def test_it_is_rendered_once(paper: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    first = remembered()
    monkeypatch.setattr(items, "render_to_string", lambda *_: pytest.fail("rendered again"))
    assert remembered() == first


def test_every_language_and_kind_of_list_has_its_own(paper: Publication) -> None:
    english, plain = remembered(), items.item_html(fetched(), with_coins=False)
    with translation.override("fr"):
        french = remembered()
        assert french == rendered()
    assert len({english, french, plain}) == 3
    assert (plain, remembered()) == (rendered(with_coins=False), english)


def test_a_row_without_its_parts_is_rendered_every_time(paper: Publication) -> None:
    def item() -> str:
        return items.item_html(shown(Publication.objects.get(), Profile.objects.get()), with_coins=True)

    assert item() == rendered()
    Authorship.objects.filter(family="Hopper").update(family="Byron")
    assert "Grace Byron" in item()


def test_an_item_costs_no_query(paper: Publication, django_assert_num_queries: Any) -> None:
    Publication.objects.update(title="Never rendered before")
    row = fetched()
    with django_assert_num_queries(0):
        items.item_html(row, with_coins=True)


def test_lists_show_a_change_at_once(paper: Publication, visitor: Client) -> None:
    for address in ("/publications/", "/cv/"):
        Link.objects.exclude(url="").update(label="Code")
        assert "Code: Paper 1" in visitor.get(address).content.decode()
        Link.objects.exclude(url="").update(label="Sources")
        html = visitor.get(address).content.decode()
        assert "Sources: Paper 1" in html and "Code: Paper 1" not in html
