"""A small site with one page of every kind, and something of every sort on it."""

from __future__ import annotations

from datetime import date

from academic import images
from academic.images import store_document
from academic.models import Affiliation, HomeBlock, Interest, Link, MenuItem, Profile
from publications.models import Publication, Topic

from .academic.uploads import MP4, gradient, picture, upload
from .factories import make_cv_entry, make_links, make_news, make_page, make_publication, set_profile

TEXT = """An opening with *emphasis*, `code`, $x^2$ and a note.[^1]

## A section

- A list

| Method | Accuracy |
| :-- | --: |
| CAM | 73.2 |

```python
def forward(x: Tensor) -> Tensor:
    return relu(x) if x.is_active() else raise_an_error_with_a_name_that_is_far_too_long_for_a_line_of_a_phone(x, x, x)
```

$$ \\hat{y} = \\frac{1}{N} \\sum_{i=1}^{N} p(y \\mid x_i; \\theta) + \\int_{-\\infty}^{\\infty} e^{-x^2} dx + \\alpha $$

[^1]: The note.
"""


def make_whole_site() -> dict[str, str]:
    """Its pages' addresses by kind."""
    profile = _make_profile()
    paper = _make_papers()
    page = make_page("/a-project/", title="A project", description="Of it", is_project=True, body=TEXT + _figures())
    paper.project_page = page
    paper.save()
    make_page("/contact/", title="Contact", body="Where to find me.")
    _make_news(paper)
    make_cv_entry(title="PhD in mathematics", start_year=2014, start_month=10, end_year=2018, end_month=7)
    make_cv_entry(section="teaching", title="Introduction à l’analyse", lang="fr", period="Fall 2022")
    _compose_home(profile, paper)
    MenuItem.objects.create(section="publications", position=0)
    MenuItem.objects.create(section="cv", position=1)
    MenuItem.objects.create(page=page, position=2)
    return {
        "home": "/",
        "news": "/news/",
        "year of news": "/news/year/2024/",
        "item of news": "/news/2025-01-new-arxiv/",
        "publications": "/publications/",
        "publications of a type": "/publications/type/article/",
        "publications found": "/publications/?q=engines&group=type",
        "paper": paper.get_absolute_url(),
        "paper of many": "/publications/of-many/",
        "search": "/search/?q=engines",
        "projects": "/projects/",
        "teaching": "/teaching/",
        "cv": "/cv/",
        "project": page.path,
        "page": "/contact/",
        "404": "/there-is-no-such-page/",
    }


def _make_profile() -> Profile:
    profile = set_profile(
        headline="Hi!",
        position="Post-doc",
        tagline="Analytical engines",
        bio="I work on [engines](https://example.org/).",
        email="ada@example.org",
        office="Room 12",
        description="Ada Lovelace's website",
        keywords="engines, notes",
        start_year=2017,
        photo=_make_picture(300, 300, "A portrait"),
        header=_make_picture(1400, 200, "A city at night"),
    )
    make_links(
        profile, [("G. Scholar", "https://scholar.google.com/citations?user=a"), ("Github", "https://github.com/a")]
    )
    Affiliation.objects.create(profile=profile, name="A lab", url="https://example.org/lab")
    Interest.objects.create(profile=profile, name="Machine learning")
    return profile


def _make_picture(width: int, height: int, alt: str) -> images.Picture:
    return images.store_picture(upload(picture(gradient(width, height), "PNG"), "picture.png"), alt=alt)


def _figures() -> str:
    """One picture with a caption, several side by side, a film."""
    pictures = [_make_picture(800, 60 + number, f"Figure {number}") for number in range(3)]
    first, *others = [picture.get_absolute_url() for picture in pictures]
    grid = " ".join(f'![Figure]({address} "A *caption*")' for address in others)
    film = store_document(upload(MP4, "cells.mp4", "video/mp4"), title="Cells").get_absolute_url()
    return f'\n\n![The whole]({first} "With a caption"){{width=500}}\n\n{grid}\n\n![Cells]({film}){{width=320}}\n'


def _make_papers() -> Publication:
    make_publication(title="A paper of an earlier year", year=2023, authors=["Charles Babbage"])
    many = make_publication(
        title="A paper of many",
        slug="of-many",
        year=None,
        status="submitted",
        kind="manuscript",
        venue="Memoirs",
        authors=[*(f"Grace Hopper{number}" for number in range(15)), "Ada Lovelace", "Paul Erdős"],
        picture=_make_picture(400, 300, "A loom"),
        is_selected=True,
        marks_legend="* Equal contribution.",
    )
    many.authorships.filter(position__lt=2).update(marks="*")
    engines = _make_main_paper()
    make_publication(title="On $n$ engines", slug="preprint", kind="preprint", year=2024, authors=["Ada Lovelace"])
    topic = Topic.objects.create(name="Engines", slug="engines")
    topic.publications.set([engines, many])
    return engines


def _make_main_paper() -> Publication:
    paper = make_publication(
        title="On $n$ engines",
        slug="on-engines",
        authors=["Ada Lovelace", "Paul Erdős"],
        links=[("arXiv", "https://arxiv.org/abs/2501.00001"), ("Code", "https://github.com/a/engines")],
        kind="article",
        venue="Journal of Engines",
        volume="12",
        pages="1-9",
        month=1,
        year=2025,
        abstract="What it is about, with $x^2$.",
        award="Best paper",
        arxiv_id="2501.00001",
        affiliations="A lab, Town\nAnother lab, City",
    )
    for position, marks in enumerate(["1", "1,2"]):
        paper.authorships.filter(position=position).update(marks=marks)
    return paper


def _make_news(paper: Publication) -> None:
    make_news(date=date(2025, 1, 1), kicker="New arXiv", publication=paper, slug="2025-01-new-arxiv")
    make_news(
        date=date(2024, 9, 12),
        date_precision="day",
        kicker="A **challenge** is open",
        title="Le défi",
        lang="fr",
        title_link="https://example.org/challenge",
        body="Some more words.",
        is_pinned=True,
        links=[("Page", "https://example.org/challenge"), ("Details", "https://example.org/details")],
    )


def _compose_home(profile: Profile, paper: Publication) -> None:
    HomeBlock.objects.create(kind="bio", position=0)
    interests = HomeBlock.objects.create(kind="interests", title="Research interests", position=1)
    Link.objects.create(owner=interests, label="Projects", url="/projects/")
    HomeBlock.objects.create(kind="news", title="News", position=2)
    options = {"body": "I wrote a [thesis](https://example.org/thesis).", "publication": paper.pk}
    HomeBlock.objects.create(kind="publication", title="PhD", options=options, position=3)
    HomeBlock.objects.create(kind="recent", title="Recent papers", position=4)
