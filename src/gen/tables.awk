# Writes the tables of the library and the program as X-macro lines into the
# folder that -v out= names. Reads stanza.awk, facts.awk and text.awk before it
# and the files of data/, the English text first among the texts.

function setup() {
	setup_facts()
	setup_text()
	slots = 1
	listed = 1
}

function stanza() {
	if (file ~ /^data\/text\//)
		text_stanza()
	else
		facts_stanza()
}

function finish() {
	check_facts()
	check_text()
	if (errors > 0)
		return
	write_languages()
	printf "" > (out "/pairs.inc")
	write_words()
	write_entries()
	write_pairs()
	write_labels()
	print "TEXT_SLOTS(" slots ")" > (out "/slots.inc")
}

# Only languages that are complete are built in: shipped[1..built].
function write_languages(	i, l) {
	built = 0
	for (i = 1; i <= languages; i++) {
		l = language[i]
		if (!lang_complete[l])
			continue
		print "LANGUAGE(" built ", " c_string(l) ", " c_string(lang_name[l]) \
		    ", " c_string(lang_join[l]) ")" > (out "/languages.inc")
		shipped[++built] = l
	}
}

# A text of a language in a slot; identifiers have the row 0, languages follow.
function put(row, slot, text) {
	if (text != "")
		print "TEXT(" row ", " slot ", " c_list(text) ")" > (out "/texts.inc")
}

function write_words(	i, j, k, n, v, vocabulary) {
	n = split(vocabularies, vocabulary, " ")
	for (i = 1; i <= n; i++) {
		v = vocabulary[i]
		print "VOCABULARY(" identifier(v) ", " slots ", " words[v] ")" > (out "/words.inc")
		for (j = 0; j < words[v]; j++) {
			print "WORD(" identifier(v) ", " identifier(word[v, j]) ", " j ")" > (out "/words.inc")
			put(0, slots, word[v, j])
			for (k = 1; k <= built; k++)
				put(k, slots, word_text[shipped[k], v, word[v, j]])
			slots++
		}
	}
}

# The number of a list of codes in the pool, 0 if there is none.
function pooled(list,	i, n, item, first) {
	n = split(list, item, " ")
	if (n == 0)
		return 0
	first = listed
	for (i = 1; i <= n; i++)
		print "CODE(" code_number(item[i]) ")" > (out "/lists.inc")
	print "CODE(0)" > (out "/lists.inc")
	listed += n + 1
	return first
}

function word_of(c, name, vocabulary, other) {
	return (c, name) in fact ? word_number[vocabulary, fact[c, name]] : word_number[vocabulary, other]
}

# A bit for each command, the first of the vocabulary lowest.
function commands_of(c,	i, bits) {
	bits = 0
	for (i = words["command"] - 1; i >= 0; i--)
		bits = bits * 2 + one_of(word["command", i], fact[c, "Commands"])
	return bits
}

function retry_of(c) { return c ~ /^4/ ? "yes" : c ~ /^5/ ? "no" : "n/a" }

function write_entries(	i, j, k, n, c, name) {
	n = split(text_fields, name, " ")
	for (j = 1; j <= n; j++)
		print "FIELD(" identifier(name[j]) ")" > (out "/fields.inc")
	for (i = 1; i <= codes; i++) {
		c = code[i]
		printf "ENTRY(%d, %d, %d, %d, %d, %d, %d, %d, %d, %d, %d, %d, %d, %d)\n", \
		    code_number(c), slots, word_number["status", fact[c, "Status"]], \
		    word_number["retry", retry_of(c)], word_of(c, "Actor", "actor", "none"), \
		    word_of(c, "Address", "address", "keep"), word_of(c, "Certainty", "certainty", "guess"), \
		    word_of(c, "Outcome", "outcome", "none"), \
		    (c, "Cause") in fact ? cause_number[fact[c, "Cause"]] : cause_number["unknown"], \
		    commands_of(c), pooled(fact[c, "Enhanced"]), pooled(fact[c, "Related"]), \
		    code_number(fact[c, "Twin"]), code_number(fact[c, "Stands-For"]) > (out "/entries.inc")
		put(0, slots + n - 2, fact[c, "Phrase"])
		put(0, slots + n - 1, semicolons(fact[c, "Source"]))
		for (k = 1; k <= built; k++)
			for (j = 1; j <= n - 2; j++)
				put(k, slots + j - 1, code_text(shipped[k], c, name[j]))
		slots += n
	}
	for (i = 1; i <= causes; i++) {
		print "CAUSE(" i - 1 ", " slots ")" > (out "/causes.inc")
		put(0, slots++, cause[i])
	}
}

function semicolons(list) {
	gsub(/; */, "\n", list)
	return list
}

function write_pairs(	i, k) {
	for (i = 1; i <= pairs; i++) {
		print "PAIR(" pooled(pair[i]) ", " slots ")" > (out "/pairs.inc")
		for (k = 1; k <= built; k++)
			put(k, slots, sentence[shipped[k], "Pair", pair[i], "Text"])
		slots++
	}
}

function write_labels(	i, k) {
	for (i = 0; i < labels; i++) {
		print "LABEL(" identifier(label[i]) ")" > (out "/label-names.inc")
		for (k = 1; k <= built; k++)
			print "TEXT(" k - 1 ", " i ", " c_string(label_text[shipped[k], label[i]]) ")" > (out "/labels.inc")
	}
}
