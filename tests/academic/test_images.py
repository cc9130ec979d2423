"""Uploads: what is kept, how, and what is refused."""

from __future__ import annotations

import json
import resource
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from django.db import transaction
from PIL import Image, ImageCms, ImageFile, PngImagePlugin

from academic.images import UploadRefused, path_of, pictures_by_name, store_document, store_picture
from academic.models import Document, Picture, Redirect
from tests.academic.uploads import PDF, gif_of, gradient, picture, png_of, upload, zip_of
from tests.cost import steps_of
from tests.factories import make_page

HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
PHP = b"<?php system($_GET['c']);"


def media(settings: LazySettings) -> list[str]:
    return sorted(path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


def stored(image: Image.Image | bytes, format: str = "PNG") -> Image.Image:
    data = image if isinstance(image, bytes) else picture(image, format)
    return opened(path_of(store_picture(upload(data))))


def opened(path: Path) -> Image.Image:
    return Image.open(BytesIO(path.read_bytes()))


def stored_bytes(data: bytes) -> bytes:
    return path_of(store_picture(upload(data))).read_bytes()


# Pictures ------------------------------------------------------------------------------------------------------------


def test_a_photo_is_stored_with_its_renditions(db: None, settings: LazySettings) -> None:
    row = store_picture(upload(picture(gradient(1000, 500))), title="Cat", alt="A cat")
    stem = row.name.partition(".")[0]
    assert row.name == f"{stem}.jpg"
    assert len(stem) == 32
    assert (row.width, row.height, row.title, row.alt) == (1000, 500, "Cat", "A cat")
    assert [width for width, _ in row.renditions] == [320, 480, 640, 960, 1000]
    assert media(settings) == sorted([row.name, *(name for _, name in row.renditions)])
    sizes = [opened(path_of(row).with_name(name)).size for _, name in row.renditions]
    assert sizes == [(320, 160), (480, 240), (640, 320), (960, 480), (1000, 500)]


def test_the_same_picture_twice_is_one_row(db: None, settings: LazySettings) -> None:
    first = store_picture(upload(picture()))
    before = media(settings)
    second = store_picture(upload(picture(), "other.png"), title="Other", alt="Now described")
    assert first.pk == second.pk
    assert second.title == ""
    assert second.alt == "Now described"
    assert media(settings) == before


def test_a_lost_file_comes_back_with_the_next_upload(db: None) -> None:
    row = store_picture(upload(picture()))
    path_of(row).unlink()
    store_picture(upload(picture()))
    assert path_of(row).exists()


def test_large_pictures_are_made_smaller(db: None) -> None:
    assert stored(gradient(4000, 1000), "JPEG").size == (2560, 640)
    assert stored(gradient(1000, 4000), "JPEG").size == (640, 2560)


def test_a_phones_photo_is_upright_and_says_nothing_of_where(db: None) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(0x8825)[1] = "N"
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (0, 0, 200, 200))
    data = picture(image, exif=exif, comment=b"<script>alert(1)</script>")
    assert b"PhoneMaker" in data
    kept = stored(data)
    assert kept.size == (200, 400)
    top, bottom = (kept.crop((100, y, 101, y + 1)).convert("RGB").tobytes() for y in (50, 350))
    assert top[2] > 200
    assert bottom[0] > 200
    assert not kept.getexif()
    assert b"PhoneMaker" not in stored_bytes(data)
    assert b"script" not in stored_bytes(data)


def test_text_of_a_png_is_gone(db: None) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "<script>alert(1)</script>")
    assert b"script" not in stored_bytes(picture(gradient(50, 50), "PNG", pnginfo=text))


def test_wide_colours_become_srgb(db: None) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    kept = stored(picture(gradient(50, 50), icc_profile=profile))
    assert "icc_profile" not in kept.info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "YCbCr"])
def test_every_kind_of_picture_is_kept(db: None, mode: str) -> None:
    image = Image.new("I;16", (40, 30), 65535 // 2) if mode == "I;16" else gradient(40, 30).convert(mode)
    format = "JPEG" if mode in {"CMYK", "YCbCr"} else "PNG"
    kept = stored(image, format)
    assert kept.size == (40, 30)
    assert kept.mode in {"L", "RGB", "RGBA"}


def test_sixteen_bits_keep_their_greys(db: None) -> None:
    kept = stored(Image.new("I;16", (10, 10), 128 * 256))
    assert kept.convert("L").getpixel((5, 5)) == 128


def test_one_pixel(db: None) -> None:
    assert stored(Image.new("RGB", (1, 1), "red")).size == (1, 1)


def test_transparency_and_drawings_stay_png_photos_become_jpeg(db: None) -> None:
    transparent = gradient(300, 200, "RGBA")
    transparent.putalpha(Image.linear_gradient("L").resize((300, 200)))
    opaque = gradient(300, 200, "RGBA")
    drawing = Image.new("RGB", (300, 200), "white")
    drawing.paste("red", (10, 10, 50, 50))
    kept = [stored(image) for image in (transparent, opaque, drawing, gradient(300, 200))]
    assert [image.format for image in kept] == ["PNG", "JPEG", "PNG", "JPEG"]
    assert kept[0].mode == "RGBA"


@pytest.mark.parametrize("format", ["WEBP", "AVIF", "GIF", "PNG"])
def test_other_formats_are_kept(db: None, format: str) -> None:
    assert stored(gradient(60, 40), format).size == (60, 40)


def test_an_animation_becomes_its_first_frame(db: None) -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    kept = stored(picture(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert getattr(kept, "n_frames", 1) == 1
    assert kept.convert("RGB").getpixel((20, 20)) == (255, 0, 0)


def test_our_own_name_whatever_the_file_is_called(db: None, settings: LazySettings) -> None:
    for name in ("evil.html", '"><img src=x onerror=1>.png', "../../evil.png", "a.php.jpg", ""):
        store_picture(upload(picture(Image.new("RGB", (9, 9), "red")), name or "x"))
    row = Picture.objects.get()
    assert media(settings) == sorted([row.name, *(name for _, name in row.renditions)])


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "evil.php", "evil", "evil.png.html", "evil.png", "evil.gif"])
@pytest.mark.parametrize("data", [HTML, SVG, PHP, b"GIF89a" + HTML, b"\x89PNG\r\n\x1a\n" + HTML, b"\0" * 100, PDF])
def test_what_is_no_picture_is_refused(db: None, settings: LazySettings, name: str, data: bytes) -> None:
    with pytest.raises(UploadRefused) as refusal:
        store_picture(upload(data, name, "image/gif"))
    assert refusal.value.sentence == "This is not a picture that can be read: give a JPEG, PNG, WebP, GIF or AVIF file."
    assert media(settings) == []
    assert Picture.objects.count() == 0


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_truncated_picture_is_refused(db: None, settings: LazySettings, format: str) -> None:
    data = picture(gradient(300, 300), format)
    for length in (5, 20, len(data) // 2):
        with pytest.raises(UploadRefused):
            store_picture(upload(data[:length]))
    assert media(settings) == []


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The size of every picture, and frame, whose pixels Pillow is asked for."""
    sizes, load = [], ImageFile.ImageFile.load

    def noted(image: ImageFile.ImageFile) -> object:
        sizes.append(image.size)
        return load(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noted)
    return sizes


@pytest.mark.parametrize("side", [6_000, 12_000, 20_000])
def test_a_bomb_is_refused_before_decoding(db: None, decoded: list[tuple[int, int]], side: int) -> None:
    data = png_of(side, side)
    assert len(data) < 60_000
    assert refused(data) == "The picture has more than 25 megapixels; make it smaller first."
    assert decoded == []


def refused(data: bytes) -> str:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UploadRefused) as refusal:
        store_picture(upload(data))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 200_000  # kB
    return refusal.value.sentence


def test_what_is_decoded_is_noted(db: None, decoded: list[tuple[int, int]]) -> None:
    stored(gradient(30, 20))
    assert set(decoded) == {(30, 20)}


def test_five_thousand_frames_are_one_still(db: None) -> None:
    few, many = gif_of(5), gif_of(5000)
    assert stored(many).size == (200, 200)
    assert steps_of(lambda: store_picture(upload(many))) < 1.2 * steps_of(lambda: store_picture(upload(few)))


def test_thirty_megabytes_are_refused_before_decoding(db: None, decoded: list[tuple[int, int]]) -> None:
    assert refused(picture() + b"\0" * 30_000_000) == "The file is larger than 20 MB."
    assert decoded == []


def test_an_empty_file_is_refused(db: None) -> None:
    with pytest.raises(UploadRefused, match="The file is empty"):
        store_picture(BytesIO(b""))


def test_a_refusal_is_a_form_error() -> None:
    assert issubclass(UploadRefused, ValidationError)


def test_pictures_by_name(db: None, django_assert_num_queries: object) -> None:
    row = store_picture(upload(picture()))
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert pictures_by_name([row.name, "f" * 32 + ".png"]) == {row.name: row}
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert pictures_by_name(["\0", "../x.png", "x" * 1000]) == {}


# Documents -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "name", "content_type"),
    [
        (PDF, "paper.html", "application/pdf"),
        (zip_of(a=b"x"), "code.zip", "application/zip"),
        (zip_of(**{"ppt/presentation.xml": b"<p/>"}), "a.zip", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),  # noqa: E501
        (zip_of(mimetype=b"application/vnd.oasis.opendocument.presentation"), "a.odp", "application/vnd.oasis.opendocument.presentation"),  # noqa: E501
        (b"\0\0\0\x18ftypmp42" + b"\0" * 50, "talk.mp4", "video/mp4"),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + b"\0" * 50, "talk.webm", "video/webm"),
        (b"%!PS-Adobe-3.0\n", "old.ps", "application/postscript"),
        ("é, b\n1, 2\n".encode(), "data.csv", "text/csv; charset=utf-8"),
        (b"Plain.", "readme.txt", "text/plain; charset=utf-8"),
        (json.dumps({"a": 1}).encode(), "cv.json", "application/json"),
        (b"@article{x, title={<i>x</i>}}", "x.bib", "application/x-bibtex; charset=utf-8"),
    ],
)  # fmt: skip
def test_documents_are_known_by_what_they_hold(db: None, data: bytes, name: str, content_type: str) -> None:
    document = store_document(upload(data, name, "text/html"), title="A file")
    assert (document.content_type, document.size, document.title) == (content_type, len(data), "A file")
    assert path_of(document).read_bytes() == data
    assert len(Path(document.name).stem) == 32


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (HTML, "paper.pdf"),
        (HTML, "page.txt"),
        (b"\xef\xbb\xbf\n <!-- x -->", "x.txt"),
        (b"\xef\xbb\xbf  <SCRIPT>alert(1)", "x.txt"),
        (SVG, "figure.svg"),
        (SVG, "figure.csv"),
        (PHP, "x.txt"),
        (b"alert(1)", "x.js"),
        (b"text", "x.php"),
        (b"text", "noextension"),
        (b"{not json", "x.json"),
        (b"[" * 100_000, "x.json"),
        (b"MZ\x90\0", "x.exe"),
        (b"PK\x03\x04 broken", "x.zip"),
        (b"\0\0\0\x18ftypheic", "x.mp4"),
        (picture(), "x.jpg"),
        (b"", "x.txt"),
    ],
)
def test_other_documents_are_refused(db: None, settings: LazySettings, data: bytes, name: str) -> None:
    with pytest.raises(UploadRefused) as refusal:
        store_document(upload(data, name, "application/pdf"), title="x")
    assert refusal.value.sentence.endswith(".")
    assert media(settings) == []
    assert Document.objects.count() == 0


def test_a_document_answers_at_its_declared_path(db: None) -> None:
    document = store_document(upload(PDF), title="Talk", path="/publications/2018/talk.pdf")
    assert document.get_absolute_url() == "/publications/2018/talk.pdf"


@pytest.mark.parametrize("path", ["/admin/x.pdf", "/../x.pdf", "x.pdf", "//x.pdf", "/evil.html", "/x.js"])
def test_a_path_the_site_needs_is_refused(db: None, path: str) -> None:
    with pytest.raises(UploadRefused):
        store_document(upload(PDF), title="Talk", path=path)
    assert Document.objects.count() == 0


def test_a_taken_path_is_refused(db: None) -> None:
    make_page("/there/")
    store_document(upload(PDF), title="Talk", path="/a/talk.pdf")
    for path in ("/there/", "/a/talk.pdf"):
        with pytest.raises(UploadRefused, match="already"):
            store_document(upload(PDF + b"other"), title="Other", path=path)


def test_a_second_path_of_one_file_is_a_redirect(db: None) -> None:
    for path in (None, "/a/talk.pdf", "/a/talk.pdf", "/b/talk.pdf"):
        document = store_document(upload(PDF), title="Talk", path=path)
    assert Document.objects.count() == 1
    assert document.path == "/a/talk.pdf"
    assert [(r.old_path, r.new_path) for r in Redirect.objects.all()] == [("/b/talk.pdf", "/a/talk.pdf")]


# Transactions --------------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_nothing_written_survives_a_rollback(settings: LazySettings) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        store_picture(upload(picture()))
        store_document(upload(PDF), title="Talk")
        assert len(media(settings)) > 2
        _ = 1 / 0
    assert media(settings) == []
    assert (Picture.objects.count(), Document.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_savepoint_takes_only_its_own_files(settings: LazySettings) -> None:
    with transaction.atomic():
        document = store_document(upload(PDF), title="Talk")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            store_picture(upload(picture()))
            _ = 1 / 0
    assert media(settings) == [document.name]


@pytest.mark.django_db(transaction=True)
def test_a_file_that_was_there_before_survives_a_rollback(settings: LazySettings) -> None:
    """A deleted row's file is kept for restored versions; a failed second upload must not take it away."""
    document = store_document(upload(PDF), title="Talk")
    Document.objects.all().delete()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        store_document(upload(PDF), title="Talk")
        _ = 1 / 0
    assert media(settings) == [document.name]


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_leaves_no_row_and_no_part_of_a_file(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        if len(media(settings)) > 2:
            raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store_picture(upload(picture(gradient(1000, 500))))
    assert media(settings) == []
    assert Picture.objects.count() == 0
