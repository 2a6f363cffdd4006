#!/usr/bin/env bash
# usage: eng/http-tools.sh [--has-python]
# Installs with apt, where they are missing, what ./bench http and ./bench distance need: wrk, which is the load; and uwsgi with
# its plugin for Python, Flask and PyMySQL, without which the contenders in Python are left out.
#
# --has-python  installs nothing; says by its exit code (0 or 1) whether there is all that the contenders in Python need
#
# Exit code: 0 done; 3 there is no wrk.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

python=(uwsgi-core uwsgi-plugin-python3 python3-flask python3-pymysql)
lock=${TMPDIR:-/tmp}/resilientmysql-http-tools.lock

main() {
    has_all || (flock 9; has_all || install) 9>"$lock"
    has_python || echo "http-tools: without Python: uwsgi, its plugin, Flask or PyMySQL are missing (Debian, Ubuntu: apt-get install ${python[*]})" >&2
    type -P wrk >/dev/null || give_up "wrk is missing (Debian, Ubuntu: apt-get install wrk)"
}

has_all() { type -P wrk >/dev/null && has_python; }

has_python() {
    uwsgi --need-plugin python3 --version >/dev/null 2>&1 && /usr/bin/python3 -c 'import flask, pymysql' 2>/dev/null
}

install() {
    ((EUID == 0)) && type -P apt-get >/dev/null || return 0
    echo "http-tools: installing wrk ${python[*]} with apt" >&2
    install_packages wrk "${python[@]}" >/dev/null 2>&1 && return
    apt-get -q update >/dev/null 2>&1 || true # the lists of unrelated sources may fail
    install_packages wrk >/dev/null || true
    install_packages "${python[@]}" >/dev/null || true
}

install_packages() {
    apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install --no-install-recommends "$@"
}

give_up() {
    echo "http-tools: $*" >&2
    exit 3
}

if [[ ${1:-} == --has-python ]]; then
    has_python || exit 1
else
    main
fi
