"""The systemd units, as systemd itself reads them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).resolve().parent.parent.parent / "deploy" / "systemd"


@pytest.fixture
def systemd_analyze() -> str:
    found = shutil.which("systemd-analyze")
    if found is None and os.environ.get("REQUIRE_SYSTEMD"):
        pytest.fail("REQUIRE_SYSTEMD is set, but there is no systemd-analyze")
    return found or pytest.skip("there is no systemd-analyze on this machine")


def installed(folder: Path) -> list[str]:
    """Copies of the units, whose programs are on this machine."""
    written = []
    for unit in UNITS.iterdir():
        text = re.sub(r"/srv/nutshell/\.venv/bin/\S+", "/bin/true", unit.read_text())
        (folder / unit.name).write_text(text)
        written.append(str(folder / unit.name))
    return written


def test_systemd_finds_no_fault(systemd_analyze: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [systemd_analyze, "verify", "--man=no", *installed(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["nutshell.service", "nutshell-backup.service"])
def test_the_services_may_do_little(systemd_analyze: str, tmp_path: Path, name: str) -> None:
    installed(tmp_path)
    done = subprocess.run(
        [systemd_analyze, "security", "--offline=true", "--threshold=20", str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_nginx_and_systemd_name_the_same_places() -> None:
    site = (UNITS.parent / "nginx" / "nutshell.conf").read_text()
    service, door = (UNITS / "nutshell.service").read_text(), (UNITS / "nutshell.socket").read_text()
    assert re.findall(r"server unix:(\S+)", site) == re.findall(r"ListenStream=(\S+)", door)
    state = re.findall(r"StateDirectory=(\S+)", service)[0]
    assert set(re.findall(r"alias (/var/lib/\w+)/", site)) == {f"/var/lib/{state}"}
