/* SPDX-License-Identifier: ISC */
/*
 * Where lines end, and which of them may tell of a reply: byte by byte in C, or
 * 64 bytes at once. All levels tell the same.
 *
 * A line is marked by five neighbouring bytes such as " 550 " and " 5.7.":
 *
 *	a	a blank, a quote or "(", or what comes before them in ASCII
 *	b d	digits
 *	c	what stands between "(" and the letters
 *	e	neither a letter nor a digit
 *
 * or by "s=" and a letter.
 */
#include <string.h>

#include "bytes.h"
#include "kinds.h"

static int
is_opening(char c)
{
	return c < ')' || (c & 0x80) != 0;
}

/* What comes before "A" in ASCII, or is none. */
static int
is_low(char c)
{
	return c < 'A' || (c & 0x80) != 0;
}

static int
is_mark(const char *s, size_t n, size_t i)
{
	char e = i + 3 < n ? s[i + 3] : '\n';

	if (i + 2 >= n)
		return 0;
	if (s[i] == 's')
		return s[i + 1] == '=' && !is_low(s[i + 2]);
	return is_digit(s[i]) && is_low(s[i + 1]) && !is_opening(s[i + 1]) &&
	    is_digit(s[i + 2]) && is_low(e) && !is_digit(e) &&
	    (i == 0 || is_opening(s[i - 1]));
}

int
smtpcode_x_is_marked(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n && !is_mark(s, n, i); i++)
		;
	return i < n;
}

/* Byte by byte: for what is too short for more. */
static void
lines_bytewise(const char *s, size_t n, struct lines *lines)
{
	size_t i, mark = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '\n' || s[i] == '\r') {
			lines->end[lines->n++] = (uint16_t)(i << 1 | mark);
			mark = 0;
		} else if (mark == 0 && is_mark(s, n, i))
			mark = LINES_MARK;
	}
}

/* --------------------------------------------------------- 8 bytes at once */

#define ALL(c) (UINT64_C(0x0101010101010101) * (c))

/* The highest bit of each byte that comes behind c in ASCII. */
static inline uint64_t
above8(uint64_t x, unsigned c)
{
	return ((x & ALL(0x7f)) + ALL(0x7f - c)) & ~x & ALL(0x80);
}

static inline uint64_t
same8(uint64_t x, unsigned c)
{
	uint64_t other = (x & ALL(0x7f)) ^ ALL(c);

	return ~((other + ALL(0x7f)) | x) & ALL(0x80);
}

/* The eight highest bits, the first byte's lowest. */
static inline uint64_t
bits8(uint64_t test)
{
	return (test >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

INLINE void
kinds_portable(const char *s, struct kinds *k)
{
	uint64_t x, equals = 0;
	unsigned i, j;

	memset(k, 0, sizeof *k);
	for (i = 0; i < 64; i += 8) {
		for (x = j = 0; j < 8; j++)
			x |= (uint64_t)(unsigned char)s[i + j] << 8 * j;
		k->end |= bits8(same8(x, '\n') | same8(x, '\r')) << i;
		k->later |= bits8(above8(x, '(')) << i;
		k->digit |= bits8(above8(x, '/') & ~above8(x, '9')) << i;
		k->high |= bits8(above8(x, '@')) << i;
		k->status |= bits8(same8(x, 's')) << i;
		equals |= bits8(same8(x, '=')) << i;
	}
	k->status &= equals >> 1 | (uint64_t)(s[64] == '=') << 63;
}

size_t
smtpcode_x_find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	if (n > LINES_STRETCH)
		n = LINES_STRETCH;
	lines->n = 0;
	if (!smtpcode_x_vector_lines(s, n, level, lines))
		take_lines(s, n, kinds_portable, lines);
	if (lines->n == 0)
		lines_bytewise(s, n, lines);
	return n;
}
