/* SPDX-License-Identifier: ISC */
/*
 * Delivery reports (RFC 3464): a group of fields for each recipient. Its reply
 * is merged with what the prose of the same mail said of it.
 */
#include <string.h>

#include "bytes.h"
#include "gather.h"
#include "line.h"
#include "piece.h"

#define begins smtpcode_x_begins

/* The value behind "Field:" and, if there is one, "type;". */
static struct smtpcode_span
value_of(const char *s, size_t n, int typed)
{
	struct smtpcode_span v;
	size_t at = smtpcode_x_until(s, n, ":") + 1, type;

	if (at > n)
		at = n;
	type = smtpcode_x_until(s + at, n - at, ";");
	if (typed && at + type < n)
		at += type + 1;
	v.p = s + at;
	v.n = n - at;
	smtpcode_x_trim(&v);
	return v;
}

static size_t
keep(char *to, size_t size, struct smtpcode_span v)
{
	if (v.n > 1 && v.p[0] == '<' && v.p[v.n - 1] == '>') {
		v.p++;
		v.n -= 2;
	}
	if (v.n > size)
		v.n = size;
	if (v.n > 0)
		memcpy(to, v.p, v.n);
	return v.n;
}

static void
add_diagnostic(struct gather *g, struct smtpcode_span v)
{
	size_t used = g->report.diagnostic;

	if (used > 0 && used < GATHER_TEXT)
		g->join[used++] = ' ';
	if (v.n > GATHER_TEXT - used) {
		v.n = GATHER_TEXT - used;
		g->report.cut = 1;
	}
	memcpy(g->join + used, v.p, v.n);
	g->report.diagnostic = used + v.n;
}

static void
take_status_field(struct gather *g, const char *s, size_t n)
{
	struct smtpcode_span v;
	uint32_t code;

	g->report.field = 0;
	g->report.some = 1;
	g->report.final |= begins(s, n, "Final-Recipient:");
	if (begins(s, n, "Status:")) {
		v = value_of(s, n, 0);
		(void)smtpcode_parse_codes(v.p, v.n, &code, &g->report.status);
	} else if (begins(s, n, "Diagnostic-Code:")) {
		v = value_of(s, n, 0);
		g->report.diagnostic = 0;
		add_diagnostic(g, v);
		g->report.field = 1;
	} else if (begins(s, n, "X-Supplementary-Info:") &&
	    g->report.diagnostic == 0) {
		/* IronPort's: "<192.0.2.1 #5.0.0 smtp; 550 \"Unknown\">" */
		v = value_of(s, n, 1);
		v.n -= v.n > 0 && v.p[v.n - 1] == '>';
		add_diagnostic(g, v);
	} else if (begins(s, n, "Final-Recipient:") ||
	    (begins(s, n, "Original-Recipient:") && !g->report.final))
		g->report.recipient =
		    keep(g->recipient, sizeof g->recipient, value_of(s, n, 1));
	else if (begins(s, n, "Remote-MTA:"))
		g->report.host =
		    keep(g->host, sizeof g->host, value_of(s, n, 1));
	else if (begins(s, n, "Action:")) {
		v = value_of(s, n, 0);
		g->report.class = begins(v.p, v.n, "failed") ?
		    SMTPCODE_CLASS_PERMANENT :
		    begins(v.p, v.n, "delayed") ? SMTPCODE_CLASS_TRANSIENT :
		                                  SMTPCODE_CLASS_SUCCESS;
	}
}

/* x.0.0 tells nothing that a class does not. */
static int
is_vague(uint32_t enhanced)
{
	return enhanced == 0 || (enhanced & 0xfffff) == 0;
}

static int
is_same(struct smtpcode_span a, struct smtpcode_span b)
{
	size_t i;

	for (i = 0; i < a.n && i < b.n && lower(a.p[i]) == lower(b.p[i]); i++)
		;
	return i == a.n && i == b.n;
}

/* Can a reply of the prose be the one of this recipient? */
static int
fits(const struct smtpcode_reply *held, const struct smtpcode_reply *r)
{
	if (held->code != 0 && r->code != 0 && held->code != r->code)
		return 0;
	if (!is_vague(held->enhanced) && !is_vague(r->enhanced) &&
	    held->enhanced != r->enhanced)
		return 0;
	if (r->code == 0 && held->code != 0 &&
	    (!is_vague(r->enhanced) || held->code < 300) && r->enhanced != 0 &&
	    smtpcode_class_of(held->code) != smtpcode_class_of(r->enhanced))
		return 0;
	return held->recipient.p == NULL || r->recipient.p == NULL ||
	    is_same(held->recipient, r->recipient);
}

/* Is a reply about the recipient held back? */
static int
is_held(const struct gather *g, struct smtpcode_span recipient)
{
	size_t i;

	for (i = 0; i < g->held; i++)
		if (g->hold[i].reply.recipient.p != NULL &&
		    is_same(g->hold[i].reply.recipient, recipient))
			return 1;
	return 0;
}

/* Take from the prose what the report lacks; the prose's reply is told. */
static void
merge(struct smtpcode_reply *r, const struct smtpcode_reply *held)
{
	if (r->code == 0) {
		r->code = held->code;
		if (r->text.n == 0 ||
		    (held->code != 0 && held->text.n > r->text.n))
			r->text = held->text;
	}
	if (is_vague(r->enhanced) && held->enhanced != 0)
		r->enhanced = held->enhanced;
	if (r->host.p == NULL)
		r->host = held->host;
	if (r->command.p == NULL)
		r->command = held->command;
	if (r->direction == SMTPCODE_DIRECTION_NONE)
		r->direction = held->direction;
}

static void
merge_held(struct gather *g, struct smtpcode_reply *r)
{
	size_t i;

	for (i = 0; i < g->held; i++) {
		if (!fits(&g->hold[i].reply, r))
			continue;
		merge(r, &g->hold[i].reply);
		g->held--;
		memmove(g->hold + i, g->hold + i + 1,
		    (g->held - i) * sizeof g->hold[0]);
		return;
	}
}

/* The group of a recipient is complete. */
static enum smtpcode_x_took
end_group(struct gather *g, struct smtpcode_found *f)
{
	struct smtpcode_reply *r = &f->reply;
	int some = g->report.recipient > 0 || g->report.diagnostic > 0 ||
	    g->report.status != 0;

	memset(r, 0, sizeof *r);
	f->line = g->report.line;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->reply_class = g->report.class;
	r->text.p = g->join;
	r->text.n = g->report.diagnostic;
	if (r->text.n > 0 &&
	    !smtpcode_x_read_value(g->join, g->report.diagnostic, r)) {
		r->text.p = g->join;
		r->text.n = g->report.diagnostic;
	}
	if (is_vague(r->enhanced) && g->report.status != 0 &&
	    (r->enhanced == 0 || !is_vague(g->report.status)))
		r->enhanced = g->report.status;
	if (g->report.cut)
		r->notes |= SMTPCODE_NOTE_CUT;
	if (g->report.host > 0)
		r->host = smtpcode_x_span_of(g->host, g->report.host);
	if (g->report.recipient > 0)
		r->recipient =
		    smtpcode_x_span_of(g->recipient, g->report.recipient);
	memset(&g->report, 0, sizeof g->report);
	if (!some)
		return TOOK;
	smtpcode_x_take_command(r);
	smtpcode_x_trim(&r->text);
	merge_held(g, r);
	/* a recipient, and nothing of what became of it, or nothing new */
	if (r->code == 0 && r->text.n == 0 && is_vague(r->enhanced) &&
	    ((r->enhanced == 0 && r->reply_class == SMTPCODE_CLASS_NONE) ||
	        (smtpcode_x_was_told_of(&g->once, r->recipient) &&
	            !is_held(g, r->recipient))))
		return TOOK;
	g->reported = 1;
	return GAVE;
}

enum smtpcode_x_took
smtpcode_x_offer_status(struct gather *g, const char *s, size_t n,
    uint64_t line, struct smtpcode_found *f)
{
	struct smtpcode_span v = { s, n };

	if (n == 0)
		return g->report.some ? end_group(g, f) : TOOK;
	if (is_blank(s[0])) {
		smtpcode_x_trim(&v);
		if (g->report.field != 0 && v.n > 0)
			add_diagnostic(g, v);
		return TOOK;
	}
	/* Groups without a blank line between them. */
	if (g->report.final && begins(s, n, "Final-Recipient:"))
		return end_group(g, f) == GAVE ? GAVE_FIRST : AGAIN;
	if (!g->report.some)
		g->report.line = line;
	take_status_field(g, s, n);
	return TOOK;
}
