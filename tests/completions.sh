#!/bin/sh
# What bash, zsh and fish offer after what is typed, by the completions as they
# are installed. Every shell must offer the same.
home=$WORK/completions
share=$home/usr/share
tab=$(printf '\t')
mkdir -p "$home/files"
touch "$home/files/mail.log" "$home/files/part one.tsv"
export HOME="$home" XDG_CONFIG_HOME="$home" XDG_CACHE_HOME="$home"

with_make() { # goal
	make -s -C "$TOP" B="${BUILD#"$TOP"/}" PREFIX="$home/usr" DESTDIR= "$1"
}
report() { # name, wrong things
	if [ -z "$2" ]; then echo "ok completions: $1"; else
		echo "not ok completions: $1"
		echo "$2" | sed 's/^/  /'
	fi
}
report "make install" "$(with_make install 2>&1)"

# What the program and its source name.
codes=$(smtpcode -f code -l)
causes=$(smtpcode -f cause -l causes)
fields=$(smtpcode -l fields | cut -f 2)
langs=$(smtpcode -L list | cut -f 1)
classes=$(echo "$codes" | sed 's/^\(.\).*/\1xx/')
subjects=$(echo "$codes" | sed -n 's/\.[0-9]*$//; /\./ { p; s/^./x/p; }')
commands=$(smtpcode -f commands -l | tr , '\n' | grep -v '^ANY$')
sets=$(sed -n '/^sort_of/,/^}/p' "$TOP/src/cli/list.c" | tr '|' '\n' |
    sed -n 's/.*token_is(word, "\([a-z]*\)").*/\1/p')
options="$(sed -n 's/^	{ "\([a-z]*\)", .*_argument, NULL, .*/--\1/p' "$TOP/src/cli/opt.c")
$(sed -n "s/^	{ .*_argument, NULL, '\(.\)' .*/-\1/p" "$TOP/src/cli/opt.c")"

# Rows: what is typed, and all that must be offered.
row() { # typed, words
	printf '%s\t' "$1"
	printf '%s' "$2" | tr '\n' ' '
	echo
}
{
	row "smtpcode " "$codes $classes $subjects $causes"
	row "smtpcode -l " "$classes $subjects $commands $sets"
	row "smtpcode -f " "$fields"
	row "smtpcode -L " "$langs list"
	row "smtpcode -" "$options"
	row "smtpcode 5.7.2" "$(echo "$codes" | grep '^5\.7\.2')"
	row "smtpcode x.7.2" "$(echo "$codes" | sed -n 's/^.\.7\.2/x.7.2/p')"
	cat "$TOP/tests/completions/rows"
} >"$home/rows"
cut -f 1 "$home/rows" >"$home/typed"

# Compare what a shell offers with the rows. A value may have its option before
# it, and --color= stands for --color, too.
compare() { # shell
	sed -e 's/^--[a-z]*=\(.\)/\1/' -e 's/=$//' "$home/$1" >"$home/$1.plain"
	awk -F "$tab" -v shell="$1" '
	NR == FNR { sub(/=$/, "", $1); typed[++rows] = $1; want[rows] = $2; next }
	/^> / { row++; said[row] = substr($0, 3); next }
	$0 != "" { offered[row, $0] = 1 }
	END {
		for (i = 1; i <= rows; i++)
			print (good(i) ? "ok" : "not ok") " completions: " shell ": " typed[i] wrong
		exit
	}
	function good(i,    n, word, k, key, part) {
		wrong = said[i] == typed[i] ? "" : "\n  not asked"
		n = split(want[i], word, " ")
		for (k = 1; k <= n; k++) {
			if (!((i, word[k]) in offered))
				wrong = wrong "\n  lacks " word[k]
			wanted[i, word[k]] = 1
		}
		for (key in offered) {
			split(key, part, SUBSEP)
			if (part[1] == i && !(key in wanted))
				wrong = wrong "\n  offers " part[2]
		}
		return wrong == ""
	}' "$home/rows" "$home/$1.plain"
}

run() { # shell, command that reads what is typed
	if ! command -v "$1" >/dev/null; then
		echo "skipped: completions of $1 (needs $1)"
		return
	fi
	shell=$1
	shift
	(cd "$home/files" && "$@") <"$home/typed" >"$home/$shell" 2>"$home/err"
	report "$shell says nothing else" "$(cat "$home/err")"
	compare "$shell"
}
scripts=$TOP/tests/completions
run bash bash "$scripts/candidates.bash" "$share/bash-completion/completions/smtpcode"
run zsh zsh -f "$scripts/candidates.zsh" "$share/zsh/site-functions"
run fish env XDG_DATA_DIRS="$share" fish "$scripts/candidates.fish"

# Bash alone knows no folder; a package of that name does.
package=/usr/share/bash-completion/bash_completion
if [ -r $package ] && command -v bash >/dev/null; then
	# shellcheck disable=SC2016
	report "bash-completion finds them" "$(XDG_DATA_DIRS="$share" bash -c '
	source "$0"
	read -ra loader < <(complete -p -D)
	"${loader[2]}" smtpcode
	complete -p smtpcode' $package 2>&1 | grep -vx 'complete -F _smtpcode smtpcode')"
else
	echo "skipped: bash-completion"
fi

# Whatever is offered is taken.
# shellcheck disable=SC2086
{
	smtpcode -q $codes $classes $subjects $causes 2>&1
	for set in $classes $subjects $commands $sets; do
		smtpcode -q -l "$set" 2>&1
	done
	smtpcode -q -f "$(echo "$fields" | tr '\n' ,)" 551 2>&1
} >"$home/taken"
report "the program takes them" "$(cat "$home/taken")"

report "make uninstall" "$(with_make uninstall 2>&1; find "$home/usr" -type f)"
