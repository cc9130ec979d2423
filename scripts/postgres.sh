#!/bin/sh
# A private PostgreSQL for the length of one command, in a folder that goes with it:
#   scripts/postgres.sh COMMAND …       runs COMMAND with DATABASE_URL set, then stops the server
# PGBIN says where PostgreSQL's programs are, PGPORT on which port of 127.0.0.1 it listens (54329). As root the server
# runs as another user, since PostgreSQL refuses to be run by root.
set -eu
[ $# -gt 0 ] || { echo "Usage: scripts/postgres.sh COMMAND …" >&2; exit 2; }

find_programs() {
    if [ -n "${PGBIN:-}" ]; then echo "$PGBIN"; return; fi
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) /usr/bin /usr/local/bin; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then echo "$folder"; return; fi
    done
    echo "PostgreSQL is missing. On Debian and Ubuntu: sudo apt install postgresql (or set PGBIN)" >&2
    exit 1
}

programs=$(find_programs)
port=${PGPORT:-54329}
folder=$(mktemp -d /tmp/nutshell-postgres-XXXXXX)
as_server=""
if [ "$(id -u)" = 0 ]; then
    user=$(getent passwd postgres >/dev/null && echo postgres || echo nobody)
    chown "$user" "$folder"
    as_server="setpriv --reuid=$user --clear-groups --inh-caps=-all --"
fi

stop() {
    # shellcheck disable=SC2086 # several words, on purpose
    (cd "$folder" && $as_server "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# What a crash would lose is of no interest here: no fsync, so that the tests are quick.
# shellcheck disable=SC2086
(
    cd "$folder"
    $as_server "$programs/initdb" --pgdata="$folder/data" --username=nutshell --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
    $as_server "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/data/server.log" --wait start --options="\
        -c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c fsync=off \
        -c synchronous_commit=off -c full_page_writes=off -c max_connections=100" >/dev/null ||
        { cat "$folder/data/server.log" >&2; exit 1; }
    $as_server "$programs/createdb" --host=127.0.0.1 --port="$port" --username=nutshell nutshell
)
export DATABASE_URL="postgres://nutshell@127.0.0.1:$port/nutshell"
"$@"
