"""What the pages tell other programs, read by other people's readers."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import extruct
import pytest
from django.test import Client

from academic.models import Affiliation, Interest
from publications.models import Author, Publication, Topic

from .academic.payloads import PAYLOADS
from .everything import make_document, make_picture
from .factories import DRAFT, make_cv_entry, make_links, make_news, make_page, make_publication, set_profile
from .test_pages import Outline, page_of
from .whole_site import make_whole_site

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
ORCID = "0000-0002-1825-0097"


def extracted(client: Client, address: str) -> dict[str, Any]:
    syntaxes = ["json-ld", "opengraph", "dublincore"]
    return extruct.extract(page_of(client, address), base_url=SITE, syntaxes=syntaxes, errors="strict")


def graph(client: Client, address: str) -> list[dict[str, Any]]:
    blocks = extracted(client, address)["json-ld"]
    assert [block["@context"] for block in blocks] == ["https://schema.org"]
    return blocks[0]["@graph"]


def things(client: Client, address: str) -> dict[str, dict[str, Any]]:
    return {thing["@type"]: thing for thing in graph(client, address)}


def opengraph(client: Client, address: str) -> dict[str, str]:
    [found] = extracted(client, address)["opengraph"]
    return dict(found["properties"])


def make_paper(**columns: Any) -> Publication:
    set_profile(orcid=ORCID)
    paper = make_publication(
        **{
            "title": "On $n$ engines",
            "slug": "engines",
            "authors": ["Ada Lovelace", "Charles Babbage"],
            "kind": "article",
            "venue": "Memoirs",
            "year": 1843,
            "month": 9,
            "abstract": "Of *engines*.",
            "pdf": make_document("Engines"),
            "doi": "10.1/x",
            **columns,
        }
    )
    Author.objects.filter(family="Babbage").update(orcid="0000-0001-5109-3700")
    return paper


# A paper -------------------------------------------------------------------------------------------------------------


def test_a_paper_is_described_with_all_its_authors(visitor: Client) -> None:
    make_paper()
    found = things(visitor, "/publications/engines/")
    article = found["ScholarlyArticle"]
    assert [(author["name"], author["@id"]) for author in article["author"]] == [
        ("Ada Lovelace", f"https://orcid.org/{ORCID}"),
        ("Charles Babbage", "https://orcid.org/0000-0001-5109-3700"),
    ]
    assert (article["name"], article["abstract"], article["datePublished"]) == (
        "On n engines",
        "Of engines.",
        "1843-09",
    )
    assert article["encoding"]["contentUrl"] == f"{SITE}/publications/engines/engines.pdf"
    steps = [(step["name"], step["item"]) for step in found["BreadcrumbList"]["itemListElement"]]
    assert steps == [
        ("Home", f"{SITE}/"),
        ("Publications", f"{SITE}/publications/"),
        ("On n engines", f"{SITE}/publications/engines/"),
    ]


def test_a_paper_in_a_link_preview(visitor: Client) -> None:
    picture = make_picture(alt="An engine")
    make_paper(picture=picture)
    assert opengraph(visitor, "/publications/engines/") == {
        "og:title": "On n engines",
        "og:type": "article",
        "og:url": f"{SITE}/publications/engines/",
        "og:site_name": "Ada Lovelace",
        "og:description": "Of engines.",
        "og:image": f"{SITE}{picture.get_absolute_url()}",
        "og:image:width": "64",
        "og:image:height": "48",
        "og:image:alt": "An engine",
    }
    outline = Outline(page_of(visitor, "/publications/engines/"))
    assert outline.meta("twitter:card") == "summary_large_image"


def test_dublin_core_of_a_paper(visitor: Client) -> None:
    make_paper()
    [found] = extracted(visitor, "/publications/engines/")["dublincore"]
    elements = [(element.get("name", ""), element.get("content", "")) for element in found["elements"]]
    assert [(name, content) for name, content in elements if name.startswith("DC.")] == [
        ("DC.title", "On n engines"),
        ("DC.creator", "Lovelace, Ada"),
        ("DC.creator", "Babbage, Charles"),
        ("DC.date", "1843-09"),
        ("DC.identifier", "doi:10.1/x"),
    ]


def test_typed_links_stand_in_the_header_and_in_the_page(visitor: Client) -> None:
    make_paper()
    response = visitor.get("/publications/engines/")
    page = f"{SITE}/publications/engines/"
    expected = [
        ("type", "https://schema.org/AboutPage", None),
        ("type", "https://schema.org/ScholarlyArticle", None),
        ("related", "https://doi.org/10.1/x", None),
        ("describedby", f"{page}engines.bib", "application/x-bibtex"),
        ("describedby", f"{page}engines.ris", "application/x-research-info-systems"),
        ("describedby", f"{page}engines.json", "application/vnd.citationstyles.csl+json"),
        ("item", f"{page}engines.pdf", "application/pdf"),
        ("author", f"https://orcid.org/{ORCID}", None),
        ("author", "https://orcid.org/0000-0001-5109-3700", None),
    ]
    in_header = re.findall(r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?', response["Link"])
    assert [(rel, href, kind or None) for href, rel, kind in in_header] == expected
    links = Outline(response.content.decode()).all("link")
    known = {rel for rel, _href, _type in expected}
    assert [(link["rel"], link["href"], link.get("type")) for link in links if link["rel"] in known] == expected


def test_files_lead_back_to_the_page_and_have_their_names(visitor: Client) -> None:
    make_paper()
    page = f"{SITE}/publications/engines/"
    for ending, rel in {"bib": "describes", "ris": "describes", "json": "describes", "pdf": "collection"}.items():
        response = visitor.get(f"/publications/engines/engines.{ending}")
        assert response["Link"] == f'<{page}>; rel="{rel}"; type="text/html"'
        if ending != "pdf":
            assert response["Content-Disposition"] == f'attachment; filename="engines.{ending}"'


def test_a_talk_is_an_event(visitor: Client) -> None:
    make_publication(title="A talk", slug="talk", kind="talk", venue="ICPR", location="Montréal", year=2022, month=8)
    event = things(visitor, "/publications/talk/")["Event"]
    assert (event["name"], event["startDate"], event["location"]["name"]) == ("ICPR", "2022-08", "Montréal")


# The owner, lists, teaching ------------------------------------------------------------------------------------------


def test_home_is_the_profile_of_a_person(visitor: Client) -> None:
    profile = set_profile(
        orcid=ORCID, scholar_id="abc", position="Post-doc", name_variants="A. A. King", photo=make_picture(7)
    )
    make_links(profile, [("Github", "https://github.com/ada"), ("Mail", "mailto:ada@example.org")])
    Affiliation.objects.create(profile=profile, name="LIVIA", url="https://livia.example.org/", ror="03yrm5c26")
    Interest.objects.create(profile=profile, name="Engines")
    make_cv_entry(title="PhD", organisation="INSA Rouen")
    make_cv_entry(section="award", title="A prize")
    make_cv_entry(section="award", title="A secret prize", visibility=DRAFT)
    found = things(visitor, "/")
    lab = {
        "@type": "Organization",
        "@id": "https://ror.org/03yrm5c26",
        "name": "LIVIA",
        "url": "https://livia.example.org/",
    }
    assert found["ProfilePage"]["mainEntity"] == {
        "@type": "Person",
        "@id": f"https://orcid.org/{ORCID}",
        "name": "Ada Lovelace",
        "givenName": "Ada",
        "familyName": "Lovelace",
        "alternateName": ["A. A. King"],
        "jobTitle": "Post-doc",
        "url": f"{SITE}/",
        "image": f"{SITE}{profile.photo.get_absolute_url()}",
        "affiliation": [lab],
        "worksFor": [lab],
        "sameAs": [
            f"https://orcid.org/{ORCID}",
            "https://scholar.google.com/citations?user=abc",
            "https://github.com/ada",
        ],
        "knowsAbout": ["Engines"],
        "alumniOf": [{"@type": "Organization", "name": "INSA Rouen"}],
        "award": ["A prize"],
    }
    assert found["WebSite"]["name"] == "Ada Lovelace"
    assert "BreadcrumbList" not in found


def test_the_list_is_a_collection(visitor: Client) -> None:
    make_paper()
    make_publication(title="A draft", visibility=DRAFT)
    page = things(visitor, "/publications/type/article/")["CollectionPage"]
    assert (page["url"], page["name"]) == (f"{SITE}/publications/type/article/", "Publications: Journal articles")
    assert page["mainEntity"] == {
        "@type": "ItemList",
        "numberOfItems": 1,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "url": f"{SITE}/publications/engines/",
                "name": "On n engines",
            }
        ],
    }


def test_context_objects_stand_in_lists_only(visitor: Client) -> None:
    make_paper()
    make_publication(title="Another", slug="another")
    make_news(publication=Publication.objects.get(slug="engines"), slug="news")
    numbers = {
        address: page_of(visitor, address).count('class="Z3988"')
        for address in ("/publications/", "/cv/", "/publications/engines/", "/news/news/", "/")
    }
    assert numbers == {"/publications/": 2, "/cv/": 2, "/publications/engines/": 0, "/news/news/": 0, "/": 0}
    assert "citation_" not in page_of(visitor, "/publications/")


def test_teaching_lists_courses(visitor: Client) -> None:
    make_cv_entry(section="teaching", title="Analyse", lang="fr", organisation="ÉTS", place="Montréal", start_year=2022)
    set_profile()
    assert things(visitor, "/teaching/")["Course"] == {
        "@type": "Course",
        "name": "Analyse",
        "description": "Analyse",
        "inLanguage": "fr",
        "provider": {"@type": "Organization", "name": "ÉTS"},
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "name": "2022",
            "startDate": "2022",
            "location": {"@type": "Place", "name": "Montréal"},
            "instructor": {"@type": "Person", "@id": f"{SITE}/#me", "name": "Ada Lovelace"},
        },
    }


def test_news_and_pages_are_articles(visitor: Client) -> None:
    set_profile()
    make_news(title="It runs", kicker="New", body="At *last*.", slug="runs", date=date(2025, 1, 1))
    make_page("/engine/", title="The engine", summary="A machine.", is_project=True)
    assert opengraph(visitor, "/news/runs/") == {
        "og:title": "New: It runs",
        "og:type": "article",
        "og:url": f"{SITE}/news/runs/",
        "og:site_name": "Ada Lovelace",
        "og:description": "At last.",
        "article:published_time": "2025-01",
    }
    assert opengraph(visitor, "/engine/")["og:description"] == "A machine."
    steps = things(visitor, "/engine/")["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Home", "Projects", "The engine"]


KINDS_WITHOUT = {"search", "publications found", "404"}  # not for search engines


def test_every_page_for_search_engines_has_a_preview_and_a_feed(visitor: Client) -> None:
    for kind, address in make_whole_site().items():
        html = page_of(visitor, address, 404 if kind == "404" else 200)
        has = "og:title" in html, "application/ld+json" in html
        assert has == ((False, False) if kind in KINDS_WITHOUT else (True, True)), kind
        assert ('type="application/atom+xml"' in html) == (kind != "404"), kind


# Nothing breaks out, nothing leaks -----------------------------------------------------------------------------------

BREAKERS = ["</script><script>alert(1)</script>", "]]><x>", "<!--<script>", '"><meta name=x>', "\u2028\\u003C/script>"]


def test_no_value_breaks_out_of_the_head(visitor: Client) -> None:
    evil = "".join([*BREAKERS, *PAYLOADS[:12]])[:1500]
    set_profile(given_name=BREAKERS[0], family_name=BREAKERS[2], description=BREAKERS[3])
    paper = make_publication(
        title=evil, slug="evil", authors=["Ada Lovelace"], abstract=evil, venue=evil, award=evil[:200]
    )
    paper.topics.add(Topic.objects.create(name=evil[:150], slug="evil"))
    make_cv_entry(section="teaching", title=evil[:200], organisation=evil[:200])
    make_page("/evil/", title=evil[:200], description=evil[:200])
    make_news(title=evil[:300], slug="evil")
    for address in ("/", "/publications/", "/publications/evil/", "/teaching/", "/evil/", "/news/evil/", "/cv/"):
        html = page_of(visitor, address)
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        assert len(blocks) == 1, address
        assert set("<>&") & set(blocks[0]) == set(), address
        json.loads(blocks[0])
        outline = Outline(html)
        assert [tag for tag in outline.all("script") if "src" not in tag] == [{"type": "application/ld+json"}], address
        assert outline.meta("x") is None
    assert things(visitor, "/publications/evil/")["ScholarlyArticle"]["author"][0]["name"] == "Ada Lovelace"


def test_no_draft_is_named_in_any_head(visitor: Client) -> None:
    make_paper()
    make_publication(title="A secret", slug="secret", visibility=DRAFT, authors=["Ada Lovelace"])
    for address in ("/", "/publications/", "/publications/engines/", "/cv/", "/publications/year/1843/"):
        assert "secret" not in page_of(visitor, address), address
