#!/usr/bin/env bash
# A PostgreSQL of its own for the tests: starts on a free port in a temporary folder, prints
#   TEST_DATABASE_URL=…        the login role of the hub (neither owner nor superuser)
#   TEST_DATABASE_OWNER_URL=…  the owner of the tables
# and stops when its standard input ends. By hand: tests/postgres.sh, then Ctrl-D.
set -eu
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1)")
[ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed (Debian: apt-get install postgresql)" >&2; exit 1; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/so-dan-so-postgres.XXXXXX")
# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  as=(runuser -u postgres --)
  chown postgres "$folder"
fi
cd "$folder"
stop() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null ||
  echo $((20000 + $$ % 20000)))
"${as[@]}" "$bin/initdb" -D "$folder/data" -U admin -A trust -E UTF8 --locale=C.UTF-8 --data-checksums >&2
# No autovacuum: a worker of its own in a test's database would not let that database be dropped.
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=on -c synchronous_commit=on -c autovacuum=off" \
  start >&2 </dev/null
"$bin/psql" -q -h 127.0.0.1 -p "$port" -U admin postgres >&2 <<SQL
create role owner_role login createdb;
create role app_login login;
-- A hub's connection that is just ending must not keep its owner from dropping a test's database.
grant pg_signal_backend to owner_role;
create database so_dan_so owner owner_role;
SQL
echo "TEST_DATABASE_URL=postgres://app_login@127.0.0.1:$port/so_dan_so"
echo "TEST_DATABASE_OWNER_URL=postgres://owner_role@127.0.0.1:$port/so_dan_so"
cat >/dev/null
