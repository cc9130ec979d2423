"""Typed settings from the environment; a wrong value is remembered for a system check instead of crashing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from dotenv import load_dotenv

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


@dataclass(frozen=True)
class Problem:
    """A wrong setting: the check id it is reported under, what is wrong, and how to mend it."""

    id: str
    message: str
    hint: str


@dataclass
class Environment:
    """Reads typed values from `os.environ`, after `.env` in `base` (which never overrides what is already set)."""

    base: Path
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.boolean("NO_DOTENV", False):
            load_dotenv(self.base / ".env")

    def text(self, name: str, default: str = "") -> str:
        return os.environ.get(name, default).strip()

    def boolean(self, name: str, default: bool) -> bool:
        value = self.text(name, str(default)).lower()
        if value not in TRUE | FALSE:
            self._wrong("academic.E003", f"{name} is {value!r}, which is neither true nor false.", f"Set {name}=true.")
            return default
        return value in TRUE

    def number(self, name: str, default: int, *, most: int) -> int:
        value = self.text(name) or str(default)
        if value.isascii() and value.isdigit() and 0 < int(value) <= most:
            return int(value)
        hint = f"Set {name}={default}."
        self._wrong("academic.E013", f"{name} is {value!r}; it must be a number from 1 to {most}.", hint)
        return default

    def choice(self, name: str, offered: Sequence[str]) -> str:
        """One of the offered words; the first is the default."""
        value = self.text(name).lower() or offered[0]
        if value in offered:
            return value
        self._wrong("academic.E014", f"{name} is {value!r}; it is one of {', '.join(offered)}.", "Leave it out.")
        return offered[0]

    def words(self, name: str) -> list[str]:
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def path(self, name: str, default: Path) -> Path:
        value = self.text(name)
        return (self.base / value).resolve() if value else default

    def secret(self, name: str) -> str:
        """The value of `name`, or the content of the file that `name`_FILE points to (systemd and Docker secrets)."""
        if not (file := self.text(f"{name}_FILE")):
            return self.text(name)
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            self._wrong("academic.E002", f"{name}_FILE cannot be read: {error}.", f"Point {name}_FILE at a file.")
            return ""

    def site_url(self, name: str, default: str) -> str:
        """An absolute http or https address without a path, and without the last slash."""
        value = self.text(name) or default
        try:
            parts = urlsplit(value)
            port_is_valid = parts.port is None or parts.port > 0
        except ValueError:
            parts, port_is_valid = urlsplit(""), False
        if parts.scheme not in {"http", "https"} or not parts.hostname or not port_is_valid:
            hint = "Write it like SITE_URL=https://jane.example.org"
            self._wrong("academic.E004", f"{name} is {value!r}, which is not a web address.", hint)
            return default
        if parts.path.strip("/") or parts.query or parts.fragment:
            hint = f"Leave out everything after the host: {parts.scheme}://{parts.netloc}"
            self._wrong("academic.E005", f"{name} is {value!r}; the site lives at the root of its host.", hint)
        return f"{parts.scheme}://{parts.netloc}"

    def database_url(self, name: str, default: str) -> str:
        """A URL that dj-database-url understands, of SQLite or PostgreSQL; for SQLite, in a folder that exists."""
        value = self.text(name) or default
        hint = "Write it like postgres://user:password@host/name or sqlite:////srv/site/db.sqlite3"
        try:
            parsed = dj_database_url.parse(value)
        except (ValueError, KeyError, dj_database_url.UnknownSchemeError, dj_database_url.ParseError):
            parsed = {}
        engine = str(parsed.get("ENGINE", ""))
        if not engine.endswith(("sqlite3", "postgresql")):
            self._wrong("academic.E008", f"{name} names no SQLite or PostgreSQL database.", hint)
            return default
        if engine.endswith("sqlite3") and not (folder := Path(str(parsed["NAME"])).parent).is_dir():
            self._wrong("academic.E008", f"{name} is in {folder}, which is no folder.", f"Make it: mkdir -p {folder}")
            return default
        return value

    def _wrong(self, id: str, message: str, hint: str) -> None:
        self.problems.append(Problem(id, message, hint))
