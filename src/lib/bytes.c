/* SPDX-License-Identifier: ISC */
/*
 * Looking at bytes with a length.
 */
#include <stdint.h>
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

/* How common bytes are in logs; what is not named is rare. */
static const unsigned char rank[128] = { ['z'] = 1,
	['q'] = 2,
	['x'] = 3,
	['j'] = 4,
	['*'] = 5,
	['#'] = 6,
	['"'] = 7,
	['k'] = 8,
	['v'] = 9,
	['g'] = 10,
	['b'] = 11,
	['y'] = 12,
	['p'] = 13,
	['w'] = 14,
	['('] = 15,
	['f'] = 16,
	['m'] = 17,
	['u'] = 18,
	[':'] = 19,
	['l'] = 20,
	['d'] = 21,
	['='] = 22,
	['r'] = 23,
	['h'] = 24,
	['c'] = 25,
	['s'] = 26,
	['n'] = 27,
	['i'] = 28,
	['o'] = 29,
	['a'] = 30,
	['t'] = 31,
	['e'] = 32,
	['.'] = 33,
	[','] = 34,
	['-'] = 35,
	[' '] = 36 };

/* The place of the byte of a word that stands least often in logs. */
static size_t
anchor_of(const char *word, size_t *length)
{
	size_t i, anchor = 0;
	unsigned char one, best = sizeof rank;

	for (i = 0; word[i] != '\0'; i++) {
		one = rank[lower(word[i]) & 127];
		if (one < best) {
			best = one;
			anchor = i;
		}
	}
	*length = i;
	return anchor;
}

/* Where c or C stands next, or end. */
static const char *
next_place(const char *p, const char *end, char c)
{
	const char *place = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;

	return place == NULL ? end : place;
}

size_t
smtpcode_x_seek(const char *s, size_t n, const char *word)
{
	const char *p, *end = s + n, *small, *large;
	size_t length, anchor = anchor_of(word, &length);
	char c = lower(word[anchor]);

	if (length > n)
		return smtpcode_x_none;
	p = s + anchor;
	end -= length - anchor - 1;
	small = next_place(p, end, c);
	large = is_letter(c) ? next_place(p, end, (char)(c - 'a' + 'A')) : end;
	for (;;) {
		p = small < large ? small : large;
		if (p == end)
			return smtpcode_x_none;
		if (smtpcode_x_begins(p - anchor, length, word))
			return (size_t)(p - s) - anchor;
		if (p == small)
			small = next_place(p + 1, end, c);
		else
			large = next_place(p + 1, end, *p);
	}
}

/* The bytes of the set as bits. */
static void
make_bits(uint64_t bits[4], const char *set)
{
	memset(bits, 0, 4 * sizeof bits[0]);
	for (; *set != '\0'; set++)
		bits[(unsigned char)*set >> 6] |= UINT64_C(1)
		    << ((unsigned char)*set & 63);
}

static int
has_bit(const uint64_t bits[4], char c)
{
	return (bits[(unsigned char)c >> 6] >> ((unsigned char)c & 63) & 1) !=
	    0;
}

size_t
smtpcode_x_span(const char *s, size_t n, const char *set)
{
	uint64_t bits[4];
	size_t i;

	if (n == 0 || memchr(set, s[0], strlen(set)) == NULL)
		return 0;
	make_bits(bits, set);
	for (i = 1; i < n && has_bit(bits, s[i]); i++)
		;
	return i;
}

size_t
smtpcode_x_until(const char *s, size_t n, const char *set)
{
	uint64_t bits[4];
	const char *place;
	size_t i;

	if (set[1] == '\0') {
		place = n > 0 ? memchr(s, set[0], n) : NULL;
		return place == NULL ? n : (size_t)(place - s);
	}
	make_bits(bits, set);
	for (i = 0; i < n && !has_bit(bits, s[i]); i++)
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
