#!/bin/sh
# Fetches the checkers that are no Python packages into var/tools: the Nu HTML checker (runs on Java) and Lighthouse.
set -eu
cd "$(dirname "$0")/.."
command -v npm >/dev/null 2>&1 || { echo "make tools needs npm: sudo apt install npm" >&2; exit 1; }
mkdir -p var/tools
npm install --prefix var/tools --silent --no-audit --no-fund --ignore-scripts vnu-jar@26.9.27 lighthouse@12.8.2
