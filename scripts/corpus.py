"""Every file of a corpus of .bib files through the import: python scripts/corpus.py ../shared/corpus/bib

Each is imported into an empty site, imported again, exported, the export imported back, and imported into an empty
site and exported once more. One row per class of files; whatever is not as it should be is named below, and makes the
exit status 1: entries that are neither in nor named, another number than INDEX.tsv has, a second run that changes
something, another export, a raw value that differs without the report naming the repair, an entry nobody wrote.
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

if __package__:
    from . import lexer
else:
    import lexer  # type: ignore[no-redef,import-not-found] # run as a script

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = (
    *("files", "entries", "found", "created", "merged", "skipped", "second run", "export back", "exports differ"),
    *("repaired", "raw differs", "× parse"),
)
# Files in which we find another number of entries than INDEX.tsv has, and why. None at present.
EXPLAINED: dict[str, str] = {}


@dataclass
class Checked:
    """What one file gave; `problems` is empty where all is as it should be."""

    name: str
    numbers: Counter[str] = field(default_factory=Counter)
    repaired: list[str] = field(default_factory=list)
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


def check(name: str, content: bytes, encoding: str = "") -> Checked:
    """Import, again, export, back, and over to an empty site. The database is empty before and after."""
    from publications.importing import NotBibTeX

    result = Checked(name, Counter(files=1))
    exported = ""
    with empty_again():
        try:
            exported = _round(name, content, encoding, result)
        except NotBibTeX as error:
            result.skipped.append(str(error))
    if exported:
        with empty_again():
            _imported("export.bib", exported.encode())
            if _export() != exported:
                result.numbers["exports differ"] += 1
                result.problems.append("the export of the imported export is another")
    return result


def _round(name: str, content: bytes, encoding: str, result: Checked) -> str:
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
    _compare_raw(content, encoding, exported, result)
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


def _compare_raw(content: bytes, encoding: str, exported: str, result: Checked) -> None:
    """Type, key, names, order and raw values must be there, to two readers that are not ours. What differs must be an
    entry whose repair the report names; word-for-word twins are one. Nor may an entry come out that never went in."""
    from publications.bibtex import read

    text = lexer.text_of(content, encoding)
    start = time.process_time()
    parsed = _of_the_library(text)
    result.parsing = time.process_time() - start
    second = set(lexer.entries(text))
    hidden = lexer.commented_keys(text) - {
        key for _, key, _ in second
    }  # the library reads them, BibTeX's friends do not
    parsed = {entry for entry in parsed if entry[1] not in hidden}
    seen = [(parsed, _of_the_library(exported)), (second, set(lexer.entries(exported)))]
    mended = {entry.key: entry.repairs for entry in read(content).entries if entry.repairs}
    for what, differing in (("raw differs", _differing(seen)), ("nobody wrote", _differing(seen, backwards=True))):
        for kind, key in differing:
            if key in mended:
                result.repaired.append(f"repaired: @{kind}{{{key}: {'; '.join(mended[key])}")
            else:
                result.problems.append(f"{what}: @{kind}{{{key}")
                result.numbers["raw differs"] += 1
    result.repaired = list(dict.fromkeys(result.repaired))
    result.numbers["repaired"] += len(result.repaired)


def _differing(seen: list[tuple[set[lexer.Lexed], set[lexer.Lexed]]], backwards: bool = False) -> list[tuple[str, str]]:
    """Type and key of the entries that, to every reader that can read them, are before and not after (or the other way
    round): one reader's slip is no loss."""
    keys = [{key for _, key, _ in before} for before, _ in seen]
    gone = [after - before if backwards else before - after for before, after in seen]
    gone_keys = [{key for _, key, _ in entries} for entries in gone]
    found = {(kind.lower(), key) for entries in gone for kind, key, _ in entries}
    return sorted(
        (kind, key)
        for kind, key in found
        if all(key in mine for known, mine in zip(keys, gone_keys, strict=True) if key in known)
        and any(key in known for known in keys)
    )


def _of_the_library(text: str) -> set[lexer.Lexed]:
    import bibtexparser
    from bibtexparser.model import Entry

    blocks = bibtexparser.parse_string(text, parse_stack=[]).blocks
    entries = (getattr(block, "ignore_error_block", None) or block for block in blocks)
    return {
        (entry.entry_type, entry.key, tuple((one.key, one.value) for one in entry.fields))
        for entry in entries
        if isinstance(entry, Entry) and entry.fields
    }


@dataclass
class Listed:
    """A file of a corpus: its class, how many entries an independent lexer counts (None: nobody counted), its encoding
    as somebody found it."""

    path: Path
    kind: str = "-"
    entries: int | None = None
    encoding: str = ""


def files_of(folder: Path) -> list[Listed]:
    """What INDEX.tsv lists, or without one every .bib file."""
    index = folder / "INDEX.tsv"
    if not index.exists():
        return [Listed(path) for path in sorted(folder.rglob("*.bib"))]
    with index.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Listed(folder / row["file"], row["class"], int(row["n_entries"]), row.get("encoding", ""))
        for row in rows
        if (folder / row["file"]).exists()
    ]


def checked(listed: Listed) -> Checked:
    """`check`, and the number of entries; whatever is raised is a problem of this file and stops no other."""
    name = listed.path.name
    try:
        result = check(name, listed.path.read_bytes(), listed.encoding)
    except Exception as error:  # noqa: BLE001
        return Checked(name, Counter(files=1), problems=[f"raised {type(error).__name__}: {error}"])
    result.numbers["entries"] = result.numbers["found"] if listed.entries is None else listed.entries
    if result.numbers["entries"] != result.numbers["found"]:
        told = f"{result.numbers['found']} entries found, INDEX.tsv has {listed.entries}"
        if name in EXPLAINED:
            result.skipped.append(f"{told}: {EXPLAINED[name]}")
        else:
            result.problems.append(told)
    return result


def main(folder: Path) -> int:
    files = files_of(folder) if folder.is_dir() else []
    if not files:
        print(f"corpus NOT RUN: no .bib files in {folder}")  # noqa: T201
        return 0
    _set_up()
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    times: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    told: list[str] = []
    problems: list[str] = []
    for listed in files:
        result = checked(listed)
        totals[listed.kind] += result.numbers
        times[listed.kind] = [times[listed.kind][0] + result.seconds, times[listed.kind][1] + result.parsing]
        told += [f"{result.name}: {line}" for line in (*result.skipped, *result.repaired)]
        problems += [f"{result.name}: {line}" for line in result.problems]
    _print_table(totals, times)
    for line in (*told, *problems):
        print(line)  # noqa: T201
    print(f"{len(problems)} problems" if problems else "all as it should be")  # noqa: T201
    return int(bool(problems))


def _print_table(totals: dict[str, Counter[str]], times: dict[str, list[float]]) -> None:
    print("class".ljust(7) + "".join(name.rjust(16) for name in COLUMNS))  # noqa: T201
    for kind, numbers in sorted(totals.items()):
        numbers_told = [str(numbers[name]) for name in COLUMNS[:-1]]
        ratio = f"{times[kind][0] / times[kind][1]:.1f}" if times[kind][1] else "-"
        print(kind.ljust(7) + "".join(text.rjust(16) for text in (*numbers_told, ratio)))  # noqa: T201


def _set_up() -> None:
    """A site of its own in a temporary folder."""
    folder = tempfile.mkdtemp(prefix="nutshell-corpus-")
    os.environ.update(NO_DOTENV="true", SECRET_KEY=secrets.token_hex(32), DATABASE_URL=f"sqlite:///{folder}/db.sqlite3")
    os.environ["SHARE_CARDS"] = "false"  # drawn after a save by another process, which is not what is looked at here
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "academic.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus" / "bib")))
