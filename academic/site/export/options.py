"""What an export is asked for, what it reports, and how it fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings


class ExportFailed(Exception):
    """Nothing was changed; the lines say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Options:
    """`base_url` is where the copy will be found, without the last slash: another host, or a folder of one."""

    base_url: str = ""
    cname: str = ""
    nojekyll: bool = False
    allow_broken: bool = False

    @property
    def base(self) -> str:
        return self.base_url or (f"https://{self.cname}" if self.cname else settings.SITE_URL)

    @property
    def prefix(self) -> str:
        """The path before every path of the site: "" or "/~ada"."""
        return urlsplit(self.base).path

    @property
    def extras(self) -> dict[str, bytes]:
        """Files that GitHub Pages reads: the domain, and that underscores and dots are not its own generator's."""
        cname = {"CNAME": f"{self.cname}\n".encode()} if self.cname else {}
        return cname | ({".nojekyll": b""} if self.nojekyll or self.cname else {})


def base_url(text: str) -> str:
    """`text` as a base_url. Raises ExportFailed unless it is an http or https address without a query."""
    try:
        parts = urlsplit(text)
        is_address = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or parts.query or parts.fragment or set(text) & set(" \"'<>\\"):
        raise ExportFailed(f"{text!r} is no web address; write it like https://www.example.edu/~ada")
    return text.rstrip("/")


@dataclass
class Report:
    """What a run did, in numbers of files; `broken` has a line for every dead link."""

    files: int = 0
    written: int = 0
    removed: int = 0
    broken: list[str] = field(default_factory=list)

    @property
    def unchanged(self) -> int:
        return self.files - self.written
