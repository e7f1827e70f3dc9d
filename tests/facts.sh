#!/bin/sh
# The table against the standards' facts, where those are at hand.
facts=$SHARED/facts/replies.tsv
if [ ! -r "$facts" ]; then
	echo "skipped: facts of the standards"
	exit
fi
codes=$(awk -F '\t' 'NR > 1 { print $1 }' "$facts")
# shellcheck disable=SC2086
smtpcode --tsv -f code,class,category,commands,source,status $codes |
    awk -F '\t' '
NR == FNR { if (FNR > 1) for (i = 1; i <= 6; i++) got[$1, i] = $i; next }
FNR == 1 {
	split("x success intermediate transient permanent", class, " ")
	split("syntax information connection authentication unspecified mail-system", category, " ")
	next
}
{
	want = $4 == "-" ? "" : class[$4]
	check("class", got[$1, 2] == want)
	want = $4 == "-" || $5 > 5 ? "" : category[$5 + 1]
	check("category", got[$1, 3] == want)
	check("status", got[$1, 6] == ($8 == "unregistered-but-seen" ? "unregistered" : $8))
	if ($8 == "unregistered-but-seen")
		next
	n = split($6, list, ",")
	missing = 0
	for (i = 1; i <= n; i++)
		missing += index("," got[$1, 4] ",", "," list[i] ",") == 0
	check("commands", missing == 0 && split(got[$1, 4], list, ",") == n)
	n = split($7, list, "; ")
	missing = 0
	for (i = 1; i <= n; i++) {
		match(list[i], /RFC [0-9]+/)
		missing += index(got[$1, 5], substr(list[i], RSTART, RLENGTH)) == 0
	}
	check("source", missing == 0)
}
function check(what, good) {
	print (good ? "ok" : "not ok") " facts: " $1 " " what
}' - "$facts"
