import pytest

from publications.bibtex import Bibliography, Entry, looks_like_bibtex, read, record


def only(source: str | bytes) -> Entry:
    bibliography = read(source)
    assert [skipped.reason for skipped in bibliography.skipped] == []
    assert len(bibliography.entries) == 1
    return bibliography.entries[0]


def keys(bibliography: Bibliography) -> list[str]:
    return [entry.key for entry in bibliography.entries]


# Bytes


@pytest.mark.parametrize(
    ("source", "encoding", "warned"),
    [
        ("@misc{a, title={Café}}".encode(), "utf-8", False),
        ("@misc{a, title={Café}}".encode("utf-8-sig"), "utf-8-sig", False),
        ("@misc{a, title={Café}}".encode("utf-16"), "utf-16", False),
        ("@misc{a, title={Café}}".encode("utf-16-be"), "utf-16-be", True),
        ("% Encoding: ISO-8859-15\n@misc{a, title={Café}}".encode("iso-8859-15"), "iso8859-15", False),
        ("% -*- coding: latin-9 -*-\n@misc{a, title={Café}}".encode("iso-8859-15"), "iso8859-15", False),
        ("% Encoding: UTF-8\n@misc{a, title={Café}}".encode("cp1252"), "cp1252", True),
        ("% Encoding: windows-1252\n@misc{a, title={Café}}".encode(), "utf-8", False),
        ("@misc{a, title={Café}}".encode("cp1252"), "cp1252", True),
    ],
)
def test_encoding_is_found(source: bytes, encoding: str, warned: bool) -> None:
    bibliography = read(source)
    assert bibliography.entries[0].get("title") == "Café"
    assert bibliography.encoding == encoding
    assert bool(bibliography.warnings) is warned


def test_lines_of_two_encodings_are_each_read_as_theirs() -> None:
    bibliography = read("@misc{a, title={Café}}\n".encode() + "@misc{b, title={“Café”}}".encode("cp1252"))
    assert [entry.get("title") for entry in bibliography.entries] == ["Café", "“Café”"]
    assert bibliography.warnings == [
        (1, "UTF-8 and other bytes in one file: the lines that are not UTF-8 were read as cp1252")
    ]


def test_line_ends_are_folded_and_lines_counted() -> None:
    bibliography = read(b"---\r\n---\r\n@misc{a,\r\n  title = {One\r\n    two},\r\n}\r\n\r\n@misc{b, title={x}}\r")
    assert [(entry.line, entry.get("title")) for entry in bibliography.entries] == [(3, "One two"), (8, "x")]


def test_blank_line_is_a_paragraph_in_an_abstract_only() -> None:
    entry = only("@misc{a, abstract={One\n two.\n\n Three.}, title={A\n\nB}}")
    assert entry.get("abstract") == "One two.\n\nThree."
    assert entry.get("title") == "A B"


def test_nothing_in_nothing_out() -> None:
    assert read(b"").found == 0
    assert read("Dear colleagues, please write to me@uni.example (office) or use = signs {").found == 0


@pytest.mark.parametrize(("source", "expected"), [("@misc{a}", True), (b"x\n @book(", True), ("Dear me@uni", False)])
def test_what_begins_like_an_entry_looks_like_bibtex(source: bytes | str, expected: bool) -> None:
    assert looks_like_bibtex(source) is expected


# What is commented out


def test_entry_after_percent_is_listed_apart_and_not_imported() -> None:
    bibliography = read("%@article{old, title={A}}\n% @misc{older,\n%   title={B}\n% }\n@misc{new, title={C}}\n")
    assert keys(bibliography) == ["new"]
    assert [(skipped.line, skipped.key) for skipped in bibliography.commented] == [(1, "old"), (2, "older")]
    assert bibliography.found == 1


def test_commented_entries_are_read_when_asked_for() -> None:
    bibliography = read("% @misc{older,\n%   title={B}\n% }\n", include_commented=True)
    assert bibliography.entries[0].get("title") == "B"
    assert bibliography.found == 1


def test_percent_lines_between_fields_are_no_fields() -> None:
    entry = only("@misc{a,\n  title = {T},\n  % note = {old},\n  %% x,\n  year = 2001\n}")
    assert [field.name for field in entry.fields] == ["title", "year"]


def test_entry_inside_comment_block_is_listed_apart() -> None:
    bibliography = read("@comment{@article{a, title={A}}}\n@Comment{\n  @Book{b,\n title={B}}\n}\n@misc{c, title={C}}")
    assert keys(bibliography) == ["c"]
    assert [skipped.key for skipped in bibliography.commented] == ["a", "b"]


def test_bookkeeping_comments_are_silent() -> None:
    bibliography = read("@Comment{jabref-meta: databaseType:bibtex;}\n@comment{BibDesk Static Groups{<xml/>}}\n")
    assert (bibliography.found, bibliography.commented, bibliography.warnings) == (0, [], [])


@pytest.mark.parametrize("name", ["commented", "commentary", "stringent", "preambles"])
def test_type_that_begins_like_a_keyword_is_an_entry(name: str) -> None:
    entry = only(f"@{name}{{k, title={{T}}}}")
    assert (entry.type, entry.get("title")) == (name, "T")


# Odd and broken entries


@pytest.mark.parametrize(
    "start", ["@article\n{", "@ article{", "@online-video{", "@a+b{", "@article  (", "@ARTICLE{", "@\narticle {"]
)
def test_odd_block_start_is_an_entry(start: str) -> None:
    entry = only(f"junk\n{start}k,\n title={{T}},\n year=2000\n}}\n")
    assert (entry.key, entry.get("title"), entry.get("year"), entry.line) == ("k", "T", "2000", 2)


def test_email_in_junk_is_no_entry() -> None:
    bibliography = read("Write to me@uni (office).\nmine@uni{x}\n@misc{a, title={A}}\n")
    assert (keys(bibliography), bibliography.found) == (["a"], 1)


@pytest.mark.parametrize(
    "broken",
    [
        "@article{a, title={T {x}, year=2000}\n",
        "@article{a,\n title={T {x},\n year=2000\n}\n",
        '@article{a,\n title="T x,\n year=2000\n}\n',
        "@article{a,\n title={T x},\n year=2000\n",
        "@article{a,\n title={T x}},\n year=2000\n}\n",
        "@article{a,\n title={T x}\n year=2000\n}\n",
        "@article{a\n title={T x},\n year=2000\n}\n",
        "@article{a, title={T x},,year=2000}\n",
        "@article(a, title={T x}, year=2000}\n",
        "@article{a, title={T x}, year=2000,,}\n",
        "@article{a, title={T x} year=2000}\n",
    ],
)
def test_broken_entry_is_repaired_and_stops_no_other(broken: str) -> None:
    bibliography = read(f"@misc{{before, title={{B}}}}\n{broken}@misc{{after, title={{A}}}}\n")
    assert keys(bibliography) == ["before", "a", "after"]
    entry = bibliography.entries[1]
    assert entry.get("title").replace("{", "").replace("}", "") == "T x"
    assert entry.get("year") == "2000"
    assert [entry.get("title") for entry in bibliography.entries[::2]] == ["B", "A"]


def test_repairs_are_named() -> None:
    bibliography = read("@article{a,\n title={T x}\n year=2000\n}")
    assert bibliography.entries[0].repairs == ("the comma after field 'title' was missing",)


def test_name_that_is_none_is_named() -> None:
    (entry,) = read("@misc{k, serie and = {x}, title={T}}").entries
    assert entry.repairs == ("'serie and' is no name for a field: blanks and signs become hyphens",)


def test_unclosed_entry_at_the_end_keeps_its_fields() -> None:
    entry = only("@article{a,\n title={T},\n abstract={never ends")
    assert entry.get("title") == "T"
    assert entry.get("abstract") == "never ends"
    assert entry.repairs


def test_bibtex_quoted_in_an_abstract_is_no_entry() -> None:
    entry = only("@article{a,\n abstract={Cite as\n@article{foo, bar}\nplease},\n title={T}\n}\n")
    assert entry.get("title") == "T"
    assert "@article{foo, bar}" in entry.get("abstract")


@pytest.mark.parametrize("value", [r"{C:\dir\}", r"{one line \\}"])
def test_backslash_before_the_closing_brace_does_not_lose_the_entry(value: str) -> None:
    entry = only(f"@misc{{a, abstract={value}, title={{T}}}}")
    assert (entry.get("title"), entry.fields[0].raw) == ("T", value)


def test_escaped_brace_alone_is_forgiven() -> None:
    bibliography = read("@misc{a, note={ set \\{ x }, title={T}}\n@misc{b, title={B}}")
    assert [entry.get("title") for entry in bibliography.entries] == ["T", "B"]


def test_accent_outside_braces_does_not_end_the_quotes() -> None:
    entry = only('@misc{a, author = "M\\"uller, K. and {\\"O}z, A.", title = "T"}')
    assert [(field.name, field.value) for field in entry.fields] == [
        ("author", 'M\\"uller, K. and {\\"O}z, A.'),
        ("title", "T"),
    ]
    assert entry.repairs == ("field 'author' has accents outside braces in its quotes",)


def test_entry_without_key_is_kept() -> None:
    bibliography = read(
        "@article{\n author={A},\n title={T}\n}\n@conference {, title={One}}\n@conference{, title={Two}}"
    )
    assert [(entry.key, entry.get("title")) for entry in bibliography.entries] == [("", "T"), ("", "One"), ("", "Two")]


@pytest.mark.parametrize(
    "key", ["2021:a.b:deal-ii*1", "DBLP:conf/x/Y20", "o'neil&co?", "Иванов+1", "10.1000/x_(1)", "a=b"]
)
def test_key_is_verbatim(key: str) -> None:
    assert only(f"@misc{{{key},\n title={{T}}}}").key == key


def test_entry_without_fields_is_skipped_with_a_reason() -> None:
    bibliography = read("@misc{a}\n@misc{b, title={B}}\n")
    assert (keys(bibliography), bibliography.found) == (["b"], 2)
    assert [(skipped.line, skipped.key, skipped.reason) for skipped in bibliography.skipped] == [
        (1, "a", "the entry has no fields")
    ]


def test_duplicate_keys_are_all_kept() -> None:
    bibliography = read("@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{A, title={Three}}\n")
    assert [entry.get("title") for entry in bibliography.entries] == ["One", "Two", "Three"]


def test_first_of_duplicate_fields_counts_but_keywords_and_links_add_up() -> None:
    entry = only("@misc{a, Year={}, year={2000}, YEAR={2001}, url={u}, url={v}, keywords={x}, keywords={y}, note={n}}")
    assert entry.get("year") == "2000"
    assert entry.get("url") == "u v"
    assert entry.get("keywords") == "x, y"
    assert "duplicate field 'year': the first was kept" in entry.repairs
    assert [field.value for field in entry.fields][:3] == ["", "2000", "2001"]


def test_empty_values_are_absent() -> None:
    entry = only("@misc{a, doi={}, year= , title={T}}")
    assert (entry.get("doi"), entry.get("year"), entry.get("title")) == ("", "", "T")


def test_raw_is_exactly_what_the_file_says() -> None:
    source = '@Article {K,\n  Title   = {{TeD}-Loc},\n  month = "12~" # jan,\n  year = 2000 }'
    entry = only(f"x\n{source}\ny")
    assert entry.raw == source
    assert [tuple(field) for field in entry.fields] == [
        ("Title", "{TeD}-Loc", "{{TeD}-Loc}"),
        ("month", "12~jan", '"12~" # jan'),
        ("year", "2000", "2000"),
    ]
    assert (entry.type, entry.type_raw, entry.key, entry.line) == ("article", "Article", "K", 2)


# Macros


def test_macros_join_whatever_their_case_and_place() -> None:
    bibliography = read(
        '@string{p = "Proc"}\n@misc{a, title = P # " of " # later, month = jan # "/" # FEB}\n@string{later = {X} # p}'
    )
    assert bibliography.entries[0].get("title") == "Proc of XProc"
    assert bibliography.entries[0].get("month") == "jan/FEB"
    assert bibliography.strings == {"p": "Proc", "later": "XProc"}
    assert bibliography.warnings == []


def test_latest_definition_before_the_use_counts() -> None:
    bibliography = read("@string{j={One}}\n@misc{a, journal=j}\n@string{J={Two}}\n@misc{b, journal=j}")
    assert [entry.get("journal") for entry in bibliography.entries] == ["One", "Two"]


def test_undefined_macro_is_kept_as_text_and_reported_once() -> None:
    bibliography = read("@misc{a, journal=TAC}\n@misc{b, journal=tac # {x}}")
    assert [entry.get("journal") for entry in bibliography.entries] == ["TAC", "tacx"]
    assert bibliography.warnings == [(1, "the macro 'TAC' is not defined and was kept as text")]


def test_macros_may_be_given() -> None:
    assert read("@misc{a, journal=TAC}", strings={"tac": "Theory"}).entries[0].get("journal") == "Theory"


def test_doubling_macros_are_refused() -> None:
    source = "@string{a0={xxxxxxxxxx}}\n" + "".join(f"@string{{a{n}=a{n - 1} # a{n - 1}}}\n" for n in range(1, 31))
    bibliography = read(source + "@misc{k, title=a30}")
    assert len(bibliography.entries[0].get("title")) < 100_000
    assert sum(len(text) for text in bibliography.strings.values()) < 2_000_000
    assert any("too large" in sentence for _, sentence in bibliography.warnings)


def test_macros_in_a_circle_end() -> None:
    bibliography = read("@string{a=b # {x}}\n@string{b=a # {y}}\n@string{c=c}\n@misc{k, title=a, note=c}")
    assert bibliography.entries[0].get("note") == "c"


def test_preambles_are_kept() -> None:
    assert read('@preamble{"\\newcommand{\\x}{y}" # {z}}').preambles == ["\\newcommand{\\x}{y}z"]


# Inheritance


def test_child_takes_what_it_lacks_from_its_parent() -> None:
    bibliography = read(
        "@inproceedings{c, title={Talk}, year={}, crossref={PROC}, pages={1--2}}\n"
        "@proceedings{Proc, title={The Proceedings}, year=1999, publisher={P}, doi={10.1/x}, editor={E}}"
    )
    child, parent = bibliography.entries
    assert child.inherited == {"booktitle": "The Proceedings", "year": "1999", "publisher": "P", "editor": "E"}
    assert (child.get("booktitle"), child.get("title"), child.get("doi")) == ("The Proceedings", "Talk", "")
    assert (parent.is_container, child.is_container) == (True, False)


def test_xdata_gives_everything_and_nests() -> None:
    bibliography = read(
        "@xdata{a, ids={alias}, location={L}, xdata={b}}\n@xdata{b, publisher={P}}\n@book{c, title={T},"
        " xdata={alias,gone}}"
    )
    assert bibliography.entries[2].inherited == {"publisher": "P", "location": "L"}


@pytest.mark.parametrize("parent", ["c", "gone", "loop"])
def test_circles_and_missing_parents_are_no_error(parent: str) -> None:
    bibliography = read(f"@book{{c, title={{T}}, crossref={{{parent}}}}}\n@book{{loop, crossref={{c}}}}")
    assert bibliography.entries[0].get("title") == "T"


def test_entry_without_key_is_nobodys_parent() -> None:
    """A real one: every child of a file took the author and year of its first keyless entry."""
    entries = read(
        "@misc{, author={No Body}, year=1}\n@misc{a, crossref={b}, title={A}}\n@misc{c, xdata={,}, title={C}}"
    )
    assert [entry.inherited for entry in entries.entries] == [{}, {}, {}]


def test_xref_inherits_nothing() -> None:
    bibliography = read("@inbook{c, title={T}, xref={p}}\n@book{p, title={P}, year=1999}")
    assert bibliography.entries[0].inherited == {}


# Limits


@pytest.mark.parametrize(
    "source",
    [
        "{" * 50_000,
        "@a{" * 20_000,
        "@misc{a, title={" + "{" * 3_000 + "x" + "}" * 3_000 + "}}",
        "@misc{a, title={" + "\\{" * 20_000,
        "@misc{a, b = " + '"{' * 20_000,
        "@misc{a" + "\n" * 50_000,
        "@misc{a, x={}" + " y={}" * 5_000 + "}",
        "@misc{a,\n x={\n" * 3_000,
        "% @a{\n" * 10_000,
        "@string{a=" * 5_000,
        "@comment{" * 5_000,
        "@" + " " * 50_000,
        "@misc{a, " + "x " * 30_000,
    ],
)
def test_hostile_input_is_read_in_linear_time(source: str) -> None:
    """Each of these takes minutes where reading is quadratic."""
    read(source)


@pytest.mark.parametrize(
    "source",
    [
        "@article{b title={Y}, year=2000}",
        "@article{b\n title={Y},\n year=2000}",
        '@article{b title = "Y", year = 2000}',
        "@article(b title={Y}, year=2000)", "@article{b title={Y}, year=2000",
    ],
)  # fmt: skip
def test_key_without_a_comma_behind_it(source: str) -> None:
    (entry,) = read(source).entries
    assert (entry.key, entry.values) == ("b", {"title": "Y", "year": "2000"})
    assert entry.repairs[0] == "the comma after the key was missing"


XDATA = """
@xdata{gx, author = {Brian Bloom and Arthur Anderson}, title = {Some title}, location = {A and C}}
@xdata{gy, author = {xdata=gx-author-2 and C. Dee}}
@xdata{loop, author = {xdata=loop-author-1}}
"""


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("author", "Simon Smith and xdata=gx-author-1", "Simon Smith and Brian Bloom"),
        ("author", "xdata=gx-author and A. Bee", "Brian Bloom and Arthur Anderson and A. Bee"),
        ("author", "xdata=gy-author-1", "Arthur Anderson"),
        ("title", "xdata=gx-title", "Some title"),
        ("location", "xdata=gx-location-2 and B", "C and B"),
    ],
)
def test_single_values_of_xdata_are_found(name: str, value: str, expected: str) -> None:
    entry = read(f"{XDATA}\n@book{{k, {name} = {{{value}}}}}").entries[-1]
    assert entry.get(name) == expected
    assert entry.values[name] == value
    assert not any("xdata=" in problem for problem in record(entry).problems)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("note", "xdata=gx-note"), ("author", "xdata=gx-author-3"), ("author", "xdata=missing-author-1"),
        ("author", "xdata=gx-location-1"), ("title", "xdata=gx"), ("author", "xdata=loop-author-1"),
    ],
)  # fmt: skip
def test_xdata_value_that_names_nothing_is_kept_and_named(name: str, value: str) -> None:
    entry = read(f"{XDATA}\n@book{{k, {name} = {{{value}}}}}").entries[-1]
    assert entry.get(name) == value
    assert f"{name}: '{value}' names nothing and was kept as text" in record(entry).problems


def test_xdata_values_that_double_are_bounded() -> None:
    doubling = [f"@xdata{{x{n}, author = {{xdata=x{n + 1}-author and xdata=x{n + 1}-author}}}}" for n in range(60)]
    last = ["@xdata{x60, author = {A. Bee}}", "@book{k, author = {xdata=x0-author}}"]
    values = [entry.get("author") for entry in read("\n".join([*doubling, *last])).entries]
    assert sum(map(len, values)) < 1_000_000
