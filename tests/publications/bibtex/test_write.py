import pytest

from publications.bibtex import (
    Entry,
    LinkItem,
    Name,
    Record,
    from_record,
    overlay,
    parse_person,
    read,
    record,
    without_private,
    write_entry,
    write_strings,
)

SOURCE = r"""@InProceedings{Foo:2020,
  Title     = {The {GNU} Project of {\'E}tienne \& {LaTeX}},
  author    = "Smith, J. and {\'A}lvarez, P. and {CERN}",
  booktitle = {Proceedings  of
               {X}},
  year = 2020, month = "12~" # mar,
  pages     = {1--2},
  owner     = {me},
  pllinks   = {[PDF]:/x.pdf; [Code]:https://github.com/a/b},
}"""


def entry(source: str = SOURCE) -> Entry:
    return read(source).entries[0]


def raw_fields(text: str) -> list[tuple[str, str]]:
    return [(field.name, field.raw) for field in read(text).entries[0].fields]


def test_untouched_entry_comes_back_byte_for_byte() -> None:
    assert overlay(SOURCE) == f"{SOURCE}\n"
    assert overlay(entry()) == f"{SOURCE}\n"


def test_public_entry_lacks_private_fields_only() -> None:
    kept = [(name, raw) for name, raw in raw_fields(SOURCE) if name not in ("owner", "pllinks")]
    assert raw_fields(overlay(SOURCE, public=True)) == kept
    assert "owner" not in without_private(SOURCE)


def test_field_is_private_by_its_exact_name() -> None:
    text = without_private("@misc{k, Owner={a}, coowner={owner = {b}}, Bdsk-File-1={c}, readership={d}, x-y={e}}")
    assert raw_fields(text) == [("coowner", "{owner = {b}}"), ("readership", "{d}")]


PRIVATE = (
    "owner timestamp creationdate modificationdate groups file bdsk-file-1 local-url date-added date-modified rating"
    " read readstatus ranking priority printed relevance qualityassured review comment annote mendeley-tags x-color"
    " citationcount abbr bibtex_show preview selected altmetric dimensions google_scholar_id comment-ada"
    " pllinks filelinks plstyle"
)


@pytest.mark.parametrize("name", PRIVATE.split())
def test_private_field_is_left_out_of_what_visitors_copy_and_kept_in_the_full_export(name: str) -> None:
    source = f"@misc{{k,\n  title = {{T}},\n  {name} = {{v}},\n  my{name} = {{w}},\n}}"
    assert raw_fields(without_private(source)) == [("title", "{T}"), (f"my{name}", "{w}")]
    assert overlay(source) == f"{source}\n"


def test_language_that_nobody_edited_is_exported_as_it_was_written() -> None:
    source = "@misc{k,\n  language = {ngerman},\n}"
    assert overlay(source, {"note": "N"}) == "@misc{k,\n  language = {ngerman},\n  note = {N},\n}\n"
    assert overlay(source, {"language": "fr"}) == "@misc{k,\n  language = {fr},\n}\n"
    both = "@misc{k,\n  language = {Klingon},\n  langid = {german},\n}"
    assert overlay(both, {"language": "fr"}) == "@misc{k,\n  language = {Klingon},\n  langid = {fr},\n}\n"


def test_edited_editors_stay_an_open_list() -> None:
    written = overlay("@book{k, editor = {A. Bee and others}}", {"editors": [Name("Dee", "C.")]})
    assert raw_fields(written) == [("editor", "{Dee, C. and others}")]


def test_edited_column_changes_its_field_and_no_other() -> None:
    before = dict(raw_fields(SOURCE))
    after = raw_fields(overlay(SOURCE, {"venue": "Workshop A & B", "pages": "3–9"}))
    assert [name for name, _ in after] == list(before)
    changed = {name: raw for name, raw in after if before[name] != raw}
    assert changed == {"booktitle": r"{Workshop A \& B}", "pages": "{3--9}"}


def test_title_keeps_the_braces_of_words_still_there() -> None:
    text = overlay(SOURCE, {"title": "GNU Projects of Étienne & LaTeX: 50%"})
    assert dict(raw_fields(text))["Title"] == r"{{GNU} Projects of Étienne \& {LaTeX}: 50\%}"
    assert dict(raw_fields(overlay("@misc{k, title={{Old One}}}", {"title": "New"}))) == {"title": "{{New}}"}


def test_names_that_stay_are_written_as_they_were() -> None:
    authors = [*record(entry()).authors, parse_person("Ada Lovelace"), Name("The {odd} Body", literal=True)]
    written = dict(raw_fields(overlay(SOURCE, {"authors": authors, "and_others": True})))["author"]
    assert written == (
        r"{Smith, J. and {\'A}lvarez, P. and {CERN} and Lovelace, Ada"
        r" and {The \textbraceleft{}odd\textbraceright{} Body} and others}"
    )


def test_dates_are_written_in_the_dialect_of_the_entry() -> None:
    assert dict(raw_fields(overlay(SOURCE, {"month": 4, "day": 3}))) | {"month": "apr", "day": "{3}"} == dict(
        raw_fields(overlay(SOURCE, {"month": 4, "day": 3}))
    )
    assert raw_fields(overlay("@misc{k, date={2020-05}}", {"year": 2021, "month": 6, "day": None})) == [
        ("date", "{2021-06}")
    ]
    assert raw_fields(overlay("@misc{k, x=1, year=2020, month=jan}", {"year": None, "month": None})) == [("x", "1")]


def test_cleared_column_removes_its_field() -> None:
    assert "pages" not in dict(raw_fields(overlay(SOURCE, {"pages": ""})))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", "A: {B} & 50% \\ ~x"), ("venue", "Z_1"), ("status", "accepted"), ("status", ""),
        ("arxiv_id", "2001.00001"),
        ("doi", "10.1000/a_b(c)<1>"), ("topics", ["a", "b, c"]), ("topics", ["a", "b"]), ("topics", ["only, one"]),
        ("note", "x @misc{y,"),
        ("award", "Best"), ("award_text", "Long **text**"), ("selected", True), ("publisher", "P"),
        ("institution", "I"),
        ("location", "L"), ("extra", {"foo": "b_a}r\\"}), ("year", 1999), ("year", None), ("month", None),
        ("date_text", "Summer 2020"),
        ("volume", "B–1"), ("number", "7"), ("edition", "2nd"), ("series", "S"), ("hal_id", "hal-01234567"),
        ("isbn", "978-3 978-4"),
        ("abstract", "One.\n\nTwo."), ("language", "fr"), ("licence", "CC BY"), ("collaboration", "ATLAS"),
        ("venue_short", "X20"),
        ("marks_legend", "* equal contribution"), ("picture", "https://a.org/x.png"), ("arxiv_class", ""),
        ("and_others", True),
    ],
)  # fmt: skip
def test_edited_column_is_read_back(column: str, value: object) -> None:
    again = record(entry(overlay(SOURCE, {column: value})))
    assert getattr(again, column) == value


def test_edited_links_are_read_back_as_a_set() -> None:
    kept = LinkItem("Code", "https://github.com/a/b", "code")
    for new in (
        [LinkItem("PDF", "/x.pdf", "pdf"), kept],
        [kept],
        [],
        [kept, LinkItem("Slides", "/s.pdf", "slides"), LinkItem("Paris (fr)", "http://p.fr/;a", "link")],
        [LinkItem("Web page", "http://a.org/1", "link"), LinkItem("Web page", "http://a.org/2", "link")],
        [LinkItem("My Project", "http://a.org/1", "website"), LinkItem("PDF", "https://a.org/x}.pdf", "pdf")],
    ):
        again = record(entry(overlay(SOURCE, {"links": new}))).links
        assert {(item.label, item.url.replace("%7D", "}")) for item in again} == {
            (item.label, item.url) for item in new
        }


def test_macros_stay_or_are_expanded() -> None:
    (first,) = read("@string{j = {Journal}}\n@article{k, journal = j # { X}, month = jan}").entries
    assert dict(raw_fields(overlay(first)))["journal"] == "j # { X}"
    assert overlay(first, expand=True) == "@article{k,\n  journal = {Journal X},\n  month = jan,\n}\n"
    assert write_strings({"j": "Journal } {"}) == "@string{j = {Journal  }}\n"


def test_record_never_imported_is_written_and_read_back() -> None:
    made = Record(
        kind="conference", citation_key="lovelace1843", title="Notes & 50%", authors=[Name("Lovelace",
        "Ada")], and_others=True,
        year=1843, month=7, venue="Memoirs", pages="1–66", doi="10.1/x", topics=["a"], links=[LinkItem("Code",
        "https://a.org", "code")],
        extra={"foo": "bar"},
    )  # fmt: skip
    made.doi = "10.1000/x"
    again = record(entry(from_record(made)))
    made.entry_type = "inproceedings"
    assert again == made


def test_talk_made_here_is_a_talk_when_read() -> None:
    assert record(entry(from_record(Record(kind="talk", title="T", venue="Somewhere")))).kind == "talk"


@pytest.mark.parametrize(
    "value",
    [
        "}", "{", "}, evil = {x}", "}\n}\n@misc{evil, title={x}}", "\\", "\\}", "x\\", '"', '" # evil # "', "%",
        "100% }", "@misc{evil,",
        "\n@misc{evil, title={x}}\n", "\r@misc(evil, a=b)", "{{{", "}}}", "$", "$\\", "$}$", "$a\\$", "#", "a # b",
        "\0", "\x1b",
    ],
)  # fmt: skip
def test_no_value_leaves_its_field(value: str) -> None:
    """Whatever is typed, edited or stored as raw: one entry, the same key, the same fields."""
    for text in (
        overlay(
            SOURCE,
            {"title": value, "note": value, "venue": value, "authors": [Name(value, value)], "extra": {"foo": value}},
        ),
        overlay(
            SOURCE,
            {"topics": [value], "links": [LinkItem(value, value, "link")], "doi": value, "citation_key": "Foo:2020"},
        ),
        from_record(Record(citation_key="Foo:2020", title=value, venue=value, abstract=value, extra={value: value})),
        write_entry(
            "misc", "Foo:2020", [("title", value), ("note", f"{{{value}}}"), ("x", f'"{value}"'), (value, "{y}")]
        ),
    ):
        bibliography = read(text)
        assert [found.key for found in bibliography.entries] == ["Foo:2020"]
        assert (bibliography.skipped, bibliography.commented) == ([], [])
        assert bibliography.entries[0].get("evil") != "x"


@pytest.mark.parametrize("key", ["a,b", "a{b", "a}b", "a\nb", 'a"b', "a\\", "a%b", "a b ", "@x", "", "a#b"])
def test_no_key_leaves_its_place(key: str) -> None:
    bibliography = read(write_entry("misc", key, [("title", "{T}")]))
    assert [found.get("title") for found in bibliography.entries] == ["T"]


@pytest.mark.parametrize("entry_type", ["comment", "string", "preamble", "a b", "x{", "", "1"])
def test_no_type_makes_an_entry_something_else(entry_type: str) -> None:
    assert read(write_entry(entry_type, "k", [("title", "{T}")])).entries[0].type == "misc"
