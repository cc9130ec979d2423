"""What the demo says: facts of a real academic's public page, with texts written for the demo.

Longer texts stand in texts/, the papers in demo.bib. Links are (label, address); an address such as "/sr-caco-2/"
that is one of PAGES becomes a link to that page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

Links = tuple[tuple[str, str], ...]

HERE = Path(__file__).parent
BIB_FILE = HERE / "demo.bib"
THESIS = "sbelharbiphd2018"
OLD_SITE = "https://sbelharbi.github.io"


def text(name: str) -> str:
    """One of the texts in texts/."""
    return (HERE / "texts" / f"{name}.md").read_text(encoding="utf-8").strip()


PROFILE: dict[str, Any] = {
    "given_name": "Soufiane",
    "family_name": "Belharbi",
    "name_variants": "Belharbi, S.",
    "headline": "Hi!",
    "position": "Post-doc",
    "tagline": "Teaching neural networks to see with fewer labels",
    "bio": text("bio"),
    "site_title": "Soufiane Belharbi's Academic Site",
    "description": "Soufiane Belharbi's website",
    "keywords": (
        "machine learning, neural networks, deep learning, learning representations, academic, page, "
        "soufiane belharbi, montreal, canada, ÉTS, École de technologie supérieure, LIVIA lab, LITIS lab, Rouen, France"
    ),
    "scholar_id": "br7lo4MAAAAJ",
    "language": "en",
    # Debian's and Ubuntu's newer time zone packages leave the old names out; the clock is the same.
    "time_zone": "America/Montreal" if "America/Montreal" in available_timezones() else "America/Toronto",
    "start_year": 2017,
}
PROFILE_LINKS: Links = (
    ("G. Scholar", "https://scholar.google.com/citations?user=br7lo4MAAAAJ&hl=en"),
    ("Github", "https://github.com/sbelharbi"),
    ("Twitter", "https://twitter.com/sbelharbi"),
    ("LinkedIn", "https://linkedin.com/in/soufiane-belharbi"),
)
AFFILIATION = ("LIVIA, École de technologie supérieure (ÉTS), Montreal", "https://liviamtl.ca/")
INTERESTS = (
    "Machine learning",
    "Neural networks",
    "Representation learning",
    "Weakly supervised learning",
    "Interpretable machine learning",
)
PORTRAIT = {
    "title": "Portrait (demo)",
    "alt": "An abstract figure of paper layers: head and shoulders, dark blue at the edges, glowing from within.",
}
HEADER = {
    "title": "City at night (demo)",
    "alt": "A city on a river at night: a bridge with lamps, a floodlit cathedral, lit windows mirrored in the water.",
}
# The drawings of texts/sr-caco-2.md, by the name that stands there in place of their address.
CELLS = "cells"
DRAWINGS: dict[str, dict[str, str]] = {
    CELLS: {
        "title": "Cells, ever finer (demo)",
        "alt": "A drawing of a round cluster of cells, green membranes around blue nuclei: coarse squares at the left"
        " become sharp outlines at the right.",
        "credit": "A drawing made for this demo, no image of the dataset",
    },
    "cells-8": {"title": "Cells, coarsest (demo)", "alt": "The cells as a few dozen coloured squares."},
    "cells-4": {"title": "Cells, coarse (demo)", "alt": "The cells as small squares; nuclei can be told apart."},
    "cells-2": {"title": "Cells, fine (demo)", "alt": "The cells with jagged outlines."},
    "cells-1": {"title": "Cells, finest (demo)", "alt": "The cells with smooth outlines and bright nuclei."},
}


@dataclass(frozen=True)
class DemoPage:
    path: str
    title: str
    description: str
    columns: dict[str, Any] = field(default_factory=dict)
    links: Links = ()

    @property
    def body(self) -> str:
        return text(self.path.strip("/"))


PAGES = (
    DemoPage(
        "/all-projects/",
        "Projects",
        "Research projects with their papers and code: weakly supervised localisation, videos, histology, emotions.",
    ),
    DemoPage(
        "/sr-caco-2/",
        "SR-CACO-2: A Dataset for Confocal Fluorescence Microscopy Image Super-Resolution",
        "SR-CACO-2: 2,200 confocal fluorescence microscopy images at four resolutions, for super-resolution.",
        {
            "is_project": True,
            "position": 0,
            "summary": "2,200 microscopy images for super-resolution: the same cells seen coarsely and finely.",
            "tags": "dataset, super-resolution, confocal fluorescence microscopy",
        },
        (
            ("Code", "https://github.com/sbelharbi/sr-caco-2"),
            ("arXiv", "https://arxiv.org/pdf/2406.09168"),
            ("Download Dataset", "https://github.com/sbelharbi/sr-caco-2?tab=readme-ov-file#download-sr-caco-2"),
            ("Hugging Face", "https://huggingface.co/sbelharbi/sr-caco-2"),
            ("DOI", "https://zenodo.org/doi/10.5281/zenodo.11617172"),
        ),
    ),
    DemoPage(
        "/icpr-2022-tutorial-wsl/",
        "Deep Learning Models for Weakly-Supervised Object Localization and Segmentation",
        "A tutorial at ICPR 2022 in Montreal on localising and segmenting objects with image-level labels only.",
        {
            "is_project": True,
            "position": 1,
            "summary": "A tutorial at ICPR 2022 on localising and segmenting objects with nothing but class labels.",
            "tags": "tutorial, weakly supervised object localisation, weakly supervised semantic segmentation",
        },
        (("Slides", f"{OLD_SITE}/publications/icpr-tutorial-wsl-2022/slides.pdf"),),
    ),
    DemoPage("/miscellany/", "Miscellany", "Service to laboratory, association and fellow students."),
    DemoPage("/contact/", "Contact", "Where to find Soufiane Belharbi: LIVIA, ÉTS, Montreal."),
)


@dataclass(frozen=True)
class DemoNews:
    """`paper` is a citation key of demo.bib: title and links are then the paper's, or only those labelled `shown`."""

    year: int
    month: int
    kicker: str
    paper: str = ""
    shown: tuple[str, ...] = ()
    title: str = ""
    title_link: str = ""
    links: Links = ()
    is_pinned: bool = False

    @property
    def date(self) -> date:
        return date(self.year, self.month, 1)


ABAW = "https://affective-behavior-analysis-in-the-wild.github.io/8th/#counts3"
PATENT = "https://patents.google.com/patent/US20240211541A1/en"
SUMMER_SCHOOL = "https://frqs-ai-summerschool23.squarespace.com/"
NEWS = (
    DemoNews(2025, 1, "New arXiv", "murtaza2025tedloc"),
    DemoNews(
        2025,
        1,
        "**New challenge is now open @ 8TH ABAW @ CVPR 2025**",
        title=(
            "Ambivalence/Hesitancy (AH) Recognition Challenge at 8th Workshop and Competition on"
            " Affective & Behavior Analysis in-the-wild (ABAW)"
        ),
        title_link=ABAW,
        links=(("Page", ABAW),),
        is_pinned=True,
    ),
    DemoNews(2025, 1, "Pattern Recognition", "belharbi2025colocam"),
    DemoNews(2024, 10, "WACV 2025", "murtaza2025realistic"),
    DemoNews(
        2024,
        10,
        "AI and Digital Health Symposium, ETS Montreal, Canada",
        title="Incorporating Affective Computing to Enhance Health Assessments and Interventions",
        title_link="https://aihealthsymposium2024.squarespace.com/",
        links=(("Posters", "https://aihealthsymposium2024.squarespace.com/posters"),),
    ),
    DemoNews(2024, 9, "NeurIPS 2024", "belharbi2024srcaco2"),
    DemoNews(2024, 8, "ECCVw 2024", "richet2024textualized"),
    DemoNews(
        2024,
        7,
        "New patent with Ericsson (Pending)",
        title="Method and System for Providing Labeled Images for Small Cell Site Selection",
        title_link=PATENT,
        links=(("Link", PATENT),),
    ),
    DemoNews(2024, 4, "CVPRw 2024", "guichemerre2024sourcefree"),
    DemoNews(2024, 4, "CVPRw 2024", "waligora2024joint"),
    DemoNews(2024, 3, "FG 2024", "belharbi2024guided"),
    DemoNews(2024, 3, "FG 2024", "aslam2024distilling"),
    DemoNews(2024, 3, "FG 2024", "zeeshan2024subject"),
    DemoNews(2023, 10, "Image and Vision Computing", "murtaza2023dips"),
    DemoNews(
        2023,
        7,
        "Summer School 2023-Jul.3-7-Concordia University-Montreal, Canada",
        title="Leveraging Artificial Intelligence to Optimise Behavioural Health Interventions and Assessments",
        title_link=SUMMER_SCHOOL,
        links=(("Website", SUMMER_SCHOOL),),
    ),
    DemoNews(2023, 3, "MELBA", "rony2023survey"),
    DemoNews(2022, 11, "WACVw 2023", "murtaza2023discriminative"),
    DemoNews(2022, 10, "WACV 2023", "belharbi2023tcam"),
    DemoNews(2022, 9, "Montreal AI Symposium", "constrained2022sampling"),
    DemoNews(
        2022,
        8,
        "ICPR tutorial",
        title="Deep Learning Models for Weakly-Supervised Object Localization and Segmentation",
        title_link="/icpr-2022-tutorial-wsl/",
        links=(
            ("Page", "/icpr-2022-tutorial-wsl/"),
            ("Slides", f"{OLD_SITE}/publications/icpr-tutorial-wsl-2022/slides.pdf"),
        ),
    ),
    DemoNews(2022, 2, "MIDL 2022", "belharbi2022negev", ("arXiv", "Code")),
    DemoNews(2022, 1, "WACV 2022", "belharbi2022fcam", ("arXiv", "Code")),
    DemoNews(2022, 1, "TMI", "belharbi2022maxmin"),
)
PROJECT_PAGES = {"belharbi2024srcaco2": "/sr-caco-2/"}
SELECTED = ("belharbi2025colocam", "belharbi2024srcaco2", "belharbi2022fcam")
# By citation key: the places, and who of the authors, in order, belongs to which of them.
AFFILIATIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "belharbi2024srcaco2": (
        (
            "LIVIA, ILLS, Dept. of Systems Engineering, ÉTS Montreal, Canada",
            "Goodman Cancer Institute, McGill University, Montreal, Canada",
            "Dept. of Biochemistry, McGill University, Montreal, Canada",
            "Gerald Bronfman Dept. of Oncology, McGill University, Montreal, Canada",
        ),
        ("1", "2,3", "2", "1", "2,3,4", "1"),
    )
}

ETS, INSA = "École de technologie supérieure (ÉTS)", "INSA Rouen Normandie"
CV: tuple[dict[str, Any], ...] = (
    {
        "section": "education",
        "title": "PhD in computer science",
        "organisation": f"{INSA}, LITIS lab",
        "place": "Rouen",
        "detail": "Supervised by Sébastien Adam (director), Clément Chatelain and Romain Hérault",
        "start_year": 2014,
        "start_month": 10,
        "end_year": 2018,
        "end_month": 7,
    },
    {
        "section": "teaching",
        "title": "GPA671 : Introduction à l'intelligence artificielle",
        "lang": "fr",
        "organisation": ETS,
        "place": "Montreal",
        "detail": "Undergraduate",
        "period": "Fall 2022",
        "start_year": 2022,
    },
    {
        "section": "teaching",
        "title": "SYS843 Réseaux de neurones et systèmes flous",
        "lang": "fr",
        "organisation": ETS,
        "place": "Montreal",
        "detail": "Graduate",
        "period": "Fall 2021",
        "start_year": 2021,
    },
    {
        "section": "teaching",
        "title": "SYS866 Sujets spéciaux II : génie de la production automatisée (modèles profonds)",
        "lang": "fr",
        "organisation": ETS,
        "place": "Montreal",
        "detail": "Graduate",
        "period": "Winter 2020",
        "start_year": 2020,
    },
    {
        "section": "teaching",
        "title": "Deep learning",
        "organisation": INSA,
        "place": "Rouen",
        "detail": "Graduate, course and practicum, with Romain Hérault",
        "start_year": 2016,
        "end_year": 2017,
        "position": 0,
    },
    {
        "section": "teaching",
        "title": "Introduction to computational data analysis",
        "organisation": INSA,
        "place": "Rouen",
        "detail": "Undergraduate, practicum, with Stéphane Canu and Samia Ainouz",
        "start_year": 2016,
        "end_year": 2017,
        "position": 1,
    },
    {
        "section": "teaching",
        "title": "Algorithmics and advanced C programming",
        "organisation": INSA,
        "place": "Rouen",
        "detail": "Graduate, practicum, with Nicolas Delestre and Géraldine Del Mondo",
        "start_year": 2015,
        "end_year": 2016,
    },
    {
        "section": "service",
        "title": "PhD students' representative",
        "organisation": "LITIS laboratory council",
        "start_year": 2016,
        "start_month": 1,
        "end_year": 2018,
        "end_month": 2,
    },
    {
        "section": "service",
        "title": "Secretary and webmaster",
        "organisation": "ADDED (association of doctoral students and doctors)",
        "place": "Rouen & Le Havre",
        "start_year": 2016,
        "start_month": 3,
        "end_year": 2017,
        "end_month": 11,
    },
    {
        "section": "service",
        "title": "Organisation of the PhD days",
        "detail": "2016 in Le Havre, 2017 in Rouen",
        "start_year": 2016,
        "end_year": 2017,
    },
)


@dataclass(frozen=True)
class DemoBlock:
    """`paper` is the citation key of the publication it is about."""

    kind: str
    title: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    paper: str = ""


BLOCKS = (
    DemoBlock("bio"),
    DemoBlock("interests", "Research Interests"),
    DemoBlock("text", "", {"body": "List of projects: [Page](/all-projects/)."}),
    DemoBlock("news", "News", {"limit": 50}),
    DemoBlock("publication", "Phd", {"body": text("phd")}, THESIS),
)
MENU: tuple[tuple[str, str], ...] = (  # label, section or page
    ("Publications", "publications"),
    ("Teaching", "teaching"),
    ("Miscellany", "/miscellany/"),
    ("Contact", "/contact/"),
)
