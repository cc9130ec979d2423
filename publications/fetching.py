"""A .bib file from the web."""

from __future__ import annotations


class FetchError(Exception):
    """A sentence that says why the address could not be read."""


def fetch(url: str) -> bytes:
    raise FetchError(f"{url}: addresses cannot be imported yet; download the file and name it.")
