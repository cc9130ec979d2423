"""A publication as an item of a list: rendered once for all lists and pages, until anything it is made from changes.

What it is made from is asked of the database every time, so nothing is ever shown that is not so any more; only the
rendering is saved, which takes half of the time of a long list (docs/decisions/lists.md). In an export, as long
as the content is the same, its key is enough (academic/shared.py).
"""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from academic.models.completing import is_complete, substance
from academic.remembering import Remembered, key_of
from academic.shared import current

from .showing import ShownPublication

ROOM = 3_000_000  # bytes in each process, some 500 items
_items = Remembered(ROOM)


def item_html(shown: ShownPublication, *, with_coins: bool) -> SafeString:
    """The item, of includes/publication.html. That reads nothing but the row, what was fetched with it, and the owner's
    names; `with_coins` is for lists that Zotero reads."""

    def make() -> SafeString:
        return render_to_string("includes/publication.html", {"shown": shown, "with_coins": with_coins})

    if settings.DEBUG or not is_complete(shown.publication):  # a row that asks on its way says less than it shows
        return make()
    surroundings = (str(get_language()), settings.SITE_URL, str(with_coins), repr(shown.matcher.names))
    if shared := current():
        return shared.made_text(make, "item", str(shown.publication.pk), *surroundings)
    return _items.get(key_of(*surroundings, substance(shown.publication)), make)
