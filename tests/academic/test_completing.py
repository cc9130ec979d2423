"""What rows of many models are shown with, fetched for all of them together."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType

from academic.models import Document, Link
from academic.models.completing import complete, fetched, is_complete, substance
from news.models import NewsItem
from publications.models import Publication, Topic
from tests.factories import DRAFT, make_cv_entry, make_links, make_news, make_page, make_publication

pytestmark = pytest.mark.django_db


def texts(owner: Any) -> list[str]:
    return [link.text for link in owner.links.all()]


def test_links_of_all_models_come_in_one_query(django_assert_num_queries: Any) -> None:
    paper = make_publication(authors=["Ada"], links=[("Code", "https://c.org/"), ("Data", "https://d.org/")])
    make_news(publication=paper, links=[("Talk", "https://t.org/")])
    entry = make_cv_entry()
    make_links(entry, [("School", "https://s.org/")])
    page = make_page()
    ContentType.objects.get_for_models(Publication, NewsItem, type(entry), type(page))
    item = NewsItem.objects.to_be_completed().get()
    with django_assert_num_queries(1):
        complete([item, entry, page])
    with django_assert_num_queries(0):
        assert (texts(item), texts(item.publication), texts(entry)) == (["Talk"], ["Code", "Data"], ["School"])
        assert texts(page) == []


def test_a_paper_comes_with_all_its_parts_and_is_not_asked_for_twice(django_assert_num_queries: Any) -> None:
    for _ in range(3):
        make_publication(authors=["Ada", "Grace"], links=[("Code", "https://c.org/")]).topics.add(
            Topic.objects.get_or_create(name="T", slug="t")[0]
        )
    rows = list(Publication.objects.to_be_completed())
    assert not any(map(is_complete, rows))
    with django_assert_num_queries(4):  # authorships, topics, BibTeX entries, links
        complete([*rows, *rows])
    with django_assert_num_queries(0):
        complete(rows)
        assert all(map(is_complete, rows))
        assert [len(row.authorships.all()) for row in rows] == [2, 2, 2]


def test_the_same_row_may_be_there_as_several_objects() -> None:
    paper = make_publication(links=[("Code", "https://c.org/")])
    make_news(publication=paper)
    make_news(publication=paper)
    items = list(NewsItem.objects.to_be_completed())
    complete(items)
    assert [texts(item.publication) for item in items] == [["Code"], ["Code"]]


def test_links_to_pages_that_visitors_cannot_see_are_left_out() -> None:
    entry = make_cv_entry()
    Link.objects.create(owner=entry, page=make_page("/seen/", title="Seen"))
    Link.objects.create(owner=entry, page=make_page("/draft/", title="Draft", visibility=DRAFT))
    complete([entry])
    assert texts(entry) == ["Seen"]


def test_who_asks_further_gets_the_links_of_the_owner_only() -> None:
    first, second = make_cv_entry(), make_cv_entry()
    make_links(first, [("A", "https://a.org/"), ("B", "https://b.org/")])
    make_links(second, [("A", "https://a.org/")])
    complete([first, second])
    assert [link.owner for link in first.links.filter(label="A")] == [first]
    assert first.links.all().exclude(label="A").get().label == "B"
    assert (first.links.count(), second.links.count()) == (2, 1)


def test_who_asks_further_of_a_relation_gets_the_rows_of_the_owner_only(django_assert_num_queries: Any) -> None:
    one, other = make_publication(authors=["Ada", "Grace"]), make_publication(authors=["Edsger"])
    for paper, name in ((one, "Compilers"), (other, "Graphs")):
        paper.topics.add(Topic.objects.create(name=name, slug=name.lower()))
    rows = list(Publication.objects.to_be_completed().order_by("pk"))
    complete(rows)
    with django_assert_num_queries(0):
        assert [[name.printed for name in fetched(row, "authorships")] for row in rows] == [
            ["Ada", "Grace"],
            ["Edsger"],
        ]
        assert [row.topics.all()[0].name for row in rows] == ["Compilers", "Graphs"]
    assert [name.printed for name in rows[0].authorships.all().filter(position__gt=0)] == ["Grace"]
    assert rows[0].topics.all().count() == 1
    with django_assert_num_queries(1):  # of a row that nothing was fetched with
        assert [topic.name for topic in fetched(other, "topics")] == ["Graphs"]


def test_a_row_changed_behind_its_back_is_asked_for_anew_by_who_refreshes_it() -> None:
    paper = make_publication(authors=["Ada"])
    complete([paper])
    paper.authorships.all().filter(position=0).delete()
    paper.refresh_from_db()
    assert list(paper.authorships.all()) == []


def test_nothing_costs_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        complete([])


def test_substance_tells_rows_apart_by_anything_fetched_with_them() -> None:
    paper = make_publication(authors=["Ada"], links=[("Code", "https://c.org/")])

    def now() -> str:
        return substance(Publication.objects.with_everything_shown().get(pk=paper.pk))

    before = now()
    assert now() == before
    Link.objects.update(label="Source")
    after = now()
    assert after != before and "Source" in after


def test_a_row_is_not_complete_without_what_its_columns_point_at_or_without_columns() -> None:
    paper = make_publication(pdf=Document.objects.create(name="a.pdf", title="A", size=1))
    for rows in (Publication.objects.all(), Publication.objects.defer("venue").select_related("pdf")):
        row = rows.get(pk=paper.pk)
        complete([row])
        assert not is_complete(row)
    row = Publication.objects.to_be_completed().get(pk=paper.pk)
    complete([row])
    assert is_complete(row)
