# What a script counts today: reply codes and enhanced status codes by pattern,
# without what they mean.
match($0, /[ :("][245][0-5][0-9][ -]/) { reply[substr($0, RSTART + 1, 3)]++ }
match($0, /[ =][245]\.[0-9]+\.[0-9]+/) { enhanced[substr($0, RSTART + 1, RLENGTH - 1)]++ }
END {
	for (code in reply) print reply[code], code
	for (code in enhanced) print enhanced[code], code
}
