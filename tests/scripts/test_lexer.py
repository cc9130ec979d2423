"""The second reader, by BibTeX's own rules."""

from __future__ import annotations

import pytest

from scripts.lexer import entries, text_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@a{k, x = {1}, y = 2}", [("a", "k", (("x", "{1}"), ("y", "2")))]),
        ("@a(k, x = {)}, y = m # {z})", [("a", "k", (("x", "{)}"), ("y", "m # {z}")))]),
        ('@a{k, x = "q{"}q", }', [("a", "k", (("x", '"q{"}q"'),))]),
        ("@a{k, x = {C:\\}, y = 1}", [("a", "k", (("x", "{C:\\}"), ("y", "1")))]),  # a backslash protects no brace
        ("@a{k, x = {1}, % note = {2},\n y = 3}", [("a", "k", (("x", "{1}"), ("y", "3")))]),
        ("% @a{k, x = {1}}\n@Comment{@b{l, x = 1}}\n@string{s = {t}} me@uni(x)", []),
        ("@a{k, x = {1} y = 2}\n@b{l, x = 1}", [("b", "l", (("x", "1"),))]),  # unsound: not read
        ("@a{k, x = {1\n@b{l, x = 1}", [("b", "l", (("x", "1"),))]),
        ("@a{k}", []),
    ],
)
def test_entries_by_bibtexs_rules(text: str, expected: list[object]) -> None:
    assert list(entries(text)) == expected


def test_bytes_become_text() -> None:
    assert text_of("é\r\nü".encode()) == "é\nü"
    assert text_of("é".encode("cp1252")) == "é"
    assert text_of("é".encode("utf-16")) == "é"
    assert text_of("€".encode("iso-8859-15"), "iso-8859-15") == "€"
