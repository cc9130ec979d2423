"""What importing BibTeX costs, beside `bibtexparser.parse_file` on the same file in the same process.

Each size runs in a process of its own, cold, on an empty SQLite site; CPU seconds.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory

from . import sites, sizes, table
from .servers import ROOT
from .timing import cpu

AT_MOST = 6.0  # × parse_file, the whole import; the aim is 4
MEMORY = 500  # MB at the larger size
LINEAR = 1.5  # × per entry, from the smaller size to the larger
COLD = 3  # processes for the smaller size, which the noise of a machine moves most
STEPS = ("read", "records", "plan", "write")
CORPUS = os.environ.get("CORPUS") or str(ROOT.parent / "shared" / "corpus" / "bib")

Figures = dict[str, float]


def measure(folder: Path) -> None:
    small, large = sizes.SIZES
    first = cold(small, COLD)
    tell(first, f"median of {COLD} cold processes")
    second = cold(large, 1)
    tell(second, "one cold process")
    each, reference = (one["whole import"] / one["entries"] * 1000 for one in (second, first))
    table.line(
        f"the same for an entry, {large:,} beside {small:,}",
        f"{each:.2f} ms",
        reference=f"{reference:.2f} ms",
        ratio=each / reference,
        verdict=table.Verdict(f"linear: at most {LINEAR:g}×", each <= LINEAR * reference),
    )
    verdict = table.below(second["memory"], MEMORY, " MB")
    table.line(f"memory of that import of {large:,} entries", f"{second['memory']:.0f} MB", verdict=verdict)


def tell(row: Figures, how: str) -> None:
    parsed, name = row["parse_file"], f"{row['entries']:,.0f} entries"
    ratio = row["whole import"] / parsed
    table.line(
        f"import of {name} of {source()}: CPU ({how})",
        f"{row['whole import']:.2f} s",
        reference=f"bibtexparser.parse_file, {parsed:.2f} s",
        ratio=ratio,
        verdict=table.Verdict(f"at most {AT_MOST:g}× (aim: 4)", ratio <= AT_MOST),
    )
    steps = ", ".join(f"{step} {row[step] / parsed:.2f}" for step in STEPS)
    table.line(f"its steps as multiples of the same ({name})", steps, reference=f"{parsed:.2f} s")
    table.line(
        f"planning the same {name} again, nothing to do",
        f"{row['again']:.2f} s",
        reference=f"{parsed:.2f} s",
        ratio=row["again"] / parsed,
    )


def cold(size: int, processes: int) -> Figures:
    """Of so many processes the one whose ratio is in the middle."""
    command = [sys.executable, "-m", "scripts.bench.importing", str(size)]
    rows = []
    for _ in range(processes):
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 this module
        rows.append(json.loads(done.stdout))
    middle = median_low(row["whole import"] / row["parse_file"] for row in rows)
    return next(row for row in rows if row["whole import"] / row["parse_file"] == middle)


def source() -> str:
    return "real bibliographies" if Path(CORPUS).is_dir() else "the demo's bibliography"


def repeated(size: int) -> str:
    """`size` entries: real ones over and over, each time with new keys, titles, DOIs and arXiv ids."""
    from publications.bibtex import read

    folder = Path(CORPUS) if Path(CORPUS).is_dir() else ROOT / "academic" / "site" / "demo"
    texts: list[str] = []
    for path in sorted(folder.glob("*.bib")):
        found = read(path.read_bytes())
        texts += [entry.raw for entry in found.entries if entry.key and not entry.inherited and len(entry.raw) < 20_000]
    made = (renamed(texts[number % len(texts)], number) for number in range(size))
    return "\n\n".join(made)


def renamed(text: str, number: int) -> str:
    text = re.sub(r"(@\s*\w+\s*[{(])\s*([^,\s]+)", rf"\g<1>k{number}x\g<2>", text, count=1)
    text = re.sub(r"(?im)^(\s*title\s*=\s*[{\"]+)", rf"\g<1>{sites.word(number)} ", text, count=1)
    text = re.sub(r"10\.(\d{4,9})/", rf"10.\1/n{number}.", text)
    text = re.sub(
        r"(?im)^(\s*eprint\s*=\s*[{\"]?)[^},\"]+", rf"\g<1>{1000 + number // 90000:04}.{number % 90000:05}", text
    )
    return re.sub(r"(?im)^\s*crossref\s*=.*$", "", text)


def measured(size: int, folder: Path) -> Figures:
    sites.use(folder)
    import bibtexparser

    from publications.bibtex import read, record
    from publications.importing import Source, apply, plan
    from publications.models import Publication

    path = folder / "all.bib"
    path.write_text(repeated(size), encoding="utf-8")
    content = path.read_bytes()
    row: Figures = {"parse_file": min(cpu(lambda: bibtexparser.parse_file(str(path)))[0] for _ in range(3))}
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


if __name__ == "__main__":
    with TemporaryDirectory(prefix="nutshell-bench-") as temporary:
        os.environ.pop("DATABASE_URL", None)
        print(json.dumps(measured(int(sys.argv[1]), Path(temporary))))  # noqa: T201
