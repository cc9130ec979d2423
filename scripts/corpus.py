"""Every file of a corpus of .bib files through the import: python scripts/corpus.py ../shared/corpus/bib

Each is imported into an empty site, imported again, exported, the export imported back, and imported into an empty
site and exported once more. One row per class of files; whatever is not as it should be is named below.
"""

from __future__ import annotations

import csv
import os
import secrets
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = (
    *("files", "entries", "found", "created", "merged", "skipped", "second run", "export back", "exports differ"),
    *("raw differs", "× parse"),
)


@dataclass
class Checked:
    """What one file gave; `problems` is empty where all is as it should be."""

    name: str
    numbers: Counter[str] = field(default_factory=Counter)
    skipped: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0  # CPU of the first import
    parsing: float = 0  # CPU of bibtexparser alone


class _Back(Exception):
    pass


@contextmanager
def empty_again() -> Iterator[None]:
    """What is written inside is rolled back at the end."""
    from django.db import transaction

    try:
        with transaction.atomic():
            yield
            raise _Back
    except _Back:
        pass


def check(name: str, content: bytes) -> Checked:
    """Import, again, export, back, and over to an empty site. The database is empty before and after."""
    from publications.importing import NotBibTeX

    result = Checked(name, Counter(files=1))
    exported = ""
    with empty_again():
        try:
            exported = _round(name, content, result)
        except NotBibTeX as error:
            result.skipped.append(str(error))
    if exported:
        with empty_again():
            _imported("export.bib", exported.encode())
            if _export() != exported:
                result.numbers["exports differ"] += 1
                result.problems.append("the export of the imported export is another")
    return result


def _round(name: str, content: bytes, result: Checked) -> str:
    start = time.process_time()
    first = _imported(name, content)
    result.seconds = time.process_time() - start
    counts = first.counts
    result.numbers.update(counts)
    result.skipped += [str(line) for line in first.lines if line.outcome == "skipped"]
    if counts["found"] != sum(number for outcome, number in counts.items() if outcome != "found"):
        result.problems.append(f"the counts do not add up: {counts}")
    _expect_unchanged(_imported(name, content), "second run", result)
    exported = _export()
    if exported:
        _expect_unchanged(_imported("export.bib", exported.encode()), "export back", result)
    _compare_raw(content, exported, result)
    return exported


def _imported(name: str, content: bytes):  # type: ignore[no-untyped-def] # Django is not set up yet
    from publications.importing import Source, apply, plan

    made = plan([Source(name, content)])
    apply(made)
    return made.report


def _export() -> str:
    from publications.export import export_bibtex
    from publications.models import Publication

    return export_bibtex(Publication.objects.all())


def _expect_unchanged(report, what: str, result: Checked) -> None:  # type: ignore[no-untyped-def]
    changed = [str(line) for line in report.lines if line.outcome not in ("unchanged", "skipped")]
    result.numbers[what] += len(changed)
    result.problems += [f"{what}: {line}" for line in changed]


def _compare_raw(content: bytes, exported: str, result: Checked) -> None:
    """Entries as bibtexparser reads them, not our reader: type, key, names, order and raw values must be there."""
    from publications.bibtex.charset import decode

    text = decode(content)[0]
    start = time.process_time()
    before = _entries(text)
    result.parsing = time.process_time() - start
    missing = before - _entries(exported)
    result.numbers["raw differs"] += sum(missing.values())
    result.problems += [f"raw differs: @{kind}{{{key}" for kind, key, _ in missing]


def _entries(text: str) -> Counter[tuple[object, ...]]:
    import bibtexparser
    from bibtexparser.model import Entry

    blocks = bibtexparser.parse_string(text, parse_stack=[]).blocks
    entries = (getattr(block, "ignore_error_block", None) or block for block in blocks)
    return Counter(
        (entry.entry_type, entry.key, tuple((one.key, one.value) for one in entry.fields))
        for entry in entries
        if isinstance(entry, Entry) and entry.fields
    )


def files_of(folder: Path) -> list[tuple[str, int, Path]]:
    """(class, number of entries an independent lexer counts, path), from INDEX.tsv where there is one."""
    index = folder / "INDEX.tsv"
    if not index.exists():
        return [("-", 0, path) for path in sorted(folder.rglob("*.bib"))]
    with index.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        (row["class"], int(row["n_entries"]), folder / row["file"]) for row in rows if (folder / row["file"]).exists()
    ]


def main(folder: Path) -> int:
    files = files_of(folder) if folder.is_dir() else []
    if not files:
        print(f"corpus NOT RUN: no .bib files in {folder}")  # noqa: T201
        return 0
    _set_up()
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    times: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    told: list[str] = []
    failed = False
    for kind, entries, path in files:
        result = check(path.name, path.read_bytes())
        totals[kind] += result.numbers + Counter(entries=entries)
        times[kind] = [times[kind][0] + result.seconds, times[kind][1] + result.parsing]
        failed |= any(result.numbers[name] for name in ("second run", "export back", "exports differ"))
        told += [f"{path.name}: {line}" for line in (*result.skipped, *result.problems)]
    print("class".ljust(7) + "".join(name.rjust(16) for name in COLUMNS))  # noqa: T201
    for kind, numbers in sorted(totals.items()):
        numbers_told = [str(numbers[name]) for name in COLUMNS[:-1]]
        ratio = f"{times[kind][0] / times[kind][1]:.1f}" if times[kind][1] else "-"
        print(kind.ljust(7) + "".join(text.rjust(16) for text in (*numbers_told, ratio)))  # noqa: T201
    for line in told:
        print(line)  # noqa: T201
    return int(failed)


def _set_up() -> None:
    """A site of its own in a temporary folder."""
    folder = tempfile.mkdtemp(prefix="nutshell-corpus-")
    os.environ.update(NO_DOTENV="true", SECRET_KEY=secrets.token_hex(32), DATABASE_URL=f"sqlite:///{folder}/db.sqlite3")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "academic.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus" / "bib")))
