# The codes as providers use them.

function setup_vendor() {
	use_fields = "Use Code Kind Replies Tag Hint Relation Cause Actor Retry Source Date"
	relations = "unregistered different similar"
	uses = 0
	newest = ""
	rows = 0
	exact = 0
}

function use_stanza(	i, n, item) {
	check_fields(use_fields)
	if (!(value["Use"] in provider_number))
		mistake(at["Use"], "Use: " value["Use"] ": no provider of data/providers")
	if (!one_of(get("Relation"), relations))
		mistake(at["Use"], "Use: needs Relation: one of " relations)
	if (get("Source") == "" || get("Date") !~ /^20[0-9][0-9]-[01][0-9]$/)
		mistake(at["Use"], "Use: needs Source: and Date: as 2026-11")
	else if (get("Date") > newest)
		newest = get("Date")
	if (length(get("Hint")) > 60)
		mistake(at["Hint"], "Hint: has more than 60 bytes")
	uses++
	for (i = 1; i <= fields; i++)
		use[uses, field[i]] = value[field[i]]
	use_at[uses] = at["Use"]
	n = split(get("Code"), item, " ")
	if (n == 0)
		mistake(at["Use"], "Use: needs a Code:")
	for (i = 1; i <= n; i++)
		if (range_start(item[i]) == 0 || range_end(item[i]) < range_start(item[i]))
			mistake(at["Code"], "Code: " item[i] " is neither a code nor a range such as 5.7.700-5.7.749")
	keep_use_key(value["Use"] " " item[1] (get("Kind") == "" ? "" : " " value["Kind"]))
}

# By its key the texts of a use are found: "google 5.7.26 dmarc".
function keep_use_key(key) {
	if (key in use_known)
		mistake(at["Use"], "Use: " key " stands in line " use_known[key] " already; a Kind: tells them apart")
	use_known[key] = at["Use"]
	use_key[uses] = key
}

function range_start(range) {
	sub(/-.*/, "", range)
	return code_number(range)
}

function range_end(range) {
	sub(/.*-/, "", range)
	return code_number(range)
}

function check_vendor(	i) {
	for (i = 1; i <= uses; i++) {
		if (!(use[i, "Cause"] in cause_number))
			mistake_in("data/vendor", use_at[i], "Cause: " use[i, "Cause"] ": no cause of data/causes")
		if (use[i, "Actor"] != "" && !(("actor", use[i, "Actor"]) in word_number))
			mistake_in("data/vendor", use_at[i], "Actor: " use[i, "Actor"] ": no word of Words: actor")
		if (use[i, "Retry"] != "" && use[i, "Retry"] != "later")
			mistake_in("data/vendor", use_at[i], "Retry: may only be later")
		if (!(("en", "Use", use_key[i]) in stanza_at))
			mistake_in("data/text/en", 1, "Use: " use_key[i] " is missing; data/vendor names it")
	}
}

# A line for each code or range. But for what it means, a use is told by the same
# words in each language.
function write_vendor(	i, j, k, n, m, item, name) {
	m = split("Code Hint Meaning Relation Cause Source Date Tag", name, " ")
	for (j = 1; j <= m; j++)
		print "USE_FIELD(" identifier(name[j]) ")" > (out "/use-fields.inc")
	for (i = 1; i <= uses; i++) {
		n = split(use[i, "Code"], item, " ")
		for (k = 1; k <= n; k++)
			add_use(range_start(item[k]), range_end(item[k]), \
			    provider_number[use[i, "Use"]] ", " cause_number[use[i, "Cause"]] ", " \
			    word_of("actor", use[i, "Actor"], "none") ", " (use[i, "Retry"] == "later") ", " slots)
		for (j = 1; j <= m; j++)
			if (name[j] == "Meaning")
				put_meanings(slots + j - 1, use_key[i])
			else
				put(0, slots + j - 1, use[i, name[j]])
		slots += m
	}
	for (i = 1; i <= rows; i++)
		print "USE(" row_first[i] ", " row_last[i] ", " row_rest[i] ")" > (out "/uses.inc")
	print "EXACT_USES(" exact ")" > (out "/exact-uses.inc")
	print "VENDOR_DATE(" c_string(newest) ")" > (out "/vendor-date.inc")
}

function put_meanings(slot, key,	k, text) {
	for (k = 1; k <= built; k++) {
		text = text_at(shipped[k], "Use", key, "Meaning")
		gsub(/\n/, lang_join[shipped[k]], text)
		put(k, slot, text)
	}
}

# Exact codes in their order, then ranges; equal ones as they come.
function add_use(first, last, rest,	i) {
	i = first == last ? exact++ : rows
	for (rows++; i > 0 && first == last && row_first[i] > first; i--)
		;
	move_rows(i + 1)
	row_first[i + 1] = first
	row_last[i + 1] = last
	row_rest[i + 1] = rest
}

# Make room for a row at i.
function move_rows(i,	k) {
	for (k = rows; k > i; k--) {
		row_first[k] = row_first[k - 1]
		row_last[k] = row_last[k - 1]
		row_rest[k] = row_rest[k - 1]
	}
}
