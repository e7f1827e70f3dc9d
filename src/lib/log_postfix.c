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
		"filter:", "discard:", "redirect:", "prepend:", "bcc:" };
	size_t i, at;

	for (i = 0; i < sizeof actions / sizeof actions[0]; i++) {
		at = seek(s, n, actions[i]);
		if (at != NONE &&
		    (at == 0 || s[at - 1] == ' ' || s[at - 1] == '-'))
			return seek(s + at, n - at, " from ") != NONE;
	}
	return 0;
}

/* "reject: RCPT from unknown[192.0.2.1]: 550 5.1.1 <a@b>: ...; from=<> to=<>"
 */
static int
read_reject(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, "reject: "), end, colon;

	if (at == NONE || (at > 0 && s[at - 1] != ' ' && s[at - 1] != '-'))
		return 0;
	at += 8;
	at += smtpcode_x_span(s + at, n - at, " ");
	end = seek(s + at, n - at, "; from=<");
	if (end == NONE)
		end = seek(s + at, n - at, "; to=<");
	if (end == NONE)
		end = seek(s + at, n - at, "; proto=");
	end = end == NONE ? n : at + end;
	colon = seek(s + at, end - at, " from ");
	if (colon == NONE)
		return 0;
	r->command = smtpcode_x_command(s + at, colon);
	for (at += colon; (colon = seek(s + at, end - at, ": ")) != NONE;) {
		at += colon + 2;
		at += smtpcode_x_span(s + at, end - at, " ");
		if (!smtpcode_x_take_codes(s, at, end, r))
			continue;
		r->direction = SMTPCODE_DIRECTION_IN;
		r->recipient = smtpcode_x_field(s + end, n - end, "to=");
		return 1;
	}
	return 0;
}

/* Keep a field of a delivery that tells something. */
static void
take_field(const char *name, size_t n, struct smtpcode_span value,
    struct smtpcode_reply *r)
{
	uint32_t code;

	if (n == 2 && memcmp(name, "to", 2) == 0)
		r->recipient = value;
	else if (n == 5 && memcmp(name, "relay", 5) == 0 &&
	    !begins(value.p, value.n, "none") &&
	    !begins(value.p, value.n, "local"))
		r->host = value;
	else if (n == 3 && memcmp(name, "dsn", 3) == 0)
		(void)smtpcode_parse_codes(
		    value.p, value.n, &code, &r->enhanced);
}

/* Read "name=value, " up to "status=": where its value begins, or NONE. */
static size_t
read_fields(const char *s, size_t n, struct smtpcode_reply *r)
{
	const char *p = s, *end = s + n, *equal, *stop;
	struct smtpcode_span value;

	for (;;) {
		equal = memchr(p, '=', (size_t)(end - p));
		if (equal == NULL || equal - p > 16)
			return NONE;
		if (equal - p == 6 && memcmp(p, "status", 6) == 0)
			return (size_t)(equal + 1 - s);
		value.p = equal + 1;
		value.p += value.p < end && *value.p == '<';
		stop = memchr(value.p, value.p > equal + 1 ? '>' : ',',
		    (size_t)(end - value.p));
		if (stop == NULL)
			return NONE;
		value.n = (size_t)(stop - value.p);
		if (value.n > 0)
			take_field(p, (size_t)(equal - p), value, r);
		stop += *stop == '>';
		if (stop == end || stop[0] != ',')
			return NONE;
		p = stop + 1;
		p += smtpcode_x_span(p, (size_t)(end - p), " ");
	}
}

static enum smtpcode_class
class_of_status(const char *s, size_t n)
{
	if (begins(s, n, "sent") || begins(s, n, "deliverable"))
		return SMTPCODE_CLASS_SUCCESS;
	if (begins(s, n, "deferred") || begins(s, n, "softbounce"))
		return SMTPCODE_CLASS_TRANSIENT;
	return SMTPCODE_CLASS_PERMANENT;
}

/* What was said, behind "status=bounced (". */
static void
read_said_in(const char *s, size_t n, struct smtpcode_reply *r)
{
	struct smtpcode_reply dsn = *r;
	size_t said;

	r->text = smtpcode_x_span_of(s, n);
	if (n > 3 && is_digit(s[0]) && smtpcode_x_take_codes(s, 0, n, r))
		return;
	said = seek(s, n, " said: ");
	if (said != NONE)
		r->host = smtpcode_x_word_before(s, said);
	else {
		said = seek(s, n, "talk to me: ");
		if (said == NONE)
			return;
		said += 5;
	}
	if (!smtpcode_x_take_codes(s, said + 7, n, r)) {
		r->enhanced = dsn.enhanced;
		r->text = smtpcode_x_span_of(s, n);
	}
}

/* "to=<a@b>, relay=..., dsn=5.1.1, status=bounced (host mx said: 550 ...)" */
static int
read_status(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at, end = n, from;

	from = begins(s, n, "to=") ? 0 : seek(s, n, " to=");
	if (from == NONE)
		return 0;
	from += s[from] == ' ';
	at = read_fields(s + from, n - from, r);
	if (at == NONE) {
		memset(r, 0, sizeof *r);
		return 0;
	}
	at += from;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->reply_class = class_of_status(s + at, n - at);
	at += smtpcode_x_until(s + at, n - at, "(");
	if (at < n)
		at++;
	while (end > at && s[end - 1] != ')')
		end--;
	if (end > at)
		end--;
	else
		end = n;
	read_said_in(s + at, end - at, r);
	smtpcode_x_take_command(r);
	return 1;
}

/* "host mx1[192.0.2.1] said: 421 ...": the next one is tried. */
static int
read_said(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, " said: "), skip = 7;

	if (at == NONE) {
		at = seek(s, n, " refused to talk to me: ");
		skip = 24;
	}
	if (at == NONE || !smtpcode_x_take_codes(s, at + skip, n, r))
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->host = smtpcode_x_word_before(s, at);
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
