/* SPDX-License-Identifier: ISC */
/*
 * Reads tables back. A table is a header, rows, and totals, the last of them
 * over all; its lines may come in any order, and those of several tables mixed,
 * as a sort leaves them. What was cut off is known by what is left: as many
 * tables must end as begin, and the totals must be the sums of the rows.
 */
#include <string.h>

#include "buf.h"
#include "field.h"
#include "merge.h"
#include "opt.h"
#include "say.h"
#include "tally_record.h"

enum { LINE = 4096, COLUMNS = 16 };

enum { /* the columns, in the order of their fields */
	DIRECTION,
	CODE,
	ENHANCED,
	CLASS,
	CAUSE,
	RETRY,
	ACTOR,
	PROVIDER,
	COUNT,
	LINES,
	EXAMPLE,
	USED
};

struct sums {
	uint64_t all, of[ROWS_DIRECTIONS][ROWS_CLASSES];
};

struct table {
	struct rows *rows;
	const struct input *in;
	uint64_t line, headers, ends;
	struct sums rows_say, totals_say;
};

struct column {
	const char *p;
	size_t n;
};

static int
complain(const struct table *t, const char *what)
{
	struct buf where;

	buf_clear(&where);
	buf_text(&where, t->in->name);
	buf_text(&where, ":");
	buf_number(&where, t->line);
	say("%s: %t; --merge adds up whole tables that this version's -t --tsv "
	    "wrote",
	    where.s, what);
	return STATUS_ERROR;
}

/* ------------------------------------------------------------------ values */

static int
is(struct column c, const char *word)
{
	return word != NULL && c.n == strlen(word) &&
	    memcmp(c.p, word, c.n) == 0;
}

/* A number without sign: 1 and the number, or 0. */
static int
read_number(struct column c, uint64_t *number)
{
	uint64_t digit;
	size_t i;

	*number = 0;
	for (i = 0; i < c.n; i++) {
		if (c.p[i] < '0' || c.p[i] > '9')
			return 0;
		digit = (uint64_t)(c.p[i] - '0');
		if (*number > (UINT64_MAX - digit) / 10)
			return 0;
		*number = *number * 10 + digit;
	}
	return c.n > 0;
}

/* The value whose identifier the column holds: 1, or 0. */
static int
read_word(struct column c, enum smtpcode_field field, unsigned char *value)
{
	unsigned i;

	for (i = 0; i < 8; i++)
		if (is(c, smtpcode_word(field, i, SMTPCODE_ID))) {
			*value = (unsigned char)i;
			return 1;
		}
	*value = 0;
	return c.n == 0;
}

static int
read_code(struct column c, uint32_t *code)
{
	*code = 0;
	return c.n == 0 || smtpcode_parse_code(c.p, c.n, code) == c.n;
}

static int
read_provider(struct column c, const struct smtpcode_provider **provider)
{
	*provider = NULL;
	if (c.n == 0)
		return 1;
	while ((*provider = smtpcode_next_provider(*provider)) != NULL)
		if (is(c,
		        smtpcode_provider_text(
		            *provider, SMTPCODE_PROVIDER_ID)))
			return 1;
	return 0;
}

/* The value of n hexadecimal digits, or -1. */
static long
hex_value(const char *s, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const char *digit;
	long value = 0;

	for (; n > 0; n--, s++) {
		digit = memchr(digits, *s, 16);
		if (digit == NULL)
			return -1;
		value = value * 16 + (digit - digits);
	}
	return value;
}

/* Take the escape behind a backslash at c: the bytes it stands for, up to
 * three, into out; 0 if it is none. */
static size_t
read_escape(struct column *c, unsigned char out[3])
{
	static const char names[] = "\\tnr", bytes[] = "\\\t\n\r";
	const char *name = memchr(names, c->p[0], 4);
	size_t digits = c->p[0] == 'x' ? 2 : 4;
	long value;

	if (name != NULL) {
		out[0] = (unsigned char)bytes[name - names];
		c->p++;
		c->n--;
		return 1;
	}
	if ((c->p[0] != 'x' && c->p[0] != 'u') || c->n <= digits ||
	    (value = hex_value(c->p + 1, digits)) == -1)
		return 0;
	digits++;
	c->p += digits;
	c->n -= digits;
	if (digits == 3) {
		out[0] = (unsigned char)value;
		return 1;
	}
	if (value < 0x800) { /* U+061C, that is */
		out[0] = (unsigned char)(0xc0 | value >> 6);
		out[1] = (unsigned char)(0x80 | (value & 63));
		return 2;
	}
	out[0] = (unsigned char)(0xe0 | value >> 12);
	out[1] = (unsigned char)(0x80 | (value >> 6 & 63));
	out[2] = (unsigned char)(0x80 | (value & 63));
	return 3;
}

static int
read_example(struct column c, struct row *row)
{
	unsigned char bytes[3];
	size_t n, used = 0;

	while (c.n > 0) {
		n = 1;
		bytes[0] = (unsigned char)*c.p;
		c.p++;
		c.n--;
		if (bytes[0] == '\\' &&
		    (c.n == 0 || (n = read_escape(&c, bytes)) == 0))
			return 0;
		if (used + n > ROWS_EXAMPLE)
			return 0;
		memcpy(row->example + used, bytes, n);
		used += n;
	}
	row->example_length = (unsigned char)used;
	return 1;
}

static int
read_direction(struct column c, unsigned char *direction)
{
	*direction = is(c, "out") ? SMTPCODE_DIRECTION_OUT :
	    is(c, "in")           ? SMTPCODE_DIRECTION_IN :
	                            SMTPCODE_DIRECTION_NONE;
	return c.n == 0 || *direction != SMTPCODE_DIRECTION_NONE;
}

/* -------------------------------------------------------------------- rows */

/* A line that is a total: of a direction and class, or the last, of all. */
static int
take_total(struct table *t, const struct row *row, const struct column c[])
{
	uint64_t lines;

	/* Totals whose sum overflows differ from the rows, whose sum does not.
	 */
	if (c[LINES].n == 0) {
		t->totals_say.of[row->direction][row->class] += row->count;
		return STATUS_OK;
	}
	if (!read_number(c[LINES], &lines))
		return complain(t, "lines is no number");
	if (lines > UINT64_MAX - t->rows->lines)
		return complain(t, "the lines are more than can be counted");
	t->rows->lines += lines;
	t->totals_say.all += row->count;
	t->ends++;
	return STATUS_OK;
}

static int
take_row(struct table *t, const struct row *row)
{
	if (row->count == 0)
		return complain(t, "a row counts nothing");
	if (rows_add(t->rows, row) == -1)
		return complain(t, "the sum is more than can be counted");
	t->rows_say.all += row->count;
	t->rows_say.of[row->direction][row->class] += row->count;
	return STATUS_OK;
}

static int
take_line(struct table *t, const struct column c[])
{
	struct row row;

	memset(&row, 0, sizeof row);
	if (!read_direction(c[DIRECTION], &row.direction))
		return complain(t, "direction is not out, in or empty");
	if (!read_code(c[CODE], &row.code) ||
	    !read_code(c[ENHANCED], &row.enhanced))
		return complain(t, "a code is no code");
	if (!read_word(c[CLASS], SMTPCODE_CLASS, &row.class) ||
	    !read_word(c[RETRY], SMTPCODE_RETRY, &row.retry) ||
	    !read_word(c[ACTOR], SMTPCODE_ACTOR, &row.actor))
		return complain(t, "class, retry or actor is not known");
	if (!read_number(c[COUNT], &row.count))
		return complain(t, "count is no number, or too large");
	if (!read_provider(c[PROVIDER], &row.provider))
		return complain(t, "the provider is not known");
	if (!read_example(c[EXAMPLE], &row))
		return complain(t,
		    "the example is too long, or has an escape "
		    "that is none");
	if (c[CAUSE].n == 0)
		return take_total(t, &row, c);
	row.cause = smtpcode_find_cause(c[CAUSE].p, c[CAUSE].n);
	if (row.cause == NULL)
		return complain(t, "the cause is not known");
	return take_row(t, &row);
}

/* ------------------------------------------------------------------- lines */

/* Split the line at tabs: the number of columns, at most COLUMNS. */
static size_t
split(const char *s, size_t n, struct column c[COLUMNS])
{
	const char *tab;
	size_t columns = 0;

	for (;;) {
		tab = columns + 1 < COLUMNS ? memchr(s, '\t', n) : NULL;
		c[columns].p = s;
		c[columns++].n = tab == NULL ? n : (size_t)(tab - s);
		if (tab == NULL)
			return columns;
		n -= (size_t)(tab + 1 - s);
		s = tab + 1;
	}
}

static int
is_header(const struct column c[], size_t n)
{
	size_t i, column = 0;

	for (i = 0; i < FIELD_COUNT; i++)
		if (field_kind((enum field)i) == KIND_TALLY &&
		    (column == n ||
		        !is(c[column++], field_name((enum field)i))))
			return 0;
	return column == n;
}

static int
read_line(struct table *t, const char *s, size_t n)
{
	struct column c[COLUMNS];
	size_t columns;

	t->line++;
	if (n > 0 && s[n - 1] == '\r')
		n--;
	columns = split(s, n, c);
	if (is_header(c, columns)) {
		t->headers++;
		return STATUS_OK;
	}
	return columns == USED ?
	    take_line(t, c) :
	    complain(t, "the row is cut, or is of another kind");
}

/* The input ends, with bytes of a line that does not. */
static int
check_end(struct table *t, size_t held)
{
	if (held > 0) {
		t->line++;
		return complain(t, "the line is cut");
	}
	if (t->headers == 0)
		return complain(t, "the input ends, and no table has begun");
	if (t->headers != t->ends)
		return complain(t,
		    "the input ends, and a table has no last "
		    "total, or no header");
	if (memcmp(&t->rows_say, &t->totals_say, sizeof t->rows_say) != 0)
		return complain(t,
		    "the input ends, and its totals are not the "
		    "sums of its rows");
	return STATUS_OK;
}

int
merge_read(struct rows *rows, struct input *in)
{
	static char block[16 * LINE];
	struct table t = { .rows = rows, .in = in };
	size_t n, held = 0, used, length;
	const char *end;

	while ((n = in_read(in, block + held, sizeof block - held)) > 0) {
		held += n;
		for (used = 0;
		     (end = memchr(block + used, '\n', held - used)) != NULL;
		     used += length + 1) {
			length = (size_t)(end - (block + used));
			if (read_line(&t, block + used, length) != STATUS_OK)
				return STATUS_ERROR;
		}
		held -= used;
		if (held > LINE) {
			t.line++;
			return complain(&t, "the line is too long");
		}
		memmove(block, block + used, held);
	}
	if (in->error || in->unusual)
		return STATUS_ERROR;
	return check_end(&t, held);
}
