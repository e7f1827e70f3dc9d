#!/bin/sh
# Fills a template with the program's own tables, so that what is completed is
# what it knows: complete.sh TEMPLATE PROGRAM [ARGUMENT ...] > COMPLETIONS
set -eu
export LC_ALL=C
template=$1
shift
here=$(dirname "$0")

# Put the list's name before each row.
rows() {
	sed "s/^/$1	/"
}

# Every list that a template may ask for: its name, word, text, and what else
# options have.
tables() { # program
	"$@" --help | ${AWK:-awk} -f "$here/help.awk"
	"$@" -f code,name -l basic | rows replies
	"$@" -f code,name -l enhanced | rows enhanced
	# shellcheck disable=SC2046 # codes hold nothing to split or expand
	{
		"$@" -f code,name -- $("$@" -f code -l enhanced |
		    sed 's/^./x/' | sort -u) | rows any-class
		"$@" -f code,name -- $("$@" -f code -l |
		    sed 's/^\(.\).*/\1xx/' | sort -u) | rows classes
		"$@" -f code,name -- $("$@" -f code -l enhanced |
		    sed 's/\.[0-9]*$//; p; s/^./x/' | sort -u) | rows subjects
	}
	"$@" -f commands -l | tr , '\n' | sed '/^$/d; /^ANY$/d' | sort -u |
	    rows commands
	"$@" -f cause,name -l causes | rows causes
	"$@" -l fields | ${AWK:-awk} -f "$here/fields.awk" | rows fields
	{
		"$@" -L list
		printf 'list\tthe languages built in\n'
	} | rows languages
}

tables "$@" | ${AWK:-awk} -v template="$template" -f "$here/fill.awk"
