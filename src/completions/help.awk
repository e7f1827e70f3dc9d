# What smtpcode --help says of options, of SET and of WHEN, as rows of lists.
BEGIN {
	OFS = "\t"
	operand["--merge"] = "FILE" # it stands beside -t, which the usage has
}

# The usage: what the operands of an option are.
!over && $2 ~ /^-./ {
	gsub(/[][]/, "", $3)
	operand[$2] = $3
}
/^$/ { over = 1 }

/^SET is / { sentence = ""; reading = 1 }
reading { sentence = sentence $0 " " }
reading && /\.( |$)/ {
	reading = 0
	sub(/^SET is /, "", sentence)
	sub(/\. .*/, "", sentence)
	words("sets", sentence)
}

/^  (-.,|   ) --/ { option(substr($0, 3, 2), substr($0, 7)) }

# The words of an enumeration, without those that only describe: "a class".
function words(list, text,    n, i, part) {
	n = split(text, part, /, | or /)
	for (i = 1; i <= n; i++)
		if (part[i] !~ / /)
			print list, part[i]
}

function option(short, rest,    long, value, optional, names, form) {
	match(rest, /^--[a-z-]+/)
	long = substr(rest, 1, RLENGTH)
	rest = substr(rest, RLENGTH + 1)
	if (match(rest, /^\[?=[A-Z]+/)) {
		optional = rest ~ /^\[/ ? "=" : ""
		value = substr(rest, 1, RLENGTH)
		gsub(/[^A-Z]/, "", value)
	}
	sub(/^[^ ]* */, "", rest)
	names = short ~ /-/ ? short "|" long : long
	form = short in operand ? operand[short] : operand[long]
	print "options", long, rest, names, value, optional, form
	if (short ~ /-/)
		print "spellings", short
	print "spellings", long
	if (optional)
		print "spellings", long "="
	if (value == "WHEN")
		words("whens", rest)
}
