/* SPDX-License-Identifier: ISC */
/*
 * Replies that stand on several lines, or in several places of a bounce:
 * joined, and told once. What is kept is copied, since lines do not last.
 */
#include <string.h>

#include "bytes.h"
#include "cause.h"
#include "gather.h"
#include "line.h"
#include "log.h"
#include "piece.h"
#include "prose.h"

#define begins smtpcode_x_begins
#define seek smtpcode_x_seek

enum { DIALOGUE = 16 }; /* lines from a command to its reply, in a log */

void
smtpcode_x_forget_dialogue(struct gather *g)
{
	g->said_line = 0;
	g->command.p = NULL;
	g->command.n = 0;
	g->to_length = 0;
}

void
smtpcode_x_gather_start(struct gather *g)
{
	memset(&g->report, 0, sizeof g->report);
	g->open = OPEN_NONE;
	smtpcode_x_forget_dialogue(g);
	g->held = g->held_used = 0;
	g->reported = 0;
	g->once.n = 0;
	smtpcode_x_paragraph_start(&g->paragraph);
}

/* Copy a span into a buffer of g, as much of it as fits. */
static struct smtpcode_span
copy(char *to, size_t size, struct smtpcode_span from)
{
	struct smtpcode_span span = { NULL, 0 };

	if (from.p == NULL)
		return span;
	span.p = to;
	span.n = from.n < size ? from.n : size;
	memcpy(to, from.p, span.n);
	return span;
}

/* --------------------------------------------------------- telling it once */

/* The bytes to be kept of a reply. */
static size_t
size_of(const struct smtpcode_reply *r)
{
	return r->text.n + r->host.n + r->recipient.n;
}

static int
has_room(const struct gather *g, const struct smtpcode_reply *r)
{
	return g->held < GATHER_HELD &&
	    size_of(r) <= GATHER_HELD_TEXT - g->held_used;
}

/* Keep a reply until the delivery report of its mail has been read. */
static void
hold_back(struct gather *g, const struct smtpcode_found *f)
{
	size_t need = size_of(&f->reply);
	struct held *h;
	char *p;

	h = &g->hold[g->held++];
	h->reply = f->reply;
	h->line = f->line;
	p = g->held_text + g->held_used;
	h->reply.text = copy(p, need, f->reply.text);
	p += h->reply.text.n;
	h->reply.host = copy(p, need, f->reply.host);
	p += h->reply.host.n;
	h->reply.recipient = copy(p, need, f->reply.recipient);
	g->held_used += need;
}

/* Tell a reply now, or see that it is told later or was told before. */
static int
deliver(struct gather *g, enum smtpcode_x_where where, struct smtpcode_found *f)
{
	int room = has_room(g, &f->reply);

	if (where == IN_LOG)
		return 1;
	/* The report will tell of it, if in fewer words. */
	if (where == IN_REPORT && !room && f->reply.code == 0)
		return 0;
	if (smtpcode_x_was_told(&g->once, &f->reply))
		return 0;
	if (where == IN_MAIL || !room)
		return 1;
	hold_back(g, f);
	return 0;
}

/* ----------------------------------------------------------- open replies */

static void
append(struct gather *g, const char *s, size_t n)
{
	if (g->used > 0 && n > 0 && g->used < GATHER_TEXT)
		g->join[g->used++] = ' ';
	if (n > GATHER_TEXT - g->used) {
		n = GATHER_TEXT - g->used;
		g->reply.notes |= SMTPCODE_NOTE_CUT;
	}
	memcpy(g->join + g->used, s, n);
	g->used += n;
}

static void
open_reply(struct gather *g, const struct smtpcode_reply *r, uint64_t line,
    enum smtpcode_x_told told, size_t length)
{
	g->open = told == LINE_MORE ? OPEN_MORE : OPEN_FOLD;
	g->reply = *r;
	g->line = line;
	g->used = 0;
	g->folds = 1;
	g->last_length = length;
	append(g, r->text.p, r->text.n);
	g->reply.host = copy(g->host, sizeof g->host, r->host);
	g->reply.recipient =
	    copy(g->recipient, sizeof g->recipient, r->recipient);
}

/* What a transcript or a bounce said before belongs to the reply too. */
static void
add_context(struct gather *g, struct smtpcode_reply *r)
{
	if (r->command.p == NULL)
		r->command = g->command;
	if (r->recipient.p == NULL && g->to_length > 0 &&
	    (g->labelled || r->command.p == NULL || r->command.n == 4)) {
		r->recipient.p = g->to;
		r->recipient.n = g->to_length;
	}
}

static int
close_reply(
    struct gather *g, enum smtpcode_x_where where, struct smtpcode_found *f)
{
	struct smtpcode_reply inner = { 0 };

	g->open = OPEN_NONE;
	g->reply.text.p = g->join;
	g->reply.text.n = g->used;
	smtpcode_x_take_command(&g->reply);
	smtpcode_x_trim(&g->reply.text);
	if (g->reply.enhanced == 0 &&
	    smtpcode_x_read_value(g->reply.text.p, g->reply.text.n, &inner) &&
	    inner.enhanced != 0 &&
	    (inner.code == 0 || inner.code == g->reply.code))
		g->reply.enhanced = inner.enhanced;
	smtpcode_x_take_named(&g->reply);
	if (where != IN_LOG || g->at_start ||
	    smtpcode_x_paragraph_is_open(&g->paragraph))
		add_context(g, &g->reply);
	f->reply = g->reply;
	f->line = g->line;
	return deliver(g, where, f);
}

/* "550-5.7.26 ..." goes on with "550-..." and ends with "550 ...". */
static int
continues_code(const struct gather *g, const char *s, size_t n,
    enum smtpcode_x_where where, struct smtpcode_reply *r)
{
	enum smtpcode_x_told told;

	/* A mail's sentences are folded: no code begins a new line of them. */
	if (where != IN_LOG && !g->at_start && n > 0 && is_blank(s[0]))
		return 0;
	told = smtpcode_x_read_line(s, n, 0, r);
	return (told == LINE_MORE || told == LINE_FOLDED ||
	           told == LINE_REPLY) &&
	    smtpcode_x_begins_with_code(s, n) && r->code == g->reply.code &&
	    r->code != 0;
}

/* Offer a line to the reply that is open: 1 if it belongs to it. */
static int
extend(struct gather *g, const char *s, size_t n, enum smtpcode_x_where where)
{
	struct smtpcode_reply r;

	if (smtpcode_x_paragraph_begins(&g->paragraph, s, n))
		return 0;
	if (g->open == OPEN_MORE && continues_code(g, s, n, where, &r)) {
		append(g, r.text.p, r.text.n);
		if (g->reply.enhanced == 0)
			g->reply.enhanced = r.enhanced;
		if (smtpcode_x_read_line(s, n, 0, &r) != LINE_MORE)
			g->open = where == IN_LOG ? OPEN_NONE : OPEN_FOLD;
		g->last_length = n;
		return 1;
	}
	/* "said: 550-no such user" may be folded as any other sentence. */
	if ((g->open == OPEN_MORE && (g->at_start || where == IN_LOG)) ||
	    !smtpcode_x_continues_prose(g, s, n, where))
		return 0;
	g->folds++;
	g->last_length = n;
	while (n > 0 && (is_blank(*s) || *s == '>')) {
		s++;
		n--;
	}
	append(g, s, n);
	return 1;
}

/* ------------------------------------------------------------------- lines */

/* Remember whom a line is about. */
static void
take_recipient(struct gather *g, const char *s, size_t n, uint64_t line)
{
	size_t at, length;

	if (memchr(s, '<', n) == NULL)
		return;
	at = seek(s, n, "rcpt to:");
	if (at != smtpcode_x_none) {
		at += 8;
		at += blanks_at(s + at, n - at) + 1;
		if (at >= n || s[at - 1] != '<')
			return;
	} else if (n > 3 && s[0] == '<')
		at = 1;
	else
		return;
	length = smtpcode_x_until(s + at, n - at, ">");
	if (at + length >= n || length > sizeof g->to ||
	    memchr(s + at, '@', length) == NULL ||
	    smtpcode_x_until(s + at, length, "< ") < length)
		return;
	memcpy(g->to, s + at, length);
	g->to_length = length;
	g->labelled = at == 1 && n - length > 2 && s[length + 2] == ':';
	g->said_line = line;
}

/* Has a paragraph ended, and told something? */
static int
end_paragraph(struct gather *g, const char *s, size_t n,
    enum smtpcode_x_where where, struct smtpcode_found *f)
{
	if (!smtpcode_x_paragraph_ends(&g->paragraph, s, n, &f->reply))
		return 0;
	/* Anybody may write such sentences. */
	if (where != IN_REPORT && g->paragraph.shape != PARAGRAPH_INDENTED &&
	    !smtpcode_x_words_tell(&f->reply))
		return 0;
	f->line = g->paragraph.line;
	return deliver(g, where, f);
}

/* Take a line into a paragraph; whom it is about, replies behind it are too. */
static void
take_paragraph(struct gather *g, const char *s, size_t n, uint64_t line,
    enum smtpcode_x_told told)
{
	struct paragraph *p = &g->paragraph;

	if (!smtpcode_x_paragraph_take(p, s, n, line, told))
		return;
	g->to_length =
	    copy(g->to, sizeof g->to, smtpcode_x_span_of(p->to, p->to_length))
	        .n;
	g->labelled = 1;
	g->said_line = line;
}

enum smtpcode_x_took
smtpcode_x_offer_text(struct gather *g, const char *s, size_t n, uint64_t line,
    enum smtpcode_x_where where, struct smtpcode_found *f)
{
	struct smtpcode_reply r;
	enum smtpcode_x_told told;
	int stamped;

	if (g->open != OPEN_NONE) {
		if (extend(g, s, n, where)) {
			if (g->open != OPEN_NONE)
				return TOOK;
			return close_reply(g, where, f) ? GAVE : TOOK;
		}
		return close_reply(g, where, f) ? GAVE_FIRST : AGAIN;
	}
	stamped = smtpcode_read_stamp(s, n) > 0;
	/* Behind what was pasted a log begins: as good as a blank line. */
	if (end_paragraph(g, s, stamped ? 0 : n, where, f))
		return GAVE_FIRST;
	if (stamped)
		g->paragraph.state = PARAGRAPH_NONE;
	if (where == IN_LOG && (stamped || line > g->said_line + DIALOGUE))
		smtpcode_x_forget_dialogue(g);
	told = smtpcode_x_read_line(s, n, where != IN_LOG, &r);
	if (!stamped)
		take_paragraph(g, s, n, line, told);
	if ((told == LINE_NOTHING && !stamped) || told == LINE_COMMAND ||
	    where != IN_LOG)
		take_recipient(g, s, n, line);
	if (told == LINE_COMMAND) {
		g->command = r.command;
		g->said_line = line;
	}
	if (told == LINE_NOTHING || told == LINE_COMMAND)
		return TOOK;
	if (told == LINE_REPLY &&
	    !smtpcode_x_paragraph_is_open(&g->paragraph)) {
		smtpcode_x_take_named(&r);
		if (r.direction == SMTPCODE_DIRECTION_NONE || where != IN_LOG)
			add_context(g, &r);
		f->reply = r;
		f->line = line;
		return deliver(g, where, f) ? GAVE : TOOK;
	}
	open_reply(g, &r, line, told, n);
	g->at_start = smtpcode_x_begins_with_code(s, n);
	if (told == LINE_FOLDED && !smtpcode_x_may_fold(g, &r, s, n, where))
		return close_reply(g, where, f) ? GAVE : TOOK;
	return TOOK;
}

int
smtpcode_x_gather_end(struct gather *g, enum smtpcode_x_where where, int drain,
    struct smtpcode_found *f)
{
	if (g->open != OPEN_NONE && close_reply(g, where, f))
		return 1;
	if (end_paragraph(g, "", 0, where, f))
		return 1;
	smtpcode_x_paragraph_start(&g->paragraph);
	if (g->report.some &&
	    smtpcode_x_offer_status(g, "", 0, g->report.line, f) == GAVE)
		return 1;
	if (!drain)
		return 0;
	/* What no report claims are wrappers: "503 Need RCPT" after a 550. */
	if (g->reported)
		g->held = 0;
	if (g->held > 0) {
		f->reply = g->hold[0].reply;
		f->line = g->hold[0].line;
		g->held--;
		memmove(g->hold, g->hold + 1, g->held * sizeof g->hold[0]);
		return 1;
	}
	g->held_used = 0;
	g->reported = 0;
	g->once.n = 0;
	smtpcode_x_forget_dialogue(g);
	return 0;
}
