#!/usr/bin/env bash
# usage: eng/c-client.sh
# Compiles benchmarks/c-client, which ./bench wire measures the library against, and prints where the program is. What is up to
# date is not compiled again.
#
# Installs gcc and MariaDB's client library (Connector/C) with its headers, with apt, where they are missing.
#
# Exit code: 0 done; 1 it does not compile; 3 what compiling needs is not there, and why.
set -euo pipefail
cd "$(dirname "$0")/.."
export DEBIAN_FRONTEND=noninteractive

source=benchmarks/c-client/client.c
program=$PWD/artifacts/c-client/client
lock=${TMPDIR:-/tmp}/resilientmysql-c-client.lock

main() {
    has_tools || (flock 9; has_tools || install) 9>"$lock"
    has_tools || give_up "gcc or the headers of MariaDB's client library are missing (Debian, Ubuntu: apt-get install gcc libc6-dev libmariadb-dev)"
    [[ $program -nt $source ]] || compile
    echo "$program"
}

has_tools() {
    type -P gcc mariadb_config >/dev/null && echo '#include <mysql.h>
int main(void) { return mysql_get_client_info() == 0; }' | build_from - -x c -o /dev/null 2>/dev/null
}

# Made beside its place and then moved, so that nobody runs half a program.
compile() {
    mkdir -p "$(dirname "$program")"
    build_from "$source" -std=gnu11 -O2 -Wall -Wextra -Werror -o "$program.$$"
    mv "$program.$$" "$program"
}

build_from() {
    local from=$1
    shift
    # shellcheck disable=SC2046 # they are several words
    gcc "$@" $(mariadb_config --include) "$from" $(mariadb_config --libs) -lpthread
}

install() {
    ((EUID == 0)) && type -P apt-get >/dev/null || return 0
    local apt=(apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    local packages=(gcc libc6-dev libmariadb-dev)
    echo "c-client: installing ${packages[*]} with apt" >&2
    "${apt[@]}" install --no-install-recommends "${packages[@]}" >/dev/null 2>&1 && return
    "${apt[@]}" update >/dev/null 2>&1 || true # the lists of unrelated sources may fail
    "${apt[@]}" install --no-install-recommends "${packages[@]}" >/dev/null || true
}

give_up() {
    echo "c-client: $*" >&2
    exit 3
}

main "$@"
