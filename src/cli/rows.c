/* SPDX-License-Identifier: ISC */
/*
 * Counting in fixed memory. Rows are found by a hash of their key, with open
 * addressing; they never move before the end.
 */
#include <string.h>

#include "rows.h"

enum { INDEX = ROWS * 2 }; /* a power of two */

static size_t
hash_of(const struct row *r)
{
	uint64_t h = r->code;

	h = h * 31 + r->enhanced;
	h = h * 8 + r->direction;
	h = h * 8 + r->class;
	h = h * 8 + r->retry;
	h = h * 8 + r->actor;
	h ^= (uint64_t)(uintptr_t)r->cause * 3 +
	    (uint64_t)(uintptr_t)r->provider * 5;
	h *= UINT64_C(0x9e3779b97f4a7c15);
	return (size_t)(h >> 40) % INDEX;
}

static int
is_same(const struct row *a, const struct row *b)
{
	return a->code == b->code && a->enhanced == b->enhanced &&
	    a->cause == b->cause && a->provider == b->provider &&
	    a->direction == b->direction && a->class == b->class &&
	    a->retry == b->retry && a->actor == b->actor;
}

/* Where the row stands in the index, or would. */
static size_t
place_of(const struct rows *t, const struct row *row)
{
	size_t i = hash_of(row);

	while (t->index[i] != 0 && !is_same(&t->row[t->index[i] - 1], row))
		i = (i + 1) % INDEX;
	return i;
}

void
rows_clear(struct rows *t)
{
	t->n = 0;
	t->lines = t->all = 0;
	memset(t->index, 0, sizeof t->index);
}

uint32_t
rows_enhanced(uint32_t enhanced)
{
	uint32_t of_subject;

	if (enhanced == 0 || smtpcode_find_entry(enhanced) != NULL ||
	    smtpcode_next_use(enhanced, NULL) != NULL)
		return enhanced;
	of_subject = enhanced | SMTPCODE_ANY;
	return smtpcode_find_entry(of_subject) != NULL ?
	    of_subject :
	    SMTPCODE_ENHANCED(
	        (unsigned)smtpcode_class_of(enhanced), 0, SMTPCODE_ANY);
}

/* Is the example of a row larger than another one? */
static int
is_larger(const struct row *row, const struct row *other)
{
	size_t n = row->example_length < other->example_length ?
	    row->example_length :
	    other->example_length;
	int order = memcmp(row->example, other->example, n);

	return order != 0 ? order > 0 :
	                    row->example_length > other->example_length;
}

long
rows_add(struct rows *t, const struct row *row)
{
	struct row *to, folded;
	size_t place = place_of(t, row);

	if (t->all > UINT64_MAX - row->count)
		return -1;
	if (t->index[place] == 0 && t->n >= ROWS - ROWS_FOLDED) {
		folded = *row;
		folded.code = folded.enhanced = 0;
		folded.provider = NULL;
		folded.retry = 0;
		folded.actor = (unsigned char)smtpcode_cause_actor(row->cause);
		place = place_of(t, &folded);
		row = &folded;
	}
	if (t->index[place] == 0 && t->n == ROWS)
		return -1;
	t->all += row->count;
	if (t->index[place] == 0) {
		t->row[t->n] = *row;
		t->index[place] = (uint16_t)++t->n;
		return (long)t->n - 1;
	}
	to = &t->row[t->index[place] - 1];
	to->count += row->count;
	if (is_larger(to, row)) {
		memcpy(to->example, row->example, row->example_length);
		to->example_length = row->example_length;
	}
	return to - t->row;
}

void
rows_count(struct rows *t, long number)
{
	t->row[number].count++;
	t->all++;
}

/* Is a before b? Out, in, none; then by codes, and as the tables are. */
static int
is_before(const struct row *a, const struct row *b)
{
	if (a->count != b->count)
		return a->count > b->count;
	if (a->direction != b->direction)
		return (a->direction + 2) % 3 < (b->direction + 2) % 3;
	if (a->code != b->code)
		return a->code < b->code;
	if (a->enhanced != b->enhanced)
		return a->enhanced < b->enhanced;
	if (a->cause != b->cause)
		return a->cause < b->cause;
	if (a->class != b->class)
		return a->class < b->class;
	if (a->retry != b->retry)
		return a->retry < b->retry;
	if (a->actor != b->actor)
		return a->actor < b->actor;
	return a->provider != NULL &&
	    (b->provider == NULL || a->provider < b->provider);
}

/* Heapsort: rows are large, and hostile input must not make it slow. */
static void
sift(struct row *row, size_t i, size_t n)
{
	struct row top = row[i];
	size_t child;

	while ((child = 2 * i + 1) < n) {
		if (child + 1 < n && is_before(&row[child], &row[child + 1]))
			child++;
		if (!is_before(&top, &row[child]))
			break;
		row[i] = row[child];
		i = child;
	}
	row[i] = top;
}

void
rows_sort(struct rows *t)
{
	struct row last;
	size_t i;

	for (i = t->n / 2; i-- > 0;)
		sift(t->row, i, t->n);
	for (i = t->n; i-- > 1;) {
		last = t->row[i];
		t->row[i] = t->row[0];
		t->row[0] = last;
		sift(t->row, 0, i);
	}
}

uint64_t
rows_of(const struct rows *t, int direction, int class)
{
	uint64_t sum = 0;
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->row[i].direction == direction &&
		    t->row[i].class == class)
			sum += t->row[i].count;
	return sum;
}
