# Fills a template: reads rows of lists, then prints the template, with each
# line "@each LIST@LINE" turned into LINE for every row of the list. {word},
# {text} and so on stand for the row's columns; they are fit for '...'.
BEGIN {
	FS = "\t"
	columns = split("word text names value optional operand", column, " ")
}

{
	n = ++count[$1]
	for (i = 1; i <= columns; i++)
		cell[$1, n, i] = quoted($(i + 1))
}

END {
	while ((getline line < template) > 0)
		if (line ~ /^@each [a-z-]+@/)
			each(line)
		else
			print line
}

function quoted(s,    parts, part, i, all) {
	parts = split(s, part, "'")
	all = part[1]
	for (i = 2; i <= parts; i++)
		all = all "'\\''" part[i]
	return all
}

function each(line,    list, i) {
	list = substr(line, 7)
	line = substr(list, index(list, "@") + 1)
	list = substr(list, 1, index(list, "@") - 1)
	if (!count[list]) {
		print template ": no rows: " list | "cat >&2"
		exit 1
	}
	for (i = 1; i <= count[list]; i++)
		print filled(line, list, i)
}

function filled(line, list, row,    i, mark, at, done) {
	for (i = 1; i <= columns; i++) {
		mark = "{" column[i] "}"
		done = ""
		while ((at = index(line, mark)) > 0) {
			done = done substr(line, 1, at - 1) cell[list, row, i]
			line = substr(line, at + length(mark))
		}
		line = done line
	}
	return line
}
