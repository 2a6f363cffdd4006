#!/usr/bin/env bash
# usage: leash.sh PROGRAM [ARGUMENT...]
#
# Runs a program for as long as somebody holds the other end of standard input: when that closes, however its holder
# died, the program is killed. Its output is passed on.
set -u -m # -m: a process group of its own, out of reach of a terminal's Ctrl-C
trap : HUP INT TERM

"$@" </dev/null &
exec >&- 2>&- # so that the output ends when the program does
cat >/dev/null
kill -KILL %%
