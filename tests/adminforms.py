"""Forms of the admin as a browser would send them: read from the page, changed, posted."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client


class FormReader(HTMLParser):
    """The values of the page's main form (the one with inputs besides the logout button)."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self.inside = False
        self.select = self.textarea = ""
        self.errors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id", "").endswith("_form")
        if not self.inside:
            return
        name = given.get("name", "")
        if tag == "input":
            self._input(name, given)
        elif tag == "select":
            self.select = name
            self.data[name] = [] if "multiple" in given else ""
        elif tag == "option" and self.select and "selected" in given:
            self._add(self.select, given.get("value", ""))
        elif tag == "textarea":
            self.textarea = name
            self.data[name] = ""

    def _input(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"submit", "file", "button"} or not name:
            return
        if kind in {"checkbox", "radio"}:
            if "checked" in given:
                self._add(name, given.get("value", "on"))
            return
        self.data[name] = given.get("value", "")

    def _add(self, name: str, value: str) -> None:
        if isinstance(self.data.get(name), list):
            self.data[name].append(value)
        else:
            self.data[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.textarea = ""

    def handle_data(self, text: str) -> None:
        if self.textarea:
            self.data[self.textarea] += text


def read_form(client: Client, url: str) -> dict[str, Any]:
    """What a browser would post from the form at `url`, were nothing changed; template rows of inlines left out."""
    response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    reader = FormReader()
    reader.feed(response.content.decode())
    data = {name: value for name, value in reader.data.items() if "__prefix__" not in name}
    return {name: value.removeprefix("\n") if isinstance(value, str) else value for name, value in data.items()}


def save(client: Client, url: str, changes: dict[str, Any]) -> HttpResponse:
    """Post the form at `url` with changes, and expect it to be saved."""
    response = submit(client, url, changes)
    assert response.status_code == 302, errors_in(response)
    return response


def submit(client: Client, url: str, changes: dict[str, Any]) -> HttpResponse:
    return client.post(url, {**read_form(client, url), **changes})  # type: ignore[return-value]


def errors_in(response: HttpResponse) -> list[str]:
    """Every error sentence of the page."""
    forms = [response.context["adminform"].form] if response.context else []  # type: ignore[attr-defined]
    found: list[str] = []
    for inline in response.context["inline_admin_formsets"] if forms else []:  # type: ignore[attr-defined]
        forms += inline.formset.forms
        found += inline.formset.non_form_errors()
    for form in forms:
        found += [f"{field}: {text}" for field, texts in form.errors.items() for text in texts]
    return found
