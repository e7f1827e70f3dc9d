# The facts of data/: codes, causes, pairs. Checks them and keeps them by code.

function setup_facts() {
	code_fields = "Code Phrase Status Sort Stands-For Commands Outcome Actor" \
	    " Address Cause Certainty Enhanced Related Twin Source"
	x_fields = "Code Phrase Status Classes Replies Actor Address Cause" \
	    " Certainty Related Source"
	class_fields = "Code Actor Address Cause Certainty Related Source"
	statuses = "standard extension obsolete unregistered"
	codes = 0
	xs = 0
	overs = 0
	pairs = 0
	causes = 0
	hosts = 0
}

function facts_stanza(	kind) {
	kind = field[1]
	if (kind == "Code" && value[kind] ~ /^x[.]/)
		x_facts()
	else if (kind == "Code" && value[kind] ~ /^[245][.]/)
		class_facts()
	else if (kind == "Code")
		code_facts()
	else if (kind == "Cause")
		cause_facts()
	else if (kind == "Pair")
		pair_facts()
	else if (kind == "Host")
		host_facts()
	else if (kind == "Provider")
		provider_stanza()
	else if (kind == "Use")
		use_stanza()
	else if (kind == "Rule")
		rule_stanza()
	else
		mistake(at[kind], "a stanza of facts begins with Code:, Cause:, Pair:, Host:, Provider:, Use: or Rule:, not " kind ":")
}

function code_facts(	c, i, n, item) {
	c = value["Code"]
	check_fields(code_fields)
	if (code_number(c) == 0) {
		mistake(at["Code"], "Code: " c " is no reply code")
		return
	}
	if (c in code_at) {
		mistake(at["Code"], "Code: " c " stands in line " code_at[c] " already")
		return
	}
	if (codes > 0 && code_number(c) < code_number(code[codes]))
		mistake(at["Code"], "Code: " c " belongs before " code[codes] "; keep the order")
	code[++codes] = c
	keep_facts(c)
	if (!one_of(get("Status"), statuses))
		mistake(at["Code"], "Code: " c " needs Status: one of " statuses)
	if ((get("Status") == "unregistered") != ("Sort" in value))
		mistake(at["Code"], "Code: " c ": Sort: goes with Status: unregistered, and only with it")
	if (get("Source") == "")
		mistake(at["Code"], "Code: " c " needs a Source:")
	if (get("Status") != "unregistered" && c !~ /xx$/)
		if (get("Commands") == "" || get("Outcome") == "" || get("Cause") == "" || get("Certainty") == "")
			mistake(at["Code"], "Code: " c " needs Commands:, Outcome:, Cause: and Certainty:")
	n = split(get("Phrase"), item, " ")
	if (n > 12)
		mistake(at["Phrase"], "Phrase: has " n " words; at most 12")
	n = split(get("Enhanced"), item, " ")
	for (i = 1; i <= n; i++)
		if (item[i] !~ /^[245][.]/ || code_number(item[i]) == 0 || substr(item[i], 1, 1) != substr(c, 1, 1))
			mistake(at["Enhanced"], "Enhanced: " item[i] " is no enhanced status code of the class of " c)
}

function keep_facts(c,	i) {
	code_at[c] = at["Code"]
	code_file[c] = file
	for (i = 2; i <= fields; i++) {
		fact[c, field[i]] = value[field[i]]
		fact_at[c, field[i]] = at[field[i]]
	}
}

# x.7.26: an enhanced status code in every class; x.7: a subject.
function x_facts(	c, i, n, item) {
	c = value["Code"]
	check_fields(x_fields)
	if (code_number(c) == 0) {
		mistake(at["Code"], "Code: " c " is no enhanced status code")
		return
	}
	if (c in code_at) {
		mistake(at["Code"], "Code: " c " stands in line " code_at[c] " already")
		return
	}
	if (xs > 0 && is_subject(c) == is_subject(x[xs]) && code_number(c) < code_number(x[xs]))
		mistake(at["Code"], "Code: " c " belongs before " x[xs] "; keep the order")
	x[++xs] = c
	keep_facts(c)
	if (!one_of(get("Status"), statuses) || get("Status") == "unregistered")
		mistake(at["Code"], "Code: " c " needs Status: standard or obsolete")
	if (get("Source") == "" || get("Cause") == "" || get("Certainty") == "")
		mistake(at["Code"], "Code: " c " needs Source:, Cause: and Certainty:")
	n = split(get("Classes"), item, " ")
	for (i = 1; i <= n; i++)
		if (!one_of(item[i], "2 4 5"))
			mistake(at["Classes"], "Classes: " item[i] " is none of: 2 4 5")
	if (n == 0)
		mistake(at["Code"], "Code: " c " needs Classes:")
	n = split(get("Replies"), item, " ")
	for (i = 1; i <= n; i++)
		if (code_number(item[i]) == 0)
			mistake(at["Replies"], "Replies: " item[i] " is no reply code")
}

function is_subject(c) { return c !~ /[.].*[.]/ }

# 4.7.1: what differs from x.7.1 in one class.
function class_facts(	c) {
	c = value["Code"]
	check_fields(class_fields)
	if (c in code_at)
		mistake(at["Code"], "Code: " c " stands in line " code_at[c] " already")
	else if (!(("x" substr(c, 2)) in code_at))
		mistake(at["Code"], "Code: " c " comes before x" substr(c, 2) ", which it changes")
	else {
		over[++overs] = c
		keep_facts(c)
	}
}

function cause_facts() {
	check_fields("Cause Retry Actor Address Domain")
	if (get("Domain") != "" && !one_of(get("Domain"), "sender recipient host"))
		mistake(at["Domain"], "Domain: must be sender, recipient or host")
	cause_retry[value["Cause"]] = get("Retry")
	cause_domain[value["Cause"]] = get("Domain")
	if (value["Cause"] in cause_at) {
		mistake(at["Cause"], "Cause: " value["Cause"] " stands in line " cause_at[value["Cause"]] " already")
		return
	}
	cause[++causes] = value["Cause"]
	cause_at[value["Cause"]] = at["Cause"]
	cause_number[value["Cause"]] = causes - 1
	cause_actor[value["Cause"]] = get("Actor")
	cause_address[value["Cause"]] = get("Address")
}

function host_facts() {
	check_fields("Host List Look-Up Provider")
	if (value["Host"] !~ /^[a-z0-9-]+([.][a-z0-9-]+)+$/ || length(value["Host"]) > 27)
		mistake(at["Host"], "Host: " value["Host"] " is no domain in small letters of at most 27 bytes")
	if (hosts > 0 && value["Host"] <= host[hosts])
		mistake(at["Host"], "Host: " value["Host"] " belongs before " host[hosts] "; keep the order")
	host[++hosts] = value["Host"]
	host_at[hosts] = at["Host"]
	host_list[hosts] = get("List")
	host_look_up[hosts] = get("Look-Up")
	host_provider[hosts] = get("Provider")
	if (get("Look-Up") != "" && !is_page(get("Look-Up")))
		mistake(at["Look-Up"], "Look-Up: " get("Look-Up") " is no address of a page")
}

# The codes of a pair in their order, joined with blanks; "" after a mistake.
function pair_key(list,	i, j, n, item, t, key) {
	n = split(list, item, " ")
	if (n < 2 || n > 6) {
		mistake(at["Pair"], "Pair: " list " has " n " codes; two to six make a comparison")
		return ""
	}
	for (i = 1; i <= n; i++)
		if (code_number(item[i]) == 0) {
			mistake(at["Pair"], "Pair: " item[i] " is no code")
			return ""
		}
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && code_number(item[j]) < code_number(item[j - 1]); j--) {
			t = item[j]
			item[j] = item[j - 1]
			item[j - 1] = t
		}
	key = item[1]
	for (i = 2; i <= n; i++)
		key = key " " item[i]
	return key
}

function pair_facts(	key) {
	check_fields("Pair Source")
	key = pair_key(value["Pair"])
	if (key == "")
		return
	if (key in pair_at)
		mistake(at["Pair"], "Pair: " value["Pair"] " stands in line " pair_at[key] " already")
	else {
		pair[++pairs] = key
		pair_at[key] = at["Pair"]
		if (get("Source") == "")
			mistake(at["Pair"], "Pair: " value["Pair"] " needs a Source:")
	}
}

# What can only be checked when every file has been read.
function check_facts(	i, j, n, c, item) {
	for (i = 1; i <= codes + xs + overs; i++) {
		c = i <= codes ? code[i] : i <= codes + xs ? x[i - codes] : over[i - codes - xs]
		check_word(c, "Outcome", "outcome")
		check_word(c, "Actor", "actor")
		check_word(c, "Address", "address")
		check_word(c, "Certainty", "certainty")
		if ((c, "Cause") in fact && !(fact[c, "Cause"] in cause_number))
			fact_mistake(c, "Cause", "no cause of data/causes")
		n = split(fact[c, "Commands"], item, " ")
		for (j = 1; j <= n; j++)
			if (!(("command", item[j]) in word_number))
				fact_mistake(c, "Commands", item[j] " is no word of Words: command")
		n = split(fact[c, "Related"] " " fact[c, "Twin"], item, " ")
		for (j = 1; j <= n; j++)
			if (!(item[j] in code_at) && !(("x" substr(item[j], 2)) in code_at))
				fact_mistake(c, "Related", item[j] " is not in the table")
	}
	for (i = 1; i <= causes; i++) {
		if (cause_actor[cause[i]] != "" && !(("actor", cause_actor[cause[i]]) in word_number))
			mistake_in("data/causes", cause_at[cause[i]], "Actor: " cause_actor[cause[i]] ": no word of Words: actor")
		if (cause_retry[cause[i]] != "" && !(("retry", cause_retry[cause[i]]) in word_number))
			mistake_in("data/causes", cause_at[cause[i]], "Retry: " cause_retry[cause[i]] ": no word of Words: retry")
		if (cause_address[cause[i]] != "" && !(("address", cause_address[cause[i]]) in word_number))
			mistake_in("data/causes", cause_at[cause[i]], "Address: " cause_address[cause[i]] ": no word of Words: address")
	}
	for (i = 1; i <= pairs; i++) {
		n = split(pair[i], item, " ")
		for (j = 1; j <= n; j++)
			if (!(item[j] in code_at) && !(("x" substr(item[j], 2)) in code_at))
				mistake_in("data/pairs", pair_at[pair[i]], "Pair: " item[j] " is not in the table")
	}
}

function check_word(c, name, vocabulary) {
	if ((c, name) in fact && !((vocabulary, fact[c, name]) in word_number))
		fact_mistake(c, name, "no word of Words: " vocabulary)
}

function fact_mistake(c, name, text) {
	mistake_in(code_file[c], fact_at[c, name], name ": " fact[c, name] ": " text)
}
