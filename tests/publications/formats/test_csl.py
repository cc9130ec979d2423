from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import citeproc
import pytest
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from publications.bibtex import LinkItem, Name, Record
from publications.formats import csl

from .works import WORKS, class_a, demo, records, work

PAGE = "https://ada.example/p/"
SCHEMA = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
# citeproc-py 0.11 knows the variables of CSL 1.0.1, says so of each newer one, and goes on (seen 2025-11).
knows_less = pytest.mark.filterwarnings("ignore:The following arguments for:UserWarning")
ITEMS: dict[str, csl.Item] = {
    "article": {
        "id": "einstein1935epr",
        "citation-key": "einstein1935epr",
        "type": "article-journal",
        "title": "Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ",
        "author": [
            {"family": "Einstein", "given": "A."},
            {"family": "Podolsky", "given": "Boris", "non-dropping-particle": "van der"},
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"literal": "CERN"},
        ],
        "issued": {"date-parts": [[1935, 5, 15]]},
        "container-title": "Physical Review",
        "container-title-short": "Phys. Rev.",
        "issue": "10",
        "volume": "47",
        "page": "777-780",
        "DOI": "10.1103/PhysRev.47.777",
        "ISSN": "0031-899X",
        "PMID": "123",
        "URL": "https://example.org/epr;a",
        "accessed": {"date-parts": [[2020, 5, 6]]},
        "abstract": "First.\n\nSecond.",
        "language": "en",
        "keyword": "quantum, theory",
        "note": "Classic",
        "custom": {
            "entrytype": "article",
            "license": "CC-BY-4.0",
            "award": "Best paper",
            "links": [{"label": "Code", "url": "https://github.com/epr/code"}],
            "mrnumber": "MR1",
        },
    },
    "conference": {
        "id": "vaswani2017",
        "citation-key": "vaswani2017",
        "type": "paper-conference",
        "title": "Attention Is All You Need",
        "author": [{"family": "Vaswani", "given": "Ashish"}, {"literal": "others"}],
        "editor": [{"family": "Guyon", "given": "I."}],
        "issued": {"date-parts": [[2017, 12]]},
        "container-title": "Advances in Neural Information Processing Systems",
        "container-title-short": "NeurIPS",
        "collection-title": "LNCS",
        "collection-number": "30",
        "volume": "7",
        "page": "1-11",
        "publisher": "Curran",
        "publisher-place": "Red Hook",
        "event-place": "Long Beach",
        "ISBN": "978-1-5108",
        "URL": "https://ada.example/p/",
        "event-title": "NIPS 2017",
        "custom": {
            "entrytype": "inproceedings",
            "eprint": "1706.03762",
            "primaryclass": "cs.CL",
            "archiveprefix": "arXiv",
            "pdf": "https://papers.nips.cc/7181.pdf",
        },
    },
    "chapter": {
        "id": "ch",
        "citation-key": "ch",
        "type": "chapter",
        "title": "A Chapter",
        "author": [{"family": "Müller", "given": "Jörg"}],
        "editor": [{"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"}],
        "issued": {"date-parts": [[2001]]},
        "container-title": "The Book",
        "collection-title": "Texts",
        "collection-number": "4",
        "page": "1-9",
        "edition": "Second",
        "publisher": "Springer",
        "publisher-place": "Berlin",
        "ISBN": "3-540-1",
        "URL": "https://ada.example/p/",
        "chapter-number": "3",
        "translator": [{"family": "Roe", "given": "Jane"}],
        "custom": {"entrytype": "incollection"},
    },
    "book": {
        "id": "bk",
        "citation-key": "bk",
        "type": "book",
        "title": "A Book",
        "editor": [{"family": "Knuth", "given": "Donald E."}],
        "issued": {"date-parts": [[1968]]},
        "collection-title": "Art",
        "collection-number": "1",
        "volume": "2",
        "number-of-pages": "634",
        "edition": "1",
        "publisher": "Addison-Wesley",
        "publisher-place": "Reading",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "book"},
    },
    "thesis": {
        "id": "ms",
        "citation-key": "ms",
        "type": "thesis",
        "title": "On Forms",
        "author": [{"family": "Noether", "given": "Emmy"}],
        "issued": {"date-parts": [[1907, 12]]},
        "number-of-pages": "77",
        "genre": "Master’s thesis",
        "publisher": "Erlangen",
        "publisher-place": "Erlangen, Germany",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "mastersthesis"},
    },
    "report": {
        "id": "tr",
        "citation-key": "tr",
        "type": "report",
        "title": "A Report",
        "author": [{"literal": "Working Group, Inc."}],
        "issued": {"date-parts": [[1970]]},
        "number": "RC 42",
        "genre": "Research note",
        "publisher": "IBM",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "techreport"},
    },
    "preprint": {
        "id": "pp",
        "citation-key": "pp",
        "type": "article",
        "title": "A Preprint",
        "author": [{"family": "Lovelace", "given": "Ada"}],
        "issued": {"date-parts": [[2025, 1]]},
        "number": "arXiv:2501.12632",
        "genre": "Preprint",
        "status": "submitted",
        "publisher": "arXiv",
        "URL": "https://arxiv.org/abs/2501.12632",
        "note": "Submitted",
        "custom": {"entrytype": "misc", "eprint": "2501.12632", "primaryclass": "cs.CV", "archiveprefix": "arXiv"},
    },
    "manuscript": {
        "id": "un",
        "citation-key": "un",
        "type": "manuscript",
        "title": "A Manuscript",
        "author": [{"family": "Doe", "given": "Jane"}],
        "status": "in preparation",
        "URL": "https://ada.example/p/",
        "note": "In preparation",
        "custom": {"entrytype": "unpublished"},
    },
    "software": {
        "id": "sw",
        "citation-key": "sw",
        "type": "software",
        "title": "Tool",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2020]]},
        "publisher": "Zenodo",
        "DOI": "10.5281/zenodo.1",
        "URL": "https://ada.example/p/",
        "version": "1.2",
        "custom": {"entrytype": "software", "language": "Python"},
    },
    "dataset": {
        "id": "ds",
        "citation-key": "ds",
        "type": "dataset",
        "title": "Images",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2021]]},
        "publisher": "Zenodo",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "dataset"},
    },
    "patent": {
        "id": "pt",
        "citation-key": "pt",
        "type": "patent",
        "title": "Motor",
        "author": [{"family": "Tesla", "given": "Nikola"}],
        "issued": {"date-parts": [[1888]]},
        "number": "US381968",
        "publisher-place": "US",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "patent"},
    },
    "online": {
        "id": "on",
        "citation-key": "on",
        "type": "webpage",
        "title": "A Site",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2022]]},
        "publisher": "Example",
        "URL": "https://example.org/",
        "custom": {"entrytype": "online"},
    },
    "talk": {
        "id": "tk",
        "citation-key": "tk",
        "type": "speech",
        "title": "A Talk",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2019]]},
        "event-title": "Invited talk at MIT",
        "event-place": "Boston",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "misc"},
    },
    "poster": {
        "id": "po",
        "citation-key": "po",
        "type": "speech",
        "title": "A Poster",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2018]]},
        "event-title": "Poster session, EGU",
        "genre": "Poster",
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "misc"},
    },
    "other": {
        "id": "ot",
        "citation-key": "ot",
        "type": "document",
        "title": "雑記",
        "author": [{"family": "山田", "given": "太郎", "static-ordering": True}],
        "issued": {"date-parts": [[1974], [1975]]},
        "URL": "https://ada.example/p/",
        "custom": {"entrytype": "misc", "hal_id": "hal-01234567", "date_text": "1974/1975"},
    },
}


def every_work() -> list[Record]:
    return [work(kind) for kind in WORKS]


@pytest.mark.parametrize("kind", WORKS)
def test_every_kind_of_work_becomes_the_item_known_for_it(kind: str) -> None:
    assert csl.item(work(kind), url=PAGE) == ITEMS[kind]


def test_what_is_not_known_is_not_written() -> None:
    assert csl.item(Record()) == {"id": "untitled", "type": "document"}
    assert csl.write([]) == "[\n\n]\n"


def test_keys_stand_in_the_same_order_and_text_is_not_escaped() -> None:
    record = Record(
        citation_key="k", kind="book", title="Über “Größe”", year=2020, note="n", publisher="P", doi="10.1/x"
    )
    assert csl.write([record]) == (
        '[\n{"id": "k", "citation-key": "k", "type": "book", "title": "Über “Größe”", '
        '"issued": {"date-parts": [[2020]]}, "publisher": "P", "DOI": "10.1/x", "note": "n"}\n]\n'
    )


def test_ids_differ_where_citation_keys_do_not() -> None:
    items = json.loads(csl.write([Record(citation_key="k"), Record(citation_key="k"), Record(citation_key="k-2")]))
    assert [one["id"] for one in items] == ["k", "k-2", "k-2-2"]
    assert [one["citation-key"] for one in items] == ["k", "k", "k-2"]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({}, None),
        ({"year": 2020}, {"date-parts": [[2020]]}),
        ({"year": 2020, "month": 2}, {"date-parts": [[2020, 2]]}),
        ({"year": 2020, "month": 2, "day": 3}, {"date-parts": [[2020, 2, 3]]}),
        ({"year": 2020, "day": 3}, {"date-parts": [[2020]]}),
        ({"year": 1974, "date_text": "1974–1975"}, {"date-parts": [[1974], [1975]]}),
        ({"year": 2015, "date_text": "Spring 2015"}, {"date-parts": [[2015]]}),
        ({"date_text": "in press"}, {"literal": "in press"}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(columns: dict[str, Any], expected: object) -> None:
    found = csl.item(Record(**columns))
    assert found.get("issued") == expected
    assert found.get("custom", {}).get("date_text") == columns.get("date_text")


@pytest.mark.parametrize(
    ("pages", "expected"),
    [("103–129", "103-129"), ("3-1–3-20", "3-1–3-20"), ("1–3, 7–9", "1-3, 7-9"), ("111358", "111358"), ("1–0", "1-0")],
)
def test_pages(pages: str, expected: str) -> None:
    assert csl.item(Record(kind="article", pages=pages))["page"] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            Name("Beethoven", "Ludwig", "van"),
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ),
        (Name("King", "Martin", jr="Jr."), {"family": "King", "given": "Martin", "suffix": "Jr."}),
        (Name("Plato"), {"family": "Plato"}),
        (Name("", "Madonna"), {"literal": "Madonna"}),
        (Name("Barnes, Noble", literal=True), {"literal": "Barnes, Noble"}),
        (Name("김", "연아"), {"family": "김", "given": "연아", "static-ordering": True}),
        (Name("Doe", "Jane", marks="*"), {"family": "Doe", "given": "Jane"}),
    ],
)
def test_names(name: Name, expected: csl.Item) -> None:
    assert csl.name_of(name) == expected


@pytest.mark.parametrize(
    ("columns", "publisher", "event"),
    [
        ({"publisher": "ACM", "location": "New York"}, "New York", None),
        ({"location": "Florence"}, None, "Florence"),
        ({"publisher": "ACM", "location": "Florence", "extra": {"address": "New York"}}, "New York", "Florence"),
        ({"publisher": "ACM", "location": "New York", "extra": {"venue": "Florence"}}, "New York", "Florence"),
    ],
)
def test_the_place_of_a_conference_paper(columns: dict[str, Any], publisher: str, event: str) -> None:
    found = csl.item(Record(kind="conference", **columns))
    assert (found.get("publisher-place"), found.get("event-place")) == (publisher, event)
    assert "custom" not in found


def test_special_types_follow_the_entry_only_while_the_kind_agrees() -> None:
    assert csl.item(Record(kind="article", extra={"entrysubtype": "magazine"}))["type"] == "article-magazine"
    assert csl.item(Record(kind="report", entry_type="standard"))["type"] == "standard"
    assert csl.item(Record(kind="talk", entry_type="standard"))["type"] == "speech"


def test_nothing_is_lost_but_private_fields_are_left_out() -> None:
    record = Record(
        kind="thesis", arxiv_id="1807.05292", publisher="Press", institution="School", status="published", award="Best",
        award_text="Why", collaboration="Group", authors=[Name("Doe", "J.")], venue_short="V", licence="CC0",
        hal_id="hal-1", links=[LinkItem("Web page", "https://a.example/", "link"), LinkItem("Code", "/code", "code")],
        extra={"eprint": "other", "Mine": "x", "comment": "secret", "x-y": "secret", "pagetotal": "9", "numpages": "8"},
    )  # fmt: skip
    found = csl.item(record, url=PAGE, pdf=PAGE + "p.pdf")
    assert (found["publisher"], found["number-of-pages"], found["URL"]) == ("School", "9", "https://a.example/")
    assert found["custom"] == {
        "eprint": "1807.05292", "hal_id": "hal-1", "license": "CC0", "award": "Best", "award_text": "Why",
        "archiveprefix": "arXiv", "collaboration": "Group", "venue_short": "V", "status": "published",
        "publisher": "Press", "pdf": "https://ada.example/p/p.pdf",
        "links": [{"label": "Code", "url": "https://ada.example/code"}],
        "extra-eprint": "other", "mine": "x", "numpages": "8",
    }  # fmt: skip


def names_in(file: str) -> set[str]:
    """The words a schema of CSL itself (RELAX NG, it comes with citeproc-py) allows."""
    return set(re.findall(r'(?m)^[^#\n]*"([\w-]+)"', (SCHEMA / file).read_text(encoding="utf-8")))


def test_types_and_variables_are_those_of_csl() -> None:
    allowed = names_in("csl-variables.rnc") | {"id", "type", "custom"}
    tables = {*csl._MORE.values(), *csl._MORE_NAMES.values(), *csl._MORE_DATES.values()}
    written = {name for record in [*every_work(), *demo(), *class_a()] for name in csl.item(record, url=PAGE)}
    assert (tables | written) - allowed == set()
    assert {*csl._KINDS.values(), *csl._SPECIAL.values(), "document"} - names_in("csl-types.rnc") == set()


@settings(max_examples=60, deadline=None)
@given(st.lists(records, max_size=3))
def test_any_text_is_kept_as_json(records: list[Record]) -> None:
    items = json.loads(csl.write(records))
    assert [one.get("citation-key", "") for one in items] == [record.citation_key for record in records]
    assert [one.get("title", "") for one in items] == [record.title for record in records]
    assert len({one["id"] for one in items}) == len(records)
    assert all(
        value not in ("", [], {}, None) for one in items for value in [*one.values(), *one.get("custom", {}).values()]
    )


def real(source: str) -> list[Record]:
    found = class_a() if source == "corpus" else [*demo(), *every_work()]
    if not found:
        pytest.skip("corpus NOT RUN: ../shared/corpus is not here")
    return found


@knows_less
@pytest.mark.parametrize("source", ["demo", "corpus"])
def test_citeproc_py_reads_titles_and_names(source: str) -> None:
    items = json.loads(csl.write(real(source)))
    read = CiteProcJSON(items)
    for one in items:
        reference = read[one["id"].lower()]
        assert str(reference.title) == one["title"]
        names = [name.parts() for name in reference.get("author", [])]
        assert names == [parts_of(name) for name in one.get("author", [])]


def parts_of(name: dict[str, str]) -> tuple[str | None, ...]:
    if "literal" in name:
        return (None, name["literal"], None, None, None)
    return (name.get("given"), name["family"], None, name.get("non-dropping-particle"), name.get("suffix"))


@knows_less
def test_citeproc_py_makes_the_citations_one_expects() -> None:
    source = CiteProcJSON(json.loads(csl.write(every_work())))
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = citeproc.CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(key)]))
    cited = dict(zip(WORKS, map(str, bibliography.bibliography()), strict=True))
    assert {kind: cited[kind] for kind in ("article", "conference", "chapter", "thesis", "report", "preprint")} == {
        "article": "Einstein, A. et al. (1935) “Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ”, Physical "
        "Review, 47(10), pp. 777–780. Available at: https://doi.org/10.1103/PhysRev.47.777.",
        "conference": "Vaswani, A. and others (2017) “Attention Is All You Need”, in I. Guyon (ed.) Advances in Neural "
        "Information Processing Systems. Red Hook: Curran (LNCS, 30), pp. 1–11. Available at: "
        "https://arxiv.org/abs/1706.03762.",
        "chapter": "Müller, J. (2001) “A Chapter”, in A. de la Cruz (ed.), J. Roe (trans.) The Book. Second. Berlin: "
        "Springer (Texts, 4), pp. 1–9.",
        "thesis": "Noether, E. (1907) On Forms. Master’s thesis. Erlangen.",
        "report": "Working Group, Inc. (1970) A Report. Research note RC 42. IBM.",
        "preprint": "Lovelace, A. (2025) “A Preprint”. arXiv. Available at: https://arxiv.org/abs/2501.12632.",
    }


def pandoc(text: str, *arguments: str) -> str:
    if not shutil.which("pandoc"):
        assert "REQUIRE_PANDOC" not in os.environ, "pandoc is not installed"
        pytest.skip("pandoc is not installed")
    done = subprocess.run(
        ["pandoc", "-f", "csljson", *arguments], input=text, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("source", ["demo", "corpus"])
def test_pandoc_reads_titles_and_names(source: str) -> None:
    text = csl.write(real(source))
    read = {one["id"]: one for one in json.loads(pandoc(text, "-t", "csljson"))}
    for one in json.loads(text):
        again = read.pop(one["id"])
        assert plain(again["title"]) == plain(one["title"])
        assert [plain(printed(name)) for name in again.get("author", [])] == [
            plain(printed(name)) for name in one.get("author", [])
        ]
        assert again.get("issued") == one.get("issued")
    assert read == {}


def printed(name: dict[str, str]) -> str:
    parts = ("literal", "non-dropping-particle", "dropping-particle", "family", "suffix", "given")
    return " ".join(name[part] for part in parts if part in name)


def plain(text: str) -> str:
    """Pandoc makes quotation marks round, and markup of raised letters."""
    text = re.sub(r"</?(?:sup|sub|span|i|b)[^>]*>", "", text)
    return unicodedata.normalize("NFKC", text.translate(str.maketrans("’‘“”", "''\"\"")))


def test_pandoc_says_et_al_and_keeps_the_order_of_east_asian_names() -> None:
    cited = pandoc(csl.write(every_work()), "-t", "plain", "--citeproc", "--wrap=none")
    assert "Vaswani, Ashish et al. 2017." in cited
    assert "山田太郎. 1974–1975. “雑記.”" in cited
    assert "Einstein, A., Boris van der Podolsky, Martin Luther King Jr., and CERN. 1935." in cited
