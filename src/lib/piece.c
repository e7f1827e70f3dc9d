/* SPDX-License-Identifier: ISC */
/*
 * Pieces of log lines: fields, commands, codes in a known place.
 */
#include <string.h>

#include "bytes.h"
#include "find.h"
#include "line.h"
#include "piece.h"

#define NONE smtpcode_x_none
#define seek smtpcode_x_seek
#define begins smtpcode_x_begins

struct smtpcode_span
smtpcode_x_command(const char *s, size_t n)
{
	static const struct {
		char words[28];
		char id[12];
	} commands[] = {
		{ "end of data", "DATA-END" },
		{ "end-of-message", "DATA-END" },
		{ "sending message body", "DATA-END" },
		{ "end of message", "DATA-END" },
		{ "initial server greeting", "CONNECT" },
		{ "initial connection", "CONNECT" },
		{ "connect", "CONNECT" },
		{ "rcpt", "RCPT" },
		{ "mail", "MAIL" },
		{ "data", "DATA" },
		{ "bdat", "BDAT" },
		{ "ehlo", "EHLO" },
		{ "helo", "HELO" },
		{ "auth", "AUTH" },
		{ "starttls", "STARTTLS" },
		{ "vrfy", "VRFY" },
		{ "expn", "EXPN" },
		{ "etrn", "ETRN" },
		{ "quit", "QUIT" },
		{ "rset", "RSET" },
		{ "noop", "NOOP" },
		{ "help", "HELP" },
	};
	struct smtpcode_span none = { NULL, 0 };
	char first[4];
	size_t i, length;

	if (begins(s, n, "the "))
		s += 4, n -= 4;
	if (begins(s, n, "pipelined "))
		s += 10, n -= 10;
	if (n < 4)
		return none;
	for (i = 0; i < 4; i++)
		first[i] = lower(s[i]);
	for (i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		if (memcmp(first, commands[i].words, 4) != 0 ||
		    !begins(s, n, commands[i].words))
			continue;
		length = strlen(commands[i].words);
		if (n == length || !is_alnum(s[length]))
			return smtpcode_x_span_of(
			    commands[i].id, strlen(commands[i].id));
	}
	return none;
}

/* Where the mark stands, which begins with "(": mostly in the last parenthesis,
 * where a line of Postfix's ends. */
static size_t
seek_last(const char *s, size_t n, const char *mark)
{
	enum { MOST = 40 };
	size_t i = n;

	if (n > MOST && s[n - 1] == ')')
		while (i > n - MOST && s[i - 1] != '(')
			i--;
	if (i < n && begins(s + i - 1, n - i + 1, mark))
		return i - 1;
	return seek(s, n, mark);
}

void
smtpcode_x_take_command(struct smtpcode_reply *r)
{
	static const char marks[][20] = { "(in reply to ", "while sending ",
		"while performing " };
	const char *s = r->text.p;
	size_t n = r->text.n, i, at, length;

	if (s == NULL)
		return;
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		at = i == 0 ? seek_last(s, n, marks[0]) : seek(s, n, marks[i]);
		if (at == NONE)
			continue;
		length = at + strlen(marks[i]);
		r->command = smtpcode_x_command(s + length, n - length);
		if (s[at] == '(') /* the log's own words end the text */
			r->text.n = at;
		return;
	}
}

void
smtpcode_x_trim(struct smtpcode_span *text)
{
	while (text->n > 0 &&
	    (is_blank(text->p[text->n - 1]) || text->p[text->n - 1] == '\r'))
		text->n--;
	while (text->n > 0 && is_blank(text->p[0])) {
		text->p++;
		text->n--;
	}
}

struct smtpcode_span
smtpcode_x_field(const char *s, size_t n, const char *name)
{
	struct smtpcode_span none = { NULL, 0 };
	size_t at = seek(s, n, name), length;

	while (
	    at != NONE && at > 0 && is_alnum(name[0]) && is_alnum(s[at - 1])) {
		length = seek(s + at + 1, n - at - 1, name);
		at = length == NONE ? NONE : at + 1 + length;
	}
	if (at == NONE)
		return none;
	at += strlen(name);
	if (at < n && s[at] == '<') {
		at++;
		length = smtpcode_x_until(s + at, n - at, ">");
	} else
		length = smtpcode_x_until(s + at, n - at, " ,;)");
	return length > 0 ? smtpcode_x_span_of(s + at, length) : none;
}

struct smtpcode_span
smtpcode_x_word_before(const char *s, size_t end)
{
	struct smtpcode_span none = { NULL, 0 };
	size_t start;

	while (end > 0 && is_blank(s[end - 1]))
		end--;
	for (start = end;
	     start > 0 && !is_blank(s[start - 1]) && s[start - 1] != '(';
	     start--)
		;
	return end > start ? smtpcode_x_span_of(s + start, end - start) : none;
}

/* The text of a reply without an enhanced code may have one, or another reply:
 * "220-mx 421 4.2.1 ...". s is where its code begins. */
static void
take_inner(const char *s, size_t n, struct smtpcode_reply *r)
{
	struct smtpcode_reply inner = { 0 };

	if (smtpcode_x_find_code(r->text.p, r->text.n, 0) == r->text.n ||
	    !smtpcode_x_read_value(s, n, &inner))
		return;
	if (inner.code == r->code)
		r->enhanced = inner.enhanced;
	else if (r->code < 400 && inner.code >= 400 && inner.enhanced != 0) {
		r->code = inner.code;
		r->enhanced = inner.enhanced;
		r->text = inner.text;
	}
}

int
smtpcode_x_take_codes(
    const char *s, size_t at, size_t end, struct smtpcode_reply *r)
{
	size_t used;

	used = smtpcode_parse_codes(s + at, end - at, &r->code, &r->enhanced);
	r->text.p = s + at + used;
	r->text.n = end - at - used;
	if (used > 0 && r->enhanced == 0)
		take_inner(s + at, end - at, r);
	return used > 0;
}
