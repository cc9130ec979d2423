"""News in the admin."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from news.models import NewsItem
from tests.adminforms import errors_in, read_form, save, submit
from tests.everything import admin_url
from tests.factories import make_news, make_publication, set_profile

ADD = "/admin/news/newsitem/add/"

pytestmark = pytest.mark.django_db


def test_news_is_added_and_found_at_its_own_address(owner: Client, visitor: Client) -> None:
    save(owner, ADD, {"date": "2025-01-15", "title": "A prize", "kicker": "Royal Society"})
    item = NewsItem.objects.get()
    assert (item.slug, item.date) == ("2025-01-a-prize", date(2025, 1, 15))
    assert "A prize" in visitor.get("/news/2025-01-a-prize/").content.decode()


def test_news_about_a_paper_needs_nothing_typed(owner: Client, visitor: Client) -> None:
    paper = make_publication(title="Notes", venue_short="SciMem", links=[("arXiv", "https://arxiv.org/abs/1")])
    save(owner, ADD, {"publication": str(paper.pk)})
    item = NewsItem.objects.get()
    assert (item.title, item.kicker, str(item)) == ("", "SciMem", "Notes")
    body = visitor.get("/news/").content.decode()
    assert "Notes" in body and "https://arxiv.org/abs/1" in body


def test_news_about_nothing_is_a_form_error(owner: Client) -> None:
    assert errors_in(submit(owner, ADD, {})) == ["__all__: Give a title, a kicker, or a publication it is about."]


def test_only_links_of_its_own_paper_can_be_picked(owner: Client, visitor: Client) -> None:
    links = [("arXiv", "https://arxiv.org/abs/1"), ("Code", "https://example.org/code")]
    paper, other = make_publication(links=links), make_publication(links=[("Data", "https://example.org/data")])
    item = make_news(publication=paper)
    url = admin_url(item, "change")
    first, second = paper.links.all()
    foreign = other.links.get()
    assert "shown_links" in errors_in(submit(owner, url, {"shown_links": [str(foreign.pk)]}))[0]
    save(owner, url, {"shown_links": [str(second.pk)]})
    assert list(item.shown_links.all()) == [second]
    listed = visitor.get("/news/").content.decode()
    assert "https://example.org/code" in listed
    assert second.pk != first.pk


def test_of_another_paper_the_links_picked_before_are_neither_shown_nor_offered(owner: Client, visitor: Client) -> None:
    before = make_publication(links=[("Code", "https://a.org/"), ("Data", "https://b.org/")])
    now = make_publication(links=[("Video", "https://c.org/"), ("Slides", "https://d.org/")])
    item = make_news(publication=before)
    item.shown_links.set(before.links.filter(label="Code"))
    assert [link.text for link in NewsItem.objects.get().shown_label_links] == ["Code"]
    NewsItem.objects.update(publication=now)
    for found in (NewsItem.objects.get(), NewsItem.objects.with_everything_shown().get()):
        assert [link.text for link in found.shown_label_links] == ["Video", "Slides"]
    form = owner.get(admin_url(item, "change")).context["adminform"].form
    assert [link.label for link in form.fields["shown_links"].queryset] == ["Video", "Slides"]


def test_there_is_nothing_to_pick_without_a_paper(owner: Client) -> None:
    for url in (ADD, admin_url(make_news(), "change")):
        assert "Which of the publication" not in owner.get(url).content.decode()


def test_news_is_pinned_from_the_list(owner: Client) -> None:
    item = make_news()
    data = {
        "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "_save": "Save",
        "form-0-id": str(item.pk), "form-0-is_pinned": "on",
    }  # fmt: skip
    owner.post("/admin/news/newsitem/", data)
    item.refresh_from_db()
    assert item.is_pinned


def test_the_list_shows_dates_as_precisely_as_the_page(owner: Client) -> None:
    make_news(date=date(2025, 3, 5))
    make_news(date=date(2025, 4, 6), date_precision="day")
    body = owner.get("/admin/news/newsitem/").content.decode()
    assert ">2025-03<" in body and ">2025-04-06<" in body


def test_an_assistant_changes_news_but_adds_and_deletes_none(assistant: Client) -> None:
    item = make_news(title="Old", visibility="draft")
    save(assistant, admin_url(item, "change"), {"title": "New"})
    assert NewsItem.objects.get().title == "New"
    assert assistant.get(ADD).status_code == 403
    assert assistant.post(admin_url(item, "delete"), {"post": "yes"}).status_code == 403


def test_everything_of_an_item_survives_being_opened_and_saved(owner: Client) -> None:
    paper = make_publication(links=[("arXiv", "https://arxiv.org/abs/1")])
    item = make_news(publication=paper, kicker="*New* arXiv", body="Two\n\nparagraphs", date_precision="day",
                     publish_at="2025-01-02T03:04:05Z", links=[("Code", "https://example.org/code")])  # fmt: skip
    item.shown_links.set(paper.links.all())

    def state() -> tuple[object, ...]:
        row = NewsItem.objects.values().get()
        row.pop("updated")
        return row, list(item.links.values_list("pk", "url", "position")), list(item.shown_links.values_list("pk"))

    before = state()
    assert read_form(owner, admin_url(item, "change"))["kicker"] == "*New* arXiv"
    save(owner, admin_url(item, "change"), {})
    assert state() == before


def test_moments_are_typed_in_the_owners_time_zone(owner: Client) -> None:
    set_profile(time_zone="America/Toronto")
    item = make_news(publish_at=datetime(2025, 1, 15, 12, 0, tzinfo=UTC))
    form = owner.get(f"/admin/news/newsitem/{item.pk}/change/").content.decode()
    assert 'name="publish_at_1" value="07:00:00"' in form


def test_a_year_nobody_means_is_a_form_error(owner: Client) -> None:
    form = read_form(owner, ADD) | {"title": "Far away", "publish_at_0": "9999-12-31", "publish_at_1": "23:59:59"}
    assert errors_in(submit(owner, ADD, form)) == ["publish_at: Give a year from 1900 to 2200."]
    form |= {"publish_at_0": "", "publish_at_1": "", "date": "0009-01-01"}
    assert errors_in(submit(owner, ADD, form)) == ["date: Give a year from 1900 to 2200."]


def test_it_cannot_expire_before_it_appears(owner: Client) -> None:
    moments = {
        "publish_at_0": "2025-02-01",
        "publish_at_1": "10:00",
        "expire_at_0": "2025-01-01",
        "expire_at_1": "10:00",
    }
    form = read_form(owner, ADD) | {"title": "Backwards"} | moments
    assert errors_in(submit(owner, ADD, form)) == ["expire_at: It would expire before it appears."]


@pytest.mark.parametrize("query", ["?date__year=99999999999", "add/?publication=zzz", "?date__month=x&date__year=2025"])
def test_nonsense_in_an_address_is_a_bad_request(owner: Client, query: str) -> None:
    owner.raise_request_exception = False
    assert owner.get(f"/admin/news/newsitem/{query}").status_code in {302, 400}


def test_a_number_too_large_for_the_database_is_a_bad_request(owner: Client) -> None:
    owner.raise_request_exception = False
    form = read_form(owner, ADD) | {"publication": "9" * 20}
    answer = owner.post(ADD, form)
    if answer.status_code != 400:  # PostgreSQL's columns have a largest number that forms know
        assert "Select a valid choice" in " ".join(errors_in(answer))
    assert NewsItem.objects.count() == 0


def test_addresses_are_cut_between_words_and_keep_them_apart() -> None:
    title = "Ambivalence/Hesitancy (AH) Recognition Challenge at the 8th Workshop and Competition on Affective Behavior"
    assert make_news(title=title).slug == (
        "2025-01-ambivalence-hesitancy-ah-recognition-challenge-at-the-8th-workshop-and"
    )
    assert [make_news(title="خبر").slug, make_news(title="خبر").slug] == ["2025-01", "2025-01-2"]
