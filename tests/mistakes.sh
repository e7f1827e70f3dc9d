#!/bin/sh
# Mistakes in data files must stop the generator with file:line: what is wrong,
# all of a run at once. tests/data/mistakes holds a row for each: the file, a
# sed script that makes the mistake, the message (without its line number; @ is
# anything).
generate() {
	rm -rf "$WORK/gen" && mkdir -p "$WORK/gen"
	# shellcheck disable=SC2086
	(cd "$WORK" && LC_ALL=C ${AWK:-awk} -v out=gen $programs $files) 2>"$WORK/errors"
}
programs=$(cd "$TOP" && make -s -f Makefile -f tests/vars.mk generators |
    sed "s|src/gen/|-f $TOP/src/gen/|g")
files=$(cd "$TOP" && make -s -f Makefile -f tests/vars.mk data)

fresh() {
	rm -rf "$WORK/data" && cp -R "$TOP/data" "$WORK/data"
}

# Is there an error line that reads so?
says() {
	message=$1 awk '
	BEGIN { at = index(want = ENVIRON["message"], "@") }
	!/^data\/[a-z\/-]*:[1-9][0-9]*: / { next }
	{ sub(/:[0-9]*: /, ": ") }
	at == 0 && $0 == want { found = 1 }
	at > 0 && substr($0, 1, at - 1) == substr(want, 1, at - 1) {
		tail = substr(want, at + 1)
		if (substr($0, length($0) - length(tail) + 1) == tail)
			found = 1
	}
	END { exit !found }' "$WORK/errors"
}

fresh
if generate; then
	echo "ok mistakes: the data as they are"
else
	echo "not ok mistakes: the data as they are"
	cat "$WORK/errors"
fi

tab=$(printf '\t')
while IFS=$tab read -r file script message; do
	case $file in '' | '#'*) continue ;; esac
	fresh
	sed "$script" "$TOP/data/$file" >"$WORK/data/$file"
	if cmp -s "$TOP/data/$file" "$WORK/data/$file"; then
		echo "not ok mistakes: the script changes nothing: $file $script"
		continue
	fi
	generate
	status=$?
	if [ $status -ne 0 ] && says "$message"; then
		echo "ok mistakes: $message"
	else
		echo "not ok mistakes: $message (status $status)"
		sed 's/^/  /' "$WORK/errors"
	fi
done <"$TOP/tests/data/mistakes"

# Several at once: all are told.
fresh
sed -e 's/^Code: 250$/Code: 25O/' -e 's/^Actor: sender$/Actor: sendr/' \
    "$TOP/data/replies" >"$WORK/data/replies"
generate
if [ "$(grep -c '^data/replies:[0-9]*: ' "$WORK/errors")" -ge 10 ]; then
	echo "ok mistakes: all of a run are told"
else
	echo "not ok mistakes: all of a run are told"
	sed 's/^/  /' "$WORK/errors"
fi
