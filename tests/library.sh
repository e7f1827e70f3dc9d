#!/bin/sh
# The library as others use it: installed, found by pkg-config, linked by C and
# C++. An archive that a sanitizer has changed is not what others get.
dest=$WORK/dest
prefix=/opt/smtpcode
archive=$dest$prefix/lib/libsmtpcode.a

ask_make() { # target
	make -s -C "$TOP" B="${BUILD#"$TOP/"}" PREFIX=$prefix DESTDIR="$dest" \
	    "$1" >"$WORK/make.log" 2>&1 || cat "$WORK/make.log"
}
check() { # name, wrong things
	if [ -z "$2" ]; then echo "ok library: $1"; else
		echo "not ok library: $1"
		echo "$2" | sed 's/^/  /'
	fi
}
installed() {
	(cd "$dest$prefix" && find . -type f) | sort
}

if nm "$BUILD/libsmtpcode.a" 2>/dev/null | grep -qE '__(asan|tsan|msan|ubsan)_'; then
	echo "skipped: the library as others use it (a sanitizer is in it)"
	exit
fi
check "make install" "$(ask_make install)"
check "what is installed" "$(printf './%s\n' bin/smtpcode include/smtpcode.h \
    include/smtpcode_reply.h include/smtpcode_scan.h lib/libsmtpcode.a \
    lib/pkgconfig/libsmtpcode.pc \
    share/bash-completion/completions/smtpcode \
    share/fish/vendor_completions.d/smtpcode.fish share/man/man1/smtpcode.1 \
    share/man/man3/libsmtpcode.3 share/zsh/site-functions/_smtpcode \
    >"$WORK/want"
    installed | diff "$WORK/want" -)"

if command -v nm >/dev/null 2>&1; then
	check "the archive defines smtpcode_* only" "$(
	nm -g --defined-only "$archive" |
	    awk 'NF == 3 && $3 !~ /^smtpcode_|^__x86[.]get_pc_thunk/ { print $3 }')"
	check "the archive has no writable data" "$(
	nm "$archive" | awk 'NF == 3 && $2 ~ /^[bBcCdD]$/ { print $3 }')"
	check "the archive calls no malloc" "$(
	nm -u "$archive" | awk '$1 == "U" { print $2 }' | sort -u |
	    grep -E 'alloc|free|strn?dup')"
else
	echo "skipped: symbols of the archive (needs nm)"
fi

# What pkg-config says, or, where there is none, what it would say.
pc=$dest$prefix/lib/pkgconfig/libsmtpcode.pc
flags() { # compiler or linker flags: Cflags or Libs
	if command -v pkg-config >/dev/null 2>&1; then
		case $1 in Cflags) set -- --cflags ;; *) set -- --libs ;; esac
		PKG_CONFIG_SYSROOT_DIR=$dest PKG_CONFIG_LIBDIR=${pc%/*} \
		    pkg-config "$1" libsmtpcode
	else
		sed -n -e "s|[$]{libdir}|$dest$prefix/lib|" \
		    -e "s|[$]{includedir}|$dest$prefix/include|" -e "s/^$1: //p" "$pc"
	fi
}
check "the version in libsmtpcode.pc is the program's" "$(
sed -n 's/^Version: /smtpcode /p' "$pc" >"$WORK/want"
smtpcode --version | head -n 1 | diff "$WORK/want" -)"

# Example, compiler: compiles it without a word to a program of its name.
compile() {
	out=$WORK/$(basename "$1" | sed 's/[.].*//')
	# shellcheck disable=SC2046 # flags are words
	$2 -Wall -Wextra -Wpedantic $(flags Cflags) "$1" $(flags Libs) -o "$out" 2>&1
}
c() { compile "$1" "${CC:-cc} -std=c11"; }

cat >"$WORK/mail.log" <<'END'
Nov 20 03:14:05 mx1 postfix/smtp[2211]: 4F2kC1: to=<a@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=1.2, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
Nov 20 03:14:06 mx1 postfix/smtp[2211]: 4F2kC2: to=<b@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=0.2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F2kC1)
Nov 20 03:14:07 mx1 postfix/smtp[2211]: 4F2kC3: to=<c@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=0.2, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
Nov 20 03:14:08 mx1 postfix/smtp[2211]: 4F2kC4: to=<d@example.org>, relay=mx.example.org[192.0.2.7]:25, delay=0.2, dsn=4.2.2, status=deferred (host mx.example.org[192.0.2.7] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))
END

check "judge.c compiles" "$(c "$TOP/tests/examples/judge.c")"
check "judge.c judges" "$(
printf '%s\t%s\t%s\n' no-such-user no sender mailbox-full yes recipient \
    ok n/a nobody unknown no - >"$WORK/want"
echo "no reply" >>"$WORK/want"
printf '%s\n' '550 5.1.1 User unknown' '452 4.2.2 Mailbox full' '250 Ok' \
    '550 So sorry' 'Good morning' | "$WORK/judge" 2>&1 | diff "$WORK/want" -)"

machine() { "$@" -dumpmachine 2>/dev/null | cut -d- -f1; }
if [ "$(machine "${CXX:-c++}")" = "$(machine "${CC:-cc}")" ]; then
	check "scan.cc compiles" "$(
	compile "$TOP/tests/examples/scan.cc" "${CXX:-c++} -std=c++11")"
	check "scan.cc counts" "$(
	printf '%s\t%s\n' 1 mailbox-full 2 no-such-user 1 ok >"$WORK/want"
	"$WORK/scan" "$WORK/mail.log" 2>&1 | diff "$WORK/want" -)"
else
	echo "skipped: the example in C++ (needs a compiler for the same machine)"
fi

check "the manual names each function" "$(
grep -oh 'smtpcode_[a-z_]*(' "$TOP"/include/*.h | tr -d '(' | sort -u |
while read -r name; do
	grep -q "^\.Fn $name\$\|^\.Fn $name " "$TOP/man/libsmtpcode.3" ||
		echo "$name"
done)"

# The example of the manual.
awk '/^\.Ed/ { code = 0 }
code && /^#include/ { program = 1 }
code && program { gsub(/\\e/, "\\"); print }
/^\.Bd -literal/ { code = 1 }' "$TOP/man/libsmtpcode.3" >"$WORK/manual.c"
check "the example of the manual compiles" "$(c "$WORK/manual.c")"
check "the example of the manual speaks" "$(
for at in 1:no-such-user 3:no-such-user 4:mailbox-full; do
	echo "line ${at%:*}: $(smtpcode -f name "${at#*:}")"
	smtpcode -f meaning "${at#*:}"
done | tr -s ' \n' '  ' >"$WORK/want"
LANG=C "$WORK/manual" <"$WORK/mail.log" 2>&1 | tr -s ' \n' '  ' |
    diff "$WORK/want" -)"

check "make uninstall" "$(ask_make uninstall; installed)"
