/* SPDX-License-Identifier: ISC */
/*
 * Comparisons in words: the summary, the value of a code in an aspect, what to
 * use when. The library says in which facts the codes differ.
 */
#include <string.h>

#include "compare.h"
#include "show.h"

static const struct compare_aspect aspects[] = {
	{ SMTPCODE_CLASS, LABEL_ASPECT_CLASS, LABEL_TWO_CLASS, "class" },
	{ SMTPCODE_ABOUT, LABEL_ASPECT_ABOUT, LABEL_TWO_ABOUT, "about" },
	{ SMTPCODE_COMMANDS, LABEL_ASPECT_COMMAND, LABEL_TWO_COMMAND,
	    "command" },
	{ SMTPCODE_OUTCOME, LABEL_ASPECT_OUTCOME, LABEL_TWO_OUTCOME,
	    "outcome" },
	{ SMTPCODE_RETRY, LABEL_ASPECT_RETRY, LABEL_TWO_RETRY, "retry" },
	{ SMTPCODE_ACTOR, LABEL_ASPECT_ACTOR, LABEL_TWO_ACTOR, "actor" },
	{ SMTPCODE_ADDRESS, LABEL_ASPECT_ADDRESS, LABEL_TWO_ADDRESS,
	    "address" },
	{ SMTPCODE_ENHANCED_CODES, LABEL_ASPECT_ENHANCED, LABEL_TWO_ENHANCED,
	    "enhanced" },
	{ SMTPCODE_REPLY_CODES, LABEL_ASPECT_REPLIES, LABEL_TWO_REPLIES,
	    "reply_codes" },
	{ SMTPCODE_TWIN, LABEL_ASPECT_TWIN, LABEL_TWO_TWIN, "twin" },
	{ SMTPCODE_SOURCE, LABEL_ASPECT_STANDARD, LABEL_TWO_STANDARD,
	    "standard" },
};

#define ASPECTS (sizeof aspects / sizeof aspects[0])

const struct compare_aspect *
compare_aspect(enum smtpcode_field field)
{
	size_t i;

	for (i = 0; i < ASPECTS; i++)
		if (aspects[i].field == field)
			return &aspects[i];
	return NULL;
}

/* ------------------------------------------------------------------ values */

static int
is_standard(const struct subject *s)
{
	return s->listed &&
	    smtpcode_entry_status(s->entry) != SMTPCODE_STATUS_UNREGISTERED;
}

/* The document that defines a code: "RFC 5321". */
static void
add_standard(struct buf *b, const struct subject *s)
{
	const char *source;
	size_t n, blanks = 0;

	source = smtpcode_entry_text(s->entry, SMTPCODE_SOURCE, 0, SMTPCODE_ID);
	if (!is_standard(s) || source == NULL)
		return;
	for (n = 0; source[n] != '\0'; n++)
		if (source[n] == ' ' && ++blanks == 2)
			break;
	buf_bytes(b, source, n);
}

/* "a permanent failure (5yz)" */
static void
add_class(struct buf *b, const struct subject *s, int lang)
{
	static const unsigned char labels[] = { LABEL_NONE, LABEL_NONE,
		LABEL_A_SUCCESS, LABEL_AN_INTERMEDIATE, LABEL_A_TRANSIENT,
		LABEL_A_PERMANENT };

	buf_text(
	    b, label((enum label)labels[smtpcode_class_of(s->code)], lang));
}

static void
add_retry(struct buf *b, const struct subject *s, int lang)
{
	static const unsigned char labels[] = { LABEL_RETRY_N_A,
		LABEL_RETRY_YES, LABEL_RETRY_NO, LABEL_RETRY_LATER };

	buf_text(
	    b, label((enum label)labels[smtpcode_entry_retry(s->entry)], lang));
}

void
compare_value(
    const struct subject *s, enum smtpcode_field field, int lang, struct buf *b)
{
	buf_clear(b);
	if (field == SMTPCODE_ABOUT)
		subject_text(s, field, lang, 0, b);
	else if (field == SMTPCODE_CLASS && lang != SMTPCODE_ID)
		add_class(b, s, lang);
	else if (field == SMTPCODE_RETRY && lang != SMTPCODE_ID)
		add_retry(b, s, lang);
	else if (field == SMTPCODE_ACTOR && lang != SMTPCODE_ID &&
	    subject_word(s, field, lang) == NULL)
		buf_text(b, label(LABEL_CANNOT_TELL, lang));
	else if (field == SMTPCODE_SOURCE)
		add_standard(b, s);
	else
		subject_list(s, field, lang,
		    lang == SMTPCODE_ID ? "," : label(LABEL_COMMA, lang), b);
	if (b->used == 0 && lang != SMTPCODE_ID)
		buf_text(b, label(LABEL_NONE, lang));
}

/* Has the code a value of the aspect? */
static int
has_value(const struct subject *s, enum smtpcode_field field)
{
	struct buf b;

	if (field == SMTPCODE_CLASS || field == SMTPCODE_RETRY)
		return smtpcode_class_of(s->code) != SMTPCODE_CLASS_NONE;
	if (field == SMTPCODE_REPLY_CODES && s->reply != 0)
		return 0; /* it stands there */
	if (field != SMTPCODE_ENHANCED_CODES && field != SMTPCODE_REPLY_CODES &&
	    field != SMTPCODE_SOURCE)
		return 1;
	compare_value(s, field, SMTPCODE_ID, &b);
	return b.used > 0;
}

/* Between two codes an aspect that one of them lacks sets nothing apart. */
static void
drop_empty(struct comparison *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->differences; i++)
		if (has_value(&c->subject[0], c->difference[i]) &&
		    has_value(&c->subject[1], c->difference[i]))
			c->difference[n++] = c->difference[i];
	c->differences = n;
}

/* ------------------------------------------------------------------- sides */

void
compare_sides(struct comparison *c, const struct side *sides, size_t n)
{
	const struct smtpcode_entry *entries[SMTPCODE_COMPARE_MAX];
	struct subject *s;
	size_t i, k;

	c->n = 0;
	for (i = 0; i < n; i++) {
		s = &c->subject[c->n];
		subject_find_pair(s, sides[i].code, sides[i].enhanced);
		for (k = 0; k < c->n &&
		     (c->subject[k].code != s->code ||
		         c->subject[k].reply != s->reply);
		     k++)
			;
		if (k == c->n)
			entries[c->n++] = s->entry;
	}
	c->differences = smtpcode_compare_entries(entries, c->n, c->difference);
	if (c->n == 2)
		drop_empty(c);
}

/* ----------------------------------------------------------------- summary */

static enum smtpcode_class
common_class(const struct comparison *c)
{
	enum smtpcode_class class = smtpcode_class_of(c->subject[0].code);
	size_t i;

	for (i = 1; i < c->n; i++)
		if (smtpcode_class_of(c->subject[i].code) != class)
			return SMTPCODE_CLASS_NONE;
	return class;
}

/* Add to a paragraph what belongs between two sentences. */
static void
next_sentence(struct buf *b, int lang)
{
	if (b->used > 0)
		buf_text(b, smtpcode_lang_join(lang));
}

static void
add_label(struct buf *b, enum label l, int lang)
{
	next_sentence(b, lang);
	buf_text(b, label(l, lang));
}

/* "Both are transient failures: ..." if they are. */
static void
add_common_class(struct buf *b, const struct comparison *c, int lang)
{
	static const unsigned char both[] = { 0, 0, LABEL_BOTH_SUCCESS,
		LABEL_BOTH_INTERMEDIATE, LABEL_BOTH_TRANSIENT,
		LABEL_BOTH_PERMANENT };
	static const unsigned char all[] = { 0, 0, LABEL_ALL_SUCCESS,
		LABEL_ALL_INTERMEDIATE, LABEL_ALL_TRANSIENT,
		LABEL_ALL_PERMANENT };
	enum smtpcode_class class = common_class(c);

	if (class != SMTPCODE_CLASS_NONE)
		add_label(b, (enum label)(c->n == 2 ? both : all)[class], lang);
}

/* What each of them does, in one sentence. */
static void
add_gists(struct buf *b, const struct comparison *c, int lang)
{
	struct buf code, gist;
	const struct value values[2] = { { "code", code.s },
		{ "gist", gist.s } };
	size_t i;

	next_sentence(b, lang);
	for (i = 0; i < c->n; i++) {
		buf_clear(&code);
		subject_code(&c->subject[i], &code);
		subject_text(&c->subject[i], SMTPCODE_GIST, lang, 1, &gist);
		if (i > 0)
			buf_text(b, label(LABEL_CLAUSE_JOIN, lang));
		buf_fill(b, label(LABEL_GIST, lang), values, 2);
	}
	buf_text(b, label(LABEL_CLAUSE_END, lang));
}

/* The commands that both answer; or, if they answer some, that none is. */
static void
add_common_commands(struct buf *b, const struct comparison *c, int lang)
{
	const struct smtpcode_entry *x = c->subject[0].entry;
	const struct smtpcode_entry *y = c->subject[1].entry;
	struct buf commands;
	struct value value = { "commands", commands.s };
	const char *id;
	size_t i;

	buf_clear(&commands);
	for (i = 0; (id = smtpcode_entry_text(
	                 x, SMTPCODE_COMMANDS, i, SMTPCODE_ID)) != NULL;
	     i++) {
		if (!smtpcode_entry_answers(y, id, strlen(id)))
			continue;
		if (commands.used > 0)
			buf_text(&commands, label(LABEL_COMMA, lang));
		buf_text(&commands,
		    smtpcode_entry_text(x, SMTPCODE_COMMANDS, i, lang));
	}
	if (commands.used > 0) {
		next_sentence(b, lang);
		buf_fill(b, label(LABEL_BOTH_ANSWER, lang), &value, 1);
	} else if (i > 0 && !smtpcode_entry_answers(x, "ANY", 3) &&
	    !smtpcode_entry_answers(y, "ANY", 3) &&
	    smtpcode_entry_text(y, SMTPCODE_COMMANDS, 0, lang) != NULL)
		add_label(b, LABEL_NEVER_SAME, lang);
}

static int
are_twins(const struct comparison *c)
{
	return c->n == 2 &&
	    smtpcode_entry_list(c->subject[0].entry, SMTPCODE_TWIN, 0) ==
	    c->subject[1].code &&
	    smtpcode_entry_list(c->subject[1].entry, SMTPCODE_TWIN, 0) ==
	    c->subject[0].code;
}

static int
is_enhanced(const struct subject *s)
{
	return smtpcode_is_enhanced(s->code);
}

/* 4.7.8 and 5.7.8, of which the tables say the same. */
static int
differ_by_class(const struct comparison *c, int lang)
{
	const uint32_t class = (uint32_t)15 << 20;
	struct buf x, y;

	if (c->n != 2 || !is_enhanced(&c->subject[0]) ||
	    !is_enhanced(&c->subject[1]) ||
	    ((c->subject[0].code ^ c->subject[1].code) & ~class) != 0 ||
	    (c->subject[0].code & class) < 4u << 20 ||
	    (c->subject[1].code & class) < 4u << 20 ||
	    c->subject[0].code == c->subject[1].code)
		return 0;
	subject_text(&c->subject[0], SMTPCODE_GIST, lang, 1, &x);
	subject_text(&c->subject[1], SMTPCODE_GIST, lang, 1, &y);
	return token_is(x.s, y.s);
}

/* A reply code and an enhanced one: whether they stand in one reply. */
static void
add_together(struct buf *b, const struct comparison *c, int lang)
{
	const struct subject *basic = &c->subject[is_enhanced(&c->subject[0])];
	const struct subject *enhanced = &c->subject[basic == c->subject];
	enum smtpcode_class class = smtpcode_class_of(enhanced->code);
	struct buf x, y;
	const struct value values[2] = { { "a", x.s }, { "b", y.s } };

	if (enhanced->reply != 0 || smtpcode_is_set(basic->code) ||
	    smtpcode_is_set(enhanced->code) || class == SMTPCODE_CLASS_NONE)
		return;
	buf_clear(&x);
	subject_code(basic, &x);
	buf_clear(&y);
	subject_code(enhanced, &y);
	next_sentence(b, lang);
	buf_fill(b,
	    label(class == smtpcode_class_of(basic->code) ? LABEL_TOGETHER :
	                                                    LABEL_NOT_TOGETHER,
	        lang),
	    values, 2);
}

void
compare_summary(const struct comparison *c, int lang, struct buf *b)
{
	uint32_t codes[SMTPCODE_COMPARE_MAX];
	const char *sentence;
	size_t i;

	buf_clear(b);
	if (c->n == 1) {
		buf_text(b, label(LABEL_SAME_CODE, lang));
		return;
	}
	for (i = 0; i < c->n; i++)
		codes[i] = c->subject[i].reply == 0 ? c->subject[i].code : 0;
	for (i = 0;
	     (sentence = smtpcode_pair_text(codes, c->n, i, lang)) != NULL;
	     i++) {
		next_sentence(b, lang);
		buf_text(b, sentence);
	}
	if (i > 0)
		return;
	if (differ_by_class(c, lang)) {
		add_label(b, LABEL_TWINS, lang);
		return;
	}
	add_common_class(b, c, lang);
	add_gists(b, c, lang);
	if (are_twins(c))
		add_label(b, LABEL_TWINS, lang);
	else if (c->n == 2 &&
	    is_enhanced(&c->subject[0]) != is_enhanced(&c->subject[1]))
		add_together(b, c, lang);
	else if (c->n == 2)
		add_common_commands(b, c, lang);
}

void
compare_advice(
    const struct comparison *c, size_t i, int client, int lang, struct buf *b)
{
	const struct subject *s = &c->subject[i];
	struct buf code, text;
	struct value values[2] = { { "code", code.s }, { "text", text.s } };
	enum label l = LABEL_CLIENT_DOES;

	buf_clear(&code);
	subject_code(s, &code);
	subject_text(s, client ? SMTPCODE_DO : SMTPCODE_SEND, lang, 1, &text);
	if (!client)
		l = is_standard(s) ? LABEL_SERVER_SENDS : LABEL_SERVER_NEVER;
	if (text.s[0] == '!' && text.s[1] == ' ') {
		l = LABEL_SERVER_NEVER;
		values[1].text += 2;
	}
	buf_clear(b);
	buf_fill(b, label(l, lang), values, 2);
}
