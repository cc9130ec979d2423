"""Context objects in lists, read as Zotero's translator reads them."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings

from publications.formats import coins

from .works import WORKS, records, work

PAGE = "https://ada.example.org/publications/epr/"


def keys(kind: str) -> list[tuple[str, str]]:
    return parse_qsl(coins.context_object(work(kind), url=PAGE), strict_parsing=True)


def test_an_article_whole() -> None:
    assert keys("article") == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", "Can Quantum-Mechanical Description Be Complete? ∑ᵢ xᵢ"),
        ("rft.jtitle", "Physical Review"),
        ("rft.stitle", "Phys. Rev."),
        ("rft.volume", "47"),
        ("rft.issue", "10"),
        ("rft.spage", "777"),
        ("rft.epage", "780"),
        ("rft.issn", "0031-899X"),
        ("rft.au", "Einstein, A."),
        ("rft.au", "van der Podolsky, Boris"),
        ("rft.au", "King, Martin Luther Jr."),
        ("rft.aucorp", "CERN"),
        ("rft.aulast", "Einstein"),
        ("rft.aufirst", "A."),
        ("rft.date", "1935-05-15"),
        ("rft.language", "en"),
        ("rft_id", "info:doi/10.1103/PhysRev.47.777"),
        ("rft_id", "info:pmid/123"),
        ("rft_id", PAGE),
    ]


TITLES = {"article": "rft.atitle", "preprint": "rft.atitle", "chapter": "rft.atitle", "conference": "rft.title"}


@pytest.mark.parametrize("kind", WORKS)
def test_the_title_stands_where_zotero_takes_it_for_one(kind: str) -> None:
    name = TITLES.get(kind, "rft.btitle" if kind in ("book", "report", "manuscript") else "rft.title")
    found = keys(kind)
    assert dict(found)[name] == work(kind).title
    if name == "rft.title" and kind == "conference":  # the later one wins
        names = [name for name, _value in found]
        assert names.index("rft.title") > names.index("rft.btitle")


def test_a_group_is_the_author_where_nobody_is_named() -> None:
    group = replace(work("article"), authors=[], collaboration="ATLAS")
    assert ("rft.aucorp", "ATLAS") in parse_qsl(coins.context_object(group))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records)
def test_no_value_can_add_a_key(record: object) -> None:
    found = parse_qsl(coins.context_object(record), strict_parsing=True)  # type: ignore[arg-type]
    assert {name for name, _value in found} <= {
        *("ctx_ver", "rft_val_fmt", "rft_id"),
        *(f"rft.{name}" for name in KEYS.split()),
    }


KEYS = """genre atitle jtitle stitle volume issue spage epage issn btitle title series edition pub place isbn inst
degree type publisher number assignee creator au aulast aufirst aucorp inventor date language identifier"""
