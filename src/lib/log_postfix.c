/* SPDX-License-Identifier: ISC */
/*
 * Lines of Postfix's log: what its clients were told, what it told clients.
 */
#include <string.h>

#include "bytes.h"
#include "log.h"
#include "piece.h"

#define NONE smtpcode_x_none
#define seek smtpcode_x_seek
#define begins smtpcode_x_begins

int
smtpcode_x_answers_nobody(const char *s, size_t n)
{
	static const char actions[][40] = { "reject_warning:", "warn:", "hold:",
		"filter:", "discard:", "redirect:", "prepend:", "bcc:",
		"replace:", "strip:", "warning: header", "warning: body",
		"info: header", "info: body",
		/* what a client sent is quoted */
		"improper command pipelining", "non-SMTP command",
		"Illegal address syntax", "PREGREET ", "COMMAND PIPELINING ",
		"BARE NEWLINE " };
	size_t i, at;

	for (i = 0; i < sizeof actions / sizeof actions[0]; i++) {
		at = seek(s, n, actions[i]);
		if (at != NONE &&
		    (at == 0 || s[at - 1] == ' ' || s[at - 1] == '-'))
			return seek(s + at, n - at, " from ") != NONE;
	}
	return 0;
}

/* "header Subject: 550 spam from mx[192.0.2.1]; from=<> to=<> proto=ESMTP
 * helo=<pc>: 5.7.1 no": what the header or body says is the sender's, and no
 * reply. */
static int
read_content(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = 0, next;

	if (!starts_with(s, n, "header ") && !starts_with(s, n, "body "))
		return 0;
	while ((next = seek(s + at, n - at, " from=<")) != NONE)
		at += next + 1;
	r->recipient = smtpcode_x_field(s + at, n - at, "to=");
	r->command = smtpcode_x_span_of("DATA-END", 8);
	r->direction = SMTPCODE_DIRECTION_IN;
	r->reply_class = SMTPCODE_CLASS_PERMANENT;
	next = seek_by(s + at, n - at, '>', ">: ");
	at = next == NONE ? n : at + next + 3;
	if (!smtpcode_x_take_codes(s, at, n, r))
		r->text = smtpcode_x_span_of(s + at, n - at);
	return 1;
}

/* Where "; from=<> to=<> proto=SMTP" begins in the n bytes at s, from "at" on,
 * or n; Postfix leaves out what it does not know. */
static size_t
fields_at(const char *s, size_t n, size_t at)
{
	for (; (at += length_to(s + at, n - at, ';')) < n; at++)
		if (starts_with(s + at, n - at, "; from=") ||
		    starts_with(s + at, n - at, "; to=") ||
		    starts_with(s + at, n - at, "; proto="))
			return at;
	return n;
}

/* The recipient in "; from=<a@b> to=<c@d> proto=ESMTP". */
static struct smtpcode_span
recipient_of(const char *s, size_t n)
{
	size_t at = seek_by(s, n, '=', " to=<"), length;

	if (at == NONE)
		return smtpcode_x_field(s, n, "to=");
	at += 5;
	length = length_to(s + at, n - at, '>');
	return smtpcode_x_span_of(length > 0 ? s + at : NULL, length);
}

/* "reject: RCPT from unknown[192.0.2.1]: 550 5.1.1 <a@b>: ...; from=<> to=<>"
 */
static int
read_reject(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek_by(s, n, ':', "reject: "), end, colon;
	int dashed = at != NONE && at > 0 && s[at - 1] == '-';

	if (at == NONE || (at > 0 && s[at - 1] != ' ' && !dashed))
		return 0;
	at += 8;
	at += blanks_at(s + at, n - at);
	if (read_content(s + at, n - at, r))
		return 1;
	end = fields_at(s, n, at);
	colon = seek_by(s + at, end - at, 'f', " from ");
	if (colon == NONE && !dashed)
		return 0;
	if (colon == NONE) /* "proxy-reject: END-OF-MESSAGE: 554 ..." */
		colon = 0;
	r->command = smtpcode_x_command(s + at, end - at);
	for (at += colon;
	     (colon = seek_by(s + at, end - at, ':', ": ")) != NONE;) {
		at += colon + 2;
		at += blanks_at(s + at, end - at);
		if (!smtpcode_x_take_codes(s, at, end, r))
			continue;
		r->direction = SMTPCODE_DIRECTION_IN;
		r->recipient = recipient_of(s + end, n - end);
		return 1;
	}
	return 0;
}

/* The fields of a delivery that tell something. */
struct fields {
	struct smtpcode_span to, relay, dsn;
};

static void
take_field(
    const char *name, size_t n, struct smtpcode_span value, struct fields *f)
{
	if (n == 2 && memcmp(name, "to", 2) == 0)
		f->to = value;
	else if (n == 5 && memcmp(name, "relay", 5) == 0)
		f->relay = value;
	else if (n == 3 && memcmp(name, "dsn", 3) == 0)
		f->dsn = value;
}

/* Read "name=value, " up to "status=": where its value begins, or NONE. */
static size_t
read_fields(const char *s, size_t n, struct fields *f)
{
	enum { NAME = 16 }; /* bytes of a name, at most */
	struct smtpcode_span value;
	size_t at = 0, name;
	int quoted;

	for (;;) {
		name = length_to(s + at, n - at < NAME ? n - at : NAME, '=');
		if (name == 0 || name == NAME || name == n - at)
			return NONE;
		value.p = s + at + name + 1;
		if (name == 6 && memcmp(s + at, "status", 6) == 0)
			return (size_t)(value.p - s);
		quoted = value.p < s + n && value.p[0] == '<';
		value.p += quoted;
		value.n = length_to(
		    value.p, (size_t)(s + n - value.p), quoted ? '>' : ',');
		take_field(s + at, name, value, f);
		at = (size_t)(value.p + value.n - s) + (size_t)quoted;
		if (at >= n || s[at] != ',')
			return NONE;
		at++;
		at += blanks_at(s + at, n - at);
	}
}

/* Is the word next? Then move behind it. */
static inline int
take_word(const char *s, size_t n, size_t *at, const char *word)
{
	if (!starts_with(s + *at, n - *at, word))
		return 0;
	*at += strlen(word);
	return 1;
}

static inline struct smtpcode_span
take_up_to(const char *s, size_t n, size_t *at, char c)
{
	struct smtpcode_span value =
	    smtpcode_x_span_of(s + *at, length_to(s + *at, n - *at, c));

	*at += value.n;
	return value;
}

/* read_fields() for the order in which Postfix writes them; NONE if there are
 * others. */
static size_t
read_usual(const char *s, size_t n, struct fields *f)
{
	size_t at = 0;

	if (!take_word(s, n, &at, "to=<"))
		return NONE;
	f->to = take_up_to(s, n, &at, '>');
	if (!take_word(s, n, &at, ">, relay="))
		return NONE;
	f->relay = take_up_to(s, n, &at, ',');
	if (!take_word(s, n, &at, ", delay="))
		return NONE;
	(void)take_up_to(s, n, &at, ',');
	if (!take_word(s, n, &at, ", delays="))
		return NONE;
	(void)take_up_to(s, n, &at, ',');
	if (!take_word(s, n, &at, ", dsn="))
		return NONE;
	f->dsn = take_up_to(s, n, &at, ',');
	return take_word(s, n, &at, ", status=") ? at : NONE;
}

/* Is the relay no other host: "none", "local", "localhost[127.0.0.1]"? */
static int
is_local(struct smtpcode_span relay)
{
	return starts_with(relay.p, relay.n, "none") ||
	    starts_with(relay.p, relay.n, "local");
}

static enum smtpcode_class
class_of_status(const char *s, size_t n)
{
	if (starts_with(s, n, "sent") || starts_with(s, n, "deliverable"))
		return SMTPCODE_CLASS_SUCCESS;
	if (starts_with(s, n, "deferred") || starts_with(s, n, "softbounce"))
		return SMTPCODE_CLASS_TRANSIENT;
	return SMTPCODE_CLASS_PERMANENT;
}

/* Where " said: " stands, mostly behind "host mx.example.com[192.0.2.1]"; *host
 * is the word in front of it. */
static size_t
said_at(const char *s, size_t n, struct smtpcode_span *host)
{
	size_t at = 5;

	if (n > 12 && memcmp(s, "host ", 5) == 0) {
		at += length_of_word(s + 5, n - 5);
		if (n - at > 7 && memcmp(s + at, " said: ", 7) == 0) {
			*host = smtpcode_x_span_of(s + 5, at - 5);
			return at;
		}
	}
	at = seek_by(s, n, ':', " said: ");
	if (at != NONE)
		*host = smtpcode_x_word_before(s, at);
	return at;
}

/* What was said, behind "status=bounced (": 0 if it holds no code. */
static int
read_said_in(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t said;

	if (n > 3 && is_digit(s[0]) && smtpcode_x_take_codes(s, 0, n, r))
		return 1;
	r->text = smtpcode_x_span_of(s, n);
	said = said_at(s, n, &r->host);
	if (said == NONE) {
		said = seek_by(s, n, ':', "talk to me: ");
		if (said == NONE)
			return 0;
		said += 5;
	}
	if (smtpcode_x_take_codes(s, said + 7, n, r))
		return 1;
	r->text = smtpcode_x_span_of(s, n);
	return 0;
}

/* Do the fields of a delivery begin later, as people cut them out? */
static int
is_pasted(const char *s, size_t n)
{
	return length_to(s, n, '(') < n &&
	    (begins(s, n, "relay=") || begins(s, n, "delay") ||
	        begins(s, n, "dsn=") || begins(s, n, "status="));
}

/* The same with other fields, or where they stand somewhere in the line. */
static size_t
read_unusual(const char *s, size_t n, struct fields *f)
{
	size_t from = 0, at;

	if (!starts_with(s, n, "to=")) {
		from = seek_by(s, n, '=', " to=");
		if (from == NONE && !is_pasted(s, n))
			return NONE;
		from = from == NONE ? 0 : from + 1;
	}
	at = read_fields(s + from, n - from, f);
	return at == NONE ? NONE : from + at;
}

/* The bytes in front of what closes a parenthesis: mostly it ends the line. If
 * nothing closes it the line was cut, and "(...)" is in the reply. */
static size_t
length_in_parenthesis(const char *s, size_t n)
{
	size_t i;
	int depth = 1;

	if (n > 0 && s[n - 1] == ')')
		return n - 1;
	for (i = 0; i < n; i++) {
		depth += (s[i] == '(') - (s[i] == ')');
		if (depth == 0)
			return i;
	}
	return n;
}

/* "to=<a@b>, relay=..., dsn=5.1.1, status=bounced (host mx said: 550 ...)" */
static int
read_status(const char *s, size_t n, struct smtpcode_reply *r)
{
	struct fields f = { { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
	size_t at = read_usual(s, n, &f), end;

	if (at == NONE)
		at = read_unusual(s, n, &f);
	if (at == NONE)
		return 0;
	if (f.to.n > 0)
		r->recipient = f.to;
	if (f.relay.n > 0 && !is_local(f.relay))
		r->host = f.relay;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->reply_class = class_of_status(s + at, n - at);
	at += length_to(s + at, n - at, '(');
	if (at < n)
		at++;
	end = at + length_in_parenthesis(s + at, n - at);
	if (!read_said_in(s + at, end - at, r))
		r->enhanced = smtpcode_x_enhanced(f.dsn.p, f.dsn.n);
	if (r->reply_class != SMTPCODE_CLASS_SUCCESS)
		smtpcode_x_take_command(r);
	return 1;
}

/* "host mx1[192.0.2.1] said: 421 ...": the next one is tried. */
static int
read_said(const char *s, size_t n, struct smtpcode_reply *r)
{
	struct smtpcode_span host;
	size_t at = said_at(s, n, &host), skip = 7;

	if (at == NONE) {
		at = seek_by(s, n, ':', " refused to talk to me: ");
		if (at == NONE)
			return 0;
		host = smtpcode_x_word_before(s, at);
		skip = 24;
	}
	if (!smtpcode_x_take_codes(s, at + skip, n, r))
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->host = host;
	smtpcode_x_take_command(r);
	return 1;
}

int
smtpcode_x_read_postfix(
    const char *s, size_t n, unsigned has, struct smtpcode_reply *r)
{
	return ((has & LOG_REJECT) != 0 && read_reject(s, n, r)) ||
	    ((has & LOG_STATUS) != 0 && read_status(s, n, r)) ||
	    ((has & LOG_SAID) != 0 && read_said(s, n, r));
}
