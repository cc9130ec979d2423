"""Two windows on one row: the second save is refused, and both versions are shown, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import history
from ..models import ContentVersion

SENT = "_version"  # the form's field with the fingerprint of what it was made from
STATE = "fingerprint"  # what templates call it


class Difference(NamedTuple):
    """A field, or a row of an inline: what this form says, and what is stored."""

    label: str
    mine: str
    theirs: str


class NotSaved(forms.ModelForm):
    """Mixed into the form of a save that comes too late, which is shown again as it was sent."""

    sentence = gettext_lazy("Nothing was saved yet: this was changed in the meantime. Choose what should stay.")

    def clean(self) -> Any:
        cleaned = super().clean()
        self.add_error(None, ValidationError(self.sentence, code="stale"))
        return cleaned


class Deleted(NotSaved):
    sentence = gettext_lazy("This was deleted in the meantime. Your text is here; save it to make it anew.")


class StaleSaveAdmin(admin.ModelAdmin):
    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if object_id is None or not history.is_kept(self.model):
            return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method != "POST":
            context = {**self._state(request, object_id), **(extra_context or {})}
            return super().changeform_view(request, object_id, form_url, context)
        with transaction.atomic():
            context = {**self._state(request, object_id), **(extra_context or {})}
            is_there, sent = STATE in context, request.POST.get(SENT)
            if not is_there and self.has_add_permission(request):
                self._rebase(request, None, Deleted)
                form_url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
                return super().changeform_view(request, None, form_url, context)
            if is_there and sent not in {None, context[STATE]} and not getattr(request, "is_preview", False):
                self._rebase(request, self.get_object(request, unquote(object_id)), NotSaved)
            return super().changeform_view(request, object_id, form_url, context)

    def _state(self, request: HttpRequest, object_id: str) -> dict[str, str]:
        """The fingerprint of the row, which nobody changes while this transaction lasts; nothing where it is gone.

        Content is changed by one transaction at a time (academic/content.py), so the version's row is what is locked.
        """
        if transaction.get_connection().in_atomic_block:
            ContentVersion.objects.select_for_update().first()
        obj = self.get_object(request, unquote(object_id))
        return {} if obj is None else {STATE: history.fingerprint(obj)}

    def _rebase(self, request: HttpRequest, obj: Any, form: type[NotSaved]) -> None:
        """From now on the request is refused, and its rows fit those that are stored."""
        request.refused_form = form  # type: ignore[attr-defined]
        formsets, _inlines = self._create_formsets(request, obj or self.model(), change=obj is not None)  # type: ignore[attr-defined]
        data = request.POST.copy()
        for formset in formsets:
            if f"{formset.prefix}-{TOTAL_FORM_COUNT}" in data:
                stored = {str(row.pk): _as_sent(formset, row) for row in formset.get_queryset()} if obj else {}
                rebase(data, formset.prefix, formset.model._meta.pk.name, stored)
        request.POST = data  # type: ignore[assignment]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        refused = getattr(request, "refused_form", None)
        return type(form.__name__, (refused, form), {"Meta": form.Meta}) if refused else form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        if getattr(request, "refused_form", None) is NotSaved:
            context["differences"] = [*_of_form(context["adminform"].form), *_of_rows(context["inline_admin_formsets"])]
            context["last_revision"] = history.versions_of(context["original"]).first()
        return super().render_change_form(request, context, *args, **kwargs)


def rebase(data: QueryDict, prefix: str, key: str, stored: dict[str, dict[str, list[str]]]) -> None:
    """Make the rows sent for one formset fit those stored now (by key, as a form would send them): rows that are gone
    become new ones again, and rows that were added meanwhile come ticked to be deleted, so that saving leaves exactly
    what the form shows."""
    total = int(data.get(f"{prefix}-{TOTAL_FORM_COUNT}") or 0)
    rows = [_taken_out(data, f"{prefix}-{number}-") for number in range(min(total, 2000))]
    there = [row for row in rows if row.get(key, [""])[0] in stored]
    sent = {row[key][0] for row in there}
    added = [{**row, key: [pk], DELETION_FIELD_NAME: ["on"]} for pk, row in stored.items() if pk not in sent]
    others = [{**row, key: [""]} for row in rows if row not in there]
    for number, row in enumerate([*there, *added, *others]):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-{TOTAL_FORM_COUNT}"] = str(len(there) + len(added) + len(others))
    data[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(len(there) + len(added))


def _as_sent(formset: Any, row: Any) -> dict[str, list[str]]:
    form = formset.form(instance=row, **formset.form_kwargs)
    values = {name: form[name].value() for name in form.fields}
    return {name: [str(value)] for name, value in values.items() if value not in (None, False)}


def _taken_out(data: QueryDict, start: str) -> dict[str, list[str]]:
    names = [name for name in data if name.startswith(start)]
    return {name.removeprefix(start): data.pop(name) for name in names}


# What differs -------------------------------------------------------------------------------------------------------


def _of_form(form: Any) -> Iterator[Difference]:
    for name in form.changed_data:
        field = form.fields[name]
        yield Difference(str(field.label), _text(field, form[name].value()), _text(field, form.initial.get(name)))


def _of_rows(inlines: Any) -> Iterator[Difference]:
    for inline in inlines:
        if not inline.formset.is_bound:
            continue
        for number, form in enumerate(inline.formset.forms, 1):
            is_stored, is_going = form.instance.pk is not None, _is_going(form)
            if not (form.has_changed() or is_going) or (is_going and not is_stored):
                continue
            mine = "" if is_going else _row(form, lambda name, form=form: form[name].value())
            theirs = _row(form, lambda name, form=form: form.initial.get(name)) if is_stored else ""
            if mine != theirs:
                yield Difference(f"{capfirst(inline.opts.verbose_name)} {number}", mine, theirs)


def _is_going(form: Any) -> bool:
    return bool(form.data.get(f"{form.prefix}-{DELETION_FIELD_NAME}"))


def _row(form: Any, value_of: Any) -> str:
    """Its place, counted from 1, and what else it says."""
    shown = [name for name, field in form.fields.items() if not field.widget.is_hidden]
    names = [name for name in shown if name not in {DELETION_FIELD_NAME, "position"}]
    said = ", ".join(filter(None, (_text(form.fields[name], value_of(name)) for name in names)))
    place = str(value_of("position")) if "position" in shown else ""
    return f"{int(place) + 1}. {said}" if said and place.isdecimal() else said


def _text(field: forms.Field, value: Any) -> str:
    """A value as its editor reads it."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ModelChoiceField):
        return _chosen(field, value if isinstance(value, list | tuple) else [value])
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    prepared = field.prepare_value(value)
    if isinstance(prepared, list | tuple):
        return " ".join(str(part) for part in prepared if part)
    return str(prepared)


def _chosen(field: Any, values: Any) -> str:
    keys = [str(getattr(value, "pk", value)) for value in values]
    return ", ".join(map(str, field.queryset.filter(pk__in=[key for key in keys if key.isdecimal()])))
