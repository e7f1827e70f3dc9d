/* SPDX-License-Identifier: ISC */
/*
 * Where a code may stand in a text: byte by byte in C, or 16 bytes at once. Of
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

#ifdef __SSE2__

static inline __m128i
alnum16(__m128i x)
{
	return _mm_or_si128(among16(x, '0', 10), letters16(x));
}

/* Which of sixteen bytes a code may begin with; those at s - 1 and s + 19 are
 * looked at. */
static inline unsigned
codes16(const char *s)
{
	__m128i a = load16(s - 1), b = load16(s), c = load16(s + 1),
	        d = load16(s + 2), e = load16(s + 3), f = load16(s + 4),
	        dot = same16(e, '.'), begins, code, enhanced;

	begins = _mm_andnot_si128(_mm_or_si128(alnum16(a), same16(a, '.')),
	    _mm_and_si128(among16(b, '2', 4), among16(d, '0', 10)));
	if (bits_of(begins) == 0) /* mostly */
		return 0;
	code = _mm_andnot_si128(
	    _mm_or_si128(alnum16(e), same16(e, ']')), among16(c, '0', 10));
	code = _mm_andnot_si128(_mm_and_si128(dot, among16(f, '0', 10)), code);
	enhanced = _mm_and_si128(same16(c, '.'), dot);
	return bits_of(_mm_and_si128(begins, _mm_or_si128(code, enhanced)));
}

/* Look at the next bytes: as many as can be at once. */
static inline void
look(struct codes *c)
{
	size_t last = c->n - 20; /* its neighbours are the text's last bytes */

	c->from = c->next;
	if (c->next > 0 && c->next + 20 <= c->n) {
		c->found = codes16(c->s + c->from);
		c->next += 16;
	} else if (c->next > 0 && c->n > 20 && c->next + 4 < c->n) {
		/* some of these bytes have been looked at */
		c->found = codes16(c->s + last) >> (c->from - last);
		c->next = last + 16;
	} else {
		c->found = (unsigned)is_candidate(c->s, c->n, c->from);
		c->next++;
	}
}

#else

static inline void
look(struct codes *c)
{
	c->from = c->next++;
	c->found = (unsigned)is_candidate(c->s, c->n, c->from);
}

#endif

size_t
smtpcode_x_next_code(struct codes *c)
{
	size_t i;

	while (c->found == 0) {
		if (c->next + 2 >= c->n)
			return c->n;
		look(c);
	}
	i = c->from + lowest_bit(c->found);
	c->found &= c->found - 1;
	return i;
}
