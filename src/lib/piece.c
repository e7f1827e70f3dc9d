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

#define COMMAND(words, id)                                   \
	{                                                    \
		words, id, sizeof(words) - 1, sizeof(id) - 1 \
	}
static const struct {
	char words[28];
	char id[12];
	unsigned char length, id_length;
} commands[] = {
	COMMAND("rcpt", "RCPT"), /* what is most common first */
	COMMAND("mail", "MAIL"),
	COMMAND("data", "DATA"),
	COMMAND("end of data", "DATA-END"),
	COMMAND("end-of-message", "DATA-END"),
	COMMAND("sending message body", "DATA-END"),
	COMMAND("end of message", "DATA-END"),
	COMMAND("initial server greeting", "CONNECT"),
	COMMAND("initial connection", "CONNECT"),
	COMMAND("connect", "CONNECT"),
	COMMAND("bdat", "BDAT"),
	COMMAND("ehlo", "EHLO"),
	COMMAND("helo", "HELO"),
	COMMAND("auth", "AUTH"),
	COMMAND("starttls", "STARTTLS"),
	COMMAND("vrfy", "VRFY"),
	COMMAND("expn", "EXPN"),
	COMMAND("etrn", "ETRN"),
	COMMAND("quit", "QUIT"),
	COMMAND("rset", "RSET"),
	COMMAND("noop", "NOOP"),
	COMMAND("help", "HELP"),
};
#undef COMMAND

struct smtpcode_span
smtpcode_x_command(const char *s, size_t n)
{
	struct smtpcode_span none = { NULL, 0 };
	char first[4];
	size_t i, length;

	if (starts_with(s, n, "the "))
		s += 4, n -= 4;
	if (starts_with(s, n, "pipelined "))
		s += 10, n -= 10;
	if (n < 4)
		return none;
	for (i = 0; i < 4; i++)
		first[i] = lower(s[i]);
	for (i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		length = commands[i].length;
		if (memcmp(first, commands[i].words, 4) != 0 ||
		    (length > 4 && !begins(s, n, commands[i].words)))
			continue;
		if (n == length || !is_alnum(s[length]))
			return smtpcode_x_span_of(
			    commands[i].id, commands[i].id_length);
	}
	return none;
}

/* Where the mark stands, which begins with "(": mostly in the last parenthesis,
 * where a line of Postfix's ends. */
static size_t
seek_last(const char *s, size_t n, const char *mark)
{
	size_t i = n > 0 && s[n - 1] == ')' ? last_of(s, n, '(') : n;

	if (starts_with(s + i, n - i, mark))
		return i;
	for (i = 0; (i += length_to(s + i, n - i, '(')) < n; i++)
		if (begins(s + i, n - i, mark))
			return i;
	return NONE;
}

/* Where the command stands of "while sending RCPT TO", or NONE. */
static size_t
sent_at(const char *s, size_t n)
{
	size_t at, next;

	for (at = 0; (next = seek_by(s + at, n - at, 'w', "while ")) != NONE;) {
		at += next + 6;
		if (starts_with(s + at, n - at, "sending "))
			return at + 8;
		if (starts_with(s + at, n - at, "performing "))
			return at + 11;
	}
	return NONE;
}

void
smtpcode_x_take_command(struct smtpcode_reply *r)
{
	static const char mark[] = "(in reply to ";
	const char *s = r->text.p;
	size_t n = r->text.n, at;

	if (s == NULL || n < sizeof mark + 3) /* and a command */
		return;
	at = seek_last(s, n, mark);
	if (at != NONE) {
		r->text.n = at; /* the log's own words end the text */
		at += sizeof mark - 1;
	} else
		at = sent_at(s, n);
	if (at != NONE)
		r->command = smtpcode_x_command(s + at, n - at);
}

void
smtpcode_x_take_refused(struct smtpcode_reply *r)
{
	static const char words[][32] = { ">: Recipient address rejected",
		">: Relay access denied", ">: User unknown",
		">... User unknown", ">... Relaying denied" };
	const char *s = r->text.p;
	size_t n = r->text.n, end, i;

	end = length_to(
	    s, n < SMTPCODE_MAILBOX_MAX ? n : SMTPCODE_MAILBOX_MAX, '>');
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (begins(s + end, n - end, words[i]) && end > 1) {
			r->recipient = smtpcode_x_span_of(s + 1, end - 1);
			return;
		}
}

void
smtpcode_x_trim_ends(struct smtpcode_span *text)
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
		length = length_to(s + at, n - at, '>');
	} else
		length = smtpcode_x_until(s + at, n - at, " ,;)");
	return length > 0 ? smtpcode_x_span_of(s + at, length) : none;
}

size_t
smtpcode_x_quote_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] == '>') {
		i++;
		i += i < n && s[i] == ' ';
	}
	return i;
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
	struct codes codes = smtpcode_x_codes_of(r->text.p, r->text.n);
	struct smtpcode_reply inner;

	if (smtpcode_x_next_code(&codes) == r->text.n)
		return;
	smtpcode_x_clear(&inner);
	if (!smtpcode_x_read_value(s, n, &inner))
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
