"""The two endpoints of the Markdown box."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Permission, User
from django.test import Client

from academic.care import pictures_without_words
from academic.markdown import render
from academic.models import HomeBlock, Picture
from tests.academic.payloads import PAYLOADS, dangers
from tests.academic.uploads import gradient, picture, png_of, upload
from tests.adminforms import save
from tests.everything import admin_url, make_picture
from tests.factories import make_page

PREVIEW = "/admin/markdown/preview/"
UPLOAD = "/admin/markdown/upload/"
TEXT = "# A\n\nText[^1] with $x^2$, [a link](https://x.example)\n\n```python\nx\n```\n\n[^1]: Note."


def signed_in(*permissions: str, **columns: Any) -> Client:
    user = User.objects.create_user("helper", **{"is_staff": True, **columns})
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def media(settings: LazySettings) -> list[Path]:
    return list(Path(settings.MEDIA_ROOT).rglob("*"))


def send(client: Client, data: bytes, name: str = "cat.png", **more: str) -> Any:
    return client.post(UPLOAD, {"image": upload(data, name), **more})


# Preview -------------------------------------------------------------------------------------------------------------


def test_the_preview_is_the_page_byte_for_byte(owner: Client, assistant: Client) -> None:
    for client in (owner, assistant):
        response = client.post(PREVIEW, {"content": TEXT})
        assert response.content == render(TEXT).encode()
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_preview_runs_nothing(owner: Client, payload: str) -> None:
    response = owner.post(PREVIEW, {"content": payload})
    # A form sends line ends as CR LF; the parser reads them as one.
    assert response.content.decode() == render(payload)
    assert dangers(response.content.decode()) == []


@pytest.mark.parametrize(("sent", "shift"), [("1", 1), ("2", 2), ("", 1), ("7", 1), ("x", 1)])
def test_a_text_below_a_heading_is_previewed_below_it(owner: Client, sent: str, shift: int) -> None:
    answer = owner.post(PREVIEW, {"content": "# A", "heading_shift": sent})
    assert answer.content.decode() == render("# A", heading_shift=shift)


def test_the_line_ends_of_forms_and_of_files_are_one_text(owner: Client) -> None:
    text = "A[^1]\n\n[^1]: Note."
    assert owner.post(PREVIEW, {"content": text.replace("\n", "\r\n")}).content.decode() == render(text)


def test_each_text_says_how_its_page_shifts_headings(owner: Client) -> None:
    def shifts(url: str) -> list[str]:
        return re.findall(r'data-heading-shift="(\d)"', owner.get(url).content.decode())

    titled = HomeBlock.objects.create(kind="text", title="PhD")
    untitled = HomeBlock.objects.create(kind="text")
    assert [shifts(f"/admin/{of}") for of in ("news/newsitem/add/", "academic/page/add/")] == [["1"], ["1"]]
    assert [shifts(f"/admin/{of}") for of in ("publications/publication/add/", "academic/cventry/add/")] == [
        ["2"],
        ["2"],
    ]
    assert [shifts(admin_url(block, "change")) for block in (titled, untitled)] == [["2"], ["1"]]


def test_the_script_of_markdownx_is_not_loaded(owner: Client) -> None:
    body = owner.get("/admin/academic/page/add/").content.decode()
    assert re.findall(r"/static/markdownx/[^\"]+", body) == []
    assert body.count("admin-nutshell/markdown.js") == 1


def test_saving_counts_pictures_without_words(owner: Client) -> None:
    silent, known = make_picture(1), make_picture(2, alt="A cat")
    text = "![]({0}) ![ ]({0}) ![]({1}) ![A dog]({0}) ![](https://example.org/a.png)"
    page = make_page(body=text.format(silent.get_absolute_url(), known.get_absolute_url()))
    assert pictures_without_words(page) == 2
    answer = save(owner, admin_url(page, "change"), {})
    told = [str(message) for message in owner.get(answer["Location"]).context["messages"]]
    assert told[0].startswith("2 pictures have no alternative text")


def test_an_empty_or_missing_text_previews_as_nothing(owner: Client) -> None:
    assert owner.post(PREVIEW, {"content": ""}).content == b""
    assert owner.post(PREVIEW).content == b""


def test_strangers_get_no_preview(visitor: Client, db: None) -> None:
    assert_forbidden(visitor.post(PREVIEW, {"content": "**bold**"}))


@pytest.mark.parametrize(
    ("permissions", "columns"),
    [
        ((), {}),
        (("view_page", "add_user", "add_picture", "delete_page"), {}),
        (("change_page",), {"is_staff": False}),
    ],
)
def test_who_edits_no_text_gets_no_preview(db: None, permissions: tuple[str, ...], columns: dict[str, bool]) -> None:
    assert_forbidden(signed_in(*permissions, **columns).post(PREVIEW, {"content": "**bold**"}))


def assert_forbidden(response: Any) -> None:
    assert response.status_code == 403
    assert response["Content-Type"].startswith("text/plain")
    for trace in (b"bold", b"<", b"password", b"/media/"):
        assert trace not in response.content


def test_a_forged_form_gets_nothing(db: None, settings: LazySettings) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("owner"))
    for response in (client.post(PREVIEW, {"content": "**bold**"}), send(client, picture())):
        assert response.status_code == 403
        assert b"<strong>bold" not in response.content
    assert media(settings) == []


def test_a_token_opens_both(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("owner"))
    client.cookies["csrftoken"] = token = "a" * 32
    sent = {"csrfmiddlewaretoken": token}
    assert client.post(PREVIEW, {"content": "*x*", **sent}).content == b"<p><em>x</em></p>"
    assert send(client, picture(), **sent).status_code == 200


@pytest.mark.parametrize("url", [PREVIEW, UPLOAD])
def test_only_by_post(owner: Client, url: str) -> None:
    assert owner.get(url).status_code == 405


# Upload --------------------------------------------------------------------------------------------------------------


def test_an_upload_answers_the_markdown_that_shows_it(owner: Client) -> None:
    response = send(owner, picture(), "My cat.jpg", alt="A [cat]\nasleep")
    row = Picture.objects.get()
    assert response.json() == {"image_code": f"![A \\[cat\\] asleep](/media/{row.name})"}
    assert (row.title, row.alt) == ("My cat", "A [cat]\nasleep")
    html = owner.post(PREVIEW, {"content": response.json()["image_code"]}).content.decode()
    assert 'alt="A [cat] asleep"' in html
    assert 'width="800"' in html


def test_a_file_name_is_never_ours(owner: Client, settings: LazySettings) -> None:
    response = send(owner, picture(gradient(200, 100)), '"><img src=x onerror=1>.png')
    row = Picture.objects.get()
    assert response.json() == {"image_code": f"![](/media/{row.name})"}
    assert all("onerror" not in path.name for path in media(settings))
    assert row.title == '"><img src=x onerror=1>'


def test_strangers_store_nothing(visitor: Client, db: None, settings: LazySettings) -> None:
    assert_forbidden(send(visitor, picture()))
    assert (media(settings), Picture.objects.count()) == ([], 0)


def test_who_may_not_add_pictures_stores_nothing(assistant: Client, settings: LazySettings) -> None:
    for client in (
        assistant,
        signed_in("change_page", "change_picture"),
    ):
        assert_forbidden(send(client, picture()))
    assert (media(settings), Picture.objects.count()) == ([], 0)


def test_the_permission_to_add_pictures_is_enough(db: None) -> None:
    assert send(signed_in("add_picture"), picture()).status_code == 200


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html><script>alert(1)</script>", "This is not a picture that can be read"),
        (b'<svg onload="alert(1)"/>', "This is not a picture that can be read"),
        (png_of(12_000, 12_000), "The picture has more than 25 megapixels"),
        (picture()[:500], "This is not a picture that can be read"),
        (b"x" * (20 * 1024 * 1024 + 1), "The file is larger than 20 MB."),
        (b"x" * (21 * 1024 * 1024), "The file is larger than 20 MB."),
    ],
    ids=range(6),
)
def test_a_refusal_is_a_sentence(owner: Client, settings: LazySettings, data: bytes, sentence: str) -> None:
    response = send(owner, data, "evil.png")
    assert response.status_code == 400
    assert response.json()["error"].startswith(sentence)
    assert media(settings) == []


def test_no_file_is_a_sentence(owner: Client) -> None:
    response = owner.post(UPLOAD, {"image": "not a file"})
    assert (response.status_code, response.json()) == (400, {"error": "No picture was sent."})
