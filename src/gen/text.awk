# The texts of data/text/LANG: words, labels, templates, sentences of codes,
# pairs, causes and providers' uses. English defines which there are; a language
# that says it is complete has them all and no others.

function setup_text() {
	text_fields = "Name Short About Gist Meaning When Fix-Sender Fix-Sender-Admin" \
	    " Fix-Server-Admin Fix-Developer Apart Send Do Note Find Phrase Source"
	required = "Name About Gist Meaning When Send Do"
	vocabularies = "class category subject status retry actor address certainty outcome command"
	cite = "^(RFC [0-9]+( [0-9A-Z.]+(, [0-9.]+)*)?|[a-z-]+\\([1-8]\\)( [a-z0-9_]+)?|Exim [a-z0-9_-]+|practice)$"
	cause_fields = "Name Meaning Fix-Sender Fix-Sender-Admin Fix-Server-Admin"
	told = "ip domain list url address seconds"
	revisions = "Rev Of Todo"
	languages = 0
	lang = ""
	labels = 0
	english_stanzas = 0
}

function text_stanza(	kind, key) {
	kind = field[1]
	key = value[kind]
	if (kind == "Lang") {
		language_head()
		return
	}
	if (lang == "" || lang_file[lang] != file) {
		mistake(at[kind], "the first stanza of a language file begins with Lang:")
		return
	}
	if (!one_of(kind, "Words Labels Code Template Pair Cause Detail Use")) {
		mistake(at[kind], "unknown stanza " kind ":; known are Lang Words Labels Template Code Pair Cause Detail Use")
		return
	}
	if (kind == "Pair")
		key = pair_key(key)
	if ((lang, kind, key) in stanza_at) {
		mistake(at[kind], kind ": " key " stands in line " stanza_at[lang, kind, key] " already")
		return
	}
	stanza_at[lang, kind, key] = at[kind]
	if (lang == "en")
		english[++english_stanzas] = kind SUBSEP key
	keep_revision(kind, key)
	if (kind == "Words")
		words_stanza(key)
	else if (kind == "Labels")
		labels_stanza()
	else
		keep_texts(kind, key)
}

function keep_texts(kind, key,	i) {
	check_fields(kind " " revisions " " (kind == "Pair" ? "Text" : kind == "Use" ? "Meaning" : \
	    kind == "Cause" || kind == "Detail" ? cause_fields : "Line " text_fields))
	for (i = 2; i <= fields; i++)
		if (!one_of(field[i], revisions))
			keep_text(kind, key, field[i])
}

# English counts up Rev: of a stanza whose sense has changed; a translation
# says in Of: which one it renders. Both begin with 1. Todo: en in place of a
# translation lets the English text stand until one is there.
function keep_revision(kind, key,	of) {
	of = lang == "en" ? "Rev" : "Of"
	if (((lang == "en" ? "Of" : "Rev") in value) || (lang == "en" && "Todo" in value))
		mistake(at[kind], "Rev: belongs to English, Of: and Todo: to translations")
	if (of in value && value[of] !~ /^[1-9][0-9]*$/)
		mistake(at[of], of ": must be a number from 1 on")
	if ("Todo" in value && value["Todo"] != "en")
		mistake(at["Todo"], "Todo: must be en: the English text stands here for now")
	revision[lang, kind, key] = of in value ? value[of] : 1
	todo[lang, kind, key] = "Todo" in value
}

function language_head() {
	check_fields("Lang Name State Join Written")
	lang = value["Lang"]
	lang_file[lang] = file
	language[++languages] = lang
	lang_name[lang] = get("Name")
	lang_join[lang] = get("Join") == "none" ? "" : " "
	if (get("Join") != "none" && get("Join") != "blank")
		mistake(at["Lang"], "Join: must be blank or none")
	lang_complete[lang] = get("State") == "complete"
	missing[lang] = 0
	lang_rtl[lang] = get("Written") == "right-to-left" ? 1 : 0
	if ("Written" in value && !lang_rtl[lang])
		mistake(at["Written"], "Written: can only be right-to-left")
	if (get("State") != "complete" && get("State") != "draft")
		mistake(at["Lang"], "State: must be complete or draft")
	if (languages == 1 && lang != "en")
		mistake(at["Lang"], "data/text/en must be read first")
}

# Words of the tables: English defines the identifiers and their order.
function words_stanza(v,	i) {
	if (!one_of(v, vocabularies)) {
		mistake(at["Words"], "Words: " v " is none of: " vocabularies)
		return
	}
	for (i = 2; i <= fields; i++) {
		if (one_of(field[i], revisions))
			continue
		if (lang == "en") {
			word[v, i - 2] = field[i]
			word_number[v, field[i]] = i - 2
			words[v] = i - 1
		}
		if (!((v, field[i]) in word_number))
			mistake(at[field[i]], field[i] ": English has no such word in Words: " v)
		word_text[lang, v, field[i]] = value[field[i]]
	}
}

# What the program says around the tables; names are the same in each language.
function labels_stanza(	i, name) {
	for (i = 2; i <= fields; i++) {
		name = field[i]
		if (one_of(name, revisions))
			continue
		if (lang == "en") {
			if (name in label_number) {
				mistake(at[name], name ": is a label already")
				continue
			}
			label_number[name] = labels
			label_group[name] = value["Labels"]
			label[labels++] = name
		} else if (!(name in label_number))
			mistake(at[name], name ": English has no such label")
		if ((lang, name) in label_text)
			mistake(at[name], name ": is a label already")
		label_text[lang, name] = with_blanks(value[name])
		if (slots_of(value[name]) != slots_of(label_text["en", name]))
			mistake(at[name], name ": must have the {} of the English text: " slots_of(label_text["en", name]))
	}
}

# _ stands for a blank at either end, where an editor would lose it.
function with_blanks(text) {
	sub(/^_/, " ", text)
	sub(/_$/, " ", text)
	return text
}

# The {names} of a template, each once, in the order of the alphabet.
function slots_of(text,	out, name) {
	out = " "
	while (match(text, /[{][a-z]+[}]/)) {
		name = substr(text, RSTART, RLENGTH)
		if (index(out, " " name " ") == 0)
			out = out name " "
		text = substr(text, RSTART + RLENGTH)
	}
	return sorted(out)
}

function sorted(list,	i, j, n, item, t, out) {
	n = split(list, item, " ")
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && item[j] < item[j - 1]; j--) {
			t = item[j]
			item[j] = item[j - 1]
			item[j - 1] = t
		}
	for (i = 1; i <= n; i++)
		out = out " " item[i]
	return out
}

# Keep a field without the sources at its lines' ends.
function keep_text(kind, key, name,	i, n, item, out) {
	n = split(value[name], item, "\n")
	out = ""
	for (i = 1; i <= n; i++)
		out = out (i > 1 ? "\n" : "") without_cites(item[i], at[name])
	if (out == "")
		mistake(at[name], name ": is empty; leave the field out instead")
	sentence[lang, kind, key, name] = out
	sentence_at[lang, kind, key, name] = at[name]
}

function without_cites(item, line,	source) {
	while (match(item, / \[[^]]*\]$/)) {
		source = substr(item, RSTART + 2, RLENGTH - 3)
		if (source !~ cite)
			mistake(line, "[" source "] is no source; [RFC 5321 4.2], [postconf(5) name], [Exim name], [errno(3)] and [practice] are")
		item = substr(item, 1, RSTART - 1)
	}
	return item
}

# A field of a stanza, "" if it is not there. Asking for an element of an array
# would make it, and what gawk makes so changes when a function is called with it.
function text_at(l, kind, key, name) {
	return (l, kind, key, name) in sentence ? sentence[l, kind, key, name] : ""
}

# The text of a code: its own, or that of its sort's template.
function code_text(l, c, name,	t) {
	if ((l, "Code", c, name) in sentence)
		return sentence[l, "Code", c, name]
	if (!((c, "Sort") in fact))
		return ""
	t = text_at(l, "Template", fact[c, "Sort"], name)
	return expanded(t, c, text_at(l, "Code", c, "Line"))
}

# A template's items with {code}, {proper}, {class} and {line} filled in; an
# item that is only {line} goes if the code has none.
function expanded(t, c, own,	i, n, item, out, s) {
	n = split(t, item, "\n")
	out = ""
	for (i = 1; i <= n; i++) {
		s = item[i]
		if (s == "{line}")
			s = own
		if (s == "")
			continue
		s = replaced(s, "{code}", c)
		s = replaced(s, "{proper}", fact[c, "Stands-For"])
		s = replaced(s, "{class}", substr(c, 1, 1) "yz")
		out = out (out == "" ? "" : "\n") s
	}
	return out
}

function replaced(s, what, by,	i, out) {
	out = ""
	while ((i = index(s, what)) > 0) {
		out = out substr(s, 1, i - 1) by
		s = substr(s, i + length(what))
	}
	return out s
}

# English against the facts, the other languages against English.
function check_text(	i, j, l) {
	for (i = 1; i <= codes; i++)
		check_english(code[i])
	for (i = 1; i <= xs; i++)
		check_english(x[i])
	for (i = 1; i <= pairs; i++)
		if (!(("en", "Pair", pair[i]) in stanza_at))
			mistake_in("data/text/en", 1, "Pair: " pair[i] " is missing; data/pairs names it")
	for (i = 1; i <= causes; i++)
		if (!(("en", "Cause", cause[i], "Name") in sentence) || !(("en", "Cause", cause[i], "Meaning") in sentence))
			mistake_in("data/text/en", stanza_at["en", "Cause", cause[i]] + 0, "Cause: " cause[i] " needs Name: and Meaning:")
	for (i = 1; i <= english_stanzas; i++)
		check_key(english[i])
	for (i = 2; i <= languages; i++)
		check_language(language[i])
}

function check_english(c,	i, n, item, need, related, tells) {
	n = split(required, item, " ")
	for (i = 1; i <= n; i++)
		if (code_text("en", c, item[i]) == "")
			mistake_in("data/text/en", stanza_at["en", "Code", c] + 0, "Code: " c " needs " item[i] ":")
	if (fact[c, "Sort"] != "")
		return
	if ((c ~ /^x[.].*[.]/) != (code_text("en", c, "Short") != ""))
		mistake_in("data/text/en", stanza_at["en", "Code", c] + 0, "Code: " c ": Short: goes with enhanced codes, and only with them")
	if (code_text("en", c, "Fix-Sender") code_text("en", c, "Fix-Sender-Admin") \
	    code_text("en", c, "Fix-Server-Admin") code_text("en", c, "Fix-Developer") == "")
		mistake_in("data/text/en", stanza_at["en", "Code", c] + 0, "Code: " c " needs a Fix-...:")
	if (is_subject(c) && c ~ /^x/)
		return
	tells = substr(first_words(code_text("en", c, "Apart")), 2)
	if (tells != fact[c, "Related"])
		mistake_in("data/text/en", stanza_at["en", "Code", c] + 0, \
		    "Apart: of " c " tells apart \"" tells "\", Related: names \"" fact[c, "Related"] "\"")
}

# Does the stanza of the English file belong to something?
function check_key(e,	part) {
	split(e, part, SUBSEP)
	if (part[1] == "Code" && !(part[2] in code_at))
		mistake_in("data/text/en", stanza_at["en", part[1], part[2]], "Code: " part[2] " is not in data/replies or data/enhanced")
	if (part[1] == "Cause" || part[1] == "Detail")
		check_slots(part[1], part[2])
	if (part[1] == "Cause" && !(part[2] in cause_number))
		mistake_in("data/text/en", stanza_at["en", part[1], part[2]], "Cause: " part[2] " is not in data/causes")
	if (part[1] == "Detail" && !(part[2] in detail_known))
		mistake_in("data/text/en", stanza_at["en", part[1], part[2]], "Detail: no rule has the cause and detail " part[2])
	if (part[1] == "Pair" && !(part[2] in pair_at))
		mistake_in("data/text/en", stanza_at["en", part[1], part[2]], "Pair: " part[2] " is not in data/pairs")
	if (part[1] == "Use" && !(part[2] in use_known))
		mistake_in("data/text/en", stanza_at["en", part[1], part[2]], "Use: " part[2] " is not in data/vendor")
	if (part[1] == "Use" && text_at("en", part[1], part[2], "Meaning") == "")
		mistake_in("data/text/en", stanza_at["en", part[1], part[2]], "Use: " part[2] " needs Meaning:")
}

# May a fix name what it names in braces?
function check_slots(kind, key,	i, j, n, m, name, slot) {
	n = split(cause_fields, name, " ")
	for (i = 1; i <= n; i++) {
		m = split(slots_of(text_at("en", kind, key, name[i])), slot, " ")
		for (j = 1; j <= m; j++)
			if (name[i] !~ /^Fix/ || !one_of(substr(slot[j], 2, length(slot[j]) - 2), told))
				mistake_in("data/text/en", sentence_at["en", kind, key, name[i]], \
				    slot[j] ": a fix may name {" told "}, nothing else")
	}
}

# A language that is complete has what English has, and nothing else. Of a draft
# only the numbers are told, by make lang-status.
function check_language(l,	i, part) {
	for (i = 1; i <= english_stanzas; i++) {
		split(english[i], part, SUBSEP)
		if (todo[l, part[1], part[2]])
			take_english(l, part[1], part[2])
		else if (part[1] == "Labels")
			check_labels(l, part[2])
		else if (part[1] == "Words")
			check_words(l, part[2])
		else if (!((l, part[1], part[2]) in stanza_at))
			lacks(l, 1, part[1] ": " part[2] " is missing")
		else
			check_stanza(l, part[1], part[2])
	}
}

function lacks(l, line, text) {
	missing[l]++
	if (lang_complete[l] && !status)
		mistake_in(lang_file[l], line, text)
}

function check_labels(l, group,	i) {
	for (i = 0; i < labels; i++)
		if (label_group[label[i]] == group && !((l, label[i]) in label_text))
			lacks(l, 1, "label " label[i] ": is missing")
}

function check_words(l, v,	i) {
	for (i = 0; i < words[v]; i++)
		if (!((l, v, word[v, i]) in word_text))
			lacks(l, 1, "Words: " v ": " word[v, i] ": is missing")
}

function check_stanza(l, kind, key,	i, n, name) {
	if (revision[l, kind, key] > revision["en", kind, key])
		mistake_in(lang_file[l], stanza_at[l, kind, key], "Of: English has only come to " revision["en", kind, key])
	if (revision[l, kind, key] < revision["en", kind, key])
		outdated(l, kind, key)
	n = split(text_fields " Line Text", name, " ")
	for (i = 1; i <= n; i++)
		check_translation(l, kind, key, name[i])
}

# A release has no text that English has left behind.
function outdated(l, kind, key,	text) {
	old[l]++
	text = kind ": " key " renders an older English text; read it again, then write Of: " revision["en", kind, key]
	if (release)
		mistake_in(lang_file[l], stanza_at[l, kind, key], text)
	else if (!status && lang_complete[l])
		warn(lang_file[l] ":" stanza_at[l, kind, key] ": " text)
}

function take_english(l, kind, key,	i, n, name) {
	left[l]++
	if (release)
		mistake_in(lang_file[l], stanza_at[l, kind, key], "Todo: en: a release needs the translation")
	n = split(text_fields " Line Text", name, " ")
	for (i = 1; i <= n; i++)
		sentence[l, kind, key, name[i]] = text_at("en", kind, key, name[i])
	for (i = 0; kind == "Labels" && i < labels; i++)
		if (label_group[label[i]] == key && !((l, label[i]) in label_text))
			label_text[l, label[i]] = label_text["en", label[i]]
	for (i = 0; kind == "Words" && i < words[key]; i++)
		if (!((l, key, word[key, i]) in word_text))
			word_text[l, key, word[key, i]] = word_text["en", key, word[key, i]]
}

function check_translation(l, kind, key, name,	has, wants) {
	has = text_at(l, kind, key, name) != ""
	wants = text_at("en", kind, key, name) != ""
	if (wants && !has)
		lacks(l, stanza_at[l, kind, key], kind ": " key " needs " name ":")
	else if (has && !wants)
		mistake_in(lang_file[l], sentence_at[l, kind, key, name], name ": English has no such field for " kind ": " key)
	else if (has && slots_of(text_at(l, kind, key, name)) != slots_of(text_at("en", kind, key, name)))
		mistake_in(lang_file[l], sentence_at[l, kind, key, name], name ": must have the {} of the English text: " \
		    slots_of(text_at("en", kind, key, name)))
	else if (has && name == "Apart" && \
	    first_words(text_at(l, kind, key, name)) != first_words(text_at("en", kind, key, name)))
		mistake_in(lang_file[l], sentence_at[l, kind, key, name], name ": its lines must begin with: " \
		    first_words(text_at("en", kind, key, name)))
	else if (has && name == "Send" && \
	    (text_at(l, kind, key, name) ~ /^! /) != (text_at("en", kind, key, name) ~ /^! /))
		mistake_in(lang_file[l], sentence_at[l, kind, key, name], name ": begins with \"! \" where English does, and only there")
	else if (has && commands_in(text_at(l, kind, key, name)) != commands_in(text_at("en", kind, key, name)))
		mistake_in(lang_file[l], sentence_at[l, kind, key, name], name ": must have the commands of the English text: " \
		    commands_in(text_at("en", kind, key, name)))
}

# The codes that the items of Apart: tell apart.
function first_words(text,	i, n, item, out) {
	n = split(text, item, "\n")
	for (i = 1; i <= n; i++) {
		sub(/ .*/, "", item[i])
		out = out " " item[i]
	}
	return out
}

# The items that are commands.
function commands_in(text,	i, n, item, out) {
	n = split(text, item, "\n")
	for (i = 1; i <= n; i++)
		if (item[i] ~ /^[$] /)
			out = out " " item[i]
	return out
}

# How far each language is, for make lang-status.
function print_status(	i, l) {
	printf "%-8s %-9s %8s %8s %9s\n", "language", "state", "missing", "outdated", "Todo: en"
	for (i = 2; i <= languages; i++) {
		l = language[i]
		printf "%-8s %-9s %8d %8d %9d\n", l, lang_complete[l] ? "complete" : "draft", \
		    missing[l], old[l], left[l]
	}
}
