"""A short run of scripts/hammer.py: two gunicorn workers never answer with a page older than the last edit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 25


def test_no_answer_is_older_than_the_last_edit() -> None:
    kept = ("PATH", "HOME", "PGPORT")
    done = subprocess.run(
        [sys.executable, "-m", "scripts.hammer", str(ROUNDS)],
        cwd=ROOT,
        env={name: os.environ[name] for name in kept if name in os.environ},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    said = re.fullmatch(r"SQLite: 25 rounds, (\d+) answers by 2 workers: 0 stale, 0 failed\n", done.stdout)
    assert done.returncode == 0 and said, done.stdout + done.stderr
    assert int(said[1]) >= 2 * ROUNDS
