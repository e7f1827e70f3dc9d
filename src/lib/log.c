/* SPDX-License-Identifier: ISC */
/*
 * What all logs have in common. Most lines of a log tell of no reply; to know
 * that of a line must cost next to nothing.
 */
#include <string.h>

#include "bytes.h"
#include "log.h"

#define begins smtpcode_x_begins

static int
are_digits(char a, char b)
{
	return is_digit(a) && is_digit(b);
}

/* "Nov 20 03:14:05 ", with every byte looked at: it must not hold a line end.
 */
static size_t
syslog_stamp(const char *s)
{
	return is_letter(s[1]) && is_letter(s[2]) && s[3] == ' ' &&
	        (s[4] == ' ' || is_digit(s[4])) && is_digit(s[5]) &&
	        s[6] == ' ' && are_digits(s[7], s[8]) && s[9] == ':' &&
	        are_digits(s[10], s[11]) && s[12] == ':' &&
	        are_digits(s[13], s[14]) && s[15] == ' ' ?
	    16 :
	    0;
}

size_t
smtpcode_read_stamp(const char *s, size_t n)
{
	size_t i;

	if (n < 20)
		return 0;
	if (is_letter(s[0]))
		return syslog_stamp(s);
	if (!are_digits(s[0], s[1]) || !are_digits(s[2], s[3]) || s[4] != '-' ||
	    !are_digits(s[5], s[6]) || s[7] != '-' || !are_digits(s[8], s[9]) ||
	    (s[10] != 'T' && s[10] != ' ') || !are_digits(s[11], s[12]) ||
	    s[13] != ':' || !are_digits(s[14], s[15]))
		return 0;
	for (i = 16; i < 40 && i < n && s[i] > ' '; i++)
		;
	return i < n && s[i] == ' ' ? i + 1 : 0;
}

/* Does the text begin with one of the words? */
static int
begins_any(const char *s, size_t n, const char (*words)[24], size_t count)
{
	size_t i, length;

	for (i = 0; i < count; i++)
		if (n > 0 && s[0] == words[i][0]) {
			length = strlen(words[i]);
			if (n >= length && memcmp(s, words[i], length) == 0)
				return 1;
		}
	return 0;
}

/* "host postfix/smtp[550]:"? */
static int
is_postfix(const char *s, size_t n)
{
	const char *blank = memchr(s, ' ', n < 256 ? n : 256);

	return blank != NULL && (size_t)(s + n - blank) > 8 &&
	    memcmp(blank + 1, "postfix", 7) == 0;
}

/* What Postfix says, behind its name and a queue id. */
static struct smtpcode_span
postfix_text(const char *s, size_t n)
{
	struct smtpcode_span text = { NULL, 0 };
	const char *p = memchr(s, ']', n < 80 ? n : 80), *end = s + n, *colon;

	if (p == NULL || end - p < 4 || p[1] != ':' || p[2] != ' ')
		return text;
	p += 3;
	text.p = p;
	while (p < end && is_alnum(*p))
		p++;
	colon = p;
	if (end - colon > 2 && colon - text.p >= 6 && colon[0] == ':' &&
	    colon[1] == ' ')
		text.p = colon + 2;
	text.n = (size_t)(end - text.p);
	return text;
}

/* What Exim says behind its stamp and a message id, if there is one. */
static struct smtpcode_span
exim_text(const char *s, size_t n)
{
	struct smtpcode_span text = { s, n };

	if (n >= 24 && s[6] == '-' && s[13] == '-' && s[16] == ' ')
		text.p += 17;
	else if (n >= 24 && s[6] == '-' && s[18] == '-' && s[23] == ' ')
		text.p += 24;
	text.n -= (size_t)(text.p - s);
	return text;
}

/* What Postfix says that is no answer to anybody, whatever codes the names in
 * it look like. */
static int
is_idle_postfix(struct smtpcode_span text)
{
	static const char words[][24] = { "connect from ", "disconnect from ",
		"lost connection ", "Anonymous TLS", "Trusted TLS",
		"Untrusted TLS", "Verified TLS",
		"statistics: ", "client=", "from=<", "message-id=", "removed",
		"uid=" };

	return begins_any(
	    text.p, text.n, words, sizeof words / sizeof words[0]);
}

/* The same of Exim; "<=" is a message that came in. */
static int
is_idle_exim(struct smtpcode_span text, int candidate)
{
	static const char never[][24] = { "<= ", "Completed",
		"SMTP connection ", "no IP address", "no host name",
		"TLS error", "unexpected disconnection", "Start queue run",
		"End queue run" };
	static const char coded[][24] = { "=> ", "-> " };

	return begins_any(
	           text.p, text.n, never, sizeof never / sizeof never[0]) ||
	    (!candidate && begins_any(text.p, text.n, coded, 2));
}

/* Exim's own log has a blank in its stamp. */
static int
is_exim(const char *line)
{
	return line[4] == '-' && line[10] == ' ';
}

/* Can the n bytes behind the stamp of a line tell of no reply? A reply in a
 * line of Postfix's has a code; in one of Exim's it may lack it. */
static int
is_idle(const char *line, const char *s, size_t n, int candidate)
{
	if (candidate && memchr(s, '\r', n) != NULL)
		return 0;
	if (is_postfix(s, n))
		return !candidate || is_idle_postfix(postfix_text(s, n));
	return is_exim(line) && is_idle_exim(exim_text(s, n), candidate);
}

unsigned
smtpcode_x_log_form(const char *s, size_t n, struct smtpcode_span *text)
{
	static const char deliveries[][24] = { "to=<" };
	static const char rejects[][24] = { "reject: ", "NOQUEUE: reject: " };
	static const char peers[][24] = { "H=" };
	static const char flags[][24] = { "** ", "== ", "=> ", "-> " };
	size_t stamp = smtpcode_read_stamp(s, n);

	if (stamp == 0)
		return 0;
	if (is_postfix(s + stamp, n - stamp)) {
		*text = postfix_text(s + stamp, n - stamp);
		return begins_any(text->p, text->n, deliveries, 1) ?
		    LOG_STATUS | LOG_SAID :
		    begins_any(text->p, text->n, rejects, 2) ? LOG_REJECT :
		                                               0;
	}
	if (!is_exim(s))
		return 0;
	*text = exim_text(s + stamp, n - stamp);
	if (begins_any(text->p, text->n, peers, 1) &&
	    smtpcode_x_seek(text->p, text->n, "rejected ") != smtpcode_x_none) {
		text->p--; /* with the blank before */
		text->n++;
		return LOG_REJECTED;
	}
	return begins_any(text->p, text->n, flags, 4) ? LOG_DELIVERY : 0;
}

int
smtpcode_x_is_idle(const char *s, size_t n, enum smtpcode_x_find_level level)
{
	size_t stamp = smtpcode_read_stamp(s, n);
	int candidate;

	if (stamp == 0)
		return 0;
	(void)smtpcode_x_find_line(s + stamp, n - stamp, level, &candidate);
	return is_idle(s, s + stamp, n - stamp, candidate);
}

size_t
smtpcode_x_skip_lines(
    const char *p, size_t n, enum smtpcode_x_find_level level, uint64_t *lines)
{
	const char *s = p, *end = p + n;
	size_t stamp, length;
	int candidate;

	for (;;) {
		stamp = smtpcode_read_stamp(s, (size_t)(end - s));
		if (stamp == 0)
			break;
		length = smtpcode_x_find_line(
		    s + stamp, (size_t)(end - s) - stamp, level, &candidate);
		if (s + stamp + length == end ||
		    stamp + length > SMTPCODE_LINE_MAX ||
		    !is_idle(s, s + stamp, length, candidate))
			break;
		s += stamp + length + 1;
		++*lines;
	}
	return (size_t)(s - p);
}

/* Which of the words begins the n bytes at s. */
static unsigned
word_at(const char *s, size_t n)
{
	static const struct {
		char word[16];
		unsigned short bit;
	} words[] = {
		{ "status=", LOG_STATUS },
		{ "said: ", LOG_SAID },
		{ "stat=", LOG_STAT },
		{ "smtp error", LOG_ERROR },
		{ "reject: ", LOG_REJECT },
		{ "reject=", LOG_STAT },
		{ "rejected ", LOG_REJECTED },
		{ "refused to talk", LOG_SAID },
		{ "milter-", LOG_REJECT | LOG_NOBODY },
		{ "reject_warning:", LOG_NOBODY },
		{ "redirect:", LOG_NOBODY },
		{ "authenticator", LOG_LOGIN },
		{ "warn:", LOG_NOBODY },
		{ "hold:", LOG_NOBODY },
		{ "filter:", LOG_NOBODY },
		{ "discard:", LOG_NOBODY },
		{ "prepend:", LOG_NOBODY },
		{ "bcc:", LOG_NOBODY },
		{ "** ", LOG_DELIVERY },
		{ "== ", LOG_DELIVERY },
		{ "=> ", LOG_DELIVERY },
		{ "-> ", LOG_DELIVERY },
	};
	size_t i;
	char first = n > 0 ? lower(s[0]) : '\0';

	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (words[i].word[0] == first && begins(s, n, words[i].word))
			return words[i].bit;
	return 0;
}

unsigned
smtpcode_x_log_words(const char *s, size_t n)
{
	const char *p = s, *end = s + n;
	unsigned found = word_at(s, n);

	while ((p = memchr(p, ' ', (size_t)(end - p))) != NULL) {
		p++;
		if (p < end && (is_letter(*p) || memchr("*=-", *p, 3) != NULL))
			found |= word_at(p, (size_t)(end - p));
	}
	if (smtpcode_x_seek(s, n, ",status=") != smtpcode_x_none)
		found |= LOG_STATUS;
	return found;
}
