/* SPDX-License-Identifier: ISC */
/*
 * What one line tells of a reply: logs first, whose form is known, then
 * transcripts, then prose.
 */
#include <string.h>

#include "bytes.h"
#include "line.h"
#include "log.h"
#include "piece.h"
#include "proof.h"

#define NONE smtpcode_x_none
#define seek smtpcode_x_seek
#define begins smtpcode_x_begins

/* A line of a server in a transcript: the bytes of its mark, or 0. */
static size_t
server_mark(const char *s, size_t n)
{
	static const char marks[][40] = { "<~* ", "<** ", "<-  ", "<~  ", "<- ",
		"<~ ", "<-- ", "<<< ", "<< ", "< ", "S: ", "S:", "R: ", "<--- ",
		"Server: " };
	size_t i;

	if (n == 0 || memchr("<SsRr", s[0], 5) == NULL)
		return 0;
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (begins(s, n, marks[i]))
			return strlen(marks[i]) +
			    smtpcode_x_span(s + strlen(marks[i]),
			        n - strlen(marks[i]), " ");
	return 0;
}

/* A command of the client in a transcript. */
static int
read_command(const char *s, size_t n, struct smtpcode_reply *r)
{
	static const char marks[][40] = { " -> ", " ~> ", "-> ", "~> ", "--> ",
		">>> ", ">> ", "C: ", "C:", "> ", "Client: ", "" };
	static const char verbs[][40] = { "EHLO ", "HELO ", "LHLO ",
		"MAIL FROM:", "RCPT TO:", "AUTH ", "VRFY ", "EXPN ", "ETRN ",
		"BDAT " };
	static const char bare[][40] = { "DATA", "STARTTLS", "QUIT", "RSET",
		"NOOP", "HELP", "." };
	size_t i, k, length;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		length = strlen(marks[i]);
		if (!begins(s, n, marks[i]))
			continue;
		for (k = 0; k < sizeof verbs / sizeof verbs[0]; k++)
			if (begins(s + length, n - length, verbs[k])) {
				r->command =
				    smtpcode_x_command(s + length, n - length);
				return 1;
			}
		for (k = 0; k < sizeof bare / sizeof bare[0]; k++)
			if (begins(s + length, n - length, bare[k]) &&
			    n - length == strlen(bare[k])) {
				r->command = bare[k][0] == '.' ?
				    smtpcode_x_span_of("DATA-END", 8) :
				    smtpcode_x_command(s + length, n - length);
				return 1;
			}
	}
	return 0;
}

/* "550-5.7.26 ..." : a reply at the very start; more says that lines follow. */
static int
read_bare(const char *s, size_t n, int *more, struct smtpcode_reply *r)
{
	uint32_t code, enhanced;
	size_t used = smtpcode_parse_codes(s, n, &code, &enhanced);

	if (used == 0 || code == 0 || !is_digit(s[0]))
		return 0;
	*more = n > 3 && s[3] == '-' && smtpcode_find_entry(code) != NULL;
	r->code = code;
	r->enhanced = enhanced;
	r->text = smtpcode_x_span_of(s + used, n - used);
	return 1;
}

/* "connect to mx.example.com[192.0.2.1]:25: Connection timed out" */
static int
read_connect(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t colon;

	if (!begins(s, n, "connect to "))
		return 0;
	colon = seek(s, n, ": ");
	if (colon == NONE)
		return 0;
	r->host = smtpcode_x_span_of(s + 11, colon - 11);
	r->text = smtpcode_x_span_of(s, n);
	r->reply_class = SMTPCODE_CLASS_TRANSIENT;
	r->command = smtpcode_x_span_of("CONNECT", 7);
	r->direction = SMTPCODE_DIRECTION_OUT;
	return 1;
}

/* A code at the start of a line, without an enhanced one: is it a reply? */
static int
is_likely(const char *s, size_t n, int prose, uint32_t code)
{
	if (smtpcode_find_entry(code) != NULL)
		return !prose || code >= 400;
	return !prose && code >= 400 && n > 20 && s[3] == ' ' &&
	    (is_letter(s[4]) || s[4] == '<');
}

int
smtpcode_x_read_logged(
    unsigned has, struct smtpcode_span text, struct smtpcode_reply *r)
{
	int more = 0;

	smtpcode_x_clear(r);
	if (has == LOG_BARE) {
		if (!read_bare(text.p, text.n, &more, r) || r->enhanced == 0)
			return 0;
		smtpcode_x_take_command(r);
	} else if (has == LOG_DELIVERY) {
		if (!smtpcode_x_read_flagged(text.p, text.n, r))
			return r->reply_class == SMTPCODE_CLASS_SUCCESS ? -1 :
			                                                  0;
	} else if ((has & (LOG_REJECTED | LOG_ERROR | LOG_LOGIN)) != 0 ?
	        !smtpcode_x_read_exim(text.p, text.n, has, r) :
	        !smtpcode_x_read_postfix(text.p, text.n, has, r))
		return 0;
	smtpcode_x_trim(&r->text);
	smtpcode_x_take_named(r);
	return 1;
}

/* Offer the line to those readers of logs whose words stand in it: 1 if one
 * takes it, -1 if it tells of no reply for sure. */
static int
read_log(const char *s, size_t n, struct smtpcode_reply *r)
{
	struct smtpcode_span text;
	unsigned has = smtpcode_x_log_form(s, n, &text);
	int told = has == 0 ? 0 : smtpcode_x_read_logged(has, text, r);

	if (told != 0)
		return told;
	smtpcode_x_clear(r);
	has = smtpcode_x_log_words(s, n);
	if (has == 0 ||
	    ((has & LOG_NOBODY) != 0 && smtpcode_x_answers_nobody(s, n)))
		return has == 0 ? 0 : -1;
	if (((has & LOG_STAT) != 0 && smtpcode_x_read_qmail(s, n, r)) ||
	    smtpcode_x_read_postfix(s, n, has, r) ||
	    smtpcode_x_read_exim(s, n, has, r))
		return 1;
	smtpcode_x_clear(r);
	if ((has & LOG_STAT) != 0 &&
	    (smtpcode_x_read_opensmtpd(s, n, r) ||
	        smtpcode_x_read_sendmail(s, n, r)))
		return 1;
	smtpcode_x_clear(r);
	return 0;
}

int
smtpcode_x_begins_with_code(const char *s, size_t n)
{
	size_t mark;

	while (n > 0 && (is_blank(*s) || (*s == '>' && n > 1))) {
		s++;
		n--;
	}
	mark = server_mark(s, n);
	return mark < n && is_digit(s[mark]);
}

/* "said: 550-5.7.1 text" goes on in the next line: "-" follows the code, which
 * stands in front of the text, and its last line is not in the text yet. */
static int
goes_on(const char *s, const struct smtpcode_reply *r)
{
	const char *p = r->text.p;
	char last[5];
	int i;

	if (r->code == 0)
		return 0;
	for (i = 0; i < 16 && p - s > 4 && p[-1] != '-'; i++)
		p--;
	if (p - s < 5 || p[-1] != '-')
		return 0;
	memcpy(last, p - 4, 3);
	last[3] = ' ';
	last[4] = '\0';
	return number_of(last) == r->code &&
	    seek(r->text.p, r->text.n, last) == NONE;
}

/* "550 5.1.1 User unknown", as a server sends it. */
static enum smtpcode_x_told
read_sent(const char *s, size_t n, int prose, struct smtpcode_reply *r)
{
	int more = 0;

	if (read_bare(s, n, &more, r) &&
	    (more || r->enhanced != 0 || is_likely(s, n, prose, r->code)))
		return more ? LINE_MORE : LINE_FOLDED;
	smtpcode_x_clear(r);
	return LINE_NOTHING;
}

/* A sentence of a bounce, or a line of a log that nobody knows. */
static enum smtpcode_x_told
read_prose(const char *s, size_t n, int prose, struct smtpcode_reply *r)
{
	enum smtpcode_x_told told = read_sent(s, n, prose, r);

	if (told != LINE_NOTHING)
		return told;
	if (!smtpcode_x_read_value(s, n, r))
		return LINE_NOTHING;
	if (r->code == 0 && prose && seek(s, n, "#") == NONE &&
	    seek(s, n, "(") == NONE && !is_digit(s[0]))
		return LINE_NOTHING;
	smtpcode_x_take_command(r);
	return goes_on(s, r) ? LINE_MORE : LINE_FOLDED;
}

/* A line of a transcript: a command, or what stands behind a server's mark. */
static enum smtpcode_x_told
read_transcript(const char **s, size_t *n, struct smtpcode_reply *r)
{
	/* what marks and commands begin with, in small letters */
	static const char firsts[] = " \t<>-~.abcdehlmnqrsv";
	size_t skip;
	int more = 0;

	if (*n == 0 || memchr(firsts, lower(**s), sizeof firsts - 1) == NULL)
		return LINE_NOTHING;
	if (read_command(*s, *n, r))
		return LINE_COMMAND;
	while (*n > 0 && (is_blank(**s) || (**s == '>' && *n > 1))) {
		++*s;
		--*n;
	}
	skip = server_mark(*s, *n);
	if (skip > 0 && read_bare(*s + skip, *n - skip, &more, r))
		return more ? LINE_MORE : LINE_REPLY;
	smtpcode_x_clear(r);
	return LINE_NOTHING;
}

/* "<a@b>: host ... said: ...": a bounce names the recipient, and folds what
 * Postfix's log has on one line. */
static int
take_bounced(const char *s, size_t n, struct smtpcode_reply *r)
{
	size_t end = smtpcode_x_until(s, n, ">");

	if (n == 0 || s[0] != '<')
		return 0;
	if (r->recipient.p == NULL && end < n && memchr(s, '@', end) != NULL)
		r->recipient = smtpcode_x_span_of(s + 1, end - 1);
	return 1;
}

/* Bytes of a mark in front of a header that is quoted, as in Exim's rejectlog:
 * "  Subject: ...", "P Received: ...". */
static size_t
header_mark(const char *s, size_t n)
{
	return n > 2 && s[1] == ' ' &&
	        (s[0] == ' ' || s[0] == '*' || (s[0] >= 'A' && s[0] <= 'Z')) ?
	    2 :
	    0;
}

/* "Subject: 550 no", "  X-Mailer: 5.2.2": what it says is the sender's. */
static int
is_quoted_header(const char *s, size_t n)
{
	size_t mark = header_mark(s, n), name;

	s += mark;
	n -= mark;
	if (mark == 0 || !begins(s, n, "x-"))
		return begins(s, n, "subject:");
	name = smtpcode_x_until(s, n, ": ");
	return name < n && s[name] == ':';
}

enum smtpcode_x_told
smtpcode_x_read_line(
    const char *s, size_t n, int prose, struct smtpcode_reply *r)
{
	struct smtpcode_span text;
	enum smtpcode_x_told told;
	int log, stamped = smtpcode_read_stamp(s, n) > 0;

	smtpcode_x_clear(r);
	if (!stamped && is_quoted_header(s, n))
		return LINE_NOTHING;
	if (!stamped && (told = read_transcript(&s, &n, r)) != LINE_NOTHING)
		return told;
	if (!begins(s, n, "connect to ") && smtpcode_x_is_quiet(s, n) &&
	    (!stamped || smtpcode_x_log_form(s, n, &text) == 0))
		return LINE_NOTHING;
	/* Behind a code alone a log may tell more. */
	if (!stamped && smtpcode_x_has_enhanced(s, n) &&
	    (told = read_sent(s, n, prose, r)) != LINE_NOTHING)
		return told;
	log = read_log(s, n, r);
	if (log < 0)
		return LINE_NOTHING;
	if (log > 0 || read_connect(s, n, r)) {
		smtpcode_x_trim(&r->text);
		if (take_bounced(s, n, r))
			return LINE_FOLDED;
		return !stamped && goes_on(s, r) ? LINE_MORE : LINE_REPLY;
	}
	return read_prose(s, n, prose, r);
}
