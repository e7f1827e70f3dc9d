/* SPDX-License-Identifier: ISC */
/*
 * The page of a comparison: title, summary, the sections of each code, the
 * differences, when to use which. Nothing that a section says is said again.
 */
#include <string.h>

#include "compare.h"
#include "show.h"
#include "token.h"

/* Columns of the widest label among the aspects that differ. */
static size_t
aspect_columns(const struct comparison *c, int lang)
{
	const char *s;
	size_t i, n, most = 0;

	for (i = 0; i < c->differences; i++) {
		s = label(
		    (enum label)compare_aspect(c->difference[i])->label, lang);
		n = wrap_columns(s, strlen(s));
		most = n > most ? n : most;
	}
	return most;
}

static void
show_heading(struct page *p, const struct comparison *c)
{
	struct buf b;
	size_t i;

	page_begin(p, 0);
	for (i = 0; i < c->n; i++) {
		if (i > 0)
			page_text(p, label(LABEL_VS, p->lang));
		buf_clear(&b);
		subject_code(&c->subject[i], &b);
		page_text(p, b.s);
		if (c->n > 2)
			continue;
		page_text(p, " ");
		subject_text(&c->subject[i], SMTPCODE_NAME, p->lang, 1, &b);
		page_text(p, b.s);
	}
	page_end(p);
}

/* One difference of two codes: a sentence from the aspect's template. */
static void
show_two(
    struct page *p, const struct comparison *c, const struct compare_aspect *a)
{
	struct buf code[2], value[2];
	const struct value values[] = { { "a", code[0].s }, { "b", code[1].s },
		{ "x", value[0].s }, { "y", value[1].s } };
	int i;

	for (i = 0; i < 2; i++) {
		buf_clear(&code[i]);
		subject_code(&c->subject[i], &code[i]);
		compare_value(&c->subject[i], (enum smtpcode_field)a->field,
		    p->lang, &value[i]);
	}
	page_fill(p, (enum label)a->two, values, 4);
}

/* Columns of the widest code. */
static size_t
code_columns(const struct comparison *c)
{
	struct buf code;
	size_t i, most = 0;

	for (i = 0; i < c->n; i++) {
		buf_clear(&code);
		subject_code(&c->subject[i], &code);
		most = code.used > most ? code.used : most;
	}
	return most;
}

/* One difference of more codes: a line for each. */
static void
show_block(
    struct page *p, const struct comparison *c, const struct compare_aspect *a)
{
	struct buf value;
	size_t i, column = p->wrap.indent, behind;

	behind = column + code_columns(c) + 2;
	for (i = 0; i < c->n; i++) {
		if (i > 0)
			page_next_at(p, column);
		buf_clear(&value);
		subject_code(&c->subject[i], &value);
		page_text(p, value.s);
		p->wrap.indent = behind;
		page_tab(p, behind);
		compare_value(&c->subject[i], (enum smtpcode_field)a->field,
		    p->lang, &value);
		page_text(p, value.s);
	}
}

static void
show_differences(struct page *p, const struct comparison *c)
{
	size_t i, column = 4 + aspect_columns(c, p->lang) + 2;
	const struct compare_aspect *a;
	struct buf number;

	page_line(p, label(LABEL_DIFFERENCES, p->lang));
	if (c->differences == 0)
		page_line(p, label(LABEL_NO_DIFFERENCE, p->lang));
	for (i = 0; i < c->differences; i++) {
		a = compare_aspect(c->difference[i]);
		page_begin(p, column);
		buf_clear(&number);
		buf_number(&number, i + 1);
		buf_text(&number, ".");
		page_tab(p, number.used < 3 ? 1 : 0);
		page_text(p, number.s);
		page_tab(p, 4);
		page_text(p, label((enum label)a->label, p->lang));
		page_tab(p, column);
		if (c->n == 2)
			show_two(p, c, a);
		else
			show_block(p, c, a);
		page_end(p);
	}
}

static int
differs(const struct comparison *c, enum smtpcode_field field)
{
	size_t i;

	for (i = 0; i < c->differences; i++)
		if (c->difference[i] == field)
			return 1;
	return 0;
}

/* What three and more codes have in common. */
static void
show_same(struct page *p, const struct comparison *c)
{
	static const unsigned char fields[] = { SMTPCODE_COMMANDS,
		SMTPCODE_RETRY, SMTPCODE_ACTOR, SMTPCODE_ADDRESS,
		SMTPCODE_SOURCE };
	struct buf text;
	struct value values[2] = { { "aspect", NULL }, { "value", text.s } };
	enum smtpcode_field field;
	size_t i;
	int shown = 0;

	for (i = 0; i < sizeof fields; i++) {
		field = (enum smtpcode_field)fields[i];
		if (differs(c, field))
			continue;
		if (shown++ == 0) {
			page_begin(p, 1);
			page_tab(p, 1);
			page_text(p, label(LABEL_SAME, p->lang));
		} else
			page_text(p, label(LABEL_CLAUSE_JOIN, p->lang));
		compare_value(&c->subject[0], field, p->lang, &text);
		values[0].text =
		    label((enum label)compare_aspect(field)->label, p->lang);
		page_fill(p, LABEL_SAME_ITEM, values, 2);
	}
	if (shown > 0) {
		page_text(p, label(LABEL_CLAUSE_END, p->lang));
		page_end(p);
	}
}

static void
show_advice(struct page *p, const struct comparison *c)
{
	static const unsigned char sides[] = { LABEL_SERVER, LABEL_CLIENT };
	const char *s;
	struct buf b;
	size_t i, column = 0, n;
	int client;

	for (client = 0; client < 2; client++) {
		s = label((enum label)sides[client], p->lang);
		n = wrap_columns(s, strlen(s)) + 3;
		column = n > column ? n : column;
	}
	page_line(p, label(LABEL_USAGE, p->lang));
	for (client = 0; client < 2; client++) {
		page_begin(p, column);
		page_tab(p, 1);
		page_text(p, label((enum label)sides[client], p->lang));
		page_tab(p, column);
		for (i = 0; i < c->n; i++) {
			if (i > 0)
				page_next(p);
			compare_advice(c, i, client, p->lang, &b);
			page_text(p, b.s);
		}
		page_end(p);
	}
}

/* The sections in which all subjects say the same, as bits. */
static unsigned
shared_sections(const struct comparison *c, int lang)
{
	struct buf first, other;
	unsigned shared = 0, section;
	size_t i;

	for (section = 0; section < SHOW_SECTIONS; section++) {
		show_section_text(&c->subject[0], section, lang, &first);
		for (i = 1; i < c->n; i++) {
			show_section_text(
			    &c->subject[i], section, lang, &other);
			if (!token_is(first.s, other.s))
				break;
		}
		if (i == c->n && first.used > 0)
			shared |= 1u << section;
	}
	return shared;
}

/* Is "nothing to fix" all that they share, though one of them tells what a
 * developer does? */
static int
is_idle(const struct comparison *c, unsigned shared, int lang)
{
	struct buf b;
	unsigned section;
	size_t i;

	show_section_text(&c->subject[0], SHOW_FIX, lang, &b);
	if (!token_is(b.s, label(LABEL_NOTHING_TO_FIX, lang)))
		return 0;
	for (section = SHOW_FIX + 1; section < SHOW_SECTIONS; section++)
		for (i = 0; i < c->n && (shared >> section & 1) == 0; i++) {
			show_section_text(&c->subject[i], section, lang, &b);
			if (b.used > 0)
				return 1;
		}
	return 0;
}

/* Each code with its sections; what all say stands once, under all names. */
static void
show_subjects(struct page *p, const struct comparison *c)
{
	unsigned shared = shared_sections(c, p->lang);
	struct buf codes;
	size_t i;

	buf_clear(&codes);
	for (i = 0; i < c->n; i++) {
		page_gap(p);
		show_title(p, &c->subject[i]);
		show_sections(p, &c->subject[i], 1, ~shared);
		if (i > 0)
			buf_text(&codes, label(LABEL_COMMA, p->lang));
		subject_code(&c->subject[i], &codes);
	}
	if (is_idle(c, shared, p->lang))
		shared &= ~(1u << SHOW_FIX);
	if (shared == 0)
		return;
	page_gap(p);
	page_line(p, codes.s);
	show_sections(p, &c->subject[0], 1, shared);
}

void
compare_show(struct page *p, const struct comparison *c)
{
	struct buf b;

	if (c->n == 1) {
		compare_summary(c, p->lang, &b);
		page_line(p, b.s);
		page_gap(p);
		show_code(p, &c->subject[0]);
		return;
	}
	show_heading(p, c);
	page_gap(p);
	compare_summary(c, p->lang, &b);
	page_line(p, b.s);
	show_subjects(p, c);
	page_gap(p);
	show_differences(p, c);
	if (c->n > 2)
		show_same(p, c);
	page_gap(p);
	show_advice(p, c);
}
