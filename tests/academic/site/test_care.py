"""What needs care: each rule finds what it is for and nothing else; few queries however many rows."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from academic.care import Topic, skipped_levels
from academic.models import HomeBlock, MenuItem, Redirect
from academic.site import demo
from academic.site.care import counts, findings
from publications.models import Publication
from tests.everything import make_document, make_picture
from tests.factories import DRAFT, make_cv_entry, make_links, make_news, make_page, make_publication, set_profile

pytestmark = pytest.mark.django_db

QUERIES = 21  # of all rules; more rows cost no more


def told(*topics: Topic) -> list[tuple[str, str, str]]:
    """(topic, what, sentence) of the findings, or of those with one of the topics."""
    return [(f.topic.value, str(f.about), f.sentence) for f in findings() if not topics or f.topic in topics]


def make_good_paper(**columns: object) -> Publication:
    given = {"abstract": "About engines.", "month": 3, "doi": "10.1/1", "pdf": make_document(), **columns}
    return make_publication(**{"authors": ["Ada Lovelace"], **given})  # type: ignore[arg-type]


def test_nothing_needs_care_on_a_good_site() -> None:
    set_profile(bio="Of [mine](/publications/).")
    make_good_paper()
    make_page(body="## One\n\n### Two\n\n[elsewhere](https://example.org/x)")
    assert told() == []


# Links and pictures --------------------------------------------------------------------------------------------------


def test_links_and_pictures_that_lead_nowhere_are_found() -> None:
    page = make_page("/here/", title="Here", body="[a](/gone/) ![b](/media/gone.png) [d](http://testserver/x)")
    set_profile(bio="[e](/publications/no-such-paper/)")
    HomeBlock.objects.create(kind="text", title="Block", options={"body": "[f](/news/no-such-news/)"})
    make_links(page, [("g", "/no-such-page/")])
    item = MenuItem.objects.create(url="/nothing/", label="Menu")
    redirect = Redirect.objects.create(old_path="/old/", new_path="/new/")
    assert sorted(told(Topic.NOWHERE)) == sorted(
        ("nowhere", *line)
        for line in [
            ("Here", "/gone/"), ("Here", "/media/gone.png"), ("Here", "http://testserver/x"),
            ("Ada Lovelace", "/publications/no-such-paper/"), ("Block", "/news/no-such-news/"),
            ("Here", "g: /no-such-page/"), (str(item), "/nothing/"), (str(redirect), "/new/"),
        ]
    )  # fmt: skip


def test_links_that_lead_somewhere_are_not() -> None:
    picture, document = make_picture(alt="A cat"), make_document(path="/talks/old.pdf")
    paper, item = make_good_paper(slug="engines"), make_news(title="A prize")
    Redirect.objects.create(old_path="/moved.html", new_path="/there/sub.html")
    addresses = [
        "/", "/news/", "/news", "/cv/", "/publications/year/2024/", "/there/sub.html", "/moved.html", "/talks/old.pdf",
        f"/media/{document.name}", f"/publications/{paper.slug}/", f"/publications/{paper.slug}/{paper.slug}.bib",
        item.get_absolute_url(), "http://testserver/news/#x", "#here", "mailto:ada@example.org",
        "https://example.org/gone", "/search/?q=engines",
    ]  # fmt: skip
    links = " ".join(f"[x]({address})" for address in addresses)
    make_page("/there/sub.html", body=f"{links} ![A cat](/media/{picture.name})")
    assert told(Topic.NOWHERE, Topic.ALT, Topic.ELSEWHERE) == []


def test_what_visitors_do_not_see_leads_nowhere_and_drafts_are_not_looked_at() -> None:
    make_page("/draft/", visibility=DRAFT, body="[x](/gone/)")
    make_links(make_news(title="Draft", visibility=DRAFT, body="[x](/gone/)"), [("x", "/gone/")])
    make_page("/seen/", title="Seen", body="[x](/draft/)")
    assert told(Topic.NOWHERE) == [("nowhere", "Seen", "/draft/")]


def test_pictures_of_other_sites_and_without_words_are_found() -> None:
    silent, described = make_picture(1), make_picture(2, alt="A cat")
    text = f"![x](https://example.org/a.png) ![](/media/{silent.name}) ![](/media/{described.name})"
    make_cv_entry(title="A degree", text=text)
    assert told(Topic.ELSEWHERE, Topic.ALT) == [
        ("elsewhere", "A degree", "https://example.org/a.png"),
        ("alt", "A degree", f"/media/{silent.name}"),
    ]


def test_skipped_levels_and_unknown_blocks_are_found() -> None:
    make_page(title="Steps", body="# One\n\n### Three\n\n#### Four")
    HomeBlock.objects.create(kind="of-another-time", title="Old block")
    assert told() == [("levels", "Steps", "“Three” (level 4)"), ("blocks", "Old block", "of-another-time")]
    assert list(skipped_levels([(2, "a"), (3, "b"), (2, "c"), (4, "d")])) == [(4, "d")]


# Papers --------------------------------------------------------------------------------------------------------------


def test_what_records_of_papers_lack_is_found() -> None:
    set_profile()
    make_good_paper(title="Bare", abstract="", month=None, doi="", pdf=None, authors=["Charles Babbage"])
    assert told() == [
        ("owner", "Bare", "Charles Babbage"),
        ("scholar", "Bare", "There is nothing to read: give it an abstract, or its PDF as a file."),
        ("pdf", "Bare", ""), ("abstract", "Bare", ""), ("month", "Bare", ""), ("doi", "Bare", ""),
    ]  # fmt: skip


def test_what_does_not_apply_is_not_asked_for() -> None:
    set_profile()
    make_good_paper(title="Talk", kind="talk", doi="", pdf=None)
    make_good_paper(title="Arxiv", doi="", pdf=None, arxiv_id="2401.00001", kind="preprint")
    make_good_paper(title="Linked", doi="", pdf=None, authors=["A. Lovelace"]).links.create(
        label="PDF", url="https://example.org/a.pdf"
    )
    make_good_paper(title="Accepted", doi="", status="accepted")
    make_publication(title="Draft", visibility=DRAFT)
    assert told() == [("doi", "Linked", "")]


def test_the_same_paper_twice_is_found_and_its_preprint_is_not() -> None:
    make_good_paper(title="Notes", citation_key="a")
    make_good_paper(title="notes.", citation_key="b")
    make_good_paper(title="Notes", citation_key="c", kind="preprint")
    assert told(Topic.DOUBLE) == [("double", "Notes", "also as b"), ("double", "notes.", "also as a")]


# Composed ------------------------------------------------------------------------------------------------------------


def fill(number: int) -> None:
    page = make_page(f"/page-{number}/", body="[x](/gone/) ![](/media/gone.png)")
    for owner in (page, make_news(body="[x](/gone/)"), make_cv_entry(text="[x](/gone/)"), make_publication()):
        make_links(owner, [("x", "/gone/")])
    HomeBlock.objects.create(kind="gone", title=f"Block {number}")


def test_more_rows_cost_no_more_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for rows in (1, 3):
        for number in range(rows):
            fill(10 * rows + number)
        with django_assert_num_queries(QUERIES):
            findings()


@pytest.mark.django_db(transaction=True)
def test_the_start_page_counts_anew_only_after_a_change(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    page = make_page(body="[x](/gone/) [y](/gone/)")
    assert counts() == {(Topic.NOWHERE, "academic.change_page"): 2}
    with django_assert_num_queries(1):
        assert counts() == {(Topic.NOWHERE, "academic.change_page"): 2}
    page.body = "[x](/gone/)"
    page.save()
    assert counts() == {(Topic.NOWHERE, "academic.change_page"): 1}


def test_the_page_has_a_line_for_every_finding_that_leads_to_its_form(owner: Client, assistant: Client) -> None:
    page = make_page(title="Here", body="[x](/gone/)")
    item = make_news(title="Prize", body="[x](/gone/)")
    body = owner.get("/admin/care/").content.decode()
    for row, url in (
        (page, f"/admin/academic/page/{page.pk}/change/"),
        (item, f"/admin/news/newsitem/{item.pk}/change/"),
    ):
        assert f'<a href="{url}">{row}</a> <span class="nutshell-what">/gone/</span>' in body
    for_news = assistant.get("/admin/care/").content.decode()
    assert "Prize" in for_news and ">Here<" not in for_news


def test_the_command_says_the_same_and_fails_for_faults_only() -> None:
    out = StringIO()
    call_command("check_content", stdout=out)
    assert out.getvalue() == "Nothing needs care.\n"
    paper = make_good_paper(title="No month", month=None)
    out = StringIO()
    call_command("check_content", stdout=out)
    url = f"/admin/publications/publication/{paper.pk}/change/"
    assert out.getvalue() == f"Papers without a month (1)\n  No month  [{url}]\n"
    with pytest.raises(SystemExit):
        call_command("check_content", strict=True, stdout=StringIO())
    make_page(body="[x](/gone/)")
    with pytest.raises(SystemExit):
        call_command("check_content", stdout=StringIO())


def test_the_demo_has_no_fault() -> None:
    demo.load()
    assert told(Topic.NOWHERE, Topic.ELSEWHERE, Topic.ALT, Topic.LEVELS, Topic.BLOCKS, Topic.DOUBLE) == []
