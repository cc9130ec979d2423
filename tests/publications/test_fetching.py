"""Fetching a .bib file: what is refused, and that the checked address is the one connected to.

The server runs on loopback, which is not public: a test that may reach it says so in `networks`.
"""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest

from publications.fetching import BYTES, FetchError, fetch

LOOPBACK = (ip_network("127.0.0.0/8"),)
pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate of the test server")


LEFT = threading.Event()  # somebody had enough of the slow answer


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path
        if path.startswith("/redirect/"):
            left = int(path.rsplit("/", 1)[1])
            self.send_response(302)
            self.send_header("Location", f"/redirect/{left - 1}" if left else "/papers.bib")
            self.end_headers()
        elif path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", path.removeprefix("/to/"))
            self.end_headers()
        elif path == "/slow.bib":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            except OSError:
                LEFT.set()
        elif path == "/none.bib":
            self.send_error(404)
        else:
            body = b"x" * (BYTES + 1) if path == "/large.bib" else f"% {self.headers['Accept']}\n@misc{{a}}".encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

    def handle(self) -> None:
        with suppress(OSError):  # the reader has had enough
            super().handle()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=papers.example"]
    names = ["-addext", "subjectAltName=DNS:papers.example", "-keyout", str(key), "-out", str(cert)]
    subprocess.run([*command, *names], check=True, capture_output=True)
    return key, cert


@pytest.fixture(scope="module")
def port(certificate: tuple[Path, Path]) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate[1], certificate[0])
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def trusted(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate[1])


def local(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_a_file_is_fetched_and_bibtex_asked_for(port: int, trusted: ssl.SSLContext) -> None:
    url = f"https://papers.example:{port}/papers.bib"
    found = fetch(url, resolver=local, networks=LOOPBACK, context=trusted)
    assert found == b"% application/x-bibtex, text/plain;q=0.8, */*;q=0.5\n@misc{a}"


def test_three_redirects_are_followed_and_no_fourth(port: int, trusted: ssl.SSLContext) -> None:
    base = f"https://papers.example:{port}/redirect"
    assert fetch(f"{base}/2", resolver=local, networks=LOOPBACK, context=trusted).endswith(b"@misc{a}")
    with pytest.raises(FetchError, match="more than 3 redirects"):
        fetch(f"{base}/3", resolver=local, networks=LOOPBACK, context=trusted)


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("http://papers.example/x.bib", "is not an https address"),
        ("file:///etc/passwd", "is not an https address"),
        ("https://metadata.example/x.bib", "metadata.example is not a public address"),
        ("https://user:secret@papers.example/", "is not an address to read from"),
    ],
)
def test_every_hop_is_checked(port: int, trusted: ssl.SSLContext, target: str, sentence: str) -> None:
    def resolver(host: str, port: int) -> list[str]:
        return ["169.254.169.254"] if host == "metadata.example" else ["127.0.0.1"]

    with pytest.raises(FetchError, match=sentence):
        fetch(f"https://papers.example:{port}/to/{target}", resolver=resolver, networks=LOOPBACK, context=trusted)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:0001::", "ff02::1", "::"),
    ],
)
def test_private_addresses_are_refused_without_connecting(address: str) -> None:
    with pytest.raises(FetchError, match=r"^papers.example is not a public address\.$"):
        fetch("https://papers.example/x.bib", resolver=lambda host, port: ["93.184.215.14", address])


def test_the_certificate_must_be_the_hosts(port: int, trusted: ssl.SSLContext) -> None:
    with pytest.raises(FetchError, match="could not be read"):
        fetch(f"https://other.example:{port}/papers.bib", resolver=local, networks=LOOPBACK, context=trusted)
    with pytest.raises(FetchError, match="could not be read"):
        fetch(f"https://papers.example:{port}/papers.bib", resolver=local, networks=LOOPBACK)


def test_size_time_and_status_are_limits(port: int, trusted: ssl.SSLContext) -> None:
    base = f"https://papers.example:{port}"
    with pytest.raises(FetchError, match="larger than 5 MB"):
        fetch(f"{base}/large.bib", resolver=local, networks=LOOPBACK, context=trusted)
    with pytest.raises(FetchError, match="answered 404"):
        fetch(f"{base}/none.bib", resolver=local, networks=LOOPBACK, context=trusted)
    LEFT.clear()
    with pytest.raises(FetchError, match="did not answer in 0.5 seconds"):  # though bytes come all the time, for 5 s
        fetch(f"{base}/slow.bib", resolver=local, networks=LOOPBACK, context=trusted, seconds=0.5)
    assert LEFT.wait(30)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://papers.example/x.bib", "http://papers.example/x.bib is not an https address."),
        ("https://", "https:// is not an address to read from."),
        ("https://papers.example:99999/", "https://papers.example:99999/ is not an address."),
    ],
)
def test_what_is_no_https_address_is_refused(url: str, sentence: str) -> None:
    with pytest.raises(FetchError) as error:
        fetch(url, resolver=local)
    assert str(error.value) == sentence


def test_an_unknown_host_is_named() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError

    with pytest.raises(FetchError, match=r"^There is no host papers.example\.$"):
        fetch("https://papers.example/x.bib", resolver=nowhere)
