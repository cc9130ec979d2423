"""Uploads become files of the media library: pictures re-encoded and right-sized, documents of known kinds as they are.

A file is named by the hash of what it holds, so it never changes and the same upload twice is one row. Files are
written under a temporary name and renamed, before the transaction ends; an object waiting in `on_commit` takes them
away again when the transaction is rolled back (docs/decisions/pictures.md).
"""

from __future__ import annotations

import os
import re
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from .filekinds import kind_of, names_no_web_page
from .models import Document, Page, Picture, Redirect
from .paths import validate_path

Upload = File | BinaryIO

PICTURE_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
# A 50-megapixel phone photo is a JPEG, which is decoded at the size it is needed; others cost 4 bytes a pixel.
JPEG_PIXEL_LIMIT = 52_000_000
PIXEL_LIMIT = 25_000_000
PIECE = 256 * 1024  # bytes of a document read at once
LONGEST_SIDE = 2560
RENDITION_WIDTHS = (320, 480, 640, 960, 1280, 1920)
FEW_COLOURS = 4096  # a drawing or a screenshot, which JPEG would smudge
PICTURE_NAME = re.compile(r"([0-9a-f]{32})\.(?:jpg|png)")
SRGB = ImageCms.createProfile("sRGB")


class UploadRefused(ValidationError):
    """An upload that is not kept; the message is a sentence for the person who tried."""

    @property
    def sentence(self) -> str:
        return self.messages[0]


@dataclass(frozen=True)
class EncodedPicture:
    """A picture ready to be stored: its files by name (its own first) and its size in pixels."""

    name: str
    width: int
    height: int
    renditions: list[tuple[int, str]]
    files: dict[str, bytes]


# The ways in -------------------------------------------------------------------------------------------------------


def store_picture(file: Upload, *, title: str = "", alt: str = "") -> Picture:
    """The library's picture for this upload, stored now or earlier. Raises UploadRefused."""
    encoded = encode_picture(_read(file))
    columns = {
        "title": title[:200],
        "alt": alt[:500],
        "width": encoded.width,
        "height": encoded.height,
        "renditions": encoded.renditions,
    }
    with transaction.atomic():
        picture, is_new = Picture.objects.get_or_create(name=encoded.name, defaults=columns)
        if is_new or not path_of(picture).exists():
            write_files(encoded.files)
        if alt and not picture.alt:
            picture.alt = alt[:500]
            picture.save(update_fields=["alt"])
    return picture


def store_document(file: Upload, *, title: str, path: str | None = None) -> Document:
    """The library's document for this upload, stored now or earlier, answering at `path` too. Raises UploadRefused.

    One file has one address of its own; a further one is kept as a redirect to it.
    """
    digest, size = _measured(file)
    kind = kind_of(file, os.path.basename(str(getattr(file, "name", None) or "")))
    if kind is None:
        raise UploadRefused(
            _(
                "This kind of file is not accepted: give a PDF, slides, a text, CSV, BibTeX or JSON file,"
                " an archive, or an MP4 or WebM video."
            )
        )
    name = digest + kind.extension
    _check_path(path, name)
    with transaction.atomic():
        document, is_new = Document.objects.get_or_create(
            name=name,
            defaults={"title": title[:200], "path": path, "content_type": kind.content_type, "size": size},
        )
        if is_new or not path_of(document).exists():
            write_files({document.name: file})
        if path and document.path != path:
            _add_path(document, path)
    return document


def pictures_by_name(names: Iterable[str]) -> dict[str, Picture]:
    """Those of the names that are pictures: one query, none without names."""
    wanted = [name for name in names if PICTURE_NAME.fullmatch(name)]
    return Picture.objects.in_bulk(wanted, field_name="name") if wanted else {}


def path_of(file: Picture | Document) -> Path:
    return Path(settings.MEDIA_ROOT) / file.name


# Reading an upload -------------------------------------------------------------------------------------------------


def _read(file: Upload) -> bytes:
    """The bytes of the upload, never more than the limit and one."""
    file.seek(0)
    data = file.read(settings.READ_LIMIT + 1)
    if len(data) > settings.READ_LIMIT:
        raise _too_large(settings.READ_LIMIT)
    if not data:
        raise UploadRefused(_("The file is empty."))
    return data


def _measured(file: Upload) -> tuple[str, int]:
    """(hash, size in bytes) of the upload, read piece by piece."""
    digest, size = sha256(), 0
    for piece in _pieces(file):
        digest.update(piece)
        size += len(piece)
        if size > settings.UPLOAD_LIMIT:
            raise _too_large(settings.UPLOAD_LIMIT)
    if not size:
        raise UploadRefused(_("The file is empty."))
    return digest.hexdigest()[:32], size


def _pieces(file: Upload) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece


def _too_large(limit: int) -> UploadRefused:
    return UploadRefused(_("The file is larger than %(limit)s MB."), params={"limit": limit // (1024 * 1024)})


def encode_picture(data: bytes) -> EncodedPicture:
    """The upload upright, in sRGB, without metadata, at most LONGEST_SIDE wide and high. Raises UploadRefused."""
    try:
        still, is_photo = _still(data)
        own, extension = _encoded(still, is_photo)
        return _with_renditions(still, own, extension)
    except UploadRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(PIXEL_LIMIT) from None
    except Exception as error:  # noqa: BLE001 broken files make the decoders raise a dozen kinds
        raise UploadRefused(
            _("This is not a picture that can be read: give a JPEG, PNG, WebP, GIF or AVIF file.")
        ) from error


def _too_many_pixels(limit: int) -> UploadRefused:
    params = {"limit": limit // 1_000_000}
    return UploadRefused(_("The picture has more than %(limit)s megapixels; make it smaller first."), params=params)


def _still(data: bytes) -> tuple[Image.Image, bool]:
    """The picture (of an animation the first frame), and whether it came as a JPEG. Only the header is read first."""
    with Image.open(BytesIO(data), formats=PICTURE_FORMATS) as opened:
        is_photo = opened.format in {"JPEG", "MPO"}
        limit = JPEG_PIXEL_LIMIT if is_photo else PIXEL_LIMIT
        if opened.width * opened.height > limit:
            raise _too_many_pixels(limit)
        profile = opened.info.get("icc_profile")
        # A JPEG is decoded at half, a quarter or an eighth of its size, with something left for the filter.
        scale = 1.5 * LONGEST_SIDE / max(opened.size)
        opened.draft(None, (round(opened.width * scale), round(opened.height * scale)))
        image = _eight_bits(opened)
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        image = _in_srgb(ImageOps.exif_transpose(image), profile)
    image.info = {}
    return image, is_photo


def _eight_bits(image: Image.Image) -> Image.Image:
    """With 8 bits a channel and colours instead of a palette, as resizing needs it."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode == "I" or image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image if image.mode in {"L", "RGB", "CMYK", "YCbCr", "LAB"} else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB, RGBA or L as browsers take untagged pictures to be; a phone's wide colours would look washed out."""
    if profile and image.mode in {"RGB", "RGBA", "CMYK"}:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        try:
            converted = ImageCms.profileToProfile(image, BytesIO(profile), SRGB, outputMode=mode)
            image = converted or image
        except ImageCms.PyCMSError:
            pass  # a broken profile says nothing about the colours
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGB")


# Encoding ----------------------------------------------------------------------------------------------------------


def _encoded(image: Image.Image, is_photo: bool) -> tuple[bytes, str]:
    """Bytes and extension. What came as a JPEG stays one; drawings and transparency are PNG, all else is JPEG."""
    if not is_photo and (image.mode == "RGBA" or image.getcolors(FEW_COLOURS) is not None):
        return _saved(image, "PNG"), ".png"
    # Full chroma where the source was not a JPEG: coloured lines and letters stay sharp.
    subsampling = "4:2:0" if is_photo else "4:4:4"
    return _saved(image, "JPEG", quality=85, optimize=True, progressive=True, subsampling=subsampling), ".jpg"


def _saved(image: Image.Image, format: str, **options: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def _with_renditions(image: Image.Image, own: bytes, extension: str) -> EncodedPicture:
    """With a WebP at each width up to its own; one that is no lighter than the picture would save nothing."""
    name = _hash_name(own, extension)
    files = {name: own}
    renditions = []
    widths = {width for width in (*RENDITION_WIDTHS, image.width) if width <= min(image.width, RENDITION_WIDTHS[-1])}
    for width in sorted(widths):
        height = max(1, round(image.height * width / image.width))
        smaller = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        data = _saved(smaller, "WEBP", quality=80, method=4)
        if len(data) < len(own):
            rendition = f"{Path(name).stem}-{width}.webp"
            renditions.append((width, rendition))
            files[rendition] = data
    return EncodedPicture(name, image.width, image.height, renditions, files)


def _hash_name(data: bytes, extension: str) -> str:
    return sha256(data).hexdigest()[:32] + extension


# Documents' paths --------------------------------------------------------------------------------------------------


def _check_path(path: str | None, name: str) -> None:
    if not path:
        return
    try:
        validate_path(path)
    except ValidationError as error:
        raise UploadRefused(error.messages[0]) from error
    others = Document.objects.filter(path=path).exclude(name=name)
    if others.exists() or Page.objects.filter(path=path).exists():
        raise UploadRefused(_("Something else is at %(path)s already; choose another path."), params={"path": path})
    if not names_no_web_page(path):
        raise UploadRefused(_("A document's path must not end like a web page's: %(path)s"), params={"path": path})


def _add_path(document: Document, path: str) -> None:
    if document.path is None:
        document.path = path
        document.save(update_fields=["path"])
    else:
        Redirect.objects.get_or_create(old_path=path, defaults={"new_path": document.path})


# Files that end with their transaction -----------------------------------------------------------------------------


def write_files(files: Mapping[str, bytes | Upload]) -> None:
    """Write them to MEDIA_ROOT, to be taken away again if the transaction around this call is rolled back."""
    written = WrittenFiles()
    transaction.on_commit(written.keep)
    try:
        for name, data in files.items():
            written.write(Path(settings.MEDIA_ROOT) / name, data)
    except BaseException:
        written.remove()
        raise


class WrittenFiles:
    """Removes what it wrote when it is dropped before `keep` is called.

    Django has no hook for a rollback, but it drops the `on_commit` callbacks then, and with them this object.
    A file that was there before belongs to someone else and is never removed; nor is one that another process has
    replaced since (the same picture uploaded twice at once), which its inode tells.
    """

    def __init__(self) -> None:
        self._created: list[tuple[Path, int]] = []
        self._finalizer = weakref.finalize(self, _remove, self._created)

    def write(self, path: Path, data: bytes | Upload) -> None:
        existed = path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines([data] if isinstance(data, bytes) else _pieces(data))
                file.flush()
                os.fsync(descriptor)
            os.chmod(temporary, settings.FILE_UPLOAD_PERMISSIONS)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        if not existed:
            self._created.append((path, path.stat().st_ino))

    def keep(self) -> None:
        self._finalizer.detach()

    def remove(self) -> None:
        self._finalizer()


def _remove(created: list[tuple[Path, int]]) -> None:
    for path, inode in created:
        if path.exists() and path.stat().st_ino == inode:
            path.unlink(missing_ok=True)
