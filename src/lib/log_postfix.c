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

/* The enhanced code in "dsn=5.1.1". */
static uint32_t
dsn_of(const char *s, size_t n)
{
	struct smtpcode_span value = smtpcode_x_field(s, n, "dsn=");
	uint32_t code = 0, enhanced = 0;

	if (value.p != NULL)
		(void)smtpcode_parse_codes(value.p, value.n, &code, &enhanced);
	return enhanced;
}

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
	colon = seek(s + at, n - at, " from ");
	if (colon == NONE)
		return 0;
	r->command = smtpcode_x_command(s + at, colon);
	end = seek(s + at, n - at, "; from=<");
	if (end == NONE)
		end = seek(s + at, n - at, "; to=<");
	if (end == NONE)
		end = seek(s + at, n - at, "; proto=");
	end = end == NONE ? n : at + end;
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

/* "to=<a@b>, relay=..., dsn=5.1.1, status=bounced (host mx said: 550 ...)" */
static int
read_status(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, " status="), end = n, said;

	if (at == NONE)
		at = seek(s, n, ",status=");
	if (at == NONE || smtpcode_x_field(s, n, "to=").p == NULL)
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->recipient = smtpcode_x_field(s, at, "to=");
	r->class = begins(s + at + 8, n - at - 8, "sent") ||
	        begins(s + at + 8, n - at - 8, "deliverable") ?
	    SMTPCODE_CLASS_SUCCESS :
	    begins(s + at + 8, n - at - 8, "deferred") ||
	        begins(s + at + 8, n - at - 8, "softbounce") ?
	    SMTPCODE_CLASS_TRANSIENT :
	    SMTPCODE_CLASS_PERMANENT;
	r->host = smtpcode_x_field(s, at, "relay=");
	if (r->host.p != NULL &&
	    (begins(r->host.p, r->host.n, "none") ||
	        begins(r->host.p, r->host.n, "local")))
		r->host.p = NULL;
	r->enhanced = dsn_of(s, at);
	said = smtpcode_x_until(s + at, n - at, "(");
	at += said;
	if (at < n)
		at++;
	while (end > at && s[end - 1] != ')')
		end--;
	if (end > at)
		end--;
	else
		end = n;
	r->text = smtpcode_x_span_of(s + at, end - at);
	said = seek(s + at, end - at, " said: ");
	if (said != NONE)
		r->host = smtpcode_x_word_before(s, at + said);
	if (said == NONE) {
		said = seek(s + at, end - at, "talk to me: ");
		if (said != NONE)
			said += 5;
	}
	if (said != NONE || (end - at > 3 && is_digit(s[at]))) {
		struct smtpcode_reply dsn = *r;

		at += said == NONE ? 0 : said + 7;
		if (!smtpcode_x_take_codes(s, at, end, r)) {
			r->enhanced = dsn.enhanced;
			r->text = dsn.text;
		}
	}
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
