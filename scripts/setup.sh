#!/bin/sh
# Usage: scripts/setup.sh requirements.txt
# Makes .venv and installs the pinned packages, when that is not done yet. Says in one sentence what is missing.
set -eu
cd "$(dirname "$0")/.."
requirements=$1
venv=.venv

say() { printf '%s\n' "$*" >&2; }
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if command -v "$candidate" >/dev/null 2>&1 && is_new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    found=$(python3 -V 2>/dev/null || echo 'no Python at all')
    say "Nutshell needs Python 3.11 or newer; here is $found. Install it, or say where it is: make run PYTHON=/path/to/python3.12"
    exit 1
}

make_venv() {
    python=$(find_python)
    rm -rf "$venv"
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python "$python" "$venv"
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"
        exit 1
    else
        "$python" -m venv "$venv"
    fi
}

install() {
    say "Installing the packages of $requirements …"
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$venv/bin/python" --require-hashes -r "$requirements"
    elif "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
    else
        say "$venv was made without pip; remove it and try again: rm -rf $venv"
        exit 1
    fi || {
        say "The packages could not be installed; is the package index reachable? The message above says why."
        exit 1
    }
}

# requirements-dev.txt pins the same versions as requirements.txt, so it counts for both.
stamp() { cksum "$1" | cut -d' ' -f1; }
is_installed() { [ "$(cat "$venv/.installed-$1" 2>/dev/null)" = "$(stamp "$1")" ]; }

is_new_enough "$venv/bin/python" || make_venv
if ! is_installed "$requirements"; then
    install
    stamp "$requirements" >"$venv/.installed-$requirements"
    [ "$requirements" = requirements.txt ] || stamp requirements.txt >"$venv/.installed-requirements.txt"
fi
