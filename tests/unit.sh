#!/bin/sh
# The tests of the library and of the program's parts, by cmocka.
"$BUILD/unit" >"$WORK/unit" 2>&1 || {
	grep -v -e '\[ RUN' -e '\[       OK' "$WORK/unit"
	grep -q '^\[  FAILED' "$WORK/unit" || echo "not ok unit: it did not finish"
}
sed -n -e 's/^\[       OK \] /ok /p' \
    -e 's/^\[  FAILED  \] \([a-z_0-9]*\)$/not ok \1/p' "$WORK/unit" | sort -u
