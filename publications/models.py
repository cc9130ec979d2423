"""Papers and what surrounds them: people, topics, and what was imported from BibTeX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from academic.models import Document, Link, Page, Picture, Publishable, PublishableQuerySet
from academic.models.link import with_shown_links
from academic.models.publishing import PERMISSIONS

from .bibtex.identifiers import title_key
from .bibtex.names import fold
from .bibtex.record import Name
from .search import search_text, search_words


class PersonName(models.Model):
    """The parts of a person's name, as BibTeX knows them."""

    given = models.CharField(_("given name"), max_length=300, blank=True)
    particle = models.CharField(_("particle"), max_length=50, blank=True, help_text=_("Such as “van der”."))
    family = models.CharField(_("family name"), max_length=500)
    suffix = models.CharField(_("suffix"), max_length=50, blank=True, help_text=_("Such as “Jr”."))
    is_literal = models.BooleanField(
        _("organisation"), default=False, help_text=_("A group or an institution: the name is never split.")
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.as_name.printed

    @property
    def as_name(self) -> Name:
        return Name(
            family=self.family, given=self.given, von=self.particle, jr=self.suffix, literal=self.is_literal, marks=""
        )

    @property
    def printed(self) -> str:
        """As a reader sees it: "Ludwig van Beethoven"."""
        return self.as_name.printed

    @property
    def inverted(self) -> str:
        """As an index sorts it: "van Beethoven, Ludwig"."""
        return self.as_name.inverted


class AuthorQuerySet(models.QuerySet["Author"]):
    def named(self, slug: str) -> Self:
        """Those whose name makes this slug; the family name is some of its words."""
        words = slug.split("-")
        if len(words) > Author.LONGEST_SLUG:
            return self.none()
        places = range(len(words) + 1)
        keys = {"".join(words[start:end]) for start in places for end in places if start < end}
        return self.filter(pk__in=[author.pk for author in self.filter(key__in=keys) if author.slug == slug])


class Author(PersonName):
    """A person (or an organisation). How a paper printed the name stands on its Authorship."""

    key = models.CharField(max_length=500, editable=False, db_index=True, help_text="Folded family name, for look-ups.")
    orcid = models.CharField("ORCID", max_length=19, blank=True)
    links = GenericRelation(Link)

    LONGEST_SLUG = 12  # words

    objects = AuthorQuerySet.as_manager()

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["family", "given", "pk"]

    def save(self, *args: object, **kwargs: object) -> None:
        self.key = self.make_key(self.as_name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def slug(self) -> str:
        """The name in an address, "ludwig-van-beethoven"; namesakes share it. Empty where nothing is left of it."""
        return "-".join(filter(None, map(fold, self.printed.replace("-", " ").split())))

    @staticmethod
    def make_key(name: Name) -> str:
        return fold(f"{name.von}{name.family}")[:500]


class Topic(models.Model):
    """A subject papers are listed under."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    slug = models.SlugField(_("slug"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


BY_DATE: tuple[Any, ...] = (
    *(models.F(name).desc(nulls_last=True) for name in ("year", "month", "day")),
    "title_key",
    "pk",
)


class PublicationQuerySet(PublishableQuerySet):
    def newest_first(self) -> Self:
        """By date, undated last unless it says that it is still to appear; then by title."""
        return self._in_order()

    def by_type(self) -> Self:
        """In the order of the types, then newest first."""
        ranks = [models.When(kind=kind, then=rank) for rank, kind in enumerate(Publication.Kind.values)]
        of_type = models.Case(*ranks, default=len(ranks), output_field=models.IntegerField())
        return self.annotate(type_rank=of_type)._in_order("type_rank")

    def _in_order(self, *first: str) -> Self:
        comes_first = models.ExpressionWrapper(self.to_appear_rule(), models.BooleanField())
        order = self.annotate(comes_first=comes_first)
        return order.order_by(*first, models.F("comes_first").desc(), *BY_DATE)

    def in_parts(self) -> tuple[Self, Self]:
        """As `newest_first()` has them, in two: what is still to appear without a date, which is little, and the rest,
        which the index of lists has in this order already."""
        return self.filter(self.to_appear_rule()).order_by(*BY_DATE), self.exclude(self.to_appear_rule()).order_by(
            *BY_DATE
        )

    def newest(self, number: int | None = None) -> Self:
        """As many at most of `newest_first()`, or all, whose keys the index of lists gives: to sort them all, SQLite
        would read every row whole."""
        coming, rest = self.in_parts()
        either = models.Q(pk__in=coming.values("pk")) | models.Q(pk__in=rest.values("pk")[:number])
        return self.model.objects.filter(either).newest_first()[:number]

    @staticmethod
    def to_appear_rule() -> models.Q:
        return models.Q(year=None) & models.Q(status__in=Publication.TO_APPEAR)

    def beside(self, publication: Publication) -> tuple[Publication | None, Publication | None]:
        """The next newer and the next older one, of those in this QuerySet."""
        keys = [key for part in self.in_parts() for key in part.values_list("pk", flat=True)]
        if publication.pk not in keys:
            return None, None
        place = keys.index(publication.pk)
        wanted = [keys[place - 1] if place else None, keys[place + 1] if place + 1 < len(keys) else None]
        found = self.only("slug", "title", "language").in_bulk([key for key in wanted if key])
        return found.get(wanted[0]), found.get(wanted[1])

    def versions_of(self, publication: Publication) -> Self:
        """The same work in another form: a preprint of the paper, the talk about it."""
        if not publication.title_key:
            return self.none()
        same_title = Publication.objects.filter(title_key=publication.title_key).exclude(pk=publication.pk)
        return self.filter(pk__in=same_title.values("pk")).newest_first()  # so that the index of titles is taken

    def search(self, question: str) -> Self:
        """Those that have every word of the question, or words that begin with it; none if it has no word."""
        words = search_words(question)
        if not words:
            return self.none()
        return self.filter(models.Q(*(models.Q(search_text__contains=f" {word}") for word in words)))

    def selected(self) -> Self:
        return self.filter(is_selected=True)

    def in_this_order(self, keys: Iterable[int]) -> list[Publication]:
        """Those with these primary keys, to be completed."""
        wanted = list(keys)
        rows = {row.pk: row for row in self.filter(pk__in=wanted).to_be_completed()}
        return [rows[key] for key in wanted if key in rows]

    def with_everything_shown(self) -> Self:
        """With what a list item or a page of a paper needs, in one query per kind of thing."""
        return self.to_be_completed().prefetch_related(with_shown_links(), *Publication.shown_with())

    def with_people(self) -> Self:
        """The same, and the people its authors are, whose ORCID a paper's own page tells."""
        people = models.Prefetch("authorships", Authorship.objects.select_related("author"))
        return self.to_be_completed().prefetch_related(with_shown_links(), *Publication.shown_with(people))

    def to_be_completed(self) -> Self:
        """The same but for what `academic.models.completing` fetches for all rows of a page together."""
        return self.defer("search_text").select_related("picture", "pdf", "project_page")


class Publication(Publishable):
    """A work: what the site shows of it and the admin edits, in plain Unicode."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Journal article")
        CONFERENCE = "conference", _("Conference paper")
        CHAPTER = "chapter", _("Book chapter")
        BOOK = "book", _("Book")
        THESIS = "thesis", _("Thesis")
        REPORT = "report", _("Report")
        PREPRINT = "preprint", _("Preprint")
        MANUSCRIPT = "manuscript", _("Manuscript")
        SOFTWARE = "software", _("Software")
        DATASET = "dataset", _("Dataset")
        PATENT = "patent", _("Patent")
        ONLINE = "online", _("Online")
        TALK = "talk", _("Talk")
        POSTER = "poster", _("Poster")
        OTHER = "other", _("Other")

    class Status(models.TextChoices):
        PREPARATION = "preparation", _("in preparation")
        SUBMITTED = "submitted", _("submitted")
        ACCEPTED = "accepted", _("accepted")
        IN_PRESS = "inpress", _("in press")
        PUBLISHED = "published", _("published")

    PLURALS: ClassVar[dict[str, Any]] = {
        Kind.ARTICLE: _("Journal articles"),
        Kind.CONFERENCE: _("Conference papers"),
        Kind.CHAPTER: _("Book chapters"),
        Kind.BOOK: _("Books"),
        Kind.THESIS: _("Theses"),
        Kind.REPORT: _("Reports"),
        Kind.PREPRINT: _("Preprints"),
        Kind.MANUSCRIPT: _("Manuscripts"),
        Kind.SOFTWARE: _("Software"),
        Kind.DATASET: _("Datasets"),
        Kind.PATENT: _("Patents"),
        Kind.ONLINE: _("Online"),
        Kind.TALK: _("Talks"),
        Kind.POSTER: _("Posters"),
        Kind.OTHER: _("Other"),
    }
    TO_APPEAR = (Status.PREPARATION, Status.SUBMITTED, Status.ACCEPTED, Status.IN_PRESS)

    entry_type = models.CharField(
        _("BibTeX type"), max_length=50, default="article", help_text=_("Kept for export: article, inproceedings, …")
    )
    kind = models.CharField(_("type"), max_length=20, choices=Kind.choices, default=Kind.ARTICLE)
    citation_key = models.CharField(_("citation key"), max_length=300, blank=True, db_index=True)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("Last part of its address; empty: made for you."),
    )
    title = models.TextField(_("title"))
    language = models.CharField(_("language"), max_length=50, blank=True, help_text=_("Code, such as en or fr."))
    authors: models.ManyToManyField[Author, Authorship] = models.ManyToManyField(
        Author, through="Authorship", related_name="publications", verbose_name=_("authors")
    )
    and_others = models.BooleanField(_("and others"), default=False, help_text=_("The author list goes on: “et al.”"))
    marks_legend = models.CharField(
        _("legend of the marks"), max_length=500, blank=True, help_text=_("What * or † at the authors means.")
    )
    affiliations = models.TextField(
        _("affiliations"),
        blank=True,
        help_text=_("One per line. Numbers among the marks of an author mean them: 1 the first, 1,2 the first two."),
    )
    collaboration = models.CharField(_("collaboration"), max_length=300, blank=True)
    editors = models.TextField(_("editors"), blank=True, help_text=_("One per line: Family, Given."))
    year = models.IntegerField(_("year"), null=True, blank=True, db_index=True)
    month = models.PositiveSmallIntegerField(
        _("month"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    day = models.PositiveSmallIntegerField(
        _("day"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    date_text = models.CharField(
        _("date as printed"), max_length=200, blank=True, help_text=_("When year and month cannot say it: “1974–1975”.")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, blank=True)
    venue = models.TextField(_("venue"), blank=True, help_text=_("Journal, conference or book it appeared in."))
    venue_short = models.CharField(_("short venue"), max_length=100, blank=True, help_text=_("Such as “NeurIPS”."))
    volume = models.CharField(_("volume"), max_length=100, blank=True)
    number = models.CharField(_("number"), max_length=100, blank=True)
    pages = models.CharField(_("pages"), max_length=100, blank=True)
    series = models.CharField(_("series"), max_length=500, blank=True)
    edition = models.CharField(_("edition"), max_length=100, blank=True)
    publisher = models.CharField(_("publisher"), max_length=500, blank=True)
    institution = models.CharField(
        _("institution"), max_length=500, blank=True, help_text=_("The school of a thesis, the institute of a report.")
    )
    location = models.CharField(_("place"), max_length=500, blank=True)
    doi = models.CharField("DOI", max_length=300, blank=True, db_index=True)
    arxiv_id = models.CharField("arXiv", max_length=50, blank=True, db_index=True)
    arxiv_class = models.CharField(_("arXiv class"), max_length=50, blank=True)
    isbn = models.CharField("ISBN", max_length=200, blank=True)
    issn = models.CharField("ISSN", max_length=200, blank=True)
    pmid = models.CharField("PubMed", max_length=50, blank=True)
    hal_id = models.CharField("HAL", max_length=50, blank=True)
    abstract = MarkdownxField(_("abstract"), blank=True)
    licence = models.CharField(_("licence"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)
    award = models.CharField(_("award"), max_length=300, blank=True, help_text=_("Shown as a badge."))
    award_text = models.TextField(_("about the award"), blank=True)
    topics = models.ManyToManyField(Topic, blank=True, related_name="publications", verbose_name=_("topics"))
    links = GenericRelation(Link)
    pdf = models.ForeignKey(
        Document, verbose_name="PDF", null=True, blank=True, on_delete=models.PROTECT, related_name="publications"
    )
    picture = models.ForeignKey(
        Picture, verbose_name=_("picture"), null=True, blank=True, on_delete=models.PROTECT, related_name="publications"
    )
    project_page = models.ForeignKey(
        Page,
        verbose_name=_("project page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="publications",
    )
    is_selected = models.BooleanField(_("selected"), default=False, help_text=_("Among your best: shown first."))
    extra = models.JSONField(
        _("other BibTeX fields"), default=dict, blank=True, help_text=_("By name; given back on export.")
    )
    title_key = models.CharField(max_length=500, editable=False, db_index=True)
    search_text = models.TextField(editable=False, default="", help_text="Folded words of all that is searched.")

    RESERVED_SLUGS: ClassVar = frozenset(["type", "year", "topic", "author", "status", "page"])  # of lists' addresses
    SEARCHED: ClassVar = (
        *("title", "collaboration", "venue", "venue_short"),
        *("series", "institution", "award", "abstract"),
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        default_permissions = PERMISSIONS
        indexes = [
            models.Index(fields=["visibility", "-year", "-month"], name="publication_by_date"),
            # All that lists sort, filter and count by, in their order: they read neither the long texts of every row
            # nor, for a page, more rows than come before it (docs/decisions/lists.md).
            models.Index(
                fields=[
                    *("visibility", "-year", "-month", "-day", "title_key", "id"),
                    *("publish_at", "expire_at", "kind", "status", "is_selected"),
                ],
                name="publication_for_lists",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="publication_month",
                condition=models.Q(month=None) | models.Q(month__range=(1, 12)),
                violation_error_message=_("The month is a number from 1 to 12."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("publications:detail", args=[self.slug])

    def save(self, *args: object, **kwargs: object) -> None:
        self.derive()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        if self.slug in self.RESERVED_SLUGS:
            raise ValidationError({"slug": _("“%s” is part of the addresses of lists; choose another.") % self.slug})

    def derive(self, authors: Iterable[str] | None = None) -> None:
        """Set the columns that follow from others; bulk operations call it themselves.

        `authors` as printed, where they are not those in the database (yet).
        """
        self.title_key = title_key(self.title)[:500]
        if authors is None:
            authors = [authorship.printed for authorship in self.authorships.all()] if self.pk else []
        self.search_text = search_text([*authors, *(getattr(self, name) for name in self.SEARCHED)])

    def keep_search_text(self) -> None:
        """After its authors changed: they are rows of their own, saved after the publication."""
        self.derive(authorship.printed for authorship in Authorship.objects.filter(publication=self))
        Publication.objects.filter(pk=self.pk).update(search_text=self.search_text)

    @property
    def is_to_appear(self) -> bool:
        return self.status in self.TO_APPEAR

    @staticmethod
    def shown_with(authorships: str | models.Prefetch = "authorships") -> list[str | models.Prefetch]:
        return [
            authorships,
            "topics",
            models.Prefetch("bib_entries", BibEntry.objects.order_by("-is_primary", "pk")),
        ]


class Authorship(PersonName):
    """Who wrote a publication, in order, with the name as that publication printed it."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="authorships")
    author = models.ForeignKey(Author, verbose_name=_("person"), on_delete=models.PROTECT, related_name="authorships")
    position = models.PositiveIntegerField(_("position"), default=0)
    marks = models.CharField(_("marks"), max_length=20, blank=True, help_text=_("Such as * for equal contribution."))

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["author", "publication"], name="authorship_for_counts")]


class ImportRun(models.Model):
    """One import: what was planned and reported, and how everything was before, so that it can be undone."""

    is_content = False

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        APPLIED = "applied", _("applied")
        UNDONE = "undone", _("undone")

    created = models.DateTimeField(_("created"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), null=True, blank=True, on_delete=models.SET_NULL
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED)
    sources = models.JSONField(_("sources"), default=list)
    options = models.JSONField(_("options"), default=dict)
    report = models.JSONField(_("report"), default=dict)
    before = models.JSONField(_("before"), default=list, help_text="What was changed, as it was before.")

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return f"#{self.pk} {', '.join(self.sources)}"


class BibEntry(models.Model):
    """One imported entry: its text, and the column values it gave, the base of the next merge."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="bib_entries")
    run = models.ForeignKey(ImportRun, null=True, blank=True, on_delete=models.SET_NULL, related_name="entries")
    source = models.CharField(_("source"), max_length=300, help_text="Name of the file, without its folder.")
    key = models.CharField(_("key"), max_length=300, blank=True)
    ordinal = models.PositiveIntegerField(default=0, help_text="Which of the entries with this key in the file.")
    place = models.PositiveIntegerField(_("place"), default=0, help_text="Order in the file.")
    line = models.PositiveIntegerField(_("line"), default=0)
    raw = models.TextField(_("BibTeX"))
    hash = models.CharField(max_length=64, help_text="SHA-256 of what decides the columns: the text, macros, parents.")
    macros = models.JSONField(default=dict, help_text="The @string definitions the text uses.")
    inherited = models.JSONField(default=dict, help_text="Fields taken over from the entry named by crossref or xdata.")
    repaired = models.TextField(blank=True, help_text="The entry as sound BibTeX, where its own text is not.")
    columns = models.JSONField(default=dict, help_text="The column values this entry gave, kept as they were.")
    is_primary = models.BooleanField(_("primary"), default=True)

    class Meta:
        verbose_name = _("BibTeX entry")
        verbose_name_plural = _("BibTeX entries")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(name="one_entry_per_place", fields=["source", "key", "ordinal"]),
            models.UniqueConstraint(
                name="one_primary_entry", fields=["publication"], condition=models.Q(is_primary=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.key}"
