/* SPDX-License-Identifier: ISC */
/*
 * The page of one code: title, the three answers, labelled paragraphs.
 */
#include <stddef.h>

#include "show.h"

void
show_title(struct page *p, const struct subject *s)
{
	page_title(
	    p, s->code, subject_name(s, p->lang), subject_class(s, p->lang));
}

void
show_line(struct page *p, const struct subject *s)
{
	struct buf class;

	buf_clear(&class);
	buf_text(&class, subject_class(s, p->lang));
	if (smtpcode_entry_status(s->entry) == SMTPCODE_STATUS_UNREGISTERED)
		buf_text(&class, " *");
	page_title(p, s->code, subject_name(s, p->lang), class.s);
}

static const char *
word(const struct page *p, const struct subject *s, enum smtpcode_field field)
{
	const char *w = smtpcode_entry_text(s->entry, field, 0, p->lang);

	return w != NULL ? w : label(LABEL_CANNOT_TELL, p->lang);
}

/* Will it pass, who acts, what becomes of the address. */
static void
show_answers(struct page *p, const struct subject *s)
{
	const struct value values[] = {
		{ "retry", word(p, s, SMTPCODE_RETRY) },
		{ "actor", word(p, s, SMTPCODE_ACTOR) },
		{ "address", word(p, s, SMTPCODE_ADDRESS) },
	};

	if (!s->known && s->listed)
		return;
	page_begin(p, 0);
	page_fill(p, LABEL_THREE_ANSWERS, values, 3);
	page_end(p);
}

static void
show_text(struct page *p, const struct subject *s, enum label l,
    enum smtpcode_field field, int brief)
{
	struct buf b;

	subject_text(s, field, p->lang, brief, &b);
	page_label(p, label(l, p->lang));
	page_text(p, b.s);
	page_end(p);
}

static void
show_fix(struct page *p, const struct subject *s, int brief)
{
	struct buf b;
	size_t i;
	int shown = 0;

	page_label(p, label(LABEL_FIX, p->lang));
	for (i = 0; i < SUBJECT_AUDIENCES; i++) {
		subject_fix(s, i, p->lang, brief, &b);
		if (b.used == 0)
			continue;
		if (shown++ > 0)
			page_next(p);
		page_text(p, b.s);
	}
	page_end(p);
}

void
show_sections(struct page *p, const struct subject *s, int brief)
{
	show_text(p, s, LABEL_MEANING, SMTPCODE_MEANING, brief);
	show_text(p, s, LABEL_WHEN, SMTPCODE_WHEN, brief);
	show_fix(p, s, brief);
}

/* A field of several words or codes; nothing if it is empty. */
static void
show_list(struct page *p, const struct subject *s, enum label l,
    enum smtpcode_field field, enum label between)
{
	struct buf b;

	buf_clear(&b);
	subject_list(s, field, p->lang, label(between, p->lang), &b);
	if (b.used == 0)
		return;
	page_label(p, label(l, p->lang));
	page_text(p, b.s);
	page_end(p);
}

static void
show_source(struct page *p, const struct subject *s)
{
	struct value status = { "status", word(p, s, SMTPCODE_STATUS) };
	struct buf b;

	buf_clear(&b);
	subject_list(
	    s, SMTPCODE_SOURCE, p->lang, label(LABEL_CLAUSE_JOIN, p->lang), &b);
	page_label(p, label(LABEL_SOURCE, p->lang));
	page_text(p, b.s);
	page_fill(p, LABEL_STATUS, &status, 1);
	page_end(p);
}

/* Comparisons that somebody wrote for this code. */
static void
show_pairs(struct page *p, const struct subject *s)
{
	uint32_t codes[SMTPCODE_COMPARE_MAX];
	size_t i, k, n;

	for (i = 0; i < 2; i++) {
		n = smtpcode_pairs_of(s->code, i, codes);
		if (n == 0)
			break;
		if (i == 0)
			page_label(p, label(LABEL_SEE_ALSO, p->lang));
		else
			page_text(p, label(LABEL_CLAUSE_JOIN, p->lang));
		page_text(p, "smtpcode");
		for (k = 0; k < n; k++) {
			page_text(p, k == 0 ? " " : " vs ");
			page_code(p, codes[k]);
		}
	}
	if (i > 0)
		page_end(p);
}

/* The nearest codes that somebody did assign, with their names. */
static void
show_near(struct page *p, const struct subject *s)
{
	struct subject other;
	uint32_t near[3];
	size_t i, n;

	n = smtpcode_near_codes(s->code, near);
	if (n == 0)
		return;
	page_label(p, label(LABEL_NEAREST, p->lang));
	for (i = 0; i < n; i++) {
		subject_find(&other, near[i]);
		if (i > 0)
			page_next(p);
		page_code(p, near[i]);
		page_text(p, " ");
		page_text(p, subject_name(&other, p->lang));
	}
	page_end(p);
}

void
show_code(struct page *p, const struct subject *s)
{
	show_title(p, s);
	show_answers(p, s);
	page_gap(p);
	show_sections(p, s, 0);
	if (!s->listed) {
		show_near(p, s);
		return;
	}
	show_list(p, s, LABEL_ANSWERS, SMTPCODE_COMMANDS, LABEL_COMMA);
	show_list(p, s, LABEL_GOES_WITH, SMTPCODE_ENHANCED_CODES, LABEL_COMMA);
	if (smtpcode_entry_text(s->entry, SMTPCODE_APART, 0, p->lang) != NULL)
		show_list(
		    p, s, LABEL_RELATED, SMTPCODE_APART, LABEL_CLAUSE_JOIN);
	else
		show_list(p, s, LABEL_RELATED, SMTPCODE_RELATED, LABEL_COMMA);
	show_source(p, s);
	show_pairs(p, s);
}
