/* SPDX-License-Identifier: ISC */
/*
 * Looking at bytes with a length.
 */
#include <string.h>

#include "bytes.h"

int
smtpcode_x_begins(const char *s, size_t n, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++)
		if (i >= n || lower(s[i]) != lower(word[i]))
			return 0;
	return 1;
}

/* The byte of a word that memchr(3) finds soonest to be wrong: a mark, else a
 * blank, else (letters have two cases) none: the word's length. */
static size_t
anchor_of(const char *word, size_t *length)
{
	size_t i, blank;

	for (i = 0, blank = smtpcode_x_none; word[i] != '\0'; i++)
		if (word[i] == ' ')
			blank = i;
		else if (!is_alnum(word[i]))
			break;
	*length = i + strlen(word + i);
	return i < *length ? i : blank != smtpcode_x_none ? blank : *length;
}

size_t
smtpcode_x_seek(const char *s, size_t n, const char *word)
{
	const char *p = s, *end = s + n;
	size_t length, anchor = anchor_of(word, &length);

	if (length > n)
		return smtpcode_x_none;
	if (anchor < length) {
		p += anchor;
		end -= length - anchor - 1;
		while (
		    (p = memchr(p, word[anchor], (size_t)(end - p))) != NULL) {
			if (smtpcode_x_begins(p - anchor, length, word))
				return (size_t)(p - s) - anchor;
			p++;
		}
		return smtpcode_x_none;
	}
	for (end -= length - 1; p < end; p++)
		if (lower(*p) == lower(word[0]) &&
		    smtpcode_x_begins(p, length, word))
			return (size_t)(p - s);
	return smtpcode_x_none;
}

size_t
smtpcode_x_span(const char *s, size_t n, const char *set)
{
	size_t i, length = strlen(set);

	for (i = 0; i < n && memchr(set, s[i], length) != NULL; i++)
		;
	return i;
}

size_t
smtpcode_x_until(const char *s, size_t n, const char *set)
{
	size_t i, length = strlen(set);

	for (i = 0; i < n && memchr(set, s[i], length) == NULL; i++)
		;
	return i;
}

int
smtpcode_x_stands_at(
    const char *s, size_t n, size_t at, const char *word, size_t m)
{
	size_t i;

	if (at > n || m > n - at || (at > 0 && is_alnum(s[at - 1])) ||
	    (at + m < n && is_alnum(s[at + m])))
		return 0;
	for (i = 0; i < m && lower(s[at + i]) == lower(word[i]); i++)
		;
	return i == m;
}

int
smtpcode_x_is(const char *a, const char *b)
{
	size_t n = strlen(a);

	return strlen(b) == n && memcmp(a, b, n) == 0;
}
