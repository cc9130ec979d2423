#!/bin/sh
# Lighthouse over the demo, served as `make run` serves it: the median of RUNS runs of each page, phone and desktop,
# written with the date to docs/lighthouse.md. Needs Chromium and npm; nothing of this checkout's own site is touched.
set -eu
cd "$(dirname "$0")/.."
RUNS=${RUNS:-5} PORT=${PORT:-8399} OUT=${OUT:-docs/lighthouse.md}
export CHROME_PATH=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
folder=$(mktemp -d)
server=
stop() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"; }
trap stop EXIT INT TERM
[ -x var/tools/node_modules/.bin/lighthouse ] || sh scripts/tools.sh

HOST=127.0.0.1 PORT=$PORT DEMO=1 NO_DOTENV=1 SECRET_KEY=only-for-this-measurement SITE_URL="http://127.0.0.1:$PORT" \
    DATABASE_URL="sqlite:///$folder/db.sqlite3" MEDIA_ROOT="$folder/media" STATIC_ROOT="$folder/static" \
    .venv/bin/python scripts/serve.py >"$folder/server.log" 2>&1 &
server=$!
tries=0
until curl -fs -o /dev/null "http://127.0.0.1:$PORT/healthz"; do
    tries=$((tries + 1))
    [ "$tries" -lt 90 ] || { cat "$folder/server.log" >&2; exit 1; }
    sleep 1
done

# Now and then Chromium loses the start of a page from its trace, or paints nothing in time (NO_NAVSTART, NO_FCP): that
# run is made again.
measure() { # path file [option]
    path=$1 file=$2
    shift 2
    for try in 1 2 3 4 5; do
        var/tools/node_modules/.bin/lighthouse "http://127.0.0.1:$PORT$path" "$@" --quiet --output=json \
            --output-path="$file" --chrome-flags="--headless=new --no-sandbox --disable-dev-shm-usage" \
            2>"$folder/lighthouse.log" && ! grep -q '"runtimeError"' "$file" && return
        echo "again ($try): $path" >&2
    done
    cat "$folder/lighthouse.log" >&2
    exit 1
}

paper=$(curl -fs "http://127.0.0.1:$PORT/publications/" | sed -n 's/.*class="title" href="\([^"]*\)".*/\1/p' | head -1)
for path in / /publications/ "$paper"; do
    for form in mobile desktop; do
        preset=
        [ "$form" = mobile ] || preset=--preset=desktop
        run=1
        while [ "$run" -le "$RUNS" ]; do
            name=$(printf '%s' "$path" | tr '/' '_')
            measure "$path" "$folder/$form.$name.$run.json" $preset
            run=$((run + 1))
        done
    done
done
.venv/bin/python scripts/lighthouse.py "$folder" "$RUNS" >"$folder/table.md"
mv "$folder/table.md" "$OUT"
cat "$OUT"
