"""The home blocks and the menu that a site without a demo starts with, to be reordered and renamed in the admin."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext_noop

from academic.models import HomeBlock, MenuItem, Profile

BLOCKS = (
    ("bio", ""),
    ("interests", gettext_noop("Research interests")),
    ("news", gettext_noop("News")),
    ("recent", gettext_noop("Recent publications")),
)
MENU = (
    MenuItem.Section.NEWS,
    MenuItem.Section.PUBLICATIONS,
    MenuItem.Section.PROJECTS,
    MenuItem.Section.TEACHING,
    MenuItem.Section.CV,
)


def compose() -> None:
    """Give a home page without blocks the usual ones, titled in the site's language, and a menu if it has none.

    Where there are blocks somebody has composed the site already, perhaps without a menu on purpose.
    """
    if HomeBlock.objects.exists():
        return
    HomeBlock.objects.bulk_create(
        HomeBlock(position=position, kind=kind, title=title) for position, (kind, title) in enumerate(_titled_blocks())
    )
    if not MenuItem.objects.exists():
        MenuItem.objects.bulk_create(
            MenuItem(position=position, section=section) for position, section in enumerate(MENU)
        )


def discard() -> None:
    """Take away the blocks and the menu if they are as `compose` made them, so that others can take their place."""
    blocks = HomeBlock.objects.all()
    made = [(block.kind, block.title) for block in blocks if not block.options and block.is_shown]
    if made == _titled_blocks() and blocks.count() == len(made) and not any(block.links.exists() for block in blocks):
        blocks.delete()
    items = MenuItem.objects.all()
    if [(item.section, item.label) for item in items] == [(section, "") for section in MENU]:
        items.delete()


def _titled_blocks() -> list[tuple[str, str]]:
    profile = Profile.objects.filter(pk=1).first()
    with translation.override(profile.language if profile else "en"):
        return [(kind, translation.gettext(title) if title else "") for kind, title in BLOCKS]
