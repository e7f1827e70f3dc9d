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

/* Behind the stamp: "host postfix/smtp[550]:"? A reply in such a line has a
 * code. */
static int
is_postfix(const char *s, size_t n)
{
	const char *blank = memchr(s, ' ', n < 256 ? n : 256);

	return blank != NULL && (size_t)(s + n - blank) > 8 &&
	    memcmp(blank + 1, "postfix", 7) == 0;
}

size_t
smtpcode_x_skip_lines(
    const char *p, size_t n, enum smtpcode_x_find_level level, uint64_t *lines)
{
	const char *s = p, *end;
	size_t length, stamp;

	while ((end = memchr(s, '\n', n - (size_t)(s - p))) != NULL) {
		length = (size_t)(end - s);
		if (length > 0 && end[-1] == '\r')
			length--;
		stamp = smtpcode_read_stamp(s, length);
		if (stamp == 0 || !is_postfix(s + stamp, length - stamp) ||
		    smtpcode_x_find_candidate(
		        s + stamp, length - stamp, level) < length - stamp)
			break;
		s = end + 1;
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
