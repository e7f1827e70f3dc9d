/* SPDX-License-Identifier: ISC */
/*
 * The different replies of an input. Two are equal if their codes, their causes
 * and their masked texts are. The table has a fixed size; rows are found by
 * binary search, so no input can make it slow.
 */
#include <string.h>

#include "distinct.h"

static int
compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

/* The order of rows by what makes them equal. */
static int
compare_keys(const struct distinct *row, const struct answer *a,
    const char *mask, size_t n)
{
	int order;
	size_t least = row->mask_length < n ? row->mask_length : n;

	order = compare_numbers(row->answer.reply.code, a->reply.code);
	if (order == 0)
		order = compare_numbers(
		    row->answer.reply.enhanced, a->reply.enhanced);
	if (order == 0) /* "user unknown" is about the sender after MAIL */
		order = (row->answer.verdict.cause > a->verdict.cause) -
		    (row->answer.verdict.cause < a->verdict.cause);
	if (order == 0)
		order = memcmp(row->mask, mask, least);
	if (order == 0)
		order = (row->mask_length > n) - (row->mask_length < n);
	return order;
}

static struct smtpcode_span
keep(char *to, size_t size, struct smtpcode_span from)
{
	struct smtpcode_span span = { to, 0 };

	if (from.p == NULL)
		return from;
	span.n = buf_cut(from.p, from.n, size);
	memcpy(to, from.p, span.n);
	return span;
}

static void
add_name(struct distinct *row, struct smtpcode_span name)
{
	size_t i;

	if (name.p == NULL || name.n == 0 || name.n > SMTPCODE_MAILBOX_MAX ||
	    row->names == DISTINCT_NAMES)
		return;
	for (i = 0; i < row->names; i++)
		if (row->name_length[i] == name.n &&
		    memcmp(row->name[i], name.p, name.n) == 0)
			return;
	memcpy(row->name[row->names], name.p, name.n);
	row->name_length[row->names++] = name.n;
}

/* Keep a new row; what its answer points at is copied, and judged there. */
static void
fill(struct distinct *row, const struct answer *a, const char *mask, size_t n)
{
	row->count = 1;
	row->names = 0;
	row->mask_length = n;
	memcpy(row->mask, mask, n);
	row->answer = *a;
	row->answer.reply.text =
	    keep(row->text, sizeof row->text, a->reply.text);
	row->answer.reply.host =
	    keep(row->host, sizeof row->host, a->reply.host);
	add_name(row, a->reply.recipient);
	row->answer.reply.recipient.p = row->names > 0 ? row->name[0] : NULL;
	row->answer.reply.recipient.n =
	    row->names > 0 ? row->name_length[0] : 0;
	row->answer.reply.command =
	    keep(row->command, sizeof row->command, a->reply.command);
	if (row->answer.reply.text.n < a->reply.text.n)
		row->answer.reply.notes |= SMTPCODE_NOTE_CUT;
	reply_judge_again(&row->answer);
}

void
distinct_add(struct distinct_table *t, const struct answer *a)
{
	char mask[DISTINCT_MASK];
	size_t low = 0, high = t->n, middle, n;
	int order;

	if (a->verdict.reply_class <= SMTPCODE_CLASS_INTERMEDIATE) {
		t->successes++;
		if (t->failures > 0)
			return;
	} else if (t->failures++ == 0) {
		/* the successes are of no interest now */
		t->n = high = 0;
		t->rest = 0;
	}
	n = smtpcode_mask_text(
	    a->reply.text.p, a->reply.text.n, mask, sizeof mask);
	n = n < sizeof mask ? n : sizeof mask - 1;
	while (low < high) {
		middle = low + (high - low) / 2;
		order = compare_keys(&t->row[t->order[middle]], a, mask, n);
		if (order == 0) {
			t->row[t->order[middle]].count++;
			add_name(&t->row[t->order[middle]], a->reply.recipient);
			return;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (t->n == DISTINCT_REPLIES) {
		t->rest++;
		return;
	}
	memmove(t->order + low + 1, t->order + low, t->n - low);
	t->order[low] = (unsigned char)t->n;
	fill(&t->row[t->n++], a, mask, n);
}

/* Does a come before b for people? */
static int
is_before(const struct distinct *a, const struct distinct *b)
{
	if (a->answer.verdict.reply_class != b->answer.verdict.reply_class)
		return a->answer.verdict.reply_class >
		    b->answer.verdict.reply_class;
	if (a->count != b->count)
		return a->count > b->count;
	return a->answer.line < b->answer.line;
}

const struct distinct *
distinct_row(struct distinct_table *t, size_t i)
{
	size_t k, m;
	unsigned char row;

	if (i >= t->n)
		return NULL;
	for (k = 1; i == 0 && k < t->n; k++) {
		row = t->order[k];
		for (m = k;
		     m > 0 && is_before(&t->row[row], &t->row[t->order[m - 1]]);
		     m--)
			t->order[m] = t->order[m - 1];
		t->order[m] = row;
	}
	return &t->row[t->order[i]];
}
