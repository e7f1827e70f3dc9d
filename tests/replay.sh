#!/bin/sh
# Each fuzz target once over its corpus.
for target in "$BUILD"/replay/*; do
	[ -x "$target" ] || continue
	name=$(basename "$target")
	if "$target" "$TOP/tests/fuzz/corpus/$name"/* >"$WORK/replay" 2>&1; then
		echo "ok fuzz corpus: $name"
	else
		echo "not ok fuzz corpus: $name"
		cat "$WORK/replay"
	fi
done
