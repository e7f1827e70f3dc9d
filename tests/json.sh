#!/bin/sh
# What machines read: JSON of every code and of pairs is parsed by jq, columns
# are as many as the header names, hostile bytes break neither.
command -v jq >/dev/null || { echo "skipped: JSON (needs jq)"; exit; }
check() { # name, wrong things
	if [ -z "$2" ]; then echo "ok records: $1"; else
		echo "not ok records: $1"
		echo "$2" | head -5 | sed 's/^/  /'
	fi
}
# A reply code in front of an enhanced one would be one reply.
codes=$(smtpcode -f code -l enhanced && smtpcode -f code -l basic)
# shellcheck disable=SC2086 # codes hold nothing to split or expand
smtpcode -j 5.9.9 $codes 599 101 >"$WORK/codes.json"
check "JSON of every code" "$(
jq -es 'length > 200 and all(.v == 1 and .kind == "code" and (.code | type == "string") and
    (.known | type == "boolean") and ([.. | select(. == null or . == "")] == []))' \
    "$WORK/codes.json" 2>&1 | grep -v '^true$')"
# shellcheck disable=SC2046
set -- $(smtpcode -f code -l basic) 5.1.1 4xx
while [ $# -gt 1 ]; do
	a=$1
	shift
	for b; do smtpcode -j "$a" vs "$b"; done
done >"$WORK/pairs.json"
check "JSON of every pair of reply codes" "$(
jq -es 'length > 2000 and all(.kind == "comparison" and (.codes | length == 2) and
    (.summary | length > 20) and (.advice | length == 4) and
    all((.differences // [])[]; (.values | length) == 2))' \
    "$WORK/pairs.json" 2>&1 | grep -v '^true$')"
for lang in de ja vi ar zh-hans; do
	# shellcheck disable=SC2086
	smtpcode -j -L "$lang" $codes
done >"$WORK/langs.json"
check "JSON in every language, without isolates" "$(
jq -es 'length > 1000 and all([.. | strings | select(test("[\u2066-\u2069]"))] == [])' \
    "$WORK/langs.json" 2>&1 | grep -v '^true$')"
awk 'BEGIN { for (i = 1; i < 256; i++) printf "550 5.7.1 byte %c and %c\033[2J\n", i, 255 - i }' |
    LC_ALL=C tr '\001' '\000' >"$WORK/bytes"
check "JSON of any bytes" "$(
smtpcode -j - <"$WORK/bytes" | jq -es 'length > 200 and all(.kind == "reply")' 2>&1 | grep -v '^true$'
smtpcode -j -- "550 5.7.1 $(printf '\377\342\200\256\033[2Jx')" | jq -e .text 2>&1 >/dev/null)"
check "columns of any bytes" "$(
smtpcode --tsv - <"$WORK/bytes" | awk -F '\t' 'NR == 1 { n = NF } NF != n { print NR ": " NF }
    /[\001-\010\013-\037\177]/ { print NR ": a control byte" }
    END { if (NR < 200) print "only " NR " rows" }')"
long=$(awk 'BEGIN { while (n++ < 13000) printf "550 5.1.1 "; print "x" }')
check "an operand of 130,000 bytes" "$(
code=$(smtpcode -j -- "$long" | jq -r .code 2>&1)
[ "$code" = 550 ] || echo "code: $code")"
check "16 MiB without a line end" "$(
line=$(awk 'BEGIN { while (n++ < 1048576) printf "550 5.1.1 no us " }' | smtpcode -f line -)
[ "$line" = 1 ] || echo "line: $line")"
