"""Every number asked of Nutshell's speed, as one table: make bench [ONLY=cached,nginx] [CORPUS=…] [QUICK=1] [ROUNDS=…]

Each part runs in a process of its own, in a folder that goes with it. Exit code 1 when something asked is not met or
could not be run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from . import machine, table
from .servers import ROOT, free_port

# What runs under a name; those ending in -postgres on a PostgreSQL that is started for them.
PARTS = {
    "cached": "cached:measure",
    "cached-postgres": "cached:measure",
    "nginx": "proxied:measure",
    "rendered": "rendered:measure",
    "searched-postgres": "searched:measure",
    "visible": "visible:under_gunicorn",
    "visible-postgres": "visible:under_gunicorn",
    "visible-nginx": "visible:behind_nginx",
    "hammer": "visible:stale_answers",
    "hammer-postgres": "visible:stale_answers",
    "import": "importing:measure",
    "export": "exporting:measure",
    "weight": "weight:measure",
    "memory": "memory:measure",
}
POSTGRES = "-postgres"
WITH_WRK = {"cached", "cached-postgres", "nginx"}


def main(only: str) -> int:
    about, outcomes = machine.told(), Counter[str]()
    table.head()
    for name in chosen(only):
        outcomes.update(run(name))
    print(f"\n{about}", flush=True)  # noqa: T201
    counts = ", ".join(f"{outcomes[word]} {word.strip('*')}" for word in (table.MET, table.NOT_MET, table.NOT_MEASURED))
    print(f"{counts}, {outcomes['failed']} parts failed")  # noqa: T201
    return int(outcomes[table.NOT_MET] + outcomes["failed"] > 0)


def chosen(only: str) -> list[str]:
    """Parts by name, or by the first word of it; all where none is named."""
    wanted = only.replace(",", " ").split()
    names = [name for name in PARTS if not wanted or {name, name.split("-")[0]} & set(wanted)]
    unknown = [word for word in wanted if not any(word in (name, name.split("-")[0]) for name in PARTS)]
    if unknown:
        sys.exit(f"There is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return names


def run(name: str) -> Counter[str]:
    """The last cells of the lines it printed."""
    command = [sys.executable, "-m", "scripts.bench", "--part", name]
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if name in WITH_WRK and shutil.which("wrk") is None:
        table.not_measured(f"the part {name}", "wrk is missing. On Debian and Ubuntu: sudo apt install wrk")
        return Counter([table.NOT_MEASURED])
    if name.endswith(POSTGRES):
        if reason := no_postgres():
            table.not_measured(f"the part {name}", reason)
            return Counter([table.NOT_MEASURED])
        command = ["sh", "scripts/postgres.sh", *command]
        environment["PGPORT"] = str(free_port())
    outcomes = Counter[str]()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as part:  # noqa: S603
        assert part.stdout is not None  # noqa: S101 for the types
        for printed in part.stdout:
            print(printed, end="", flush=True)  # noqa: T201
            outcomes[printed.rstrip(" |\n").rsplit("| ", 1)[-1]] += 1
    if part.returncode:
        outcomes["failed"] += 1
        print(f"| the part {name} failed (exit code {part.returncode}) | | | | | FAILED |", flush=True)  # noqa: T201
    return outcomes


@cache
def no_postgres() -> str:
    """Why there is none; empty where there is."""
    environment = {**os.environ, "PGPORT": str(free_port())}
    tried = ["sh", "scripts/postgres.sh", "true"]
    done = subprocess.run(tried, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stderr.strip() or "PostgreSQL did not start" if done.returncode else ""


def run_here(name: str) -> None:
    module, function = PARTS[name].split(":")
    with TemporaryDirectory(prefix="nutshell-bench-") as folder:
        getattr(import_module(f"scripts.bench.{module}"), function)(Path(folder))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        run_here(sys.argv[2])
    else:
        sys.exit(main(os.environ.get("ONLY", "") or " ".join(sys.argv[1:])))
