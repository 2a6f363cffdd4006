#!/usr/bin/env bash
# Provides the database servers that the tests and samples start for themselves.
#
#   eng/servers.sh [mariadb|mysql|all]        (default: all)
#
# A server on PATH is used. Otherwise MariaDB is installed with apt and MySQL is unpacked from Debian sid
# into a private root below ${RESILIENTMYSQL_CACHE:-~/.cache/resilientmysql}, which needs no root rights.
#
# Prints on stdout, for each ENGINE of MARIADB, MYSQL:
#   ENGINE_PROGRAM    an executable that takes the server's options
#   ENGINE_VERSION    its version
#   ENGINE_TEMPLATE   an initialised data directory to copy, where root has no password
# or, where the variable RESILIENTMYSQL_ENGINE holds the connection string of an existing server:
#   ENGINE_EXTERNAL=1
set -euo pipefail

cache=${RESILIENTMYSQL_CACHE:-${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/resilientmysql}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
template_format=1 # another number whenever a data directory is initialised in another way
export PATH=$PATH:/usr/local/sbin:/usr/sbin LC_ALL=C DEBIAN_FRONTEND=noninteractive

main() {
    case ${1:-all} in
        mariadb) provide mariadb ;;
        mysql) provide mysql ;;
        all) provide mariadb; provide mysql ;;
        *) echo "usage: eng/servers.sh [mariadb|mysql|all]" >&2; exit 2 ;;
    esac
}

provide() {
    local engine=$1 key=${1^^} program version template
    local external=RESILIENTMYSQL_$key
    if [[ -n ${!external:-} ]]; then
        say "$engine: using the server that $external names"
        echo "${key}_EXTERNAL=1"
        return
    fi
    find_program "$engine" || { locked install "$engine"; find_program "$engine"; }
    template=$cache/$engine-$version-data-$template_format
    [[ -d $template ]] || locked initialise "$engine" "$program" "$template"
    printf '%s\n' "${key}_PROGRAM=$program" "${key}_VERSION=$version" "${key}_TEMPLATE=$template"
}

# ---- finding

# Sets program and version.
find_program() {
    local engine=$1 answer
    while read -r program; do
        answer=$("$program" --no-defaults --version 2>/dev/null) || continue
        # Debian's MariaDB also answers to the name mysqld: only the program itself can tell.
        case $engine:$answer in
            mysql:*MariaDB*) continue ;;
            mysql:*' Ver '* | mariadb:*MariaDB*) ;;
            *) continue ;;
        esac
        version=${answer##* Ver }
        version=${version%% *}
        return 0
    done < <(candidates "$engine")
    return 1
}

candidates() {
    [[ $1 == mysql ]] || type -P mariadbd || true
    type -aP mysqld | xargs -r realpath | sort -u || true
    local private
    private=$(private_root "$1")/usr/launch/server
    [[ ! -x $private ]] || echo "$private"
}

private_root() {
    echo "$cache/$1-root"
}

# ---- installing

install() {
    local engine=$1
    ! find_program "$engine" || return 0 # another run was faster
    type -P apt-get dpkg-deb >/dev/null || give_up "$engine" "there is no apt on this system to install it with"
    case $engine in
        mariadb) install_system mariadb-server-core || install_private mariadb bookworm mariadb-server-core ;;
        mysql) install_private mysql sid mysql-server-core ;;
    esac
}

# The package holds programs only: no service is ever started or enabled.
install_system() {
    ((EUID == 0)) || return 1
    local package=$1
    local apt=(apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    say "$package: installing with apt"
    logged "${apt[@]}" install --no-install-recommends "$package" && return
    say "$package: apt cannot yet; reading the package lists anew"
    logged "${apt[@]}" update || true # the lists of unrelated sources may fail
    logged "${apt[@]}" install --no-install-recommends "$package" || { show_log; return 1; }
}

# A root of its own, filled by an apt with a state of its own: the system is neither asked nor changed.
install_private() {
    local engine=$1 suite=$2 package=$3 root apt state deb loader libraries
    root=$(private_root "$engine")
    [[ -r $keyring ]] || give_up "$engine" "$keyring is missing (package debian-archive-keyring)"

    new_partial
    state=$partial/apt
    mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$partial/root"
    : >"$state/status"
    echo "deb [signed-by=$keyring] http://deb.debian.org/debian $suite main" >"$state/sources.list"
    apt=(apt-get -y -q -o Dir::State="$state" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache"
        -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=- -o Acquire::Languages=none
        -o Acquire::Retries=3)
    ((EUID != 0)) || apt+=(-o APT::Sandbox::User=root)

    say "$package: reading the package list of Debian $suite"
    # An update that reached nobody still succeeds, with a warning.
    logged "${apt[@]}" -o APT::Update::Error-Mode=any update ||
        { show_log; give_up "$engine" "the package list of Debian $suite cannot be read"; }
    say "$package: downloading it and its libraries"
    logged "${apt[@]}" install --download-only --no-install-recommends "$package" ||
        { show_log; give_up "$engine" "Debian $suite has no usable $package for $(dpkg --print-architecture)"; }

    say "$package: unpacking"
    for deb in "$state"/cache/archives/*.deb; do
        case $(basename "$deb") in perl*) continue ;; esac # for its maintenance scripts only
        dpkg-deb -x "$deb" "$partial/root"
    done
    cd "$partial/root"
    loader=$(find . -type f -name 'ld-linux*.so.*' -printf '%P\n' | head -n 1)
    [[ -n $loader ]] || give_up "$engine" "its packages hold no program loader for $(dpkg --print-architecture)"
    libraries=$root/$(dirname "$loader"):$root/usr/lib/$(basename "$(dirname "$loader")")
    write_launcher "$root" "$root/$loader" "$libraries"
    cd - >/dev/null
    mv -T "$partial/root" "$root"
    rm -rf "$partial"
    say "$package: ready in $root"
}

# Runs the root's server with the root's own loader and libraries, hence on any distribution.
write_launcher() {
    local root=$1 loader=$2 libraries=$3
    mkdir usr/launch
    cat >usr/launch/server <<LAUNCHER
#!/bin/sh
exec '$loader' --library-path '$libraries' '$root/usr/sbin/mysqld' "\$@" \\
    --basedir='$root/usr' --lc-messages-dir='$root/usr/share/mysql' \\
    --character-sets-dir='$root/usr/share/mysql/charsets' --plugin-dir='$root/usr/lib/mysql/plugin'
LAUNCHER
    chmod +x usr/launch/server
}

# ---- initialising a data directory

initialise() {
    local engine=$1 program=$2 template=$3
    [[ ! -d $template ]] || return 0 # another run was faster
    new_partial
    say "$engine: initialising a data directory"
    local options=(--no-defaults --datadir="$partial/data" --secure-file-priv=)
    ((EUID != 0)) || options+=(--user=root)
    mkdir "$partial/data"
    "initialise_$engine" "$program" "${options[@]}" || { show_log; give_up "$engine" "its data directory cannot be initialised"; }
    mv -T "$partial/data" "$template"
    rm -rf "$partial"
}

initialise_mysql() {
    logged "$@" --initialize-insecure --innodb-redo-log-capacity=8M || return
    rm -f "$partial/data/auto.cnf" # the server's identity: every copy makes its own
}

# What mariadb-install-db does, which the package of the bare server does not contain.
initialise_mariadb() {
    local share directory
    for directory in "$(dirname "$1")"/../share/{mysql,mariadb} /usr/share/{mysql,mariadb}; do
        [[ ! -r $directory/mysql_system_tables.sql ]] || { share=$directory; break; }
    done
    [[ -n ${share:-} ]] || give_up mariadb "mysql_system_tables.sql is not beside $1"
    { # one statement a line is what --bootstrap understands
        printf '%s;\n' "CREATE DATABASE mysql" "USE mysql"
        cat "$share"/mysql_{system_tables,performance_tables,system_tables_data}.sql \
            "$share/maria_add_gis_sp_bootstrap.sql"
    } | logged "$@" --bootstrap --innodb-log-file-size=8M --innodb-use-native-aio=0
}

# ---- common steps

say() {
    echo "servers: $*" >&2
}

give_up() {
    local engine=$1 reason=$2
    say "$engine is not available: $reason."
    case $engine in
        mariadb) say "Install MariaDB 10.11 or later (Debian, Ubuntu: apt-get install mariadb-server-core)," ;;
        mysql) say "Install MySQL 9.7 or later (its mysqld on PATH; Debian sid: mysql-server-core)," ;;
    esac
    say "or put the connection string of an existing server into RESILIENTMYSQL_${engine^^}."
    exit 1
}

# One run at a time changes the cache; what the others wait for is then there.
locked() {
    mkdir -p "$cache"
    command -v flock >/dev/null || give_up "$2" "flock (util-linux) is missing"
    (
        flock -n 9 || { say "waiting for another run to finish"; flock 9; }
        trap 'rm -rf "${partial:-}"' EXIT
        trap 'exit 130' INT
        trap 'exit 143' TERM
        "$@"
    ) 9>"$cache/lock"
}

# Everything is made here and renamed when complete, so that an interrupted run leaves nothing half-done.
new_partial() {
    rm -rf "$cache"/partial.* # of a run that was killed: we hold the lock
    partial=$(mktemp -d "$cache/partial.XXXXXX")
}

logged() {
    "$@" >"$cache/log" 2>&1
}

show_log() {
    tail -n 20 "$cache/log" | sed 's/^/servers:   /' >&2
}

main "$@"
