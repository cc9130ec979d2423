"""The media library's files over HTTP: only what a row names, with headers that keep them from running anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, parse_http_date_safe
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from . import cards
from .filekinds import CONTENT_TYPES_SHOWN
from .images import PICTURE_NAME, path_of
from .models import Document, Picture
from .models.files import is_public

RENDITION_NAME = re.compile(r"([0-9a-f]{32})-[0-9]{1,4}\.webp")
DOCUMENT_NAME = re.compile(r"[0-9a-f]{32}\.[a-z0-9]{2,5}")
PICTURE_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
ONE_RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)")
POLICY = "default-src 'none'; sandbox"
# A sandboxed document has no origin of its own, so a video opened by itself would not load itself (tried in Chromium).
VIDEO_POLICY = "default-src 'none'; media-src 'self'"
CHUNK = 64 * 1024  # bytes
ACCEL = "X-Accel-Redirect"  # names a file to nginx


@require_safe
def serve(request: HttpRequest, name: str) -> HttpResponseBase:
    """/media/<name>: a picture, one of its renditions, or a document; 404 for all else, and for a draft's files."""
    if cards.NAME.fullmatch(name):
        return _serve_card(request, name)
    if picture := _picture(name):
        return _serve_picture(request, picture, name)
    document = Document.objects.filter(name=name).first() if DOCUMENT_NAME.fullmatch(name) else None
    if document is None:
        raise Http404
    return serve_document(request, document)


@require_safe
def serve_document(request: HttpRequest, document: Document) -> HttpResponseBase:
    """The document, at whatever address; it may be replaced there, so browsers ask each time whether it changed."""
    public = _may_be_seen(request, document, "academic.view_document")
    is_shown = document.content_type in CONTENT_TYPES_SHOWN
    headers = {
        "Content-Type": document.content_type,
        "Content-Disposition": content_disposition_header(not is_shown, _file_name(document)) or "attachment",
        "Content-Security-Policy": VIDEO_POLICY if document.content_type.startswith("video/") else POLICY,
        "Cache-Control": "no-cache" if public else "no-store, private",
    }
    return _answer(request, path_of(document), headers, document.created)


def _picture(name: str) -> Picture | None:
    if PICTURE_NAME.fullmatch(name):
        return Picture.objects.filter(name=name).first()
    if not (rendition := RENDITION_NAME.fullmatch(name)):
        return None
    originals = Picture.objects.filter(name__in=[f"{rendition[1]}.jpg", f"{rendition[1]}.png"])
    return next((picture for picture in originals if name in {file for _, file in picture.renditions}), None)


def _serve_picture(request: HttpRequest, picture: Picture, name: str) -> HttpResponseBase:
    public = _may_be_seen(request, picture, "academic.view_picture")
    headers = {
        "Content-Type": PICTURE_TYPES[Path(name).suffix],
        "Content-Disposition": "inline",
        "Content-Security-Policy": POLICY,
        "Cache-Control": "public, max-age=31536000, immutable" if public else "no-store, private",
    }
    return _answer(request, path_of(picture).with_name(name), headers, picture.created)


def _serve_card(request: HttpRequest, name: str) -> HttpResponseBase:
    """A share card, as visible as the item it is drawn for."""
    path = cards.path_of(name)
    if not cards.owner_is_visible(name) or not path.is_file():
        raise Http404
    headers = {
        "Content-Type": "image/png",
        "Content-Disposition": "inline",
        "Content-Security-Policy": POLICY,
        "Cache-Control": "public, max-age=86400",
    }
    return _answer(request, path, headers, datetime.fromtimestamp(path.stat().st_mtime, UTC))


def _may_be_seen(request: HttpRequest, file: Picture | Document, permission: str) -> bool:
    """True for visitors' files, False for what only this editor may see; else 404."""
    if is_public(file):
        return True
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        user = request.user
        if user.is_authenticated and user.is_staff and user.has_perm(permission):
            return False
    raise Http404


def _file_name(document: Document) -> str:
    """What a download is called: as its own path ends, or as its title says."""
    if document.path:
        return Path(document.path).name
    return (slugify(document.title) or "document") + Path(document.name).suffix


# HTTP --------------------------------------------------------------------------------------------------------------


def _answer(request: HttpRequest, path: Path, headers: dict[str, str], modified: datetime) -> HttpResponseBase:
    """200, 206, 304 or 416 with the file's bytes; the name is a hash of them, so it is the ETag.

    Behind nginx (MEDIA_ACCEL_PREFIX) only who may see it is decided here; nginx sends it, and answers conditions and
    ranges.
    """
    try:
        size = path.stat().st_size
    except OSError:
        raise Http404 from None
    headers = headers | {"X-Content-Type-Options": "nosniff"}
    if settings.MEDIA_ACCEL_PREFIX:
        return HttpResponse(headers=headers | {ACCEL: settings.MEDIA_ACCEL_PREFIX + path.name})
    etag, timestamp = f'"{path.name}"', int(modified.timestamp())
    headers = headers | {
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": http_date(timestamp),
    }
    unchanged = get_conditional_response(request, etag, timestamp, HttpResponse(headers=headers))
    if unchanged is not None and unchanged.status_code != 200:
        unchanged["Content-Security-Policy"] = headers["Content-Security-Policy"]  # browsers update what they keep
        return unchanged
    asked = _asked_range(request, size, etag, timestamp)
    if asked is None:
        return _body(request, path, 0, size, 200, headers)
    start, end = asked
    if start >= end:
        return HttpResponse(status=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    return _body(request, path, start, end, 206, headers | {"Content-Range": f"bytes {start}-{end - 1}/{size}"})


def _body(
    request: HttpRequest, path: Path, start: int, end: int, status: int, headers: dict[str, str]
) -> HttpResponseBase:
    headers = headers | {"Content-Length": str(end - start)}
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    return StreamingHttpResponse(_chunks(path, start, end), status=status, headers=headers)


def _chunks(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while (left := end - file.tell()) > 0 and (chunk := file.read(min(CHUNK, left))):
            yield chunk


def _asked_range(request: HttpRequest, size: int, etag: str, timestamp: int) -> tuple[int, int] | None:
    """(start, end) as the Range header asks, empty when it cannot be met; None for the whole file.

    Several ranges, or a unit other than bytes, may be answered with everything (RFC 9110, section 14.2).
    """
    match = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if not match or not any(match.groups()) or not _range_is_fresh(request, etag, timestamp):
        return None
    first, last = match.groups()
    if len(first) > 18 or len(last) > 18:
        return size, size
    if not first:
        return max(0, size - int(last)), size
    if last and int(last) < int(first):
        return None
    return int(first), min(size, int(last) + 1 if last else size)


def _range_is_fresh(request: HttpRequest, etag: str, timestamp: int) -> bool:
    condition = request.headers.get("If-Range", "")
    return condition in {"", etag} or parse_http_date_safe(condition) == timestamp
