"""deploy/nginx/nutshell.conf and gunicorn on this machine, as deploy/README.md sets them up on a server.

The configuration is the shipped file; only names, ports and folders are put in their place.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CONFIGURATION = ROOT / "deploy" / "nginx" / "nutshell.conf"
PASSWORD = "the-owner's-password"
WRAPPER = """
user {user}; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
    client_body_temp_path {folder}/tmp-body; proxy_temp_path {folder}/tmp-proxy; fastcgi_temp_path {folder}/tmp-f;
    uwsgi_temp_path {folder}/tmp-u; scgi_temp_path {folder}/tmp-s;
    include {folder}/nutshell.conf;
}}
"""
CONTENT = """
import sys
from django.contrib.auth.models import User
from academic.images import store_document
from academic.models import Link, Page
from tests.academic.uploads import MP4, PDF, upload
User.objects.create_superuser("owner", password=sys.argv[1])
film = store_document(upload(MP4 + bytes(range(256)) * 400, "film.mp4", "video/mp4"), title="Film")
Page.objects.create(path="/film/", title="Film", body=f"[film]({film.get_absolute_url()})")
hidden = store_document(upload(PDF, "hidden.pdf"), title="Hidden", path="/hidden.pdf")
Link.objects.create(owner=Page.objects.create(path="/draft/", title="Draft", visibility="draft"), document=hidden)
print(film.get_absolute_url())
"""
# Writes each line it reads as the home page's tagline, and answers with the moment when it was stored.
EDITOR = """
import sys, time
from academic.models import Profile
for line in sys.stdin:
    profile = Profile.objects.get(pk=1)
    profile.tagline = line.strip()
    profile.save()
    print(time.time(), flush=True)
"""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


class Deployment:
    """A site under its own folder, with nginx in front; `address` is its https address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.http_port, self.https_port = free_port(), free_port()
        self.address = f"https://localhost:{self.https_port}"
        self.socket = folder / "gunicorn.sock"
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "NO_DOTENV": "true",
            "DJANGO_SETTINGS_MODULE": "academic.settings",
            "SECRET_KEY": "only-for-this-test-" * 4,
            "SITE_URL": self.address,
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "MEDIA_ROOT": str(folder / "media"),
            "STATIC_ROOT": str(folder / "static"),
            "MEDIA_ACCEL_PREFIX": "/protected-media/",
            "BIND": f"unix:{self.socket}",
        }

    # Set up, as in deploy/README.md

    def prepare(self) -> None:
        for name in ("media", "static", "cache", "tls", "letsencrypt"):
            (self.folder / name).mkdir()
        self.manage("migrate", "--noinput", "-v0")
        self.manage("load_demo")
        self.manage("collectstatic", "--noinput", "-v0")
        self.film = self.python("import django; django.setup()" + CONTENT, PASSWORD).strip()
        self._make_certificate()
        self._write_configuration()

    def manage(self, *arguments: str) -> str:
        return self._run([sys.executable, "manage.py", *arguments])

    def python(self, program: str, *arguments: str) -> str:
        return self._run([sys.executable, "-c", program, *arguments])

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _make_certificate(self) -> None:
        tls = self.folder / "tls"
        wanted = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
        files = ["-keyout", str(tls / "privkey.pem"), "-out", str(tls / "fullchain.pem")]
        names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
        subprocess.run(["openssl", "req", *wanted, *names, *files], check=True, capture_output=True)

    def _write_configuration(self) -> None:
        text = CONFIGURATION.read_text(encoding="utf-8")
        for shipped, here in {
            "/etc/letsencrypt/live/homepage.example.org/": f"{self.folder}/tls/",
            "/run/nutshell/gunicorn.sock": str(self.socket),
            "/var/cache/nginx/nutshell": f"{self.folder}/cache",
            "/var/lib/nutshell/": f"{self.folder}/",
            "/var/www/letsencrypt": f"{self.folder}/letsencrypt",
            "homepage.example.org": "localhost",
            "listen 80;": f"listen 127.0.0.1:{self.http_port};",
            "listen 443 ": f"listen 127.0.0.1:{self.https_port} ",
        }.items():
            assert shipped in text, f"{shipped} is no longer in {CONFIGURATION.name}"
            text = text.replace(shipped, here)
        text = re.sub(r" *listen \[::\]:.*\n", "", text)
        (self.folder / "nutshell.conf").write_text(text)
        (self.folder / "nginx.conf").write_text(WRAPPER.format(folder=self.folder, user=getpass.getuser()))

    # Start and stop

    @contextmanager
    def running(self) -> Iterator[None]:
        command = [nginx(), "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"), "-e", "stderr"]
        self.start_gunicorn()
        self.nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            wait_until(lambda: self.get("/healthz").status == 200)
            yield
        finally:
            self.nginx.send_signal(signal.SIGQUIT)
            self.nginx.wait(20)
            self.stop_gunicorn()

    def start_gunicorn(self) -> None:
        gunicorn = str(Path(sys.executable).with_name("gunicorn"))
        self.gunicorn = subprocess.Popen([gunicorn], cwd=ROOT, env=self.environment)
        wait_until(self.socket.exists)

    def stop_gunicorn(self) -> None:
        self.gunicorn.terminate()
        self.gunicorn.wait(40)

    @contextmanager
    def editor(self) -> Iterator[Editor]:
        program = "import django; django.setup()" + EDITOR
        with subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            yield Editor(process)
            assert process.stdin is not None
            process.stdin.close()

    # Ask

    def visitor(self) -> Visitor:
        return Visitor(self)

    def get(self, path: str, **headers: str) -> Answer:
        return self.visitor().get(path, **headers)

    def tls_context(self) -> ssl.SSLContext:
        """Trusts the self-signed certificate, and no other."""
        return ssl.create_default_context(cafile=str(self.folder / "tls" / "fullchain.pem"))


class Editor:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def write(self, tagline: str) -> float:
        """Store it; the moment when it was."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{tagline}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


class Visitor:
    """A browser without scripts: keeps cookies, follows no redirect."""

    def __init__(self, site: Deployment) -> None:
        self.site = site
        self.cookies = CookieJar()
        handlers = [urllib.request.HTTPSHandler(context=site.tls_context()), NoRedirects()]
        self.opener = urllib.request.build_opener(*handlers, urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask(path, None, headers)

    def post(self, path: str, data: bytes, **headers: str) -> Answer:
        return self.ask(path, data, {"Referer": self.site.address + path, **headers})

    def ask(self, path: str, data: bytes | None, headers: dict[str, str]) -> Answer:
        address = path if path.startswith("http") else self.site.address + path
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            answer = self.opener.open(urllib.request.Request(address, data, named), timeout=40)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read())

    def log_in(self, username: str, password: str) -> Answer:
        form = self.get("/admin/login/").body.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token, form
        data = {"csrfmiddlewaretoken": token[1], "username": username, "password": password}
        return self.post("/admin/login/", urllib.parse.urlencode(data).encode())


def nginx() -> str:
    """Where it is; the test is skipped where it is not, and fails under REQUIRE_NGINX."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found is None and os.environ.get("REQUIRE_NGINX"):
        pytest.fail("REQUIRE_NGINX is set, but there is no nginx")
    return found or pytest.skip("there is no nginx on this machine")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(claim: object, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError):
            if claim():  # type: ignore[operator]
                return
        time.sleep(0.05)
    pytest.fail(f"not within {seconds} seconds")
