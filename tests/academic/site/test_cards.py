"""Share cards: drawn after a save, as visible as their item, gone when they are no longer right."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image

from academic import cards as naming
from academic.cards import Card
from academic.drawing import CannotDraw, draw
from academic.models import Page
from academic.site import cards
from publications.models import Publication
from tests.everything import make_picture
from tests.factories import DRAFT, make_news, make_page, make_publication, set_profile
from tests.test_discovery import opengraph

pytestmark = pytest.mark.django_db
LONG = "CoLo-CAM: Class Activation Mapping for Object Co-Localization in Weakly-Labeled Unconstrained Videos"


def files(settings: LazySettings) -> list[str]:
    return sorted(file.name.rsplit("-", 1)[0] for file in Path(settings.MEDIA_ROOT, "cards").glob("*"))


def image_of(client: Client, address: str) -> str:
    return opengraph(client, address)["og:image"].removeprefix("http://testserver")


# Drawing -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "card",
    [
        Card("On engines", "Ada Lovelace, Paul Erdős, Łukasz Świątek", "Ada Lovelace", "#205080"),
        Card(LONG, "Soufiane Belharbi, Shakeeb Murtaza, …", "Soufiane Belharbi", ""),
        Card("", "", "", ""),
        Card("x" * 3000, "word " * 500, "s" * 500, "#000000"),
    ],
)
def test_a_card_is_a_small_picture_of_the_size_asked_for(card: Card) -> None:
    data = draw(card)
    with Image.open(BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        margins = picture.convert("L").crop((1200 - 60, 20, 1200, 630))
        assert margins.getextrema()[0] > 240, "text runs out of the card"
    assert len(data) < 60_000


def test_what_is_written_is_there() -> None:
    assert draw(Card("One", "By", "Site", "")) != draw(Card("Two", "By", "Site", ""))
    assert draw(Card("One", "By", "Site", "")) == draw(Card("One", "By", "Site", ""))


def test_a_card_would_rather_not_be_than_show_boxes() -> None:
    for text in ("中文", "Ρω", "\U0001f600"):
        with pytest.raises(CannotDraw):
            draw(Card(text, "", "", ""))
    draw(Card("Erdős, Đorđević, Nguyễn, Ångström – “ß”", "", "", ""))


# Making and removing -------------------------------------------------------------------------------------------------


def make_some() -> None:
    set_profile(position="Post-doc")
    make_publication(pk=1, slug="engines", title="On engines", authors=["Ada Lovelace"])
    make_publication(pk=2, slug="seen", picture=make_picture())
    make_publication(pk=3, slug="draft", visibility=DRAFT)
    make_publication(pk=4, slug="later", publish_at=timezone.now() + timedelta(days=1))
    make_news(pk=1, slug="news", title="It runs", kicker="New")
    make_page("/a-page/", pk=1, title="A page")


MADE = ["newsitem-1", "page-1", "profile-1", "publication-1", "publication-4"]


def test_everything_public_without_a_picture_gets_a_card(visitor: Client, settings: LazySettings) -> None:
    make_some()
    assert "og:image" not in opengraph(visitor, "/publications/engines/")
    assert cards.refresh() == (5, 0, 0)
    assert files(settings)[1:] == MADE and files(settings)[0] == ".lock"
    for address in ("/", "/news/", "/publications/", "/publications/engines/", "/news/news/", "/a-page/"):
        response = visitor.get(image_of(visitor, address))
        assert (response.status_code, response["Content-Type"]) == (200, "image/png"), address
    assert image_of(visitor, "/") == image_of(visitor, "/news/") != image_of(visitor, "/a-page/")
    assert "/cards/" not in image_of(visitor, "/publications/seen/")
    assert cards.refresh() == (0, 0, 0)


def test_a_card_that_is_no_longer_right_is_replaced(visitor: Client, settings: LazySettings) -> None:
    make_some()
    cards.refresh()
    before = image_of(visitor, "/a-page/")
    Page.objects.update(title="Another title")
    assert image_of(visitor, "/a-page/") == image_of(visitor, "/"), "meanwhile the site's card"
    assert cards.refresh() == (1, 1, 0)
    assert image_of(visitor, "/a-page/") != before
    assert visitor.get(before).status_code == 404
    set_profile(position="Professor", accent="#205080")
    assert cards.refresh() == (5, 5, 0)


def test_a_title_in_other_letters_has_the_sites_card(visitor: Client) -> None:
    set_profile()
    make_publication(slug="chinese", title="深度学习")
    assert cards.refresh() == (1, 0, 1)
    assert image_of(visitor, "/publications/chinese/") == image_of(visitor, "/")


def test_a_card_is_as_hidden_as_its_item(visitor: Client) -> None:
    make_some()
    cards.refresh()
    later = Publication.objects.get(slug="later")
    names = [f"/media/{name}" for name, _card in cards.cards() if f"-{later.pk}-" in name and "publication" in name]
    assert [visitor.get(name).status_code for name in names] == [404]
    shown = image_of(visitor, "/publications/engines/")
    Publication.objects.filter(slug="engines").update(visibility=DRAFT)
    assert visitor.get(shown).status_code == 404
    Publication.objects.filter(slug="later").update(publish_at=None)
    assert [visitor.get(name).status_code for name in names] == [200]


@pytest.mark.parametrize(
    "name", ["cards/publication-1-{0}.png", "cards/user-1-{0}.png", "cards/../x.png", "cards/.lock"]
)
def test_no_other_file_is_served(visitor: Client, settings: LazySettings, name: str) -> None:
    cards.refresh()
    assert visitor.get(f"/media/cards/{name.format('0' * 24)}").status_code == 404


def test_nobody_guesses_the_address_of_a_card(settings: LazySettings) -> None:
    paper = make_publication()
    card = Card("Title", "", "Site", "")
    name = naming.name_of(paper, card)
    settings.SECRET_KEY = "another-key"
    assert naming.name_of(paper, card) != name


def test_the_command_says_what_it_did() -> None:
    set_profile()
    make_publication(slug="chinese", title="深度学习")
    out = StringIO()
    call_command("make_cards", stdout=out)
    assert out.getvalue() == "1 made, 0 removed, 1 not drawn (letters the typeface does not have).\n"


# After a save --------------------------------------------------------------------------------------------------------


def test_a_save_starts_the_drawing_once_it_stands(
    settings: LazySettings, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        make_publication()
    assert cards.start not in callbacks
    settings.SHARE_CARDS = True
    with django_capture_on_commit_callbacks() as callbacks:
        make_publication()
        make_news()
    assert callbacks.count(cards.start) >= 2


def test_a_process_of_its_own_draws_and_one_that_waits_is_enough(settings: LazySettings, tmp_path: Path) -> None:
    program = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0)\n"
        "from academic.site import cards\n"
        "[cards.start() for _ in range(5)]\n"
        "print(len(cards._started), [process.wait(120) for process in cards._started])\n"
    )
    environment = {
        "SECRET_KEY": "a-key-" * 12,
        "NO_DOTENV": "true",
        "DJANGO_SETTINGS_MODULE": "academic.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path}/site.sqlite3",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert (done.stdout, done.returncode) == ("2 [0, 0]\n", 0), done.stderr
    assert [file.name[:9] for file in (tmp_path / "media" / "cards").glob("*.png")] == ["profile-1"]
