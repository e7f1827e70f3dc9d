/* SPDX-License-Identifier: ISC */
/*
 * Where a code may stand in a text: byte by byte in C, or 16 bytes at once. Of
 * five neighbouring bytes the second may begin a code, if they are
 *
 *	a	no letter, digit or dot
 *	b	2 to 5
 *	cd e	two digits, then neither a digit nor "]" ("[550]" is a process)
 *	cd e	or a dot, a digit, a dot
 */
#include "find.h"
#include "bytes.h"

static int
is_candidate(char a, char b, char c, char d, char e)
{
	if (b < '2' || b > '5' || is_alnum(a) || a == '.' || !is_digit(d))
		return 0;
	return is_digit(c) ? !is_digit(e) && e != ']' : c == '.' && e == '.';
}

/* Where a code may begin from i on, i > 0, or n. */
static size_t
code_portable(const char *s, size_t n, size_t i)
{
	for (; i + 2 < n; i++)
		if (is_candidate(s[i - 1], s[i], s[i + 1], s[i + 2],
		        i + 3 < n ? s[i + 3] : '\n'))
			return i;
	return n;
}

#ifdef __SSE2__

/* Which of sixteen bytes a code may begin with; those at s - 1 and s + 18 are
 * looked at. */
static inline __m128i
codes16(const char *s)
{
	__m128i a = load16(s - 1), b = load16(s), c = load16(s + 1),
	        d = load16(s + 2), e = load16(s + 3), word, code, enhanced;

	word = _mm_or_si128(among16(a, '0', 10),
	    _mm_or_si128(same16(a, '.'),
	        among16(_mm_or_si128(a, _mm_set1_epi8(32)), 'a', 26)));
	code =
	    _mm_andnot_si128(_mm_or_si128(among16(e, '0', 10), same16(e, ']')),
	        among16(c, '0', 10));
	enhanced = _mm_and_si128(same16(c, '.'), same16(e, '.'));
	return _mm_andnot_si128(word,
	    _mm_and_si128(
	        _mm_and_si128(among16(b, '2', 4), among16(d, '0', 10)),
	        _mm_or_si128(code, enhanced)));
}

static size_t
find_code(const char *s, size_t n, size_t i)
{
	unsigned found;

	for (; i + 19 <= n; i += 16) {
		found = bits_of(codes16(s + i));
		if (found != 0)
			return i + (size_t)__builtin_ctz(found);
	}
	return code_portable(s, n, i);
}

#else

#define find_code code_portable

#endif

size_t
smtpcode_x_find_code(const char *s, size_t n, size_t from)
{
	if (from == 0 && n > 2 &&
	    is_candidate('\n', s[0], s[1], s[2], n > 3 ? s[3] : '\n'))
		return 0;
	return find_code(s, n, from == 0 ? 1 : from);
}
