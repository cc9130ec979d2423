"""What points at a row is listed: beside files, and before anything is deleted."""

from __future__ import annotations

from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from academic.models import HomeBlock, Link, MenuItem, Picture
from academic.uses import uses_of
from publications.models import Author, Publication
from tests.everything import admin_url, make_document, make_picture
from tests.factories import make_cv_entry, make_news, make_page, make_publication, set_profile


def told(client: Client, row: Model) -> list[tuple[str, str]]:
    response = client.get(admin_url(row, "delete"))
    return [(str(use.kind), use.name) for use in response.context["uses"]]  # type: ignore[attr-defined]


def test_uses_of_a_picture(db: None) -> None:
    picture = make_picture()
    profile = set_profile(photo=picture)
    page = make_page(body=f"![x]({picture.get_absolute_url()})")
    paper = make_publication(picture=picture)
    block = HomeBlock.objects.create(kind="text", options={"text": f"![x]({picture.get_absolute_url()})"})
    assert set(uses_of(picture)) == {profile, page, paper, block}
    assert uses_of(make_picture(1)) == []


def test_uses_of_a_document_name_the_owners_of_links(db: None) -> None:
    document = make_document(path="/talks/slides.pdf")
    entry = make_cv_entry()
    Link.objects.create(owner=entry, document=document)
    page = make_page(body="[Slides](/talks/slides.pdf)")
    other = make_page("/b/", body="[Slides](/talks/slides.pdf.zip)")
    assert set(uses_of(document)) == {entry, page} and other not in uses_of(document)


def test_uses_of_a_page_and_a_topic(db: None) -> None:
    page = make_page("/project/")
    paper = make_publication(project_page=page)
    item = MenuItem.objects.create(page=page)
    news = make_news(body="See [the project](/project/#data).")
    make_news(body="See [another](/project/else/).")
    assert set(uses_of(page)) == {paper, item, news}
    topic = paper.topics.create(name="Engines", slug="engines")
    assert uses_of(topic) == [paper]


def test_a_person_with_papers_is_not_deleted_and_the_papers_are_listed(owner: Client) -> None:
    make_publication(title="Notes on engines", authors=["Ada Lovelace"])
    person = Author.objects.get()
    assert told(owner, person) == [("publication", "Notes on engines")]
    answer = owner.post(admin_url(person, "delete"), {"post": "yes"})
    assert answer.status_code == 200 and "Cannot delete" in answer.content.decode()
    owner.post(
        admin_url(Author, "changelist"), {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}
    )
    assert (Author.objects.count(), Publication.objects.get().authorships.count()) == (1, 1)


def test_a_picture_in_use_says_where_and_stays(owner: Client) -> None:
    picture = make_picture()
    make_publication(title="Notes on engines", picture=picture)
    body = owner.get(admin_url(picture, "change")).content.decode()
    assert "What points here" in body and "Notes on engines" in body
    assert told(owner, picture) == [("publication", "Notes on engines")]
    owner.post(admin_url(picture, "delete"), {"post": "yes"})
    assert Picture.objects.count() == 1


def test_what_somebody_may_not_see_is_counted_only(owner: Client) -> None:
    picture = make_picture()
    set_profile(photo=picture)
    entry = make_cv_entry(text=f"![x]({picture.get_absolute_url()})", title="A secret award")
    Link.objects.create(owner=entry, url="https://example.org/")
    body = owner.get(admin_url(picture, "change")).content.decode()
    assert "A secret award" in body
    helper = User.objects.create_user("helper", is_staff=True)
    helper.groups.add(Group.objects.get(name="News only"))
    client = Client()
    client.force_login(helper)
    body = client.get(admin_url(picture, "change")).content.decode()
    assert "A secret award" not in body and "2 more that you may not look at." in body
