"""The CV as the data its template (cv.typ) sets: words only, so that nothing in them can be taken for code."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from academic.markdown import plain_text, render
from academic.models import CVEntry
from academic.models.link import Link
from academic.templatetags.dates import period
from publications.models import Publication
from publications.showing import ShownAuthor, ShownPublication
from publications.templatetags.citation import appeared

from .content import CVContent
from .runs import Paragraph, Run, address, paragraphs

ACCENT = "#971c1e"  # the site's own, where the profile has none
# Not worth a line of paper: the page of the CV itself has them.
_UNPRINTED = frozenset(("bibtex", "slides", "poster", "video"))
_BARE_ADDRESS = re.compile(r"^https?://(?:www\.)?|/$")

Data = dict[str, Any]


def document(content: CVContent) -> Data:
    profile = content.profile
    title = " – ".join(filter(None, [_("Curriculum vitae"), profile.name]))
    return {
        "lang": profile.language,
        "title": title,
        "author": profile.name,
        "description": profile.description,
        "keywords": [word.strip() for word in profile.keywords.split(",") if word.strip()],
        "accent": profile.accent or ACCENT,
        "kicker": _("Curriculum vitae"),
        "name": profile.name or profile.title,
        "position": profile.position,
        "affiliations": content.affiliations,
        "contact": [_data(line) for line in _contact(content)],
        "interests": {"heading": _("Research interests"), "text": ", ".join(content.interests)},
        "sections": [
            *(
                {"heading": heading, "entries": [_entry(one) for one in entries]}
                for heading, entries in content.sections
            ),
        ],
        "lists": _lists(content.publications),
    }


def _data(paragraph: Paragraph) -> list[Data]:
    return [run.as_data() for run in paragraph]


def _contact(content: CVContent) -> list[Paragraph]:
    """Ways to reach the owner, each to stand on its own."""
    profile = content.profile
    lines: list[Paragraph] = [
        [Run(" ".join(text.split()))] for text in (profile.office, profile.address) if text.strip()
    ]
    if profile.email:
        lines.append([Run(profile.email)])
    if not settings.SITE_IS_LOCAL:
        lines.append([Run(_BARE_ADDRESS.sub("", settings.SITE_URL), href=address(settings.SITE_URL))])
    if profile.orcid:
        lines.append([Run(f"ORCID {profile.orcid}", href=f"https://orcid.org/{profile.orcid}")])
    known = {"https://orcid.org/" + profile.orcid}
    lines += [[Run(link.text, href=address(link.href))] for link in content.links if _is_told(link, known)]
    return lines


def _is_told(link: Link, known: set[str]) -> bool:
    return bool(address(link.href)) and link.href.rstrip("/") not in known and link.kind != "email"


def _entry(entry: CVEntry) -> Data:
    title = [Run(_words(entry.title), bold=True, lang=entry.lang)]
    where = ", ".join(filter(None, [entry.organisation, entry.place]))
    lines: list[Paragraph] = [title]
    lines += [[Run(text)] for text in (where, entry.detail) if text]
    lines += _text(entry.text)
    if links := _links(list(entry.links.all())):
        lines.append(links)
    return {"date": period(entry), "lines": [_data(line) for line in lines]}


def _words(title: str) -> str:
    """A title, its formulas as they were typed."""
    return plain_text(title, inline=True) if "$" in title else title


def _text(markdown: str) -> list[Paragraph]:
    """Formulas are set as they were typed: what draws them is for pages."""
    if "$" in markdown:
        return [[Run(plain_text(markdown))]]
    return paragraphs(render(markdown)) if markdown.strip() else []


def _links(links: list[Link]) -> Paragraph:
    told = [link for link in links if link.kind not in _UNPRINTED and address(link.href)]
    runs: Paragraph = []
    for link in told:
        runs += [Run(" · ")] if runs else []
        runs.append(Run(link.text, href=address(link.href)))
    return runs


def _lists(publications: list[ShownPublication]) -> list[Data]:
    """What was written, and what was said, if anything was: as on the page of the CV."""
    said = [shown for shown in publications if shown.publication.kind == Publication.Kind.TALK]
    written = [shown for shown in publications if shown.publication.kind != Publication.Kind.TALK]
    headed = [(_("Publications"), written), (_("Talks"), said)]
    return [{"heading": heading, "groups": _groups(listed)} for heading, listed in headed if listed]


def _groups(publications: list[ShownPublication]) -> list[Data]:
    """By type; of one type alone without a heading."""
    groups = [
        {"heading": str(Publication.PLURALS.get(kind, kind)), "entries": _dated(list(papers))}
        for kind, papers in groupby(publications, lambda shown: shown.publication.kind)
    ]
    if len(groups) == 1:
        groups[0]["heading"] = ""
    return groups


def _dated(papers: list[ShownPublication]) -> list[Data]:
    """A year stands beside its first paper only."""
    entries, before = [], ""
    for paper in papers:
        year = str(paper.publication.year or "")
        entries.append({"date": year if year != before else "", "lines": _publication(paper)})
        before = year
    return entries


def _publication(shown: ShownPublication) -> list[list[Data]]:
    paper = shown.publication
    lines: list[Paragraph] = [[Run(_words(paper.title), href=_main_address(shown), lang=paper.language)]]
    if authors := _authors(shown):
        lines.append(authors)
    lines += paragraphs(appeared(paper))
    if paper.award:
        lines.append([Run(paper.award, italic=True)])
    return [_data(line) for line in lines]


def _main_address(shown: ShownPublication) -> str:
    paper = shown.publication
    return f"https://doi.org/{paper.doi}" if paper.doi else address(paper.get_absolute_url())


def _authors(shown: ShownPublication) -> Paragraph:
    """The owner is in bold, and marks (* for equal contribution) stay with the names."""
    runs: Paragraph = []
    names: list[ShownAuthor] = shown.few_authors if shown.is_long else shown.authors
    for author in names:
        runs += [Run(", ")] if runs else []
        runs.append(Run(author.name, bold=author.is_owner))
        if mark := "".join(letter for letter in author.marks if not (letter.isdigit() or letter in ", ")):
            runs.append(Run(mark))
    if shown.publication.and_others:
        runs.append(Run(", " + _("et al.")))
    if shown.publication.collaboration:
        runs.append(Run(f" ({shown.publication.collaboration})" if runs else shown.publication.collaboration))
    return runs
