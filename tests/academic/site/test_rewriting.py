"""An answer of the site as a file."""

from __future__ import annotations

import pytest

from academic.site.export.asking import Answer
from academic.site.export.folder import file_name
from academic.site.export.options import ExportFailed, Options
from academic.site.export.rewriting import named_addresses, rewritten

THERE = Options(base_url="https://example.edu/~ada")


def page(text: str, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("/", 200, {"content-type": "text/html; charset=utf-8", **named}, text.encode())


def test_typed_links_of_the_header_become_elements_unless_they_are_there() -> None:
    header = '</a.bib>; rel="describedby"; type="application/x-bibtex", <https://doi.org/10/x>; rel=cite-as'
    header += ', </l>; rel="next"'
    text = '<head><meta charset="utf-8"><link rel="next" href="/l"></head>'
    assert rewritten(page(text, link=header), Options()).decode() == (
        '<head><meta charset="utf-8">\n<link href="/a.bib" rel="describedby" type="application/x-bibtex">'
        '\n<link href="https://doi.org/10/x" rel="cite-as"><link rel="next" href="/l"></head>'
    )


def test_addresses_are_moved_in_tags_only() -> None:
    text = (
        '<a title=\'href="/x"\' href="/a?b=1&amp;c">href="/text"</a>'
        '<img srcset="/a.webp 320w, /b.webp 2x" src="//cdn/x">'
        '<script type="application/ld+json">{"a": "<img src=\\"/no\\">"}</script>'
        '<script src="/s.js"></script><!-- <a href="/c"> -->'
    )
    assert rewritten(page(text), THERE).decode() == (
        '<a title=\'href="/x"\' href="/~ada/a?b=1&amp;c">href="/text"</a>'
        '<img srcset="/~ada/a.webp 320w, /~ada/b.webp 2x" src="//cdn/x">'
        '<script type="application/ld+json">{"a": "<img src=\\"/no\\">"}</script>'
        '<script src="/~ada/s.js"></script><!-- <a href="/c"> -->'
    )
    assert list(named_addresses(page(text))) == ["/a?b=1&c", "/a.webp", "/b.webp", "//cdn/x", "/s.js"]


@pytest.mark.parametrize(
    ("kind", "text", "moved"),
    [
        ("text/css", "a{b:url(/x.png) url('../y.png')}", "a{b:url(/~ada/x.png) url('../y.png')}"),
        ("text/css", 'a{b:url("data:,/z")}', 'a{b:url("data:,/z")}'),
        ("application/atom+xml", '&lt;a href="/x"&gt;', '&lt;a href="https://example.edu/~ada/x"&gt;'),
        ("application/atom+xml", "src=&quot;/y&quot;", "src=&quot;https://example.edu/~ada/y&quot;"),
        ("application/manifest+json", '{"start_url": "/", "name": "/x"}', '{"start_url": "/~ada/", "name": "/x"}'),
        ("application/json", '["http://testserver/x"]', '["https://example.edu/~ada/x"]'),
        ("text/plain", "http://testserver.org/ http://testserver", "http://testserver.org/ https://example.edu/~ada"),
    ],
)  # fmt: skip
def test_other_texts(kind: str, text: str, moved: str) -> None:
    assert rewritten(Answer("/", 200, {"content-type": kind}, text.encode()), THERE).decode() == moved


def test_bytes_that_are_no_text_stay() -> None:
    assert rewritten(Answer("/", 200, {"content-type": "application/pdf"}, b"\xff\xfe"), THERE) == b"\xff\xfe"


def test_where_a_server_looks_for_an_address() -> None:
    asked = [("/", True), ("/a/", True), ("/a.html", True), ("/a", True), ("/é/x.pdf", False)]
    names = ["index.html", "a/index.html", "a.html", "a/index.html", "é/x.pdf"]
    assert [file_name(path, is_page) for path, is_page in asked] == names


@pytest.mark.parametrize("path", ["/../x", "/a/../../x", "/a//b", "/a\x00b", "/a\\b", "/.nutshell-export.json", "/./x"])
def test_what_is_no_file_name(path: str) -> None:
    with pytest.raises(ExportFailed, match="cannot be the name of a file"):
        file_name(path, False)
