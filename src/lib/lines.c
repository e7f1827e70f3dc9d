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
#include "lines.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#define HAVE_VECTORS 1
#endif

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

static void
lines_portable(const char *s, size_t n, struct lines *lines)
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

#ifdef HAVE_VECTORS

#define INLINE static inline __attribute__((always_inline))

/* Which of 64 bytes are what. */
struct kinds {
	uint64_t end, later /* than "(" */, digit, high /* "A" or later */,
	    status /* an "s" before "=" */;
};

/* The 64 bytes at s, as a level reads them; one more is looked at. */
typedef void kinds_of(const char *s, struct kinds *k);

/* Of 64 bytes the first is seen by the second alone, the last three by those
 * before them: STEP are looked at. */
enum { STEP = 60 };
#define OWN ((UINT64_C(1) << (STEP + 1)) - 2)

static inline uint64_t
mark_bits(const struct kinds *k)
{
	return (~(k->later << 1) & k->digit & (k->later & ~k->high) >> 1 &
	           k->digit >> 2 & ~(k->high | k->digit) >> 3) |
	    (k->status & k->high >> 2);
}

/* Add the lines that end in 64 bytes; *mark: is the line marked that has begun?
 * Mostly it is one or none: that is not to be guessed. */
static inline void
add_lines(struct lines *lines, size_t at, uint64_t ends, uint64_t marks,
    uint64_t *mark)
{
	uint64_t first, upto, is, open = *mark;
	size_t place;

	do {
		first = ends & (0 - ends);
		upto = first - 1; /* all, if no line ends */
		is = (open | (marks & upto)) != 0;
		place = at + (size_t)__builtin_ctzll(ends | UINT64_C(1) << 63);
		lines->end[lines->n] = (uint16_t)(place << 1 | is);
		lines->n += ends != 0;
		open = is & upto >> 63;
		marks &= ~upto;
		ends ^= first;
	} while (ends != 0);
	*mark = open | marks;
}

/* The lines in the first of n bytes, n > 64: the last few are not looked at.
 * Nothing is called in the loop, or it would lose its registers. */
INLINE void
take_lines(const char *s, size_t n, kinds_of *kinds, struct lines *lines)
{
	uint64_t own = OWN | 1, mark = 0;
	struct kinds k;
	size_t at;

	for (at = 0; at + 64 < n; at += STEP) {
		kinds(s + at, &k);
		add_lines(lines, at, k.end & own, mark_bits(&k) & own, &mark);
		own = OWN;
	}
}

/* ---------------------------------------------------------- SSE2, 16 bytes */

static inline __m128i
above16(__m128i x, char c)
{
	return _mm_cmpgt_epi8(x, _mm_set1_epi8(c));
}

static inline __m128i
digits16(__m128i x)
{
	return above16(_mm_add_epi8(x, _mm_set1_epi8(127 - '9')), 127 - 10);
}

INLINE void
kinds_sse2(const char *s, struct kinds *k)
{
	unsigned i;

	memset(k, 0, sizeof *k);
#pragma GCC unroll 4
	for (i = 0; i < 64; i += 16) {
		__m128i x = load16(s + i);

		k->end |= (uint64_t)bits_of(
		              _mm_or_si128(same16(x, '\n'), same16(x, '\r')))
		    << i;
		k->later |= (uint64_t)bits_of(above16(x, '(')) << i;
		k->digit |= (uint64_t)bits_of(digits16(x)) << i;
		k->high |= (uint64_t)bits_of(above16(x, '@')) << i;
		k->status |= (uint64_t)bits_of(_mm_and_si128(same16(x, 's'),
		                 same16(load16(s + i + 1), '=')))
		    << i;
	}
}

static void
lines_sse2(const char *s, size_t n, struct lines *lines)
{
	take_lines(s, n, kinds_sse2, lines);
}

/* ---------------------------------------------------------- AVX2, 32 bytes */

#define AVX2 __attribute__((target("avx2,bmi")))

AVX2 static inline __m256i
load32(const char *s)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)s);
}

AVX2 static inline __m256i
same32(__m256i x, char c)
{
	return _mm256_cmpeq_epi8(x, _mm256_set1_epi8(c));
}

AVX2 static inline __m256i
above32(__m256i x, char c)
{
	return _mm256_cmpgt_epi8(x, _mm256_set1_epi8(c));
}

AVX2 static inline __m256i
digits32(__m256i x)
{
	return above32(
	    _mm256_add_epi8(x, _mm256_set1_epi8(127 - '9')), 127 - 10);
}

AVX2 static inline uint64_t
bits32(__m256i test)
{
	return (unsigned)_mm256_movemask_epi8(test);
}

AVX2 INLINE void
kinds_avx2(const char *s, struct kinds *k)
{
	unsigned i;

	memset(k, 0, sizeof *k);
#pragma GCC unroll 4
	for (i = 0; i < 64; i += 32) {
		__m256i x = load32(s + i);

		k->end |=
		    bits32(_mm256_or_si256(same32(x, '\n'), same32(x, '\r')))
		    << i;
		k->later |= bits32(above32(x, '(')) << i;
		k->digit |= bits32(digits32(x)) << i;
		k->high |= bits32(above32(x, '@')) << i;
		k->status |= bits32(_mm256_and_si256(same32(x, 's'),
		                 same32(load32(s + i + 1), '=')))
		    << i;
	}
}

AVX2 static void
lines_avx2(const char *s, size_t n, struct lines *lines)
{
	take_lines(s, n, kinds_avx2, lines);
}

/* ------------------------------------------------------- AVX-512, 64 bytes */

#define AVX512 __attribute__((target("avx512bw,bmi")))

AVX512 INLINE void
kinds_avx512(const char *s, struct kinds *k)
{
	__m512i x = _mm512_loadu_si512((const void *)s),
	        next = _mm512_loadu_si512((const void *)(s + 1));

	k->end = _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('\n')) |
	    _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('\r'));
	k->later = _mm512_cmpgt_epi8_mask(x, _mm512_set1_epi8('('));
	k->digit = _mm512_cmplt_epu8_mask(
	    _mm512_sub_epi8(x, _mm512_set1_epi8('0')), _mm512_set1_epi8(10));
	k->high = _mm512_cmpgt_epi8_mask(x, _mm512_set1_epi8('@'));
	k->status = _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8('s')) &
	    _mm512_cmpeq_epi8_mask(next, _mm512_set1_epi8('='));
}

AVX512 static void
lines_avx512(const char *s, size_t n, struct lines *lines)
{
	take_lines(s, n, kinds_avx512, lines);
}

/* ---------------------------------------------------------------- the best */

/* What the processor has, and the registers for it that the system keeps. No
 * __builtin_cpu_supports(): its constructor would run in every program. */
enum smtpcode_x_level
smtpcode_x_best_level(void)
{
	unsigned a, b, c, d, low, high;

	if (!__get_cpuid(1, &a, &b, &c, &d) || (c & bit_OSXSAVE) == 0)
		return LEVEL_SSE2;
	__asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	if ((low & 0x06) != 0x06 || !__get_cpuid_count(7, 0, &a, &b, &c, &d) ||
	    (b & bit_AVX2) == 0 || (b & bit_BMI) == 0)
		return LEVEL_SSE2;
	return (low & 0xe6) == 0xe6 && (b & bit_AVX512BW) != 0 ? LEVEL_AVX512 :
	                                                         LEVEL_AVX2;
}

static void
find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	if (level == LEVEL_AVX512)
		lines_avx512(s, n, lines);
	else if (level == LEVEL_AVX2)
		lines_avx2(s, n, lines);
	else if (level == LEVEL_SSE2)
		lines_sse2(s, n, lines);
	if (lines->n == 0)
		lines_portable(s, n, lines);
}

#else

enum smtpcode_x_level
smtpcode_x_best_level(void)
{
	return LEVEL_PORTABLE;
}

static void
find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	(void)level;
	lines_portable(s, n, lines);
}

#endif

size_t
smtpcode_x_find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	if (n > LINES_STRETCH)
		n = LINES_STRETCH;
	lines->n = 0;
	find_lines(s, n, level, lines);
	return n;
}
