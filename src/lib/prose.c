/* SPDX-License-Identifier: ISC */
/*
 * Sentences of a bounce, and where they end: nothing but looks tells.
 */
#include <string.h>

#include "bytes.h"
#include "line.h"
#include "piece.h"
#include "prose.h"

#define begins smtpcode_x_begins

enum { FOLDS = 16 }; /* lines that one reply of a mail may take */

int
smtpcode_x_may_fold(const struct gather *g, const struct smtpcode_reply *r,
    const char *s, size_t n, enum smtpcode_x_where where)
{
	size_t quote = smtpcode_x_quote_length(s, n);

	if (where != IN_LOG || (n > quote && s[quote] == '<') ||
	    smtpcode_x_paragraph_holds(&g->paragraph, s, n))
		return 1;
	/* Pasted and broken by a mail program: at the start, and long. */
	return n >= GATHER_LONG && is_digit(s[0]) && r->code != 0 &&
	    smtpcode_x_until(s, n, " -") == 3;
}

/* Does a line without an indent begin something of its own? */
static int
stands_alone(const struct gather *g, const char *s, size_t n,
    enum smtpcode_x_where where)
{
	size_t colon;

	if (g->last_length < 40 ||
	    (where == IN_LOG && (s[0] < 'a' || s[0] > 'z')))
		return 1;
	/* A field: "Final-Recipient: ..." */
	colon = smtpcode_x_until(s, n, ": ");
	return colon < n && s[colon] == ':' && colon > 2;
}

int
smtpcode_x_continues_prose(const struct gather *g, const char *s, size_t n,
    enum smtpcode_x_where where)
{
	struct smtpcode_reply r;
	size_t quote = smtpcode_x_quote_length(s, n);
	int indented = n > quote && is_blank(s[quote]);
	int held = smtpcode_x_paragraph_holds(&g->paragraph, s, n);

	if (n == 0 || g->folds >= FOLDS)
		return 0;
	if (where == IN_LOG && !indented && !held &&
	    g->last_length < GATHER_LONG)
		return 0;
	while (n > 0 && (is_blank(*s) || *s == '>')) {
		s++;
		n--;
	}
	if (n == 0 || memchr("-=*<+_#", s[0], 7) != NULL ||
	    begins(s, n, "Giving up") || begins(s, n, "I'm not going") ||
	    begins(s, n, "Reporting-MTA") || begins(s, n, "The following"))
		return n > 0 && s[0] == '<' && indented;
	if (!indented && !held && stands_alone(g, s, n, where))
		return 0;
	return smtpcode_x_read_line(s, n, 1, &r) == LINE_NOTHING ||
	    (r.code == 0 && r.enhanced != 0) || r.code == g->reply.code;
}
