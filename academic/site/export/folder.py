"""The folder of the copy: new contents wait beside the old ones until all are there, then take their places.

What is the same is not touched, so that its date tells rsync and browsers so. A manifest says which files are ours;
others in the folder (a .git, a README) are never changed.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import tempfile
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from .options import ExportFailed

MANIFEST = ".nutshell-export.json"


def file_name(path: str, is_page: bool) -> str:
    """Where a web server looks for an address: "/news/" is news/index.html. Raises ExportFailed for what is no path."""
    name = path.lstrip("/")
    if not name or name.endswith("/"):
        name += "index.html"
    elif is_page and not PurePosixPath(name).suffix:
        name += "/index.html"
    if "\x00" in name or "\\" in name or {"", ".", ".."} & set(name.split("/")) or name == MANIFEST:
        raise ExportFailed(f"{path} cannot be the name of a file.")
    return name


class Folder:
    """As a context: what was not put in place by its end is forgotten, and the folder is as it was."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ours = self._read_manifest()
        self._names: set[str] = set()
        self._changed: set[str] = set()

    def __enter__(self) -> Self:
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self._waiting = Path(tempfile.mkdtemp(prefix=".nutshell-export-", dir=self.root))
        except OSError as error:
            raise ExportFailed(f"{self.root} cannot be written: {error.strerror}.") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._waiting, ignore_errors=True)

    def _read_manifest(self) -> set[str]:
        if self.root.exists() and not self.root.is_dir():
            raise ExportFailed(f"{self.root} is a file; give a folder.")
        try:
            return set(json.loads((self.root / MANIFEST).read_text(encoding="utf-8"))["files"])
        except (FileNotFoundError, NotADirectoryError):
            return set()
        except (OSError, ValueError, KeyError, TypeError):
            raise ExportFailed(f"{self.root / MANIFEST} cannot be read; give an empty folder.") from None

    # What the copy shall hold

    def hold(self, name: str, content: bytes | Path) -> None:
        """The bytes, or what is in a file, at `name`. Raises ExportFailed where something of somebody else's is."""
        if name in self._names:
            return
        self._names.add(name)
        place = self.root / name
        if place.exists() and name not in self._ours:
            raise ExportFailed(
                f"{place} is there already and was not made by an export. Move it away, or choose another folder."
            )
        if not _has(place, content):
            self._changed.add(name)
            self._keep(self._waiting / name, content)

    def _keep(self, place: Path, content: bytes | Path) -> None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, place)
            else:
                place.write_bytes(content)
        except OSError as error:
            name = place.relative_to(self._waiting)
            raise ExportFailed(f"{self.root / name} cannot be written: {error.strerror}.") from error

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __len__(self) -> int:
        return len(self._names)

    def content(self, name: str) -> Path:
        """A file that has what the copy shall hold at `name`."""
        return (self._waiting if name in self._changed else self.root) / name

    # Taking their places

    def put_in_place(self) -> tuple[int, int]:
        """How many files were written, and how many removed. Pages come last: what they need is there by then."""
        gone = self._ours - self._names
        self._write_manifest(self._ours | self._names)  # an interrupted run knows its files
        for name in sorted(self._changed, key=lambda name: (name.endswith(".html"), name)):
            self._place(name)
        for name in gone:
            (self.root / name).unlink(missing_ok=True)
            self._drop_empty_folders(self.root / name)
        self._write_manifest(self._names)
        return len(self._changed), len(gone)

    def _place(self, name: str) -> None:
        place = self.root / name
        for above in place.relative_to(self.root).parents:
            if str(above) in self._ours - self._names:  # a file, where a folder is needed now
                (self.root / above).unlink(missing_ok=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.replace(self._waiting / name, place)

    def _drop_empty_folders(self, place: Path) -> None:
        for folder in place.parents:
            if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                return
            folder.rmdir()

    def _write_manifest(self, names: set[str]) -> None:
        text = json.dumps({"files": sorted(names)}, indent=0, ensure_ascii=False) + "\n"
        if not _has(self.root / MANIFEST, text.encode()):
            self._keep(self._waiting / MANIFEST, text.encode())
            os.replace(self._waiting / MANIFEST, self.root / MANIFEST)


def _has(place: Path, content: bytes | Path) -> bool:
    if not place.is_file():
        return False
    if isinstance(content, Path):
        return filecmp.cmp(content, place, shallow=False)
    return place.stat().st_size == len(content) and place.read_bytes() == content
