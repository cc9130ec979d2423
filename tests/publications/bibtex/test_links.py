import pytest

from publications.bibtex import read, record
from publications.bibtex.addresses import public_address
from publications.bibtex.links import read_links


def links(fields: str) -> list[tuple[str, str, str]]:
    entry = read(f"@misc{{k,\n{fields}\n}}").entries[0]
    return [(item.label, item.url, item.kind) for item in record(entry).links]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("pdf = {https://a.org/x.pdf}", ("PDF", "https://a.org/x.pdf", "pdf")),
        ("pdf = {x.pdf}", ("PDF", "/assets/pdf/x.pdf", "pdf")),
        ("pdf = {/publications/x.pdf}", ("PDF", "/publications/x.pdf", "pdf")),
        ("Slides = {talk 1.pdf}", ("Slides", "/assets/pdf/talk%201.pdf", "slides")),
        ("html = {page.html}", ("HTML", "/assets/html/page.html", "html")),
        ("paper = {https://a.org/p}", ("PDF", "https://a.org/p", "pdf")),
        ("url_Code = {https://a.org/c}", ("Code", "https://a.org/c", "code")),
        ("_code2 = {github.com/a/b}", ("Code", "https://github.com/a/b", "code")),
        ("GitHub = {https://github.com/a/b}", ("Code", "https://github.com/a/b", "code")),
        ("url_Presentation_Page = {https://a.org/}", ("Presentation Page", "https://a.org/", "slides")),
        ("url_My_Page = {https://a.org/}", ("My Page", "https://a.org/", "project".replace("project", "website"))),
        ("_link1 = {https://a.org/##The title}", ("The title", "https://a.org/", "link")),
        ("_webpublication = {https://a.org/}", ("Website", "https://a.org/", "website")),
        ("supp = {https://a.org/s}", ("Supplement", "https://a.org/s", "supplement")),
        ("huggingface = {https://a.org/m}", ("Model", "https://a.org/m", "model")),
        ("video = {https://youtu.be/x}", ("Video", "https://youtu.be/x", "video")),
        ("url = {https://a.org/x}", ("Web page", "https://a.org/x", "link")),
        ("url = {https://a.org/x.pdf}", ("PDF", "https://a.org/x.pdf", "pdf")),
        (r"url = {http://a.org/c\_d\%20e~f?x=1\&y}", ("Web page", "http://a.org/c_d%20e~f?x=1&y", "link")),
        (r"howpublished = {\url{https://a.org/x}}", ("Web page", "https://a.org/x", "link")),
        ("file = {https://a.org/x}", ("PDF", "https://a.org/x", "pdf")),
        ("url = {https://hal.science/hal-01234567}", ("HAL", "https://hal.science/hal-01234567", "hal")),
    ],
)
def test_link_fields_of_many_systems(field: str, expected: tuple[str, str, str]) -> None:
    assert links(field) == [expected]


def test_pllinks_with_unescaped_colons() -> None:
    value = (
        "pllinks = {[PDF]:/publications/2018/x.pdf; [Code]:https://github.com/u/r;[Paris-Normandie]: http://p.fr/a;b"
        r";[ArXiv]:https\://arxiv.org/abs/1709.01867 }"
    )
    assert links(value) == [
        ("PDF", "/publications/2018/x.pdf", "pdf"),
        ("Code", "https://github.com/u/r", "code"),
        ("Paris-Normandie", "http://p.fr/a;b", "link"),
        ("ArXiv", "https://arxiv.org/abs/1709.01867", "arxiv"),
    ]


def test_filelinks_as_jabref_writes_them() -> None:
    assert links("filelinks = {Slides:/a/b.pdf:PDF;Code:https://x.org:8080/y:URL}") == [
        ("Slides", "/a/b.pdf", "slides"),
        ("Code", "https://x.org:8080/y", "code"),
    ]


@pytest.mark.parametrize(
    "url",
    [
        "https://en.wikipedia.org/wiki/Help:Contents", "https://melba-journal.org/papers/2023:004.html",
        "https://doi.org/10.1000/a:b", "https://h:8080/x", "https://h.org:8080", "http://a.org/Special:Search/x:y",
        "/wiki/Help:Contents",
    ],
)  # fmt: skip
def test_colons_of_an_address_stay(url: str) -> None:
    assert links(f"pllinks = {{[H]:{url}}}")[0][1] == url
    assert links(f"pllinks = {{[A]:/x.pdf; [H]:{url} ;[B]: /y.pdf}}")[1][1] == url
    assert links(f"filelinks = {{H:{url}:URL}}")[0][1] == url


@pytest.mark.parametrize(
    "kind", ["PDF", "pdf", "HTML", "URL", "application/pdf", "text/html", "PostScript", "Word 2007+", ""]
)
def test_file_type_of_jabref_is_no_part_of_an_address(kind: str) -> None:
    assert links(f"pllinks = {{[X]:https://a.org/x:{kind}}}")[0][1] == "https://a.org/x"
    assert links(f"filelinks = {{X:/a/x.pdf:{kind}}}")[0][1] == "/a/x.pdf"
    assert links(f"filelinks = {{https\\://a.org/x:{kind}}}")[0][1] == "https://a.org/x"


def test_labelled_links_come_before_the_bare_one_and_twice_is_once() -> None:
    assert links("url = {https://a.org/x},\n code = {https://a.org/c},\n url_Blog = {http://www.a.org/x/}") == [
        ("Code", "https://a.org/c", "code"),
        ("Blog", "http://www.a.org/x/", "blog"),
    ]


def test_several_addresses_in_one_url() -> None:
    assert [url for _, url, _ in links("url = {https://a.org/x; http://b.org/y.pdf, https://c.org}")] == [
        "https://a.org/x", "http://b.org/y.pdf", "https://c.org",
    ]  # fmt: skip


def test_identifier_columns_need_no_link() -> None:
    assert links("doi = {10.1234/AbC}, url = {https://doi.org/10.1234/abc}") == []
    assert links("eprint = {1706.03762v2}, archiveprefix={arXiv}, url = {http://arxiv.org/pdf/1706.03762.pdf}") == []
    assert links("url = {https://dx.doi.org/10.1234/abc}") == []


def test_explicit_link_to_the_same_paper_is_kept() -> None:
    assert links(
        "eprint = {1706.03762}, archiveprefix={arXiv}, pllinks = {[ArXiv]:https://arxiv.org/abs/1706.03762v1}"
    ) == [("ArXiv", "https://arxiv.org/abs/1706.03762v1", "arxiv")]


@pytest.mark.parametrize(
    "path", [r"C:\docs\x.pdf", "C:/docs/x.pdf", r"C\:\\docs\\x.pdf", "/home/me/x.pdf", "/Users/me/x.pdf",
    "file:///x.pdf", "~/x.pdf",
             ":/home/me/x.pdf", r"\\server\x.pdf"],
)  # fmt: skip
def test_local_path_never_becomes_a_link(path: str) -> None:
    result = read_links([("pdf", path)])
    assert result.items == []
    assert result.problems == ["pdf: a path on somebody's computer was kept private"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\tscript:alert(1)", "java&#115;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x", "//evil.org/x", r"/\evil.org", "\\evil", "http://", "https:///x", "\x01javascript:alert(1)",
    ],
)  # fmt: skip
def test_unsafe_address_is_dropped_and_named(url: str) -> None:
    result = read_links([("code", url)])
    assert result.items == []
    assert len(result.problems) == 1


@pytest.mark.parametrize("text", ["Invited talk at X", "true", "ACM", "see note: nowhere", "ftp://a.org/x"])
def test_text_in_a_link_field_is_kept_as_text(text: str) -> None:
    assert public_address(text) == ("", "")
    entry = read(f"@misc{{k, talk = {{{text}}}}}").entries[0]
    assert (record(entry).links, record(entry).extra) == ([], {"talk": text})


def test_remark_after_an_address_falls_away() -> None:
    assert public_address("https://a.org/x (accessed 2020-01-01)") == ("https://a.org/x", "")


def test_liquid_is_the_site_itself_and_junk_is_nothing() -> None:
    assert [item.url for item in read_links([("pdf", "{{ site.url }}/x.pdf")]).items] == ["/x.pdf"]
    assert read_links([("url", "http" * 5000), ("pllinks", "[" * 5000)]).items == []
