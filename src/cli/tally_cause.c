/* SPDX-License-Identifier: ISC */
/*
 * Failures put together by what they mean and who can do something about it.
 */
#include <string.h>

#include "advice.h"
#include "figure.h"
#include "out.h"
#include "safe.h"
#include "tally_cause.h"

enum {
	GROUPS = 256,
	SHORT_ROWS = 4, /* of one line, before more rows are shown in full */
	BAR = 20
};

/* Failures of one cause that somebody can do the same about. */
struct group {
	const struct row *row; /* its largest */
	uint64_t count;
};

struct causes {
	const struct section *s;
	size_t n;
	struct group group[GROUPS];
	uint64_t rest, rest_count; /* groups that found no room */
	/* columns */
	size_t count_width, cause_width, retry_width, actor_width;
};

static int
is_in(const struct group *g, const struct row *r)
{
	return g->row->cause == r->cause && g->row->retry == r->retry &&
	    g->row->actor == r->actor;
}

static void
add_row(struct causes *c, const struct row *r)
{
	size_t i;

	for (i = 0; i < c->n && !is_in(&c->group[i], r); i++)
		;
	if (i == GROUPS) {
		c->rest++;
		c->rest_count += r->count;
		return;
	}
	if (i == c->n) {
		c->group[i].row = r;
		c->group[i].count = 0;
		c->n++;
	}
	c->group[i].count += r->count;
}

/* Put the failures together by what they mean, largest first. */
static void
group_rows(struct causes *c)
{
	struct group g;
	size_t i, k;

	c->n = 0;
	c->rest = c->rest_count = 0;
	for (i = 0; i < c->s->rows->n; i++)
		if (c->s->rows->row[i].direction == c->s->direction &&
		    (c->s->rows->row[i].class > SMTPCODE_CLASS_INTERMEDIATE ||
		        c->s->rows->row[i].class == SMTPCODE_CLASS_NONE))
			add_row(c, &c->s->rows->row[i]);
	for (i = 1; i < c->n; i++) {
		g = c->group[i];
		for (k = i; k > 0 && c->group[k - 1].count < g.count; k--)
			c->group[k] = c->group[k - 1];
		c->group[k] = g;
	}
}

/* How wide each column must be. */
static void
measure(struct causes *c)
{
	struct buf number;
	const struct row *r;
	size_t i;
	int lang = c->s->p->lang;

	c->count_width = 7;
	c->cause_width = c->retry_width = c->actor_width = 0;
	figure_widen(&c->count_width, label(LABEL_COLUMN_COUNT, lang));
	figure_widen(&c->cause_width, label(LABEL_COLUMN_CAUSE, lang));
	figure_widen(&c->retry_width, label(LABEL_COLUMN_RETRY, lang));
	figure_widen(&c->actor_width, label(LABEL_COLUMN_ACTOR, lang));
	for (i = 0; i < c->n; i++) {
		r = c->group[i].row;
		buf_clear(&number);
		figure_number(&number, c->group[i].count, lang);
		figure_widen(&c->count_width, number.s);
		figure_widen(&c->cause_width, smtpcode_cause_id(r->cause));
		figure_widen(&c->retry_width,
		    page_word(c->s->p, SMTPCODE_RETRY, r->retry));
		figure_widen(&c->actor_width,
		    page_word(c->s->p, SMTPCODE_ACTOR, r->actor));
	}
}

static void
show_line(const struct causes *c, const struct group *g)
{
	size_t used = c->count_width + c->cause_width + c->retry_width +
	    c->actor_width + 8;
	size_t bar = c->s->width > used ? c->s->width - used : 0;
	const struct row *r = g->row;
	struct buf number;
	int lang = c->s->p->lang;

	buf_clear(&number);
	figure_number(&number, g->count, lang);
	figure_right(number.s, c->count_width);
	out_blanks(2);
	figure_left(smtpcode_cause_id(r->cause), c->cause_width + 2);
	figure_left(
	    page_word(c->s->p, SMTPCODE_RETRY, r->retry), c->retry_width + 2);
	figure_left(
	    page_word(c->s->p, SMTPCODE_ACTOR, r->actor), c->actor_width + 2);
	(void)figure_bar(g->count, c->group[0].count, bar < BAR ? bar : BAR);
	out_char('\n');
}

/* "550 5.1.1 google 802" */
static void
add_codes(struct buf *b, const struct row *r, int lang)
{
	if (r->code != 0)
		buf_code(b, r->code);
	if (r->code != 0 && r->enhanced != 0)
		buf_text(b, " ");
	if (r->enhanced != 0)
		buf_enhanced(b, r->enhanced);
	if (r->code == 0 && r->enhanced == 0)
		buf_text(b, label(LABEL_NO_CODE, lang));
	if (r->provider != NULL) {
		buf_text(b, " ");
		buf_text(b,
		    smtpcode_provider_text(r->provider, SMTPCODE_PROVIDER_ID));
	}
	buf_text(b, " ");
	figure_number(b, r->count, lang);
}

/* The columns of a line behind the count and so many others; some, however wide
 * a count is. */
static size_t
room_behind(const struct causes *c, size_t others)
{
	enum { LEAST = 8 };
	size_t used = c->count_width + 2 + others;

	return c->s->width > used + LEAST ? c->s->width - used : LEAST;
}

/* The codes of a group, as many as a line has room for. */
static void
show_codes(const struct causes *c, const struct group *g)
{
	size_t indent = c->count_width + 2, room = room_behind(c, 16);
	struct buf line, one;
	const struct value value = { "count", one.s };
	uint64_t left = g->count;
	size_t i;
	int lang = c->s->p->lang;

	buf_clear(&line);
	for (i = 0; i < c->s->rows->n; i++) {
		if (c->s->rows->row[i].direction != c->s->direction ||
		    !is_in(g, &c->s->rows->row[i]))
			continue;
		buf_clear(&one);
		add_codes(&one, &c->s->rows->row[i], lang);
		if (line.used > 0 &&
		    wrap_columns(line.s, line.used) + one.used > room)
			break;
		if (line.used > 0)
			buf_text(&line, label(LABEL_CLAUSE_JOIN, lang));
		buf_bytes(&line, one.s, one.used);
		left -= c->s->rows->row[i].count;
	}
	if (left > 0) {
		buf_clear(&one);
		figure_number(&one, left, lang);
		buf_text(&line, label(LABEL_CLAUSE_JOIN, lang));
		buf_fill(&line, label(LABEL_OTHERS, lang), &value, 1);
	}
	out_blanks(indent);
	out_text(line.s);
	out_char('\n');
}

/* What to do: by whom it concerns, and where the log is the server's own, what
 * its admin can do. */
static void
add_advice(const struct causes *c, const struct row *r, struct buf *b)
{
	struct advice advice;
	unsigned actor = r->actor;

	if (actor == SMTPCODE_ACTOR_NOBODY) {
		buf_text(b, label(LABEL_NOTHING_TO_DO, c->s->p->lang));
		return;
	}
	if (c->s->direction == SMTPCODE_DIRECTION_IN)
		actor = SMTPCODE_ACTOR_RECIPIENT_ADMIN;
	advice_of_cause(&advice, r->cause, NULL);
	advice_first(&advice, (enum smtpcode_actor)actor, c->s->p->lang, b);
}

static void
show_advice(const struct causes *c, const struct group *g)
{
	struct buf b;

	buf_clear(&b);
	add_advice(c, g->row, &b);
	if (b.used == 0)
		return;
	page_begin(c->s->p, c->count_width + 2);
	page_tab(c->s->p, c->count_width + 2);
	page_text(c->s->p, b.s);
	page_end(c->s->p);
}

/* The example of the largest row, as much as a line has room for. */
static void
show_example(const struct causes *c, const struct group *g)
{
	const struct row *r = g->row;
	size_t indent = c->count_width + 2, room = room_behind(c, 2);
	struct buf b;

	if (r->example_length == 0)
		return;
	buf_clear(&b);
	safe_add(&b, r->example, r->example_length);
	out_blanks(indent);
	out_char('"');
	if (c->s->p->width == 0 || figure_columns(b.s) <= room)
		out_text(b.s);
	else {
		out_bytes(b.s, wrap_fitting(b.s, room - 3));
		out_text("...");
	}
	out_text("\"\n");
}

static void
show_full(const struct causes *c, const struct group *g)
{
	show_line(c, g);
	show_codes(c, g);
	show_advice(c, g);
	show_example(c, g);
}

/* The lines that a group takes in full. */
static size_t
lines_of(const struct causes *c, const struct group *g)
{
	struct buf b;

	buf_clear(&b);
	add_advice(c, g->row, &b);
	return 3 +
	    (b.used > 0 ? figure_columns(b.s) / room_behind(c, 8) + 1 : 0);
}

static void
show_rest(const struct causes *c, size_t shown)
{
	uint64_t count = c->rest_count, causes = c->rest;
	struct buf b;

	for (; shown < c->n; shown++, causes++)
		count += c->group[shown].count;
	if (causes == 0)
		return;
	buf_clear(&b);
	figure_number(&b, count, c->s->p->lang);
	figure_right(b.s, c->count_width);
	out_blanks(2);
	buf_clear(&b);
	figure_counted(
	    &b, causes, LABEL_MORE_CAUSE, LABEL_MORE_CAUSES, c->s->p->lang);
	buf_text(&b, label(LABEL_TALLY_TOP, c->s->p->lang));
	out_text(b.s);
	out_char('\n');
}

/* The causes: in full as long as there is room, then a line each. Returns the
 * lines that are left. */
static size_t
show_causes(const struct causes *c, size_t room)
{
	size_t i = 0, lines, keep;
	int lang = c->s->p->lang;

	out_char('\n');
	figure_right(label(LABEL_COLUMN_COUNT, lang), c->count_width);
	out_blanks(2);
	figure_left(label(LABEL_COLUMN_CAUSE, lang), c->cause_width + 2);
	figure_left(label(LABEL_COLUMN_RETRY, lang), c->retry_width + 2);
	out_text(label(LABEL_COLUMN_ACTOR, lang));
	out_char('\n');
	if (c->s->top > 0) {
		for (; i < c->n && i < c->s->top; i++)
			show_full(c, &c->group[i]);
		show_rest(c, i);
		return room;
	}
	for (; i < c->n; i++) {
		lines = lines_of(c, &c->group[i]);
		keep = c->n - i - 1;
		keep = keep < SHORT_ROWS ? keep : SHORT_ROWS;
		if (i > 0 && lines + keep + 1 > room)
			break;
		show_full(c, &c->group[i]);
		room -= lines < room ? lines : room;
	}
	/* A last one takes the line that would tell of it. */
	for (; i < c->n &&
	     (room > 1 || (room == 1 && i + 1 == c->n && c->rest == 0));
	     i++, room--)
		show_line(c, &c->group[i]);
	show_rest(c, i);
	return room;
}

size_t
tally_causes(const struct section *s, size_t room)
{
	static struct causes c;

	c.s = s;
	group_rows(&c);
	if (c.n == 0)
		return room;
	measure(&c);
	return show_causes(&c, room);
}
