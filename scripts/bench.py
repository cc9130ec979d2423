"""What importing BibTeX costs: python scripts/bench.py [../shared/corpus/bib]

Each size runs in a process of its own, on an empty SQLite site. CPU seconds; every line is a ratio to
`bibtexparser.parse_file` on the same file in the same run. Without a corpus the demo's entries are repeated instead.
"""

from __future__ import annotations

import json
import os
import re
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000)
AT_MOST = 6.0  # × parse_file, the whole import; the aim is 4
MEMORY = 500  # MB at 10,000 entries
STEPS = ("read", "records", "plan", "write", "whole import", "again")


def main() -> int:
    corpus = sys.argv[1] if len(sys.argv) > 1 else ""
    print(f"entries    parse_file   {'   '.join(f'{step:>12}' for step in STEPS)}        memory")  # noqa: T201
    failed = False
    for size in SIZES:
        done = subprocess.run(  # noqa: S603 this script again
            [sys.executable, __file__, "--one", str(size), corpus], capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(done.stderr)
        row = json.loads(done.stdout)
        ratios = "   ".join(f"{row[step] / row['parse_file']:>11.2f}×" for step in STEPS)
        print(f"{row['entries']:>7}    {row['parse_file']:>8.2f} s   {ratios}   {row['memory']:>8.0f} MB")  # noqa: T201
        failed = failed or row["whole import"] / row["parse_file"] > AT_MOST or row["memory"] > MEMORY
    print(f"at most {AT_MOST:.0f}× for the whole import, {MEMORY} MB: {'NOT MET' if failed else 'met'}")  # noqa: T201
    return int(failed)


def repeated(corpus: str, size: int) -> str:
    """`size` entries: real ones over and over, each time with new keys, titles, DOIs and arXiv ids."""
    from publications.bibtex import read

    folder = Path(corpus) if corpus else ROOT / "academic" / "site" / "demo"
    texts: list[str] = []
    for path in sorted(folder.glob("*.bib")):
        found = read(path.read_bytes())
        texts += [entry.raw for entry in found.entries if entry.key and not entry.inherited and len(entry.raw) < 20_000]
    made = (renamed(texts[number % len(texts)], number) for number in range(size))
    return "\n\n".join(made)


def renamed(text: str, number: int) -> str:
    text = re.sub(r"(@\s*\w+\s*[{(])\s*([^,\s]+)", rf"\g<1>k{number}x\g<2>", text, count=1)
    text = re.sub(r"(?im)^(\s*title\s*=\s*[{\"]+)", rf"\g<1>{word(number)} ", text, count=1)
    text = re.sub(r"10\.(\d{4,9})/", rf"10.\1/n{number}.", text)
    text = re.sub(
        r"(?im)^(\s*eprint\s*=\s*[{\"]?)[^},\"]+", rf"\g<1>{1000 + number // 90000:04}.{number % 90000:05}", text
    )
    return re.sub(r"(?im)^\s*crossref\s*=.*$", "", text)


def word(number: int) -> str:
    """A word of its own for every number, without a digit."""
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit] + "aeiou"[digit % 5]
    return letters.capitalize()


def cpu(step: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    result = step()
    return time.process_time() - started, result


def measured(size: int, corpus: str) -> dict[str, float]:
    prepared_site()
    import bibtexparser
    from django.core.management import call_command

    from publications.bibtex import read, record
    from publications.importing import Source, apply, plan
    from publications.models import Publication

    call_command("migrate", verbosity=0)
    text = repeated(corpus, size)
    path = Path(tempfile.mkdtemp()) / "all.bib"
    path.write_text(text, encoding="utf-8")
    content = path.read_bytes()
    row: dict[str, float] = {"parse_file": min(cpu(lambda: bibtexparser.parse_file(str(path)))[0] for _ in range(3))}
    row["read"], found = cpu(lambda: read(content))
    row["records"], _ = cpu(lambda: [record(entry) for entry in found.entries])
    row["entries"], found = found.found, None
    row["plan"], planned = cpu(lambda: plan([Source("all.bib", content)]))
    row["write"], _ = cpu(lambda: apply(planned))
    row["whole import"] = row["plan"] + row["write"]
    counts = planned.report.counts
    assert counts["found"] == row["entries"] and counts["created"] == Publication.objects.count(), counts  # noqa: S101
    row["again"], second = cpu(lambda: plan([Source("all.bib", content)]))
    assert second.report.counts["unchanged"] == counts["found"], second.report.counts  # noqa: S101
    row["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return row


def prepared_site() -> None:
    sys.path.insert(0, str(ROOT))
    folder = tempfile.mkdtemp(prefix="nutshell-bench-")
    os.environ.update(
        NO_DOTENV="true",
        SHARE_CARDS="false",  # drawn by another process, which would be measured too
        SECRET_KEY=secrets.token_urlsafe(50),
        DATABASE_URL=f"sqlite:///{folder}/bench.sqlite3",
        MEDIA_ROOT=folder,
        DJANGO_SETTINGS_MODULE="academic.settings",
    )
    import django

    django.setup()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.path.insert(0, str(ROOT))
        print(json.dumps(measured(int(sys.argv[2]), sys.argv[3])))  # noqa: T201
    else:
        sys.exit(main())
