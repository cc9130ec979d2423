"""What an import merged, taken apart again."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from publications.models import BibEntry, Publication
from publications.separating import take_apart

from .imports import outcomes, run_import

pytestmark = pytest.mark.django_db

PUBLISHED = (
    "@article{pub, author={Lovelace, Ada}, title={Notes on Engines}, journal={Memoirs}, year={2021}, volume={3}}"
)
PREPRINT = (
    "@misc{pre, author={Lovelace, Ada}, title={Notes on Engines}, year={2020}, eprint={2001.00001},"
    " archiveprefix={arXiv}, abstract={We count.}}"
)


def test_every_merged_entry_becomes_a_publication_of_its_own() -> None:
    run_import(PUBLISHED, name="a.bib")
    assert outcomes(run_import(PREPRINT, name="b.bib")) == [("pre", "merged")]
    merged = Publication.objects.get()
    assert (merged.kind, merged.arxiv_id, merged.abstract) == ("article", "2001.00001", "We count.")

    [preprint] = take_apart(merged)
    merged.refresh_from_db()
    assert (merged.kind, merged.year, merged.arxiv_id, merged.abstract) == ("article", 2021, "", "")
    assert (preprint.kind, preprint.year, preprint.arxiv_id) == ("preprint", 2020, "2001.00001")
    assert [a.printed for a in preprint.authorships.all()] == [a.printed for a in merged.authorships.all()]
    assert preprint.slug != merged.slug and preprint.citation_key == "pre"
    owners = {entry.key: (entry.publication_id, entry.is_primary) for entry in BibEntry.objects.all()}
    assert owners == {"pub": (merged.pk, True), "pre": (preprint.pk, True)}


def test_the_next_import_does_not_merge_them_again() -> None:
    run_import(PUBLISHED, name="a.bib")
    run_import(PREPRINT, name="b.bib")
    take_apart(Publication.objects.get())
    assert outcomes(run_import(PREPRINT, name="b.bib")) == [("pre", "unchanged")]
    assert outcomes(run_import(PREPRINT.replace("2020", "2019"), name="b.bib")) == [("pre", "updated")]
    assert {paper.year for paper in Publication.objects.all()} == {2021, 2019}


def test_what_a_person_typed_stays() -> None:
    run_import(PUBLISHED, name="a.bib")
    run_import(PREPRINT, name="b.bib")
    Publication.objects.update(abstract="Mine.", note="Read this first.")
    [preprint] = take_apart(Publication.objects.get())
    merged = Publication.objects.get(citation_key="pub")
    assert (merged.abstract, merged.note, preprint.abstract) == ("Mine.", "Read this first.", "We count.")


def test_a_publication_of_one_entry_stays_whole() -> None:
    run_import(PUBLISHED)
    assert take_apart(Publication.objects.get()) == []
    assert Publication.objects.count() == 1


# In the admin ------------------------------------------------------------------------------------------------------

LIST = "/admin/publications/publication/"


def two_in_one() -> Publication:
    run_import(PUBLISHED, name="a.bib")
    run_import(PREPRINT, name="b.bib")
    return Publication.objects.get()


def act(client: Client, *publications: int) -> list[str]:
    fields = {"action": "take_apart", "_selected_action": publications}
    response = client.post(LIST, fields, follow=True)
    assert response.status_code == 200
    return [str(message) for message in response.context["messages"]]


def test_action_takes_apart_and_says_what_came_of_it(owner: Client) -> None:
    assert act(owner, two_in_one().pk) == [
        "1 entry is a publication of its own again: Notes on Engines (pre).",
    ]
    assert sorted(Publication.objects.values_list("citation_key", flat=True)) == ["pre", "pub"]


def test_action_on_what_is_one_entry_says_so(owner: Client) -> None:
    run_import(PUBLISHED)
    assert act(owner, Publication.objects.get().pk) == [
        "Nothing to take apart: each of these comes from one BibTeX entry."
    ]


def test_action_needs_the_permission_to_add(client: Client) -> None:
    merged = two_in_one()
    user = User.objects.create_user("changer", password="changer-password", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(codename__in=("change_publication", "view_publication")))
    client.force_login(user)
    act(client, merged.pk)
    assert Publication.objects.count() == 1
