/* SPDX-License-Identifier: ISC */
/*
 * Which lines of a mail hold text. Real mail breaks the rules: boundaries
 * without parts, parts without headers, returned messages behind a line of
 * dashes. What cannot be told is read as text.
 */
#include <string.h>

#include "bytes.h"
#include "mime.h"
#include "smtpcode_reply.h"

#define begins smtpcode_x_begins
#define seek smtpcode_x_seek

enum mime_type {
	TYPE_TEXT,
	TYPE_HTML,
	TYPE_STATUS,
	TYPE_MESSAGE,
	TYPE_RETURNED,
	TYPE_MULTI
};

void
smtpcode_x_mime_start(struct mime *m)
{
	m->where = MIME_OUTSIDE;
	m->encoding = MIME_PLAIN;
	m->html = m->report = m->parts = m->loose = 0;
	m->before = MIME_OUTSIDE;
	m->depth = 0;
	m->type = TYPE_TEXT;
	m->used = 0;
}

/* "From sender Thu Nov 20 03:14:05 2026": where a mail of an mbox begins. */
static int
is_mbox_line(const char *s, size_t n)
{
	size_t colon;

	if (n < 20 || memcmp(s, "From ", 5) != 0)
		return 0;
	colon = smtpcode_x_until(s, n, ":");
	return colon + 2 < n && colon > 8 && is_digit(s[colon - 1]) &&
	    is_digit(s[colon + 1]) && is_digit(s[colon + 2]);
}

/* The bytes of a field's name in front of its colon, or 0. */
static size_t
name_length(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < 64 && (is_alnum(s[i]) || s[i] == '-'); i++)
		;
	return i > 1 && i < n && s[i] == ':' && is_letter(s[0]) ? i : 0;
}

/* "SMTP-Error: 550 5.1.1 ..." is what a program says of a reply. */
static int
holds_reply(const char *s, size_t n)
{
	uint32_t code, enhanced;
	size_t at = blanks_at(s, n),
	       used = smtpcode_parse_codes(s + at, n - at, &code, &enhanced);

	return code != 0 && at + used < n && is_digit(s[at]);
}

/* A header field that mails begin with: a known one, or any "Like-This:". */
static int
is_mail_header(const char *s, size_t n)
{
	static const char names[][40] = { "Received:", "Date:", "From:", "To:",
		"Subject:", "Newsgroups:", "Sender:", "Return-Path:",
		"Delivered-To:", "eturn-path:", "x-" };
	size_t i, length = name_length(s, n);

	for (i = 0; length > 0 && i < sizeof names / sizeof names[0]; i++)
		if (begins(s, n, names[i]))
			return 1;
	return length > 0 && s[0] >= 'A' && s[0] <= 'Z' &&
	    memchr(s, '-', length) != NULL &&
	    !holds_reply(s + length + 1, n - length - 1);
}

/* A field that only a delivery report has. */
static int
is_report_field(const char *s, size_t n)
{
	static const char names[][40] = { "Reporting-MTA:", "Final-Recipient:",
		"Original-Recipient:", "Diagnostic-Code:", "Remote-MTA:" };
	size_t i;

	if (n == 0 || !is_letter(s[0]))
		return 0;
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (begins(s, n, names[i]))
			return 1;
	return 0;
}

/* The line after which software puts the returned message. */
static int
begins_returned(const char *s, size_t n)
{
	static const char marks[][40] = { "------ This is a copy of",
		"--- Below this line is a copy", "--- Below the next line is",
		"----- Original message", "--- The header of the original",
		"--- The headers of the original", "----- Unsent message",
		"----- Message header follows", "------ Original message",
		"Original message headers:", "Original message follows",
		"----- Returned message", "--------Returned Mail",
		"----- Header of the original", "----- Forwarded message",
		"--- Undelivered message follows", "Message header follows",
		"------ This is the original message", "--- Original message",
		"------- Original Message", "Content-Type: message/rfc822",
		"Content-Type: text/rfc822-headers", "Received: from ",
		"Received: by ", "Return-Path: <", "----- Message text follows",
		"The original message headers follow" };
	size_t i;

	i = smtpcode_x_span(s, n, " \t>");
	s += i;
	n -= i;
	/* what they begin with, in small letters */
	if (n == 0 || memchr("-cmort", lower(s[0]), 6) == NULL)
		return 0;
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (begins(s, n, marks[i]))
			return 1;
	return 0;
}

/* The level of the boundary that the line is, from 1; 0: it is none. */
static size_t
boundary_level(const struct mime *m, const char *s, size_t n)
{
	size_t i, length;

	if (n < 3 || s[0] != '-' || s[1] != '-')
		return 0;
	for (i = m->depth; i > 0; i--) {
		length = m->stack[i - 1].length;
		if (n >= length + 2 &&
		    memcmp(s + 2, m->stack[i - 1].bytes, length) == 0 &&
		    (n == length + 2 || s[length + 2] == '-' ||
		        is_blank(s[length + 2])))
			return i;
	}
	return 0;
}

enum mime_line
smtpcode_x_mime_peek(const struct mime *m, const char *s, size_t n, int fresh)
{
	int text = m->where == MIME_OUTSIDE || m->where == MIME_TEXT;

	if (is_mbox_line(s, n))
		return MIME_BEGINS_MAIL;
	if (text && m->encoding == MIME_PLAIN && is_report_field(s, n))
		return MIME_IS_STATUS;
	if (m->where == MIME_OUTSIDE)
		return fresh && is_mail_header(s, n) ? MIME_BEGINS_MAIL :
		                                       MIME_IS_TEXT;
	if (boundary_level(m, s, n) > 0)
		return MIME_ENDS_PART;
	switch (m->where) {
	case MIME_TEXT:
		return m->encoding != MIME_BASE64 && begins_returned(s, n) ?
		    MIME_IS_OTHER :
		    MIME_IS_TEXT;
	case MIME_STATUS:
		if (n == 0 || !m->loose)
			return MIME_IS_STATUS;
		if (begins_returned(s, n))
			return MIME_IS_OTHER;
		return is_blank(s[0]) || name_length(s, n) > 0 ?
		    MIME_IS_STATUS :
		    MIME_IS_TEXT;
	default:
		return MIME_IS_OTHER;
	}
}

/* ------------------------------------------------------------------ headers */

/* The value of a parameter such as boundary="..." of the field: its bytes. */
static size_t
parameter(const struct mime *m, const char *name, const char **value)
{
	size_t at = seek(m->field, m->used, name), n;

	if (at == smtpcode_x_none)
		return 0;
	at += strlen(name);
	at += smtpcode_x_span(m->field + at, m->used - at, " \t");
	if (at >= m->used || m->field[at] != '=')
		return 0;
	at++;
	at += smtpcode_x_span(m->field + at, m->used - at, " \t");
	if (at < m->used && m->field[at] == '"') {
		at++;
		n = smtpcode_x_until(m->field + at, m->used - at, "\"");
	} else
		n = smtpcode_x_until(m->field + at, m->used - at, "; \t");
	*value = m->field + at;
	return n;
}

static void
take_content_type(struct mime *m)
{
	const char *s, *value;
	size_t n, at = 13;

	at += smtpcode_x_span(m->field + at, m->used - at, " \t");
	s = m->field + at;
	n = m->used - at;
	if (begins(s, n, "multipart/")) {
		if (!m->report)
			m->report = begins(s, n, "multipart/report");
		n = parameter(m, "boundary", &value);
		if (n > 0 && n <= MIME_BOUNDARY && m->depth < MIME_DEPTH) {
			m->stack[m->depth].length = (unsigned char)n;
			memcpy(m->stack[m->depth++].bytes, value, n);
			m->type = TYPE_MULTI;
		}
	} else if (begins(s, n, "message/delivery-status") ||
	    begins(s, n, "message/global-delivery-status"))
		m->type = TYPE_STATUS;
	else if (begins(s, n, "text/html"))
		m->type = TYPE_HTML;
	else if (begins(s, n, "message/rfc822") && !m->report)
		m->type = TYPE_MESSAGE;
	else if (!begins(s, n, "text/") || begins(s, n, "text/rfc822"))
		m->type =
		    begins(s, n, "text") && n < 5 ? TYPE_TEXT : TYPE_RETURNED;
}

/* The header field that has been collected is whole. */
static void
take_field(struct mime *m)
{
	const char *encoding = "Content-Transfer-Encoding:";
	size_t at = strlen(encoding);

	if (begins(m->field, m->used, "Content-Type:"))
		take_content_type(m);
	else if (begins(m->field, m->used, encoding)) {
		at += smtpcode_x_span(m->field + at, m->used - at, " \t");
		if (begins(m->field + at, m->used - at, "base64"))
			m->encoding = MIME_BASE64;
		else if (begins(m->field + at, m->used - at, "quoted"))
			m->encoding = MIME_QUOTED;
	}
	m->used = 0;
}

static void
begin_header(struct mime *m)
{
	m->where = MIME_HEADER;
	m->encoding = MIME_PLAIN;
	m->html = 0;
	m->type = TYPE_TEXT;
	m->used = 0;
}

/* Behind the header the body begins. */
static void
end_header(struct mime *m)
{
	take_field(m);
	switch (m->type) {
	case TYPE_STATUS:
		m->where = MIME_STATUS;
		m->loose = 0;
		break;
	case TYPE_MESSAGE: /* a bounce that was passed on as a whole */
		begin_header(m);
		break;
	case TYPE_RETURNED:
		m->where = MIME_RETURNED;
		break;
	default:
		m->where = MIME_TEXT;
		m->html = m->type == TYPE_HTML;
		break;
	}
	if (m->type == TYPE_MULTI)
		m->encoding = MIME_PLAIN;
	/* The third part of a report is what came back (RFC 3462 2). */
	if (m->report && m->depth == 1 && m->parts >= 3 &&
	    m->where == MIME_TEXT)
		m->where = MIME_RETURNED;
}

/* A line of a header: a field begins, or goes on. */
static void
take_header(struct mime *m, const char *s, size_t n)
{
	if (n == 0) {
		end_header(m);
		return;
	}
	if (!is_blank(s[0]))
		take_field(m);
	else if (m->used == 0)
		return;
	if (m->used == 0 && !begins(s, n, "Content-T"))
		return;
	if (n > MIME_FIELD - m->used)
		n = MIME_FIELD - m->used;
	memcpy(m->field + m->used, s, n);
	m->used += n;
}

static void
take_boundary(struct mime *m, const char *s, size_t n)
{
	size_t level = boundary_level(m, s, n), length;

	length = m->stack[level - 1].length + 2u;
	if (n >= length + 2 && s[length] == '-' && s[length + 1] == '-') {
		m->depth = level - 1;
		m->where = MIME_RETURNED;
		if (m->depth == 0)
			m->where = MIME_TEXT;
		m->encoding = MIME_PLAIN;
		m->html = 0;
		return;
	}
	m->depth = level;
	m->parts += level == 1;
	begin_header(m);
}

void
smtpcode_x_mime_take(struct mime *m, const char *s, size_t n, enum mime_line is)
{
	if (is == MIME_BEGINS_MAIL) {
		smtpcode_x_mime_start(m);
		begin_header(m);
		if (!is_mbox_line(s, n))
			take_header(m, s, n);
	} else if (is == MIME_ENDS_PART)
		take_boundary(m, s, n);
	else if (m->where == MIME_HEADER)
		take_header(m, s, n);
	else if (is == MIME_IS_OTHER && m->where != MIME_OUTSIDE)
		m->where = MIME_RETURNED;
	else if (is == MIME_IS_STATUS && m->where != MIME_STATUS) {
		m->loose = 1; /* fields of a report without a part */
		m->before = m->where;
		m->where = MIME_STATUS;
	} else if (is == MIME_IS_TEXT && m->where == MIME_STATUS)
		m->where = m->before;
}
