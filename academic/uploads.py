"""The one limit of uploads, kept while a file is still arriving."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler


class LimitedUploadHandler(FileUploadHandler):
    """First of FILE_UPLOAD_HANDLERS: passes on what is allowed and one byte more, by which the form knows that it was
    too much; the rest is neither kept in memory nor written to disk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.left = settings.UPLOAD_LIMIT + 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        passed = raw_data[: self.left]
        self.left -= len(passed)
        return passed or None

    def file_complete(self, file_size: int) -> None:
        """Those after this one make the file."""
