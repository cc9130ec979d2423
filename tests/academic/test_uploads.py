"""The one limit of uploads: large documents stream, larger ones are refused while they arrive, nothing stays behind."""

from __future__ import annotations

import tempfile
import tracemalloc
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import Client

from academic.images import UploadRefused, path_of, store_document, store_picture
from academic.models import Document
from tests.adminforms import errors_in, read_form
from tests.everything import admin_url
from tests.factories import DRAFT, make_news, make_page, make_publication

from .uploads import PDF, gradient, picture, upload

MEGABYTE = 1024 * 1024


def add(client: Client, data: bytes) -> Any:
    url = admin_url(Document, "add")
    file = SimpleUploadedFile("slides.pdf", data, "application/pdf")
    return client.post(url, {**read_form(client, url), "title": "S", "file": file})


def test_forty_megabytes_are_stored(owner: Client) -> None:
    data = PDF + bytes(40 * MEGABYTE)
    assert add(owner, data).status_code == 302
    document = Document.objects.get()
    assert document.size == len(data) and path_of(document).read_bytes() == data


def test_a_large_document_is_never_whole_in_memory(db: None) -> None:
    with TemporaryUploadedFile("slides.pdf", "application/pdf", 40 * MEGABYTE, None) as file:
        file.write(PDF)
        for _ in range(40):
            file.write(bytes(MEGABYTE))
        file.size = file.tell()
        tracemalloc.start()
        store_document(file, title="Slides")
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 8 * MEGABYTE


def test_the_sentence_names_the_limit_and_nothing_stays(owner: Client, settings: LazySettings, tmp_path: Path) -> None:
    settings.UPLOAD_LIMIT = 3 * MEGABYTE
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "arriving")
    Path(settings.FILE_UPLOAD_TEMP_DIR).mkdir()
    refused = add(owner, PDF + bytes(3 * MEGABYTE))
    assert errors_in(refused) == ["file: The file is larger than 3 MB."]
    assert Document.objects.count() == 0 and list(Path(settings.MEDIA_ROOT).iterdir()) == []
    assert add(owner, PDF + bytes(3 * MEGABYTE - len(PDF))).status_code == 302


def test_what_is_too_much_is_not_written_to_disk(
    owner: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.UPLOAD_LIMIT = 3 * MEGABYTE
    written: list[int] = []

    class Counting(TemporaryUploadedFile):
        def close(self) -> None:
            written.append(Path(self.temporary_file_path()).stat().st_size)
            super().close()

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", Counting)
    add(owner, PDF + bytes(30 * MEGABYTE))
    assert written == [3 * MEGABYTE + 1]


def test_a_picture_has_a_limit_of_its_own(db: None, settings: LazySettings) -> None:
    with pytest.raises(UploadRefused, match="The file is larger than 20 MB."):
        store_picture(upload(picture(gradient(64, 48), "PNG") + bytes(21 * MEGABYTE), "big.png"))


def test_any_file_of_python_is_a_document(db: None) -> None:
    assert store_document(BytesIO(PDF), title="Slides").content_type == "application/pdf"
    with tempfile.TemporaryFile() as file:
        file.write(PDF + b"x")
        assert store_document(file, title="Slides").size == len(PDF) + 1


# Files that are only named in texts


def test_a_file_that_only_drafts_name_is_hidden_with_them(visitor: Client, owner: Client) -> None:
    document = store_document(BytesIO(PDF + b"1"), title="Slides", path="/talks/slides.pdf")
    addresses = ["/talks/slides.pdf", f"/media/{document.name}"]
    assert [visitor.get(url).status_code for url in addresses] == [200, 200]
    page = make_page(body="[Slides](/talks/slides.pdf)", visibility=DRAFT)
    assert [visitor.get(url).status_code for url in addresses] == [404, 404]
    page.body = f"[Slides](/media/{document.name})"
    page.save()
    assert [visitor.get(url).status_code for url in addresses] == [404, 404]
    assert [owner.get(url).status_code for url in addresses] == [200, 200]
    make_news(body=f"[Slides](/media/{document.name})")
    assert [visitor.get(url).status_code for url in addresses] == [200, 200]


def test_a_file_of_a_draft_is_shown_where_a_public_text_names_it(visitor: Client, db: None) -> None:
    document = store_document(BytesIO(PDF + b"2"), title="Slides")
    make_publication(pdf=document, visibility=DRAFT)
    assert visitor.get(f"/media/{document.name}").status_code == 404
    make_page(body=f"[Slides](/media/{document.name})")
    assert visitor.get(f"/media/{document.name}").status_code == 200
