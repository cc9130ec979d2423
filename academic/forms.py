"""Forms of the ground's admin: rows in order, links, uploads, home blocks."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.contenttypes.forms import BaseGenericInlineFormSet
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from markdownx.fields import MarkdownxFormField

from .addresses import validate_web_address
from .blocks import Block
from .filekinds import names_no_web_page
from .images import UploadRefused, store_document, store_picture
from .markdownwidget import MarkdownWidget
from .models import Document, HomeBlock, Link, Page, Picture, Redirect
from .paths import PATH, validate_path

OPTIONS = "options"


class PositionInput(forms.NumberInput):
    """A number that order.js gives two buttons; they say what is in its data attributes."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"min": 0, "data-move-up": _("Move up"), "data-move-down": _("Move down"), **(attrs or {})})


class CellForm(forms.ModelForm):
    """A form laid out as the row of a table, whose headings are no labels: every field names itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("aria-label", capfirst(field.label or ""))


class RowForm(CellForm):
    """A row among others. Its position may stay empty (it then comes last); a position alone makes no new row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if position := self.fields.get("position"):
            position.required = False
            position.initial = None
            position.widget = PositionInput({"aria-label": capfirst(position.label or "")})

    def has_changed(self) -> bool:
        if self.instance.pk is None:
            return bool({*self.changed_data} - {"position"})
        return super().has_changed()


class RowFormSet(forms.BaseModelFormSet):
    """Rows numbered 0 to n-1 as their positions say; equal ones in the order shown, those without one last."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if delete := form.fields.get(DELETION_FIELD_NAME):
            delete.widget.attrs["aria-label"] = delete.label

    def clean(self) -> None:
        super().clean()
        if not any(self.errors):
            self.number(self.kept_forms())

    def kept_forms(self) -> list[Any]:
        """The forms of the rows that stay or come, in the order shown."""
        return [form for form in self.forms if (form.instance.pk or form.has_changed()) and not self.is_deleted(form)]

    def is_deleted(self, form: Any) -> bool:
        return bool(self.can_delete and form.cleaned_data.get(DELETION_FIELD_NAME))

    @staticmethod
    def number(forms: list[Any]) -> None:
        def place(form: Any) -> tuple[bool, int]:
            position = form.cleaned_data.get("position")
            return position is None, position or 0

        for position, form in enumerate(sorted(forms, key=place)):
            form.instance.position = position
            if form.initial.get("position") != position and "position" not in form.changed_data:
                form.changed_data.append("position")


class InlineRowFormSet(RowFormSet, forms.BaseInlineFormSet):
    pass


class LinkForm(RowForm):
    class Meta:
        model = Link
        fields = ["position", "label", "url", "document", "page"]


class LinkFormSet(RowFormSet, BaseGenericInlineFormSet):
    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.kept_forms():
            if form.is_valid() and form.instance.href in seen:
                form.add_error(None, _("This link stands here twice."))
            seen.add(form.instance.href)


class RedirectForm(forms.ModelForm):
    class Meta:
        model = Redirect
        fields = ["old_path", "new_path"]
        help_texts = {
            "old_path": _("Where the page was, such as /old/page.html. Only works where nothing else answers."),
            "new_path": _("Where visitors are sent: a path on this site, or a web address."),
        }

    def clean_old_path(self) -> str:
        path: str = self.cleaned_data["old_path"]
        if not PATH.fullmatch(path) or path == "/":
            raise ValidationError(_("Start it with / and leave out the host: /old/page.html."))
        return path

    def clean_new_path(self) -> str:
        path: str = self.cleaned_data["new_path"]
        validate_web_address(path)
        if self._leads_back(path):
            raise ValidationError(_("It would lead back to where it started."))
        return path

    def _leads_back(self, path: str) -> bool:
        """Whether following the redirects from `path` comes to this one again."""
        others = dict(Redirect.objects.exclude(pk=self.instance.pk).values_list("old_path", "new_path"))
        here, seen = self.cleaned_data.get("old_path"), set()
        while path != here and path in others and path not in seen:
            seen.add(path)
            path = others[path]
        return path == here or path in seen


class UploadForm(forms.ModelForm):
    """A file for the library, stored when all else in the form is right; a refusal is a form error."""

    file = forms.FileField(label=_("File"))

    def store(self) -> models.Model:
        """The file as a row of the library, which each kind of upload makes in its own way."""
        raise NotImplementedError

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.errors:
            try:
                self.stored = self.store()
            except UploadRefused as refusal:
                self.add_error("file", refusal)

    def save(self, commit: bool = True) -> models.Model:
        return self.stored

    def save_m2m(self) -> None:
        """There are none."""


class PictureUploadForm(UploadForm):
    class Meta:
        model = Picture
        fields = ["alt", "title", "credit"]

    file = forms.FileField(
        label=_("Picture"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
        help_text=_("JPEG, PNG, WebP, GIF or AVIF, as the camera made it: it is turned upright and made smaller."),
    )

    def store(self) -> Picture:
        given = self.cleaned_data
        picture = store_picture(given["file"], title=given["title"], alt=given["alt"])
        if given["credit"]:
            picture.credit = given["credit"]
            picture.save(update_fields=["credit"])
        return picture


class DocumentPathMixin(forms.ModelForm):
    def clean_path(self) -> str | None:
        path: str | None = self.cleaned_data.get("path") or None
        if path:
            validate_path(path)
            if not names_no_web_page(path):
                raise ValidationError(_("A document's path must not end like a web page's."))
            if Page.objects.filter(path=path).exists():
                raise ValidationError(_("A page is there already; choose another path."))
        return path


class DocumentForm(DocumentPathMixin):
    class Meta:
        model = Document
        fields = ["title", "path"]


class DocumentUploadForm(DocumentPathMixin, UploadForm):
    class Meta:
        model = Document
        fields = ["title", "path"]

    def store(self) -> Document:
        given = self.cleaned_data
        return store_document(given["file"], title=given["title"], path=given["path"])


class HomeBlockForm(forms.ModelForm):
    """A block of the home page; `home_block_form` adds the fields of its kind's options."""

    block: ClassVar[Block | None] = None
    kind: ClassVar[str] = ""

    class Meta:
        model = HomeBlock
        fields = ["title", "is_shown", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stored = self.instance.options if isinstance(self.instance.options, dict) else {}
        self.initial.update({f"{OPTIONS}-{name}": value for name, value in stored.items()})
        for field in self.fields.values():
            if isinstance(field.widget, MarkdownWidget):  # below the block's title, if it has one
                field.widget.attrs["data-heading-shift"] = 2 if self.instance.title else 1

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.block is not None:
            options = self.block.options_form(self.data, prefix=OPTIONS)
            for error in options.non_field_errors():  # those of its fields are in this form already
                self.add_error(None, error)
            self._keep(options)
        return cleaned

    def _keep(self, options: forms.Form) -> None:
        """Set the row's options as its kind reads them again: plain values, model instances as primary keys."""
        values = getattr(options, "cleaned_data", {})
        plain = {name: options.fields[name].prepare_value(value) for name, value in values.items()}
        stored = self.instance.options if isinstance(self.instance.options, dict) else {}
        self.instance.options = {**stored, **plain}
        self.instance.kind = self.kind


def home_block_form(kind: str, block: Block | None) -> type[HomeBlockForm]:
    """The form of a block of this kind; without `block` (an unknown kind) its options are kept as they are."""
    fields = {f"{OPTIONS}-{name}": _in_admin(field) for name, field in option_fields(block).items()}
    return type("KindForm", (HomeBlockForm,), {"block": block, "kind": kind, **fields})


def option_fields(block: Block | None) -> dict[str, forms.Field]:
    return block.options_form.base_fields if block is not None else {}


def _in_admin(field: forms.Field) -> forms.Field:
    if not isinstance(field, MarkdownxFormField):
        return field
    return MarkdownxFormField(
        label=field.label,
        required=field.required,
        initial=field.initial,
        help_text=field.help_text,
        widget=MarkdownWidget(),
    )
