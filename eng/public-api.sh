#!/usr/bin/env bash
# Writes the public surface of src/ResilientMySql anew, as the analyzer sees it: read the difference before you commit it.
# What a release has shipped stands in PublicAPI.Shipped.txt, to which a release moves the rest; the rest is written here.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../src/ResilientMySql"

previous=$(mktemp)
output=$(mktemp)
trap 'rm -f "$previous" "$output"' EXIT
cp PublicAPI.Unshipped.txt "$previous"
echo '#nullable enable' >PublicAPI.Unshipped.txt
# RS0016 says what is public and not declared, RS0017 what is declared and gone; as warnings, so that the build goes on.
if ! dotnet build --configuration Release --no-incremental -p:TreatWarningsAsErrors=false -p:CodeAnalysisTreatWarningsAsErrors=false >"$output"; then
    cp "$previous" PublicAPI.Unshipped.txt
    grep 'error' "$output" | sort -u >&2
    exit 1
fi

sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" "$output" | sort -u >>PublicAPI.Unshipped.txt
sed -n "s/.*RS0017: Symbol '\(.*\)' is part of the declared API, but .*/*REMOVED*\1/p" "$output" | sort -u >>PublicAPI.Unshipped.txt
diff "$previous" PublicAPI.Unshipped.txt || true
