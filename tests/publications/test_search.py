"""Words, folded: what is kept of a publication, what a question finds, and that it stays true."""

from __future__ import annotations

import pytest
from django.test import Client

from publications.models import Publication
from publications.search import search_text, search_words
from tests.adminforms import save
from tests.factories import make_authorship, make_publication
from tests.publications.imports import PAPER, edit, run_import, the_publication


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Deep Learning, deep!", " deep learning "),
        ("Gödel Straße Łódź", " godel strasse lodz "),
        ("self-supervised", " selfsupervised self supervised "),
        ("García‐Márquez’s", " garciamarquezs garcia marquez s "),
        ("On $x^2$ and a_b", " on x 2 and a b "),
        ("Cafe\u0301", " cafe "),
        ("机器学习 ML", " 机 器 学 习 ml "),
        ("", ""),
        ("… – !", ""),
    ],
)
def test_a_text_is_kept_as_its_words(text: str, kept: str) -> None:
    assert search_text([text]) == kept


def test_a_question_is_read_as_the_text_is() -> None:
    assert search_words("  GÖDEL self-supervised %_\\ 学习\x00") == ["godel", "self", "supervised", "学", "习"]
    assert len(search_words(" ".join(f"w{number}" for number in range(100)))) == 10
    assert search_words("x" * 1000) == ["x" * 200]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("question", "is_found"),
    [
        ("Éric GRANGER", True),
        ("eric", True),
        ("gran eri", True),
        ("ranger", False),
        ("weakly-supervised", True),
        ("weaklysupervised", True),
        ("pattern recognition", True),
        ("PR journal", True),
        ("thermodynamique", True),
        ("eric nobody", False),
        ("%", False),
        ("_", False),
        ("", False),
    ],
)
def test_authors_title_venue_and_abstract_are_searched(question: str, is_found: bool) -> None:
    paper = make_publication(
        title="Weakly-Supervised Things",
        venue="Pattern Recognition",
        venue_short="PR Journal",
        abstract="La *thermodynamique*.",
        authors=["Eric Granger"],
    )
    assert paper.search_text == Publication.objects.get().search_text
    assert Publication.objects.search(question).exists() == is_found


@pytest.mark.django_db
def test_saving_keeps_the_authors_and_follows_the_title() -> None:
    paper = make_publication(title="Old")
    make_authorship(paper, "Ada Lovelace", 0)
    paper.title = "New"
    paper.save()
    assert Publication.objects.get().search_text == " ada lovelace new "


@pytest.mark.django_db
def test_an_import_makes_and_changes_what_is_searched() -> None:
    rest = "on the analytical engine scientific memoirs "
    run_import(PAPER)
    assert the_publication().search_text == f" ada lovelace charles babbage notes {rest}"
    run_import(edit(PAPER, (" and Babbage, Charles", " and Menabrea, Luigi"), ("Notes on", "Remarks on")))
    assert the_publication().search_text == f" ada lovelace luigi menabrea remarks {rest}"


@pytest.mark.django_db
def test_the_admin_keeps_authors_searchable(owner: Client) -> None:
    paper = make_publication(title="Notes", authors=["Ada Lovelace"])
    save(owner, f"/admin/publications/publication/{paper.pk}/change/", {"authorships-0-name": "Grace Hopper"})
    assert the_publication().search_text == " grace hopper notes "
