"""The house itself: which room may know which, one renderer, one published-rule, migrations, settings."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
# Each room may know those after it. settings.py and urls.py name all rooms; tests know everything.
ROOMS = ["academic.site", "news", "publications", "academic"]
NAMING_ALL = {"academic/settings.py", "academic/urls.py"}
PURE = ["publications/bibtex", "publications/formats"]
SITE_TEMPLATES = {"cv.html", "cv_failed.html", "search.html", "teaching.html"}


def room_of(name: str) -> str | None:
    """The room a module ("publications.bibtex.read") or a folder ("publications/bibtex") belongs to."""
    dotted = name.replace("/", ".")
    return next((room for room in ROOMS if f"{dotted}.".startswith(f"{room}.")), None)


def python_files() -> list[Path]:
    return [path for room in ("academic", "news", "publications") for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions, relative ones made absolute; and every model it names."""
    package = list(path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in {
            "get_model",
            "import_module",
            "import_string",
        }:
            yield from (arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"^(?:academic|news|publications|site)\.[A-Z]\w+$", node.value)


def wrong_arrow(user: str, used: str) -> bool:
    return ROOMS.index(user) > ROOMS.index(used)


def test_imports_run_one_way() -> None:
    arrows = [
        f"{path.relative_to(ROOT)} → {module}"
        for path in python_files()
        if str(path.relative_to(ROOT)) not in NAMING_ALL
        for module in imported(path)
        if (user := room_of(str(path.relative_to(ROOT).with_suffix(""))))
        and (used := room_of("academic.site" if module.startswith("site.") else module))
        and wrong_arrow(user, used)
    ]
    assert arrows == []


def test_an_arrow_the_wrong_way_would_be_found(tmp_path: Path) -> None:
    assert wrong_arrow("academic", "news") and wrong_arrow("publications", "academic.site")
    assert not wrong_arrow("news", "publications")
    folder = ROOT / "academic"
    found = set(imported(folder / "urls.py"))
    assert "academic.site.views" in found or "academic.site" in found


def test_bibtex_and_formats_know_nothing_of_django() -> None:
    for folder in PURE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for module in imported(path):
                is_own = any(f"{module}.".startswith(pure.replace("/", ".") + ".") for pure in PURE)
                assert not module.startswith("django") and (is_own or room_of(module) is None), f"{path}: {module}"


def template_room(name: str) -> str:
    if name in SITE_TEMPLATES:
        return "academic.site"
    if re.match(r"(news/|(blocks|includes)/news)", name):
        return "news"
    return "publications" if re.match(r"(publications/|(blocks|includes)/publication)", name) else "academic"


def tag_libraries() -> dict[str, str]:
    """Room by name of every template tag library of ours."""
    paths = [path for path in python_files() if path.parent.name == "templatetags" and path.stem != "__init__"]
    return {path.stem: room_of(str(path.relative_to(ROOT).parent)) or "" for path in paths}


def test_templates_load_and_include_one_way() -> None:
    libraries, arrows = tag_libraries(), []
    for path in sorted((ROOT / "templates").rglob("*.html")):
        name = str(path.relative_to(ROOT / "templates"))
        text = path.read_text(encoding="utf-8")
        used = [template_room(found) for found in re.findall(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)", text)]
        for loaded in re.findall(r"{%\s*load\s+([^%]+)%}", text):
            used += [libraries[word] for word in loaded.split(" from ")[-1].split() if word in libraries]
        arrows += [f"{name} → {room}" for room in used if wrong_arrow(template_room(name), room)]
    assert arrows == []


def test_only_the_renderer_marks_text_as_safe() -> None:
    users = {str(path.relative_to(ROOT)) for path in python_files() if "mark_safe(" in path.read_text(encoding="utf-8")}
    assert users <= {
        "academic/markdown.py",
        "academic/templatetags/icons.py",
        "academic/templatetags/structured.py",  # JSON, in which no sign of HTML is left
    }
    for path in (ROOT / "templates").rglob("*.html"):
        assert "|safe" not in path.read_text(encoding="utf-8"), path


def test_the_published_rule_is_written_once() -> None:
    rule = re.compile(r"(publish_at|expire_at)__\w+")
    users = {str(path.relative_to(ROOT)) for path in python_files() if rule.search(path.read_text(encoding="utf-8"))}
    assert users == {"academic/models/publishing.py"}


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def run_check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: os.environ[name] for name in ("PATH", "DATABASE_URL", "MEDIA_ROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"NO_DOTENV": "true", **inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_deploy_is_silent_with_an_https_address() -> None:
    key = {"SECRET_KEY": "a-l0ng-key" * 8, "SITE_URL": "https://ada.example.org"}
    done = run_check("manage.py", "check", "--deploy", "--fail-level", "WARNING", **key)
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (2 silenced).\n"), done.stderr


def test_wrong_settings_are_named_with_id_and_hint() -> None:
    key = {"SECRET_KEY": "a-l0ng-key" * 8}
    for environment, id in [
        ({}, "academic.E001"),
        ({"SECRET_KEY_FILE": "/nowhere/key"}, "academic.E002"),
        ({**key, "DEBUG": "perhaps"}, "academic.E003"),
        ({**key, "SITE_URL": "ada.example.org"}, "academic.E004"),
        ({**key, "SITE_URL": "https://example.org/~ada"}, "academic.E005"),
        ({**key, "TRUSTED_PROXIES": "nginx"}, "academic.E006"),
        ({**key, "DATABASE_URL": "mysql://user@host/name"}, "academic.E008"),
        ({**key, "DATABASE_URL": "postgres://u:p@h:port/x"}, "academic.E008"),
        ({**key, "DATABASE_URL": "sqlite:////no/such/folder/db.sqlite3"}, "academic.E008"),
        ({**key, "PAGE_CACHE_MB": "much"}, "academic.E013"),
        ({**key, "LOG_FORMAT": "xml"}, "academic.E014"),
        ({**key, "MEDIA_ROOT": str(ROOT / "README.md" / "media")}, "academic.E007"),
        ({**key, "MEDIA_ACCEL_PREFIX": "protected-media"}, "academic.E012"),
    ]:
        done = run_check("manage.py", "check", **environment)
        assert done.returncode == 1 and id in done.stderr, (id, done.stderr)
        started = run_check("-c", "import academic.wsgi", **environment)
        assert started.returncode == 1 and started.stderr.startswith(id), (id, started.stderr)
        assert "Traceback" not in started.stderr


def test_settings_are_read_from_files_too(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from-a-file\n")
    program = "from django.conf import settings; print(settings.SECRET_KEY)"
    environment = {"SECRET_KEY_FILE": str(tmp_path / "key"), "DJANGO_SETTINGS_MODULE": "academic.settings"}
    assert run_check("-c", program, **environment).stdout == "from-a-file\n"
