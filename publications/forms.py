"""Publications as forms: names as text, months as words, BibTeX fields line by line."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from academic.forms import InlineRowFormSet, RowForm
from academic.models.profile import ORCID

from .bibtex.names import Name, parse_person
from .models import Author, Authorship, Publication
from .people import authors_for, columns_of, identity_of, match_authors, typed
from .persons import is_orcid, orcid_of

MANY_AUTHORS = 50  # above, names are typed one per line in one box instead of a row each
LONGEST_NAME = 500
BLANKS = re.compile(r"[ \t\r\n]+")  # not the no-break space of French
DOI_PREFIX = re.compile(r"(https?://(dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


class BibtexFieldsField(forms.CharField):
    """A dictionary as lines of "name = value", by name: PostgreSQL keeps no other order. Further lines of a value are
    indented."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=AdminTextareaWidget({"rows": 6}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return "\n".join(f"{name} = {_indented(text)}" for name, text in sorted(value.items()))

    def to_python(self, value: Any) -> dict[str, str]:  # type: ignore[override]
        fields: dict[str, str] = {}
        name = ""
        for line in (super().to_python(value) or "").splitlines():
            if line[:1].isspace() and name:
                fields[name] += "\n" + line.strip()
            elif line.strip():
                name, equals, text = line.partition("=")
                name = name.strip()
                if not equals or not re.fullmatch(r"[^\s,{}\"'%#()=]+", name):
                    raise ValidationError(_("“%(line)s” is not “name = value”."), params={"line": line[:60]})
                fields[name] = text.strip()
        return fields

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial or {}).split() != (data or "").split()


def _indented(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "\n  ".join(text.splitlines())


class PublicationForm(forms.ModelForm):
    month = forms.TypedChoiceField(
        label=gettext_lazy("Month"),
        choices=[("", "–"), *MONTHS.items()],
        coerce=int,
        empty_value=None,
        required=False,
    )
    extra = BibtexFieldsField(
        label=gettext_lazy("Other BibTeX fields"),
        required=False,
        help_text=gettext_lazy("One per line: name = value. Given back on export."),
    )

    announce = forms.BooleanField(
        label=gettext_lazy("Announce it"),
        required=False,
        help_text=gettext_lazy("Makes the news item that points at it, dated today: nothing is typed twice."),
    )

    class Meta:
        model = Publication
        exclude = ["authors"]  # noqa: DJ006 fieldsets of the admin name the fields
        help_texts = {
            "citation_key": gettext_lazy("Names the paper in BibTeX; empty: made for you."),
            "slug": gettext_lazy(
                "Last part of its address; empty: made for you. Others may have noted the address: better left alone."
            ),
        }
        widgets = {
            "title": AdminTextareaWidget({"rows": 2}),
            "venue": AdminTextInputWidget({"size": 80}),
            "editors": AdminTextareaWidget({"rows": 2}),
            "note": AdminTextareaWidget({"rows": 2}),
            "award_text": AdminTextareaWidget({"rows": 2}),
        }

    def clean_title(self) -> str:
        return " ".join(BLANKS.split(self.cleaned_data["title"]))

    def clean_doi(self) -> str:
        """A DOI, also when its web address was pasted."""
        return DOI_PREFIX.sub("", self.cleaned_data["doi"].strip())


class AuthorRowForm(RowForm):
    """One author: the name in one field, read as BibTeX reads it."""

    name = forms.CharField(
        label=gettext_lazy("name"),
        max_length=LONGEST_NAME,
        widget=AdminTextInputWidget,
        help_text=gettext_lazy(
            "“Ada Lovelace” or “Lovelace, Ada”. A group stands in braces: {ATLAS Collaboration}. "
            "Somebody who is known here already is recognised."
        ),
    )

    class Meta:
        model = Authorship
        fields = ["position", "marks"]

    field_order = ["position", "name", "marks"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "name" in self.fields:
            self.initial["name"] = typed(self.instance.as_name)

    def clean_name(self) -> str:
        text: str = self.cleaned_data["name"]
        if not parse_person(text).family:
            raise ValidationError(_("This is not a name."))
        return text

    @property
    def given_name(self) -> Name | None:
        """The name that was typed, None where the stored one stays."""
        text = self.cleaned_data.get("name")
        return parse_person(text) if text and "name" in self.changed_data else None

    def assign(self, author: Author) -> None:
        name = self.given_name
        if name is not None:
            self.instance.author = author
            self.instance.marks = self.instance.marks or name.marks[:20]
            for column, value in columns_of(name).items():
                setattr(self.instance, column, value)


class AuthorRowFormSet(InlineRowFormSet):
    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        people = self._people(match_authors)
        times = Counter(identity_of(person) for _form, person in people)
        for form, person in people:
            if form.given_name is not None and times[identity_of(person)] > 1:
                form.add_error("name", _("This person stands twice among the authors."))

    def save(self, commit: bool = True) -> Any:
        for form, author in self._people(authors_for):
            form.assign(author)
        return super().save(commit)

    def _people(self, find: Any) -> list[tuple[AuthorRowForm, Author]]:
        """Each row that stays, with its person: by the name that was typed, or as stored."""
        forms = self.kept_forms()
        typed_names = [form for form in forms if form.given_name is not None]
        found = dict(zip(typed_names, find([form.given_name for form in typed_names]), strict=True))
        return [(form, found.get(form) or form.instance.author) for form in forms]


class ManyAuthorsMixin(PublicationForm):
    """A publication whose authors are typed one per line."""

    author_lines = forms.CharField(
        label=gettext_lazy("Authors"),
        widget=forms.Textarea({"rows": 20, "cols": 60, "class": "vLargeTextField"}),
        help_text=gettext_lazy("One per line, in order; marks such as * right after the name."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["author_lines"] = "\n".join(self.stored_lines())

    def stored_lines(self) -> list[str]:
        rows = self.instance.authorships.all() if self.instance.pk else []
        return [_line(row.as_name, row.marks) for row in rows]

    def clean_author_lines(self) -> list[Name]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["author_lines"].splitlines()]
        names = [self._read(line) for line in lines if line]
        people = match_authors(names)
        times = Counter(map(identity_of, people))
        stored = set(self.stored_lines())
        for name, person in zip(names, people, strict=True):
            if times[identity_of(person)] > 1 and _line(name, name.marks) not in stored:
                raise ValidationError(_("“%(name)s” stands here twice."), params={"name": name.printed})
        return names

    @staticmethod
    def _read(line: str) -> Name:
        name = parse_person(line)
        if not name.family or len(line) > LONGEST_NAME:
            raise ValidationError(_("“%(line)s” is not a name."), params={"line": line[:60]})
        return name

    def save_authors(self) -> None:
        """Replace the rows when the lines were changed; who stood on a line that stayed stays."""
        if "author_lines" not in self.changed_data:
            return
        stored = self.instance.authorships.select_related("author")
        people = {_line(row.as_name, row.marks): row.author for row in stored}
        names: list[Name] = self.cleaned_data["author_lines"]
        rows = [
            Authorship(
                publication=self.instance,
                author=people.get(_line(name, name.marks), author),
                position=position,
                marks=name.marks[:20],
                **columns_of(name),
            )
            for position, (name, author) in enumerate(zip(names, authors_for(names), strict=True))
        ]
        self.instance.authorships.all().delete()
        Authorship.objects.bulk_create(rows, batch_size=500)


def _line(name: Name, marks: str) -> str:
    return f"{typed(name)}{marks}"


class AuthorForm(forms.ModelForm):
    orcid = forms.CharField(
        label="ORCID",
        required=False,
        max_length=60,
        help_text=gettext_lazy("Like 0000-0002-1825-0097, or its address."),
    )

    class Meta:
        model = Author
        fields = ["given", "particle", "family", "suffix", "is_literal", "orcid"]

    def clean_orcid(self) -> str:
        orcid = orcid_of(self.cleaned_data["orcid"])
        if not orcid:
            return ""
        ORCID(orcid)
        if not is_orcid(orcid):
            raise ValidationError(_("This is no ORCID iD: its last digit does not fit the others."))
        other = Author.objects.filter(orcid=orcid).exclude(pk=self.instance.pk).first()
        if other is not None:
            raise ValidationError(_("%(name)s has this ORCID iD: merge the two."), params={"name": other})
        return orcid
