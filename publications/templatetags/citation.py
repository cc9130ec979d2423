"""How a publication is cited on a page: its authors, and where it appeared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from academic.templatetags.dates import written
from publications.formats.styles import Run
from publications.items import item_html
from publications.models import Publication
from publications.showing import ShownAuthor, ShownPublication

register = template.Library()
Kind = Publication.Kind
Part = str | SafeString
NOTHING = SafeString("")
NUMBERS = re.compile(r"[\d,\s]+")  # of affiliations, among an author's marks


@register.simple_tag
def names(authors: Iterable[ShownAuthor], *, numbered: object = False) -> SafeString:
    """The author list, the owner set off; with the numbers of affiliations where these are listed (`numbered`).

    One call for all: a template for each name would take a third of the time of a long page.
    """
    return format_html_join(", ", "{}{}", ((_name(author), _marks(author.marks, bool(numbered))) for author in authors))


@register.simple_tag(takes_context=True)
def publication_item(context: Context, shown: ShownPublication) -> SafeString:
    """A publication in a list."""
    return item_html(shown, with_coins=bool(context.get("with_coins")))


@register.simple_tag
def author_list(shown: ShownPublication) -> SafeString:
    """The authors in a list of papers: a long list folded, with the legend of the marks that stand at the names."""
    paper = shown.publication
    others = format_html("{}{}", _others(paper), f" ({paper.collaboration})" if paper.collaboration else "")
    if not shown.authors:
        return NOTHING
    if shown.is_long:
        html = format_html(
            '<div class="authors"><p class="few-authors">{}</p>\n<details class="all-authors"><summary>{}'
            '<span class="visually-hidden">: {}</span></summary><p>{}{}</p></details></div>',
            names(shown.few_authors),
            _("All %(number)s authors") % {"number": len(shown.authors)},
            paper.title,
            names(shown.authors),
            others,
        )
    else:
        html = format_html('<p class="authors">{}{}</p>', names(shown.authors), others)
    if paper.marks_legend and shown.has_marks:
        html += format_html('<p class="legend">{}</p>', paper.marks_legend)
    return html


def _others(publication: Publication) -> str:
    return f", {_('et al.')}" if publication.and_others else ""


@register.simple_tag
def bibtex_entry(bibtex: str, about: str) -> SafeString:
    """BibTeX to read and to copy; `about` is the title of what it describes."""
    return format_html(
        '<div class="bibtex-entry">\n<pre tabindex="0" role="group" aria-label="{}"><code>{}</code></pre>\n'
        '<button class="copy" type="button" data-copy data-copied="{}">{}</button>\n</div>',
        _("BibTeX of %(about)s") % {"about": about},
        bibtex,
        _("Copied"),
        _("Copy"),
    )


@register.simple_tag
def folded_bibtex(bibtex: str, about: str) -> SafeString:
    """The same behind its name; nothing where there is none."""
    if not bibtex:
        return NOTHING
    return format_html(
        '<details class="bibtex">\n<summary>BibTeX<span class="visually-hidden">: {}</span></summary>\n{}\n</details>',
        about,
        bibtex_entry(bibtex, about),
    )


def _name(author: ShownAuthor) -> Part:
    return format_html('<strong class="is-owner">{}</strong>', author.name) if author.is_owner else author.name


def _marks(marks: str, numbered: bool) -> Part:
    if not marks:
        return ""
    shown = marks if numbered else NUMBERS.sub("", marks)
    return format_html("<sup>{}</sup>", shown) if shown else ""


@register.filter
def reference_html(runs: Iterable[Run]) -> SafeString:
    """A reference of a bibliography, with its italics."""
    return format_html_join(
        "", "{}", ((format_html("<i>{}</i>", text) if is_italic else text,) for text, is_italic in runs)
    )


@register.simple_tag
def appeared(publication: Publication) -> SafeString:
    """Where and when: "<cite>Pattern Recognition</cite> 162, pp. 1–12, Jan. 2025"."""
    parts = [part for part in _parts(publication) if part]
    return format_html_join(", ", "{}", ((part,) for part in parts))


def _parts(publication: Publication) -> Iterator[Part]:
    container = CONTAINERS.get(publication.kind, _plain)
    yield from container(publication)
    if publication.is_to_appear:
        yield format_html('<span class="status">{}</span>', publication.get_status_display())
    yield _date(publication)


def _date(publication: Publication) -> str:
    if publication.date_text:
        return publication.date_text
    return written(publication.year, publication.month) if publication.year is not None else ""


def _venue(publication: Publication) -> Part:
    """The venue with its short name: "Advances in Neural Information Processing Systems (NeurIPS)"."""
    venue, short = publication.venue, publication.venue_short
    if not venue or not short or short.casefold() in venue.casefold():
        return format_html("<cite>{}</cite>", venue or short) if venue or short else ""
    return format_html('<cite>{}</cite> (<span class="acronym">{}</span>)', venue, short)


def _pages(publication: Publication) -> str:
    pages = publication.pages.replace("--", "–").replace("-", "–")
    if not pages:
        return ""
    if "–" in pages or "," in pages:
        return _together(_("pp. %s") % pages)
    # Journals without pages number their articles: "111358", "e1009".
    return _together(_("p. %s") % pages) if pages.isdigit() and len(pages) < 5 else _("article %s") % pages


def _together(text: str) -> str:
    """Its first word is not left alone at the end of a line."""
    return text.replace(" ", "\u00a0", 1)


def _volume(publication: Publication) -> str:
    number = f"({publication.number})" if publication.number else ""
    return f"{publication.volume}{number}"


def _article(publication: Publication) -> Iterator[Part]:
    venue, volume = _venue(publication), _volume(publication)
    yield format_html("{} {}", venue, volume) if venue and volume else venue or volume
    yield _pages(publication)
    yield publication.publisher


def _in_volume(publication: Publication) -> Iterator[Part]:
    """In proceedings or in a book."""
    if venue := _venue(publication):
        yield format_html(_("In {}"), venue)
    yield publication.series
    yield _("vol. %s") % publication.volume if publication.volume else ""
    yield _pages(publication)
    yield publication.location
    yield publication.publisher


def _thesis(publication: Publication) -> Iterator[Part]:
    yield _("Master’s thesis") if publication.entry_type.lower() == "mastersthesis" else _("PhD thesis")
    yield publication.institution or publication.publisher
    yield publication.location


def _report(publication: Publication) -> Iterator[Part]:
    yield _("Technical report %s") % publication.number if publication.number else _("Technical report")
    yield publication.institution or publication.publisher or _venue(publication)


def _preprint(publication: Publication) -> Iterator[Part]:
    if publication.arxiv_id:
        yield f"arXiv:{publication.arxiv_id}"
    else:
        yield _venue(publication)


def _patent(publication: Publication) -> Iterator[Part]:
    yield _("Patent %s") % publication.number if publication.number else _("Patent")
    yield publication.institution or publication.publisher or _venue(publication)


def _book(publication: Publication) -> Iterator[Part]:
    yield publication.series
    yield _("%s edition") % publication.edition if publication.edition else ""
    yield publication.publisher
    yield publication.location


def _plain(publication: Publication) -> Iterator[Part]:
    yield _venue(publication)
    yield publication.institution or publication.publisher
    yield publication.location


CONTAINERS: dict[Any, Callable[[Publication], Iterator[Part]]] = {
    Kind.ARTICLE: _article,
    Kind.CONFERENCE: _in_volume,
    Kind.CHAPTER: _in_volume,
    Kind.BOOK: _book,
    Kind.THESIS: _thesis,
    Kind.REPORT: _report,
    Kind.PREPRINT: _preprint,
    Kind.PATENT: _patent,
}
