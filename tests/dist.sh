#!/bin/sh
# The release: the same bytes twice, with git and without, and from them the
# same program twice; refused while a translation lags behind. It does not
# depend on how the program under test was built, so one lane is enough.
[ "$PROGRAM" = "$TOP/smtpcode" ] || exit 0
unset MAKEFLAGS MFLAGS MAKEOVERRIDES CFLAGS LDFLAGS CPPFLAGS
if ! tar --version 2>/dev/null | grep -q GNU; then
	echo "skipped: the release (needs GNU tar)"
	exit
fi

check() { # name, wrong things
	if [ -z "$2" ]; then echo "ok release: $1"; else
		echo "not ok release: $1"
		echo "$2" | sed 's/^/  /'
	fi
}
dist() { # tree: what make says if it fails
	(cd "$1" && make -s B=build/dist dist) 2>&1 || echo "it failed"
}
version=$(smtpcode --version | sed -n 's/^smtpcode //p')
tarball=build/dist/smtpcode-$version.tar.gz
away="$WORK/a path with blanks"
tree=$away/smtpcode-$version
mkdir "$away"

check "make dist" "$(dist "$TOP")"
cp "$TOP/$tarball" "$WORK/first.tar.gz"
check "it unpacks to one folder of its name" "$(
(cd "$away" && gzip -dc "$WORK/first.tar.gz" | tar xf -) 2>&1
find "$away" -mindepth 1 -maxdepth 1 ! -name "smtpcode-$version")"

# From here on without git: the folder has no .git.
build() {
	(cd "$tree" && make -s -j2 && ./smtpcode 551) >"$WORK/built" 2>&1 ||
	    echo "status $?"
	smtpcode 551 | diff - "$WORK/built"
}
check "it builds in a path with blanks" "$(build)"
cp "$tree/smtpcode" "$WORK/first"
check "it builds the same bytes again" "$(
(cd "$tree" && make -s clean) && build
cmp "$WORK/first" "$tree/smtpcode" 2>&1)"
check "make dist gives the same bytes again" "$(
dist "$tree"
cmp "$WORK/first.tar.gz" "$tree/$tarball" 2>&1)"

refuses() { # name, file, sed script that spoils it, part of the message
	sed "$3" "$TOP/$2" >"$tree/$2"
	said=$(dist "$tree")
	cp "$TOP/$2" "$tree/$2"
	check "make dist refuses $1" "$(
	case $said in *"$4"*"it failed") ;; *) echo "it said: $said" ;; esac
	[ ! -e "$tree/$tarball" ] || echo "it made a file")"
}
refuses "an outdated translation" data/text/en '/^Cause: no-such-user$/a\
Rev: 2' 'data/text/de:'
refuses "a translation still to be made" data/text/de '/^Cause: no-such-user$/a\
Todo: en' 'Todo: en'
