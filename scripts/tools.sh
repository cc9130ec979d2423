#!/bin/sh
# Usage: scripts/tools.sh [checker]
# Fetches the checkers that are no Python packages into var/tools: the Nu HTML checker (runs on Java) and, unless only
# the checker is asked for, Lighthouse.
set -eu
cd "$(dirname "$0")/.."
command -v npm >/dev/null 2>&1 || { echo "make tools needs npm: sudo apt install npm" >&2; exit 1; }
mkdir -p var/tools
packages=vnu-jar@26.9.27
[ "${1:-}" = checker ] || packages="$packages lighthouse@12.8.2"
# shellcheck disable=SC2086 one word for each package
npm install --prefix var/tools --silent --no-audit --no-fund --ignore-scripts $packages
