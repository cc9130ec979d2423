"""Whether a path on this site leads a visitor somewhere: the routes of urls.py, and the rows they ask for.

One query for each kind of thing that has addresses, however many links are looked at afterwards.
"""

from __future__ import annotations

from urllib.parse import unquote

from django.conf import settings
from django.urls import Resolver404, resolve

from academic.models import Document, Page, Picture, Redirect
from news.models import NewsItem
from publications.models import Publication


class Addresses:
    """All that visitors can open now."""

    def __init__(self) -> None:
        documents = list(Document.objects.values_list("name", "path"))
        self.alts: dict[str, str] = {}
        self.files = {name for name, _path in documents}
        for name, alt, renditions in Picture.objects.values_list("name", "alt", "renditions"):
            self.alts[name] = alt
            self.files |= {name, *(file for _width, file in renditions)}
        self.paths = {
            *Page.objects.published().values_list("path", flat=True),
            *Redirect.objects.values_list("old_path", flat=True),
            *(path for _name, path in documents if path),
        }
        self.slugs = {
            "news": set(NewsItem.objects.published().values_list("slug", flat=True)),
            "publications": set(Publication.objects.published().values_list("slug", flat=True)),
        }

        self.answers: dict[str, bool] = {}

    def leads_somewhere(self, path: str) -> bool:
        if path not in self.answers:
            here = unquote(path)
            self.answers[path] = self._answers(here) or (not here.endswith("/") and self._answers(f"{here}/"))
        return self.answers[path]

    def _answers(self, path: str) -> bool:
        if path.startswith(settings.MEDIA_URL):
            return path.removeprefix(settings.MEDIA_URL) in self.files
        try:
            match = resolve(path)
        except Resolver404:
            return False
        if match.view_name == "page":
            return path in self.paths
        slugs = self.slugs.get(match.namespace)
        slug = match.kwargs.get("slug")
        return slugs is None or slug is None or slug in slugs
