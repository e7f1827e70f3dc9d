#!/bin/sh
# Runs the examples of the README and the man page: in blocks of code each
# "$ command" is followed by what it prints. Commands without a pipe are shown
# as on a terminal of 80 columns.
mkdir -p "$WORK/bin"
printf '#!/bin/sh\nexec "%s" --width=80 "$@"\n' "$PROGRAM" >"$WORK/bin/smtpcode"
chmod +x "$WORK/bin/smtpcode"

# File, program that prints its examples as transcripts.
examples() {
	awk "$2" "$TOP/$1" >"$WORK/examples.t"
	if [ ! -s "$WORK/examples.t" ]; then
		echo "not ok $1: it has no examples"
		return
	fi
	mv "$WORK/examples.t" "$WORK/$(basename "$1").t"
	PATH="$WORK/bin:$PATH" sh "$TOP/tests/transcript.sh" "$WORK/$(basename "$1").t"
}

# shellcheck disable=SC2016
examples README.md '
function finish() { if (open) print "? 0"; open = 0 }
/^```/ { finish(); code = !code; next }
!code { next }
/^\$ / { finish(); open = 1; if (/\|/) sub(/smtpcode/, "smtpcode --width=0") }
open { print }'

# shellcheck disable=SC2016
examples man/smtpcode.1 '
function finish() { if (open) print "? 0"; open = 0 }
/^\.Bd -literal/ { code = 1; next }
/^\.Ed/ { finish(); code = 0; next }
!code { next }
{ gsub(/\\&/, ""); gsub(/\\e/, "\\"); gsub(/\\-/, "-"); gsub(/\\\(aq/, "\x27") }
/^\$ / { finish(); open = 1; if (/\|/) sub(/smtpcode/, "smtpcode --width=0") }
open { print }'
