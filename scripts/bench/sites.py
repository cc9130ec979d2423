"""Sites to measure: the demo, and as many publications and news as wished besides, the same every time."""

from __future__ import annotations

import os
import random
import secrets
from datetime import date
from pathlib import Path
from typing import Any

PEOPLE, TOPICS, YEARS = 400, 12, 25
TEXT = (
    "deep weakly supervised localization of objects in histology images under domain shift with constraints for "
    "reliable interpretable efficient learning from few noisy labels in video and speech analysis a survey"
)
WORDS = TEXT.split()
PUBLISHED_IN = (
    ("article", "journal = {{Journal of {}}},\n  volume = {{17}}"),
    ("inproceedings", "booktitle = {{Conference on {}}}"),
    ("misc", "howpublished = {{Preprint on {}}}"),
    ("incollection", "booktitle = {{Handbook of {}}},\n  publisher = {{Springer}}"),
)
TYPED = 10  # every so many-th was typed by hand, the others were imported


def use(folder: Path) -> str:
    """Make Django read the database of DATABASE_URL, or one in `folder`; which of the two kinds it is."""
    os.environ.update(
        NO_DOTENV="true",
        DEBUG="false",
        SHARE_CARDS="false",  # drawn by another process, which would be measured too
        SECRET_KEY=secrets.token_urlsafe(50),
        MEDIA_ROOT=f"{folder}/media",
        STATIC_ROOT=f"{folder}/static",
        SITE_URL="http://127.0.0.1:8000",
        ALLOWED_HOSTS="127.0.0.1,localhost,testserver",
        DJANGO_SETTINGS_MODULE="academic.settings",
    )
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
    (folder / "media").mkdir(exist_ok=True)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    return connection.display_name


def demo() -> None:
    """The demo's profile, home page, pages and CV."""
    from django.core.management import call_command

    with open(os.devnull, "w") as nowhere:
        call_command("load_demo", verbosity=0, stdout=nowhere)


def add(publications: range, news: range) -> None:
    """Publications and news of these numbers, news about every second publication.

    Publications come by an import, as on real sites, so that each has its BibTeX entry; every tenth loses it again and
    is as if typed.
    """
    from publications.importing import Source, apply, plan
    from publications.models import BibEntry, Publication

    chance = random.Random(publications.start)  # noqa: S311 the same site every time
    text = "\n\n".join(_entry(number, chance) for number in publications)
    apply(plan([Source("bench.bib", text.encode())]))
    BibEntry.objects.filter(key__in=[_key(number) for number in publications if number % TYPED == 0]).delete()
    rows = Publication.objects.filter(citation_key__startswith=_key("")).values_list("citation_key", "pk")
    _add_news(news, dict(rows), chance)


def _key(number: object) -> str:
    return f"bench{number}"


def _title(number: int, chance: random.Random) -> str:
    return f"{' '.join(chance.choices(WORDS, k=9)).capitalize()} {number}"


def _entry(number: int, chance: random.Random) -> str:
    kind, where = PUBLISHED_IN[number % len(PUBLISHED_IN)]
    people = chance.sample(range(PEOPLE), 4)
    return f"""@{kind}{{{_key(number)},
  author = {{{" and ".join(f"{word(one)}, Ada {word(one + PEOPLE)}" for one in people)}}},
  title = {{{_title(number, chance)}}},
  {where.format(chance.choice(WORDS).capitalize())},
  year = {{{2026 - number % YEARS}}},
  month = {{{1 + number % 12}}},
  pages = {{1--9}},
  doi = {{10.1000/{number}}},
  eprint = {{{2001 + number // 90000}.{number % 90000:05}}},
  archiveprefix = {{arXiv}},
  code = {{https://example.org/{number}}},
  keywords = {{Topic {chance.randrange(TOPICS)}}},
  abstract = {{{" ".join(chance.choices(WORDS, k=120))}}}
}}"""


def word(number: int) -> str:
    """A word of its own for every number, without a digit."""
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return letters.capitalize()


def _add_news(numbers: range, publications: dict[str, int], chance: random.Random) -> None:
    from news.models import NewsItem

    NewsItem.objects.bulk_create((_news_item(number, publications, chance) for number in numbers), batch_size=500)


def _news_item(number: int, publications: dict[str, int], chance: random.Random) -> Any:
    from news.models import NewsItem

    about = publications.get(_key(number)) if number % 2 else None
    item = NewsItem(
        date=date(2026 - number % YEARS, 1 + number % 12, 1 + number % 28),
        kicker="New arXiv",
        slug=f"bench-{number}",
        publication_id=about,
        title="" if about else _title(number, chance),
    )
    item.derive()
    return item
