"""People merged and split in the admin: no citation changes, and what cannot be one person is refused."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.http import HttpResponse
from django.test import Client

from publications.bibtex.names import parse_person
from publications.models import Author, Authorship, Publication
from publications.people import find_or_create_author
from tests.adminforms import errors_in, save, submit
from tests.everything import admin_url
from tests.factories import make_links, make_publication
from tests.publications.imports import PAPER, edit, run_import

LIST = "/admin/publications/author/"

pytestmark = pytest.mark.django_db


def act(client: Client, action: str, *people: Author, **data: object) -> HttpResponse:
    fields = {"action": action, "_selected_action": [person.pk for person in people], **data}
    return client.post(LIST, fields, follow=True)  # type: ignore[return-value]


def said(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


def person(family: str) -> Author:
    return Author.objects.get(family=family)


def citations() -> list[str]:
    return [row.printed for row in Authorship.objects.order_by("publication", "position")]


def two_rows() -> tuple[Author, Author]:
    make_publication(title="Notes", authors=["Ada Lovelace", "Charles Babbage"])
    make_publication(title="Letters", authors=["Augusta King"])
    return person("Lovelace"), person("King")


# Merging -----------------------------------------------------------------------------------------------------------


def test_merging_asks_who_stays_and_lists_the_papers(owner: Client) -> None:
    body = act(owner, "merge", *two_rows()).content.decode()
    assert "Who stays?" in body and "Notes" in body and "Letters" in body
    assert Author.objects.count() == 3


def test_merging_moves_papers_and_changes_no_citation(owner: Client, visitor: Client) -> None:
    lovelace, king = two_rows()
    before = citations()
    pages = [visitor.get(paper.get_absolute_url()).content for paper in Publication.objects.all()]
    response = act(owner, "merge", lovelace, king, into=king.pk)
    assert said(response) == ["They are one person now: Augusta King."]
    assert citations() == before
    assert [visitor.get(paper.get_absolute_url()).content for paper in Publication.objects.all()] == pages
    assert {row.author for row in Authorship.objects.exclude(family="Babbage")} == {king}
    assert not Author.objects.filter(pk=lovelace.pk).exists()


def test_links_and_orcid_come_along(owner: Client) -> None:
    lovelace, king = two_rows()
    make_links(lovelace, [("Page", "https://example.org/a"), ("Other", "https://example.org/b")])
    make_links(king, [("Page", "https://example.org/a")])
    Author.objects.filter(pk=lovelace.pk).update(orcid="0000-0002-1825-0097")
    act(owner, "merge", lovelace, king, into=king.pk)
    king.refresh_from_db()
    assert king.orcid == "0000-0002-1825-0097"
    assert [(link.position, link.url) for link in king.links.all()] == [
        (0, "https://example.org/a"),
        (1, "https://example.org/b"),
    ]


def test_who_stand_on_one_paper_are_two_people(owner: Client) -> None:
    make_publication(title="Notes", authors=["Ada Lovelace", "Charles Babbage"])
    for into in ({}, {"into": person("Lovelace").pk}):
        response = act(owner, "merge", person("Lovelace"), person("Babbage"), **into)
        assert said(response) == ["They stand on one paper together, so they are different people: “Notes”"]
    assert Author.objects.count() == 2


def test_different_orcids_are_two_people(owner: Client) -> None:
    lovelace, king = two_rows()
    for number, row in enumerate((lovelace, king)):
        Author.objects.filter(pk=row.pk).update(orcid=f"0000-0000-0000-000{number}")
    assert said(act(owner, "merge", lovelace, king)) == ["They have different ORCID iDs, so they are different people."]


def test_one_person_is_not_merged(owner: Client) -> None:
    lovelace, king = two_rows()
    assert said(act(owner, "merge", lovelace)) == ["Choose at least two people to merge."]
    act(owner, "merge", lovelace, king, into=person("Babbage").pk)  # who is not among them
    assert Author.objects.count() == 3


def test_the_other_spelling_is_recognised_from_then_on(owner: Client) -> None:
    lovelace, king = two_rows()
    act(owner, "merge", lovelace, king, into=king.pk)
    assert find_or_create_author(parse_person("Lovelace, Ada")) == king
    run_import(PAPER)
    assert Publication.objects.get(year=1843).authorships.all()[0].author == king
    run_import(edit(PAPER, ("Babbage, Charles", "Somerville, Mary")))
    assert Publication.objects.get(year=1843).authorships.all()[0].author == king


def test_merging_needs_the_right_to_change_and_to_delete(owner: Client) -> None:
    lovelace, king = two_rows()
    user = User.objects.create_user("helper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_author", "change_author"]))
    helper = Client()
    helper.force_login(user)
    act(helper, "merge", lovelace, king, into=king.pk)
    act(helper, "split", lovelace, name="Ada Lovelace", paper=[1])
    assert Author.objects.count() == 3 and lovelace.authorships.count() == 1


@pytest.mark.parametrize("count", [2, 6])
def test_queries_of_the_question_do_not_grow(owner: Client, django_assert_num_queries: object, count: int) -> None:
    for number in range(count):
        make_publication(authors=[f"Ada Lovelace{number}"])
    people = list(Author.objects.all())
    with django_assert_num_queries(8):  # type: ignore[operator]
        act(owner, "merge", *people)


# Splitting ---------------------------------------------------------------------------------------------------------


def namesakes() -> tuple[Author, list[Publication]]:
    papers = [make_publication(title=f"Paper {n}", authors=["Wei Wang"]) for n in range(3)]
    return person("Wang"), papers


def test_splitting_asks_for_papers_and_name(owner: Client) -> None:
    wang, _papers = namesakes()
    body = act(owner, "split", wang).content.decode()
    assert "Paper 2" in body and 'value="Wei Wang"' in body
    assert Author.objects.count() == 1


def test_splitting_gives_papers_to_another_person_and_changes_no_citation(owner: Client) -> None:
    wang, papers = namesakes()
    before = citations()
    response = act(owner, "split", wang, paper=[papers[0].pk, papers[2].pk], name="Wei B. Wang")
    assert said(response) == ["These papers are by another Wei B. Wang now."]
    other = Author.objects.get(given="Wei B.")
    assert [row.author for row in Authorship.objects.order_by("publication")] == [other, wang, other]
    assert citations() == before


@pytest.mark.parametrize(
    ("ticked", "name", "sentence"),
    [
        ([], "Wei Wang", "Tick the papers of the other person."),
        ([0, 1, 2], "Wei Wang", "Leave at least one paper: to change a name, edit the person."),
        ([0], " ", "“ ” is not a name."),
    ],
)
def test_what_cannot_be_split_is_refused(owner: Client, ticked: list[int], name: str, sentence: str) -> None:
    wang, papers = namesakes()
    response = act(owner, "split", wang, paper=[papers[number].pk for number in ticked], name=name)
    assert said(response) == [sentence]
    assert response.content.decode().count(" checked") == len(ticked)
    assert (Author.objects.count(), wang.authorships.count()) == (1, 3)


def test_papers_of_others_are_not_taken(owner: Client) -> None:
    wang, _papers = namesakes()
    foreign = make_publication(authors=["Ada Lovelace"])
    act(owner, "split", wang, paper=[foreign.pk, "x"], name="Wei Wang")
    assert foreign.authorships.get().author == person("Lovelace")


def test_a_split_survives_an_import_that_changes_the_paper(owner: Client) -> None:
    run_import(PAPER)
    lovelace = person("Lovelace")
    make_publication(authors=["Ada Lovelace"])
    paper = Publication.objects.get(year=1843)
    act(owner, "split", lovelace, paper=[paper.pk], name="Ada Lovelace")
    other = paper.authorships.all()[0].author
    assert other != lovelace
    run_import(edit(PAPER, ("Babbage, Charles", "Babbage, Charles and Somerville, Mary")))
    assert Publication.objects.get(year=1843).authorships.all()[0].author == other


# The person's form -------------------------------------------------------------------------------------------------


def test_an_orcid_may_be_pasted_as_its_address(owner: Client) -> None:
    lovelace, _king = two_rows()
    save(owner, admin_url(lovelace, "change"), {"orcid": "https://orcid.org/0000-0002-1694-233x"})
    lovelace.refresh_from_db()
    assert lovelace.orcid == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    ("orcid", "sentence"),
    [
        ("1234", "Write the ORCID iD like 0000-0002-1825-0097."),
        ("0000-0002-1825-0098", "This is no ORCID iD: its last digit does not fit the others."),
        ("0000-0002-1825-0097", "Augusta King has this ORCID iD: merge the two."),
    ],
)
def test_a_wrong_orcid_is_a_form_error(owner: Client, orcid: str, sentence: str) -> None:
    lovelace, king = two_rows()
    Author.objects.filter(pk=king.pk).update(orcid="0000-0002-1825-0097")
    assert errors_in(submit(owner, admin_url(lovelace, "change"), {"orcid": orcid})) == [f"orcid: {sentence}"]


def test_links_of_a_person_are_checked(owner: Client) -> None:
    lovelace, _king = two_rows()
    row = "academic-link-content_type-object_id-0-url"
    save(owner, admin_url(lovelace, "change"), {row: "https://example.org/ada"})
    assert [link.url for link in lovelace.links.all()] == ["https://example.org/ada"]
    response = submit(owner, admin_url(lovelace, "change"), {row.replace("-0-", "-1-"): "javascript:alert(1)"})
    assert "is not a web address" in errors_in(response)[0]
