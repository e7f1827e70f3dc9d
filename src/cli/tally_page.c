/* SPDX-License-Identifier: ISC */
/*
 * The counted replies on a page of at most 60 lines: for each direction what
 * became of the mail, then the causes of what failed.
 */
#include <string.h>

#include "figure.h"
#include "out.h"
#include "safe.h"
#include "tally_cause.h"
#include "tally_page.h"

enum {
	PAGE_LINES = 58, /* under the title */
	HEAD_LINES = 8,  /* of a direction, around its causes */
	BAR = 40,
	WIDTH = 80, /* where nobody says how wide lines are */
	LEAST = 40
};

static const struct {
	unsigned char class, label;
} outcomes[] = {
	{ SMTPCODE_CLASS_SUCCESS, LABEL_ACCEPTED },
	{ SMTPCODE_CLASS_INTERMEDIATE, LABEL_CONTINUED },
	{ SMTPCODE_CLASS_TRANSIENT, LABEL_PUT_OFF },
	{ SMTPCODE_CLASS_PERMANENT, LABEL_REFUSED },
};

enum { OUTCOMES = sizeof outcomes / sizeof outcomes[0] };

static void
show_outcomes(const struct section *s)
{
	uint64_t count[OUTCOMES], most = 0;
	size_t i, words = 0, numbers = 0, bar;
	struct buf number;
	int lang = s->p->lang;

	for (i = 0; i < OUTCOMES; i++) {
		count[i] = rows_of(s->rows, s->direction, outcomes[i].class);
		if (count[i] == 0)
			continue;
		most = count[i] > most ? count[i] : most;
		figure_widen(
		    &words, label((enum label)outcomes[i].label, lang));
		buf_clear(&number);
		figure_number(&number, count[i], lang);
		figure_widen(&numbers, number.s);
	}
	for (i = 0; i < OUTCOMES; i++) {
		if (count[i] == 0)
			continue;
		out_blanks(2);
		figure_left(
		    label((enum label)outcomes[i].label, lang), words + 2);
		bar = figure_bar(count[i], most, BAR);
		out_blanks(BAR - bar + 2);
		buf_clear(&number);
		figure_number(&number, count[i], lang);
		figure_right(number.s, numbers);
		out_blanks(2);
		buf_clear(&number);
		figure_percent(&number, count[i], s->all, lang);
		figure_right(number.s, 7);
		out_char('\n');
	}
}

static void
show_title(struct page *p, const struct tally *t)
{
	struct buf name, lines, replies, b;
	const struct value values[] = { { "name", name.s },
		{ "lines", lines.s }, { "replies", replies.s },
		{ "first", t->first.p }, { "last", t->last.p } };
	struct buf count;
	const struct value files = { "count", count.s };

	buf_clear(&name);
	if (t->files == 1)
		safe_add(&name, t->name, strlen(t->name));
	else {
		buf_clear(&count);
		figure_number(&count, t->files, p->lang);
		buf_fill(&name, label(LABEL_FILES, p->lang), &files, 1);
	}
	buf_clear(&lines);
	figure_counted(
	    &lines, t->rows->lines, LABEL_LINE, LABEL_LINES, p->lang);
	buf_clear(&replies);
	figure_counted(
	    &replies, t->rows->all, LABEL_REPLY_ONE, LABEL_REPLIES, p->lang);
	buf_clear(&b);
	buf_fill(&b,
	    label(t->first.n > 0 ? LABEL_TALLY_TIMES : LABEL_TALLY, p->lang),
	    values, sizeof values / sizeof values[0]);
	page_line(p, b.s);
}

/* Returns the lines that are left over. */
static size_t
show_section(const struct section *s, size_t room)
{
	static const unsigned char titles[] = { LABEL_TALLY_NONE,
		LABEL_TALLY_OUT, LABEL_TALLY_IN };
	struct buf number;
	const struct value value = { "count", number.s };

	buf_clear(&number);
	figure_number(&number, s->all, s->p->lang);
	page_gap(s->p);
	page_begin(s->p, 0);
	page_fill(s->p, (enum label)titles[s->direction], &value, 1);
	if (s->direction == SMTPCODE_DIRECTION_IN)
		page_text(s->p, label(LABEL_TALLY_IN_HINT, s->p->lang));
	page_end(s->p);
	show_outcomes(s);
	return tally_causes(s, room);
}

void
tally_page(const struct opt *o, const struct tally *t)
{
	static const unsigned char order[] = { SMTPCODE_DIRECTION_OUT,
		SMTPCODE_DIRECTION_IN, SMTPCODE_DIRECTION_NONE };
	struct section s;
	struct page p;
	uint64_t all[ROWS_DIRECTIONS] = { 0 };
	size_t i, directions = 0, room;

	page_start(&p, o->lang, o->color, o->width);
	show_title(&p, t);
	for (i = 0; i < t->rows->n; i++)
		all[t->rows->row[i].direction] += t->rows->row[i].count;
	for (i = 0; i < ROWS_DIRECTIONS; i++)
		directions += all[i] > 0;
	s.p = &p;
	s.rows = t->rows;
	s.top = o->top;
	s.width = o->width == 0 ? WIDTH : o->width < LEAST ? LEAST : o->width;
	for (i = 0, room = PAGE_LINES; i < ROWS_DIRECTIONS; i++) {
		s.direction = order[i];
		s.all = all[order[i]];
		if (s.all == 0)
			continue;
		room -= room / directions -
		    show_section(&s, room / directions - HEAD_LINES);
		directions--;
	}
}
