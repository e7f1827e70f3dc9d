#!/bin/sh
# Tables of parts add up to the table of the whole, in any order and split, and
# count what the records tell; bad tables are refused whole.
# shellcheck disable=SC2016 # programs for awk, commands for sh -c
log="$WORK/merge.log"
awk 'BEGIN {
	srand(7)
	split("2.0.0 Ok: queued as 4F2kC1|4.7.1 Greylisted, try again in 300 seconds|5.1.1 User unknown|5.7.1 blocked using zen.spamhaus.org|4.2.2 Mailbox full|5.9.9 weird \\\\ stuff\t\033[2J", said, "|")
	split("250 450 550 554 452 550", code, " ")
	split("mx.example.org gmail-smtp-in.l.google.com mx1.hc1.iphmx.com", host, " ")
	for (i = 0; i < 3000; i++) {
		k = int(rand() * 6) + 1
		stamp = sprintf("Nov 20 03:%02d:%02d mx1 ", int(i / 60) % 60, i % 60)
		if (k % 2)
			printf "%spostfix/smtpd[2240]: NOQUEUE: reject: RCPT from unknown[203.0.113.%d]: %s %s; from=<x@example.net> to=<b%d@example.com> proto=ESMTP helo=<pc>\n", stamp, i % 250, code[k], said[k], i
		else
			printf "%spostfix/smtp[2211]: 4F2kC1: to=<a%d@example.org>, relay=%s[192.0.2.7]:25, delay=1.2, dsn=%s, status=%s (host %s[192.0.2.7] said: %s %s (in reply to RCPT TO command))\n", stamp, i, host[i % 3 + 1], substr(said[k], 1, 5), code[k] < 300 ? "sent" : code[k] < 500 ? "deferred" : "bounced", host[i % 3 + 1], code[k], said[k]
		if (i % 3 == 0)
			printf "%spostfix/qmgr[550]: 4F2kC1: from=<x@example.net>, size=528, nrcpt=1 (queue active)\n", stamp
	}
}' >"$log"
smtpcode -t --tsv "$log" >"$WORK/whole"
is_whole() { # name, command that prints a table
	if sh -c "$2" 2>"$WORK/err" | cmp -s - "$WORK/whole"; then
		echo "ok merge: $1"
	else
		echo "not ok merge: $1"
		head -3 "$WORK/err"
	fi
}
fields=direction,code,class,cause,retry,actor,provider
counts_records() { # name, log
	smtpcode -f "$fields" - <"$2" | sort | uniq -c |
	    awk '{ count = $1; sub(/^ *[0-9]+ /, ""); print count "\t" $0 }' | sort >"$WORK/records"
	smtpcode -t --tsv -f "count,$fields" "$2" |
	    awk -F '\t' 'NR > 1 && $5 != "" {
		count = $1
		sub(/^[0-9]+\t/, "")
		sum[$0] += count
	}
	END { for (row in sum) print sum[row] "\t" row }' | sort >"$WORK/rows"
	if [ -s "$WORK/rows" ] && cmp -s "$WORK/records" "$WORK/rows"; then
		echo "ok merge: rows count the records of $1"
	else
		echo "not ok merge: rows count the records of $1"
		diff "$WORK/records" "$WORK/rows" | head -4
	fi
}
counts_records "a log" "$log"
LC_ALL=C awk -v mib=1 -f "$TOP/tests/bench/log.awk" >"$WORK/bench.log"
counts_records "the log of make bench" "$WORK/bench.log"
if [ -d "$SHARED/corpus/logs" ]; then
	cat "$SHARED"/corpus/logs/*/* >"$WORK/logs"
	counts_records "the logs of the corpus" "$WORK/logs"
else
	echo "skipped: ../shared/corpus"
fi

rm -rf "$WORK/parts"
for seed in 1 2 3 4; do
	mkdir "$WORK/parts"
	awk -v seed=$seed -v out="$WORK/parts/p" 'BEGIN { srand(seed); n = 100 }
	rand() < 0.002 * seed { n++ }
	{ print > (out n) }' "$log"
	for part in "$WORK"/parts/p*; do
		smtpcode -t --tsv "$part" >"$part.tsv"
	done
	is_whole "parts of split $seed" 'smtpcode -t --merge --tsv "$WORK"/parts/*.tsv'
	is_whole "the same, last first" 'cat $(ls -r "$WORK"/parts/*.tsv) | smtpcode -t --merge --tsv'
	is_whole "the same, sums of sums" '
	(set -- "$WORK"/parts/*.tsv; smtpcode -t --merge --tsv "$1" "$2"; shift 2
	    [ $# -eq 0 ] || cat "$@") | smtpcode -t --merge --tsv -'
	is_whole "the same, their lines sorted" 'cat "$WORK"/parts/*.tsv | LC_ALL=C sort | smtpcode -t --merge --tsv'
	is_whole "the same, with CRLF" "cat \"\$WORK\"/parts/*.tsv | sed 's/\$/\r/' | smtpcode -t --merge --tsv"
	rm -rf "$WORK/parts"
done
is_whole "the whole again" 'smtpcode -t --merge --tsv "$WORK/whole"'
if command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q GNU; then
	is_whole "GNU parallel --pipepart" 'parallel --will-cite --pipepart -a "$WORK/merge.log" --block 40k smtpcode -t --tsv | smtpcode -t --merge --tsv'
	is_whole "GNU parallel --pipe" 'parallel --will-cite --pipe --block 30k smtpcode -t --tsv <"$WORK/merge.log" | smtpcode -t --merge --tsv'
else
	echo "skipped: GNU parallel"
fi

refused() { # name, program for awk that spoils the table
	awk "$2" "$WORK/whole" >"$WORK/bad"
	got=$(smtpcode -t --merge "$WORK/whole" "$WORK/bad" 2>"$WORK/err")
	status=$?
	if [ $status -eq 2 ] && [ -z "$got" ] && [ "$(wc -l <"$WORK/err")" -eq 1 ] &&
	    grep -q "^smtpcode: .*bad:[0-9]*: " "$WORK/err"; then
		echo "ok merge: refuses $1"
	else
		echo "not ok merge: refuses $1"
		cat "$WORK/err"
	fi
}
refused "a table without its end" 'NR < 8'
refused "a table without its header" 'NR > 1'
refused "a table that lacks a row" 'NR != 3'
refused "a row cut in the middle" 'NR < 5; NR == 5 { printf "%s", substr($0, 1, 20) }'
refused "other columns" '{ print $0 "\tmore" }'
refused "a cause of another version" '{ sub(/no-such-user/, "gone-fishing") } 1'
refused "a retry that is an actor" 'BEGIN { FS = OFS = "\t" } NR == 2 { $6 = "sender" } 1'
refused "an actor that is an address" 'BEGIN { FS = OFS = "\t" } NR == 2 { $7 = "drop" } 1'
refused "a negative count" 'BEGIN { FS = OFS = "\t" } NR == 2 { $9 = -$9 } 1'
refused "a count that is no number" 'BEGIN { FS = OFS = "\t" } NR == 2 { $9 = "x" } 1'
refused "a count that overflows" 'BEGIN { FS = OFS = "\t" } NR == 2 { $9 = "18446744073709551616" } 1'
refused "a sum that overflows" 'BEGIN { FS = OFS = "\t" } NR == 2 { $9 = "18446744073709551615" } 1'
refused "an example too long" 'BEGIN { FS = OFS = "\t" } NR == 2 { $11 = sprintf("%200s", "x") } 1'
refused "an escape that is none" 'BEGIN { FS = OFS = "\t" } NR == 2 { $11 = "\\q" } 1'
refused "JSON" '{ print "{\"v\":1}" }'
refused "nothing" '0'
