#!/bin/sh
# Every awk at hand must make the same tables.
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
for awk in mawk gawk original-awk "busybox awk"; do
	command -v "${awk%% *}" >/dev/null || continue
	make -s AWK="$awk" B="$work/${awk%% *}" "$work/${awk%% *}/gen/stamp" || exit 1
	(cd "$work/${awk%% *}/gen" && cksum ./*.inc) >"$work/${awk%% *}.sums"
	if [ -z "${first:-}" ]; then
		first=$work/${awk%% *}.sums
	fi
	cmp "$first" "$work/${awk%% *}.sums" || exit 1
	echo "$awk: the same tables"
done
