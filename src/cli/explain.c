/* SPDX-License-Identifier: ISC */
/*
 * Every reply in a text explained: for people merged and sorted, for machines
 * one record each, as they come, and nothing remembered.
 */
#include <stddef.h>
#include <string.h>

#include "distinct.h"
#include "explain.h"
#include "in.h"
#include "out.h"
#include "record.h"
#include "reply_page.h"
#include "say.h"

enum { PASTED = 2048 }; /* bytes of a short text */

static struct smtpcode_scan scan;
static struct distinct_table table;
static char block[65536];
static char pasted[PASTED];

struct stream {
	const struct opt *o;
	uint64_t replies;
	int asked;     /* it is short, and not the words of a search */
	size_t pasted; /* bytes of it */
};

static void
take(struct stream *s, const struct smtpcode_found *f)
{
	struct answer a;

	s->replies++;
	reply_judge(&a, f, s->o->redact);
	if (s->o->format == FORMAT_PAGE)
		distinct_add(&table, &a);
	else
		record_reply(s->o, &a);
}

/* Keep the text, while no reply has been found in it. */
static void
keep_pasted(struct stream *s, const char *p, size_t n)
{
	if (n > PASTED - s->pasted)
		s->asked = 0;
	if (!s->asked || s->replies > 0)
		return;
	memcpy(pasted + s->pasted, p, n);
	s->pasted += n;
}

/* Does the line begin a log, a mail or JSON? */
static int
begins_other(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] > ' ' && s[i] != ':')
		i++;
	return n == 0 || s[0] == '{' || s[0] == '[' ||
	    (i < n && s[i] == ':') || /* a header */
	    (n > 4 && memcmp(s, "From ", 5) == 0) ||
	    smtpcode_read_stamp(s, n) > 0;
}

static int
holds(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word), i;

	for (i = 0; i + length <= n && memcmp(s + i, word, length) != 0; i++)
		;
	return i + length <= n;
}

/* Does it say that a message did not arrive? */
static int
is_bounce(const char *s, size_t n)
{
	static const char words[][32] = { "be delivered", "n't delivered",
		"delivery problems", "did not reach", "ould not be reached",
		"you tried to contact", "MAILER-DAEMON", "mail system",
		"\xe9\x80\x81\xe4\xbf\xa1\xe3\x81\xa7\xe3\x81\x8d", /* ja */
		"\xe9\x80\x80\xe4\xbf\xa1" /* zh */ };
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (holds(s, n, words[i]))
			return 1;
	return 0;
}

/*
 * Is what was pasted a bounce, or but a sentence or two? In what else is
 * longer, words that could tell a cause mostly tell of something else. typed:
 * nobody would type a log.
 */
static int
is_message(const char *s, size_t n, int typed)
{
	enum { LINES = 3 };
	int bounce = is_bounce(s, n);
	size_t at, length, lines = 0;

	for (at = 0; at < n; at += length + 1) {
		for (length = 0; at + length < n && s[at + length] != '\n';)
			length++;
		if (length < 2) /* blank, but for a carriage return */
			continue;
		if (lines++ == 0 || !bounce) {
			if (!typed && begins_other(s + at, length))
				return 0;
		} else if (smtpcode_read_stamp(s + at, length) > 0)
			return 0;
	}
	return bounce || (lines > 0 && lines <= LINES);
}

/* Is the cause mostly told by a 4yz? */
static int
mostly_waits(const struct smtpcode_cause *c)
{
	uint32_t code;
	size_t i, waits = 0, refused = 0;

	for (i = 0; (code = smtpcode_cause_code(c, i)) != 0; i++) {
		waits += smtpcode_class_of(code) == SMTPCODE_CLASS_TRANSIENT;
		refused += smtpcode_class_of(code) == SMTPCODE_CLASS_PERMANENT;
	}
	return smtpcode_cause_retry(c) == SMTPCODE_RETRY_YES || waits > refused;
}

/* "Unrouteable address": without a code words may still tell the cause. */
static void
take_pasted(struct stream *s)
{
	struct smtpcode_found f;
	struct smtpcode_verdict v;
	size_t i;

	for (i = 0; i < s->pasted; i++)
		if (pasted[i] == '\n' || pasted[i] == '\r')
			pasted[i] = ' ';
	while (s->pasted > 0 && pasted[s->pasted - 1] == ' ')
		s->pasted--;
	memset(&f, 0, sizeof f);
	f.line = 1;
	f.reply.text.p = pasted;
	f.reply.text.n = s->pasted;
	f.reply.reply_class = SMTPCODE_CLASS_PERMANENT;
	smtpcode_judge_reply(&f.reply, &v);
	if (v.certainty != SMTPCODE_CERTAINTY_SURE)
		return;
	if (mostly_waits(v.cause))
		f.reply.reply_class = SMTPCODE_CLASS_TRANSIENT;
	take(s, &f);
}

/* Read all of the input. Machines get what has been read before more is. */
static void
read_replies(struct stream *s, struct input *in)
{
	struct smtpcode_found f;
	const char *p;
	size_t n;
	int typed = in->fd == -1 || in_is_terminal();

	s->asked = in->fd != -1 || in->count == 1;
	smtpcode_scan_start(&scan, typed ? SMTPCODE_SCAN_PASTED : 0);
	while ((n = in_read(in, block, sizeof block)) > 0) {
		keep_pasted(s, block, n);
		p = block;
		while (smtpcode_scan_next(&scan, &p, &n, &f))
			take(s, &f);
		if (s->o->format != FORMAT_PAGE && out_flush() != 0)
			return;
	}
	while (smtpcode_scan_end(&scan, &f))
		take(s, &f);
	if (s->asked && s->replies == 0 && is_message(pasted, s->pasted, typed))
		take_pasted(s);
}

/* A single reply is told as if it had been quoted, and where it stands in what
 * is more than the reply. */
static void
show_all(struct page *p, const struct input *in)
{
	struct buf rest;
	const struct value value = { "count", rest.s };
	const struct distinct *row;
	size_t i;

	row = distinct_row(&table, 0);
	if (table.n == 1 && table.rest == 0 && row->count == 1) {
		reply_page(p, &row->answer,
		    in->fd != -1 && smtpcode_scan_lines(&scan) > 1 ? row :
		                                                     NULL);
		return;
	}
	for (i = 0; row != NULL; row = distinct_row(&table, ++i)) {
		if (i > 0)
			page_gap(p);
		reply_page_row(p, row);
	}
	if (table.rest > 0) {
		buf_clear(&rest);
		buf_number(&rest, table.rest);
		page_gap(p);
		page_begin(p, 0);
		page_fill(p, LABEL_REST, &value, 1);
		page_end(p);
	}
}

/* Say that there was none, and what may help. */
static int
found_none(const struct input *in)
{
	struct buf lines, text;
	int i;

	if (in->fd == -1 && in->count == 1 &&
	    memchr(in->words[0], '\n', strlen(in->words[0])) != NULL) {
		say("no SMTP reply in the quoted text");
		return STATUS_NO;
	}
	if (in->fd == -1) {
		buf_clear(&text);
		for (i = 0; i < in->count; i++) {
			buf_text(&text, i > 0 ? " " : "");
			buf_text(&text, in->words[i]);
		}
		say("no SMTP reply in \"%s\"; smtpcode -s %s searches the "
		    "texts",
		    text.s, text.s);
		return STATUS_NO;
	}
	if (!in->begun) {
		say("%s is empty", in->name);
		return STATUS_NO;
	}
	buf_clear(&lines);
	buf_number(&lines, smtpcode_scan_lines(&scan));
	say("no SMTP reply in %s (%t %t read)", in->name, lines.s,
	    smtpcode_scan_lines(&scan) == 1 ? "line" : "lines");
	return STATUS_NO;
}

int
explain(const struct opt *o, struct page *p, struct input *in)
{
	struct stream s = { o, 0, 0, 0 };

	if (in_is_output(in))
		return STATUS_ERROR;
	table.n = 0;
	table.failures = table.successes = table.rest = 0;
	read_replies(&s, in);
	if (in->error || in->unusual)
		return STATUS_ERROR;
	if (s.replies == 0)
		return found_none(in);
	if (o->format == FORMAT_PAGE)
		show_all(p, in);
	return STATUS_OK;
}

int
explain_codes(
    const struct opt *o, struct page *p, uint32_t code, uint32_t enhanced)
{
	struct smtpcode_found f;
	struct answer a;
	struct subject subject;

	memset(&f, 0, sizeof f);
	f.reply.code = code;
	f.reply.enhanced = enhanced;
	f.reply.text.p = "";
	f.reply.notes = smtpcode_code_notes(code, enhanced);
	reply_judge(&a, &f, o->redact);
	if (o->format == FORMAT_PAGE)
		reply_page(p, &a, NULL);
	else
		record_reply(o, &a);
	subject_find_pair(&subject, code, enhanced);
	return subject.known ? STATUS_OK : STATUS_NO;
}
