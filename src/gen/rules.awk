# Rules and providers: what the words of a reply tell. Their alternatives are
# cut into parts at " ... "; automaton.awk makes one machine of all parts.

function setup_rules() {
	rule_fields = "Rule Words Codes Provider Gives Strength Cause Detail Retry Actor Source Why Example"
	provider_fields = "Provider Name Words Tags Help Source"
	rules = 0
	rules_with_why = 0
	providers = 0
	parts = 0
	gaps = 0
	alternatives = 0
	number_bytes()
}

function provider_stanza(	p) {
	p = value["Provider"]
	check_fields(provider_fields)
	if (p in provider_at) {
		mistake(at["Provider"], "Provider: " p " stands in line " provider_at[p] " already")
		return
	}
	provider[++providers] = p
	provider_number[p] = providers - 1
	provider_at[p] = at["Provider"]
	provider_name[p] = get("Name")
	provider_help[p] = get("Help")
	if (get("Name") == "" || get("Source") == "")
		mistake(at["Provider"], "Provider: " p " needs a Name: and a Source:")
	if (get("Help") != "" && !is_page(get("Help")))
		mistake(at["Help"], "Help: " get("Help") " is no address of a page")
	provider_words[p] = get("Words")
	provider_words_at[p] = at["Words"]
	provider_tags[p] = get("Tags")
}

function is_page(url) { return url ~ /^https?:\/\/[a-zA-Z0-9.\/_-]+$/ }

function rule_stanza(	r, i, n, item) {
	r = value["Rule"]
	check_fields(rule_fields)
	if (r in rule_number) {
		mistake(at["Rule"], "Rule: " r " stands in line " rule_at[rule_number[r]] " already")
		return
	}
	if (r !~ /^[a-z0-9-]+$/)
		mistake(at["Rule"], "Rule: " r " is no id; use small letters, digits and hyphens")
	rule[rules] = r
	rule_number[r] = rules
	rule_at[rules] = at["Rule"]
	for (i = 1; i <= fields; i++)
		rule_value[rules, field[i]] = value[field[i]]
	rule_words_at[rules] = at["Words"]
	n = split(get("Detail"), item, " ")
	for (i = 1; i <= n; i++)
		detail_known[get("Cause") " " item[i]] = 1
	if (get("Words") == "" || get("Cause") == "" || get("Source") == "" || get("Example") == "")
		mistake(at["Rule"], "Rule: " r " needs Words:, Cause:, Source: and Example:")
	if (get("Strength") != "" && get("Strength") !~ /^-?[0-9]$/)
		mistake(at["Strength"], "Strength: " get("Strength") " is no number from -9 to 9")
	if (get("Retry") != "" && get("Retry") != "later")
		mistake(at["Retry"], "Retry: may only be later")
	rules_with_why += "Why" in value
	n = split(get("Codes"), item, " ")
	for (i = 1; i <= n; i++)
		if (code_number(item[i]) == 0)
			mistake(at["Codes"], "Codes: " item[i] " is no code")
	rules++
}

# What can only be checked when every file has been read; then the machine.
function check_rules(	i) {
	for (i = 0; i < rules; i++) {
		if (!(rule_value[i, "Cause"] in cause_number))
			rule_mistake(i, "Cause: " rule_value[i, "Cause"] ": no cause of data/causes")
		if (rule_value[i, "Actor"] != "" && !(("actor", rule_value[i, "Actor"]) in word_number))
			rule_mistake(i, "Actor: " rule_value[i, "Actor"] ": no word of Words: actor")
		check_rule_provider(i, "Provider")
		check_rule_provider(i, "Gives")
		take_words("data/rules", rule_words_at[i], rule_value[i, "Words"], i, (i, "Why") in rule_value)
	}
	if (rules_with_why * 20 > rules)
		mistake_in("data/rules", 1, rules_with_why " of " rules " rules have a Why:; at most one in 20")
	for (i = 1; i <= providers; i++) {
		take_words("data/providers", provider_words_at[provider[i]], provider_words[provider[i]], rules + i - 1, 0)
		take_tags(provider[i], rules + i - 1)
	}
	for (i = 1; i <= hosts; i++)
		if (host_provider[i] != "" && !(host_provider[i] in provider_number))
			mistake_in("data/hosts", host_at[i], "Provider: " host_provider[i] ": no provider of data/providers")
}

function rule_mistake(i, text) { mistake_in("data/rules", rule_at[i], text) }

function check_rule_provider(i, name) {
	if (rule_value[i, name] != "" && !(rule_value[i, name] in provider_number))
		rule_mistake(i, name ": " rule_value[i, name] ": no provider of data/providers")
}

# The alternatives of a rule or provider, one a line from at on.
function take_words(where, line, list, target, why,	i, n, item) {
	n = split(list, item, "\n")
	for (i = 1; i <= n; i++)
		take_alternative(where, line + i - 1, item[i], target, why)
}

function take_tags(p, target,	i, n, item) {
	n = split(tolower(provider_tags[p]), item, " ")
	for (i = 1; i <= n; i++)
		hit(item[i], target, 10, 0)
}

function take_alternative(where, line, text, target, why,	i, k, n, m, item, w, words) {
	n = split(text, item, " [.][.][.] ")
	words = 0
	for (i = 1; i <= n; i++) {
		m = split(item[i], w, " ")
		words += m
		for (k = 1; k <= m; k++)
			if (!is_rule_word(w[k]) && !(k == m && w[k] ~ /[*]$/ && is_rule_word(substr(w[k], 1, length(w[k]) - 1))))
				mistake_in(where, line, text ": " w[k] " is no word; rules see letters and digits in small letters")
	}
	if (n > 2)
		mistake_in(where, line, text ": has " n " parts; at most 2")
	if ((words > 6 || length(text) > 48) && !why)
		mistake_in(where, line, text ": has more than 6 words or 48 bytes; shorten it, or say Why:")
	if ((text, target) in alternative_seen)
		mistake_in(where, line, text ": stands in this stanza already")
	alternative_seen[text, target] = 1
	alternative[alternatives] = text
	alternative_target[alternatives++] = target
	if (n == 1)
		hit(item[1], target, words, 0)
	else if (n == 2) {
		if (overlap(item[1], item[2]))
			mistake_in(where, line, text ": the end of its first part could be the start of its second")
		gaps++
		hit(item[1], target, words, 2 * gaps - 1)
		hit(item[2], target, words, 2 * gaps)
	}
}

function is_rule_word(w,	i) {
	if (w == "" || w ~ /^<(address|host|ip|id|time|number)>$/)
		return w != ""
	for (i = 1; i <= length(w); i++)
		if (substr(w, i, 1) !~ /[a-z0-9]/ && !(substr(w, i, 1) in byte_number))
			return 0
	return 1
}

# Could a first part end inside a second one? Then the nearest first part
# would not be the right one.
function overlap(a, b,	i, n, w, tail) {
	n = split(a, w, " ")
	tail = ""
	for (i = n; i > 0; i--) {
		tail = w[i] (tail == "" ? "" : " ") tail
		if (index(b " ", tail " ") == 1 && b != tail)
			return 1
	}
	return 0
}

function part_of(text) {
	if (!(text in part_number)) {
		part_number[text] = ++parts
		part[parts] = text
	}
	return part_number[text]
}

# What a part that was found tells of a rule or provider. half is 0 if it stands
# alone, else the number of its alternative among those of two parts, doubled,
# less 1 for the first of them.
function hit(text, target, words, half,	p, w) {
	p = part_of(text)
	hit_list[p] = hit_list[p] "HIT(" target ", " words ", " split(text, w, " ") ", " half ")\n"
	hit_count[p]++
}

function write_rules(	i) {
	for (i = 0; i < rules; i++) {
		printf "RULE(%d, %d, %d, %d, %d, %d, %d, %d)\n", slots, \
		    cause_number[rule_value[i, "Cause"]], rule_value[i, "Strength"] + 0, \
		    number_of(rule_value[i, "Provider"]), number_of(rule_value[i, "Gives"]), \
		    word_of("actor", rule_value[i, "Actor"], "none"), (rule_value[i, "Retry"] == "later"), \
		    pooled(rule_value[i, "Codes"]) > (out "/rules.inc")
		put(0, slots++, rule[i])
		put(0, slots++, lines_of(rule_value[i, "Detail"]))
		print "EXAMPLE(" rule_at[i] ", " c_string(rule[i]) ", " c_string(rule_value[i, "Example"]) ")" > (out "/examples.inc")
	}
	for (i = 1; i <= providers; i++) {
		print "PROVIDER(" slots ")" > (out "/providers.inc")
		put(0, slots++, provider[i])
		put(0, slots++, provider_name[provider[i]])
		put(0, slots++, provider_help[provider[i]])
	}
	for (i = 0; i < alternatives; i++)
		print "ALTERNATIVE(" alternative_target[i] ", " c_string(alternative[i]) ")" > (out "/alternatives.inc")
	write_automaton()
	print "COUNTS(" rules ", " providers ", " gaps ", " last["letter"] + 1 ", " \
	    last["node"] + 1 ")" > (out "/counts.inc")
}

# 0 for none, else the number of the provider and 1.
function number_of(p) { return p == "" ? 0 : provider_number[p] + 1 }

function lines_of(list) {
	gsub(/ /, "\n", list)
	return list
}
