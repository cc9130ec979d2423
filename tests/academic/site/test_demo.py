"""The demo: faithful to the page it reproduces, loaded once, and taken away without touching anybody's work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import transaction
from django.db.models import Model
from django.test import Client, RequestFactory
from django.test.html import Element, parse_html

from academic.middleware import public_profile
from academic.models import CVEntry, HomeBlock, Link, MenuItem, Page, Picture, Profile
from academic.site import context_processors, demo
from academic.site.demo import content
from academic.site.models import DemoRecord
from news.models import NewsItem
from publications.models import Author, Publication
from tests.factories import make_links, make_news, make_page, make_publication, set_profile

from .rows import everything

OLD = "https://sbelharbi.github.io"
ABAW = "https://affective-behavior-analysis-in-the-wild.github.io/8th/#counts3"
CHALLENGE = (
    "Ambivalence/Hesitancy (AH) Recognition Challenge at 8th Workshop and Competition on Affective & Behavior Analysis"
    " in-the-wild (ABAW)"
)
GITHUB = "https://github.com"
SR_CACO_2 = f"{GITHUB}/sbelharbi/sr-caco-2"


def arxiv(number: str, *code: tuple[str, str]) -> tuple[str, list[tuple[str, str]]]:
    """Where the title leads, and the labelled links: the seed's pattern for papers on arXiv."""
    url = f"https://arxiv.org/pdf/{number}"
    return url, [("arXiv", url), *((label, f"{GITHUB}/{path}") for label, path in code)]


# The seed page, written down by hand: date, kicker, title, where the title leads, labels with their addresses.
SEED: list[tuple[str, str, str, str, list[tuple[str, str]]]] = [
    (
        "2025-01",
        "New arXiv",
        "TeD-Loc: Text Distillation for Weakly Supervised Object Localization",
        *arxiv("2501.12632", ("Code", "shakeebmurtaza/TeDLOC")),
    ),
    ("2025-01", "New challenge is now open @ 8TH ABAW @ CVPR 2025", CHALLENGE, ABAW, [("Page", ABAW)]),
    (
        "2025-01",
        "Pattern Recognition",
        "CoLo-CAM: Class Activation Mapping for Object Co-Localization in Weakly-Labeled Unconstrained Videos",
        *arxiv("2303.09044", ("Code", "sbelharbi/colo-cam")),
    ),
    (
        "2024-10",
        "WACV 2025",
        "A Realistic Protocol for Evaluation of Weakly Supervised Object Localization",
        *arxiv("2404.10034", ("Code", "shakeebmurtaza/wsol_model_selection")),
    ),
    (
        "2024-10",
        "AI and Digital Health Symposium, ETS Montreal, Canada",
        "Incorporating Affective Computing to Enhance Health Assessments and Interventions",
        "https://aihealthsymposium2024.squarespace.com/",
        [("Posters", "https://aihealthsymposium2024.squarespace.com/posters")],
    ),
    (
        "2024-09",
        "NeurIPS 2024",
        "SR-CACO-2: A Dataset for Confocal Fluorescence Microscopy Image Super-Resolution",
        "https://arxiv.org/pdf/2406.09168",
        [
            ("arXiv", "https://arxiv.org/pdf/2406.09168"),
            ("Code", SR_CACO_2),
            ("Download Dataset", f"{SR_CACO_2}?tab=readme-ov-file#download-sr-caco-2"),
            ("Page", "/sr-caco-2/"),
        ],
    ),
    (
        "2024-08",
        "ECCVw 2024",
        "Textualized and Feature-based Models for Compound Multimodal Emotion Recognition in the Wild",
        *arxiv(
            "2407.12927",
            ("Code text-based", "nicolas-richet/feature-vs-text-compound-emotion"),
            ("Code feature-based", "sbelharbi/feature-vs-text-compound-emotion"),
        ),
    ),
    (
        "2024-07",
        "New patent with Ericsson (Pending)",
        "Method and System for Providing Labeled Images for Small Cell Site Selection",
        "https://patents.google.com/patent/US20240211541A1/en",
        [("Link", "https://patents.google.com/patent/US20240211541A1/en")],
    ),
    (
        "2024-04",
        "CVPRw 2024",
        "Source-Free Domain Adaptation of Weakly-Supervised Object Localization Models for Histology",
        *arxiv("2404.19113", ("Code", "AlexisGuichemerreCode/survey_hist_wsol_sfda")),
    ),
    (
        "2024-04",
        "CVPRw 2024",
        "Joint Multimodal Transformer for Dimensional Emotional Recognition in the Wild",
        *arxiv("2403.10488", ("Code", "PoloWlg/Joint-Multimodal-Transformer-6th-ABAW")),
    ),
    (
        "2024-03",
        "FG 2024",
        "Guided Interpretable Facial Expression Recognition via Spatial Action Unit Cues",
        *arxiv("2402.00281", ("Code", "sbelharbi/interpretable-fer-aus")),
    ),
    (
        "2024-03",
        "FG 2024",
        "Distilling Privileged Multimodal Information for Expression Recognition using Optimal Transport",
        *arxiv("2401.15489", ("Code", "haseebaslam95/PKDOT")),
    ),
    (
        "2024-03",
        "FG 2024",
        "Subject-Based Domain Adaptation for Facial Expression Recognition",
        *arxiv("2312.05632", ("Code", "osamazeeshan/Subject-Based-Domain-Adaptation-for-FER")),
    ),
    (
        "2023-10",
        "Image and Vision Computing",
        "DiPS: Discriminative Pseudo-Label Sampling with Self-Supervised Transformers for Weakly Supervised Object"
        " Localization",
        *arxiv("2310.06196", ("Code", "shakeebmurtaza/dips")),
    ),
    (
        "2023-07",
        "Summer School 2023-Jul.3-7-Concordia University-Montreal, Canada",
        "Leveraging Artificial Intelligence to Optimise Behavioural Health Interventions and Assessments",
        "https://frqs-ai-summerschool23.squarespace.com/",
        [("Website", "https://frqs-ai-summerschool23.squarespace.com/")],
    ),
    (
        "2023-03",
        "MELBA",
        "Deep Weakly-Supervised Learning Methods for Classification and Localization in Histology Images: A Survey",
        "https://www.melba-journal.org/papers/2023:004.html",
        [
            ("Webpage", "https://www.melba-journal.org/papers/2023:004.html"),
            ("PDF", "https://www.melba-journal.org/pdf/2023:004.pdf"),
            ("Code", f"{GITHUB}/jeromerony/survey_wsl_histology"),
            ("MIDL2023 poster", f"{OLD}/publications/2023/poster-midl-2023.pdf"),
        ],
    ),
    (
        "2022-11",
        "WACVw 2023",
        "Discriminative Sampling of Proposals in Self-Supervised Transformers for Weakly Supervised Object"
        " Localization",
        *arxiv("2209.09209", ("Code", "shakeebmurtaza/dips")),
    ),
    (
        "2022-10",
        "WACV 2023",
        "TCAM: Temporal Class Activation Maps for Object Localization in Weakly-Labeled Unconstrained Videos",
        *arxiv("2208.14542", ("Code", "sbelharbi/tcam-wsol-video")),
    ),
    (
        "2022-09",
        "Montreal AI Symposium",
        "Constrained Sampling for Class-Agnostic Weakly Supervised Object Localization",
        *arxiv("2209.09195", ("Code", "shakeebmurtaza/dips")),
    ),
    (
        "2022-08",
        "ICPR tutorial",
        "Deep Learning Models for Weakly-Supervised Object Localization and Segmentation",
        "/icpr-2022-tutorial-wsl/",
        [
            ("Page", "/icpr-2022-tutorial-wsl/"),
            ("Slides", f"{OLD}/publications/icpr-tutorial-wsl-2022/slides.pdf"),
        ],
    ),
    (
        "2022-02",
        "MIDL 2022",
        "Negative Evidence Matters in Interpretable Histology Image Classification",
        *arxiv("2201.02445", ("Code", "sbelharbi/negev")),
    ),
    (
        "2022-01",
        "WACV 2022",
        "F-CAM: Full Resolution Class Activation Maps via Guided Parametric Upscaling",
        *arxiv("2109.07069", ("Code", "sbelharbi/fcam-wsol")),
    ),
    (
        "2022-01",
        "TMI",
        "Deep Interpretable Classification and Weakly-Supervised Segmentation of Histology Images via Max-Min"
        " Uncertainty",
        *arxiv("2011.07221", ("Code", "sbelharbi/deep-wsl-histo-min-max-uncertainty")),
    ),
]
BIO_LINKS = [
    ("LIVIA Lab., ÉTS, Montreal", "https://liviamtl.ca/"),
    ("McCaffrey Lab. / GCRC McGill", "https://mccaffreylab.mcgill.ca/McCaffreyLab.html"),
    ("Eric Granger", "https://www.etsmtl.ca/en/research/professors/egranger"),
    ("Ismail Ben Ayed", "http://profs.etsmtl.ca/ibenayed/"),
    ("Luke McCaffrey", "https://mcgillgcrc.com/research/members/mccaffrey"),
]
SIDEBAR_LINKS = [
    ("G. Scholar", "https://scholar.google.com/citations?user=br7lo4MAAAAJ&hl=en"),
    ("Github", "https://github.com/sbelharbi"),
    ("Twitter", "https://twitter.com/sbelharbi"),
    ("LinkedIn", "https://linkedin.com/in/soufiane-belharbi"),
]
PHD_TEXT_LINKS = [
    ("Institut National des Sciences Appliquées de Rouen Normandie", "http://www.insa-rouen.fr/en"),
    ("LITIS lab", "http://www.litislab.fr/"),
    ("Apprentissage (Learning) team", "http://www.litislab.fr/equipe/docapp/"),
    ("Prof. Sébastien Adam", "http://pagesperso.litislab.fr/sebadam/"),
    ("Clément Chatelain", "http://pagesperso.litislab.fr/cchatelain/"),
    ("Romain Hérault", "https://asi.insa-rouen.fr/enseignants/~rherault/pelican/"),
]
THESIS_LINKS = [
    ("ArXiv", "https://arxiv.org/pdf/1807.05292"),
    ("HAL-Thèse", "https://tel.archives-ouvertes.fr/tel-01835035"),
    ("Presentation", f"{OLD}/publications/2018/presentation-phd-defense-2018.pdf"),
]
THESIS_BIBTEX = """\
@phdthesis{sbelharbiphd2018,
  author = {Belharbi, S.},
  title = {Neural Networks Regularization Through Representation Learning},
  school = {Normandie Université, INSA Rouen Normandie, LITIS laboratory},
  year = {2018},
  pages = {196},
  note = {Supervisor: Sébastien Adam, Advisors: Clément Chatelain, Romain Hérault},
  url = {https://arxiv.org/pdf/1807.05292}"""


def elements(root: Element, name: str = "", css: str = "") -> Iterator[Element]:
    """Every element below `root` with this tag name and this class, in the order of the page."""
    for child in root.children:
        if isinstance(child, Element):
            attributes = dict(child.attributes)
            if (not name or child.name == name) and (not css or css in (attributes.get("class") or "").split()):
                yield child
            yield from elements(child, name, css)


def words(element: Element) -> str:
    text = [child if isinstance(child, str) else words(child) for child in element.children]
    return " ".join(" ".join(text).split())


def without_spaces(text: str) -> str:
    return "".join(text.split())


def links(root: Element) -> list[tuple[str, str]]:
    return [(words(link), dict(link.attributes)["href"] or "") for link in elements(root, "a")]


def listed_links(root: Element) -> list[tuple[str, str]]:
    """The labelled links of an item."""
    return [link for found in elements(root, "ul", "links") for link in links(found)]


def home() -> Element:
    root = parse_html(Client().get("/").content.decode())
    return root if isinstance(root, Element) else Element("page", ())


def section(kind: str) -> Element:
    return next(elements(home(), css=f"section-{kind}"))


def news_line(item: Element) -> tuple[str, str, str, str, list[tuple[str, str]]]:
    title = next(elements(item, "a", "title"))
    kicker = words(next(elements(item, "span", "kicker")))
    moment = dict(next(elements(item, "time")).attributes)["datetime"] or ""
    return moment, kicker, words(title), dict(title.attributes)["href"] or "", listed_links(item)


@pytest.fixture(scope="module")
def demo_loaded_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo, for all tests of this file: each works in a transaction within this one, which is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def loaded(demo_loaded_once: None, db: None) -> None:
    """The demo as it was loaded, whatever other tests did to it."""


# The page ------------------------------------------------------------------------------------------------------------


def test_news_are_the_seeds(loaded: None) -> None:
    shown = [news_line(item) for item in elements(section("news"), "div", "news-item")]
    assert shown == SEED


def test_pinned_news_is_announced_above_all(loaded: None) -> None:
    announced = list(elements(section("news"), "div", "announcement"))
    assert [words(next(elements(item, css="kicker"))) for item in announced] == [SEED[1][1]]
    assert links(announced[0]) == [(CHALLENGE, ABAW), ("Page", ABAW)]
    assert NewsItem.objects.filter(is_pinned=True).count() == 1


def test_bio_keeps_its_links(loaded: None) -> None:
    assert links(section("bio")) == BIO_LINKS


def test_sidebar_has_the_four_links_in_order(loaded: None) -> None:
    owner = next(elements(home(), "aside", "owner"))
    assert listed_links(owner) == SIDEBAR_LINKS


def test_interests_and_link_to_the_projects(loaded: None) -> None:
    assert [words(item) for item in elements(next(elements(section("interests"), "ul", "interests")), "li")] == [
        "Machine learning",
        "Neural networks",
        "Representation learning",
        "Weakly supervised learning",
        "Interpretable machine learning",
    ]
    assert [link for link in links(home()) if link[1] == "/all-projects/"] == [("Page", "/all-projects/")]


def test_phd_has_its_links_and_its_bibtex(loaded: None) -> None:
    phd = section("publication")
    assert links(next(elements(phd, "div", "prose"))) == PHD_TEXT_LINKS
    assert listed_links(phd) == THESIS_LINKS
    shown = words(next(elements(phd, "pre")))
    assert without_spaces(THESIS_BIBTEX) in without_spaces(shown)


def test_headings_and_menu_are_the_seeds(loaded: None) -> None:
    page = home()
    assert [words(heading) for heading in elements(page, "h1")] == ["Hi!"]
    assert [words(heading) for heading in elements(page, "h2")] == ["Research Interests", "News", "Phd"]
    assert links(next(elements(page, "nav"))) == [
        ("Publications", "/publications/"),
        ("Teaching", "/teaching/"),
        ("Miscellany", "/miscellany/"),
        ("Contact", "/contact/"),
    ]


@pytest.mark.parametrize("path", [page.path for page in content.PAGES] + ["/projects/", "/teaching/", "/cv/"])
def test_every_page_answers(loaded: None, path: str) -> None:
    page = parse_html(Client().get(path).content.decode())
    assert isinstance(page, Element)
    assert len(list(elements(page, "h1"))) == 1


def test_links_within_the_demo_lead_somewhere(loaded: None) -> None:
    answers = {}
    for path in ["/", *(page.path for page in content.PAGES), "/projects/", "/teaching/", "/publications/"]:
        page = parse_html(Client().get(path).content.decode())
        assert isinstance(page, Element)
        answers.update({url: Client().get(url).status_code for _label, url in links(page) if url.startswith("/")})
    of_files = ("/static/", "/media/")  # not there: nothing is collected, and every test has a media folder of its own
    assert {url: status for url, status in answers.items() if status != 200 and not url.startswith(of_files)} == {}


def test_titles_of_courses_in_french_say_so(loaded: None) -> None:
    french = CVEntry.objects.filter(section="teaching", lang="fr")
    assert [entry.title.split()[0] for entry in french] == ["GPA671", "SYS843", "SYS866"]


# The papers ----------------------------------------------------------------------------------------------------------


def test_every_paper_of_the_news_is_a_publication(loaded: None) -> None:
    about_papers = NewsItem.objects.exclude(publication=None)
    assert (NewsItem.objects.count(), about_papers.count(), Publication.objects.count()) == (23, 18, 19)
    assert list(about_papers.exclude(title="", title_link="")) == []
    assert [item for item in about_papers if item.links.exists()] == []


def test_news_follow_their_publication(loaded: None) -> None:
    paper = Publication.objects.get(citation_key="belharbi2025colocam")
    paper.title = "A better title"
    paper.save()
    paper.links.filter(label="Code").update(url="https://codeberg.org/moved")
    item = next(item for item in elements(section("news"), "div", "news-item") if "better" in words(item))
    assert news_line(item)[2:] == (
        "A better title",
        "https://arxiv.org/pdf/2303.09044",
        [("arXiv", "https://arxiv.org/pdf/2303.09044"), ("Code", "https://codeberg.org/moved")],
    )


def test_no_author_is_invented(loaded: None) -> None:
    without = Publication.objects.filter(authorships=None)
    assert [paper.citation_key for paper in without] == ["constrained2022sampling"]


def test_owner_is_one_person_in_all_spellings(loaded: None) -> None:
    assert Author.objects.filter(family="Belharbi").count() == 1
    assert Publication.objects.filter(authors__family="Belharbi").count() == 18


def test_paper_and_project_page_are_tied(loaded: None) -> None:
    paper = Publication.objects.get(citation_key="belharbi2024srcaco2")
    assert paper.project_page == Page.objects.get(path="/sr-caco-2/")


def test_the_project_page_shows_all_its_drawings(loaded: None) -> None:
    page = parse_html(Client().get("/sr-caco-2/").content.decode())
    assert isinstance(page, Element)
    drawn = {picture.get_absolute_url() for picture in Picture.objects.filter(title__contains="Cells")}
    assert len(drawn) == len(content.DRAWINGS)
    shown = {dict(picture.attributes)["src"] for picture in elements(page, "img")}
    assert drawn < shown
    assert [words(item) for item in elements(page, "li") if words(item).startswith("LIVIA")] == [
        "LIVIA, ILLS, Dept. of Systems Engineering, ÉTS Montreal, Canada"
    ]


# Twice ---------------------------------------------------------------------------------------------------------------


def test_second_load_changes_nothing(loaded: None) -> None:
    before = everything()
    demo.load()
    assert everything() == before


def test_second_load_leaves_edits_and_deletions(loaded: None) -> None:
    NewsItem.objects.filter(kicker="MELBA").update(kicker="Journal of machine learning for biomedical imaging")
    NewsItem.objects.filter(kicker="TMI").delete()
    set_profile(bio="I moved.")
    before = everything()
    demo.load()
    assert everything() == before


def test_load_after_clear_is_the_first_load(loaded: None) -> None:
    demo.clear()
    demo.load()
    assert [news_line(item) for item in elements(section("news"), "div", "news-item")] == SEED


# Away again ----------------------------------------------------------------------------------------------------------


def rows_left() -> dict[str, int]:
    return {label: len(rows) for label, rows in everything().items() if rows and label not in UNCLEARED}


# Not made by the demo: the version of the content, which only ever rises.
UNCLEARED = {"academic.ContentVersion", "site.ContentVersion"}


def test_clear_leaves_nothing(loaded: None) -> None:
    summary = demo.clear()
    assert rows_left() == {"academic.Profile": 1, "academic.HomeBlock": 4, "academic.MenuItem": 5}
    blank = {field.name: field.get_default() for field in Profile._meta.concrete_fields if not field.primary_key}
    assert {name: getattr(Profile.objects.get(), name) for name in blank} == blank
    assert summary.kept == []


def test_clear_keeps_an_edited_item_and_what_it_needs(loaded: None) -> None:
    item = NewsItem.objects.get(kicker="NeurIPS 2024")
    item.body = "Come to our poster!"
    item.save()
    summary = demo.clear()
    assert list(NewsItem.objects.all()) == [item]
    assert [paper.citation_key for paper in Publication.objects.all()] == ["belharbi2024srcaco2"]
    assert [page.path for page in Page.objects.all()] == ["/sr-caco-2/"]
    assert Author.objects.count() == 6
    assert {picture.title for picture in Picture.objects.all()} == {
        words["title"] for words in content.DRAWINGS.values()
    }
    assert not DemoRecord.objects.exists()
    assert f"kept: news item “{item}” (it was edited)" in summary.kept
    assert any("SR-CACO-2" in line and "needs it" in line for line in summary.kept)


def edit_links_of_page() -> Model:
    page = Page.objects.get(path="/contact/")
    make_links(page, [("Map", "https://example.org/map")])
    return page


def edit_an_authorship() -> Model:
    paper = Publication.objects.get(citation_key="belharbi2022negev")
    paper.authorships.filter(family="Pedersoli").update(marks="*")
    return paper


def edit_a_link_of_a_paper() -> Model:
    paper = Publication.objects.get(citation_key="belharbi2022negev")
    paper.links.filter(label="Code").update(label="Source")
    return paper


def edit_a_block() -> Model:
    block = HomeBlock.objects.get(kind="news")
    block.options = {"limit": 5}
    block.save()
    return block


def edit_shown_links() -> Model:
    item = NewsItem.objects.get(kicker="MELBA")
    assert item.publication is not None
    item.shown_links.set(item.publication.links.filter(label="PDF"))
    return item


def edit_menu() -> Model:
    item = MenuItem.objects.get(label="Contact")
    item.label = "Find me"
    item.save()
    return item


@pytest.mark.parametrize(
    "edit",
    [edit_links_of_page, edit_an_authorship, edit_a_link_of_a_paper, edit_a_block, edit_shown_links, edit_menu],
)
def test_clear_keeps_what_was_edited(loaded: None, edit: Any) -> None:
    edited = edit()
    before = list(type(edited)._base_manager.filter(pk=edited.pk).values())
    demo.clear()
    assert list(type(edited)._base_manager.filter(pk=edited.pk).values()) == before


def test_clear_keeps_the_menus_page(loaded: None) -> None:
    edit_menu()
    demo.clear()
    assert [page.path for page in Page.objects.all()] == ["/contact/"]


def test_clear_keeps_the_thesis_of_an_edited_block(loaded: None) -> None:
    block = HomeBlock.objects.get(kind="publication")
    block.title = "My thesis"
    block.save()
    demo.clear()
    assert [paper.citation_key for paper in Publication.objects.all()] == [content.THESIS]


def test_clear_resets_only_untouched_fields_of_the_profile(loaded: None) -> None:
    set_profile(given_name="Ada", family_name="Lovelace")
    demo.clear()
    profile = Profile.objects.get()
    assert (profile.name, profile.bio, profile.start_year, profile.photo) == ("Ada Lovelace", "", None, None)
    assert not profile.links.exists()


def test_clear_keeps_a_picture_that_is_still_used(loaded: None) -> None:
    header = Profile.objects.get().header
    make_page("/mine/", header=header)
    demo.clear()
    assert list(Picture.objects.all()) == [header]


def test_clear_keeps_a_picture_that_a_text_shows(loaded: None) -> None:
    photo = Profile.objects.get().photo
    assert photo is not None
    make_page("/mine/", body=f"![An abstract figure]({photo.get_absolute_url()})")
    demo.clear()
    assert list(Picture.objects.all()) == [photo]


def test_clear_never_takes_rows_of_the_user(loaded: None) -> None:
    paper = make_publication(title="Mine", authors=["Granger, Eric"], links=[("Code", "https://example.org/")])
    news = make_news(title="Mine too")
    page = make_page("/mine/")
    Link.objects.create(owner=page, label="Dataset", page=Page.objects.get(path="/sr-caco-2/"))
    MenuItem.objects.create(page=Page.objects.get(path="/miscellany/"))
    demo.clear()
    assert list(Publication.objects.all()) == [paper]
    assert [str(author) for author in Author.objects.all()] == ["Eric Granger"]
    assert list(NewsItem.objects.all()) == [news]
    assert [page.path for page in Page.objects.all()] == ["/mine/", "/miscellany/", "/sr-caco-2/"]
    assert MenuItem.objects.count() == 1


# It says that it is a demo -------------------------------------------------------------------------------------------


def test_demo_that_others_can_reach_says_so(loaded: None, settings: LazySettings) -> None:
    settings.SITE_IS_LOCAL = False
    page = Client().get("/").content.decode()
    assert '<meta name="robots" content="noindex">' in page
    assert "notice-demo" in page


def test_demo_on_ones_own_machine_is_silent(loaded: None, settings: LazySettings) -> None:
    settings.SITE_IS_LOCAL = True
    page = Client().get("/").content.decode()
    assert "noindex" not in page
    assert "notice-demo" not in page


def test_admin_never_asks(loaded: None, owner: Client, settings: LazySettings) -> None:
    settings.SITE_IS_LOCAL = False
    assert owner.get("/admin/").context["is_demo"] is False


def test_a_page_learns_it_with_the_profile(
    loaded: None, rf: RequestFactory, settings: LazySettings, django_assert_num_queries: Any
) -> None:
    settings.SITE_IS_LOCAL = False
    request = rf.get("/")
    is_demo = context_processors.demo(request)["is_demo"]
    with django_assert_num_queries(1):
        assert (is_demo(), public_profile(request).pk, is_demo()) == (True, 1, True)
    DemoRecord.objects.all().delete()
    assert context_processors.demo(rf.get("/"))["is_demo"]() is False
