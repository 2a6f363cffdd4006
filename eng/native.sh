#!/usr/bin/env bash
# usage: eng/native.sh
# Compiles tests/ResilientMySql.Aot ahead of time, every warning of trimming and of the compiler an error, and prints where the
# program is. What is up to date is not compiled again.
#
# Installs clang and the headers of zlib with apt where they are missing.
#
# Exit code: 0 done; 1 it does not compile; 3 what compiling needs is not there, and why.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DEBIAN_FRONTEND=noninteractive

project=tests/ResilientMySql.Aot/ResilientMySql.Aot.csproj
output=$PWD/artifacts/native
lock=${TMPDIR:-/tmp}/resilientmysql-native.lock

main() {
    [[ $(uname -s) == Linux ]] || give_up "this script knows Linux only"
    has_tools || (flock 9; has_tools || install) 9>"$lock"
    has_tools || give_up "clang or the headers of zlib are missing (Debian, Ubuntu: apt-get install clang zlib1g-dev)"

    # One build at a time, as in eng/build.sh.
    flock -o eng/build.sh dotnet publish "$project" --configuration Release --output "$output" --verbosity minimal \
        -consoleLoggerParameters:NoSummary >&2
    echo "$output/ResilientMySql.Aot"
}

# The compiler driver, and a header and library that it finds by itself.
has_tools() {
    type -P clang >/dev/null && echo '#include <zlib.h>
int main(void) { return zlibVersion() == 0; }' | clang -x c - -lz -o /dev/null 2>/dev/null
}

install() {
    ((EUID == 0)) && type -P apt-get >/dev/null || return 0
    local apt=(apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
    echo "native: installing clang and zlib1g-dev with apt" >&2
    "${apt[@]}" install --no-install-recommends clang zlib1g-dev >/dev/null 2>&1 && return
    "${apt[@]}" update >/dev/null 2>&1 || true # the lists of unrelated sources may fail
    "${apt[@]}" install --no-install-recommends clang zlib1g-dev >/dev/null || true
}

give_up() {
    echo "native: $*" >&2
    exit 3
}

main "$@"
