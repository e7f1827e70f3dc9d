/* SPDX-License-Identifier: ISC */
/*
 * Lines of Sendmail's, qmail's and OpenSMTPD's logs.
 */
#include <string.h>

#include "bytes.h"
#include "piece.h"

#define NONE smtpcode_x_none
#define seek smtpcode_x_seek
#define begins smtpcode_x_begins

/* "to=<a@b>, ..., dsn=5.1.1, reply=550 5.1.1 ..., stat=User unknown" */
int
smtpcode_x_read_sendmail(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, " stat="), reply, end;
	struct smtpcode_span dsn;
	uint32_t code;

	reply = seek(s, n, " reject=");
	if (reply != NONE && smtpcode_x_take_codes(s, reply + 8, n, r)) {
		r->direction = SMTPCODE_DIRECTION_IN;
		/* the argument of other checks is a sender or a host */
		r->recipient = smtpcode_x_field(s, reply,
		    seek(s, reply, "check_rcpt") != NONE ? "arg1=" : " to=");
		return 1;
	}
	if (at == NONE)
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->recipient = smtpcode_x_field(s, at, "to=");
	r->host = smtpcode_x_field(s, at, "relay=");
	dsn = smtpcode_x_field(s, at, "dsn=");
	reply = seek(s, at, " reply=");
	if (reply != NONE) {
		end = seek(s + reply, n - reply, ", stat=");
		end = end == NONE ? n : reply + end;
		if (smtpcode_x_take_codes(s, reply + 7, end, r))
			goto coded;
	}
	at += 6;
	for (end = at; end < n && s[end] != ':' && s[end] != '('; end++)
		;
	if (end < n) {
		end++;
		end += blanks_at(s + end, n - end);
	}
	if (at < n && is_digit(s[at])) /* "stat=550 5.1.1 ..." */
		end = at;
	if (end < n && is_digit(s[end]) &&
	    smtpcode_x_take_codes(s, end, n, r) && r->code != 0)
		goto coded;
	r->reply_class = begins(s + at, n - at, "sent") ?
	    SMTPCODE_CLASS_SUCCESS :
	    begins(s + at, n - at, "deferred") ? SMTPCODE_CLASS_TRANSIENT :
	                                         SMTPCODE_CLASS_PERMANENT;
	r->code = r->enhanced = 0;
	r->text = smtpcode_x_span_of(s + at, n - at);
coded:
	if (r->enhanced == 0 && dsn.p != NULL)
		(void)smtpcode_parse_codes(dsn.p, dsn.n, &code, &r->enhanced);
	return 1;
}

/* "delivery 5: failure: 192.0.2.1 does not like recipient./Remote host said:
 * 550 5.1.1 no/Giving up on 192.0.2.1./" or "failure: Sorry, no. (#5.1.1)/" */
int
smtpcode_x_read_qmail(const char *s, size_t n, struct smtpcode_reply *r)
{
	static const char failure[] = ": failure: ",
	                  deferral[] = ": deferral: ";
	size_t at = seek(s, n, failure), said, end;

	r->reply_class = SMTPCODE_CLASS_PERMANENT;
	if (at == NONE) {
		at = seek(s, n, deferral);
		r->reply_class = SMTPCODE_CLASS_TRANSIENT;
	}
	if (at == NONE || at == 0 || !is_digit(s[at - 1]))
		return 0;
	at += r->reply_class == SMTPCODE_CLASS_PERMANENT ? sizeof failure - 1 :
	                                                   sizeof deferral - 1;
	r->direction = SMTPCODE_DIRECTION_OUT;
	end = seek(s + at, n - at, "/Giving up on ");
	end = end == NONE ? n : at + end;
	while (end > at && s[end - 1] == '/')
		end--;
	said = seek(s + at, end - at, "said: ");
	if (said != NONE && smtpcode_x_take_codes(s, at + said + 6, end, r)) {
		if (at < n && is_digit(s[at]))
			r->host = smtpcode_x_span_of(
			    s + at, length_of_word(s + at, n - at));
		return 1;
	}
	r->text = smtpcode_x_span_of(s + at, end - at);
	said = seek(s + at, end - at, "(#");
	if (said != NONE)
		r->enhanced = smtpcode_x_enhanced(s + at + said + 2,
		    length_to(s + at + said + 2, end - at - said - 2, ')'));
	return 1;
}

/* result="550 no" of a command that OpenSMTPD refused */
static int
read_failed_command(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t command = seek(s, n, " command=\""), at;

	at = seek(s, n, " result=\"");
	if (command == NONE || at == NONE)
		return 0;
	command += 10;
	at += 9;
	if (!smtpcode_x_take_codes(
	        s, at, at + smtpcode_x_until(s + at, n - at, "\""), r))
		return 0;
	r->direction = SMTPCODE_DIRECTION_IN;
	r->command = smtpcode_x_command(s + command, n - command);
	r->recipient = smtpcode_x_field(s + command, n - command, "RCPT TO:");
	return 1;
}

/* What a delivery of OpenSMTPD came to, with or without quotes, or as old ones
 * say it; NONE: nothing is said. */
static enum smtpcode_class
class_of_result(const char *s, size_t n)
{
	static const struct {
		char word[12];
		enum smtpcode_class class;
	} results[] = {
		{ "Ok", SMTPCODE_CLASS_SUCCESS },
		{ "TempFail", SMTPCODE_CLASS_TRANSIENT },
		{ "PermFail", SMTPCODE_CLASS_PERMANENT },
	};
	size_t i, at = seek(s, n, " result=");

	if (at != NONE) {
		at += 8;
		at += at < n && s[at] == '"';
	} else if ((at = seek(s, n, "delivery: ")) != NONE)
		at += 10;
	else if ((at = seek(s, n, "relay: ")) != NONE)
		at += 7;
	for (i = 0; at != NONE && i < sizeof results / sizeof results[0]; i++)
		if (begins(s + at, n - at, results[i].word))
			return results[i].class;
	return SMTPCODE_CLASS_NONE;
}

/* result="PermFail" stat="550 5.1.1 ..." */
int
smtpcode_x_read_opensmtpd(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t at = seek(s, n, " stat="), end = n;

	if (at == NONE)
		return read_failed_command(s, n, r);
	r->reply_class = class_of_result(s, n);
	at += 6;
	if (at < n && s[at] == '"') {
		at++;
		end = at + smtpcode_x_until(s + at, n - at, "\"");
	} else if (r->reply_class == SMTPCODE_CLASS_NONE)
		return 0;
	r->direction = SMTPCODE_DIRECTION_OUT;
	r->recipient = smtpcode_x_field(s, n, " to=");
	if (r->recipient.p == NULL)
		r->recipient = smtpcode_x_field(s, n, " rcpt=");
	if (smtpcode_x_take_codes(s, at, end, r))
		return 1;
	if (r->reply_class == SMTPCODE_CLASS_NONE)
		r->reply_class = SMTPCODE_CLASS_PERMANENT;
	r->text = smtpcode_x_span_of(s + at, end - at);
	return 1;
}
