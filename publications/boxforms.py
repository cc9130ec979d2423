"""The forms of a publication with its BibTeX: pasted to fill them in, or shown beside them as another view."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from academic.forms import LinkFormSet

from . import box
from . import columns as columns_module
from .columns import Columns
from .forms import AuthorRowFormSet, ManyAuthorsMixin, PublicationForm
from .merging import Conflict
from .models import Authorship, Publication, Topic
from .people import columns_of, typed
from .preview import as_text, label

PLAIN = {**columns_module.ROW_FIELDS, "editors": "editors", "extra": "extra", "topics": "topics"}  # column: form field
WIDGET = {"rows": 12, "class": "vLargeTextField nutshell-code", "spellcheck": "false"}


def fingerprint(text: str) -> str:
    return sha256("\n".join(text.split("\r\n")).strip().encode()).hexdigest()


def conflict_sentence(conflict: Conflict) -> str:
    told = {"box": as_text(conflict.column, conflict.theirs), "form": as_text(conflict.column, conflict.mine)}
    told = {name: text or _("nothing") for name, text in told.items()}
    return _("The BibTeX box says “%(box)s”, but here it says “%(form)s”. Make them agree.") % told


# A new publication


class AddForm(PublicationForm):
    bibtex = forms.CharField(
        label="BibTeX",
        required=False,
        strip=False,
        widget=AdminTextareaWidget({**WIDGET, "rows": 6, "placeholder": "@article{lovelace1843, …"}),
    )
    filled = forms.CharField(required=False, widget=forms.HiddenInput)
    new_topics = forms.CharField(
        label=gettext_lazy("New topics"),
        required=False,
        widget=AdminTextareaWidget({"rows": 2}),
        help_text=gettext_lazy("One per line. They are made when the publication is saved."),
    )

    pasted: box.Reading | None = None

    def clean_new_topics(self) -> list[str]:
        length = Topic._meta.get_field("name").max_length
        names = [" ".join(line.split())[:length].strip() for line in self.cleaned_data["new_topics"].splitlines()]
        return list(filter(None, names))

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        text = cleaned.get("bibtex", "")
        if text.strip():
            if cleaned.get("filled") != fingerprint(text):
                sentence = _("The form below was not filled from this text: press “Fill the form”, or empty the box.")
                self.add_error("bibtex", sentence)
                return cleaned
            try:
                self.pasted = box.read_one(text)
            except box.NotOneEntry as problem:
                self.add_error("bibtex", str(problem))
        return cleaned

    def keep_bibtex(self) -> None:
        """After the publication and its rows were saved."""
        box.add_topics(self.instance, self.cleaned_data["new_topics"])
        if self.pasted is not None:
            box.keep_pasted(self.instance, self.pasted)


class Filling:
    """What pasted BibTeX puts into the form of a new publication; nothing is saved. `problem` where it puts nothing."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data
        self.text = data.get("bibtex", "").replace("\x00", "")
        self.problem = ""
        self.count = 0  # of the entries, where it is not one
        self.reading: box.Reading | None = None
        self.known: tuple[Publication, str] | None = None
        try:
            self.reading = box.read_one(self.text)
            self.known = box.is_here_already(self.text, self.reading)
        except box.NotOneEntry as problem:
            self.problem, self.count = str(problem), problem.count

    @staticmethod
    def is_wanted(request: HttpRequest) -> bool:
        """The button was pressed; or Save, with BibTeX and without a title."""
        given = request.POST
        forgotten = given.get("bibtex", "").strip() and not given.get("title", "").strip()
        return request.method == "POST" and bool("_fill" in given or forgotten)

    @property
    def columns(self) -> Columns:
        return self.reading.columns if self.reading else {}

    @property
    def remarks(self) -> list[str]:
        return self.reading.remarks if self.reading else []

    def initial(self, form_class: type[forms.ModelForm]) -> dict[str, Any]:
        """What was typed, with what the entry says written over it."""
        form = form_class(self.data)
        form.is_valid()
        initial = {name: value for name, value in form.cleaned_data.items() if name != "new_topics"}
        initial["bibtex"] = self.text
        if self.reading is None:
            return initial
        columns = {**self.columns, "citation_key": box.key_for(self.reading)}
        initial.update((PLAIN[name], value) for name, value in columns.items() if name in columns_module.ROW_FIELDS)
        initial.update((name, columns[name]) for name in ("extra",) if name in columns)
        if "editors" in columns:
            initial["editors"] = "\n".join(columns["editors"])
        if "topics" in columns:
            initial |= _topics(columns["topics"])
        if "authors" in columns:
            initial["author_lines"] = "\n".join(self.author_lines())
        return initial | {"filled": fingerprint(self.text)}

    def author_lines(self) -> list[str]:
        names = map(columns_module.name_of, self.columns.get("authors", ()))
        return [f"{typed(name)}{name.marks}" for name in names]

    def rows(self, prefix: str, names: Iterable[Any]) -> list[dict[str, Any]]:
        """The rows of an inline: the entry's authors; the links typed so far and the entry's."""
        if prefix == "authorships" and "authors" in self.columns:
            people = map(columns_module.name_of, self.columns["authors"])
            return [{"position": n, "name": typed(name), "marks": name.marks} for n, name in enumerate(people)]
        rows = self.typed_rows(prefix, names)
        if prefix != "authorships":
            known = {row.get("url") for row in rows}
            rows += [link for link in self.columns.get("links", ()) if link["url"] not in known]
            rows = [{**row, "position": number} for number, row in enumerate(rows)]
        return rows

    def typed_rows(self, prefix: str, names: Iterable[Any]) -> list[dict[str, Any]]:
        total = self.data.get(f"{prefix}-TOTAL_FORMS", "")
        numbers = range(min(int(total), 1000) if total.isdecimal() else 0)
        rows = [{name: self.data.get(f"{prefix}-{number}-{name}", "") for name in names} for number in numbers]
        return [row for row in rows if any(value for name, value in row.items() if name != "position")]


def _topics(names: list[str]) -> dict[str, Any]:
    """Those that exist, to be chosen, and the others, to be made."""
    known = {columns_module.topic_key(topic.name): topic.pk for topic in Topic.objects.all()}
    keys = [columns_module.topic_key(name) for name in names]
    new = [name for name, key in zip(names, keys, strict=True) if key not in known]
    return {"topics": [known[key] for key in keys if key in known], "new_topics": "\n".join(new)}


# A publication that exists


class ChangeForm(PublicationForm):
    bibtex = forms.CharField(
        label="BibTeX",
        required=False,
        strip=False,
        show_hidden_initial=True,
        widget=AdminTextareaWidget(WIDGET),
        help_text=gettext_lazy("The same record as text: what you change here changes the fields, and the reverse."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["bibtex"] = box.text_of(self.instance)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        text = cleaned.get("bibtex", "")
        if "bibtex" in self.changed_data and text.strip():
            shown = self.data.get(self.add_initial_prefix("bibtex"), "")
            try:
                edit = box.Edit.of(self.instance, shown, text)
            except box.NotOneEntry as problem:
                self.add_error("bibtex", str(problem))
            else:
                self.take_over(edit)
                self.instance.box_edit = edit  # for the formsets of the same publication, and for saving
        return cleaned

    def take_over(self, edit: box.Edit) -> None:
        """Give the fields what the box says; an error at each where both say something new."""
        changes, conflicts = edit.merged(set(PLAIN), self.columns(edit.stored))
        for conflict in conflicts:
            name = PLAIN.get(conflict.column, "extra")
            sentence = conflict_sentence(conflict)
            self.add_error(name, sentence if conflict.column in PLAIN else f"{conflict.column}: {sentence}")
        for column, value in changes.items():
            if column == "topics":
                edit.rows["topics"] = value or []
            elif column == "editors":
                self.cleaned_data["editors"] = "\n".join(value or ())
            elif PLAIN[column] in self.cleaned_data:
                self.cleaned_data[PLAIN[column]] = self.fields[PLAIN[column]].clean("") if value is None else value

    def columns(self, stored: Columns) -> Columns:
        """What the fields say, as columns."""
        say = self.cleaned_data
        columns = {name: say.get(field, stored.get(name)) for name, field in columns_module.ROW_FIELDS.items()}
        columns["extra"] = say.get("extra", stored.get("extra"))
        columns["editors"] = [line for line in map(str.strip, say.get("editors", "").splitlines()) if line]
        columns["topics"] = [topic.name for topic in say["topics"]] if "topics" in say else stored.get("topics")
        return {name: _one_newline(value) for name, value in columns.items() if value}

    def keep_bibtex(self) -> None:
        """After the publication and its rows were saved."""
        edit = getattr(self.instance, "box_edit", None)
        if edit is not None:
            edit.keep(self.instance)


def _one_newline(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


class ManyAuthorsAddForm(ManyAuthorsMixin, AddForm):
    pass


class ManyAuthorsChangeForm(ManyAuthorsMixin, ChangeForm):
    def take_over(self, edit: box.Edit) -> None:
        super().take_over(edit)
        names = self.cleaned_data.get("author_lines")
        if names is not None:
            authors = [author_columns(name, name.marks) for name in names]
            for sentence in take_over_rows(edit, "authors", authors):
                self.add_error("author_lines", sentence)


def author_columns(name: Any, marks: str) -> dict[str, Any]:
    return columns_module.from_authorship(Authorship(**columns_of(name), marks=marks[:20]))


def take_over_rows(edit: box.Edit, column: str, typed_rows: list[Any]) -> list[str]:
    """Note what the rows become, to be written after them; or say where box and rows disagree."""
    changes, conflicts = edit.merged({column}, {column: typed_rows} if typed_rows else {})
    if column in changes and not conflicts:
        edit.rows[column] = changes[column] or []
    return [conflict_sentence(conflict) for conflict in conflicts]


class PublicationAuthorFormSet(AuthorRowFormSet):
    def clean(self) -> None:
        super().clean()
        edit: box.Edit | None = getattr(self.instance, "box_edit", None)
        if edit is None or any(self.errors):
            return
        rows = sorted(self.kept_forms(), key=lambda form: form.instance.position)
        names = [(form.given_name or form.instance.as_name, form.instance.marks) for form in rows]
        marked = [author_columns(name, marks or name.marks) for name, marks in names]
        if sentences := take_over_rows(edit, "authors", marked):
            raise ValidationError([f"{label('authors')}: {sentence}" for sentence in sentences])


class PublicationLinkFormSet(LinkFormSet):
    def clean(self) -> None:
        super().clean()
        edit: box.Edit | None = getattr(self.instance, "box_edit", None)
        if edit is None or any(self.errors):
            return
        rows = sorted(self.kept_forms(), key=lambda form: form.instance.position)
        links = [{"label": form.instance.label, "url": form.instance.url} for form in rows if form.instance.url]
        if sentences := take_over_rows(edit, "links", links):
            raise ValidationError([f"{label('links')}: {sentence}" for sentence in sentences])
