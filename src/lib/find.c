/* SPDX-License-Identifier: ISC */
/*
 * Where a code may stand in a text: byte by byte in C, or 64 bytes at once. Of
 * six neighbouring bytes the second may begin a code, if they are
 *
 *	a	no letter, digit or dot
 *	b	2 to 5
 *	cd ef	two digits, then no letter or digit, no "]" ("[550]" is a
 *		process), and no fraction
 *	cd e	or a dot, a digit, a dot
 */
#include "find.h"
#include "bytes.h"

static int
is_candidate(const char *s, size_t n, size_t i)
{
	char a = i > 0 ? s[i - 1] : '\n', e = i + 3 < n ? s[i + 3] : '\n';

	if (s[i] < '2' || s[i] > '5' || is_alnum(a) || a == '.' ||
	    !is_digit(s[i + 2]))
		return 0;
	if (!is_digit(s[i + 1]))
		return s[i + 1] == '.' && e == '.';
	return !is_alnum(e) && e != ']' &&
	    (e != '.' || i + 4 >= n || !is_digit(s[i + 4]));
}

/* Look at the next 64 bytes. */
static void
look_bytewise(struct codes *c)
{
	size_t i;

	c->from = c->next;
	for (i = 0; i < 64 && c->next + 2 < c->n; i++, c->next++)
		c->found |= (uint64_t)is_candidate(c->s, c->n, c->next) << i;
}

#ifdef __SSE2__

/* Which of the n bytes at s, or of the first 64, may begin a code, if nothing
 * stands in front or behind. n >= 16. */
static inline uint64_t
codes64(const char *s, size_t n)
{
	uint64_t digits = 0, letters = 0, firsts = 0, dots = 0, brackets = 0;
	uint64_t alnums, code, enhanced;
	size_t i, at;
	__m128i x;

	for (i = 0; i < 64 && i < n; i += 16) {
		at = i + 16 <= n ? i : n - 16; /* some of them once more */
		x = load16(s + at);
		digits |= (uint64_t)bits_of(among16(x, '0', 10)) << at;
		firsts |= (uint64_t)bits_of(among16(x, '2', 4)) << at;
		letters |= (uint64_t)bits_of(letters16(x)) << at;
		dots |= (uint64_t)bits_of(same16(x, '.')) << at;
		brackets |= (uint64_t)bits_of(same16(x, ']')) << at;
	}
	alnums = digits | letters;
	code = digits >> 1 & ~((alnums | brackets) >> 3) &
	    ~(dots >> 3 & digits >> 4);
	enhanced = dots >> 1 & dots >> 3;
	return firsts & ~((alnums | dots) << 1) & digits >> 2 &
	    (code | enhanced);
}

/* Look at the next bytes, and at the neighbours of each: one in front and four
 * behind. */
static inline void
look(struct codes *c)
{
	size_t n;

	if (c->n < 16) {
		look_bytewise(c);
		return;
	}
	c->from = c->next - (c->next > 0);
	if (c->from > c->n - 16)
		c->from = c->n - 16;
	n = c->n - c->from;
	c->found = codes64(c->s + c->from, n) & ~low_bits(c->next - c->from);
	c->next = c->n;
	if (n > 64) {
		c->found &= low_bits(60);
		c->next = c->from + 60;
	}
}

#else

#define look look_bytewise

#endif

int
smtpcode_x_more_codes(struct codes *c)
{
	while (c->found == 0) {
		if (c->next + 2 >= c->n)
			return 0;
		look(c);
	}
	return 1;
}
