"""Typed links of a paper's page, as a Link header carries them."""

from __future__ import annotations

from dataclasses import replace

from publications.formats import signposting

from .works import work

PAGE = "https://ada.example.org/publications/epr/"
FILES = {"application/x-bibtex": f"{PAGE}epr.bib", "application/x-research-info-systems": f"{PAGE}epr.ris"}
ORCID = "https://orcid.org/0000-0002-1825-0097"


def test_every_relation_of_the_fair_profile() -> None:
    found = signposting.links(work("article"), files=FILES, pdf=f"{PAGE}epr.pdf", orcids=[ORCID, ORCID])
    assert found == [
        ("type", "https://schema.org/AboutPage", ""),
        ("type", "https://schema.org/ScholarlyArticle", ""),
        ("related", "https://doi.org/10.1103/PhysRev.47.777", ""),
        ("describedby", f"{PAGE}epr.bib", "application/x-bibtex"),
        ("describedby", f"{PAGE}epr.ris", "application/x-research-info-systems"),
        ("item", f"{PAGE}epr.pdf", "application/pdf"),
        ("license", "https://creativecommons.org/licenses/by/4.0/", ""),
        ("author", ORCID, ""),
    ]


def test_a_doi_that_resolves_elsewhere_is_not_how_to_cite_this_page() -> None:
    assert "cite-as" not in {link.rel for link in signposting.links(work("article"), files=FILES)}


def test_a_header_names_relation_and_type() -> None:
    found = signposting.links(replace(work("talk"), licence=""), files={"application/x-bibtex": f"{PAGE}epr.bib"})
    assert signposting.header(found) == (
        '<https://schema.org/AboutPage>; rel="type", '
        '<https://schema.org/PresentationDigitalDocument>; rel="type", '
        f'<{PAGE}epr.bib>; rel="describedby"; type="application/x-bibtex"'
    )


def test_an_old_doi_cannot_end_its_address() -> None:
    old = replace(work("article"), doi='10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"é')
    [related] = [link.href for link in signposting.links(old, files={}) if link.rel == "related"]
    assert related == "https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O%22%C3%A9"


def test_a_header_stays_short_with_three_thousand_authors() -> None:
    orcids = [f"https://orcid.org/0000-0000-0000-{number:04d}" for number in range(3000)]
    header = signposting.header(signposting.links(work("article"), files=FILES, orcids=orcids))
    assert 2000 < len(header) <= signposting.LONGEST_HEADER
    assert header.startswith('<https://schema.org/AboutPage>; rel="type"') and header.endswith('rel="author"')


def test_a_file_names_its_page() -> None:
    assert signposting.back("describes", PAGE) == f'<{PAGE}>; rel="describes"; type="text/html"'
