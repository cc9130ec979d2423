"""The site as files: the same pages as the live ones, changed only where something changed, whole or not at all."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.test import Client
from django.utils.safestring import SafeString
from lxml import html

from academic.images import path_of, store_document
from academic.models import Document, Link, Page, Profile, Redirect
from academic.site.export import ExportFailed, Options, Report, export_site
from academic.site.progress import progress_bar
from news.models import NewsItem
from publications import items, references
from publications.models import Publication
from tests.academic.uploads import PDF, upload
from tests.factories import DRAFT, make_links, make_news, make_page, make_publication
from tests.whole_site import make_whole_site

pytestmark = pytest.mark.django_db
ASKING = "[.//a[contains(@href, '?')]]"
ONLY_LIVE = f"""
    //search | //a[contains(@class, 'search-link')] | //a[@rel='nofollow'] | //div[@class='facet']{ASKING} |
    //details[@class='facets'][not(.//div[@class='facet'][not(.//a[contains(@href, '?')])])]
"""
ONLY_COPY = "//meta[@http-equiv='Content-Security-Policy'] | //meta[@name='referrer']"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "copy"


def export(root: Path, **options: object) -> Report:
    return export_site(root, Options(**options))  # type: ignore[arg-type]


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def address_of(name: str) -> str:
    return "/" + quote(name.removesuffix("index.html"))


def live(address: str) -> bytes:
    response = Client().get(address)
    return b"".join(response) if response.streaming else response.content


def normal(page: bytes, leaving_out: str) -> str:
    tree = html.document_fromstring(page.decode())
    for element in tree.xpath(leaving_out):
        element.drop_tree()
    return re.sub(r"\s*\n\s*", "\n", html.tostring(tree, encoding="unicode"))


def make_documents() -> None:
    store_document(upload(PDF, "talk.pdf"), title="A talk", path="/publications/2018/talk.pdf")
    paper = Publication.objects.get(slug="on-engines")
    paper.pdf = store_document(upload(PDF + b"paper", "paper.pdf"), title="The paper")
    paper.save()


# Made once -----------------------------------------------------------------------------------------------------------


def test_an_item_is_rendered_once_and_a_reference_written_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_whole_site()
    made = Counter[str]()

    def render(template: str, context: dict[str, Any]) -> SafeString:
        made[f"item {context['shown'].publication.slug} {context['with_coins']}"] += 1
        return render_to_string(template, context)

    def write(form: str, publication: Publication) -> str:
        made[f"{form} {publication.slug}"] += 1
        return writers[form](publication)

    writers = dict(references.WRITERS)
    monkeypatch.setattr(items, "render_to_string", render)
    for form in writers:
        monkeypatch.setitem(references.WRITERS, form, partial(write, form))
    export(root)
    published = Publication.objects.published().values_list("slug", flat=True)
    assert {f"{form} {slug}" for form in writers for slug in published} < set(made)
    assert set(made.values()) == {1}


@pytest.mark.django_db(transaction=True)  # within one, the content has one version
def test_a_change_meanwhile_is_in_every_page_asked_for_later(root: Path) -> None:
    make_whole_site()

    def edit(done: int, known: int) -> None:
        if done == 1:
            Profile.objects.update(site_title="Another title")
            Publication.objects.filter(slug="on-engines").update(title="Another work")

    export_site(root, Options(), edit)
    pages = contents(root)
    assert b"Another title" not in pages.pop("index.html")
    titled = [name for name, page in pages.items() if name.endswith("index.html") and b"masthead" in page]
    assert [name for name in titled if b"Another title" not in pages[name]] == []
    assert b"Another work" in pages["publications/index.html"]
    assert b"Another work" in pages["publications.ris"]


# The same as the live site -------------------------------------------------------------------------------------------


def test_every_file_is_what_the_live_site_answers(root: Path) -> None:
    make_whole_site()
    make_documents()
    export(root)
    pages = 0
    for name, content in contents(root).items():
        if name in {".nutshell-export.json", "404.html"} or name.startswith("static/"):
            continue
        answered = live(address_of(name))
        if name.endswith(".html"):
            pages += 1
            assert normal(content, ONLY_COPY) == normal(answered, ONLY_LIVE), name
        else:
            assert content == answered, name
    assert pages > 20


def test_there_is_a_file_for_everything_public(root: Path) -> None:
    kinds = make_whole_site()
    make_documents()
    export(root)
    names = set(contents(root))
    addresses = [address for address in kinds.values() if "?" not in address and address != kinds["404"]]
    for address in addresses:
        assert f"{address}index.html".lstrip("/") in names, address
    assert names >= {
        "404.html",
        "apple-touch-icon.png",
        "favicon.ico",
        "feed.xml",
        "news/feed.xml",
        "news/year/2024/index.html",
        "publications.bib",
        "publications.json",
        "publications.ris",
        "publications/2018/talk.pdf",
        "publications/author/ada-lovelace/index.html",
        "publications/feed.xml",
        "publications/on-engines/on-engines.bib",
        "publications/on-engines/on-engines.json",
        "publications/on-engines/on-engines.pdf",
        "publications/on-engines/on-engines.ris",
        "publications/status/submitted/index.html",
        "publications/topic/engines/index.html",
        "publications/type/preprint/index.html",
        "publications/year/2023/index.html",
        "robots.txt",
        "sitemap.xml",
        "static/css/site.css",
        "static/fonts/serif-italic-ext.woff2",
        "static/js/site.js",
    }
    assert any(re.fullmatch(r"media/[0-9a-f]{32}-\d+\.webp", name) for name in names)
    assert not any(name.startswith(("admin", "search", "healthz")) for name in names)


def test_lists_go_on_over_their_pages(root: Path) -> None:
    for _ in range(51):
        make_publication()
        make_news()
    export(root)
    assert (root / "news/page/2/index.html").exists()
    assert (root / "news/year/2025/page/2/index.html").exists()
    assert (root / "publications/page/2/index.html").exists()
    assert (root / "publications/year/2024/page/2/index.html").exists()


def test_pages_have_their_policies_inside_and_no_search(root: Path) -> None:
    make_whole_site()
    export(root)
    for name, content in contents(root).items():
        if not name.endswith(".html"):
            continue
        text = content.decode()
        policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert len(policy) == 1 and "script-src 'self';" in policy[0] and "frame-ancestors" not in policy[0], name
        assert text.index("Content-Security-Policy") < text.index("<script")
        assert '<meta name="referrer" content="same-origin">' in text
        assert "<form" not in text and "/search/" not in text and "/admin/" not in text, name


def test_the_page_for_what_is_missing(root: Path) -> None:
    export(root)
    page = (root / "404.html").read_text()
    assert "There is no such page" in page and 'href="/publications/"' in page


# Drafts --------------------------------------------------------------------------------------------------------------


def test_drafts_and_their_files_are_absent_until_they_are_published(root: Path) -> None:
    document = store_document(upload(PDF, "secret.pdf"), title="Secret slides", path="/secret.pdf")
    page = make_page("/secret-page/", title="Secret page", visibility=DRAFT)
    Link.objects.create(owner=page, document=document)
    rows = [
        page,
        make_publication(title="Secret paper", slug="secret-paper", visibility=DRAFT),
        make_news(title="Secret news", slug="secret-news", visibility=DRAFT),
    ]
    export(root)
    assert not any(b"ecret" in content or "ecret" in name for name, content in contents(root).items())
    for row in rows:
        row.visibility = "public"
        row.save()
    export(root)
    names = set(contents(root))
    assert {
        "secret-page/index.html",
        "publications/secret-paper/index.html",
        "news/secret-news/index.html",
        "secret.pdf",
    } <= names
    for name in ("feed.xml", "sitemap.xml", "publications.bib"):
        assert b"ecret" in (root / name).read_bytes(), name


def test_the_cards_of_link_previews_are_drawn_before(root: Path, settings: LazySettings) -> None:
    settings.SHARE_CARDS = True
    make_page("/a-page/", title="A page")
    export(root)
    (card,) = re.findall(
        r'property="og:image" content="http://testserver/([^"]+)"', (root / "a-page/index.html").read_text()
    )
    assert (root / card).read_bytes() == (Path(settings.MEDIA_ROOT) / card.removeprefix("media/")).read_bytes()
    assert export(root).written == 0


# Only what changed ---------------------------------------------------------------------------------------------------


def test_a_second_run_writes_nothing(root: Path) -> None:
    make_whole_site()
    make_documents()
    first = export(root)
    assert first.written == first.files and first.removed == 0
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    second = export(root)
    assert (second.files, second.written, second.removed) == (first.files, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if path != root}.items() <= before.items()


def test_an_edit_changes_the_pages_that_show_it(root: Path) -> None:
    make_page("/one/", title="One")
    make_page("/two/", title="Two")
    export(root)
    before = contents(root)
    Page.objects.filter(path="/two/").update(body="Changed.")
    assert export(root).written == 1
    after = contents(root)
    assert {name for name in after if after[name] != before.get(name)} == {"two/index.html"}


def test_what_is_gone_is_deleted_and_what_is_not_ours_is_kept(root: Path) -> None:
    make_page("/deep/down/here/")
    export(root)
    (root / "deep" / "README").write_text("mine")
    (root / ".git").mkdir()
    (root / ".git" / "HEAD").write_text("mine")
    Page.objects.all().delete()
    assert export(root).removed == 1
    assert not (root / "deep" / "down").exists()
    assert (root / "deep" / "README").read_text() == (root / ".git" / "HEAD").read_text() == "mine"


def test_a_file_somebody_else_made_is_not_overwritten(root: Path) -> None:
    root.mkdir()
    (root / "index.html").write_text("mine")
    with pytest.raises(ExportFailed, match="is there already and was not made by an export"):
        export(root)
    assert contents(root) == {"index.html": b"mine"}


def test_a_file_that_was_changed_by_hand_is_written_anew(root: Path) -> None:
    export(root)
    (root / "robots.txt").write_text("changed")
    assert export(root).written == 1
    assert (root / "robots.txt").read_bytes() == live("/robots.txt")


# Whole, or not at all ------------------------------------------------------------------------------------------------


def test_a_dead_link_is_named_with_its_page_and_nothing_changes(root: Path) -> None:
    page = make_page("/a-page/", body="Fine.")
    export(root)
    before = contents(root)
    Page.objects.filter(pk=page.pk).update(
        body="[x](/nowhere/) [y](/media/no.png) [z](/publications/?q=x) [w](/search/)"
    )
    make_page("/another/")
    with pytest.raises(ExportFailed) as failure:
        export(root)
    assert str(failure.value).splitlines() == [
        "These links lead nowhere; nothing was changed:",
        "/a-page/: /media/no.png does not answer (404)",
        "/a-page/: /nowhere/ does not answer (404)",
        "/a-page/: /publications/?q=x asks a question, which takes the live site",
        "/a-page/: /search/ is on the live site only",
    ]
    assert contents(root) == before
    report = export(root, allow_broken=True)
    assert len(report.broken) == 4 and (root / "another" / "index.html").exists()


def test_a_page_that_fails_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = make_news(title="News")
    export(root)
    before = contents(root)
    NewsItem.objects.filter(pk=item.pk).update(title="Other")

    def broken(*args: object) -> None:
        raise ValueError

    monkeypatch.setattr("news.views.NewsDetail.get_context_data", broken)
    with pytest.raises(ExportFailed, match="fails with status 500"):
        export(root)
    assert contents(root) == before


def test_a_full_disk_or_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for root in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ExportFailed, match="is a file; give a folder|cannot be written"):
            export(root)


# Elsewhere -----------------------------------------------------------------------------------------------------------


def test_a_copy_in_a_folder_of_another_host_leads_to_itself(root: Path) -> None:
    make_whole_site()
    make_links(Page.objects.get(path="/contact/"), [("Mine", "http://testserver/cv/")])
    base = "https://www.example.edu/~ada"
    export(root, base_url=base)
    for name, content in contents(root).items():
        if name.startswith(("static/fonts", "media/")) or name.endswith((".png", ".ico", ".pdf")):
            continue
        text = content.decode()
        assert "testserver" not in text, name
        if name.endswith(".html"):
            addresses = re.findall(r'\s(?:href|src|poster|action)="(/[^"]*)"', text)
            addresses += [
                part.split()[0] for value in re.findall(r'srcset="([^"]*)"', text) for part in value.split(",")
            ]
            assert addresses and all(address.startswith("/~ada/") for address in addresses), name
            own = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
            assert own == ([base + address_of(name)] if name != "404.html" else []), name
    assert f"<loc>{base}/publications/on-engines/</loc>" in (root / "sitemap.xml").read_text()
    assert f"Sitemap: {base}/sitemap.xml" in (root / "robots.txt").read_text()
    feed = (root / "feed.xml").read_text()
    assert f'href="{base}/feed.xml"' in feed and 'href="/' not in feed and 'src="/' not in feed
    assert f'href="{base}/cv/"' in (root / "contact" / "index.html").read_text()


def test_text_that_looks_like_a_tag_is_left_alone(root: Path) -> None:
    make_page("/code/", body='`<a href="/x/">` and\n\n```html\n<img src="/y.png">\n```\n\n[z](/code/)')
    export(root, base_url="https://example.edu/~ada")
    text = (root / "code" / "index.html").read_text()
    plain = html.document_fromstring(text).text_content()
    assert '<a href="/x/">' in plain and '<img src="/y.png">' in plain
    assert '<a href="/~ada/code/">z</a>' in text


def test_github_pages_files(root: Path) -> None:
    export(root, cname="ada.example.org")
    assert (root / "CNAME").read_text() == "ada.example.org\n"
    assert (root / ".nojekyll").read_bytes() == b""
    assert "https://ada.example.org/sitemap.xml" in (root / "robots.txt").read_text()
    assert export(root).removed == 2


# What has moved ------------------------------------------------------------------------------------------------------


def test_what_has_moved_leads_on(root: Path) -> None:
    make_page("/new/")
    document = store_document(upload(PDF, "talk.pdf"), title="Talk", path="/talks/2018.pdf")
    for old, new in [
        ("/old/", "/new/"),
        ("/old.html", "https://example.org/"),
        ("/older", "/new/"),
        ("/talk.pdf", "/talks/2018.pdf"),
    ]:
        Redirect.objects.create(old_path=old, new_path=new)
    export(root, base_url="https://example.edu/~ada")
    for name, there in [
        ("old/index.html", "https://example.edu/~ada/new/"),
        ("old.html", "https://example.org/"),
        ("older/index.html", "https://example.edu/~ada/new/"),
    ]:
        text = (root / name).read_text()
        assert f'<meta http-equiv="refresh" content="0; url={there}">' in text, name
        assert f'<a href="{there}">' in text and "Content-Security-Policy" in text
    assert (root / "talk.pdf").read_bytes() == path_of(document).read_bytes()


def test_a_file_that_has_moved_to_another_host_is_reported(root: Path) -> None:
    Redirect.objects.create(old_path="/talk.pdf", new_path="https://example.org/talk.pdf")
    with pytest.raises(
        ExportFailed, match="/talk.pdf: has moved to https://example.org/talk.pdf, which files cannot say"
    ):
        export(root)


def test_a_redirect_to_nowhere_is_a_dead_link(root: Path) -> None:
    Redirect.objects.create(old_path="/old/", new_path="/nowhere/")
    with pytest.raises(ExportFailed, match="/old/: /nowhere/ does not answer"):
        export(root)


# Behind nginx --------------------------------------------------------------------------------------------------------


def test_files_that_nginx_sends_are_in_the_copy_too(root: Path, settings: object) -> None:
    settings.MEDIA_ACCEL_PREFIX = "/protected-media/"  # type: ignore[attr-defined]
    make_documents_only = store_document(upload(PDF, "talk.pdf"), title="Talk", path="/talk.pdf")
    export(root)
    assert (root / "talk.pdf").read_bytes() == path_of(make_documents_only).read_bytes()
    assert Document.objects.count() == 1


# The command ---------------------------------------------------------------------------------------------------------


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("export_site", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_did(root: Path) -> None:
    said = run(str(root))
    assert (found := re.fullmatch(rf"(\d+) files in {root}: (\d+) written, 0 unchanged, 0 removed\.\n", said))
    assert found[1] == found[2]
    assert re.fullmatch(rf"{found[1]} files in {root}: 0 written, {found[1]} unchanged, 0 removed\.\n", run(str(root)))


@pytest.mark.parametrize(
    "address", ["example.edu", "ftp://example.edu", "https://", "https://a.b/?x=1", 'https://a.b/"', "https://a.b:x/"]
)
def test_a_wrong_address_gets_a_sentence(root: Path, address: str) -> None:
    with pytest.raises(CommandError, match="is no web address; write it like https://www.example.edu/~ada"):
        run(str(root), "--base-url", address)
    assert not root.exists()


def test_a_terminal_gets_a_bar(root: Path) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

        def write(self, text: str, ending: str = "") -> int:  # type: ignore[override]
            return super().write(text + ending)

    terminal, pipe = Terminal(), StringIO()
    for stream in (terminal, pipe):
        with progress_bar(stream) as show:
            show(1, 4)
            show(4, 4)
    assert terminal.getvalue() == f"\r{'█' * 7}{'░' * 23} 1 of 4\r{'█' * 30} 4 of 4\r\x1b[K"
    assert pipe.getvalue() == ""
