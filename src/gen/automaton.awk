# The machine that finds every part of every rule in one pass: a trie that turns
# the letters of a word into a symbol, and over symbols the automaton of Aho and
# Corasick. The rows of both are displaced into one array each: the child of the
# node s by the symbol a is at t = base[s] + a, if check[t] is s.
#
# A symbol is a word, a word with # for any digit, the start of a word ("fail*"),
# or what a mask shows ("<ip>"). A word has one symbol, the most telling; where
# a part ends in the start of a word, every symbol that begins so will do.

function write_automaton(	i) {
	hits = 0
	ends = 0
	symbols = split("<address> <host> <ip> <id> <time> <number>", symbol, " ")
	for (i = 1; i <= symbols; i++)
		symbol_number[symbol[i]] = i
	plant_parts()
	widen_starts()
	plant_words()
	displace("node", nodes, node_child, node_by)
	displace("letter", letters, letter_child, letter_by)
	write_nodes()
	write_letters()
}

# ------------------------------------------------------------------ bytes

# The letters of a word as numbers from 1: digits, small letters, #, then the
# bytes of UTF-8. The same under awks that read characters and those that read
# bytes.
function number_bytes(	i, c) {
	ascii = "0123456789abcdefghijklmnopqrstuvwxyz#"
	bytewise = length(sprintf("%c%c", 195, 164)) == 2 && sprintf("%c", 228) == "\344"
	for (i = 128; i <= (bytewise ? 255 : 65535); i++)
		byte_number[sprintf("%c", i)] = i
}

function letter_of(byte) { return byte - 90 }

# Fills code[1..n] and returns n.
function bytes_of(text, code,	i, n, c) {
	n = 0
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (index(ascii, c) > 0) {
			code[++n] = index(ascii, c)
			continue
		}
		c = byte_number[c]
		if (bytewise)
			code[++n] = letter_of(c)
		else if (c < 2048) {
			code[++n] = letter_of(192 + int(c / 64))
			code[++n] = letter_of(128 + c % 64)
		} else {
			code[++n] = letter_of(224 + int(c / 4096))
			code[++n] = letter_of(128 + int(c / 64) % 64)
			code[++n] = letter_of(128 + c % 64)
		}
	}
	return n
}

# ------------------------------------------------------------------- tries

# Nodes of symbols and of letters are numbered as they come; node 0 is the root.
# node_child[s] lists children, node_by[t] is the symbol that leads to t.
function plant_parts(	i, j, n, w, s) {
	nodes = 0
	for (i = 1; i <= parts; i++) {
		n = split(part[i], w, " ")
		s = 0
		for (j = 1; j <= n; j++) {
			if (!(w[j] in symbol_number)) {
				symbol[++symbols] = w[j]
				symbol_number[w[j]] = symbols
			}
			s = node_next(s, symbol_number[w[j]])
		}
		node_parts[s] = i
	}
}

function node_next(s, a) {
	if (!((s, a) in node_go)) {
		node_go[s, a] = ++nodes
		node_child[s] = node_child[s] " " nodes
		node_by[nodes] = a
		node_parent[nodes] = s
	}
	return node_go[s, a]
}

# "reject*" is also found in symbols of their own that begin so: "rejected".
function widen_starts(	i, j, k, n, base, s, t, kind) {
	n = nodes
	for (i = 1; i <= symbols; i++) {
		if (symbol[i] !~ /[*#]/)
			continue
		base = symbol[i]
		sub(/[*]$/, "", base)
		for (j = 1; j <= n; j++) {
			if (node_by[j] != i)
				continue
			for (k = 7; k <= symbols; k++)
				if (k != i && begins_with(symbol[k], base)) {
					t = node_next(node_parent[j], k)
					node_parts[t] = node_parts[t] " " node_parts[j]
				}
		}
	}
}

# Is base the start of the word? Its # stand for digits.
function begins_with(w, base) {
	w = substr(w, 1, length(base))
	if (index(base, "#") > 0 && w !~ /#/)
		gsub(/[0-9]/, "#", w)
	return w == base
}

function plant_words(	i, j, n, base, s, code) {
	letters = 0
	for (i = 7; i <= symbols; i++) {
		base = symbol[i]
		sub(/[*]$/, "", base)
		n = bytes_of(base, code)
		s = 0
		for (j = 1; j <= n; j++) {
			if (!((s, code[j]) in letter_go)) {
				letter_go[s, code[j]] = ++letters
				letter_child[s] = letter_child[s] " " letters
				letter_by[letters] = code[j]
			}
			s = letter_go[s, code[j]]
		}
		if (base == symbol[i])
			letter_word[s] = i
		else
			letter_start[s] = i
	}
}

# -------------------------------------------------------------- displacement

# Gives each row of children a base where all its places are free, long rows
# first, each behind the last one of its length: place[kind, t] is the node at
# t, spot[kind, s] the place of node s.
function displace(kind, count, child, by,	s, n, i, most, item, low, b, first, k, rows, row) {
	most = 0
	for (s = 0; s <= count; s++) {
		n = split(child[s], item, " ")
		rows[n]++
		row[n, rows[n]] = s
		if (n > most)
			most = n
	}
	spot[kind, 0] = 0
	place[kind, 0] = 0
	last[kind] = 0
	for (n = most; n > 0; n--) {
		first = 1
		for (k = 1; k <= rows[n]; k++) {
			s = row[n, k]
			split(child[s], item, " ")
			low = by[item[1]]
			for (i = 2; i <= n; i++)
				if (by[item[i]] < low)
					low = by[item[i]]
			while ((kind, first) in place)
				first++
			for (b = first > low ? first - low : 0; !fits(kind, b, n, item, by); b++)
				;
			base_of[kind, s] = b
			first = b + low
			for (i = 1; i <= n; i++) {
				place[kind, b + by[item[i]]] = item[i]
				spot[kind, item[i]] = b + by[item[i]]
				if (b + by[item[i]] > last[kind])
					last[kind] = b + by[item[i]]
			}
		}
	}
}

function fits(kind, b, n, item, by,	i) {
	for (i = 1; i <= n; i++)
		if ((kind, b + by[item[i]]) in place)
			return 0
	return 1
}

# ------------------------------------------------------------------- writing

# Breadth first, so that what a node falls back to is known before it.
function write_nodes(	i, j, n, s, t, f, item, queue, head, tail, fail, link, parent) {
	head = 0
	tail = 1
	queue[0] = 0
	fail[0] = 0
	while (head < tail) {
		s = queue[head++]
		n = split(node_child[s], item, " ")
		for (i = 1; i <= n; i++) {
			t = item[i]
			f = fail[s]
			while (f != 0 && !((f, node_by[t]) in node_go))
				f = fail[f]
			fail[t] = s != 0 && (f, node_by[t]) in node_go ? node_go[f, node_by[t]] : 0
			link[t] = node_parts[fail[t]] != "" ? fail[t] : link[fail[t]] + 0
			parent[t] = s
			queue[tail++] = t
		}
	}
	for (i = 0; i <= last["node"]; i++) {
		if (!(("node", i) in place)) {
			print "NODE(0, 65535, 0, 0, 0)" > (out "/nodes.inc")
			continue
		}
		s = place["node", i]
		print "NODE(" base_of["node", s] + 0 ", " (s == 0 ? 65535 : spot["node", parent[s]]) ", " \
		    spot["node", fail[s]] ", " spot["node", link[s] + 0] ", " write_end(node_parts[s]) ")" > (out "/nodes.inc")
	}
	print "END(" hits ")" > (out "/ends.inc")
}

# What it means that these parts end at a node; 0: none does.
function write_end(list,	i, n, item) {
	n = split(list, item, " ")
	if (n == 0)
		return 0
	print "END(" hits ")" > (out "/ends.inc")
	for (i = 1; i <= n; i++) {
		printf "%s", hit_list[item[i]] > (out "/hits.inc")
		hits += hit_count[item[i]]
	}
	return ++ends
}

function write_letters(	i, s, parent, item, n, j) {
	for (s = 0; s <= letters; s++) {
		n = split(letter_child[s], item, " ")
		for (j = 1; j <= n; j++)
			parent[item[j]] = s
	}
	for (i = 0; i <= last["letter"]; i++) {
		if (!(("letter", i) in place)) {
			print "LETTER(0, 65535, 0, 0)" > (out "/letters.inc")
			continue
		}
		s = place["letter", i]
		print "LETTER(" base_of["letter", s] + 0 ", " (s == 0 ? 65535 : spot["letter", parent[s]]) ", " \
		    letter_word[s] + 0 ", " letter_start[s] + 0 ")" > (out "/letters.inc")
	}
}
