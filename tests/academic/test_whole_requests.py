"""A request that a proxy passes on is read to its end, whatever the answer; one that comes directly is not."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test.client import ClientHandler

pytestmark = pytest.mark.django_db
SIZE = 3_000_000
SOCKET, PROXY, VISITOR = "", "192.0.2.7", "198.51.100.1"


def post(path: str, body: BytesIO, peer: str) -> int:
    environ = {
        "REQUEST_METHOD": "POST", "PATH_INFO": path, "QUERY_STRING": "", "CONTENT_TYPE": "application/octet-stream",
        "CONTENT_LENGTH": str(SIZE), "SERVER_NAME": "testserver", "SERVER_PORT": "80", "HTTP_HOST": "testserver",
        "REMOTE_ADDR": peer, "wsgi.input": body, "wsgi.url_scheme": "http", "wsgi.errors": BytesIO(),
    }  # fmt: skip
    site = ClientHandler(enforce_csrf_checks=True)  # which keeps the connection of the test
    return site(environ).status_code


@pytest.mark.parametrize("path", ["/admin/markdown/upload/", "/nowhere/", "/"])
@pytest.mark.parametrize("peer", [SOCKET, PROXY])
def test_what_the_site_left_of_a_request_is_read_for_a_proxy(path: str, peer: str, settings: object) -> None:
    settings.TRUSTED_PROXIES = [PROXY]  # type: ignore[attr-defined]
    body = BytesIO(bytes(SIZE + 1))
    assert post(path, body, peer) in {403, 404, 405}
    assert body.tell() == SIZE  # not the byte of the next request


def test_who_comes_without_a_proxy_is_answered_at_once() -> None:
    body = BytesIO(bytes(SIZE))
    assert post("/admin/markdown/upload/", body, VISITOR) == 403
    assert body.tell() < SIZE


def test_a_request_that_breaks_off_is_answered_all_the_same() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError

    assert post("/admin/markdown/upload/", Broken(), SOCKET) == 403
