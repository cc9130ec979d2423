"""The CV as PDF: made when its data changed, by a process of its own, one at a time, and kept in a file."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.utils import translation

from academic.models import Profile

from .content import gather
from .document import document

logger = logging.getLogger(__name__)

TIME_LIMIT = 30  # seconds; a CV of 200 papers takes a fraction of one
KEPT = 4  # files: one for each language somebody just tried, and the one before
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_SOURCES = ("cv.typ", "typesetter.py")


class TypesettingFailed(Exception):
    """The PDF could not be made; the message says why, for the log and the command line."""


@dataclass(frozen=True)
class CVFile:
    pdf: bytes
    digest: str  # of what it was made from
    missing: list[str]  # pieces of text that no font of this machine can show


def cv_pdf(profile: Profile, *, system_fonts: bool = True) -> CVFile:
    """The CV in the profile's language. Raises TypesettingFailed."""
    with translation.override(profile.language):
        data = document(gather(profile))
    return kept_or_made({"cv": data, "system_fonts": system_fonts})


def kept_or_made(request: dict[str, Any]) -> CVFile:
    text = json.dumps(request, sort_keys=True)
    digest = sha256("\0".join([text, _surroundings(), _fonts()]).encode("utf-8", "surrogatepass")).hexdigest()
    folder = Path(settings.CV_FOLDER)
    if found := _kept(folder, digest):
        return found
    with _one_at_a_time(folder):
        return _kept(folder, digest) or _keep(folder, _made(text, digest))


def _made(text: str, digest: str) -> CVFile:
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
    try:
        done = subprocess.run(  # noqa: S603 our own program, on our own interpreter
            [sys.executable, "-m", f"{__package__}.typesetter"],
            input=text.encode(),
            capture_output=True,
            cwd=settings.BASE_DIR,
            env=environment,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TypesettingFailed(f"The CV was not typeset within {TIME_LIMIT} seconds.") from None
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise TypesettingFailed(f"The CV could not be typeset: {''.join(last) or done.returncode}")
    head, _, pdf = done.stdout.partition(b"\n")
    missing = json.loads(head)["missing"]
    if missing:
        logger.warning("%s", about_missing(missing))
    return CVFile(pdf, digest, missing)


def about_missing(missing: list[str]) -> str:
    return (
        f"The CV leaves out what no font of this machine can show: {' '.join(missing)}. "
        "Install a font for it (on Debian: fonts-noto-core, fonts-noto-cjk)."
    )


@cache
def _surroundings() -> str:
    """What else decides how the PDF looks: the template and typst."""
    folder = Path(__file__).parent
    return "\0".join([version("typst"), *((folder / name).read_text(encoding="utf-8") for name in _SOURCES)])


def _fonts() -> str:
    """Changes when a font is installed, by the times of the folders they come into."""
    folders = [Path(name).expanduser() for name in _FONT_FOLDERS]
    times = (folder.stat().st_mtime_ns for top in folders if top.is_dir() for folder in [top, *_folders_in(top)])
    return repr(sorted(times))


def _folders_in(top: Path) -> list[Path]:
    return [path for path in top.glob("*/*") if path.is_dir()] + [path for path in top.glob("*") if path.is_dir()]


# Kept files: the name is the digest; beside the PDF stands what was missing ---------------------------------------


def _kept(folder: Path, digest: str) -> CVFile | None:
    path = folder / digest
    try:
        head, _, pdf = path.read_bytes().partition(b"\n")
        return CVFile(pdf, digest, json.loads(head)["missing"])
    except (OSError, ValueError):
        return None


def _keep(folder: Path, made: CVFile) -> CVFile:
    """Whole or not at all: a reader never meets half a file. A folder that cannot be written costs speed only."""
    try:
        with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
            file.write(json.dumps({"missing": made.missing}).encode() + b"\n" + made.pdf)
        os.replace(file.name, folder / made.digest)
        _forget_old_ones(folder)
    except OSError as error:
        logger.warning("The CV's PDF cannot be kept in %s (%s); it is made for every visitor.", folder, error.strerror)
    return made


def _forget_old_ones(folder: Path) -> None:
    by_age = sorted((path for path in folder.iterdir() if path.name != "lock"), key=lambda path: path.stat().st_mtime)
    for path in by_age[:-KEPT]:
        path.unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Across threads and processes: who comes second finds the file the first one made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
    except OSError:
        yield
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
