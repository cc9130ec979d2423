"""scripts/setup.sh on machines that lack something: one plain sentence each, no traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ["sh", "dirname", "cksum", "cut", "cat", "rm"]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A copy of the set-up on a machine that has nothing but the shell's own tools in bin/."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "setup.sh", tmp_path / "scripts")
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    return tmp_path


def install_program(machine: Path, name: str, script: str) -> None:
    path = machine / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def setup(machine: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine / "bin"), "HOME": os.environ.get("HOME", "/")}
    command = [str(machine / "bin" / "sh"), "scripts/setup.sh", "requirements.txt"]
    return subprocess.run(command, cwd=machine, env=environment, capture_output=True, text=True, check=False)


def test_an_old_python_is_named_in_one_sentence(machine: Path) -> None:
    install_program(machine, "python3", 'case "$1" in -V) echo Python 3.9.2;; *) exit 1;; esac')
    done = setup(machine)
    assert done.returncode == 1
    assert done.stderr == (
        "Nutshell needs Python 3.11 or newer; here is Python 3.9.2. "
        "Install it, or say where it is: make run PYTHON=/path/to/python3.12\n"
    )


def test_no_python_at_all_is_said(machine: Path) -> None:
    done = setup(machine)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nutshell needs Python 3.11 or newer; here is no Python at all.")


def test_a_missing_venv_module_names_the_package(machine: Path) -> None:
    install_program(machine, "python3", 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')
    done = setup(machine)
    assert done.returncode == 1
    assert done.stderr == "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv\n"


def test_a_second_set_up_installs_nothing(machine: Path) -> None:
    log = machine / "log"
    fake = f'echo "$*" >> {log}; if [ "$2" = venv ]; then mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi'
    for tool in ["mkdir", "cp"]:
        (machine / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    install_program(machine, "python3", fake)
    assert setup(machine).returncode == 0
    assert "pip install" in log.read_text()
    log.unlink()
    assert setup(machine).returncode == 0
    assert "pip" not in log.read_text()
