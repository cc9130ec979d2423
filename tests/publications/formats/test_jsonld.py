"""Works as schema.org describes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publications.formats import jsonld

from .works import WORKS, work

PAGE = "https://ada.example.org/publications/epr/"


def test_an_article_whole() -> None:
    ids = ["https://orcid.org/0000-0002-1825-0097"]
    [found] = jsonld.work(work("article"), url=PAGE, pdf=f"{PAGE}epr.pdf", author_ids=ids)
    assert found == {
        "@type": "ScholarlyArticle",
        "@id": f"{PAGE}#work",
        "url": PAGE,
        "mainEntityOfPage": PAGE,
        "name": "Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ",
        "headline": "Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ",
        "author": [
            {"@type": "Person", "@id": ids[0], "name": "A. Einstein", "givenName": "A.", "familyName": "Einstein"},
            {
                "@type": "Person",
                "name": "Boris van der Podolsky",
                "givenName": "Boris",
                "familyName": "van der Podolsky",
            },
            {
                "@type": "Person",
                "name": "Martin Luther King, Jr.",
                "givenName": "Martin Luther",
                "familyName": "King",
                "honorificSuffix": "Jr.",
            },
            {"@type": "Organization", "name": "CERN"},
        ],
        "datePublished": "1935-05-15",
        "inLanguage": "en",
        "abstract": "First.\n\nSecond.",
        "keywords": ["quantum", "theory"],
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "10",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "47",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "Physical Review",
                    "alternateName": "Phys. Rev.",
                    "issn": ["0031-899X"],
                },
            },
        },
        "pageStart": "777",
        "pageEnd": "780",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1103/PhysRev.47.777"},
            {"@type": "PropertyValue", "propertyID": "PMID", "value": "123"},
        ],
        "sameAs": ["https://doi.org/10.1103/PhysRev.47.777"],
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "award": "Best paper",
        "encoding": {"@type": "MediaObject", "contentUrl": f"{PAGE}epr.pdf", "encodingFormat": "application/pdf"},
    }


TYPES = {
    "article": "ScholarlyArticle",
    "conference": "ScholarlyArticle",
    "chapter": "Chapter",
    "book": "Book",
    "thesis": "Thesis",
    "report": "Report",
    "preprint": "ScholarlyArticle",
    "manuscript": "ScholarlyArticle",
    "software": "SoftwareSourceCode",
    "dataset": "Dataset",
    "patent": "CreativeWork",
    "online": "CreativeWork",
    "talk": "PresentationDigitalDocument",
    "poster": "Poster",
    "other": "CreativeWork",
}


def test_every_kind_has_a_type() -> None:
    assert {kind: jsonld.work(work(kind))[0]["@type"] for kind in WORKS} == TYPES


def test_a_conference_paper_is_part_of_a_book_in_its_series() -> None:
    [found] = jsonld.work(work("conference"))
    assert found["isPartOf"] == {
        "@type": "Book",
        "name": "Advances in Neural Information Processing Systems",
        "alternateName": "NeurIPS",
        "isbn": ["978-1-5108"],
        "editor": [{"@type": "Person", "name": "I. Guyon", "givenName": "I.", "familyName": "Guyon"}],
        "isPartOf": {"@type": "BookSeries", "name": "LNCS"},
    }
    assert (found["pageStart"], found["pageEnd"]) == ("1", "11")


def test_a_talk_comes_with_its_event() -> None:
    talk = replace(work("talk"), venue="Invited talks at MIT", year=2019, month=4)
    given, event = jsonld.work(talk, url=PAGE)
    assert given["@type"] == "PresentationDigitalDocument"
    assert event == {
        "@type": "Event",
        "name": "Invited talks at MIT",
        "startDate": "2019-04",
        "location": {"@type": "Place", "name": "Boston"},
        "performer": [{"@type": "Person", "name": "Jane Doe", "givenName": "Jane", "familyName": "Doe"}],
        "workFeatured": {"@id": f"{PAGE}#work"},
    }


def test_a_talk_without_date_or_occasion_has_no_event() -> None:
    assert len(jsonld.work(replace(work("talk"), year=None))) == 1
    assert len(jsonld.work(replace(work("talk"), venue="", institution="", location=""))) == 1


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("https://example.org/licence", "https://example.org/licence"),
        ("All rights reserved", "All rights reserved"),
    ],
)
def test_a_licence_is_an_address_where_its_name_is_known(licence: str, address: str) -> None:
    assert jsonld.work(replace(work("article"), licence=licence))[0]["license"] == address


def test_an_article_number_is_no_first_page() -> None:
    [found] = jsonld.work(replace(work("article"), pages="e1009"))
    assert found["pagination"] == "e1009" and "pageStart" not in found
