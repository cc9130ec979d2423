"""The library's files over HTTP."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils.http import http_date

from academic.images import path_of, store_document, store_picture
from academic.models import Document, Link, Picture
from tests.academic.uploads import PDF, picture, upload, zip_of
from tests.factories import DRAFT, make_page

MP4 = b"\0\0\0\x18ftypmp42" + bytes(50)
SANDBOX = "default-src 'none'; sandbox"


def make_picture() -> Picture:
    return store_picture(upload(picture()), alt="A cat")


def make_document(data: bytes = PDF, name: str = "x", **columns: str) -> Document:
    return store_document(upload(data, name), **{"title": "My Talk", **columns})


def body(response: Any) -> bytes:
    return b"".join(response) if response.streaming else response.content


# What is served, and how ---------------------------------------------------------------------------------------------


def test_a_picture_and_its_renditions(visitor: Client, db: None) -> None:
    row = make_picture()
    for name, content_type in ((row.name, "image/jpeg"), (row.renditions[0][1], "image/webp")):
        response = visitor.get(f"/media/{name}")
        assert response.status_code == 200
        assert body(response) == path_of(row).with_name(name).read_bytes()
        assert response["Content-Type"] == content_type
        assert response["Content-Disposition"] == "inline"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == SANDBOX
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in response
        assert "Cookie" not in response.get("Vary", "")


def test_a_pdf(visitor: Client, db: None) -> None:
    row = make_document()
    response = visitor.get(f"/media/{row.name}")
    assert body(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="my-talk.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == SANDBOX
    assert response["Cache-Control"] == "no-cache"
    assert response["Content-Length"] == str(len(PDF))


@pytest.mark.parametrize(
    ("data", "name"), [(b"text", "x.txt"), (b"a,b", "x.csv"), (b"{}", "x.json"), (zip_of(a=b"x"), "x.zip")]
)
def test_anything_else_is_a_download(visitor: Client, db: None, data: bytes, name: str) -> None:
    response = visitor.get(f"/media/{make_document(data, name).name}")
    assert response["Content-Disposition"] == f'attachment; filename="my-talk.{name[2:]}"'
    assert body(response) == data


def test_a_video_may_load_itself_and_nothing_else(visitor: Client, db: None) -> None:
    response = visitor.get(f"/media/{make_document(MP4, 'x.mp4').name}")
    assert body(response) == MP4
    assert response["Content-Type"] == "video/mp4"
    assert response["Content-Disposition"] == 'inline; filename="my-talk.mp4"'
    assert response["Content-Security-Policy"] == "default-src 'none'; media-src 'self'"


def test_a_document_at_its_declared_path(visitor: Client, db: None) -> None:
    make_document(path="/publications/2018/talk.pdf")
    response = visitor.get("/publications/2018/talk.pdf")
    assert body(response) == PDF
    assert response["Content-Disposition"] == 'inline; filename="talk.pdf"'


def test_a_title_cannot_break_the_header(visitor: Client, db: None) -> None:
    row = make_document(title='"\r\nSet-Cookie: x=1; filename="évil.html')
    response = visitor.get(f"/media/{row.name}")
    assert response["Content-Disposition"] == 'inline; filename="set-cookie-x1-filenameevilhtml.pdf"'


# What is not ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../settings.py",
        "..%2fsettings.py",
        "%2e%2e/%2e%2e/etc/passwd",
        "%252e%252e%252fsettings.py",
        "..%5c..%5cetc%5cpasswd",
        "....//settings.py",
        "%c0%ae%c0%ae/etc/passwd",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "x.png%00.jpg",
        "",
        ".",
        "secret.txt",
        ".0123.part",
        quote("é" * 500),
    ],
)
def test_anything_else_is_missing(visitor: Client, db: None, name: str, settings: object) -> None:
    row = make_picture()
    path_of(row).with_name("secret.txt").write_text("secret")
    path_of(row).with_name(".0123.part").write_text("half")
    assert visitor.get(f"/media/{name}").status_code == 404


def test_names_are_exact(visitor: Client, db: None) -> None:
    row = make_picture()
    stem = row.name.partition(".")[0]
    for name in (f"{stem}.png", f"{stem}-9999.webp", f"{stem}-321.webp", f"{stem.upper()}.jpg", f"{row.name}/", stem):
        path_of(row).with_name(name.strip("/")).write_bytes(b"planted")
        assert visitor.get(f"/media/{name}").status_code == 404, name


def test_a_lost_file_is_missing(visitor: Client, db: None) -> None:
    row = make_document()
    path_of(row).unlink()
    assert visitor.get(f"/media/{row.name}").status_code == 404


def test_only_reading(visitor: Client, db: None) -> None:
    assert visitor.post(f"/media/{make_document().name}").status_code == 405


# Drafts --------------------------------------------------------------------------------------------------------------


def test_a_drafts_files_are_as_hidden_as_its_page(visitor: Client, assistant: Client, owner: Client) -> None:
    shown, document = make_picture(), make_document(path="/a/talk.pdf")
    page = make_page(visibility=DRAFT, header=shown)
    Link.objects.create(owner=page, document=document)
    urls = [f"/media/{shown.name}", f"/media/{shown.renditions[0][1]}", f"/media/{document.name}", "/a/talk.pdf"]
    for url in urls:
        assert visitor.get(url).status_code == 404
        assert assistant.get(url).status_code == 404
        response = owner.get(url)
        assert response.status_code == 200
        assert response["Cache-Control"] == "no-store, private"
        assert body(response)
    page.visibility = "public"
    page.save()
    assert [visitor.get(url).status_code for url in urls] == [200] * 4


def test_the_permission_to_view_is_enough(db: None) -> None:
    user = User.objects.create_user("helper", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_picture"))
    client = Client()
    client.force_login(user)
    row = make_picture()
    make_page(visibility=DRAFT, header=row)
    assert client.get(f"/media/{row.name}").status_code == 200


# Conditions and ranges -----------------------------------------------------------------------------------------------


def test_an_unchanged_file_is_not_sent_again(visitor: Client, db: None) -> None:
    url = f"/media/{make_document().name}"
    first = visitor.get(url)
    body(first)
    for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = visitor.get(url, headers=headers)
        assert again.status_code == 304
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == "no-cache"
        assert body(again) == b""
    assert body(visitor.get(url, headers={"If-None-Match": '"other"'})) == PDF


def test_head(visitor: Client, db: None) -> None:
    response = visitor.head(f"/media/{make_document().name}")
    assert (response.status_code, response["Content-Length"], response.content) == (200, str(len(PDF)), b"")


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-9", 0, 10), ("bytes=10-", 10, None), ("bytes=-7", -7, None), ("bytes=5-999999", 5, None), ("bytes=-9999", 0, None)],  # noqa: E501
)  # fmt: skip
def test_a_range(visitor: Client, db: None, asked: str, start: int, end: int | None) -> None:
    response = visitor.get(f"/media/{make_document().name}", headers={"Range": asked})
    part = PDF[start:end]
    first = start % len(PDF)
    assert response.status_code == 206
    assert body(response) == part
    assert response["Content-Length"] == str(len(part))
    assert response["Content-Range"] == f"bytes {first}-{first + len(part) - 1}/{len(PDF)}"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Security-Policy"] == SANDBOX


@pytest.mark.parametrize("asked", ["bytes=99999-", "bytes=-0", f"bytes={'9' * 5000}-"])
def test_a_range_beyond_the_end(visitor: Client, db: None, asked: str) -> None:
    response = visitor.get(f"/media/{make_document().name}", headers={"Range": asked})
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(PDF)}"


@pytest.mark.parametrize("asked", ["bytes=0-1,3-4", "bytes=9-2", "lines=0-1", "bytes=-", "bytes=a-b", "bytes=٣-"])
def test_other_ranges_get_everything(visitor: Client, db: None, asked: str) -> None:
    response = visitor.get(f"/media/{make_document().name}", headers={"Range": asked})
    assert (response.status_code, body(response)) == (200, PDF)


def test_a_range_of_a_file_that_has_changed_gets_everything(visitor: Client, db: None) -> None:
    row = make_document()
    url = f"/media/{row.name}"
    fresh, old = http_date(row.created.timestamp()), http_date(row.created.timestamp() - 60)
    etag = visitor.head(url)["ETag"]
    for condition, status in ((etag, 206), (fresh, 206), ('"other"', 200), (old, 200), ("nonsense", 200)):
        response = visitor.get(url, headers={"Range": "bytes=0-3", "If-Range": condition})
        assert response.status_code == status, condition
        body(response)


# Behind nginx --------------------------------------------------------------------------------------------------------


def test_nginx_is_told_which_file_to_send(visitor: Client, db: None, settings: LazySettings) -> None:
    settings.MEDIA_ACCEL_PREFIX = "/protected-media/"
    picture_row, document = make_picture(), make_document(path="/a/talk.pdf")
    rendition = picture_row.renditions[0][1]
    for url, name, disposition in [
        (f"/media/{picture_row.name}", picture_row.name, "inline"),
        (f"/media/{rendition}", rendition, "inline"),
        (f"/media/{document.name}", document.name, 'inline; filename="talk.pdf"'),
        ("/a/talk.pdf", document.name, 'inline; filename="talk.pdf"'),
    ]:
        response = visitor.get(url, headers={"Range": "bytes=0-3"})
        assert (response.status_code, response.content) == (200, b"")
        assert response["X-Accel-Redirect"] == f"/protected-media/{name}"
        assert response["Content-Disposition"] == disposition
        assert response["Content-Security-Policy"] == SANDBOX
        assert response["X-Content-Type-Options"] == "nosniff"


def test_nginx_is_not_told_of_a_drafts_or_a_lost_file(visitor: Client, owner: Client, settings: LazySettings) -> None:
    settings.MEDIA_ACCEL_PREFIX = "/protected-media/"
    document, lost = make_document(), make_document(b"%PDF-1.4 another")
    path_of(lost).unlink()
    Link.objects.create(owner=make_page(visibility=DRAFT), document=document)
    for row in (document, lost):
        response = visitor.get(f"/media/{row.name}")
        assert response.status_code == 404
        assert "X-Accel-Redirect" not in response
    seen = owner.get(f"/media/{document.name}")
    assert (seen["X-Accel-Redirect"], seen["Cache-Control"]) == (
        f"/protected-media/{document.name}",
        "no-store, private",
    )


def test_without_the_setting_the_site_sends_files_itself(visitor: Client, db: None) -> None:
    assert "X-Accel-Redirect" not in visitor.get(f"/media/{make_picture().name}")
