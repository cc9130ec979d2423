"""Files for tests of uploads, made when they are needed."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + bytes(64)


def upload(data: bytes, name: str = "file", content_type: str = "image/png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type=content_type)


def gradient(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Every pixel different, as in a photo."""
    bands = [
        Image.linear_gradient("L").resize((width, height)),
        Image.radial_gradient("L").resize((width, height)),
        Image.linear_gradient("L").rotate(90).resize((width, height)),
    ]
    return Image.merge("RGB", bands).convert(mode)


def picture(image: Image.Image | None = None, format: str = "JPEG", **options: Any) -> bytes:
    buffer = BytesIO()
    (image or gradient()).save(buffer, format, **options)
    return buffer.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A black one-bit PNG of any size, without ever holding its pixels."""
    compressor = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    packed = b"".join(compressor.compress(row * 100) for _ in range(height // 100)) + compressor.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def gif_of(frames: int) -> bytes:
    one = picture(Image.new("P", (200, 200), 1), "GIF")
    start = one.index(b"\x2c\0\0\0\0")
    return one[:start] + one[start:-1] * frames + b"\x3b"


def zip_of(**entries: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()
