#!/bin/sh
# Times the program against peers, each in rotation with them in the same run:
# bench.sh BUILD. ROUNDS and SIZES (in MiB) may be set.
# shellcheck disable=SC2016 # the small scripts expand them
set -u
build=$1
here=$(dirname "$0")
top=$(cd "$here/../.." && pwd)
work=$top/$build/bench
mkdir -p "$work"
cd "$top" || exit 2

echo "One look-up, median of ${ROUNDS:-1001} runs"
echo "    wall     x true  command"
set -- "/bin/true" "./smtpcode 551" "./smtpcode 235 vs 551" "./smtpcode -f retry 451" \
    "./smtpcode -L ja 551"
[ -x "$build/musl/smtpcode" ] && set -- "$@" "$build/musl/smtpcode 551"
command -v errno >/dev/null && set -- "$@" "errno 2"
command -v jq >/dev/null && set -- "$@" "jq -n 1"
"$build/spawn" "${ROUNDS:-1001}" "$@"
command -v errno >/dev/null || echo "errno is not here (Debian: moreutils)"

echo
echo "A look-up over the least program that writes the same bytes"
WORK=$work TOP=$top BUILD=$top/$build PROGRAM=$top/smtpcode PATH=$top:$PATH GUARD_COST=1 \
    LC_ALL=C sh tests/guards.sh 2>/dev/null | sed -n 's/^.*ok guard: a look-up takes/   /p'

# Commands with patterns in them, as words that spawn can start.
printf '#!/bin/sh\nLC_ALL=C exec grep -c "said: 5" "$1"\n' >"$work/grep-c"
printf '#!/bin/sh\nLC_ALL=C exec grep -Ec "[ :(\\"][245][0-5][0-9][ -]" "$1"\n' >"$work/grep-Ec"
printf '#!/bin/sh\nLC_ALL=C exec rg -c "said: 5" "$1"\n' >"$work/rg-c"
printf '#!/bin/sh\nexec mawk -f tests/bench/codes.awk "$1"\n' >"$work/mawk"
printf '#!/bin/sh\nexec pflogsumm "$1"\n' >"$work/pflogsumm"
chmod +x "$work"/*

for size in ${SIZES:-10 100}; do
	log=$work/log-$size
	[ -s "$log" ] || LC_ALL=C awk -v mib="$size" -f tests/bench/log.awk >"$log"
	rounds=$((900 / size))
	[ "$rounds" -ge 3 ] || rounds=3
	[ "$rounds" -le 31 ] || rounds=31
	echo
	echo "The replies of a log of $size MiB, median of $rounds runs"
	echo "    wall     x wc    command"
	set -- "wc -l $log" "./smtpcode -t --tsv $log" "$work/grep-c $log"
	if [ "$size" -le 100 ]; then
		set -- "$@" "$work/grep-Ec $log"
		command -v mawk >/dev/null && set -- "$@" "$work/mawk $log"
	fi
	command -v rg >/dev/null && set -- "$@" "$work/rg-c $log"
	[ "$size" -le 10 ] && command -v pflogsumm >/dev/null && set -- "$@" "$work/pflogsumm $log"
	"$build/spawn" "$rounds" "$@" | sed "s|$work/||g"
done

echo
echo "One mbox of 20,000 bounces, explained as records"
mbox=$work/mbox
[ -s "$mbox" ] || awk 'BEGIN {
	for (i = 0; i < 20000; i++)
		printf "From MAILER-DAEMON Fri Nov 20 03:14:05 2026\nFrom: MAILER-DAEMON@example.com\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b%d\"\n\n--b%d\nContent-Type: text/plain\n\nThis is the mail system at host mx1.example.com.\n\n<user%d@example.org>: host mx.example.org[192.0.2.7] said: 550 5.1.1\n    <user%d@example.org>: Recipient address rejected: User unknown (in reply to\n    RCPT TO command)\n\n--b%d\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx1.example.com\n\nFinal-Recipient: rfc822; user%d@example.org\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.example.org\nDiagnostic-Code: smtp; 550 5.1.1 <user%d@example.org>: Recipient address\n    rejected: User unknown\n\n--b%d--\n\n", i, i, i, i, i, i, i, i
}' >"$mbox"
printf '#!/bin/sh\nexec ./smtpcode -f cause,recipient - <"$1"\n' >"$work/bounces"
chmod +x "$work/bounces"
"$build/spawn" 5 "$work/bounces $mbox" | sed "s|$work/||g"

echo
echo "One reply in memory"
"$build/judge"

if command -v valgrind >/dev/null; then
	log=$work/log-8
	[ -s "$log" ] || LC_ALL=C awk -v mib=8 -f tests/bench/log.awk >"$log"
	echo
	printf 'instructions for each byte of a log, smtpcode -t: '
	valgrind --tool=callgrind --callgrind-out-file=/dev/null ./smtpcode -t --tsv "$log" 2>&1 >/dev/null |
	    awk -v bytes="$(wc -c <"$log")" '/Collected/ { printf "%.1f\n", $4 / bytes }'
fi
