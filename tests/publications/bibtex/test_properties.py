"""What holds for any input, found wanting by Hypothesis or not at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from publications.bibtex import (
    LinkItem,
    Name,
    Record,
    decode,
    encode,
    from_record,
    overlay,
    read,
    record,
    split_names,
    write_entry,
)

PIECES = st.sampled_from(
    [
        "@article{", "@misc(", "@string{", "@comment{", "@preamble{", "%", "\n", "{", "}", '"', "\\", "#", ",", "=",
        " ", "key", "title",
        "author", "crossref", "month", "jan", "2020", "@", "(", ")", "and", " and ", "$", "&", "\\'e", "\\textbf",
        "url", "http://a.b", "~",
        "pllinks", "[PDF]:", ";", ":", "doi", "10.1/x", "é", "*", "\r", "\0", "<b>", "--",
    ]
)  # fmt: skip
SOUP = st.lists(PIECES, max_size=60).map("".join)
TEXT = st.text(max_size=40) | SOUP
QUICK = settings(max_examples=150, deadline=None)


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_are_read(source: bytes) -> None:
    for entry in read(source).entries:
        record(entry)


@QUICK
@given(SOUP)
def test_any_soup_is_read_and_written(source: str) -> None:
    bibliography = read(source)
    assert bibliography.found == len(bibliography.entries) + len(bibliography.skipped)
    for entry in bibliography.entries:
        result = record(entry)
        assert Record.from_columns(result.columns()) == result
        again = read(overlay(entry), strings=bibliography.strings)
        assert [found.type for found in again.entries] == [
            entry.type if entry.type not in ("string", "comment") else "misc"
        ]
        written = [
            field.name
            for field in read(write_entry(entry.type_raw, entry.key, [(f.name, f.raw) for f in entry.fields]))
            .entries[0]
            .fields
        ]
        assert len(written) == len(entry.fields)


@QUICK
@given(st.sampled_from(["title", "venue", "note", "abstract", "publisher", "doi", "pages", "picture"]), TEXT, TEXT)
def test_no_edited_text_leaves_its_field(column: str, value: str, name: str) -> None:
    source = "@article{key, title = {The {X}}, author = {A. B}, journal = {J}, year = 2000}"
    text = overlay(source, {column: value, "authors": [Name(name, value)], "links": [LinkItem(name, value, "code")]})
    bibliography = read(text + "\n@misc{next, title={N}}")
    assert [(entry.type, entry.key) for entry in bibliography.entries] == [("article", "key"), ("misc", "next")]
    assert bibliography.skipped == []
    assert bibliography.commented == []
    assert bibliography.entries[0].get("year") == "2000"


@QUICK
@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_no_record_makes_two_entries(key: str, title: str, topics: list[str]) -> None:
    text = from_record(Record(citation_key=key, title=title or "x", topics=topics, extra={title: key}))
    assert len(read(text).entries) == 1


@QUICK
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], exclude_characters="<>&"), max_size=30))
def test_encoded_text_decodes_to_itself(text: str) -> None:
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    assert decode(encode(text)) == text or "$" in text


@QUICK
@given(TEXT)
def test_any_names_are_split(value: str) -> None:
    for name in split_names(value).names:
        assert name.family or name.given
