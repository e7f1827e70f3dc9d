# Reads the stanza files of data/ for the programs beside it.
#
# A stanza is a run of "Field: value" lines; a line that begins with a blank
# continues the field above as a further item. An empty line ends a stanza,
# a line that begins with # is a comment. The program on the same command line
# defines
#	setup()		before the first line
#	stanza()	for each stanza: fields field[1..fields], their text in
#			value[name] (items joined by \n), line numbers in at[name]
#	finish()	after the last one
# Mistakes are reported as file:line: text, all of a run, and end it with 1.

BEGIN {
	errors = 0
	fields = 0
	file = ""
	setup()
}

FNR == 1 {
	end_stanza()
	file = FILENAME
	sub(/^.*data\//, "data/", file)
}

/\r$/ {
	mistake(FNR, "a carriage return ends this line; save the file with LF line ends")
	next
}

/[^ ][ \t]+$/ { mistake(FNR, "blanks end this line; remove them") }

/^#/ { next }

/^[ \t]*$/ {
	end_stanza()
	next
}

/^[ \t]/ {
	if (fields == 0) {
		mistake(FNR, "this line continues nothing; a stanza begins with \"Field: value\"")
		next
	}
	sub(/^[ \t]+/, "")
	if (value[field[fields]] == "") {
		value[field[fields]] = $0
		at[field[fields]] = FNR
	} else
		value[field[fields]] = value[field[fields]] "\n" $0
	next
}

/^[A-Za-z][A-Za-z0-9\/-]*:/ {
	colon = index($0, ":")
	name = substr($0, 1, colon - 1)
	text = substr($0, colon + 1)
	sub(/^[ \t]+/, "", text)
	if (name in value) {
		mistake(FNR, name ": stands twice in this stanza")
		next
	}
	field[++fields] = name
	value[name] = text
	at[name] = FNR
	next
}

{ mistake(FNR, "neither \"Field: value\" nor a line that begins with a blank: " $0) }

END {
	end_stanza()
	finish()
	if (errors > 0)
		exit 1
}

function end_stanza() {
	if (fields > 0)
		stanza()
	fields = 0
	split("", field)
	split("", value)
	split("", at)
}

# Report a mistake in the file that is being read.
function mistake(line, text) { mistake_in(file, line, text) }

function mistake_in(where, line, text) {
	print where ":" line ": " text | "cat 1>&2"
	errors++
}

# Say something about a file that does not stop the build.
function warn(text) { print text | "cat 1>&2" }

# The value of a field, "" if the stanza lacks it.
function get(name) { return name in value ? value[name] : "" }

# Is word one of the blank-separated words of list?
function one_of(word, list) { return index(" " list " ", " " word " ") > 0 }

# Report fields of this stanza that are not in list.
function check_fields(list,	i) {
	for (i = 1; i <= fields; i++)
		if (!one_of(field[i], list))
			mistake(at[field[i]], "unknown field " field[i] ":; known here are " list)
}

# text as a C string literal; the second form ends each item of a list with a
# NUL of its own, so that an empty item ends the list.
function c_string(text) {
	gsub(/["\\?]/, "\\\\&", text)
	return "\"" text "\""
}

function c_list(text,	i, n, item, out) {
	n = split(text, item, "\n")
	for (i = 1; i <= n; i++)
		out = out c_string(item[i]) " \"\\0\" "
	return out "\"\""
}

# A code of data/ as the number that include/smtpcode.h defines; 0 if it is none.
function code_number(code,	part, n) {
	if (code ~ /^[1-5][0-9][0-9]$/)
		return code + 0
	if (code ~ /^[2-5]xx$/)
		return substr(code, 1, 1) + 0
	n = split(code, part, ".")
	if (part[1] !~ /^[x245]$/ || part[2] !~ /^(0|[1-9][0-9]?[0-9]?)$/)
		return 0
	if (n == 2)
		part[3] = 1023
	else if (n != 3 || part[3] !~ /^(0|[1-9][0-9]?[0-9]?)$/)
		return 0
	if (part[1] == "x")
		part[1] = 0
	return 16777216 + part[1] * 1048576 + part[2] * 1024 + part[3]
}

# "fix-sender-admin" -> FIX_SENDER_ADMIN
function identifier(word) {
	gsub(/[-\/]/, "_", word)
	return toupper(word)
}
