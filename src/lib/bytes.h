/* SPDX-License-Identifier: ISC */
/*
 * bytes.h - looking at bytes with a length; letters are ASCII's
 */
#ifndef BYTES_H
#define BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "bits.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define smtpcode_x_none ((size_t)-1)

static inline int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline int
is_alnum(char c)
{
	return is_digit(c) || is_letter(c);
}

static inline int
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A blank or what ends a line or a page. */
static inline int
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The number that three digits make. */
static inline unsigned
number_of(const char *s)
{
	return (unsigned)(s[0] - '0') * 100 + (unsigned)(s[1] - '0') * 10 +
	    (unsigned)(s[2] - '0');
}

static inline char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The number that the eight bytes at s make, the first the lowest. Compilers
 * make one load of it. */
static inline uint64_t
number8(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
	    (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
	    (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* Which of the eight bytes in x come no later in ASCII than c: the first byte's
 * bit is the lowest. */
static inline uint64_t
upto8(uint64_t x, char c)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t later =
	    ((x & ones * 0x7f) + ones * (0x7fu - (unsigned char)c)) | x;

	return (~later >> 7 & ones) * UINT64_C(0x0102040810204080) >> 56;
}

/* The same of the 64 bytes at s. */
static inline uint64_t
upto64_portable(const char *s, char c)
{
	uint64_t bits = 0;
	unsigned i;

	for (i = 0; i < 64; i += 8)
		bits |= upto8(number8(s + i), c) << i;
	return bits;
}

#ifdef __SSE2__

static inline __m128i
load16(const char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

static inline __m128i
same16(__m128i x, char c)
{
	return _mm_cmpeq_epi8(x, _mm_set1_epi8(c));
}

/* The bytes from low on, as many as count, are all ones. */
static inline __m128i
among16(__m128i x, char low, int count)
{
	__m128i from = _mm_sub_epi8(x, _mm_set1_epi8(low));

	return same16(_mm_subs_epu8(from, _mm_set1_epi8((char)(count - 1))), 0);
}

static inline __m128i
letters16(__m128i x)
{
	return among16(_mm_or_si128(x, _mm_set1_epi8(32)), 'a', 26);
}

static inline unsigned
bits_of(__m128i test)
{
	return (unsigned)_mm_movemask_epi8(test);
}

/* Which of sixteen bytes differ. */
static inline unsigned
differing16(const char *a, const char *b)
{
	return ~bits_of(_mm_cmpeq_epi8(load16(a), load16(b))) & 0xffff;
}

/* Which come no later in ASCII than c. */
static inline unsigned
upto16(__m128i x, char c)
{
	return bits_of(_mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(c)), x));
}

#endif

/*
 * Bytes at the start of s: before the first c; before the first blank or
 * control; of some kinds, LETTER among them. For what is short: sixteen bytes
 * at once where every processor can, and no call.
 */
static inline size_t
length_to(const char *s, size_t n, char c)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		unsigned found = bits_of(same16(load16(s + i), c));

		if (found != 0)
			return i + (size_t)__builtin_ctz(found);
	}
#endif
	while (i < n && s[i] != c)
		i++;
	return i;
}

static inline size_t
length_of_word(const char *s, size_t n)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		unsigned found = upto16(load16(s + i), ' ');

		if (found != 0)
			return i + (size_t)__builtin_ctz(found);
	}
#endif
	while (i < n && (unsigned char)s[i] > ' ')
		i++;
	return i;
}

/* Which of the 64 bytes at s are c. */
INLINE uint64_t
same64(const char *s, char c)
{
#ifdef __SSE2__
	return bits_of(same16(load16(s), c)) |
	    (uint64_t)bits_of(same16(load16(s + 16), c)) << 16 |
	    (uint64_t)bits_of(same16(load16(s + 32), c)) << 32 |
	    (uint64_t)bits_of(same16(load16(s + 48), c)) << 48;
#else
	const uint64_t all = UINT64_C(0x0101010101010101) * (unsigned char)c;
	uint64_t bits = 0;
	unsigned i;

	for (i = 0; i < 64; i += 8)
		bits |= upto8(number8(s + i) ^ all, 0) << i;
	return bits;
#endif
}

/* Kinds of bytes; HIGH is no ASCII. */
enum { LETTER = 1, DIGIT = 2, HIGH = 4 };

static inline int
is_kind(char c, unsigned kinds)
{
	return ((kinds & LETTER) != 0 && is_letter(c)) ||
	    ((kinds & DIGIT) != 0 && is_digit(c)) ||
	    ((kinds & HIGH) != 0 && (c & 0x80) != 0);
}

static inline size_t
length_of(const char *s, size_t n, unsigned kinds)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		__m128i x = load16(s + i), is;
		unsigned found;

		is = letters16(x);
		if ((kinds & DIGIT) != 0)
			is = _mm_or_si128(is, among16(x, '0', 10));
		found = ~bits_of(is) & 0xffff;
		if ((kinds & HIGH) != 0)
			found &= ~bits_of(x);
		if (found != 0)
			return i + (size_t)__builtin_ctz(found);
	}
#endif
	while (i < n && is_kind(s[i], kinds))
		i++;
	return i;
}

/* Of a word of ASCII. */
static inline size_t
length_of_ascii(const char *s, size_t n)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 16 <= n; i += 16) {
		unsigned found =
		    ~bits_of(among16(load16(s + i), '!', 94)) & 0xffff;

		if (found != 0)
			return i + (size_t)__builtin_ctz(found);
	}
#endif
	while (i < n && s[i] > ' ' && s[i] < 0x7f)
		i++;
	return i;
}

/* Where c last stands in the n bytes at s, or n. */
static inline size_t
last_of(const char *s, size_t n, char c)
{
	size_t i = n;

#ifdef __SSE2__
	for (; i >= 16; i -= 16) {
		unsigned found = bits_of(same16(load16(s + i - 16), c));

		if (found != 0)
			return i - 16 + highest_bit(found);
	}
#endif
	while (i > 0 && s[i - 1] != c)
		i--;
	return i > 0 ? i - 1 : n;
}

/* Sixteen bytes that are looked at together: each, with the bits of fold, is
 * one from low to high. */
struct pattern {
	char fold[17], low[17], high[17];
};

static inline int
fits_pattern(const char *s, const struct pattern *p)
{
#ifdef __SSE2__
	__m128i x = _mm_or_si128(_mm_loadu_si128((const __m128i *)s),
	    _mm_loadu_si128((const __m128i *)p->fold));
	__m128i least = _mm_loadu_si128((const __m128i *)p->low);
	__m128i most = _mm_loadu_si128((const __m128i *)p->high);

	return _mm_movemask_epi8(_mm_cmpeq_epi8(
	           x, _mm_min_epu8(_mm_max_epu8(x, least), most))) == 0xffff;
#else
	size_t i;
	unsigned char c;

	for (i = 0; i < 16; i++) {
		c = (unsigned char)(s[i] | p->fold[i]);
		if (c < (unsigned char)p->low[i] ||
		    c > (unsigned char)p->high[i])
			return 0;
	}
	return 1;
#endif
}

/* Do the n bytes at s begin with the word, case folded? Mostly the first byte
 * tells. */
int smtpcode_x_begins_with(const char *s, size_t n, const char *word);

static inline int
smtpcode_x_begins(const char *s, size_t n, const char *word)
{
	return word[0] == '\0' ||
	    (n > 0 && lower(s[0]) == lower(word[0]) &&
	        smtpcode_x_begins_with(s, n, word));
}

/* Do they begin with exactly that word? For literals: no call. */
static inline int
starts_with(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return n >= length && memcmp(s, word, length) == 0;
}

/* The blanks at the start of s. */
static inline size_t
blanks_at(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && s[i] == ' ')
		i++;
	return i;
}

/* Where the word begins in the n bytes at s, case folded; none if nowhere. The
 * word is no longer than n. */
size_t smtpcode_x_seek_word(
    const char *s, size_t n, const char *word, size_t length);

static inline size_t
smtpcode_x_seek(const char *s, size_t n, const char *word)
{
	size_t length = strlen(word);

	return length > n ? smtpcode_x_none :
	                    smtpcode_x_seek_word(s, n, word, length);
}

/* Where exactly that word begins, a literal; by one byte of it that is rare in
 * logs. */
static inline size_t
seek_by(const char *s, size_t n, char rare, const char *word)
{
	size_t length = strlen(word), by = (size_t)(strchr(word, rare) - word);
	size_t i = 0;

	for (; i + length <= n; i++) {
		i += length_to(s + i + by, n - length - i + 1, rare);
		if (i + length > n)
			break;
		if (memcmp(s + i, word, length) == 0)
			return i;
	}
	return smtpcode_x_none;
}

/* Are the two strings equal? */
int smtpcode_x_is(const char *a, const char *b);

/* Do the m bytes at word stand at s + at, case folded, as a word of their own?
 */
int smtpcode_x_stands_at(
    const char *s, size_t n, size_t at, const char *word, size_t m);

/* The bytes at the start of s that are among the set, or not among it. */
size_t smtpcode_x_span(const char *s, size_t n, const char *set);
size_t smtpcode_x_until(const char *s, size_t n, const char *set);

#endif
