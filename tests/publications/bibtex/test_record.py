import json
from typing import Any

import pytest

from publications.bibtex import (
    Entry,
    Field,
    Name,
    Record,
    generate_key,
    language_code,
    make_slug,
    overlay,
    read,
    record,
)
from tests.cost import assert_linear


def columns(source: str) -> dict[str, Any]:
    """The filled columns of the only entry, without type and key."""
    (entry,) = read(source).entries
    data = record(entry).columns()
    return {name: value for name, value in data.items() if value and name not in ("entry_type", "citation_key")}


def one(source: str) -> Record:
    return record(read(source).entries[0])


def test_al_folio_entry() -> None:
    data = columns(
        "@article{k, abbr={PhysRev}, title={Can {Quantum} Theory Be Complete?}, author={Einstein*†, A. and Rosen*, N.},"
        " abstract={In a complete theory}, journal={Phys. Rev.}, volume={47}, issue={10},"
        " pages={777--780}, numpages={0},"
        " year={1935}, month={May}, publisher={APS}, doi={10.1103/PhysRev.47.777},"
        " url={http://link.aps.org/doi/10.1103/PhysRev.47.777}, html={https://journals.aps.org/x}, pdf={ex.pdf},"
        " altmetric={248277}, dimensions={true}, google_scholar_id={qyhmnyLat1gC}, preview={a.gif}, selected={true},"
        " annotation={* Example use of superscripts<br>† Albert Einstein}, award={The **Nobel Prize** was"
        " given}, award_name={Nobel},"
        " additional_info={. *More Information*}, bibtex_show={true}, hal={hal-01234567}}"
    )
    assert [(name["family"], name["marks"]) for name in data.pop("authors")] == [("Einstein", "*†"), ("Rosen", "*")]
    assert data == {
        "kind": "article",
        "title": "Can Quantum Theory Be Complete?",
        "marks_legend": "* Example use of superscripts † Albert Einstein",
        "year": 1935,
        "month": 5,
        "venue": "Phys. Rev.",
        "venue_short": "PhysRev",
        "volume": "47",
        "number": "10",
        "pages": "777–780",
        "publisher": "APS",
        "doi": "10.1103/PhysRev.47.777",
        "hal_id": "hal-01234567",
        "abstract": "In a complete theory",
        "award": "Nobel",
        "award_text": "The **Nobel Prize** was given",
        "links": [
            {"label": "HTML", "url": "https://journals.aps.org/x", "kind": "html"},
            {"label": "PDF", "url": "/assets/pdf/ex.pdf", "kind": "pdf"},
            {"label": "Web page", "url": "http://link.aps.org/doi/10.1103/PhysRev.47.777", "kind": "link"},
        ],
        "pdf": "/assets/pdf/ex.pdf",
        "picture": "/assets/img/publication_preview/a.gif",
        "selected": True,
        "extra": {"numpages": "0", "additional_info": ". *More Information*"},
    }


def test_talk_of_a_homepage() -> None:
    data = columns(
        "@Misc{k, author={Doe, Jane}, title={Talk}, year={2017}, howpublished={Summer School, Nice},"
        " month={12-15 June},"
        " groups={Presentations fr}, owner={me}, pllinks={[Presentation]:/talks/a.pdf}, timestamp={2017.06.16}}"
    )
    assert (data["kind"], data["venue"], data["month"], data["day"]) == ("talk", "Summer School, Nice", 6, 12)
    assert data["links"] == [{"label": "Presentation", "url": "/talks/a.pdf", "kind": "slides"}]
    assert "extra" not in data


def test_biblatex_entry() -> None:
    data = columns(
        "@inproceedings{k, author={A. Bee}, title={Main?}, subtitle={Sub}, booktitle={Proceedings},"
        " booksubtitle={Of X}, date={2004-03-03},"
        " eventtitle={Conf}, location={Paris}, publisher={P}, pubstate={forthcoming}, langid={french},"
        " urldate={2020-01-01}, eid={e7}}"
    )
    assert (data["title"], data["venue"]) == ("Main? Sub", "Proceedings: Of X")
    assert (data["year"], data["month"], data["day"], data["status"]) == (2004, 3, 3, "inpress")
    assert (data["location"], data["language"], data["pages"]) == ("Paris", "fr", "e7")
    assert data["extra"] == {"eventtitle": "Conf", "urldate": "2020-01-01"}


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("@article{k, journal={Nature}", "article"),
        ("@article{k, journal={CoRR}, volume={abs/1208.4166}", "preprint"),
        ("@article{k, journal={arXiv preprint arXiv:1706.06969}", "preprint"),
        ("@article{k, eprint={1706.06969}, archiveprefix={arXiv}", "preprint"),
        ("@article{k, journal={Nature}, eprint={1706.06969}, archiveprefix={arXiv}", "article"),
        ("@article{k, journal={bioRxiv}", "preprint"),
        ("@conference{k, booktitle={ICML}", "conference"),
        ("@inbook{k, booktitle={B}", "chapter"),
        ("@proceedings{k, editor={E}", "book"),
        ("@mastersthesis{k, school={S}", "thesis"),
        ("@techreport{k, institution={I}", "report"),
        ("@unpublished{k, note={Under review}", "manuscript"),
        ("@unpublished{k, eprint={1706.06969}, archiveprefix={arXiv}", "preprint"),
        ("@misc{k, eprint={1706.06969}, archivePrefix={arXiv}", "preprint"),
        ("@misc{k, url={https://arxiv.org/abs/1706.06969}", "preprint"),
        ("@misc{k, howpublished={Invited talk, Paris}", "talk"),
        ("@misc{k, howpublished={Poster at ICML}", "poster"),
        ("@misc{k, howpublished={Personal communication}", "other"),
        ("@online{k, url={https://a.org}", "online"),
        ("@electronic{k, url={https://a.org}", "online"),
        ("@dataset{k, doi={10.1234/x}", "dataset"),
        ("@softwareversion{k, url={https://a.org}", "software"),
        ("@patent{k, number={1}", "patent"),
        ("@livelink{k, x={1}", "other"),
    ],
)
def test_kind(entry: str, kind: str) -> None:
    assert one(f"{entry}, title={{T}}}}").kind == kind


@pytest.mark.parametrize(
    ("fields", "arxiv_id", "arxiv_class"),
    [
        ("eprint={1706.03762v5}, archivePrefix={arXiv}, primaryClass={cs.CL}", "1706.03762", "cs.CL"),
        ("eprint={hep-th/9901001}, eprinttype={arxiv}", "hep-th/9901001", ""),
        ("eprint={9901001}, archiveprefix={arXiv}, primaryclass={hep-th}", "hep-th/9901001", "hep-th"),
        ("arxivId={arXiv:1706.03762}", "1706.03762", ""),
        ("arxiv={1706.03762}", "1706.03762", ""),
        ("journal={CoRR}, volume={abs/1208.4166}", "1208.4166", ""),
        ("journal={arXiv:1706.06969 [cs.LG]}", "1706.06969", "cs.LG"),
        ("url={https://arxiv.org/pdf/1706.06969v2.pdf}", "1706.06969", ""),
        ("doi={10.48550/arXiv.1706.06969}", "1706.06969", ""),
        ("pllinks={[ArXiv]:https://arxiv.org/abs/1709.01867}", "1709.01867", ""),
        ("eprint={1706.03762}, eprinttype={philpapers}", "", ""),
        ("eprint={https://www.biorxiv.org/x.full.pdf}", "", ""),
        ("journal={Phys. Rev.}, volume={1234.5678}", "", ""),
    ],
)
def test_arxiv_id(fields: str, arxiv_id: str, arxiv_class: str) -> None:
    result = one(f"@article{{k, title={{T}}, {fields}}}")
    assert (result.arxiv_id, result.arxiv_class) == (arxiv_id, arxiv_class)


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1103/PhysRev.47.777", "10.1103/PhysRev.47.777"),
        ("https://doi.org/10.1000/A_b", "10.1000/A_b"),
        ("http://dx.doi.org/10.1000/a", "10.1000/a"),
        ("doi:10.1000/a.", "10.1000/a"),
        (r"10.1000/a\_b{\_}c", "10.1000/a_b_c"),
        (
            "10.1002/(SICI)1097-4571(1990)41:6&lt;391::AID-ASI1&gt;3.0.CO;2-9",
            "10.1002/(SICI)1097-4571(1990)41:6<391::AID-ASI1>3.0.CO;2-9",
        ),
        ("10.1000%2Fx", "10.1000/x"),
        ("https://doi.acm.org/10.1145/3", "10.1145/3"),
        ("10.1016/0001-6160(53)90006-6)", "10.1016/0001-6160(53)90006-6"),
    ],
)
def test_doi_is_bare_as_typed(written: str, doi: str) -> None:
    assert one(f"@misc{{k, title={{T}}, doi={{{written}}}}}").doi == doi


def test_what_is_no_doi_is_named_and_kept() -> None:
    result = one("@misc{k, title={T}, doi={Article}}")
    assert (result.doi, result.extra, result.problems) == ("", {"doi": "Article"}, ["'Article' is not a DOI"])


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ("403--404", "403–404"), ("1204-22", "1204–22"), ("1-1", "1–1"), ("112029", "112029"),
        ("3-1--3-20", "3-1–3-20"),
        ("pp. 1--5, 7 -- 9", "1–5, 7–9"), ("S1-S10", "S1–S10"), ("e12–e15", "e12–e15"), ("A-12", "A-12"),
        ("1--5,7-9", "1–5,7-9"),
    ],
)  # fmt: skip
def test_pages_have_an_en_dash(written: str, pages: str) -> None:
    assert one(f"@misc{{k, title={{T}}, pages={{{written}}}}}").pages == pages


def test_numbers_are_text() -> None:
    result = one("@article{k, title={T}, volume={abs/12}, number={B--1}, issue={Spring}, edition={2nd}}")
    assert (result.volume, result.number, result.edition, result.extra) == ("abs/12", "B–1", "2nd", {"issue": "Spring"})


def test_entry_without_title_takes_another_and_says_so() -> None:
    result = one("@proceedings{k, booktitle={Proceedings of X}, year=2000}")
    assert (result.title, result.problems) == ("Proceedings of X", ["the entry has no title"])
    assert one("@misc{k, year=2000}").title == "k"


def test_topics_are_split_and_told_once() -> None:
    assert one("@misc{k, title={T}, keywords={a, b c; d}, tags={A,e}}").topics == ["a, b c", "d", "A", "e"]
    assert one("@misc{k, title={T}, keywords={deep learning, {\\'E}tude, Deep Learning}}").topics == [
        "deep learning",
        "Étude",
    ]


def test_private_fields_reach_no_column() -> None:
    data = columns(
        "@misc{k, title={T}, owner={me}, file={:/home/me/x.pdf:PDF}, Bdsk-File-1={YnBs},"
        " mendeley-groups={g}, comment-me={c}, review={r},"
        " x-color={#f00}, read={1}, OPTnote={draft}, ALTeditor={}, custom={kept}}"
    )
    assert data == {"kind": "other", "title": "T", "extra": {"custom": "kept"}}


def test_unsafe_picture_is_dropped() -> None:
    assert one("@misc{k, title={T}, preview={javascript:alert(1)}}").picture == ""
    assert one("@misc{k, title={T}, preview={https://a.org/x.png}}").picture == "https://a.org/x.png"


def test_status_of_a_note_keeps_the_note() -> None:
    result = one("@unpublished{k, title={T}, note={Under review}, year=2020}")
    assert (result.status, result.note) == ("submitted", "Under review")


def test_short_award_is_its_name() -> None:
    assert one("@misc{k, title={T}, award={Best Paper}}").award == "Best Paper"


def test_inherited_fields_fill_columns_and_no_extra() -> None:
    bibliography = read(
        "@inproceedings{c, title={T}, crossref={p}}\n@proceedings{p, title={P}, year=1999, lccn={x}, date={1998}}"
    )
    result = record(bibliography.entries[0])
    assert (result.venue, result.year, result.extra) == ("P", 1998, {"crossref": "p"})


def test_own_year_beats_the_parents_date() -> None:
    bibliography = read(
        "@inproceedings{c, title={T}, year=2000, crossref={p}}\n@proceedings{p, title={P}, date={1999}}"
    )
    assert record(bibliography.entries[0]).year == 2000


def test_columns_survive_json() -> None:
    result = one("@misc{k, title={T}, author={A. B* and {CERN}}, pdf={x.pdf}, keywords={a}, custom={c}, year=2000}")
    assert Record.from_columns(json.loads(json.dumps(result.columns()))) == result


def test_key_and_slug_are_ascii() -> None:
    result = one("@misc{, title={The Größe of Things}, author={Außenhöfer, Ä.}, year=2016}")
    assert (generate_key(result), make_slug(result)) == ("aussenhofer2016grosse", "aussenhofer-2016-grosse-things")
    assert generate_key(Record(title="漢字")) == "untitled"


def test_many_entries_take_linear_time() -> None:
    def entries(number: int) -> str:
        return "".join(
            f"@article{{k{n}, title={{On the {{X}} number {n}}}, author={{Bee, A. and D{{\\'e}}e, C.}},"
            f" year={{2000}}, volume=3}}\n"
            for n in range(number)
        )

    assert len([record(entry) for entry in read(entries(2_000)).entries]) == 2_000
    assert_linear(lambda source: [record(entry) for entry in read(source).entries], entries, 5_000)


def test_history_of_a_paper_that_has_appeared_is_no_status() -> None:
    assert one("@article{k, title={T}, volume=1, pages={2}, note={Submitted 8 June}}").status == ""


@pytest.mark.parametrize(
    "piece",
    [" ", "\u00a0", ",", "~", "1", "1-", '\\"', "[", "(", "{", "[a]:", "\\a{", "a ", "http://", "<i", "&a;", "漢"],
)
def test_no_value_takes_more_than_linear_time(piece: str) -> None:
    """Each of these took seconds to minutes with some pattern that backtracks."""
    names = "author title pages year month date url pllinks note howpublished doi eprint journal keywords code isbn"

    def read_and_overlay(value: str) -> None:
        for name in names.split():
            record(Entry("misc", "misc", "k", (Field(name, value, "{x}"),), 1, ""))
            overlay(
                "@misc{k, title={A {B}}, author={A. B}}",
                {"title": value, "authors": [Name(value, value)], "pages": value},
            )

    assert_linear(read_and_overlay, lambda size: piece * (size // len(piece)), 20_000)


def test_list_of_names_that_comes_to_nothing_is_named() -> None:
    found = one("@misc{k, title={T}, author={and and , and {}}, editor={,}}")
    assert (found.authors, found.editors) == ([], [])
    assert found.problems == [
        "author: no name could be read in 'and and , and {}'",
        "editor: no name could be read in ','",
    ]


def test_piece_of_a_list_that_holds_no_name_is_named() -> None:
    found = one("@misc{k, title={T}, author={Bee, A. and {} and and Dee, C.}}")
    assert [name.printed for name in found.authors] == ["A. Bee", "C. Dee"]
    assert found.problems == ["author: no name could be read in '{}'"]


def test_impossible_day_is_not_stored_and_named() -> None:
    found = one("@misc{k, title={T}, year=2020, month=feb, day=31}")
    assert (found.year, found.month, found.day, found.date_text) == (2020, 2, None, "31 feb 2020")
    assert found.problems == ["'31 feb 2020' is not a day of the calendar: the day was left out"]
    assert one("@misc{k, title={T}, year=2020, month=may, day={3rd}}").day == 3


@pytest.mark.parametrize(
    ("fields", "language", "extra"),
    [
        ("language={english}", "en", {}),
        ("language={Fran{\\c c}ais}", "fr", {}),
        ("langid={ngerman}", "de", {}),
        ("hyphenation={american}", "en-US", {}),
        ("language={english}, langid={ngerman}", "en", {"langid": "ngerman"}),
        ("language={Klingon}, langid={german}", "de", {"language": "Klingon"}),
        ("language={langlatin and langgerman}", "", {"language": "langlatin and langgerman"}),
        ("language={Python}", "", {"language": "Python"}),
    ],
)
def test_language_is_a_code_and_what_is_none_is_kept(fields: str, language: str, extra: dict[str, str]) -> None:
    found = one(f"@misc{{k, title={{T}}, {fields}}}")
    assert (found.language, found.extra) == (language, extra)


def test_names_of_languages_and_codes_become_codes() -> None:
    expected = {
        "ngerman": "de", "USenglish": "en-US", "en_us": "en-US", "EN": "en", "eng": "en", "en-UK": "en-GB",
        "grc": "grc",
        "langgerman": "de", "Portuguese (Brazil)": "pt-BR", "zh-hans-cn": "zh-Hans-CN", "русский": "ru", "日本語": "ja",
        "naustrian": "de-AT", "xx": "", "en-XX": "", "English, German": "", "": "", "C": "",
    }  # fmt: skip
    assert {text: language_code(text) for text in expected} == expected


def test_topics_in_braces_are_one_and_braces_around_all_are_none() -> None:
    assert one("@misc{k, keywords={vision, {Foo, Bar}, x}}").topics == ["vision", "Foo, Bar", "x"]
    assert one("@misc{k, keywords={{B{\\'e}zier; {TeX}; a, b}}}").topics == ["Bézier", "TeX", "a, b"]


def test_labels_and_words_around_identifiers_and_states() -> None:
    found = one("@article{k, title={T}, isbn={ISBN-13: 978-3-16-148410-0}, issn={ISSN 1234-5678}, pubstate={In Press}}")
    assert (found.isbn, found.issn, found.status) == ("978-3-16-148410-0", "1234-5678", "inpress")
    assert one("@article{k, title={T}, doi={10.48550/arXiv.2001.01234}}").kind == "preprint"
    assert one("@misc{k, title={T}, note={arXiv preprint arXiv:2001.01234}}").kind == "preprint"
