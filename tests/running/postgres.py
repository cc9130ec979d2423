"""A PostgreSQL for one test, by scripts/postgres.sh."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .deployment import free_port

ROOT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def database_on_postgres() -> Iterator[str]:
    """Its DATABASE_URL; skipped where there is no PostgreSQL, failed under REQUIRE_POSTGRES."""
    with subprocess.Popen(
        ["sh", "scripts/postgres.sh", "sh", "-c", 'echo "$DATABASE_URL"; exec cat >/dev/null'],
        cwd=ROOT,
        env={**os.environ, "PGPORT": str(free_port())},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdin and server.stdout and server.stderr
        address = server.stdout.readline().strip()
        if not address:
            reason = server.stderr.read().strip()
            if os.environ.get("REQUIRE_POSTGRES"):
                pytest.fail(f"REQUIRE_POSTGRES is set, but: {reason}")
            pytest.skip(reason)
        yield address
        server.stdin.close()
