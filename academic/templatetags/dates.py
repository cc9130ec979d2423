"""Dates as the site writes them: "Jan. 2025", "12 Sept. 2022", "Oct. 2014 – Jul. 2018"."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from academic.models import CVEntry

register = template.Library()

# Django's own table has "March", "April" and "June", and "Sept." beside "Jul."; a column of dates wants one width.
MONTHS = (
    pgettext_lazy("month", "Jan."),
    pgettext_lazy("month", "Feb."),
    pgettext_lazy("month", "Mar."),
    pgettext_lazy("month", "Apr."),
    pgettext_lazy("month", "May"),
    pgettext_lazy("month", "Jun."),
    pgettext_lazy("month", "Jul."),
    pgettext_lazy("month", "Aug."),
    pgettext_lazy("month", "Sept."),
    pgettext_lazy("month", "Oct."),
    pgettext_lazy("month", "Nov."),
    pgettext_lazy("month", "Dec."),
)
PRESENT = gettext_lazy("present")


def written(year: int, month: int | None = None, day: int | None = None) -> str:
    """As precise as what is known."""
    if month is None:
        return str(year)
    if day is None:
        return _("%(month)s %(year)s") % {"month": MONTHS[month - 1], "year": year}
    # French counts the first day only: "1er mars", "2 mars".
    counted = pgettext("day of a month", "1") if day == 1 else day
    return _("%(day)s %(month)s %(year)s") % {"day": counted, "month": MONTHS[month - 1], "year": year}


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """The value of <time datetime>, as precise as what is known."""
    known = [part for part in (month, day) if part is not None]
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in known)])


@register.filter
def shown_date(item: Any) -> str:
    """The date of a news item ("Jan. 2025") or of a publication, with the precision it has."""
    return written(*_parts(item))


@register.filter
def iso_date(item: Any) -> str:
    return iso(*_parts(item))


def _parts(item: Any) -> tuple[int, int | None, int | None]:
    moment = getattr(item, "date", None)
    if isinstance(moment, date):
        return moment.year, moment.month, moment.day if item.date_precision == "day" else None
    return item.year, item.month, item.day if item.month else None


@register.filter
def period(entry: CVEntry) -> str:
    """When it was, in the entry's own words ("Fall 2022") or from its dates."""
    if entry.period:
        return entry.period
    start = written(entry.start_year, entry.start_month) if entry.start_year else ""
    end = str(PRESENT) if entry.is_ongoing else written(entry.end_year, entry.end_month) if entry.end_year else ""
    if not (start and end) or start == end:
        return start or end
    # Between two years the dash stands close; between dates of several words it wants room.
    # A date itself is not broken over two lines.
    return (
        f"{start}–{end}"
        if start.isdigit() and end.isdigit()
        else f"{start} – {end}".replace(" ", "\u00a0").replace("–\u00a0", "– ")
    )


@register.simple_tag
def years(first: int | None, last: int) -> str:
    """The years of a copyright line: "2017 – 2026", or one."""
    return f"{first} – {last}" if first and first < last else str(last)
