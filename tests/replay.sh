#!/bin/sh
# Each fuzz target once over its corpus.
for target in "$BUILD"/replay/*; do
	[ -x "$target" ] || continue
	name=$(basename "$target")
	if "$target" "$top/tests/fuzz/corpus/$name"/* >"$work/replay" 2>&1; then
		echo "ok fuzz corpus: $name"
	else
		echo "not ok fuzz corpus: $name"
		cat "$work/replay"
	fi
done
