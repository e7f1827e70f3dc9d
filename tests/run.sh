#!/bin/sh
# Runs every test: BIN=PROGRAM run.sh BUILD. Each script prints "ok NAME", "not ok NAME" or
# "skipped: NAME"; the last line counts them. Ends with 1 if one failed.
set -u
build=$1
tests=$(dirname "$0")
top=$(cd "$tests/.." && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' INT TERM

export LC_ALL=C TERM=dumb top work
export PATH="$top/$(dirname "$BIN"):$PATH"
export BUILD="$top/$build"
export PROGRAM="$top/$BIN"
export SHARED="${SMTPCODE_SHARED:-$top/../shared}"
unset NO_COLOR LANG LC_MESSAGES

{
	sh "$tests/unit.sh"
	sh "$tests/transcript.sh" "$tests"/cli/*.t
	sh "$tests/examples.sh"
	sh "$tests/mistakes.sh"
	sh "$tests/facts.sh"
	sh "$tests/guards.sh"
	sh "$tests/replay.sh"
} 2>&1 | tee "$work/log" | grep -v '^ok '

awk '/^ok / { ok++ } /^not ok / { bad++ } /^skipped: / { skip++ }
    END {
	printf "%d passed, %d failed, %d skipped\n", ok, bad, skip
	exit bad > 0 || ok == 0
    }' "$work/log"
