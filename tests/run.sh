#!/bin/sh
# Runs every test: BIN=PROGRAM run.sh BUILD. Each script prints "ok NAME", "not ok NAME" or
# "skipped: NAME"; the last line counts them. Ends with 1 if one failed.
set -u
build=$1
tests=$(dirname "$0")
TOP=$(cd "$tests/.." && pwd)
WORK=$(mktemp -d) || exit 2
trap 'rm -rf "$WORK"' EXIT
trap 'exit 2' INT TERM

export LC_ALL=C TERM=dumb TOP WORK
bindir=$(dirname "$BIN")
export PATH="$bindir:$PATH"
export BUILD="$build"
export PROGRAM="$BIN"
export SHARED="${SMTPCODE_SHARED:-$TOP/../shared}"
unset NO_COLOR LANG LC_MESSAGES

run() { # script, arguments
	script=$1
	shift
	sh "$tests/$script" "$@" || echo "not ok $script: it ended with status $?"
}
{
	run unit.sh
	run transcript.sh "$tests"/cli/*.t
	run examples.sh
	run mistakes.sh
	run json.sh
	run merge.sh
	run completions.sh
	run facts.sh
	run guards.sh
	run library.sh
	run dist.sh
	run replay.sh
} 2>&1 | tee "$WORK/log" | grep -v '^ok '

awk '/^ok / { ok++ } /^not ok / { bad++ } /^skipped: / { skip++ }
    END {
	printf "%d passed, %d failed, %d skipped\n", ok, bad, skip
	exit bad > 0 || ok == 0
    }' "$WORK/log"
