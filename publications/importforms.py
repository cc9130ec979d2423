"""What is uploaded or pasted to be imported."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminRadioSelect, AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .importing import Source

MODES = [
    ("merge", gettext_lazy("Merge: what the file changed is taken over, what was edited here stays")),
    ("keep", gettext_lazy("Only what is new: papers that are here already are left alone")),
    ("overwrite", gettext_lazy("The file wins, also over what was edited here")),
]


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files, as a list."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in given]


class ImportForm(forms.Form):
    uploads = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        allow_empty_file=True,  # the import says which is empty
        widget=FilesInput({"accept": ".bib,.bibtex,.txt,text/plain,application/x-bibtex"}),
        help_text=gettext_lazy("One or more .bib files. A file imported again under its name updates what it gave."),
    )
    bibtex = forms.CharField(
        label=gettext_lazy("Or paste BibTeX"),
        required=False,
        strip=False,
        widget=AdminTextareaWidget({"rows": 8, "class": "vLargeTextField nutshell-code", "spellcheck": "false"}),
    )
    update = forms.ChoiceField(
        label=gettext_lazy("Papers that are here already"),
        choices=MODES,
        initial="merge",
        required=False,
        widget=AdminRadioSelect({"class": "radiolist"}),
    )
    draft = forms.BooleanField(
        label=gettext_lazy("As drafts"),
        required=False,
        help_text=gettext_lazy("New papers are seen by signed-in editors only until they are published."),
    )

    def clean_update(self) -> str:
        return self.cleaned_data["update"] or "merge"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        files, text = cleaned.get("uploads") or [], cleaned.get("bibtex", "")
        if not self.errors and not files and not text.strip():
            raise ValidationError(_("Choose a .bib file, or paste BibTeX."))
        if sum(file.size or 0 for file in files) > settings.READ_LIMIT:
            limit = filesizeformat(settings.READ_LIMIT)
            self.add_error("uploads", _("Together the files are larger than %(limit)s.") % {"limit": limit})
        return cleaned

    def sources(self) -> list[Source]:
        """The texts, each under a name of its own: a file's is the same at its next import."""
        given = [Source(file.name or "", file.read()) for file in self.cleaned_data["uploads"]]
        text = self.cleaned_data["bibtex"]
        if text.strip():
            pasted = f"pasted {timezone.localtime():%Y-%m-%d %H:%M:%S}"
            given.append(Source(pasted, text.encode(errors="replace")))
        return _told_apart(given)


def _told_apart(sources: list[Source]) -> list[Source]:
    """A name that comes again gets a number."""
    taken: set[str] = set()
    found = []
    for source in sources:
        path = PurePath(source.name)
        name, number = source.name, 2
        while name in taken:
            name, number = f"{path.stem} ({number}){path.suffix}", number + 1
        taken.add(name)
        found.append(Source(name, source.content))
    return found
