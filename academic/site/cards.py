"""Share cards of the whole site: drawn where they are missing, taken away where they are no longer right."""

from __future__ import annotations

import fcntl
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from academic.cards import FOLDER, Card, name_of, page_card, path_of, site_card
from academic.content import new_version
from academic.drawing import CannotDraw, draw
from academic.models import Page, Profile, Publishable
from news.models import NewsItem
from news.views import news_card
from publications.discovery import paper_card
from publications.models import Publication

logger = logging.getLogger(__name__)
# What a card shows stands in these rows, or changes together with them (an import's papers, a paper's authors).
SHOWN_ON_CARDS = (
    "academic.profile",
    "academic.page",
    "news.newsitem",
    "publications.publication",
    "publications.importrun",
)
_started: list[subprocess.Popen[bytes]] = []


class Refreshed(NamedTuple):
    made: int
    removed: int
    not_drawn: int  # written in letters the site's typeface does not have


def refresh() -> Refreshed:
    """One at a time; the next one waits, and then sees what was changed meanwhile."""
    folder = path_of(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        wanted = dict(cards())
        there = {f"{FOLDER}/{file.name}" for file in folder.glob("*.png")}
        drawn = [_write(name, card) for name, card in wanted.items() if name not in there]
        for name in there - set(wanted):
            path_of(name).unlink(missing_ok=True)
        done = Refreshed(sum(drawn), len(there - set(wanted)), len(drawn) - sum(drawn))
    if done.made or done.removed:
        new_version()  # pages that were kept name the cards as they were
    return done


def cards() -> Iterator[tuple[str, Card]]:
    """(name of its file, card) of the site and of everything that is not a draft and has no picture."""
    profile = Profile.objects.filter(pk=1).first() or Profile(pk=1)
    yield name_of(profile, site_card(profile)), site_card(profile)
    public = {"visibility": Publishable.Visibility.PUBLIC}  # also what is only scheduled: its card is ready then
    for paper in Publication.objects.filter(picture=None, **public).prefetch_related("authorships").iterator(500):
        card = paper_card(paper, profile)
        yield name_of(paper, card), card
    for item in NewsItem.objects.filter(**public).select_related("publication").iterator(500):
        if item.publication is None or item.publication.picture_id is None:
            card = news_card(item, profile)
            yield name_of(item, card), card
    for page in Page.objects.filter(picture=None, header=None, **public).iterator(500):
        card = page_card(page, profile)
        yield name_of(page, card), card


def _write(name: str, card: Card) -> bool:
    """Whether it could be drawn; the file appears whole."""
    try:
        data = draw(card)
    except CannotDraw:
        return False
    unfinished = path_of(name).with_suffix(".part")
    unfinished.write_bytes(data)
    unfinished.replace(path_of(name))
    return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# After a save --------------------------------------------------------------------------------------------------------


def after_change(sender: type[Model], **kwargs: Any) -> None:
    """Receiver of post_save and post_delete: once what was changed stands."""
    if settings.SHARE_CARDS and sender._meta.label_lower in SHOWN_ON_CARDS:
        transaction.on_commit(start)


def start() -> None:
    """Draw in another process, so that nobody waits for it; one that waits for its turn will see this change too."""
    _started[:] = [process for process in _started if process.poll() is None]
    if len(_started) > 1:
        return
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "make_cards", "--quietly"]
    try:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 our own
        _started.append(process)
    except OSError as error:
        logger.warning("Share cards were not drawn: %s (manage.py make_cards draws them)", error)
