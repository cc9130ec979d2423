"""A publication as an item of a list: rendered once for all lists and pages, until anything it is made from changes.

What it is made from is asked of the database every time, so nothing is ever shown that is not so any more; only the
rendering is saved, which takes half of the time of a long list (docs/decisions/lists.md). An export does not ask again
either, as long as the content is the same (academic/shared.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from academic.models.completing import is_complete, substance
from academic.remembering import Remembered, key_of
from academic.shared import current

from .models import Publication
from .showing import ShownPublication

ROOM = 3_000_000  # bytes in each process, some 500 items
OF_LISTS = ("slug", "title", "year", "kind", "status")  # what a list reads of a publication besides its item

_items = Remembered(ROOM)


def rows_of_list(keys: Iterable[int], *, with_coins: bool) -> tuple[list[Publication], list[Publication]]:
    """Those with these primary keys, in this order; and those of them that are to be completed for their items. In an
    export, only those are whose item was never rendered."""
    wanted = list(keys)
    rendered = {key for key in wanted if _rendered(key, with_coins) is not None}
    incomplete = Publication.objects.in_this_order(key for key in wanted if key not in rendered)
    rows = {row.pk: row for row in incomplete}
    if rendered:
        rows |= Publication.objects.only(*OF_LISTS).in_bulk(rendered)
    return [rows[key] for key in wanted if key in rows], incomplete


def item_html(shown: ShownPublication, *, with_coins: bool) -> SafeString:
    """The item, of includes/publication.html. That reads nothing but the row, what was fetched with it, and the owner's
    names; `with_coins` is for lists that Zotero reads."""
    key = shown.publication.pk
    if (known := _rendered(key, with_coins)) is not None:
        return known
    if shown.publication.get_deferred_fields() - {"search_text"}:  # it was rendered, and had to make room meanwhile
        shown = replace(shown, publication=Publication.objects.with_everything_shown().get(pk=key))
    made = _made(shown, with_coins)
    if (shared := current()) and not settings.DEBUG and is_complete(shown.publication):
        shared.keep_text(made, *_name(key, with_coins))
    return made


def _made(shown: ShownPublication, with_coins: bool) -> SafeString:
    def make() -> SafeString:
        return render_to_string("includes/publication.html", {"shown": shown, "with_coins": with_coins})

    if settings.DEBUG or not is_complete(shown.publication):  # a row that asks on its way says less than it shows
        return make()
    surroundings = (str(get_language()), settings.SITE_URL, str(with_coins), repr(shown.matcher.names))
    return _items.get(key_of(*surroundings, substance(shown.publication)), make)


def _rendered(key: int, with_coins: bool) -> SafeString | None:
    """In an export, of the same content."""
    shared = current()
    return shared.text(*_name(key, with_coins)) if shared else None


def _name(key: int, with_coins: bool) -> tuple[str, ...]:
    return "item", str(key), str(get_language()), str(with_coins)
