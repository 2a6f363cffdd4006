#!/usr/bin/env bash
# Turns C# code written for MySqlConnector over to ResilientMySql, or back.
#
#   eng/swap.sh [--version VERSION | --project FILE] DIR
#   eng/swap.sh --undo DIR
#
# In each project below DIR that uses MySqlConnector it
#   - adds a reference to ResilientMySql beside the one to MySqlConnector, which stays: a package of VERSION (default: the one
#     of this repository), or the project FILE;
#   - drops ResilientMySql.Aliases.cs, which gives MySqlConnector's names to our types;
#   - rewrites full names (MySqlConnector.MySqlConnection) and AddMySqlDataSource, outside strings.
# It prints what it changes and, at the end, what needs a hand. Running it again changes nothing; --undo takes it all back.
#
# Exit code: 0 done; 1 nothing could be done; 2 usage; 3 done, and something needs a hand.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
aliases=$root/docs/swap/ResilientMySql.Aliases.cs
name=$(basename "$aliases")
undo=false version='' project='' directory=''
changes=0 leftovers=0

main() {
    read_arguments "$@"
    local projects=() file
    while IFS= read -r -d '' file; do projects+=("$file"); done < <(find_files "$directory" -name '*.csproj' | sort -z)
    ((${#projects[@]})) || fail "there is no C# project (*.csproj) below $directory"

    local found=0
    for file in "${projects[@]}"; do
        uses_driver "$file" || continue
        found=$((found + 1))
        if $undo; then turn_back "$file"; else turn_over "$file"; fi
    done
    ((found)) || fail "no C# project below $directory uses MySqlConnector"

    $undo || while IFS= read -r -d '' file; do name_elsewhere "$file"; done < <(find_files "$directory" \( -name '*.vbproj' -o \
        -name '*.fsproj' -o -name 'Directory.Build.*' -o -iname '*.config' -o -name 'appsettings*.json' \) | sort -z)
    say "$found project(s), $changes change(s), $leftovers place(s) that need a hand"
    $undo || ((changes == 0)) || say "to go back: eng/swap.sh --undo $directory"
    ((leftovers == 0)) || exit 3
}

read_arguments() {
    while (($#)); do
        case $1 in
            --undo) undo=true ;;
            --version) version=${2:-}; [[ $version ]] || usage; shift ;;
            --project) project=${2:-}; [[ $project ]] || usage; shift ;;
            -*) usage ;;
            *) [[ -z $directory ]] || usage; directory=$1 ;;
        esac
        shift
    done
    [[ $directory && ! ($version && $project) ]] || usage
    [[ -d $directory ]] || fail "there is no directory $directory"
    [[ -z $project || -f $project ]] || fail "there is no project $project"
    [[ -z $project ]] || project=$(realpath "$project")
    [[ $version ]] || version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$root/Directory.Build.props")
}

usage() {
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

say() { echo "swap: $*"; }
changed() { changes=$((changes + 1)); echo "changed  $*"; }
needs_a_hand() { leftovers=$((leftovers + 1)); echo "BY HAND  $*"; }
fail() { echo "swap: $*" >&2; exit 1; }

# ---- what belongs to a project

find_files() {
    local below=$1
    shift
    find "$below" \( -name bin -o -name obj -o -name .git -o -name node_modules \) -prune -o -type f \( "$@" \) -print0
}

# The sources of a project; those of a project below it are that one's.
sources_of() {
    local here file nested
    here=$(dirname "$1")
    local others=()
    while IFS= read -r -d '' file; do
        [[ $(dirname "$file") == "$here" ]] || others+=("$(dirname "$file")/")
    done < <(find_files "$here" -name '*.csproj')
    while IFS= read -r -d '' file; do
        [[ $(basename "$file") != "$name" ]] || continue
        for nested in "${others[@]}"; do [[ $file != "$nested"* ]] || continue 2; done
        printf '%s\0' "$file"
    done < <(find_files "$here" -name '*.cs' -o -name '*.razor' -o -name '*.cshtml')
}

uses_driver() {
    references_driver "$1" || sources_of "$1" | xargs -0 -r grep -lE '(^|[^A-Za-z0-9_.])MySqlConnector([^A-Za-z0-9_]|$)' | grep -q . ||
        [[ -f $(dirname "$1")/$name ]]
}

references_driver() { grep -qE '<PackageReference [^>]*Include="MySqlConnector"' "$1"; }
references_ours() { grep -qE '<PackageReference [^>]*Include="ResilientMySql"|<ProjectReference [^>]*Include="[^"]*ResilientMySql\.csproj"' "$1"; }

# ---- there

turn_over() {
    local file=$1 source copy
    if grep -qE '<TargetFrameworks?>' "$file" && ! grep -E '<TargetFrameworks?>' "$file" | grep -qE 'net[1-9][0-9]\.'; then
        needs_a_hand "$file: ResilientMySql needs net10.0 or later; the project is left as it is"
        return
    fi

    if references_driver "$file" && ! references_ours "$file"; then add_reference "$file"; fi
    copy=$(dirname "$file")/$name
    if ! cmp -s "$aliases" "$copy"; then
        cp "$aliases" "$copy"
        changed "$copy: the names of MySqlConnector's types now mean ours"
    fi

    while IFS= read -r -d '' source; do
        rewrite "$source" MySqlConnector ResilientMySql
        name_leftovers "$source"
    done < <(sources_of "$file")
    name_packages "$file"
}

# Goes in front of the driver's reference, with the file's own line ends.
add_reference() {
    local file=$1 reference central
    reference="<PackageReference Include=\"ResilientMySql\" Version=\"$version\" />"
    [[ -z $project ]] || reference="<ProjectReference Include=\"$project\" />"
    if [[ -z $project ]] && central=$(central_versions "$file"); then
        reference='<PackageReference Include="ResilientMySql" />'
        if ! grep -q 'Include="ResilientMySql"' "$central"; then
            insert "$central" PackageVersion "<PackageVersion Include=\"ResilientMySql\" Version=\"$version\" />"
        fi
    fi
    insert "$file" PackageReference "$reference"
}

insert() {
    local file=$1 element=$2 line=$3 end=''
    ! grep -q $'\r$' "$file" || end='\r'
    sed -i -E "s|^([ \t]*)<$element [^>]*Include=\"MySqlConnector\"|\1$line$end\n&|" "$file"
    changed "$file: $line"
}

# The Directory.Packages.props that decides the version of the driver, if one does.
central_versions() {
    local here
    here=$(realpath "$(dirname "$1")")
    while :; do
        if [[ -f $here/Directory.Packages.props ]]; then
            grep -q '<PackageVersion [^>]*Include="MySqlConnector"' "$here/Directory.Packages.props" || return 1
            echo "$here/Directory.Packages.props"
            return 0
        fi
        [[ $here != / ]] || return 1
        here=$(dirname "$here")
    done
}

# ---- and back

turn_back() {
    local file=$1 source copy central
    if references_ours "$file"; then
        sed -i -E '/<PackageReference Include="ResilientMySql"( Version="[^"]*")? \/>/d; /<ProjectReference Include="[^"]*ResilientMySql\.csproj" \/>/d' "$file"
        changed "$file: without the reference to ResilientMySql"
    fi
    if central=$(central_versions "$file") && grep -q '<PackageVersion Include="ResilientMySql"' "$central"; then
        sed -i '/<PackageVersion Include="ResilientMySql" /d' "$central"
        changed "$central: without the version of ResilientMySql"
    fi
    copy=$(dirname "$file")/$name
    if [[ -f $copy ]]; then
        rm "$copy"
        changed "$copy: deleted"
    fi
    while IFS= read -r -d '' source; do rewrite "$source" ResilientMySql MySqlConnector; done < <(sources_of "$file")
}

# ---- full names

# rewrite FILE FROM TO: FROM.Name becomes its counterpart for each type of the alias file, outside strings; the rest stays byte for byte.
rewrite() {
    local file=$1 from=$2 to=$3 new
    grep -qE "$from\\.|Add(Keyed)?(Resilient)?MySqlDataSource" "$file" || return 0
    new=$(mktemp)
    awk -v from="$from" -v to="$to" -v aliases="$aliases" '
        BEGIN {
            while ((getline line < aliases) > 0) {
                if (split(line, part, /[ ;.]+/) < 6 || part[1] != "global") continue
                if (to == "ResilientMySql") names[part[3]] = part[6]; else names[part[6]] = part[3]
            }
        }
        { printf "%s%s", (NR > 1 ? "\n" : ""), outside_strings($0) }
        function outside_strings(line,   result, inside, at, c, start) {
            result = ""; inside = 0; start = 1
            for (at = 1; at <= length(line); at++) {
                c = substr(line, at, 1)
                if (c != "\"" || substr(line, at - 1, 3) == "\x27\"\x27" || (inside && substr(line, at - 1, 1) == "\\")) continue
                result = result (inside ? substr(line, start, at - start) : renamed(substr(line, start, at - start))) "\""
                inside = !inside; start = at + 1
            }
            return result (inside ? substr(line, start) : renamed(substr(line, start)))
        }
        function renamed(text,   result, at, before, type) {
            # The extension methods have names of their own: both are in scope.
            if (to == "ResilientMySql") {
                gsub(/\.AddMySqlDataSource/, ".AddResilientMySqlDataSource", text)
                gsub(/\.AddKeyedMySqlDataSource/, ".AddKeyedResilientMySqlDataSource", text)
            } else {
                gsub(/\.AddResilientMySqlDataSource/, ".AddMySqlDataSource", text)
                gsub(/\.AddKeyedResilientMySqlDataSource/, ".AddKeyedMySqlDataSource", text)
            }
            result = ""
            while ((at = index(text, from ".")) > 0) {
                before = at > 1 ? substr(text, at - 1, 1) : " "
                result = result substr(text, 1, at - 1)
                text = substr(text, at + length(from) + 1)
                match(text, /^[A-Za-z0-9_]*/)
                type = substr(text, 1, RLENGTH)
                text = substr(text, RLENGTH + 1)
                result = result (before !~ /[A-Za-z0-9_.]/ && (type in names) ? to "." names[type] : from "." type)
            }
            return result text
        }' "$file" >"$new"
    [[ -n $(tail -c 1 "$file") ]] || echo >>"$new"
    if ! cmp -s "$file" "$new"; then
        changed "$file: full names"
        diff "$file" "$new" | sed -n 's/^> /           /p' || true
        cat "$new" >"$file" # keeps its mode
    fi
    rm -f "$new"
}

# ---- what is left

# Only what the compiler would not say, or would say in a way that nobody understands.
name_leftovers() {
    local file=$1 types
    types=$(sed -n 's/^global using \([A-Za-z]*\) = .*/\1/p' "$aliases" | paste -sd '|')
    each_by_hand < <(awk -v file="$file" '
        /^[ \t]*namespace[ \t]/ { inside = 1 }
        inside && /(^|[{; \t])using MySqlConnector[ \t]*;/ {
            print file ":" FNR ": \x27using MySqlConnector;\x27 inside a namespace outranks the aliases: move it to the top of the file"
        }' "$file")
    by_hand "$file" "^[ \t]*using ($types) *=" 'the file has an alias of its own with this name: delete it'
    by_hand "$file" '"[^"]*MySqlConnector\.MySql[A-Za-z]+[^"]*"' "a type's name in a string still means the driver's"
    by_hand "$file" "\"($types)\"" "a type's name in a string: its own name begins with Resilient now"
    by_hand "$file" 'MySqlHelper\.ClearConnectionPools' "clears the driver's pools only: use MySqlConnection.ClearAllPools"
    by_hand "$file" 'UseConnectionOpenedCallback' "the callback's context holds the driver's own connection"
}

name_packages() {
    by_hand "$1" '<PackageReference [^>]*Include="(Pomelo\.EntityFrameworkCore\.MySql|MySql\.[A-Za-z.]*|Hangfire\.MySql[A-Za-z.]*)"' \
        'this package opens connections of its own, which stay the driver'\''s'
    by_hand "$1" '<LangVersion>[1-9](\.[0-9])?</LangVersion>' 'global usings need C# 10 or later'
}

name_elsewhere() {
    case $1 in
        *.vbproj | *.fsproj) by_hand "$1" 'Include="MySqlConnector"' 'not a C# project: aliases do not reach it' ;;
        *Directory.Build.*) by_hand "$1" 'Include="MySqlConnector"' 'a reference for several projects: add ResilientMySql beside it' ;;
        *) by_hand "$1" 'MySqlConnector\.MySql[A-Za-z]+' "a type's name in a setting still means the driver's" ;;
    esac
}

# by_hand FILE PATTERN WHAT: names each line of FILE that matches.
by_hand() {
    local file=$1 what=$3
    each_by_hand < <(grep -nE "$2" "$file" | sed "s|^\([0-9]*\):.*|\1|" | while read -r line; do echo "$file:$line: $what"; done)
}

each_by_hand() {
    local text
    while IFS= read -r text; do needs_a_hand "$text"; done
}

main "$@"
