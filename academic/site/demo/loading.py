"""Makes the rows of the demo. What the site has already stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from io import BytesIO
from typing import Any

from django.db import transaction
from django.db.models import Model
from PIL import Image

from academic.content import new_version
from academic.images import store_picture
from academic.models import Affiliation, CVEntry, HomeBlock, Interest, Link, MenuItem, Page, Picture, Profile
from academic.site import composition
from academic.site.models import DemoRecord
from news.models import NewsItem
from publications import importing
from publications.models import Author, BibEntry, ImportRun, Publication, Topic

from . import content
from .cells import draw_scan, draw_strips
from .city import draw_city
from .content import DemoNews, DemoPage, Links
from .portrait import draw_portrait
from .records import remember

DRAWN: dict[str, Callable[[], Image.Image]] = {
    content.CELLS: draw_strips,
    **{f"cells-{coarseness}": partial(draw_scan, coarseness) for coarseness in (8, 4, 2, 1)},
}


@dataclass
class Summary:
    """What was made or taken away, by the plural name of its kind; and what was left, with the reason."""

    counts: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)
    note: str = ""

    def lines(self) -> list[str]:
        counted = [f"{number} {name}" for name, number in sorted(self.counts.items())]
        return [*([self.note] if self.note else []), *([", ".join(counted)] if counted else []), *self.kept]


@transaction.atomic
def load() -> Summary:
    """Add the demo to the site. Once it is there, nothing more happens until it was cleared."""
    new_version()  # two at once: the second waits, then sees
    profile = Profile.objects.get_or_create(pk=1)[0]
    if DemoRecord.objects.exists():
        return Summary(note="The demo is loaded already; nothing was changed.")
    composition.discard()
    made = _Made()
    pages = _load_pages(made)
    papers = _load_papers(made, pages)
    _load_profile(made, profile)
    _load_news(made, papers, pages)
    _load_cv(made)
    _load_home(made, papers)
    _load_menu(made, pages)
    remember(made.rows)
    return made.summary


@dataclass
class _Made:
    """The rows made so far."""

    rows: list[Model] = field(default_factory=list)
    summary: Summary = field(default_factory=Summary)

    def add(self, *rows: Any) -> None:
        self.rows += rows
        self.summary.counts.update(str(row._meta.verbose_name_plural) for row in rows)

    def left(self, what: str) -> None:
        self.summary.kept.append(f"left as it was: {what}")


def _load_pages(made: _Made) -> dict[str, Page]:
    pages = {page.path: page for page in Page.objects.filter(path__in=[page.path for page in content.PAGES])}
    new = [page for page in content.PAGES if page.path not in pages]
    for path in pages:
        made.left(f"the page {path}")
    for page in new:
        pages[page.path] = _make_page(made, page)
        made.add(pages[page.path])
    for page in new:
        _link(pages[page.path], page.links, pages)
    return pages


def _make_page(made: _Made, page: DemoPage) -> Page:
    """With the drawings its text names; the first is the project's picture too."""
    body, picture = page.body, None
    for name, words in content.DRAWINGS.items():
        if f"]({name} " in body:
            stored = _store(made, _drawn(DRAWN[name]), words)
            body = body.replace(f"]({name} ", f"]({stored.get_absolute_url()} ")
            picture = picture or stored
    return Page.objects.create(
        path=page.path, title=page.title, description=page.description, body=body, picture=picture, **page.columns
    )


def _link(owner: Model, links: Links, pages: dict[str, Page]) -> list[Link]:
    """Give the owner these links; an address that is a page's leads to the page."""
    return [
        Link.objects.create(
            owner=owner, position=position, label=label, page=pages.get(url), url="" if url in pages else url
        )
        for position, (label, url) in enumerate(links)
    ]


def _load_papers(made: _Made, pages: dict[str, Page]) -> dict[str, Publication]:
    """The papers by citation key, through the import everybody uses. Papers that the site had are not touched."""
    models = (Publication, Author, Topic, ImportRun)
    before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in models}
    _import_papers()
    for model, known in before.items():
        made.add(*model._default_manager.exclude(pk__in=known))
    entries = BibEntry.objects.filter(source=content.BIB_FILE.name).select_related("publication")
    made.add(*(entry for entry in entries if entry.publication not in made.rows))
    papers = {entry.key: entry.publication for entry in entries}
    for key, paper in papers.items():
        if paper in made.rows:
            _complete(key, paper, pages)
    return papers


def _complete(key: str, paper: Publication, pages: dict[str, Page]) -> None:
    """What no bibliography says: the project with its picture, whether it is selected, where its authors work."""
    if page := pages.get(content.PROJECT_PAGES.get(key, "")):
        paper.project_page, paper.picture = page, page.picture
    paper.is_selected = key in content.SELECTED
    places, marks = content.AFFILIATIONS.get(key, ((), ()))
    paper.affiliations = "\n".join(places)
    paper.save()
    for authorship, mark in zip(paper.authorships.all(), marks, strict=False):
        authorship.marks = mark
        authorship.save()


def _import_papers() -> None:
    source = importing.Source(content.BIB_FILE.name, content.BIB_FILE.read_bytes())
    importing.apply(importing.plan([source], update="keep"))


def _load_profile(made: _Made, profile: Profile) -> None:
    parts = (profile.affiliations, profile.interests, profile.links)
    if any(value != default for value, default in _columns(profile)) or any(part.exists() for part in parts):
        return made.left("the profile")
    portrait = _store(made, _drawn(draw_portrait), content.PORTRAIT)
    header = _store(made, _drawn(draw_city), content.HEADER)
    for name, value in {**content.PROFILE, "photo": portrait, "header": header}.items():
        setattr(profile, name, value)
    profile.save()
    name, url = content.AFFILIATION
    made.add(profile, Affiliation.objects.create(profile=profile, name=name, url=url))
    for position, interest in enumerate(content.INTERESTS):
        made.add(Interest.objects.create(profile=profile, position=position, name=interest))
    made.add(*_link(profile, content.PROFILE_LINKS, {}))


def _columns(profile: Profile) -> Iterable[tuple[Any, Any]]:
    """(value, default) of every column but the key."""
    columns = [column for column in profile._meta.concrete_fields if not column.primary_key]
    return [(column.value_from_object(profile), column.get_default()) for column in columns]


@cache
def _drawn(draw: Callable[[], Image.Image]) -> bytes:
    file = BytesIO()
    draw().save(file, "PNG")
    return file.getvalue()


def _store(made: _Made, drawing: bytes, words: dict[str, str]) -> Picture:
    known = set(Picture.objects.values_list("pk", flat=True))
    picture = store_picture(BytesIO(drawing), title=words["title"], alt=words["alt"])
    if picture.pk not in known:
        picture.credit = words.get("credit", "")
        picture.save()
        made.add(picture)
    return picture


def _load_news(made: _Made, papers: dict[str, Publication], pages: dict[str, Page]) -> None:
    """In their order: among those of a month it is the position's."""
    positions: Counter[Any] = Counter()
    for news in content.NEWS:
        if _is_known(news, papers.get(news.paper)):
            made.left(f"the news of {news.date:%B %Y}: {news.title or papers[news.paper].title}")
            continue
        item = NewsItem.objects.create(
            date=news.date,
            position=positions[news.date],
            kicker=news.kicker,
            publication=papers.get(news.paper),
            title=news.title,
            title_link=news.title_link,
            is_pinned=news.is_pinned,
        )
        positions[news.date] += 1
        _link(item, news.links, pages)
        if item.publication and news.shown:
            item.shown_links.set(item.publication.links.filter(label__in=news.shown))
        made.add(item)


def _is_known(news: DemoNews, paper: Publication | None) -> bool:
    about = NewsItem.objects.filter(publication=paper) if paper else NewsItem.objects.filter(title=news.title)
    return about.filter(date__year=news.year, date__month=news.month).exists()


def _load_cv(made: _Made) -> None:
    for columns in content.CV:
        same = {name: columns[name] for name in ("section", "title", "start_year")}
        if CVEntry.objects.filter(**same).exists():
            made.left(f"the CV entry {columns['title']}")
        else:
            made.add(CVEntry.objects.create(**columns))


def _load_home(made: _Made, papers: dict[str, Publication]) -> None:
    if HomeBlock.objects.exists():
        return made.left("the home page's blocks")
    for position, block in enumerate(content.BLOCKS):
        options = dict(block.options)
        if block.paper:
            options["publication"] = papers[block.paper].pk
        made.add(HomeBlock.objects.create(position=position, kind=block.kind, title=block.title, options=options))


def _load_menu(made: _Made, pages: dict[str, Page]) -> None:
    if MenuItem.objects.exists():
        return made.left("the menu")
    for position, (label, target) in enumerate(content.MENU):
        page = pages.get(target)
        section = "" if page else target
        made.add(MenuItem.objects.create(position=position, label=label, section=section, page=page))
