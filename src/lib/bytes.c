/* SPDX-License-Identifier: ISC */
/*
 * Looking at bytes with a length.
 */
#include <stdint.h>
#include <string.h>

#include "bytes.h"

int
smtpcode_x_begins_with(const char *s, size_t n, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++)
		if (i >= n ||
		    (s[i] != word[i] && lower(s[i]) != lower(word[i])))
			return 0;
	return 1;
}

/* From i on, one by one. */
static size_t
seek_on(const char *s, size_t n, size_t i, const char *word, size_t length)
{
	for (; i + length <= n; i++)
		if (smtpcode_x_begins(s + i, length, word))
			return i;
	return smtpcode_x_none;
}

#ifdef __SSE2__

/* Sixteen places at once: where two bytes of the word stand as far from each
 * other as they should. At its ends are blanks, which stand anywhere. */
size_t
smtpcode_x_seek_word(const char *s, size_t n, const char *word, size_t length)
{
	size_t one = length > 3, two = length - 1 - one;
	char first = lower(word[one]), last = lower(word[two]);
	__m128i first_fold = _mm_set1_epi8(is_letter(first) ? 32 : 0),
	        last_fold = _mm_set1_epi8(is_letter(last) ? 32 : 0);
	size_t i, at, places = n - length + 1;
	unsigned found;

	if (places < 16)
		return seek_on(s, n, 0, word, length);
	for (i = 0;; i = i + 32 <= places ? i + 16 : places - 16) {
		found = bits_of(_mm_and_si128(
		    same16(
		        _mm_or_si128(load16(s + i + one), first_fold), first),
		    same16(
		        _mm_or_si128(load16(s + i + two), last_fold), last)));
		for (; found != 0; found &= found - 1) {
			at = i + (size_t)__builtin_ctz(found);
			if (smtpcode_x_begins_with(s + at, length, word))
				return at;
		}
		if (i == places - 16)
			return smtpcode_x_none;
	}
}

#else

size_t
smtpcode_x_seek_word(const char *s, size_t n, const char *word, size_t length)
{
	return seek_on(s, n, 0, word, length);
}

#endif

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
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		__m128i x = load16(s + i), found = _mm_setzero_si128();
		unsigned places;
		const char *c;

		for (c = set; *c != '\0'; c++)
			found = _mm_or_si128(
			    found, _mm_cmpeq_epi8(x, _mm_set1_epi8(*c)));
		places = (unsigned)_mm_movemask_epi8(found);
		if (places != 0)
			return i + (size_t)__builtin_ctz(places);
	}
#endif
	make_bits(bits, set);
	while (i < n && !has_bit(bits, s[i]))
		i++;
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
