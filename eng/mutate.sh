#!/usr/bin/env bash
# Breaks the generator and the classifier on purpose, one mutation of eng/mutations.sh at a time, and sees that a test fails for each.
#
#   eng/mutate.sh [--list] [PART]     PART: of the name, or of the file, of the mutations that are wanted (default: all)
#
# Works in a copy of this directory as it is, and leaves the directory alone. Takes about half a minute a mutation.
#
# Exit code: 0 every mutation was caught; 1 one survived, does not apply any more or does not compile; 2 usage.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1 LC_ALL=C.UTF-8

names=() projects=() files=() olds=() news=()
survivors=0 copy=''

main() {
    local only_list=false index
    [[ ${1:-} != --list ]] || { only_list=true; shift; }
    (($# <= 1)) && [[ ${1:-} != -* ]] || { sed -n '2,/^set/{/^set/!s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
    wanted=${1:-}
    source eng/mutations.sh
    ((${#names[@]})) || fail "no mutation has '$wanted' in its name or file"
    check_texts
    if $only_list; then printf '%s\n' "${names[@]}"; return; fi

    copy=$(mktemp -d)
    trap 'rm -rf "$copy"' EXIT
    git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [[ ! -f $file ]] || printf '%s\0' "$file"; done |
        tar --null -T - -c | tar -x -C "$copy"
    cd "$copy"
    check_unbroken
    printf '%-9s  %-64s  %s\n' '' mutation 'caught by'
    for index in "${!names[@]}"; do try "$index"; done
    ((survivors == 0)) || fail "$survivors of ${#names[@]} mutations were not caught"
    echo "mutate: all ${#names[@]} mutations were caught"
}

# mutation NAME PROJECTS FILE OLD NEW: for eng/mutations.sh. PROJECTS are the names of test projects, with blanks between them; OLD
# stands in FILE exactly once.
mutation() {
    [[ "$1 $3" == *"$wanted"* ]] || return 0
    names+=("$1") projects+=("$2") files+=("$3") olds+=("$4") news+=("$5")
}

# A mutation whose place is gone would test nothing, and say that all is well.
check_texts() {
    local index text rest gone=0
    for index in "${!names[@]}"; do
        text=$(cat "${files[index]}" 2>/dev/null || true)
        rest=${text#*"${olds[index]}"}
        if [[ $rest == "$text" ]]; then
            echo "mutate: '${names[index]}': its text is not in ${files[index]} any more" >&2
        elif [[ $rest == *"${olds[index]}"* ]]; then
            echo "mutate: '${names[index]}': its text is more than once in ${files[index]}" >&2
        else
            continue
        fi
        gone=$((gone + 1))
    done
    ((gone == 0)) || fail "$gone mutations do not apply: mend them in eng/mutations.sh"
}

# What fails unbroken as well would catch anything.
check_unbroken() {
    local project
    while read -r project; do
        build "$project" || { cat "$copy/output" >&2; fail "$project does not compile, unbroken"; }
        run "$project" || { cat "$copy/output" >&2; fail "$project fails, unbroken"; }
    done < <(printf '%s\n' "${projects[@]}" | tr ' ' '\n' | sort -u)
}

try() {
    local index=$1 file=${files[$1]} text project catcher=''
    text=$(cat "$file"; echo .)
    text=${text%.}
    cp "$file" "$copy/unbroken"
    printf '%s' "${text/"${olds[index]}"/"${news[index]}"}" >"$file"
    for project in ${projects[index]}; do
        if ! build "$project"; then
            catcher=''
            printf '%-9s  %-64s  %s\n' INVALID "${names[index]}" "$(grep -om1 'error CS.*' "$copy/output" || true)"
            survivors=$((survivors + 1))
            break
        fi
        run "$project" || { catcher=$(first_failure); break; }
        [[ $project != "${projects[index]##* }" ]] || { printf '%-9s  %s\n' SURVIVED "${names[index]}"; survivors=$((survivors + 1)); }
    done
    [[ -z $catcher ]] || printf '%-9s  %-64s  %s\n' caught "${names[index]}" "$catcher"
    cp "$copy/unbroken" "$file"
}

# Without the analyzers: they would mind the breakage before a test does.
build() {
    timeout 600 dotnet build "tests/$1" --configuration Release --verbosity quiet -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >"$copy/output" 2>&1
}

# Up to the first failure. Without what measures time, which a busy machine fails as well, and without what is slow and proves
# something else.
run() {
    timeout 600 dotnet test "tests/$1" --configuration Release --no-build \
        --filter 'FullyQualifiedName!~TakesLinearTime&FullyQualifiedName!~ScaleTests&FullyQualifiedName!~StrictAnalysisTests' \
        -- xUnit.StopOnFail=true >"$copy/output" 2>&1
}

# Tests run side by side: the one that is named failed first.
first_failure() {
    sed -n 's/^\[xUnit.net [0-9:.]*\] *\(.*\) \[FAIL\]$/\1/p' "$copy/output" | sed "s/^ResilientMySql\.\(Generators\.\)\{0,1\}Tests\.//;q" | grep . ||
        echo 'a run that did not end, or not well'
}

fail() {
    echo "mutate: $*" >&2
    exit 1
}

main "$@"
