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

/* "mx.example.com [192.0.2.1]", behind "H=" */
static struct smtpcode_span
read_host(const char *s, size_t n)
{
	size_t name = length_of_word(s, n), length = name;

	if (n - name > 1 && s[name + 1] == '[') {
		length += 1 + length_to(s + name + 1, n - name - 1, ']') + 1;
		if (length > n)
			length = n;
	}
	return smtpcode_x_span_of(s, length);
}

/* "SMTP error from remote mail server after RCPT TO:<a@b>: 550 ..." */
static int
read_error(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = 0, colon = seek_by(s, n, 'f', " after ");

	if (colon != NONE) {
		r->command = smtpcode_x_command(s + colon + 7, n - colon - 7);
		if (r->recipient.p == NULL)
			r->recipient = smtpcode_x_field(s, n, "RCPT TO:");
	}
	while ((colon = seek_by(s + at, n - at, ':', ": ")) != NONE) {
		at += colon + 2;
		if (at + 2 < n && is_digit(s[at]) &&
		    smtpcode_x_take_codes(s, at, n, r))
			return 1;
		if (starts_with(s + at, n - at, "host "))
			r->host = smtpcode_x_span_of(
			    s + at + 5, length_to(s + at + 5, n - at - 5, ':'));
	}
	return 0;
}

/* The same somewhere in a line. */
static int
read_remote(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek_by(s, n, 'P', "SMTP error from remote mail"), host;

	if (at == NONE || !read_error(s + at, n - at, r))
		return 0;
	host = seek_by(s, at, '=', " H=");
	if (host != NONE && r->host.p == NULL)
		r->host = read_host(s + host + 3, at - host - 3);
	return 1;
}

/* Where in the line of a delivery stands what tells something. */
struct flags {
	size_t host;  /* behind H= */
	size_t reply; /* behind C=" */
	size_t text;  /* why it failed, behind ": " */
};

/* Read "a@b R=... T=... H=... C=...". The host may stand behind the text:
 * "defer (110): Connection timed out H=...". */
static struct flags
read_flags(const char *s, size_t n, int failed)
{
	struct flags f = { 0, 0, 0 };
	size_t at = seek_by(s, n, 'H', " H=");

	if (at != NONE)
		f.host = at + 3;
	at = failed ? seek_by(s, n, ':', ": ") : NONE;
	if (at != NONE)
		f.text = at + 2;
	if (f.host > 0 && f.text > 0)
		return f;
	at = seek_by(s + f.host, n - f.host, '"', " C=\"");
	if (at != NONE)
		f.reply = f.host + at + 4;
	return f;
}

/* "== a@b R=... T=... defer (-44): text" and its like, from the mark on */
int
smtpcode_x_read_flagged(const char *s, size_t n, struct smtpcode_reply *r)
{
	struct flags f;
	size_t end;
	int failed;

	r->reply_class = s[0] == '*'   ? SMTPCODE_CLASS_PERMANENT :
	    s[0] == '=' && s[1] == '=' ? SMTPCODE_CLASS_TRANSIENT :
	                                 SMTPCODE_CLASS_SUCCESS;
	failed = r->reply_class != SMTPCODE_CLASS_SUCCESS;
	r->direction = SMTPCODE_DIRECTION_OUT;
	s += 3;
	n -= 3;
	end = length_of_word(s, n);
	r->recipient = smtpcode_x_span_of(s, end);
	if (failed && n - end > 1 && s[end + 1] == '<')
		r->recipient = smtpcode_x_span_of(
		    s + end + 2, length_to(s + end + 2, n - end - 2, '>'));
	if (r->recipient.n > 0 && r->recipient.p[r->recipient.n - 1] == ':')
		r->recipient.n--;
	f = read_flags(s, n, failed);
	if (f.host > 0)
		r->host = read_host(s + f.host, n - f.host);
	if (f.reply > 0)
		return smtpcode_x_take_codes(s, f.reply,
		    f.reply + length_to(s + f.reply, n - f.reply, '"'), r);
	if (f.text == 0)
		return 0;
	if (!read_error(s + f.text, n - f.text, r))
		r->text = smtpcode_x_span_of(s + f.text, n - f.text);
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

/* "H=... rejected RCPT <a@b>: text", "temporarily rejected", "rejected EHLO
 * from [192.0.2.1]: text" */
static int
read_rejected(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek_by(s, n, 'j', "rejected "), colon, address;
	int is_data;

	if (at == NONE || at < 20 ||
	    (memcmp(s, " H=", 3) != 0 && seek_by(s, at, '=', " H=") == NONE &&
	        !starts_with(s + at + 9, n - at - 9, "EHLO from ") &&
	        !starts_with(s + at + 9, n - at - 9, "HELO from ")))
		return 0;
	r->reply_class =
	    at >= 12 && starts_with(s + at - 12, 12, "temporarily ") ?
	    SMTPCODE_CLASS_TRANSIENT :
	    SMTPCODE_CLASS_PERMANENT;
	at += 9;
	is_data = starts_with(s + at, n - at, "after ");
	if (is_data) /* the final dot's answer */
		at += 6;
	if (starts_with(s + at, n - at, "by local_scan"))
		return 0;
	r->command = smtpcode_x_command(s + at, n - at);
	if (is_data && starts_with(s + at, n - at, "DATA"))
		r->command = smtpcode_x_span_of("DATA-END", 8);
	r->direction = SMTPCODE_DIRECTION_IN;
	address = at + length_to(s + at, n - at, '<') + 1;
	if (address <= n && starts_with(s + at, n - at, "RCPT"))
		r->recipient = smtpcode_x_span_of(
		    s + address, length_to(s + address, n - address, '>'));
	colon = seek_by(s + at, n - at, ':', ": ");
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
	size_t at = seek_by(s, n, 'f', "authenticator failed "), bracket;

	if (at == NONE)
		return 0;
	while ((bracket = seek_by(s + at, n - at, ']', "] ")) != NONE)
		at += bracket + 2;
	bracket = seek_by(s + at, n - at, ':', ": ");
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
	smtpcode_x_clear(r);
	if ((has & LOG_ERROR) == 0 || !read_remote(s, n, r))
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	return 1;
}
