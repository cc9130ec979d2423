"""The home page behind the shipped nginx configuration, beside the same page as a file of the same nginx."""

from __future__ import annotations

import gzip
from functools import partial
from pathlib import Path

import pytest

from tests.running.deployment import Deployment, free_port, nginx

from . import sizes, table
from .cached import answer_of
from .servers import cost, cpu_of_children
from .timing import in_turn, middle

ASKED = 0.85  # requests per CPU second, as a part of the file's
SENT_FOR_FILES_TOO = {"server", "content-type", "content-length", "content-encoding", "etag", "vary", "x-request-id"}
FILES = """
location = /bare.html {{ alias {folder}/page.html; gzip_static on; }}
location = /same.html {{ alias {folder}/page.html; gzip_static on; add_header X-Request-ID $request_id; {headers} }}
"""


class PlainDeployment(Deployment):
    """The shipped configuration on plain http too: what TLS costs is the same for page and file, and would hide how
    they differ. Further locations come from more.conf, where there is one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.port = free_port()
        self.plain = f"http://127.0.0.1:{self.port}"
        self.environment.update(SITE_URL=self.plain, SHARE_CARDS="false")

    def _write_configuration(self) -> None:
        super()._write_configuration()
        path = self.folder / "nutshell.conf"
        text = path.read_text(encoding="utf-8")
        shipped = f"    listen 127.0.0.1:{self.https_port} ssl http2;\n"
        if shipped not in text:
            raise RuntimeError(f"no longer in the configuration: {shipped}")
        added = f"    listen 127.0.0.1:{self.port};\n    include {self.folder}/more*.conf;\n"
        path.write_text(text.replace(shipped, shipped + added))

    def cost(self, path: str) -> float:
        return cost(self.plain + path, self.cpu, sizes.SECONDS)

    def cpu(self) -> float:
        return cpu_of_children(self.nginx.pid) + cpu_of_children(self.gunicorn.pid)


def deployed(folder: Path, what: str) -> PlainDeployment | None:
    """Ready to run; None, which is said of `what` is to be measured, where nginx is missing."""
    try:
        nginx()
    except pytest.skip.Exception as reason:
        table.not_measured(what, str(reason))
        return None
    site = PlainDeployment(folder)
    site.prepare()
    return site


def measure(folder: Path) -> None:
    what = "home page of the demo behind the shipped nginx: requests per CPU second of nginx and gunicorn"
    site = deployed(folder, what)
    if site is None:
        return
    with site.running():
        headers, body = answer_of(f"{site.plain}/")
    put_beside(folder, headers, body)
    with site.running():
        for path, name in (("/bare.html", "nginx's own headers"), ("/same.html", "all headers of the page")):
            costs = middle(in_turn(partial(site.cost, path), partial(site.cost, "/"), sizes.PAIRS))
            ratio = 1 / costs.ratio
            table.line(
                f"{what} (plain http; median of {sizes.PAIRS} pairs of {sizes.SECONDS} s)",
                f"{costs.ours * 1e6:.1f} µs a request",
                reference=f"the same packed bytes as a file of that nginx, {name}, {costs.reference * 1e6:.1f} µs",
                ratio=ratio,
                verdict=table.at_least(ratio, ASKED) if path == "/bare.html" else None,
            )


def put_beside(folder: Path, headers: list[tuple[str, str]], body: bytes) -> None:
    """The page as files, packed and not, and where nginx finds them."""
    (folder / "page.html").write_bytes(gzip.decompress(body))
    (folder / "page.html.gz").write_bytes(body)
    added = [f'add_header {name} "{value}";' for name, value in headers if name.lower() not in SENT_FOR_FILES_TOO]
    (folder / "more.conf").write_text(FILES.format(folder=folder, headers=" ".join(added)))
