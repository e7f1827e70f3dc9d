/* SPDX-License-Identifier: ISC */
/*
 * Lines of Exim's log: deliveries ("=>", "**", "=="), refusals ("rejected").
 */
#include <string.h>

#include "bytes.h"
#include "log.h"
#include "piece.h"

#define NONE smtpcode_x_none
#define seek smtpcode_x_seek
#define begins smtpcode_x_begins

/* "H=mx.example.com [192.0.2.1]" */
static struct smtpcode_span
host_of(const char *s, size_t n)
{
	struct smtpcode_span host = smtpcode_x_field(s, n, " H=");
	size_t at;

	if (host.p == NULL)
		return host;
	at = (size_t)(host.p - s) + host.n;
	if (at + 1 < n && s[at] == ' ' && s[at + 1] == '[')
		host.n +=
		    1 + smtpcode_x_until(s + at + 1, n - at - 1, "] ") + 1;
	if (host.p + host.n > s + n)
		host.n = (size_t)(s + n - host.p);
	return host;
}

/* "SMTP error from remote mail server after RCPT TO:<a@b>: 550 ..." */
static int
read_remote(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, "SMTP error from remote mail"), colon;

	if (at == NONE)
		return 0;
	colon = seek(s + at, n - at, " after ");
	if (colon != NONE)
		r->command =
		    smtpcode_x_command(s + at + colon + 7, n - at - colon - 7);
	while ((colon = seek(s + at, n - at, ": ")) != NONE) {
		at += colon + 2;
		if (at + 2 < n && is_digit(s[at]) &&
		    smtpcode_x_take_codes(s, at, n, r))
			return 1;
		if (begins(s + at, n - at, "host "))
			r->host = smtpcode_x_span_of(s + at + 5,
			    smtpcode_x_until(s + at + 5, n - at - 5, ":"));
	}
	return 0;
}

/* "== a@b R=... T=... defer (-44): text" and its like, from the mark on */
int
smtpcode_x_read_flagged(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at, end;

	r->reply_class = s[0] == '*'   ? SMTPCODE_CLASS_PERMANENT :
	    s[0] == '=' && s[1] == '=' ? SMTPCODE_CLASS_TRANSIENT :
	                                 SMTPCODE_CLASS_SUCCESS;
	r->direction = SMTPCODE_DIRECTION_OUT;
	s += 3;
	n -= 3;
	end = smtpcode_x_until(s, n, " ");
	r->recipient = smtpcode_x_span_of(s, end);
	if (end < n && s[end] == ' ' && end + 1 < n && s[end + 1] == '<' &&
	    r->reply_class != SMTPCODE_CLASS_SUCCESS) {
		at = smtpcode_x_until(s + end + 2, n - end - 2, ">");
		r->recipient = smtpcode_x_span_of(s + end + 2, at);
	}
	if (r->recipient.n > 0 && s[r->recipient.n - 1] == ':')
		r->recipient.n--;
	r->host = host_of(s, n);
	if (r->reply_class != SMTPCODE_CLASS_SUCCESS && read_remote(s, n, r))
		return 1;
	at = seek(s, n, " C=\"");
	if (at != NONE) {
		n = at + 4 + smtpcode_x_until(s + at + 4, n - at - 4, "\"");
		return smtpcode_x_take_codes(s, at + 4, n, r);
	}
	if (r->reply_class == SMTPCODE_CLASS_SUCCESS)
		return 0;
	at = seek(s, n, " defer (");
	if (at != NONE) {
		at += 8;
		end = seek(s + at, n - at, "): ");
		if (end == NONE)
			return 0;
		at += end + 3;
	} else {
		at = seek(s, n, ": ");
		if (at == NONE)
			return 0;
		at += 2;
	}
	r->text = smtpcode_x_span_of(s + at, n - at);
	return 1;
}

/* The same somewhere in a line, behind a time stamp and a message id. */
static int
read_delivery(const char *s, size_t n, struct smtpcode_reply *r)
{
	static const char marks[][8] = { " ** ", " == ", " => ", " -> " };
	size_t i, at;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		at = seek(s, n, marks[i]);
		if (at != NONE && at >= 16 && is_alnum(s[at - 1]))
			return smtpcode_x_read_flagged(
			    s + at + 1, n - at - 1, r);
	}
	return 0;
}

/* "H=... rejected RCPT <a@b>: text", "temporarily rejected" */
static int
read_rejected(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, "rejected "), colon;

	if (at == NONE || at < 20 ||
	    (seek(s, at, " H=") == NONE && !begins(s + at - 2, 2, " ")))
		return 0;
	if (seek(s, at, " H=") == NONE)
		return 0;
	r->reply_class = at >= 12 && begins(s + at - 12, 12, "temporarily ") ?
	    SMTPCODE_CLASS_TRANSIENT :
	    SMTPCODE_CLASS_PERMANENT;
	at += 9;
	if (begins(s + at, n - at, "after "))
		at += 6;
	if (begins(s + at, n - at, "by local_scan"))
		return 0;
	r->command = smtpcode_x_command(s + at, n - at);
	r->direction = SMTPCODE_DIRECTION_IN;
	if (at < n && seek(s + at, n - at, "<") != NONE) {
		colon = at + seek(s + at, n - at, "<") + 1;
		r->recipient = smtpcode_x_span_of(
		    s + colon, smtpcode_x_until(s + colon, n - colon, ">"));
	}
	colon = seek(s + at, n - at, ": ");
	if (colon == NONE)
		return 0;
	at += colon + 2;
	if (at + 2 < n && is_digit(s[at]) && smtpcode_x_take_codes(s, at, n, r))
		return 1;
	r->text = smtpcode_x_span_of(s + at, n - at);
	return 1;
}

/* "plain authenticator failed for H=... [192.0.2.1]: 535 Incorrect ..." */
static int
read_login(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, "authenticator failed "), bracket;

	if (at == NONE)
		return 0;
	while ((bracket = seek(s + at, n - at, "] ")) != NONE)
		at += bracket + 2;
	bracket = seek(s + at, n - at, ": ");
	at += bracket == NONE ? 0 : bracket + 2;
	if (!smtpcode_x_take_codes(s, at, n, r))
		return 0;
	r->command = smtpcode_x_span_of("AUTH", 4);
	r->direction = SMTPCODE_DIRECTION_IN;
	return 1;
}

int
smtpcode_x_read_exim(
    const char *s, size_t n, unsigned has, struct smtpcode_reply *r)
{
	if (((has & LOG_DELIVERY) != 0 && read_delivery(s, n, r)) ||
	    ((has & LOG_REJECTED) != 0 && read_rejected(s, n, r)) ||
	    ((has & LOG_LOGIN) != 0 && read_login(s, n, r)))
		return 1;
	memset(r, 0, sizeof *r);
	if ((has & LOG_ERROR) == 0 || !read_remote(s, n, r))
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	return 1;
}
