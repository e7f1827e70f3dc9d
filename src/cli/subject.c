/* SPDX-License-Identifier: ISC */
/*
 * A code with what the tables know of it. A code that nobody assigned is
 * explained by its digits, as clients have to read it (RFC 5321 4.2.1, 4.3.2).
 */
#include <string.h>

#include "label.h"
#include "subject.h"

void
subject_find(struct subject *s, uint32_t code)
{
	s->code = code;
	s->entry = smtpcode_find_entry(code);
	s->listed = s->entry != NULL;
	s->known = s->listed && smtpcode_class_of(code) != SMTPCODE_CLASS_NONE;
	if (!s->listed)
		s->entry =
		    smtpcode_find_entry((uint32_t)smtpcode_class_of(code));
}

const char *
subject_name(const struct subject *s, int lang)
{
	if (!s->listed)
		return label(LABEL_UNKNOWN_NAME, lang);
	return smtpcode_entry_text(s->entry, SMTPCODE_NAME, 0, lang);
}

const char *
subject_class(const struct subject *s, int lang)
{
	const char *word;

	word = smtpcode_entry_text(s->entry, SMTPCODE_CLASS, 0, lang);
	return word != NULL ? word : label(LABEL_NO_CLASS, lang);
}

/* Add the items of a field, or only the first, with something in between. */
static void
add_items(struct buf *b, const struct subject *s, enum smtpcode_field field,
    int lang, int brief, const char *between)
{
	const char *item;
	size_t i;

	for (i = 0; i == 0 || !brief; i++) {
		item = smtpcode_entry_text(s->entry, field, i, lang);
		if (item == NULL)
			return;
		if (i > 0)
			buf_text(b, between);
		buf_text(b, item);
	}
}

void
subject_list(const struct subject *s, enum smtpcode_field field, int lang,
    const char *between, struct buf *b)
{
	uint32_t code;
	size_t i;

	if (field < SMTPCODE_ENHANCED_CODES) {
		add_items(b, s, field, lang, 0, between);
		return;
	}
	for (i = 0; (code = smtpcode_entry_list(s->entry, field, i)) != 0;
	     i++) {
		if (i > 0)
			buf_text(b, between);
		buf_code(b, code);
	}
}

/* What the digits of an unassigned code say. */
static void
add_digits(struct buf *b, const struct subject *s, int lang)
{
	const char *join = smtpcode_lang_join(lang);

	buf_text(b, label(LABEL_UNKNOWN_MEANING, lang));
	buf_text(b, join);
	add_items(b, s, SMTPCODE_MEANING, lang, 1, join);
	if (!smtpcode_is_enhanced(s->code) && s->code / 10 % 10 > 5) {
		buf_text(b, join);
		buf_text(b, label(LABEL_UNKNOWN_DIGIT, lang));
	}
}

/* What is said of a code that nobody assigned in place of its class's text. */
static enum label
unknown_label(enum smtpcode_field field)
{
	switch (field) {
	case SMTPCODE_NAME:
		return LABEL_UNKNOWN_NAME;
	case SMTPCODE_ABOUT:
		return LABEL_UNKNOWN_ABOUT;
	case SMTPCODE_GIST:
		return LABEL_UNKNOWN_GIST;
	case SMTPCODE_SEND:
		return LABEL_UNKNOWN_SEND;
	default:
		return LABELS;
	}
}

void
subject_text(const struct subject *s, enum smtpcode_field field, int lang,
    int brief, struct buf *b)
{
	buf_clear(b);
	if (!s->listed && unknown_label(field) != LABELS)
		buf_text(b, label(unknown_label(field), lang));
	else if (!s->listed && field == SMTPCODE_MEANING)
		add_digits(b, s, lang);
	else if (field == SMTPCODE_WHEN) {
		add_items(
		    b, s, field, lang, brief, label(LABEL_CLAUSE_JOIN, lang));
		buf_text(b, label(LABEL_CLAUSE_END, lang));
	} else
		add_items(b, s, field, lang, brief, smtpcode_lang_join(lang));
}

void
subject_fix(
    const struct subject *s, size_t i, int lang, int brief, struct buf *b)
{
	static const struct {
		unsigned char field, label;
	} audiences[SUBJECT_AUDIENCES] = {
		{ SMTPCODE_FIX_SENDER, LABEL_SENDER },
		{ SMTPCODE_FIX_SENDER_ADMIN, LABEL_SENDER_ADMIN },
		{ SMTPCODE_FIX_SERVER_ADMIN, LABEL_SERVER_ADMIN },
		{ SMTPCODE_FIX_DEVELOPER, LABEL_DEVELOPER },
	};
	enum smtpcode_field field = (enum smtpcode_field)audiences[i].field;

	buf_clear(b);
	if (smtpcode_entry_text(s->entry, field, 0, lang) == NULL)
		return;
	buf_text(b, label((enum label)audiences[i].label, lang));
	add_items(b, s, field, lang, brief, smtpcode_lang_join(lang));
}
