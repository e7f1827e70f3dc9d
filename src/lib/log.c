/* SPDX-License-Identifier: ISC */
/*
 * What all logs have in common. Most lines of a log tell of no reply; to know
 * that of a line must cost next to nothing.
 */
#include <string.h>

#include "bytes.h"
#include "log.h"

#define begins smtpcode_x_begins

/* "20 03:14:05" behind the month */
static size_t
syslog_stamp(const char *s, size_t n)
{
	return n > 16 && s[3] == ' ' && s[6] == ' ' && s[9] == ':' &&
	        s[12] == ':' && s[15] == ' ' && is_digit(s[14]) ?
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
		return syslog_stamp(s, n);
	if (!is_digit(s[0]) || s[4] != '-' || s[7] != '-' || s[13] != ':' ||
	    (s[10] != 'T' && s[10] != ' '))
		return 0;
	for (i = 16; i < 40 && i < n && s[i] != ' '; i++)
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

/*
 * What Postfix says behind "host postfix/smtpd[550]: ", with or without a queue
 * id, that is no answer to anybody, whatever codes the names in it look like.
 */
static int
is_idle_postfix(const char *s, size_t n)
{
	static const char words[][24] = { "connect from ", "disconnect from ",
		"lost connection ", "Anonymous TLS", "Trusted TLS",
		"Untrusted TLS", "Verified TLS",
		"statistics: ", "client=", "from=<", "message-id=", "removed",
		"uid=" };
	const char *text = memchr(s, ']', n < 80 ? n : 80), *colon;

	if (text == NULL || (size_t)(s + n - text) < 4 || text[1] != ':')
		return 0;
	text += 3;
	n = (size_t)(s + n - text);
	if (begins_any(text, n, words, sizeof words / sizeof words[0]))
		return 1;
	colon = memchr(text, ':', n < 24 ? n : 24);
	if (colon == NULL || (size_t)(text + n - colon) < 3)
		return 0;
	n = (size_t)(text + n - colon) - 2;
	return begins_any(colon + 2, n, words, sizeof words / sizeof words[0]);
}

/* "host postfix/smtp[550]:"? */
static int
is_postfix(const char *s, size_t n)
{
	const char *blank = memchr(s, ' ', n < 256 ? n : 256);

	return blank != NULL && (size_t)(s + n - blank) > 8 &&
	    memcmp(blank + 1, "postfix", 7) == 0;
}

/* Behind Exim's own stamp: the bytes of a message id, with the blank. */
static size_t
message_id(const char *s, size_t n)
{
	if (n < 24 || s[6] != '-')
		return 0;
	if (s[13] == '-' && s[16] == ' ')
		return 17;
	return s[18] == '-' && s[23] == ' ' ? 24 : 0;
}

/* Does a line of Exim's tell of no reply? "<=" is a message that came in. */
static int
is_idle_exim(const char *s, size_t n, int candidate)
{
	static const char never[][24] = { "<= ", "Completed",
		"SMTP connection ", "no IP address", "no host name",
		"TLS error", "unexpected disconnection", "Start queue run",
		"End queue run" };
	static const char coded[][24] = { "=> ", "-> " };
	size_t id = message_id(s, n);

	s += id;
	n -= id;
	if (begins_any(s, n, never, sizeof never / sizeof never[0]))
		return 1;
	return !candidate && begins_any(s, n, coded, 2);
}

/* Can the n bytes behind a time stamp tell of no reply? A reply in a line of
 * Postfix's has a code; in one of Exim's it may lack it. */
static int
is_idle(const char *s, size_t n, int candidate, int exim)
{
	if (memchr(s, '\r', candidate ? n : 0) != NULL)
		return 0;
	if (is_postfix(s, n))
		return !candidate || is_idle_postfix(s, n);
	return exim && is_idle_exim(s, n, candidate);
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
		    !is_idle(s + stamp, length, candidate, s[10] == ' '))
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
