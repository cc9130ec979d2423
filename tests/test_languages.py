"""The French catalogue beside the English words of the code, and pages in French."""

from __future__ import annotations

import ast
import gettext
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.utils import translation
from django.utils.functional import Promise

from academic.models import HomeBlock
from academic.templatetags.dates import written
from tests.factories import set_profile
from tests.test_house import ROOT
from tests.whole_site import make_whole_site

OURS = ("academic", "publications", "news")
CATALOGUE = ROOT / "locale" / "fr" / "LC_MESSAGES"
HAS_GETTEXT = bool(shutil.which("xgettext")) or "REQUIRE_GETTEXT" in os.environ
PLACEHOLDER = re.compile(r"%\(\w+\)[.\d]*[sdf]|%[.\d]*[sdf]|\{\w*\}|</?[a-z][^>]*>")
UNSAID = (
    r"{%\s*comment.*?endcomment\s*%}",
    r"{%\s*blocktrans.*?endblocktrans\w*\s*%}",
    # Blocks whose words are values of attributes.
    r"{%\s*block (?:\w*attributes|look|bodyclass|action)\s*%}.*?{%\s*endblock[\w ]*%}",
    r"{#.*?#}|{%.*?%}|{{.*?}}",
)
# Words of every language, in templates.
NAMES = {"BibTeX", "RIS", "CSL", "JSON", "PDF", "Resume", "arXiv", "ISBN", "ISSN", "rsaquo", "nbsp"}


@dataclass
class Message:
    context: str = ""
    singular: str = ""
    plural: str = ""
    translations: list[str] = field(default_factory=list)
    is_fuzzy: bool = False

    @property
    def name(self) -> str:
        return f"{self.context}|{self.singular}"


def messages(path: Path) -> list[Message]:
    """A .po file, read without gettext's programs; its header left out."""
    found = [_message(block) for block in path.read_text(encoding="utf-8").split("\n\n")]
    return [message for message in found if message.singular]


def _message(block: str) -> Message:
    message, values = Message(), {}
    name = ""
    for line in block.splitlines():
        if line.startswith("#,") and "fuzzy" in line:
            message.is_fuzzy = True
        if match := re.match(r'(msgctxt|msgid_plural|msgid|msgstr\S*) (".*")$', line):
            name = match[1]
            values[name] = ast.literal_eval(match[2])
        elif line.startswith('"'):
            values[name] += ast.literal_eval(line)
    message.context, message.singular = values.get("msgctxt", ""), values.get("msgid", "")
    message.plural = values.get("msgid_plural", "")
    message.translations = [value for name, value in values.items() if name.startswith("msgstr")]
    return message


def test_everything_is_translated_and_nothing_is_guessed() -> None:
    catalogue = messages(CATALOGUE / "django.po")
    assert len(catalogue) > 600
    assert [message.name for message in catalogue if not all(message.translations)] == []
    assert [message.name for message in catalogue if message.is_fuzzy] == []
    assert [message.name for message in catalogue if message.plural and len(message.translations) != 2] == []


def test_placeholders_and_tags_are_those_of_the_original() -> None:
    for message in messages(CATALOGUE / "django.po"):
        originals = [message.singular, message.plural or message.singular]
        for original, translated in zip(originals, message.translations, strict=False):
            assert sorted(PLACEHOLDER.findall(original)) == sorted(PLACEHOLDER.findall(translated)), message.name


def test_french_has_french_signs() -> None:
    """« and » for quotation marks, and a blank that does not break before : ; ? and !."""
    for message in messages(CATALOGUE / "django.po"):
        for translated in message.translations:
            assert not re.search(r"[“”]|\s«[^\u00a0]| [;:!?»](?:\s|$)|'(?=\w)", translated), translated


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    """Newcomers have no gettext: the compiled file is in the repository, and must not be older than the text."""
    with (CATALOGUE / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message in messages(CATALOGUE / "django.po"):
        if message.plural:
            found = [compiled.ngettext(message.singular, message.plural, number) for number in (1, 2)]
        elif message.context:
            found = [compiled.pgettext(message.context, message.singular)]
        else:
            found = [compiled.gettext(message.singular)]
        assert found == message.translations, message.name


@pytest.mark.skipif(not HAS_GETTEXT, reason="gettext is not installed")
def test_no_sentence_of_the_code_is_missing_from_it(tmp_path: Path) -> None:
    """Mended by `make messages` and a translation of what it prints."""
    for name in (*OURS, "templates", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", tmp_path)
    command = ["manage.py", "makemessages", "--locale", "fr", "--no-wrap", "--no-location", "--no-obsolete"]
    done = subprocess.run([sys.executable, *command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    extracted = messages(tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po")
    assert [message.name for message in extracted if message.is_fuzzy or not all(message.translations)] == []


def bare_words(template: str) -> Iterator[str]:
    """Words of a template that no translation tag holds."""
    text = template
    for unsaid in UNSAID:
        text = re.sub(unsaid, "", text, flags=re.DOTALL)
    attributes = re.findall(r'\b(?:aria-label|title|alt|placeholder|data-[\w-]+)="([^"]*)"', text)
    text = re.sub(r"<[^>]*>", " ", text)
    return (word for word in re.findall(r"[^\W\d_]{2,}", " ".join([text, *attributes])) if word not in NAMES)


def test_no_template_has_words_that_cannot_be_translated() -> None:
    assert set(bare_words('<p title="Two">One {% translate "Three" %}</p>')) == {"One", "Two"}
    templates = sorted((ROOT / "templates").rglob("*.html"))
    found = {path.name: list(bare_words(path.read_text(encoding="utf-8"))) for path in templates}
    assert {name: words for name, words in found.items() if words} == {}


def test_every_field_of_a_form_has_a_name_that_can_be_translated() -> None:
    proper = {"ORCID", "ROR", "DOI", "arXiv", "ISBN", "ISSN", "PubMed", "HAL", "PDF"}
    never_in_forms = {"TokenBucket", "ContentVersion", "DemoRecord", "BibEntry", "FirstPassword"}
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in OURS]
    bare = [
        f"{model.__name__}.{one.name}"
        for model in ours
        if model.__name__ not in never_in_forms
        for one in model._meta.concrete_fields
        if one.editable and not one.auto_created and not one.is_relation
        if not isinstance(one.verbose_name, Promise) and one.verbose_name not in proper
    ]
    assert bare == ["Link.object_id"]


def test_dates_are_written_as_the_language_writes_them() -> None:
    with translation.override("fr"):
        found = [written(2025), written(2025, 2), written(2025, 8, 1), written(2025, 12, 24)]
    assert found == ["2025", "févr. 2025", "1er août 2025", "24 déc. 2025"]
    assert written(2025, 8, 1) == "1 Aug. 2025"


@pytest.mark.django_db
def test_every_public_page_of_a_french_site_is_french(visitor: Client) -> None:
    """No English sentence of ours, of those that French says otherwise, is left on any page."""
    pages = make_whole_site()
    english = visitor.get(pages["home"]).content.decode()
    assert "Skip to the text" in english
    set_profile(language="fr")
    HomeBlock.objects.update(title="")  # the owner's own words
    sentences = [
        message.singular
        for message in messages(CATALOGUE / "django.po")
        if message.translations[0] != message.singular
        and len(message.singular) > 8
        and "%" not in message.singular
        and message.singular != "New arXiv"  # what the owner of this site typed
    ]
    for kind, address in pages.items():
        html = visitor.get(address).content.decode()
        assert '<html lang="fr"' in html, kind
        shown = re.sub(r"<pre.*?</pre>|<script.*?</script>|<dl>.*?</dl>|<head>.*?</head>", " ", html, flags=re.DOTALL)
        left = [text for text in sentences if re.search(rf">\s*{re.escape(text)}\s*<|=\"{re.escape(text)}\"", shown)]
        assert left == [], kind


@pytest.mark.django_db
def test_the_admin_speaks_the_language_of_who_uses_it(owner: Client) -> None:
    french = owner.get("/admin/publications/publication/add/", headers={"accept-language": "fr"}).content.decode()
    assert '<html lang="fr"' in french and "Auteurs, dans l’ordre" in french and "Authors, in order" not in french
    english = owner.get("/admin/publications/publication/add/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="en' in english and "Authors, in order" in english


@pytest.mark.django_db
def test_visitors_get_the_language_of_the_profile_whatever_they_ask_for(visitor: Client) -> None:
    set_profile(language="fr")
    assert '<html lang="fr"' in visitor.get("/", headers={"accept-language": "en"}).content.decode()
    set_profile(language="en")
    assert '<html lang="en"' in visitor.get("/", headers={"accept-language": "fr"}).content.decode()
