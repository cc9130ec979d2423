from publications.bibtex import Record, decode, overlay, read, record, write_entry

from .corpus import content, index, latex_cases, needs_corpus

# No file differs from the count of the independent lexer; one that did would stand here with the reason.
DIFFERENT: dict[str, int] = {}


@needs_corpus
def test_every_entry_of_every_file_is_found() -> None:
    counts = {row["file"]: (read(content(row["file"])).found, int(row["n_entries"])) for row in index()}
    assert {name: found - counted for name, (found, counted) in counts.items() if found != counted} == DIFFERENT


@needs_corpus
def test_every_entry_gives_a_record_and_comes_back_untouched() -> None:
    for row in index():
        bibliography = read(content(row["file"]))
        assert bibliography.skipped == []
        for entry in bibliography.entries:
            result = record(entry)
            assert Record.from_columns(result.columns()) == result
            if not entry.repairs:
                again = write_entry(entry.type_raw, entry.key, [(field.name, field.raw) for field in entry.fields])
                (found,) = read(again).entries
                assert (found.type_raw, found.key) == (entry.type_raw, entry.key)
                assert [(f.name, f.raw) for f in found.fields] == [(f.name, f.raw) for f in entry.fields]
                assert overlay(entry).rstrip("\n") in (entry.raw, again.rstrip("\n"))


@needs_corpus
def test_latex_cases() -> None:
    assert [(latex, decode(latex)) for latex, expected in latex_cases() if decode(latex) not in expected] == []
