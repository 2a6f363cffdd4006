#!/usr/bin/env bash
# usage: supervise.sh DIRECTORY TEMPLATE PROGRAM [OPTION...]
#
# Owns one server and its directory for as long as somebody holds the other end of standard input. When that end
# closes, however its holder died, the server is killed (a frozen one too) and the directory removed.
#
#   in:  start
#   out: copied · started PID · exited CODE
set -u -m # -m: the server gets a process group of its own, out of reach of a terminal's Ctrl-C
trap : HUP INT TERM PIPE

directory=$1 template=$2
shift 2

run() {
    trap : PIPE # outlive the reader of our messages: the server's group is what gets killed
    "$@" </dev/null >>"$directory/log" 2>&1 &
    echo "started $!"
    wait "$!"
    echo "exited $?"
}

clean_up() {
    kill -KILL %% 2>/dev/null # the whole group of the server started last
    wait
    rm -rf -- "$directory"
}

mkdir -m 700 -- "$directory" || exit
trap clean_up EXIT
cp -r --reflink=auto -- "$template" "$directory/data" || exit
echo copied

while read -r command; do
    [[ $command == start ]] && run "$@" &
done
