"""A .bib file from the web, without letting an address lead into the local network.

Every host, also after a redirect, is resolved once, all its addresses are checked to be public, and the connection is
made to the address that was checked: a name that resolves differently the next moment gains nothing.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from threading import Timer
from urllib.parse import SplitResult, urljoin, urlsplit

SECONDS = 5.0
BYTES = 5 * 1024 * 1024
REDIRECTS = 3
BIBTEX = "application/x-bibtex"  # what doi.org is asked for (content negotiation, as Crossref and DataCite offer it)

Resolver = Callable[[str, int], Sequence[str]]
Networks = Iterable[IPv4Network | IPv6Network]


class FetchError(Exception):
    """A sentence that says why an address could not be read."""


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def fetch(
    url: str,
    *,
    resolver: Resolver = resolve,
    networks: Networks = (),
    context: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
) -> bytes:
    """What `url` answers: https only, in 5 seconds a hop, up to 5 MB, over at most 3 redirects. Raises FetchError.

    `networks` are allowed beside public addresses.
    """
    place = url
    for _ in range(REDIRECTS + 1):
        answer = _ask(place, resolver, tuple(networks), context or ssl.create_default_context(), seconds)
        if isinstance(answer, bytes):
            return answer
        place = urljoin(place, answer)
    raise FetchError(f"{url} leads through more than {REDIRECTS} redirects.")


def _ask(
    url: str, resolver: Resolver, networks: Sequence[IPv4Network | IPv6Network], context: ssl.SSLContext, seconds: float
) -> bytes | str:
    """The body, or where a redirect leads."""
    parts, host, port = _checked(url)
    connection = _Connection(host, port, _public_address(host, port, resolver, networks), context, seconds)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        "Accept": f"{BIBTEX}, text/plain;q=0.8, */*;q=0.5",
        "Accept-Encoding": "identity",
        "User-Agent": "Nutshell",
    }
    timer = Timer(seconds, connection.give_up)
    timer.start()
    try:
        connection.request("GET", path, headers=headers)
        answer = _answer(url, connection.getresponse())
        if connection.is_given_up:  # the end of the answer was ours
            raise TimeoutError
        return answer
    except (OSError, HTTPException, ValueError) as error:
        if connection.is_given_up or isinstance(error, TimeoutError):
            raise FetchError(f"{url} did not answer in {seconds:g} seconds.") from None
        raise FetchError(f"{url} could not be read ({error}).") from None
    finally:
        timer.cancel()
        connection.close()


def _checked(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or 443
    except ValueError:
        raise FetchError(f"{url} is not an address.") from None
    if parts.scheme.lower() != "https":
        raise FetchError(f"{url} is not an https address.")
    if not parts.hostname or parts.username or parts.password:
        raise FetchError(f"{url} is not an address to read from.")
    return parts, parts.hostname, port


def _public_address(host: str, port: int, resolver: Resolver, networks: Sequence[IPv4Network | IPv6Network]) -> str:
    """The host's first address; FetchError unless all are public, or in `networks`."""
    try:
        found = resolver(host, port)
    except (OSError, UnicodeError):
        found = ()
    if not found:
        raise FetchError(f"There is no host {host}.")
    for text in found:
        address = ip_address(text.partition("%")[0])
        inner = (address.ipv4_mapped or address.sixtofour) if isinstance(address, IPv6Address) else None
        is_public = all(one.is_global and not one.is_multicast for one in (address, inner) if one is not None)
        if not is_public and not any(address in network for network in networks):
            raise FetchError(f"{host} is not a public address.")
    return found[0]


class _Connection(HTTPSConnection):
    """Connects to the address that was checked, and speaks TLS with the host that was named."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds, context=context)
        self.address = address
        self.tls = context
        self.line: ssl.SSLSocket | None = None  # http.client lets go of `sock` before the answer is read
        self.is_given_up = False

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.line = self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)
        if self.is_given_up:
            raise TimeoutError

    def give_up(self) -> None:
        """Called by the clock: a server may not keep us by sending a byte now and then."""
        self.is_given_up = True
        if self.line is not None:
            with suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)


def _answer(url: str, response: HTTPResponse) -> bytes | str:
    if response.status in (301, 302, 303, 307, 308):
        place = response.getheader("Location")
        if not place:
            raise FetchError(f"{url} leads nowhere.")
        return place
    if response.status != 200:
        raise FetchError(f"{url} answered {response.status} {response.reason}.")
    if response.getheader("Content-Encoding", "identity") != "identity":
        raise FetchError(f"{url} answered in an encoding that was not asked for.")
    body = response.read(BYTES + 1)
    if len(body) > BYTES:
        raise FetchError(f"{url} is larger than {BYTES // 1024 // 1024} MB.")
    return body
