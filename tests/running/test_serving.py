"""`make run` from its first line to Ctrl-C: a real gunicorn on a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
COPIED = ["academic", "news", "publications", "templates", "static", "scripts", "manage.py", "gunicorn.conf.py"]
READY = "Ctrl-C stops it."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A started site; `.output` is what the person at the terminal has seen until it was ready."""

    def __init__(self, project: Path, port: int, **environment: str) -> None:
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "scripts/serve.py"],
            cwd=project,
            env={**inherited, "PORT": str(port), "HOST": "127.0.0.1", "PYTHONUNBUFFERED": "1", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.output = ""
        self.address = f"http://127.0.0.1:{port}"

    def __enter__(self) -> Served:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if READY in line:
                return self
        pytest.fail(f"it did not start: {self.output}")

    def __exit__(self, *error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def stop(self, with_signal: signal.Signals) -> int:
        self.process.send_signal(with_signal)
        return self.process.wait(20)


def fetch(address: str) -> tuple[int, str]:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.status, answer.read().decode()


@pytest.fixture(scope="module")
def first_start(project: Path) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    with Served(project, free) as served:
        yield served


def test_the_first_start_shows_the_demo_and_how_to_log_in(first_start: Served) -> None:
    password = re.search(r"Log in as:  admin\nPassword:   (\S{12,})\n", first_start.output)
    assert password, first_start.output
    assert f"Your site:  {first_start.address}/\nEdit it at: {first_start.address}/admin/\n" in first_start.output
    status, home = fetch(f"{first_start.address}/")
    assert status == 200 and "Soufiane Belharbi" in home
    assert f'href="{first_start.address}/"' in home  # canonical: SITE_URL follows HOST and PORT
    assert fetch(f"{first_start.address}/healthz") == (200, "ok\n")


def test_ctrl_c_stops_it_cleanly_and_the_second_start_prints_no_password(
    first_start: Served, project: Path, port: int
) -> None:
    assert first_start.stop(signal.SIGINT) == 0
    with Served(project, port) as served:
        assert "Password" not in served.output
        assert fetch(f"{served.address}/")[0] == 200
    keys = [line for line in (project / ".env").read_text().splitlines() if line.startswith("SECRET_KEY=")]
    assert len(keys) == 1 and (project / ".env").stat().st_mode & 0o077 == 0


def test_an_empty_site_starts_without_the_demo(tmp_path: Path, project: Path, port: int) -> None:
    database = f"sqlite:///{tmp_path}/empty.sqlite3"
    with Served(project, port, DEMO="0", DATABASE_URL=database, MEDIA_ROOT=str(tmp_path)) as served:
        assert "Log in as:  admin" in served.output
        status, home = fetch(f"{served.address}/")
        assert status == 200 and "Belharbi" not in home


def test_sigterm_lets_requests_in_flight_finish(project: Path, port: int) -> None:
    """A page that takes a second is asked for, the server told to stop meanwhile, and the page arrives whole."""
    slow = project / "slow.py"
    slow.write_text(
        "import time\nfrom academic.wsgi import application as inner\n"
        "def application(environ, start_response):\n"
        "    time.sleep(1.5 if environ['PATH_INFO'] == '/' else 0)\n    return inner(environ, start_response)\n"
    )
    with Served(project, port, GUNICORN_CMD_ARGS="--pythonpath . slow:application") as served:
        answers: list[tuple[int, str]] = []
        asking = threading.Thread(target=lambda: answers.append(fetch(f"{served.address}/")))
        asking.start()
        time.sleep(0.7)
        assert served.stop(signal.SIGTERM) == 0
        asking.join(20)
    assert [status for status, _body in answers] == [200]
    assert answers[0][1].rstrip().endswith("</html>")


def serve_and_fail(project: Path, **environment: str) -> str:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "scripts/serve.py"],
        cwd=project,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1 and done.stdout == ""
    return done.stderr


def test_a_busy_port_gets_one_sentence(project: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        said = serve_and_fail(project, PORT=str(port))
    assert said == f"Port {port} is busy; take another: make run PORT={port + 1}\n"


def test_a_wrong_port_or_host_gets_one_sentence(project: Path) -> None:
    assert serve_and_fail(project, PORT="web").startswith("PORT is 'web'; it must be a number")
    assert serve_and_fail(project, HOST="no-such-host.invalid").startswith("HOST is 'no-such-host.invalid'")


def test_the_network_address_of_this_machine_is_answered_and_told(project: Path, port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: it asks which own address would be used
        except OSError:
            pytest.skip("this machine has no network")
        own = probe.getsockname()[0]
    with Served(project, port, HOST="0.0.0.0") as served:
        assert f"From other machines: http://{own}:{port}/" in served.output
        assert fetch(f"http://{own}:{port}/healthz") == (200, "ok\n")


def test_head_has_the_length_of_get_and_no_body(project: Path, port: int) -> None:
    with Served(project, port) as served:
        length = urllib.request.urlopen(f"{served.address}/", timeout=20).headers["Content-Length"]
        asked = urllib.request.Request(f"{served.address}/", method="HEAD")
        with urllib.request.urlopen(asked, timeout=20) as answer:
            assert (answer.headers["Content-Length"], answer.read()) == (length, b"")


def test_a_database_that_does_not_answer_gets_a_sentence(project: Path, port: int) -> None:
    said = serve_and_fail(project, PORT=str(port), DATABASE_URL="postgres://u:p@127.0.0.1:1/x")
    assert "academic.E009" in said and "The database does not answer" in said and "Traceback" not in said
