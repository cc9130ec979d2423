"""One run: every answer of the site becomes a file, and all files take their places at once."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string
from django.utils import translation

from academic.shared import sharing
from academic.site import cards

from .asking import Answer, Asker
from .crawling import Crawl, Progress
from .folder import Folder, file_name
from .options import ExportFailed, Options, Report
from .rewriting import rewritten


def export_site(root: Path, options: Options, progress: Progress = lambda done, known: None) -> Report:
    """Make `root` hold the public site as it is now. Raises ExportFailed, and then `root` is as it was."""
    _check_static_files()
    if settings.SHARE_CARDS:
        cards.refresh()  # pages name those that are drawn
    with translation.override(translation.get_language()), Folder(root) as folder, sharing() as shared:
        crawl = Crawl(Asker(shared), progress)
        moved = [answer for answer in crawl if not _hold(folder, answer, options)]
        unmovable = [line for answer in moved if (line := _hold_moved(folder, answer, options))]
        for name, content in options.extras.items():
            folder.hold(name, content)
        report = Report(broken=crawl.broken + unmovable)
        if report.broken and not options.allow_broken:
            raise ExportFailed("These links lead nowhere; nothing was changed:", *report.broken)
        report.written, report.removed = folder.put_in_place()
        report.files = len(folder)
    return report


def _check_static_files() -> None:
    try:
        staticfiles_storage.url("css/site.css")
    except ValueError:
        raise ExportFailed("Static files are missing; first run: manage.py collectstatic --noinput") from None


def _hold(folder: Folder, answer: Answer, options: Options) -> bool:
    """Whether it was something; an address that has moved has to wait until its new place is known."""
    if "location" in answer.headers:
        return False
    name = file_name(answer.path, answer.is_page)
    folder.hold(name, answer.source or rewritten(answer, options))
    return True


def _hold_moved(folder: Folder, answer: Answer, options: Options) -> str:
    """A page that leads on. What is no page (a PDF that was renamed) is there twice instead; else a line says why."""
    target = answer.headers["location"]
    suffix = PurePosixPath(answer.path).suffix.lower()
    if suffix in {"", ".html", ".htm", ".php"} or answer.path.endswith("/"):
        there = options.base + target if target.startswith("/") else target
        page = render_to_string("moved.html", {"there": there})
        moved = Answer(answer.path, 200, {"content-type": "text/html", **_policies(answer)}, page.encode())
        folder.hold(file_name(answer.path, is_page=True), rewritten(moved, options))
        return ""
    original = file_name(unquote(urlsplit(target).path), is_page=False)
    if target.startswith(("http:", "https:")) or original not in folder:
        return f"{answer.path}: has moved to {target}, which files cannot say"
    folder.hold(file_name(answer.path, is_page=False), folder.content(original))
    return ""


def _policies(answer: Answer) -> dict[str, str]:
    return {
        name: answer.headers[name] for name in ("content-security-policy", "referrer-policy") if name in answer.headers
    }
