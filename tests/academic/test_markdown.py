"""The renderer: what it makes of text, and what it never lets through."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.conf import LazySettings
from django.template import Context, Template
from django.utils.safestring import SafeString
from hypothesis import given, settings
from hypothesis import strategies as st

from academic.allowlist import PYGMENTS_CLASSES
from academic.markdown import Contents, contents, plain_text, render, render_inline, render_title
from academic.models import Picture
from tests.academic.payloads import PAYLOADS, dangers
from tests.cost import assert_linear

PICTURE = "0123456789abcdef0123456789abcdef.jpg"


def make_picture(name: str = PICTURE, **columns: object) -> Picture:
    stem = name.partition(".")[0]
    renditions = [[320, f"{stem}-320.webp"], [640, f"{stem}-640.webp"]]
    return Picture.objects.create(**{"name": name, "width": 1000, "height": 500, "renditions": renditions, **columns})


def attributes_of(html: str, tag: str) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = []

    class Finder(HTMLParser):
        def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
            if name == tag:
                found.append(dict(attributes))

    Finder().feed(html)
    return found


# Safe ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_text_runs(payload: str) -> None:
    for text in (payload, f"A line\n\n{payload}\n", f"* {payload}", f"**{payload}**", f"[{payload}](/x/)"):
        assert dangers(render(text)) == []
        assert dangers(render_inline(text)) == []


def test_the_finder_of_dangers_finds_them() -> None:
    assert dangers("<p>fine</p><a href='/x/'>x</a>") == []
    assert dangers("<svg></svg><a href='javascript:x'>") == ["<svg>", "<a href=javascript:x>"]
    assert dangers("<img src=x onerror=1>") == ["<img src=x>", "<img onerror>"]


def test_html_is_shown_as_typed() -> None:
    assert render("<b onclick=x>hi</b> & co") == "<p>&lt;b onclick=x&gt;hi&lt;/b&gt; &amp; co</p>"


def test_ids_classes_and_styles_of_the_admin_cannot_be_written() -> None:
    text = '# location\n\n![x](/static/x.png){.messagelist #location style="position:fixed"}\n\n```messagelist\nx\n```'
    html = render(text)
    assert re.findall(r'\bid="([^"]*)"', html) == ["section-location"]
    assert re.findall(r'\bclass="([^"]*)"', html) == ["highlight"]
    assert "style" not in html


def test_math_lets_no_markup_through() -> None:
    """latex2mathml's own serialisation writes this <img> as an element."""
    html = render(r"$\text{<img src=x onerror=alert(1)>}$")
    assert attributes_of(html, "img") == []
    assert "&lt;img" in html


@pytest.mark.parametrize("opening", ["[a](", "![", "> ", "[", "<a ", '"', "https://a.b/(", "$", "{{", "![a](/b){"])
def test_kilobytes_of_openings_cost_what_they_are_long(opening: str) -> None:
    assert_linear(render, lambda size: opening * (size // len(opening)), 400_000)


@given(st.text(st.characters(), max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_text_renders(text: str) -> None:
    assert_harmless(text)


@given(st.lists(st.sampled_from([*"[]()!<>*_`$\\|:-~^#{}\"'&;\n\t \0\ud800", "a", "$$", "```", "[^1]", "[^1]: ", "> ", "\n\n", "1. ", "https://", "\\frac", "|-|"]), max_size=60))  # fmt: skip  # noqa: E501
@settings(deadline=None, max_examples=300)
def test_any_punctuation_renders(pieces: list[str]) -> None:
    assert_harmless("".join(pieces))


def assert_harmless(text: str) -> None:
    for html in (render(text), render_inline(text)):
        html.encode()
        assert dangers(html) == []
    plain_text(text).encode()
    contents(text)


def test_no_text_needed_the_fallback(caplog: pytest.LogCaptureFixture) -> None:
    for payload in [*PAYLOADS, "\0", "\ud800", "[^1]: " * 500, "> " * 500, "- " * 500]:
        render(payload)
    assert caplog.records == []


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert render("a\x00b\x0bc\ud800d\uffffe") == "<p>a\ufffdb\ufffdc\ufffdd\ufffde</p>"


# Links ---------------------------------------------------------------------------------------------------------------


def test_links_to_other_sites_have_no_opener(settings: LazySettings) -> None:
    settings.SITE_URL = "https://jane.example"
    text = "[a](https://other.example/) [b](/here/) [c](https://jane.example/x/) [d](mailto:a@b.c) <https://x.example>"
    links = attributes_of(render(text), "a")
    assert [link.get("rel") for link in links] == ["noopener", None, None, None, "noopener"]
    assert all("target" not in link for link in links)


@pytest.mark.parametrize("address", ["//evil.example", "javascript:x", "page.html", "ftp://x.example", "data:,x"])
def test_a_refused_address_stays_text(address: str) -> None:
    assert attributes_of(render(f"[label]({address})"), "a") == []


def test_bare_addresses_become_links_and_file_names_do_not() -> None:
    html = render("See https://example.org/a--b_c. Run train.py, ask jane@example.org.")
    assert [link["href"] for link in attributes_of(html, "a")] == ["https://example.org/a--b_c"]


def test_a_link_leads_to_a_heading_of_its_text() -> None:
    html = render("[go](#results) [away](#elsewhere) [accents](#résumé)\n\n## Results\n\n## Results\n\n## Résumé")
    assert re.findall(r' id="([^"]*)"', html) == ["section-results", "section-results-2", "section-résumé"]
    links = [link["href"] for link in attributes_of(html, "a")]
    assert links == ["#section-results", "#elsewhere", "#section-r%C3%A9sum%C3%A9"]


# Blocks --------------------------------------------------------------------------------------------------------------


def test_headings_stand_below_the_pages_own() -> None:
    def levels(text: str, shift: int = 1) -> list[str]:
        return re.findall(r"<(h\d)", render(text, heading_shift=shift))

    assert levels("# A\n\n## B\n\n# C") == ["h2", "h3", "h2"]
    assert levels("### A\n\n#### B") == ["h2", "h3"]
    assert levels("# A\n\n###### B", 2) == ["h3", "h6"]


def test_list_right_after_a_line_is_a_list() -> None:
    assert render("My interests:\n* one\n* two").replace("\n", "") == (
        "<p>My interests:</p><ul><li>one</li><li>two</li></ul>"
    )


def test_tables_are_aligned_by_class() -> None:
    html = render("|a|b|c|\n|:--|:-:|--:|\n|1|2|3|")
    assert [cell["class"] for cell in attributes_of(html, "td")] == ["align-left", "align-center", "align-right"]
    assert [cell["scope"] for cell in attributes_of(html, "th")] == ["col"] * 3
    assert "style" not in html


def test_code_is_highlighted_by_class() -> None:
    html = render("```python\ndef f(): return '<x>'\n```")
    assert '<span class="k">def</span>' in html
    assert "&lt;x&gt;" in html
    assert {span["class"] for span in attributes_of(html, "span")} <= PYGMENTS_CLASSES


def test_code_of_an_unknown_language_is_shown() -> None:
    assert render("```no-such\n<x>\n```") == '<pre class="highlight" tabindex="0"><code>&lt;x&gt;\n</code></pre>'


def test_definition_list() -> None:
    assert render("Term\n: What it is").replace("\n", "") == "<dl><dt>Term</dt><dd>What it is</dd></dl>"


def test_typography() -> None:
    assert plain_text('"It\'s" 2014--2018... (c) --flag') == "“It’s” 2014–2018… (c) --flag"


# Footnotes -----------------------------------------------------------------------------------------------------------


def test_footnotes_of_two_texts_have_different_ids() -> None:
    page = render("One[^1].\n\n[^1]: First.") + render("Two[^1] and again[^1].\n\n[^1]: Second.")
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids)) == 5
    assert {link["href"] for link in attributes_of(page, "a")} == {f"#{name}" for name in ids}


def test_the_same_text_renders_the_same_bytes() -> None:
    text = "One[^1] $x^2$\n\n[^1]: Note.\n\n```python\nx\n```"
    assert render(text) == render(text)


# Math ----------------------------------------------------------------------------------------------------------------


def test_math_keeps_its_underscores_and_stars() -> None:
    assert render("$a_b$ and $c_d$") == (
        "<p><math><mrow><msub><mi>a</mi><mi>b</mi></msub></mrow></math> and "
        "<math><mrow><msub><mi>c</mi><mi>d</mi></msub></mrow></math></p>"
    )
    assert render("$$x*y*z$$").count("<mo>*</mo>") == 2
    assert '<div class="math" tabindex="0"><math display="block">' in render("$$\nx\n$$")
    assert '<p>so <math display="block">' in render("so $$x$$ it is")


@pytest.mark.parametrize("text", ["$5 and $6", "from $5 to $10 each", "it costs 5$ or 6$", "\\$a\\$", "a $ b $ c"])
def test_money_is_no_math(text: str) -> None:
    assert "<math" not in render(text)


@pytest.mark.parametrize(
    "source", ["\\cases", "x^", "\\newcommand{\\x}{\\x\\x}\\x", "{" * 1000, "\\def\\a{b}\\a", "x" * 6000]
)
def test_math_that_cannot_be_read_shows_its_source(source: str) -> None:
    assert render(f"${source}$") == f'<p><code class="math">{source}</code></p>'


def test_arg_max_is_spelled_out() -> None:
    assert "\\arg" not in render(r"$\arg\max_x f$ $\arg z$")


# Pictures ------------------------------------------------------------------------------------------------------------


def test_own_pictures_are_right_sized(db: None) -> None:
    make_picture()
    html = render(f"![A cat](/media/{PICTURE})")
    assert attributes_of(html, "img") == [
        {
            "src": f"/media/{PICTURE}",
            "alt": "A cat",
            "loading": "lazy",
            "decoding": "async",
            "width": "1000",
            "height": "500",
            "srcset": f"/media/{PICTURE[:32]}-320.webp 320w, /media/{PICTURE[:32]}-640.webp 640w",
            "sizes": "(min-width: 46rem) 720px, 100vw",
        }
    ]


def test_a_width_and_an_alignment_may_be_given(db: None) -> None:
    make_picture()
    for attributes in ("{width=400 .right}", '{: .right .img-fluid width="400px" height="9"}'):
        (picture,) = attributes_of(render(f"![A cat](/media/{PICTURE}){attributes}"), "img")
        given = [picture[name] for name in ("width", "height", "sizes", "class")]
        assert given == ["400", "200", "400px", "align-right"]


def test_all_pictures_of_a_text_cost_one_query(db: None, django_assert_num_queries: object) -> None:
    names = [f"{number:032x}.png" for number in range(3)]
    for name in names:
        make_picture(name)
    with django_assert_num_queries(1):  # type: ignore[operator]
        html = render("\n\n".join(f"![x](/media/{name})" for name in [*names, "f" * 32 + ".png"]))
    assert [picture.get("width") for picture in attributes_of(html, "img")] == ["1000", "1000", "1000", None]
    with django_assert_num_queries(0):  # type: ignore[operator]
        render("No picture, and ![one](/static/x.png) that is none of the library's")


def test_the_librarys_alternative_text_stands_in(db: None) -> None:
    make_picture(alt="From the <library>")
    assert attributes_of(render(f"![](/media/{PICTURE})"), "img")[0]["alt"] == "From the <library>"


def test_a_picture_alone_with_a_title_is_a_figure(db: None) -> None:
    make_picture()
    html = render(f'![A cat](/media/{PICTURE} "Our *cat*, see [more](/cat/)"){{.center}}')
    assert html.startswith(f'<figure class="align-center"><a href="/media/{PICTURE}" class="full"><img ')
    assert html.endswith('<figcaption>Our <em>cat</em>, see <a href="/cat/">more</a></figcaption></figure>')
    assert "<figure" not in render(f'Text ![A cat](/media/{PICTURE} "title")')


def test_pictures_of_other_sites_become_links() -> None:
    assert render("![A cat](https://x.example/cat.png)") == (
        '<p><a href="https://x.example/cat.png" rel="noopener">A cat</a></p>'
    )
    assert ">https://x.example/cat.png</a>" in render("![](https://x.example/cat.png)")
    assert render("[![Build](https://x.example/badge.svg)](https://y.example)") == (
        '<p><a href="https://y.example" rel="noopener">Build</a></p>'
    )


# Lines, words, filters -----------------------------------------------------------------------------------------------


def test_a_line_has_no_blocks() -> None:
    assert render_inline("# *A* `b` [c](/d/) ![e](/f.png)") == '# <em>A</em> <code>b</code> <a href="/d/">c</a> e'
    assert render_inline("1. [c](/d/) **e**", links=False) == "1. c <strong>e</strong>"


def test_words_alone() -> None:
    assert plain_text("# A *b*\n\nun*believ*able $x_1$ [l](/x/) ![p](/y.png)\n\n* c\n* d") == (
        "A b unbelievable x_1 l p c d"
    )
    assert plain_text("1. Introduction", inline=True) == "1. Introduction"


def test_contents() -> None:
    text = "# A\n\n### B\n\n![alt](/media/x.png) [l](/x/)\n\n![](https://x.example/y.png)"
    assert contents(text) == Contents(
        headings=[(2, "A"), (4, "B")],
        pictures=[("/media/x.png", "alt"), ("https://x.example/y.png", "")],
        links=["/x/"],
    )


def test_filters() -> None:
    template = "{% load markdown %}{{ t|markdown }} {{ t|markdown:2 }} {{ t|plain_text }}{{ none|markdown_inline }}"
    assert Template(template).render(Context({"t": "# <b>", "none": None})) == (
        '<h2 id="section-b">&lt;b&gt;</h2> <h3 id="section-b">&lt;b&gt;</h3> &lt;b&gt;'
    )
    assert isinstance(render("x"), SafeString)


def test_pictures_alone_in_their_paragraph_stand_side_by_side(db: None) -> None:
    html = render(f'![A](/media/{PICTURE} "First") ![B](/media/{PICTURE})\n![C](/c.png)')
    assert html.count("<figure>") == 3 and html.startswith('<div class="figures"><figure>')
    assert html.count("<figcaption>") == 1 and html.endswith("</figure></div>")
    assert 'class="figures"' not in render(f"![A](/media/{PICTURE}) and ![B](/media/{PICTURE})")


def test_a_film_of_this_site_can_be_played() -> None:
    assert render("![Two cells](/media/a.mp4){width=320}") == (
        '<p><video src="/media/a.mp4" controls="" preload="metadata" width="320" aria-label="Two cells">'
        '<a href="/media/a.mp4">Two cells</a></video></p>'
    )
    assert "<video" not in render("![Two cells](https://example.org/a.mp4)")


def test_a_title_is_typed_text_but_for_its_formulas() -> None:
    assert render_title("C*-algebras & *-products") == "C*-algebras &amp; *-products"
    assert render_title("[Sic] `x_1` *and* $5, $6 <b>") == "[Sic] `x_1` *and* $5, $6 &lt;b&gt;"
    formula = "<math><mrow><msup><mi>n</mi><mn>2</mn></msup></mrow></math>"
    assert render_title("*On* $n^2$ engines_of_") == f"*On* {formula} engines_of_"
