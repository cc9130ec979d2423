"""Every kind of public page: its structure, its head, and how it writes dates and citations."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from academic.models import CVEntry, HomeBlock
from academic.templatetags.dates import iso_date, period, shown_date, years
from news.models import NewsItem
from publications.models import Publication
from publications.templatetags.citation import appeared

from .factories import DRAFT, make_cv_entry, make_links, make_news, make_page, make_publication, set_profile
from .whole_site import make_whole_site

KINDS = (
    "home",
    "news",
    "year of news",
    "item of news",
    "publications",
    "publications of a type",
    "publications found",
    "paper",
    "paper of many",
    "search",
    "projects",
    "project",
    "teaching",
    "cv",
    "page",
    "404",
)


class Outline(HTMLParser):
    """The tags of a page in order, with their attributes, and the text of <title>."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
            self._inside = ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def meta(self, name: str) -> str | None:
        return next((found["content"] for found in self.all("meta") if found.get("name") == name), None)


def page_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_page_has_one_h1_one_main_and_nothing_inline(visitor: Client, kind: str) -> None:
    html = page_of(visitor, make_whole_site()[kind], 404 if kind == "404" else 200)
    outline = Outline(html)
    assert len(outline.all("h1")) == 1
    assert [main.get("id") for main in outline.all("main")] == ["main"]
    assert "#main" in [link.get("href") for link in outline.all("a")][:1]
    assert [
        name for _tag, attributes in outline.tags for name in attributes if name == "style" or name[:2] == "on"
    ] == []
    inside = [script for script in outline.all("script") if "src" not in script]
    assert [block for block in inside if block != {"type": "application/ld+json"}] == []  # data, which runs nowhere
    assert outline.all("style") == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_headings_go_down_one_level_at_a_time(visitor: Client, kind: str) -> None:
    html = page_of(visitor, make_whole_site()[kind], 404 if kind == "404" else 200)
    levels = [int(tag[1]) for tag, _attributes in Outline(html).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert [(above, below) for above, below in zip(levels, levels[1:], strict=False) if below > above + 1] == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_no_id_stands_twice_and_every_picture_has_its_size(visitor: Client, kind: str) -> None:
    outline = Outline(page_of(visitor, make_whole_site()[kind], 404 if kind == "404" else 200))
    ids = [str(attributes["id"]) for _tag, attributes in outline.tags if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))
    assert [image for image in outline.all("img") if not {"alt", "width", "height", "loading"} <= set(image)] == []


@pytest.mark.django_db
def test_head_of_the_home_page_says_what_the_profile_says(visitor: Client) -> None:
    make_whole_site()
    outline = Outline(page_of(visitor, "/"))
    assert outline.title == "Ada Lovelace – Post-doc"
    assert outline.meta("description") == "Ada Lovelace's website"
    assert outline.meta("keywords") == "engines, notes"
    canonical = [link["href"] for link in outline.all("link") if link.get("rel") == "canonical"]
    assert canonical == ["http://testserver/"]


@pytest.mark.django_db
def test_a_page_has_its_own_title_and_description(visitor: Client) -> None:
    outline = Outline(page_of(visitor, make_whole_site()["project"]))
    assert (outline.title, outline.meta("description")) == ("A project – Ada Lovelace", "Of it")


@pytest.mark.django_db
def test_home_shows_everything_in_the_order_of_its_blocks(visitor: Client) -> None:
    make_whole_site()
    html = page_of(visitor, "/").split("<body")[1]
    parts = [
        "Hi!</h1>",
        "I work on",
        "Machine learning",
        ">News</h2>",
        "announcement-title",
        '<time datetime="2025-01">Jan. 2025</time>',
        '<time datetime="2024-09-12">12 Sept. 2024</time>',
        ">PhD</h2>",
        "<details",
        "@article{",
        ">Recent papers</h2>",
    ]
    places = [html.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.django_db
def test_labels_of_links_keep_their_order_and_say_what_they_belong_to(visitor: Client) -> None:
    make_whole_site()
    labels = re.findall(r'aria-label="(\w+): Le défi"', page_of(visitor, "/news/"))
    assert labels == ["Page", "Details"]


@pytest.mark.django_db
def test_the_owner_stands_out_among_the_authors(visitor: Client) -> None:
    html = page_of(visitor, make_whole_site()["paper"])
    assert '<strong class="is-owner">Ada Lovelace</strong><sup>1</sup>, Paul Erdős<sup>1,2</sup></p>' in html
    assert '<strong class="is-owner">Ada Lovelace</strong>, Paul Erdős</p>' in page_of(visitor, "/publications/")


@pytest.mark.django_db
def test_a_link_to_another_site_tells_it_nothing(visitor: Client) -> None:
    for kind, address in make_whole_site().items():
        outline = Outline(page_of(visitor, address, 404 if kind == "404" else 200))
        external = [link for link in outline.all("a") if (link.get("href") or "").startswith("http")]
        assert [link["href"] for link in external if link.get("rel") != "noopener"] == []
        assert [link["href"] for link in outline.all("a") if "target" in link] == []


@pytest.mark.django_db
def test_email_is_no_prey_for_collectors(visitor: Client) -> None:
    make_whole_site()
    html = page_of(visitor, "/")
    assert "ada@example.org" not in html and "mailto:" not in html
    assert "<span>ada</span> <i>at</i> <span>example.org</span>" in html


@pytest.mark.django_db
def test_footer_counts_the_years(visitor: Client) -> None:
    set_profile(start_year=2017)
    assert f"© 2017 – {timezone.now().year} Ada Lovelace" in page_of(visitor, "/")
    assert years(None, 2026) == years(2026, 2026) == "2026"


@pytest.mark.django_db
def test_an_empty_site_has_its_pages(visitor: Client) -> None:
    for address in ("/", "/news/", "/publications/", "/projects/", "/teaching/", "/cv/"):
        assert len(Outline(page_of(visitor, address)).all("h1")) == 1


@pytest.mark.django_db
def test_a_draft_says_so_and_has_an_edit_link_for_the_owner(owner: Client) -> None:
    draft = make_publication(visibility=DRAFT)
    html = page_of(owner, draft.get_absolute_url())
    assert "notice-draft" in html and '<meta name="robots" content="noindex">' in html
    assert f"/admin/publications/publication/{draft.pk}/change/" in html


@pytest.mark.django_db
def test_visitors_see_neither_edit_links_nor_the_admin(visitor: Client) -> None:
    for kind, address in make_whole_site().items():
        assert "/admin/" not in page_of(visitor, address, 404 if kind == "404" else 200), kind


@pytest.mark.parametrize(
    ("month", "shown"),
    list(
        enumerate(("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."), 1)
    ),
)
def test_months_are_abbreviated_as_the_site_does(month: int, shown: str) -> None:
    item = NewsItem(date=date(2022, month, 3), date_precision="month")
    assert (shown_date(item), iso_date(item)) == (f"{shown} 2022", f"2022-{month:02d}")


def test_dates_are_as_precise_as_they_are_known() -> None:
    day = NewsItem(date=date(2022, 9, 3), date_precision="day")
    assert (shown_date(day), iso_date(day)) == ("3 Sept. 2022", "2022-09-03")
    assert shown_date(Publication(year=2022)) == iso_date(Publication(year=2022)) == "2022"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ({"period": "Fall 2022", "start_year": 2022}, "Fall 2022"),
        ({"start_year": 2016, "end_year": 2017}, "2016–2017"),
        ({"start_year": 2016, "end_year": 2016}, "2016"),
        ({"start_year": 2016}, "2016"),
        ({"end_year": 2016}, "2016"),
        ({"start_year": 2014, "start_month": 10, "end_year": 2018, "end_month": 7}, "Oct. 2014 – Jul. 2018"),
        ({"start_year": 2020, "start_month": 3, "is_ongoing": True}, "Mar. 2020 – present"),
        ({}, ""),
    ],
)
def test_period_of_a_cv_entry(columns: dict, shown: str) -> None:
    assert period(CVEntry(**columns)).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (
            {
                "kind": "article",
                "venue": "MELBA",
                "volume": "2",
                "number": "3",
                "pages": "1--9",
                "year": 2023,
                "month": 3,
            },
            "<cite>MELBA</cite> 2(3), pp. 1–9, Mar. 2023",
        ),
        ({"kind": "article", "venue": "PR", "volume": "162", "pages": "111358"}, "<cite>PR</cite> 162, article 111358"),
        (
            {"kind": "conference", "venue": "Advances in Neural Processing", "venue_short": "NeurIPS", "year": 2024},
            'In <cite>Advances in Neural Processing</cite> (<span class="acronym">NeurIPS</span>), 2024',
        ),
        ({"kind": "thesis", "institution": "INSA Rouen", "year": 2018}, "PhD thesis, INSA Rouen, 2018"),
        ({"kind": "thesis", "entry_type": "mastersthesis", "institution": "ÉTS"}, "Master’s thesis, ÉTS"),
        ({"kind": "preprint", "arxiv_id": "2501.12632", "venue": "CoRR", "year": 2025}, "arXiv:2501.12632, 2025"),
        ({"kind": "patent", "number": "US1", "institution": "Ericsson"}, "Patent US1, Ericsson"),
        ({"kind": "report", "number": "7", "institution": "LITIS"}, "Technical report 7, LITIS"),
        ({"kind": "book", "publisher": "Springer", "edition": "2nd", "year": 2020}, "2nd edition, Springer, 2020"),
        ({"kind": "manuscript", "status": "submitted"}, '<span class="status">submitted</span>'),
        ({"kind": "other", "venue": "<b>", "date_text": "1974–1975"}, "<cite>&lt;b&gt;</cite>, 1974–1975"),
    ],
)
def test_where_a_paper_appeared(columns: dict, shown: str) -> None:
    assert appeared(Publication(**columns)).replace("\u00a0", " ") == shown


@pytest.mark.django_db
def test_a_french_title_in_an_english_page_says_so(visitor: Client) -> None:
    paper = make_publication(title="Le métier à tisser", language="fr", slug="metier")
    make_news(kicker="New preprint", publication=paper, slug="metier")
    make_news(kicker="Une annonce", title="À lire", lang="fr", slug="annonce")
    marked = {
        address: re.findall(r'<(\w+)[^>]* lang="fr"[^>]*>', page_of(visitor, address))
        for address in ("/news/", "/news/metier/", "/publications/", "/publications/metier/", "/cv/")
    }
    assert marked == {
        "/news/": ["div", "a"],
        "/news/metier/": ["h1", "p"],
        "/publications/": ["p"],
        "/publications/metier/": ["h1"],
        "/cv/": ["p"],
    }


@pytest.mark.django_db
def test_formulas_in_titles_are_drawn_wherever_a_title_stands(visitor: Client) -> None:
    title = "C*-algebras on $n^2$ *-products for $5 and $6"
    make_publication(title=title, slug="algebras")
    make_news(title=title, slug="algebras")
    make_page("/algebras/", title=title, is_project=True)
    make_cv_entry(title=title)
    addresses = [
        *("/publications/", "/publications/algebras/", "/news/", "/news/algebras/"),
        *("/algebras/", "/projects/", "/cv/", "/search/?q=algebras"),
    ]
    drawn = re.compile(
        r">C\*-algebras on <math><mrow><msup><mi>n</mi><mn>2</mn></msup></mrow></math> \*-products for \$5"
    )
    assert [address for address in addresses if not drawn.search(page_of(visitor, address))] == []


@pytest.mark.django_db
def test_a_title_cannot_bring_markup(visitor: Client) -> None:
    make_news(title="<script>alert(1)</script>", kicker="<b>x</b>", links=[('"><img src=x>', "https://example.org/")])
    html = page_of(visitor, "/news/")
    assert "<script>alert" not in html and "<img src=x>" not in html and "<b>x" not in html


@pytest.mark.django_db
def test_a_french_site_writes_french_dates_where_they_are_translated(visitor: Client) -> None:
    set_profile(language="fr")
    make_news(date=date(2025, 2, 1))
    with translation.override("fr"):
        expected = shown_date(NewsItem(date=date(2025, 2, 1), date_precision="month"))
    assert f'<time datetime="2025-02">{expected}</time>' in page_of(visitor, "/news/")


@pytest.mark.django_db
def test_a_long_author_list_is_folded_around_the_owner(visitor: Client) -> None:
    html = page_of(visitor, make_whole_site()["paper of many"])
    few = re.search(r'<p class="few-authors">(.*?)</p>', html)
    assert few and re.sub(r"<[^>]*>", "", few[1]) == (
        "Grace Hopper0*, Grace Hopper1*, Grace Hopper2, Grace Hopper3, Grace Hopper4, …, Ada Lovelace, Paul Erdős"
    )
    assert '<summary>All 17 authors<span class="visually-hidden">: A paper of many</span></summary>' in html
    assert html.split("<body")[1].split("<h2")[0].count("Grace Hopper") == 5 + 15
    assert '<p class="legend">* Equal contribution.</p>' in html


@pytest.mark.django_db
def test_a_paper_says_where_it_belongs_and_what_is_beside_it(visitor: Client) -> None:
    html = page_of(visitor, make_whole_site()["paper"])
    for part in (
        "<li>A lab, Town</li>\n<li>Another lab, City</li>",
        '<a href="/publications/preprint/">',
        '<a href="/a-project/">A project</a>',
        '<a href="/publications/topic/engines/">Engines</a>',
        '<a href="/publications/on-engines/on-engines.bib">BibTeX</a>',
        '<a href="/publications/on-engines/on-engines.ris">RIS</a>',
        '<a href="/publications/on-engines/on-engines.json">CSL-JSON</a>',
        '<a href="/publications/of-many/" rel="prev">',
        '<a href="/publications/preprint/" rel="next">',
        "In the news</h2>",
    ):
        assert part in html, part


@pytest.mark.django_db
def test_a_project_shows_who_wrote_its_paper_and_how_to_cite_it(visitor: Client) -> None:
    html = page_of(visitor, make_whole_site()["project"])
    assert '<strong class="is-owner">Ada Lovelace</strong><sup>1</sup>' in html and "<li>A lab, Town</li>" in html
    assert "@article{" in html and ">Cite it</h2>" in html
    Publication.objects.update(visibility=DRAFT)
    html = page_of(visitor, "/a-project/")
    assert "is-owner" not in html and "Cite it" not in html


@pytest.mark.django_db
def test_pictures_open_large_by_a_plain_link(visitor: Client) -> None:
    html = page_of(visitor, make_whole_site()["project"])
    assert len(re.findall(r'<a href="/media/\w+\.\w+" class="full"><img ', html)) == 3
    assert html.count('<div class="figures">') == 1 and "<video " in html


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/", 12), ("/news/", 8), ("/publications/paper-2/", 14), ("/projects/", 5), ("/teaching/", 6), ("/cv/", 12)],
)
def test_pages_cost_the_same_queries_whatever_they_list(
    visitor: Client, number: int, address: str, queries: int, django_assert_num_queries: Any
) -> None:
    for position, kind in enumerate(["bio", "interests", "news", "selected"]):
        HomeBlock.objects.create(kind=kind, title=kind, position=position)
    make_publication(year=2020)
    for place in range(number):
        paper = make_publication(
            authors=["Ada Lovelace", "Paul Erdős"], links=[("A", "https://a.org/")], is_selected=True
        )
        make_news(publication=paper)
        make_news(links=[("B", "https://b.org/")], is_pinned=True)
        make_links(make_cv_entry(section="teaching"), [("C", "https://c.org/")])
        make_page(f"/p{place}/", is_project=True)
    visitor.get(address)
    with django_assert_num_queries(queries):
        visitor.get(address)


@pytest.mark.django_db
def test_the_cv_of_a_long_life_leads_to_the_rest(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("academic.site.views.MOST_IN_CV", 2)
    for year in (2020, 2022, 2021):
        make_publication(title=f"Paper of {year}", year=year)
    make_publication(title="A talk", kind="talk")
    html = page_of(visitor, "/cv/")
    assert html.index("Paper of 2022") < html.index("Paper of 2021")
    assert "Paper of 2020" not in html and "A talk" in html
    more = re.findall(r'<p class="more"><a href="([^"]+)">Show all</a></p>', html)
    assert more == ["/publications/"]
    assert "Paper of 2020" in page_of(visitor, more[0])
