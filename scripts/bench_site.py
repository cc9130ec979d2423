"""A large site to measure: publications with authors, links and topics, news about every second, in few statements."""

from __future__ import annotations

import itertools
import os
import random
import secrets
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEOPLE, TOPICS, YEARS = 400, 12, 25
TEXT = (
    "deep weakly supervised localization of objects in histology images under domain shift with constraints for "
    "reliable interpretable efficient learning from few noisy labels in video and speech analysis a survey"
)
WORDS = TEXT.split()


def use(database: str, folder: str) -> None:
    """Make Django read this database; before anything of the site is imported."""
    os.environ.update(
        NO_DOTENV="true",
        SHARE_CARDS="false",  # drawn by another process, which would be measured too
        SECRET_KEY=os.environ.get("SECRET_KEY") or secrets.token_urlsafe(50),
        DATABASE_URL=database,
        MEDIA_ROOT=f"{folder}/media",
        STATIC_ROOT=f"{folder}/static",
        SITE_URL="http://127.0.0.1:8000",
        ALLOWED_HOSTS="127.0.0.1,localhost,testserver",
        DJANGO_SETTINGS_MODULE="academic.settings",
    )
    sys.path.insert(0, str(ROOT))
    Path(folder, "media").mkdir(exist_ok=True)
    import django

    django.setup()


def build(publications: int, news: int) -> None:
    """The demo's profile, home page, pages and CV, and so many publications and news besides."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    call_command("collectstatic", verbosity=0, interactive=False)
    chance = random.Random(7)  # noqa: S311 the same site every time
    papers = _publications(publications, chance)
    _hang_on(papers, chance)
    _news(papers, news, chance)


def _title(number: int, chance: random.Random) -> str:
    return f"{' '.join(chance.choices(WORDS, k=9)).capitalize()} {number}"


def _publications(number: int, chance: random.Random) -> list:
    from publications.models import Publication

    kinds = ("article", "conference", "preprint", "chapter")
    rows = [
        Publication(
            title=_title(count, chance),
            slug=f"paper-{count}",
            citation_key=f"key{count}",
            kind=kinds[count % 4],
            entry_type="article",
            year=2026 - count % YEARS,
            month=1 + count % 12,
            venue=f"Journal of {chance.choice(WORDS).capitalize()}",
            volume=str(count % 90),
            pages="1-9",
            doi=f"10.1000/{count}",
            abstract=" ".join(chance.choices(WORDS, k=120)),
        )
        for count in range(number)
    ]
    for row in rows:
        row.derive([])
    return Publication.objects.bulk_create(rows, batch_size=500)


def _hang_on(papers: list, chance: random.Random) -> None:
    from django.contrib.contenttypes.models import ContentType

    from academic.models import Link
    from publications.models import Author, Authorship, Publication, Topic

    people = [Author(given=f"Ada{number}", family=f"Lovelace{number}", key=f"l{number}") for number in range(PEOPLE)]
    people = Author.objects.bulk_create(people)
    authorships = (
        Authorship(publication=paper, author=person, position=position, given=person.given, family=person.family)
        for paper in papers
        for position, person in enumerate(chance.sample(people, 4))
    )
    _in_batches(Authorship, authorships)
    kind = ContentType.objects.get_for_model(Publication)
    links = (
        Link(content_type=kind, object_id=paper.pk, position=place, label=label, url=f"https://example.org/{paper.pk}")
        for paper in papers
        for place, label in enumerate(("arXiv", "Code"))
    )
    _in_batches(Link, links)
    topics = [Topic(name=f"Topic {number}", slug=f"bench-{number}") for number in range(TOPICS)]
    topics = Topic.objects.bulk_create(topics)
    through = Publication.topics.through
    _in_batches(through, (through(publication=paper, topic=chance.choice(topics)) for paper in papers))


def _news(papers: list, number: int, chance: random.Random) -> None:
    from news.models import NewsItem

    rows = (
        NewsItem(
            date=date(2026 - count % YEARS, 1 + count % 12, 1 + count % 28),
            kicker="New arXiv",
            slug=f"bench-{count}",
            publication=papers[count] if count % 2 and count < len(papers) else None,
            title="" if count % 2 and count < len(papers) else _title(count, chance),
        )
        for count in range(number)
    )
    _in_batches(NewsItem, rows)


def _in_batches(model: type, rows: object) -> None:
    iterator = iter(rows)  # type: ignore[call-overload]
    while batch := list(itertools.islice(iterator, 2_000)):
        model.objects.bulk_create(batch, batch_size=500)  # type: ignore[attr-defined]
