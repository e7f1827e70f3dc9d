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

/* The place of the byte of a word that stands least often in logs; letters
 * have two cases, the others must do with one. */
static size_t
anchor_of(const char *word, size_t *length)
{
	static const char common[] = "_zqxj*#\"kvgbypw(fmu:ld=rhcsnioate.,- ";
	const char *place;
	size_t i, rank, best = sizeof common, anchor = 0;

	for (i = 0; word[i] != '\0'; i++) {
		place = memchr(common, lower(word[i]), sizeof common - 1);
		rank = place == NULL ? 0 : (size_t)(place - common) + 1;
		if (rank < best) {
			best = rank;
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

	make_bits(bits, set);
	for (i = 0; i < n && has_bit(bits, s[i]); i++)
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
