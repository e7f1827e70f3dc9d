/* SPDX-License-Identifier: ISC */
/*
 * A code with what the tables know of it. A code that nobody assigned is
 * explained by its digits, as clients have to read it (RFC 5321 4.2.1, 4.3.2;
 * RFC 3463 2), or by the provider who uses it.
 */
#include <string.h>

#include "label.h"
#include "subject.h"
#include "use.h"

/* The subject of an enhanced code in its class, or only its class. */
static const struct smtpcode_entry *
whole_of(uint32_t code)
{
	const struct smtpcode_entry *e = NULL;

	if (smtpcode_is_enhanced(code))
		e = smtpcode_find_entry(code | SMTPCODE_ANY);
	if (e != NULL)
		return e;
	e = smtpcode_find_entry((uint32_t)smtpcode_class_of(code));
	if (e != NULL)
		return e;
	return smtpcode_find_entry(SMTPCODE_ENHANCED(0, 0, SMTPCODE_ANY));
}

/*
 * Whose meaning, occasion and fix are told. 2.1.1 is a success whose detail is
 * registered for failures only: what it says of them would mislead.
 */
static const struct smtpcode_entry *
teller_of(const struct subject *s)
{
	if (s->use != NULL || !smtpcode_is_enhanced(s->code) ||
	    smtpcode_class_of(s->code) != SMTPCODE_CLASS_SUCCESS ||
	    (s->listed && subject_is_used(s->entry)))
		return s->entry;
	return smtpcode_find_entry(SMTPCODE_CLASS_SUCCESS);
}

/* What a reply of that code alone would mean. */
static void
judge(struct subject *s)
{
	struct smtpcode_reply r;

	memset(&r, 0, sizeof r);
	if (smtpcode_is_enhanced(s->code))
		r.enhanced = s->code;
	else
		r.code = s->code;
	r.text.p = "";
	smtpcode_judge_reply(&r, &s->verdict);
}

void
subject_find(struct subject *s, uint32_t code)
{
	s->code = code;
	s->reply = 0;
	s->use = NULL;
	s->entry = smtpcode_find_entry(code);
	s->listed = s->entry != NULL;
	s->known = s->listed &&
	    (smtpcode_is_enhanced(code) ||
	        smtpcode_class_of(code) != SMTPCODE_CLASS_NONE);
	if (!s->listed) {
		s->use = smtpcode_next_use(code, NULL);
		s->known = s->use != NULL;
		if (s->known)
			judge(s);
		s->entry = whole_of(code);
	}
	s->teller = teller_of(s);
}

void
subject_find_pair(struct subject *s, uint32_t reply, uint32_t enhanced)
{
	struct subject basic;

	subject_find(&basic, reply);
	if (enhanced == 0) {
		*s = basic;
		return;
	}
	subject_find(s, enhanced);
	s->reply = reply;
	s->known = s->known && basic.known;
}

void
subject_code(const struct subject *s, struct buf *b)
{
	if (s->reply != 0) {
		buf_code(b, s->reply);
		buf_text(b, " ");
	}
	buf_code(b, s->code);
}

const char *
subject_class(const struct subject *s, int lang)
{
	const char *word;

	word = smtpcode_word(
	    SMTPCODE_CLASS, (unsigned)smtpcode_class_of(s->code), lang);
	if (word != NULL)
		return word;
	return label(s->known || smtpcode_is_enhanced(s->code) ?
	        LABEL_ANY_CLASS :
	        LABEL_NO_CLASS,
	    lang);
}

/* -------------------------------------------------------------------- texts */

/* Add the items of a field, or only the first, with something in between. */
static void
add_items(struct buf *b, const struct smtpcode_entry *e,
    enum smtpcode_field field, int lang, int brief, const char *between)
{
	const char *item;
	size_t i;

	for (i = 0; i == 0 || !brief; i++) {
		item = smtpcode_entry_text(e, field, i, lang);
		if (item == NULL)
			return;
		if (i > 0)
			buf_text(b, between);
		buf_text(b, item);
	}
}

const char *
subject_word(const struct subject *s, enum smtpcode_field field, int lang)
{
	const struct smtpcode_verdict *v = &s->verdict;

	if (s->use == NULL)
		return smtpcode_entry_text(s->entry, field, 0, lang);
	if (field == SMTPCODE_CAUSE)
		return smtpcode_cause_id(v->cause);
	return smtpcode_word(field,
	    field == SMTPCODE_RETRY       ? (unsigned)v->retry :
	        field == SMTPCODE_ACTOR   ? (unsigned)v->actor :
	        field == SMTPCODE_ADDRESS ? (unsigned)v->address :
	                                    (unsigned)v->certainty,
	    lang);
}

void
subject_list(const struct subject *s, enum smtpcode_field field, int lang,
    const char *between, struct buf *b)
{
	const char *word;
	uint32_t code;
	size_t i;

	if (field == SMTPCODE_RETRY || field == SMTPCODE_ACTOR ||
	    field == SMTPCODE_ADDRESS) {
		word = subject_word(s, field, lang);
		if (word != NULL)
			buf_text(b, word);
		return;
	}
	if (field < SMTPCODE_ENHANCED_CODES) {
		add_items(b, s->entry, field, lang, 0, between);
		return;
	}
	for (i = 0; (code = smtpcode_entry_list(s->entry, field, i)) != 0;
	     i++) {
		if (i > 0)
			buf_text(b, between);
		buf_code(b, code);
	}
}

/* What the parts of an unassigned code say. */
static void
add_parts(struct buf *b, const struct subject *s, int lang)
{
	const char *join = smtpcode_lang_join(lang);
	const struct smtpcode_entry *class =
	    smtpcode_find_entry((uint32_t)smtpcode_class_of(s->code));
	int enhanced = smtpcode_is_enhanced(s->code);

	if (s->use != NULL) {
		use_add(b, s->use, LABEL_PROVIDER_MEANING, lang);
		return;
	}
	buf_text(b,
	    label(enhanced ? LABEL_UNKNOWN_ENHANCED : LABEL_UNKNOWN_MEANING,
	        lang));
	if (class != NULL) { /* x.9.9 has none */
		buf_text(b, join);
		add_items(b, class, SMTPCODE_MEANING, lang, 1, join);
	}
	if (enhanced && s->entry != class) {
		buf_text(b, join);
		add_items(b, s->entry, SMTPCODE_MEANING, lang, 1, join);
	}
	if (!enhanced && s->code / 10 % 10 > 5) {
		buf_text(b, join);
		buf_text(b, label(LABEL_UNKNOWN_DIGIT, lang));
	}
}

/*
 * What is said of a code that nobody assigned in place of the text of its
 * whole: 1, or 0 if that text will do.
 */
static int
add_unlisted(
    struct buf *b, const struct subject *s, enum smtpcode_field field, int lang)
{
	switch (field) {
	case SMTPCODE_NAME:
		if (s->use != NULL)
			use_add(b, s->use, LABEL_PROVIDER_NAME, lang);
		else
			buf_text(b, label(LABEL_UNKNOWN_NAME, lang));
		return 1;
	case SMTPCODE_ABOUT:
		buf_text(b, label(LABEL_UNKNOWN_ABOUT, lang));
		return 1;
	case SMTPCODE_GIST:
		buf_text(b, label(LABEL_UNKNOWN_GIST, lang));
		return 1;
	case SMTPCODE_SEND:
		buf_text(b, label(LABEL_UNKNOWN_SEND, lang));
		return 1;
	case SMTPCODE_MEANING:
		add_parts(b, s, lang);
		return 1;
	default:
		return 0;
	}
}

void
subject_text(const struct subject *s, enum smtpcode_field field, int lang,
    int brief, struct buf *b)
{
	buf_clear(b);
	if (!s->listed && add_unlisted(b, s, field, lang))
		return;
	if (field == SMTPCODE_WHEN) {
		add_items(b, s->teller, field, lang, brief,
		    label(LABEL_CLAUSE_JOIN, lang));
		buf_text(b, label(LABEL_CLAUSE_END, lang));
	} else
		add_items(b, field == SMTPCODE_MEANING ? s->teller : s->entry,
		    field, lang, brief, smtpcode_lang_join(lang));
}

enum smtpcode_field
subject_audience(size_t i, int lang, const char **who)
{
	static const struct {
		unsigned char field, label;
	} audiences[SUBJECT_AUDIENCES] = {
		{ SMTPCODE_FIX_SENDER, LABEL_SENDER },
		{ SMTPCODE_FIX_SENDER_ADMIN, LABEL_SENDER_ADMIN },
		{ SMTPCODE_FIX_SERVER_ADMIN, LABEL_SERVER_ADMIN },
		{ SMTPCODE_FIX_DEVELOPER, LABEL_DEVELOPER },
	};

	*who = label((enum label)audiences[i].label, lang);
	return (enum smtpcode_field)audiences[i].field;
}

static int
is_no_failure(const struct subject *s)
{
	enum smtpcode_class class = smtpcode_class_of(s->code);

	return s->listed &&
	    (class == SMTPCODE_CLASS_SUCCESS ||
	        class == SMTPCODE_CLASS_INTERMEDIATE);
}

void
subject_fix(
    const struct subject *s, size_t i, int lang, int brief, struct buf *b)
{
	const char *who;
	enum smtpcode_field field = subject_audience(i, lang, &who);

	buf_clear(b);
	if (smtpcode_entry_text(s->teller, field, 0, lang) == NULL) {
		if (i == 0 && is_no_failure(s))
			buf_text(b, label(LABEL_NOTHING_TO_FIX, lang));
		return;
	}
	buf_text(b, who);
	add_items(b, s->teller, field, lang, brief, smtpcode_lang_join(lang));
}

void
subject_fixes(const struct subject *s, int lang, struct buf *b)
{
	struct buf one;
	size_t i;

	for (i = 0; i < SUBJECT_AUDIENCES; i++) {
		subject_fix(s, i, lang, 0, &one);
		if (one.used > 0 && b->used > 0)
			buf_text(b, smtpcode_lang_join(lang));
		buf_text(b, one.s);
	}
}

/* --------------------------------------------------------------------- notes
 */

/* The classes that the registry foresees for an enhanced code. */
static void
add_foreseen(struct buf *b, uint32_t code, int lang)
{
	static const unsigned char classes[] = { SMTPCODE_CLASS_SUCCESS,
		SMTPCODE_CLASS_TRANSIENT, SMTPCODE_CLASS_PERMANENT };
	const struct smtpcode_entry *e;
	size_t i, n = 0;

	for (i = 0; i < sizeof classes; i++) {
		e = smtpcode_find_entry((code & ~((uint32_t)15 << 20)) |
		    (uint32_t)classes[i] << 20);
		if (e == NULL || !smtpcode_entry_foreseen(e))
			continue;
		if (n++ > 0)
			buf_text(b, label(LABEL_COMMA, lang));
		buf_text(b, smtpcode_word(SMTPCODE_CLASS, classes[i], lang));
	}
}

int
subject_is_used(const struct smtpcode_entry *e)
{
	return smtpcode_entry_foreseen(e) ||
	    smtpcode_entry_text(e, SMTPCODE_NOTE, 0, 0) != NULL;
}

void
subject_note(const struct subject *s, int lang, struct buf *b)
{
	struct buf classes;
	const struct value value = { "classes", classes.s };

	buf_clear(b);
	if (!s->listed || smtpcode_entry_foreseen(s->entry))
		return;
	if (smtpcode_entry_text(s->entry, SMTPCODE_NOTE, 0, lang) != NULL) {
		add_items(b, s->entry, SMTPCODE_NOTE, lang, 0,
		    smtpcode_lang_join(lang));
		return;
	}
	buf_clear(&classes);
	add_foreseen(&classes, s->code, lang);
	buf_fill(b, label(LABEL_NOT_FORESEEN, lang), &value, 1);
}
