from __future__ import annotations

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from publications.bibtex import LinkItem, Name, Record
from publications.formats import ris

from .works import WORKS, class_a, demo, one_line, records, work

PAGE = "https://ada.example/p/"
# Every kind of work as RIS, line ends as in a file of this system; the page's address is PAGE.
REFERENCES = {
    "article": """\
TY  - JOUR
AU  - Einstein, A.
AU  - van der Podolsky, Boris
AU  - King, Martin Luther, Jr.
AU  - CERN
TI  - Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ
T2  - Physical Review
JF  - Physical Review
JA  - Phys. Rev.
PY  - 1935
DA  - 1935/05/15/
VL  - 47
IS  - 10
SP  - 777
EP  - 780
SN  - 0031-899X
DO  - 10.1103/PhysRev.47.777
LA  - en
KW  - quantum
KW  - theory
AB  - First. Second.
N1  - Classic
N1  - Best paper
N1  - PMID: 123
UR  - https://example.org/epr%3Ba
UR  - https://ada.example/p/
UR  - https://github.com/epr/code
ID  - einstein1935epr
ER  -
""",
    "conference": """\
TY  - CONF
AU  - Vaswani, Ashish
A2  - Guyon, I.
TI  - Attention Is All You Need
T2  - Advances in Neural Information Processing Systems
T3  - LNCS
C3  - Advances in Neural Information Processing Systems
JA  - NeurIPS
PY  - 2017
DA  - 2017/12//
VL  - 7
IS  - 30
SP  - 1
EP  - 11
PB  - Curran
CY  - Long Beach
SN  - 978-1-5108
N1  - And other authors
UR  - https://ada.example/p/
UR  - https://arxiv.org/abs/1706.03762
L1  - https://papers.nips.cc/7181.pdf
ID  - vaswani2017
ER  -
""",
    "chapter": """\
TY  - CHAP
AU  - Müller, Jörg
A2  - de la Cruz, Ana
TI  - A Chapter
T2  - The Book
T3  - Texts
PY  - 2001
SV  - 4
SP  - 1
EP  - 9
ET  - Second
PB  - Springer
CY  - Berlin
SN  - 3-540-1
UR  - https://ada.example/p/
ID  - ch
ER  -
""",
    "book": """\
TY  - BOOK
ED  - Knuth, Donald E.
TI  - A Book
T2  - Art
PY  - 1968
VL  - 2
M1  - 1
SP  - 634
ET  - 1
PB  - Addison-Wesley
CY  - Reading
UR  - https://ada.example/p/
ID  - bk
ER  -
""",
    "thesis": """\
TY  - THES
AU  - Noether, Emmy
TI  - On Forms
PY  - 1907
DA  - 1907/12//
SP  - 77
PB  - Erlangen
CY  - Erlangen, Germany
M3  - Master’s thesis
UR  - https://ada.example/p/
ID  - ms
ER  -
""",
    "report": """\
TY  - RPRT
AU  - Working Group, Inc.
TI  - A Report
PY  - 1970
SN  - RC 42
PB  - IBM
M3  - Research note
UR  - https://ada.example/p/
ID  - tr
ER  -
""",
    "preprint": """\
TY  - UNPB
AU  - Lovelace, Ada
TI  - A Preprint
PY  - 2025
DA  - 2025/01//
AN  - arXiv:2501.12632
DB  - arXiv
M3  - Preprint
N1  - Submitted
UR  - https://arxiv.org/abs/2501.12632
UR  - https://ada.example/p/
ID  - pp
ER  -
""",
    "manuscript": """\
TY  - UNPB
AU  - Doe, Jane
TI  - A Manuscript
N1  - In preparation
UR  - https://ada.example/p/
ID  - un
ER  -
""",
    "software": """\
TY  - COMP
AU  - Doe, Jane
TI  - Tool
PY  - 2020
ET  - 1.2
PB  - Zenodo
DO  - 10.5281/zenodo.1
UR  - https://ada.example/p/
ID  - sw
ER  -
""",
    "dataset": """\
TY  - DATA
AU  - Doe, Jane
TI  - Images
PY  - 2021
PB  - Zenodo
UR  - https://ada.example/p/
ID  - ds
ER  -
""",
    "patent": """\
TY  - PAT
AU  - Tesla, Nikola
TI  - Motor
PY  - 1888
SN  - US381968
CY  - US
UR  - https://ada.example/p/
ID  - pt
ER  -
""",
    "online": """\
TY  - ELEC
AU  - Doe, Jane
TI  - A Site
PY  - 2022
PB  - Example
UR  - https://example.org/
UR  - https://ada.example/p/
ID  - on
ER  -
""",
    "talk": """\
TY  - SLIDE
AU  - Doe, Jane
TI  - A Talk
T2  - Invited talk at MIT
PY  - 2019
CY  - Boston
UR  - https://ada.example/p/
ID  - tk
ER  -
""",
    "poster": """\
TY  - SLIDE
AU  - Doe, Jane
TI  - A Poster
T2  - Poster session, EGU
PY  - 2018
M3  - Poster
UR  - https://ada.example/p/
ID  - po
ER  -
""",
    "other": """\
TY  - GEN
AU  - 山田, 太郎
TI  - 雑記
PY  - 1974
DA  - 1974///1974–1975
UR  - https://ada.example/p/
UR  - https://hal.science/hal-01234567
ID  - ot
ER  -
""",
}


@pytest.mark.parametrize("kind", WORKS)
def test_every_kind_of_work_becomes_the_reference_known_for_it(kind: str) -> None:
    found = ris.reference(work(kind), url=PAGE)
    assert found.endswith("\r\nER  - \r\n\r\n")
    assert found.replace("\r\n", "\n").replace("ER  - \n", "ER  -\n").rstrip("\n") + "\n" == REFERENCES[kind]


def test_a_reader_finds_every_part_of_an_article() -> None:
    assert rispy.loads(ris.reference(work("article"), pdf="https://ada.example/p/p.pdf", accessed="2025-02-03")) == [
        {
            "type_of_reference": "JOUR",
            "authors": ["Einstein, A.", "van der Podolsky, Boris", "King, Martin Luther, Jr.", "CERN"],
            "title": "Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ",
            "secondary_title": "Physical Review",
            "alternate_title3": "Physical Review",
            "alternate_title2": "Phys. Rev.",
            "year": "1935",
            "date": "1935/05/15/",
            "volume": "47",
            "number": "10",
            "start_page": "777",
            "end_page": "780",
            "issn": "0031-899X",
            "doi": "10.1103/PhysRev.47.777",
            "language": "en",
            "keywords": ["quantum", "theory"],
            "abstract": "First. Second.",
            "notes": ["Classic", "Best paper", "PMID: 123"],
            "urls": ["https://example.org/epr%3Ba", "https://github.com/epr/code"],
            "file_attachments1": "https://ada.example/p/p.pdf",
            "access_date": "2025/02/03",
            "id": "einstein1935epr",
        }
    ]


def test_what_is_not_known_is_not_written() -> None:
    assert ris.write([Record(title="A", year=2020), Record(title="B")]) == (
        "TY  - GEN\r\nTI  - A\r\nPY  - 2020\r\nER  - \r\n\r\nTY  - GEN\r\nTI  - B\r\nER  - \r\n\r\n"
    )


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        ({"year": 2020}, ["PY  - 2020"]),
        ({"year": 2020, "month": 2}, ["PY  - 2020", "DA  - 2020/02//"]),
        ({"year": 2020, "month": 2, "day": 3}, ["PY  - 2020", "DA  - 2020/02/03/"]),
        ({"year": 2020, "day": 3}, ["PY  - 2020"]),
        ({"year": 987}, ["PY  - 0987"]),
        ({"year": 2015, "date_text": "Spring 2015"}, ["PY  - 2015", "DA  - 2015///Spring 2015"]),
        ({"date_text": "in press"}, ["DA  - ///in press"]),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(columns: dict[str, object], lines: list[str]) -> None:
    written = ris.reference(Record(**columns)).split("\r\n")  # type: ignore[arg-type]
    assert [line for line in written if line[:2] in ("PY", "DA")] == lines


@pytest.mark.parametrize(
    ("pages", "lines"),
    [
        ("103–129", ["SP  - 103", "EP  - 129"]),
        ("3-1–3-20", ["SP  - 3-1", "EP  - 3-20"]),
        ("111358", ["SP  - 111358"]),
        ("1–3, 7–9", ["SP  - 1–3, 7–9"]),
        ("", []),
    ],
)
def test_pages(pages: str, lines: list[str]) -> None:
    written = ris.reference(Record(pages=pages)).split("\r\n")
    assert [line for line in written if line[:2] in ("SP", "EP")] == lines


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("Beethoven", "Ludwig", "van"), "van Beethoven, Ludwig"),
        (Name("King", "Martin Luther", jr="Jr."), "King, Martin Luther, Jr."),
        (Name("King", jr="Jr."), "King, , Jr."),
        (Name("Plato"), "Plato"),
        (Name("", "Madonna"), "Madonna"),
        (Name("ATLAS Collaboration", literal=True), "ATLAS Collaboration"),
        (Name("山田", "太郎"), "山田, 太郎"),
        (Name("Doe", "Jane", marks="*†"), "Doe, Jane"),
    ],
)
def test_names(name: Name, expected: str) -> None:
    assert ris.name_of(name) == expected


def test_a_collaboration_is_the_author_where_nobody_else_is() -> None:
    assert rispy.loads(ris.reference(Record(collaboration="ATLAS")))[0]["authors"] == ["ATLAS"]
    both = rispy.loads(ris.reference(Record(collaboration="ATLAS", authors=[Name("Aad", "G.")])))[0]
    assert (both["authors"], both["notes"]) == (["Aad, G."], ["ATLAS"])


def test_the_sites_own_paths_are_written_in_full_or_not_at_all() -> None:
    record = Record(links=[LinkItem("Page", "/sr-caco-2/", "website"), LinkItem("PDF", "/a.pdf", "pdf")])
    assert rispy.loads(ris.reference(record)) == [{"type_of_reference": "GEN"}]
    assert rispy.loads(ris.reference(record, url=PAGE)) == [
        {
            "type_of_reference": "GEN",
            "urls": [PAGE, "https://ada.example/sr-caco-2/"],
            "file_attachments1": "https://ada.example/a.pdf",
        }
    ]


def test_private_fields_are_not_written() -> None:
    record = Record(extra={"shorttitle": "Short", "comment": "secret", "bdsk-file-1": "secret", "Annote": "secret"})
    assert "secret" not in ris.reference(record, url=PAGE)


@settings(max_examples=60, deadline=None)
@given(st.lists(records, max_size=3))
def test_no_value_adds_a_line_or_a_reference(records: list[Record]) -> None:
    text = ris.write(records)
    references = [reference.split("\r\n") for reference in text.split("\r\n\r\n")[:-1]]
    assert len(references) == len(records)
    for first, *lines, last in references:
        assert first.startswith("TY  - ") and last == "ER  - "
        assert [line for line in lines if line.splitlines() != [line] or line[2:6] != "  - "] == []
        assert {"TY", "ER"} & {line[:2] for line in lines} == set()
    read = rispy.loads(text)
    assert [one.get("title", "") for one in read] == [one_line(record.title) for record in records]
    assert [len(one.get("authors", [])) for one in read] == [written_authors(record) for record in records]


def written_authors(record: Record) -> int:
    names = [ris.name_of(author) for author in record.authors] or [record.collaboration]
    return sum(bool(one_line(name)) for name in names)


@pytest.mark.parametrize("source", [demo, class_a], ids=["demo", "corpus"])
def test_real_references_come_back_with_titles_and_names(source: object) -> None:
    records = source()  # type: ignore[operator]
    if not records:
        pytest.skip("corpus NOT RUN: ../shared/corpus is not here")
    read = rispy.loads(ris.write(records))
    assert [one["id"] for one in read] == [record.citation_key for record in records]
    assert [one["title"] for one in read] == [one_line(record.title) for record in records]
    assert [one.get("authors", []) for one in read] == [
        [ris.name_of(name) for name in record.authors] for record in records
    ]
