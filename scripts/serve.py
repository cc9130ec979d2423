"""What `make run` does once the packages are there: settings, database, demo, static files, server."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOTENV = ROOT / ".env"


def main() -> None:
    os.chdir(ROOT)
    host, port = os.environ.get("HOST") or "127.0.0.1", read_port()
    refuse_busy_port(host, port)
    write_dotenv_once()
    address = site_address(host, port)
    os.environ.setdefault("BIND", f"{bracketed(host)}:{port}")
    if not named_in_dotenv("SITE_URL"):
        os.environ.setdefault("SITE_URL", address)
    if host in {"0.0.0.0", "::"} and not named_in_dotenv("ALLOWED_HOSTS"):  # noqa: S104 the user asked for it
        os.environ.setdefault("ALLOWED_HOSTS", ",".join(names_of_this_machine()))
    manage("migrate", "--noinput", "--verbosity=0")
    manage("first_start", *([] if os.environ.get("DEMO", "1") != "0" else ["--empty"]))
    manage("collectstatic", "--noinput", "--verbosity=0")
    os.environ["READY_MESSAGE"] = ready_message(host, port, address)
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    os.execv(gunicorn, [gunicorn])  # noqa: S606 replaces this process, so that signals reach the server


def read_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        sys.exit(f"PORT is {text!r}; it must be a number from 1 to 65535: make run PORT=8001")
    return int(text)


def refuse_busy_port(host: str, port: int) -> None:
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except PermissionError:
        sys.exit(f"Port {port} is for the system's own programs; take one above 1023: make run PORT=8000")
    except socket.gaierror:
        sys.exit(f"HOST is {host!r}, which this machine does not know; leave it out, or: make run HOST=0.0.0.0")
    except OSError as error:
        if error.errno == 98 or "in use" in str(error):
            sys.exit(f"Port {port} is busy; take another: make run PORT={port + 1}")
        sys.exit(f"{host}:{port} cannot be used ({error.strerror}); try: make run HOST=127.0.0.1")


def write_dotenv_once() -> None:
    """A secret key for this copy of the site, kept between starts and never overwritten."""
    if os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE"):
        return
    if named_in_dotenv("SECRET_KEY") or named_in_dotenv("SECRET_KEY_FILE"):
        return
    with DOTENV.open("a", encoding="utf-8") as file:
        DOTENV.chmod(0o600)
        file.write(f"# Settings of this copy; README.md lists them all.\nSECRET_KEY={secrets.token_urlsafe(50)}\n")


def named_in_dotenv(name: str) -> bool:
    """Whether .env gives it a value that is not empty."""
    lines = DOTENV.read_text(encoding="utf-8").splitlines() if DOTENV.exists() else []
    pairs = (line.removeprefix("export ").partition("=") for line in lines)
    return any(key.strip() == name and value.strip("'\" ") for key, _, value in pairs)


def site_address(host: str, port: int) -> str:
    visible = "127.0.0.1" if host == "0.0.0.0" else "::1" if host == "::" else host  # noqa: S104 a comparison
    return f"http://{bracketed(visible)}" + ("" if port == 80 else f":{port}")


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def ready_message(host: str, port: int, address: str) -> str:
    lines = ["", f"Your site:  {address}/", f"Edit it at: {address}/admin/"]
    if host in {"0.0.0.0", "::"}:  # noqa: S104 a comparison
        others = " ".join(f"http://{bracketed(name)}:{port}/" for name in addresses_in_the_network())
        lines.append(f"From other machines: {others or 'by the name of this machine'}")
    return "\n".join([*lines, "Ctrl-C stops it."])


def names_of_this_machine() -> list[str]:
    """The names and addresses under which others reach this machine, besides the loopback ones."""
    name = socket.gethostname()
    return [name, socket.getfqdn(), "127.0.0.1", "localhost", "[::1]", *map(bracketed, addresses_in_the_network())]


def addresses_in_the_network() -> list[str]:
    """This machine's own addresses, as its routes would use them; connecting a datagram socket sends nothing."""
    found = []
    for family, elsewhere in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with socket.socket(family, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
            probe.connect((elsewhere, 9))
            found.append(str(probe.getsockname()[0]))
    return found


def manage(*arguments: str) -> None:
    """Run a management command; when it fails it has said why, so only stop."""
    if subprocess.run([sys.executable, "manage.py", *arguments], check=False).returncode:  # noqa: S603 our own program
        sys.exit(1)


if __name__ == "__main__":
    main()
