"""Following the site's own links from address to address, and telling which lead nowhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from django.conf import settings

from .addresses import NOT_FOUND, first_addresses, is_live_only
from .asking import Answer, Asker
from .options import ExportFailed
from .rewriting import named_addresses

Progress = Callable[[int, int], None]  # how many are done, of how many known so far
PERMANENT = (301, 308)


class Crawl:
    """Iterating gives every answer worth a file; afterwards `broken` has a line for every dead link."""

    def __init__(self, asker: Asker, progress: Progress) -> None:
        self._asker = asker
        self._progress = progress
        self._waiting: deque[str] = deque()
        self._known: set[str] = set()
        self._followed: set[str] = set()
        self._named_by: dict[str, str] = {}
        self._dead: dict[str, str] = {}
        self._unanswerable: list[str] = []
        self.home = urlsplit(settings.SITE_URL)

    def __iter__(self) -> Iterator[Answer]:
        for path in first_addresses():
            self._meet(path)
        done = 0
        while self._waiting:
            path = self._waiting.popleft()
            answer = self._asker.ask(path)
            if answer.status >= 500:
                raise ExportFailed(f"{path} fails with status {answer.status}; the site's log says why.")
            if kept := self._worth_keeping(answer):
                yield kept
            done += 1
            self._progress(done, done + len(self._waiting))

    @property
    def broken(self) -> list[str]:
        dead = [f"{self._named_by[path]}: {path} {why}" for path, why in self._dead.items() if path in self._named_by]
        return sorted({*dead, *self._unanswerable})

    def _worth_keeping(self, answer: Answer) -> Answer | None:
        if answer.path == NOT_FOUND and answer.status == 404 and answer.is_page:
            self._follow(answer)
            return answer
        if answer.status == 200:
            self._follow(answer)
            return answer
        if answer.status in PERMANENT:
            self._name(answer.path, answer.headers["location"])
            return None if _adds_a_slash(answer) else answer
        self._dead[answer.path] = f"does not answer ({answer.status})"
        return None

    def _follow(self, answer: Answer) -> None:
        for address in named_addresses(answer):
            self._name(answer.path, address)

    def _name(self, page: str, address: str) -> None:
        """`page` leads to `address`: if that is ours, it is to be in the copy."""
        if address in self._followed:
            return
        try:
            parts = urlsplit(urljoin(settings.SITE_URL + page, address))
        except ValueError:
            self._unanswerable.append(f"{page}: {address} is no address")
            return
        if not self._is_ours(parts) or not parts.path:
            return
        path = unquote(parts.path)
        if parts.query:
            self._unanswerable.append(f"{page}: {address} asks a question, which takes the live site")
        elif is_live_only(path):
            self._unanswerable.append(f"{page}: {address} is on the live site only")
        else:
            self._named_by.setdefault(path, page)
            self._meet(path)
            if address.startswith("/"):  # the same from whichever page: most addresses are named by every page
                self._followed.add(address)

    def _is_ours(self, parts: SplitResult) -> bool:
        return (parts.scheme, parts.netloc) == (self.home.scheme, self.home.netloc)

    def _meet(self, path: str) -> None:
        if path not in self._known:
            self._known.add(path)
            self._waiting.append(path)


def _adds_a_slash(answer: Answer) -> bool:
    """Every web server does that by itself where there is a folder."""
    return unquote(answer.headers["location"]) == f"{answer.path}/"
