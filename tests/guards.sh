#!/bin/sh
# What must stay so of the built program: no symbols beyond memory functions in
# the library, tables without pointers, no heap, few instructions and calls.
need() {
	command -v "$1" >/dev/null 2>&1 && return
	echo "skipped: $2 (needs $1)"
	return 1
}
check() { # name, wrong things
	if [ -z "$2" ]; then echo "ok guard: $1"; else
		echo "not ok guard: $1"
		echo "$2" | sed 's/^/  /'
	fi
}

# A plain build of the library, without hardening.
plain=$WORK/plain
mkdir -p "$plain"
for c in "$TOP"/src/lib/*.c; do
	${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -fno-jump-tables \
	    -I"$TOP/include" \
	    -I"$BUILD/gen" -c -o "$plain/$(basename "$c" .c).o" "$c" || exit
done

if need nm "symbols of the library"; then
	check "the library calls nothing but memory functions" "$(
	nm -u "$plain"/*.o | awk '$1 == "U" { print $2 }' | sort -u |
	    grep -vxE 'smtpcode_.*|mem(chr|cmp|cpy|move|set)|bcmp|strlen|_GLOBAL_OFFSET_TABLE_')"
	check "public symbols are smtpcode_*" "$(
	nm -g --defined-only "$plain"/*.o | awk 'NF == 3 { print $3 }' |
	    grep -v -e '^smtpcode_' -e '^__x86[.]get_pc_thunk')"
	check "the program's objects use no heap" "$(
	nm -u "$BUILD"/cli/*.o | awk '$1 == "U" { print $2 }' | sort -u |
	    grep -xE 'malloc|calloc|realloc|reallocarray|free|strn?dup|f?open|fopen|getline|getdelim|qsort|setlocale')"
fi
if need size "sections of the library"; then
	check "the library has no writable data" "$(
	size "$plain"/*.o | awk 'NR > 1 && $2 + $3 > 0')"
fi
if need readelf "relocations of the library"; then
	check "tables need no relocation" "$(
	readelf -r "$plain"/*.o |
	    awk '/^Relocation section/ { bad = /\.rodata|\.data\.rel\.ro/ }
	    bad && /^[0-9a-f]+ /')"
fi
if need readelf "hardening" && readelf -hW "$PROGRAM" >/dev/null 2>&1; then
	check "the program is hardened" "$(
	readelf -lW "$PROGRAM" | grep -q GNU_RELRO || echo "no RELRO"
	readelf -dW "$PROGRAM" | grep -q BIND_NOW || echo "no BIND_NOW"
	readelf -hW "$PROGRAM" | grep -q 'DYN' || echo "no PIE"
	readelf -lW "$PROGRAM" | grep GNU_STACK | grep -q 'RWE' && echo "executable stack")"
fi

# Every label of the data is used in the program, and the other way round by
# the compiler.
check "every label is used" "$(
sed 's/^LABEL(\(.*\))$/\1/' "$BUILD/gen/label-names.inc" | while read -r name; do
	grep -qw "LABEL_$name" "$TOP"/src/cli/*.[ch] || echo "$name"
done)"

# Options stand in --help, in the man page and in the README.
check "options are documented" "$(
sed -n 's/^	{ "\([a-z]*\)", .*_argument, NULL, .*/\1/p' "$TOP/src/cli/opt.c" | while read -r name; do
	smtpcode --help | grep -q -e "--$name" || echo "--$name: not in --help"
	grep -q -e "Fl -$name" "$TOP/man/smtpcode.1" || echo "--$name: not in the man page"
	grep -q -e "--$name" "$TOP/README.md" || echo "--$name: not in README.md"
done)"
check "causes stand in the man page as in the tables" "$(
smtpcode -l causes -f cause,actor,address | awk -F '\t' '
NR == FNR { want[$1] = ".Em " ($2 == "" ? "cannot be told" : $2) " , " $3 " ."; next }
sub(/^\.It Cm /, "") { id = $0 }
/^\.Em / && id in want && $0 == want[id] { delete want[id] }
END {
	delete want["ok"]; delete want["continue"]; delete want["unknown"]
	for (id in want) print id
}' - "$TOP/man/smtpcode.1")"
check "files have at most 400 lines" "$(
wc -l "$TOP"/src/*/*.[ch] "$TOP"/include/*.h | awk '$2 != "total" && $1 > 400')"

# What one look-up costs over the least program that writes the same bytes.
# Sanitizers and static links have costs of their own.
[ -n "${GUARD_COST:-}" ] || exit 0
smtpcode 551 >"$WORK/page"
awk 'BEGIN { print "#include <unistd.h>"; print "static const char s[] =" }
{ gsub(/["\\]/, "\\\\&"); print "\"" $0 "\\n\"" }
END { print ";"; print "int main(void) { return write(1, s, sizeof s - 1) < 0; }" }' \
    "$WORK/page" >"$WORK/least.c"
${CC:-cc} -O2 -fPIE -pie -Wl,-z,relro,-z,now -o "$WORK/least" "$WORK/least.c" || exit
over() { # name, limit, figure of the program, figure of the least program
	more=$(($3 - $4))
	if [ "$more" -le "$2" ]; then
		echo "ok guard: a look-up takes at most $2 $1 more ($more)"
	else
		echo "not ok guard: a look-up takes $more $1 more; at most $2"
	fi
}
if need strace "system calls of a look-up"; then
	calls() { strace -f -o "$WORK/trace" "$@" >/dev/null; grep -c '(' "$WORK/trace"; }
	over "system calls" 3 "$(calls smtpcode 551)" "$(calls "$WORK/least")"
	check "a look-up opens no file of its own" "$(
	strace -o "$WORK/trace" smtpcode 551 >/dev/null
	grep -E '^open' "$WORK/trace" | grep -vE 'ld\.so\.|/lib.*/libc\.')"
fi
if need valgrind "instructions of a look-up"; then
	count() {
		valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
		    sed -n 's/.*Collected : //p'
	}
	over "instructions" 40000 "$(count smtpcode 551)" "$(count "$WORK/least")"
fi
# Of x86-64 alone is it known what a byte may cost.
if [ "$(od -An -tx1 -j18 -N2 "$PROGRAM" | tr -d ' ')" = 3e00 ] &&
    need valgrind "instructions of a tally"; then
	tally() { # of so many MiB
		LC_ALL=C awk -v mib="$1" -f "$TOP/tests/bench/log.awk" >"$WORK/tally"
		count smtpcode -t --tsv "$WORK/tally"
	}
	more=$((($(tally 2) - $(tally 1)) * 10 / 1048576))
	check "a byte of a log takes at most 4 instructions" "$(
	[ "$more" -le 40 ] || echo "tenths: $more")"
	rm -f "$WORK/tally"
fi
if need /usr/bin/time "page faults of a look-up"; then
	faults() { # the least of a few runs: the kernel maps ahead as it likes
		for _ in 1 2 3 4 5 6 7 8 9; do
			/usr/bin/time -a -f %R -o "$WORK/faults" "$@" >/dev/null
		done
		sort -n "$WORK/faults" | head -1
		rm -f "$WORK/faults"
	}
	found=$(command -v smtpcode) # looking for it costs faults, too
	over "page faults" 24 "$(faults "$found" 551)" "$(faults "$WORK/least")"
fi
