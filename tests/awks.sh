#!/bin/sh
# Every awk at hand must make the same tables.
cd "$(dirname "$0")/.." || exit 2
WORK=$(mktemp -d) || exit 2
trap 'rm -rf "$WORK"' EXIT
for awk in mawk gawk original-awk "busybox awk"; do
	command -v "${awk%% *}" >/dev/null || continue
	make -s AWK="$awk" B="$WORK/${awk%% *}" "$WORK/${awk%% *}/gen/stamp" || exit 1
	(cd "$WORK/${awk%% *}/gen" && cksum ./*.inc) >"$WORK/${awk%% *}.sums"
	if [ -z "${first:-}" ]; then
		first=$WORK/${awk%% *}.sums
	fi
	cmp "$first" "$WORK/${awk%% *}.sums" || exit 1
	echo "$awk: the same tables"
done
