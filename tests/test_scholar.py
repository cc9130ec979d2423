"""Google Scholar's inclusion guidelines for webmasters, followed to the letter by a small reader, over the whole demo.

https://scholar.google.com/intl/en/scholar/inclusion.html; what it needs of a page and of the way there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from django.conf import LazySettings
from django.test import Client

from academic.site import demo
from publications import indexable
from publications.models import Publication

from .everything import make_document
from .factories import make_publication
from .test_pages import Outline

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
CONTAINERS = {
    "citation_journal_title": {"article"},
    "citation_conference_title": {"conference"},
    "citation_inbook_title": {"chapter"},
    "citation_dissertation_institution": {"thesis"},
    "citation_technical_report_institution": {"report"},
}
DATE = re.compile(r"\d{4}(/(1[0-2]|[1-9])(/(3[01]|[12]\d|[1-9]))?)?")
MOST_CLICKS = 10  # "reachable from the homepage by following at most ten simple HTML links"


class Reader(HTMLParser):
    """What Scholar's robot takes from a page: its tags, and the words one reads without a click."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, str]] = []
        self.links: list[str] = []
        self.words: list[tuple[str, str]] = []  # (element, text), hidden ones left out
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta" and found.get("name", "").startswith("citation_"):
            self.tags.append((found["name"], found["content"]))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag not in {"meta", "link", "img", "input", "br", "hr"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not {"details", "script", "head"} & set(self._open):
            self.words.append((self._open[-1] if self._open else "", " ".join(data.split())))

    def all(self, name: str) -> list[str]:
        return [content for tag, content in self.tags if tag == name]


def read(client: Client, path: str) -> Reader:
    response = client.get(path)
    assert response.status_code == 200, path
    return Reader(response.content.decode())


def faults(client: Client, paper: Publication) -> Iterator[str]:
    """Where the paper's page is not as the guidelines ask."""
    path = paper.get_absolute_url()
    page = read(client, path)
    authors = [authorship.inverted for authorship in paper.authorships.all()]
    if page.all("citation_title") != [paper.title]:
        yield f"title {page.all('citation_title')}"
    if page.all("citation_author") != authors or not authors:
        yield f"authors {page.all('citation_author')}"
    if not (len(dates := page.all("citation_publication_date")) == 1 and DATE.fullmatch(dates[0])):
        yield f"date {dates}"
    if any(not content.strip() for _name, content in page.tags):
        yield "an empty tag"
    yield from container_faults(page, paper)
    yield from pdf_faults(client, page, path)
    yield from words_faults(page, paper)


def container_faults(page: Reader, paper: Publication) -> Iterator[str]:
    found = {name for name, _content in page.tags if name in CONTAINERS}
    if any(paper.kind not in CONTAINERS[name] for name in found) or len(found) > 1:
        yield f"container {found} of a {paper.kind}"
    if paper.venue and paper.kind in {"article", "conference", "chapter"} and not found:
        yield "no container"


def pdf_faults(client: Client, page: Reader, path: str) -> Iterator[str]:
    for address in page.all("citation_pdf_url"):
        if not address.startswith(f"{SITE}{path}") or "/" in address.removeprefix(f"{SITE}{path}"):
            yield f"a PDF elsewhere: {address}"
        elif client.get(urlsplit(address).path)["Content-Type"] != "application/pdf":
            yield f"no PDF at {address}"


def words_faults(page: Reader, paper: Publication) -> Iterator[str]:
    """The title is the heading, the authors follow at once, the abstract stands open."""
    elements = [element for element, _text in page.words]
    text = " ".join(words for _element, words in page.words)
    if elements.count("h1") < 1 or page.words[elements.index("h1")][1] != paper.title:
        yield "the title is not the heading"
    below = text.split(paper.title, 1)[1][:200] if paper.title in text else ""
    if paper.authorships.all()[0].printed not in below:
        yield "the authors do not follow the title"
    if paper.abstract and paper.abstract[:60] not in text:
        yield "the abstract is not in sight"


def papers_within_reach(client: Client) -> set[str]:
    """Paths a robot comes to from the home page by plain links, within MOST_CLICKS."""
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    seen, edge = {"/"}, ["/"]
    for _click in range(MOST_CLICKS):
        found = [urljoin(f"{SITE}{path}", link) for path in edge for link in read(client, path).links]
        own = {urlsplit(address) for address in found if address.startswith(f"{SITE}/")}
        paths = {address.path for address in own if not address.query and address.path.endswith("/")}
        edge = sorted(path for path in paths - seen if robots.can_fetch("Googlebot", f"{SITE}{path}"))
        seen |= paths
    return seen


def test_every_paper_of_the_demo_is_as_scholar_asks(visitor: Client, settings: LazySettings) -> None:
    settings.SITE_IS_LOCAL = True  # a demo in the open asks not to be indexed
    demo.load()
    papers = list(Publication.objects.published().with_everything_shown())
    [without_author] = [paper for paper in papers if not paper.authorships.all()]
    assert "It has no author." in indexable.missing(without_author)
    assert read(visitor, without_author.get_absolute_url()).tags == []
    whole = [paper for paper in papers if paper != without_author]
    assert len(whole) > 15
    assert {paper.title: list(faults(visitor, paper)) for paper in whole} == {paper.title: [] for paper in whole}
    assert {paper.get_absolute_url() for paper in papers} <= papers_within_reach(visitor)
    assert [read(visitor, path).tags for path in ("/", "/publications/", "/cv/", "/news/")] == [[]] * 4
    assert Outline(visitor.get(papers[0].get_absolute_url()).content.decode()).meta("robots") is None


def test_a_demo_in_the_open_asks_not_to_be_indexed(visitor: Client) -> None:
    demo.load()
    address = Publication.objects.published()[0].get_absolute_url()
    assert Outline(visitor.get(address).content.decode()).meta("robots") == "noindex"


def test_a_paper_with_everything_is_as_scholar_asks(visitor: Client) -> None:
    make_publication(
        title="On engines",
        authors=["Ada Lovelace", "Charles Babbage", "{Analytical Society}"],
        kind="chapter",
        venue="A book",
        abstract="It weaves algebraical patterns.",
        pdf=make_document("Engines"),
    )
    paper = Publication.objects.with_everything_shown().get()
    assert (list(faults(visitor, paper)), indexable.missing(paper)) == ([], [])
    assert len(read(visitor, paper.get_absolute_url()).all("citation_pdf_url")) == 1


def test_the_reader_finds_what_is_wrong(visitor: Client) -> None:
    """A paper without a year has none of the tags, and the admin says what is missing."""
    make_publication(title="On engines", authors=["Ada Lovelace"], abstract="Of engines.", year=None, venue="V")
    paper = Publication.objects.with_everything_shown().get()
    assert list(faults(visitor, paper)) == ["title []", "authors []", "date []", "no container"]
    assert indexable.missing(paper) == ["It has no year."]
