#!/usr/bin/env bash
# usage: eng/build.sh PROJECT|SOLUTION
# Restores and builds in Release. One build at a time: two of them would write the same files.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

type -P dotnet >/dev/null || { echo "build: the .NET SDK 10 is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }

# The lock is on this file, which no compiler reads; -o: the build servers that stay do not keep it.
exec flock -o eng/build.sh dotnet build "$1" --configuration Release --verbosity minimal -consoleLoggerParameters:NoSummary
