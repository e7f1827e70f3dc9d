# Writes the tables of the library and the program as X-macro lines into the
# folder that -v out= names. Reads the programs beside it and the files of
# data/, the English text first among the texts.

function setup() {
	setup_facts()
	setup_text()
	setup_vendor()
	setup_rules()
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
	check_vendor()
	check_rules()
	if (status)
		print_status()
	if (status || errors > 0)
		return
	write_languages()
	printf "" > (out "/pairs.inc")
	write_words()
	write_entries()
	write_causes()
	write_pairs()
	write_labels()
	write_hosts()
	write_vendor()
	write_rules()
	print "TEXT_SLOTS(" slots ")" > (out "/slots.inc")
}

# Only languages that are complete are built in: shipped[1..built].
function write_languages(	i, l) {
	built = 0
	print "#include \"texts-0.inc\"" > (out "/texts.inc")
	for (i = 1; i <= languages; i++) {
		l = language[i]
		if (!lang_complete[l])
			continue
		print "LANGUAGE(" built ", " c_string(l) ", " c_string(lang_name[l]) \
		    ", " c_string(lang_join[l]) ", " lang_rtl[l] ")" > (out "/languages.inc")
		shipped[++built] = l
		print "#include \"texts-" built ".inc\"" > (out "/texts.inc")
	}
}

# A text of a language in a slot; identifiers have the row 0, languages follow.
# A file for each row keeps the texts of a language together in memory.
function put(row, slot, text) {
	if (text != "")
		print "TEXT(" row ", " slot ", " c_list(text) ")" > (out "/texts-" row ".inc")
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

function word_of(vocabulary, word, other) {
	return word_number[vocabulary, word == "" ? other : word]
}

# A bit for each command, the first of the vocabulary lowest.
function commands_of(c,	i, bits) {
	bits = 0
	for (i = words["command"] - 1; i >= 0; i--)
		bits = bits * 2 + one_of(word["command", i], fact[c, "Commands"])
	return bits
}

function retry_of(c) { return c ~ /^4/ ? "yes" : c ~ /^5/ ? "no" : "n/a" }

# One line of the table. Texts are looked up at over first, where that is not 0.
function entry(c, text, over, source, actor, address, cause, certainty, outcome, foreseen,
    enhanced, replies, related) {
	printf "ENTRY(%d, %d, %d, %d, %d, %d, %d, %d, %d, %d, %.0f, %d, %d, %d, %d, %d, %d)\n", \
	    code_number(c), text, over, word_number["status", fact[source, "Status"]], \
	    word_number["retry", retry_of(c)], word_of("actor", actor, "none"), \
	    word_of("address", address, "keep"), word_of("certainty", certainty, "guess"), \
	    word_of("outcome", outcome, "none"), cause_number[cause == "" ? "unknown" : cause], \
	    commands_of(c), pooled(enhanced), pooled(replies), pooled(related), \
	    code_number(fact[c, "Twin"]), code_number(fact[c, "Stands-For"]), foreseen > (out "/entries.inc")
}

# The texts of a code in slots of their own; returns the first.
function text_slots(c,	j, k, n, name, first) {
	n = split(text_fields, name, " ")
	first = slots
	put(0, slots + n - 2, fact[c, "Phrase"])
	put(0, slots + n - 1, semicolons(fact[c, "Source"]))
	for (k = 1; k <= built; k++)
		for (j = 1; j <= n - 2; j++)
			put(k, slots + j - 1, code_text(shipped[k], c, name[j]))
	slots += n
	return first
}

function write_entries(	i, j, n, c, name) {
	n = split(text_fields, name, " ")
	for (j = 1; j <= n; j++)
		print "FIELD(" identifier(name[j]) ")" > (out "/fields.inc")
	for (i = 1; i <= codes; i++) {
		c = code[i]
		entry(c, text_slots(c), 0, c, fact[c, "Actor"], fact[c, "Address"], fact[c, "Cause"], \
		    fact[c, "Certainty"], fact[c, "Outcome"], 1, fact[c, "Enhanced"], "", fact[c, "Related"])
	}
	for (i = 1; i <= xs; i++)
		x_slot[x[i]] = text_slots(x[i])
	for (i = 1; i <= overs; i++)
		over_slot[over[i]] = text_slots(over[i])
	for (i = 1; i <= 4; i++)
		for (j = 0; j <= 7; j++)
			write_subject(substr("x245", i, 1), j)
}

# A cause, and behind it the details that have fixes of their own.
function write_causes(	i, j, n, c, name, key, part) {
	n = split(cause_fields, name, " ")
	for (j = 1; j <= n; j++)
		print "CAUSE_FIELD(" identifier(name[j]) ")" > (out "/cause-fields.inc")
	for (i = 1; i <= causes; i++) {
		c = cause[i]
		print "CAUSE(" i - 1 ", " slots ", " word_of("actor", cause_actor[c], "none") ", " \
		    word_of("address", cause_address[c], "keep") ", " \
		    word_of("retry", cause_retry[c], "no") ", " \
		    identifier(cause_domain[c] == "" ? "sender" : cause_domain[c]) ")" > (out "/causes.inc")
		put(0, slots++, c)
		write_cause_text("Cause", c, name, n)
	}
	for (i = 1; i <= english_stanzas; i++) {
		split(english[i], key, SUBSEP)
		if (key[1] != "Detail")
			continue
		split(key[2], part, " ")
		print "DETAIL(" cause_number[part[1]] ", " slots ")" > (out "/details.inc")
		put(0, slots++, part[2])
		write_cause_text("Detail", key[2], name, n)
	}
}

function write_cause_text(kind, key, name, n,	j, k) {
	for (k = 1; k <= built; k++)
		for (j = 1; j <= n; j++)
			put(k, slots + j - 1, text_at(shipped[k], kind, key, name[j]))
	slots += n
}

# All codes of a class and subject in order, the subject itself last.
function write_subject(class, subject,	i, prefix) {
	prefix = "x." subject
	for (i = 1; i <= xs; i++)
		if (!is_subject(x[i]) && index(x[i], prefix ".") == 1)
			write_enhanced(class, x[i])
	if (prefix in x_slot)
		write_enhanced(class, prefix)
}

function of_class(c, xc, name) {
	return (c, name) in fact ? fact[c, name] : fact[xc, name]
}

function write_enhanced(class, xc,	c, actor, address, cause, certainty) {
	c = class substr(xc, 2)
	actor = of_class(c, xc, "Actor")
	cause = of_class(c, xc, "Cause")
	address = class == "5" ? of_class(c, xc, "Address") : ""
	certainty = of_class(c, xc, "Certainty")
	if (class == "2") {
		actor = "nobody"
		cause = "ok"
	} else if (class != "x" && fact[xc, "Classes"] == "2") {
		# registered for successes: it does not say what failed
		actor = cause = ""
		certainty = "guess"
	}
	entry(c, x_slot[xc], class == "x" ? 0 : over_slot[c] + 0, xc, actor, address, cause, \
	    certainty, outcome_of(class), class == "x" || one_of(class, fact[xc, "Classes"]), "", \
	    class == "x" ? fact[xc, "Replies"] : codes_of_class(fact[xc, "Replies"], class), \
	    in_class(of_class(c, xc, "Related"), class))
}

# What has become of the message, as far as the class tells.
function outcome_of(class) {
	return class == "2" ? "done" : class == "4" ? "waits" : class == "5" ? "refused" : ""
}

function codes_of_class(list, class,	i, n, item, some) {
	n = split(list, item, " ")
	some = ""
	for (i = 1; i <= n; i++)
		if (substr(item[i], 1, 1) == class)
			some = some (some == "" ? "" : " ") item[i]
	return some
}

# x.7.20 as 5.7.20.
function in_class(list, class,	i, n, item, new) {
	n = split(list, item, " ")
	new = ""
	for (i = 1; i <= n; i++)
		new = new (i > 1 ? " " : "") (item[i] ~ /^x/ ? class substr(item[i], 2) : item[i])
	return new
}

function semicolons(list) {
	gsub(/; */, "\n", list)
	return list
}

function write_pairs(	i, k) {
	for (i = 1; i <= pairs; i++) {
		print "PAIR(" pooled(pair[i]) ", " slots ")" > (out "/pairs.inc")
		for (k = 1; k <= built; k++)
			put(k, slots, text_at(shipped[k], "Pair", pair[i], "Text"))
		slots++
	}
}

function write_labels(	i, k) {
	for (i = 0; i < labels; i++)
		print "LABEL(" identifier(label[i]) ")" > (out "/label-names.inc")
	for (k = 1; k <= built; k++)
		for (i = 0; i < labels; i++)
			print "TEXT(" k - 1 ", " i ", " c_string(label_text[shipped[k], label[i]]) ")" > (out "/labels.inc")
}

function write_hosts(	i) {
	for (i = 1; i <= hosts; i++)
		print "HOST(" c_string(host[i]) ", " (host_list[i] == "" ? 0 : list_slot(host_list[i], host_look_up[i])) \
		    ", " number_of(host_provider[i]) ")" > (out "/hosts.inc")
	write_host_places()
}

# Where src/lib/host.c looks for a host: the hash of the last six bytes of its
# name, from the end, as ASCII has them; a dot is in front of the name.
function write_host_places(	i, j, c, h, size, taken) {
	size = 1024 # a power of two
	for (i = 1; i <= hosts; i++) {
		h = 0
		for (j = length(host[i]); j > length(host[i]) - 6; j--) {
			c = substr("." host[i], j + 1, 1)
			c = c ~ /[a-z]/ ? 96 + index("abcdefghijklmnopqrstuvwxyz", c) : 44 + index("-./0123456789", c)
			h = (h * 31 + c) % size
		}
		while (h in taken)
			h = (h + 1) % size
		taken[h] = i
	}
	for (h = 0; h < size; h++)
		print "PLACE(" (h in taken ? taken[h] : 0) ")" > (out "/host-places.inc")
}

# Name and page of a block list; they are the same in each language.
function list_slot(name, page) {
	if (!((name, page) in list_slots)) {
		list_slots[name, page] = slots
		put(0, slots++, name)
		put(0, slots++, page)
	}
	return list_slots[name, page]
}
