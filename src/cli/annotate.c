/* SPDX-License-Identifier: ISC */
/*
 * A text copied through byte for byte, with a line behind each failed reply:
 * "  => " and what it means. Whatever has been read is written before more is.
 */
#include <string.h>

#include "annotate.h"
#include "in.h"
#include "label.h"
#include "out.h"
#include "reply.h"
#include "safe.h"

static struct smtpcode_scan scan;
static char block[65536];

struct copy {
	const struct opt *o;
	int safe;    /* control characters are shown as escapes */
	int cr;      /* the last byte was a CR: what it is the next one tells */
	char end[2]; /* the line end seen last */
	size_t ends;
	int in_line; /* the last byte written did not end a line */
};

/* Show a CR that next does not make the end of a line. */
static void
show_cr(struct copy *c, char next)
{
	char shown[SAFE_SIZE];
	size_t length;

	if (c->cr && next != '\n') {
		(void)safe_next("\r", 1, shown, &length);
		out_bytes(shown, length);
	}
	c->cr = 0;
}

/* Copy bytes to a terminal, where a CR would hide what stands before it. */
static void
copy_safely(struct copy *c, const char *s, size_t n)
{
	char shown[SAFE_SIZE];
	size_t used, length;

	for (; n > 0; s += used, n -= used) {
		show_cr(c, *s);
		used = 1;
		if (*s == '\r')
			c->cr = 1;
		else if (*s == '\n' || *s == '\t')
			out_char(*s);
		else {
			used = safe_next(s, n, shown, &length);
			out_bytes(shown, length);
		}
	}
}

/* Copy bytes through. */
static void
copy_bytes(struct copy *c, const char *s, size_t n)
{
	if (n == 0)
		return;
	if (c->safe) {
		c->in_line = s[n - 1] != '\n';
		copy_safely(c, s, n);
		return;
	}
	c->in_line = s[n - 1] != '\n' && s[n - 1] != '\r';
	if (s[n - 1] == '\n') {
		c->ends = 0;
		if (n > 1 && s[n - 2] == '\r')
			c->end[c->ends++] = '\r';
		c->end[c->ends++] = '\n';
	} else if (s[n - 1] == '\r') {
		c->end[0] = '\r';
		c->ends = 1;
	}
	out_bytes(s, n);
}

/* A part of the mark: a template with the word of a value, in English as an
 * identifier. Nothing if there is no word. */
static void
put_part(const struct copy *c, enum label l, const char *name,
    enum smtpcode_field field, unsigned number)
{
	struct value value;
	struct buf b;

	value.name = name;
	value.text = smtpcode_word(
	    field, number, c->o->lang == 0 ? SMTPCODE_ID : c->o->lang);
	if (value.text == NULL)
		return;
	buf_clear(&b);
	buf_fill(&b, label(l, c->o->lang), &value, 1);
	out_text(b.s);
}

static void
put_address(const struct copy *c, const struct answer *a)
{
	struct smtpcode_span to = a->reply.recipient;
	struct buf b;

	if (a->verdict.address == SMTPCODE_ADDRESS_KEEP)
		return;
	put_part(c, LABEL_MARK_ADDRESS, "address", SMTPCODE_ADDRESS,
	    (unsigned)a->verdict.address);
	if (to.p != NULL && to.n > 0) {
		buf_clear(&b);
		safe_add(&b, to.p, to.n);
		out_char(' ');
		out_text(b.s);
	}
}

/* The block list or the details: " (spf, dkim)". */
static void
put_details(const struct answer *a)
{
	const char *const *detail = a->verdict.detail;
	size_t i;

	if (a->named.list == NULL && detail[0] == NULL)
		return;
	out_text(" (");
	if (a->named.list != NULL)
		out_text(a->named.list);
	else
		for (i = 0; detail[i] != NULL; i++) {
			out_text(i > 0 ? ", " : "");
			out_text(detail[i]);
		}
	out_char(')');
}

/* The mark of a reply, on a line of its own that ends as the line before. */
static void
put_mark(struct copy *c, const struct answer *a)
{
	const struct smtpcode_verdict *v = &a->verdict;
	struct buf seconds, after;
	const struct value value = { "seconds", seconds.s };

	show_cr(c, '\0');
	if (c->in_line)
		out_bytes(c->end, c->ends);
	out_isolate(smtpcode_lang_is_rtl(c->o->lang));
	if (c->o->color)
		out_text("\033[33m");
	out_text("  => ");
	if (c->o->color)
		out_text("\033[0m");
	if (a->reply.direction == SMTPCODE_DIRECTION_IN)
		out_text(label(LABEL_MARK_IN, c->o->lang));
	out_text(smtpcode_cause_id(v->cause));
	put_details(a);
	put_part(
	    c, LABEL_MARK_RETRY, "retry", SMTPCODE_RETRY, (unsigned)v->retry);
	if (a->named.retry_after > 0) {
		buf_clear(&seconds);
		buf_number(&seconds, a->named.retry_after);
		buf_clear(&after);
		buf_fill(
		    &after, label(LABEL_MARK_AFTER, c->o->lang), &value, 1);
		out_text(after.s);
	}
	put_part(
	    c, LABEL_MARK_ACTOR, "actor", SMTPCODE_ACTOR, (unsigned)v->actor);
	put_address(c, a);
	put_part(c, LABEL_MARK_CERTAINTY, "certainty", SMTPCODE_CERTAINTY,
	    (unsigned)v->certainty);
	out_isolate(0);
	out_bytes(c->end, c->ends);
	c->in_line = 0;
}

static void
take(struct copy *c, const struct smtpcode_found *f)
{
	struct answer a;

	reply_judge(&a, f, 0);
	if (a.verdict.reply_class > SMTPCODE_CLASS_INTERMEDIATE)
		put_mark(c, &a);
}

/*
 * Feed a block and copy it. While a reply is open, the line that the block cuts
 * off is kept for the next: its mark may have to go in front of that line. For
 * a terminal it is always kept: a character cut in two would be no character.
 * Returns the bytes that were used.
 */
static size_t
copy_block(struct copy *c, size_t n, int full)
{
	struct smtpcode_found f;
	const char *p = block, *from = block;
	size_t left = n, whole;

	for (whole = n;
	     whole > 0 && block[whole - 1] != '\n' && block[whole - 1] != '\r';
	     whole--)
		;
	left = whole;
	while (smtpcode_scan_next(&scan, &p, &left, &f)) {
		copy_bytes(c, from, (size_t)(p - from));
		from = p;
		take(c, &f);
	}
	copy_bytes(c, from, (size_t)(p - from));
	if (whole == n || ((smtpcode_scan_is_open(&scan) || c->safe) && !full))
		return whole;
	from = p = block + whole;
	left = n - whole;
	while (smtpcode_scan_next(&scan, &p, &left, &f))
		take(c, &f);
	copy_bytes(c, from, n - whole);
	return n;
}

static int
annotate_input(const struct opt *o, struct input *in)
{
	struct copy c = { o, o->terminal, 0, "\n", 1, 0 };
	struct smtpcode_found f;
	size_t n, held = 0, used;

	if (in_is_output(in))
		return STATUS_ERROR;
	smtpcode_scan_start(&scan, SMTPCODE_SCAN_AT_ONCE);
	while ((n = in_read(in, block + held, sizeof block - held)) > 0) {
		held += n;
		/* No mark may come between a CR and its LF. */
		used = copy_block(
		    &c, held - (block[held - 1] == '\r'), held == sizeof block);
		memmove(block, block + used, held - used);
		held -= used;
		if (out_flush() != 0)
			return STATUS_ERROR;
	}
	(void)copy_block(&c, held, 1);
	while (smtpcode_scan_end(&scan, &f))
		take(&c, &f);
	show_cr(&c, '\0');
	return in->error || in->unusual ? STATUS_ERROR : STATUS_OK;
}

int
annotate(const struct opt *o)
{
	struct input in;
	int i, status = STATUS_OK;

	if (o->count == 0) {
		in_standard(&in);
		return annotate_input(o, &in);
	}
	for (i = 0; i < o->count; i++) {
		if (in_open(&in, o->operands[i]) == -1) {
			status = STATUS_ERROR;
			continue;
		}
		if (annotate_input(o, &in) != STATUS_OK)
			status = STATUS_ERROR;
		in_close(&in);
	}
	return status;
}
