/* SPDX-License-Identifier: ISC */
/*
 * The end of a line, and whether a code may stand in it: byte by byte in C, or
 * 16 and 32 bytes at once. All three ask the same of five neighbouring bytes:
 *
 *	a	no letter, digit or dot
 *	b	2 to 5
 *	cd e	two digits, then neither a digit nor "]" ("[550]" is a process)
 *	cd e	or a dot, a digit, a dot
 *
 * A carriage return is a candidate, too: it ends a line.
 */
#include <stdint.h>

#include "bytes.h"
#include "find.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#include <immintrin.h>
#define HAVE_VECTORS 1
#endif

static int
is_candidate(char a, char b, char c, char d, char e)
{
	if (b < '2' || b > '5' || is_alnum(a) || a == '.' || !is_digit(d))
		return 0;
	return is_digit(c) ? !is_digit(e) && e != ']' : c == '.' && e == '.';
}

/* From i on; behind the last byte a line end is thought. */
static size_t
line_portable(const char *s, size_t n, size_t i, int *candidate)
{
	for (; i < n && s[i] != '\n'; i++)
		if (s[i] == '\r' ||
		    (s[i] >= '2' && s[i] <= '5' && i + 2 < n &&
		        is_candidate(*(s + i - 1), s[i], s[i + 1], s[i + 2],
		            i + 3 < n ? s[i + 3] : '\n')))
			*candidate = 1;
	return i;
}

#ifdef HAVE_VECTORS

/* Bytes from low to high are all ones. */
static inline __m128i
between16(__m128i x, char low, char high)
{
	__m128i from = _mm_sub_epi8(x, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(
	    _mm_min_epu8(from, _mm_set1_epi8((char)(high - low))), from);
}

static inline __m128i
same16(__m128i x, char c)
{
	return _mm_cmpeq_epi8(x, _mm_set1_epi8(c));
}

static inline __m128i
load16(const char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

static size_t
line_sse2(const char *s, size_t n, int *candidate)
{
	size_t i;

	for (i = 0; i + 19 <= n; i += 16) {
		__m128i b = load16(s + i), d = load16(s + i + 2), a, c, e, word,
		        code, enhanced, found;
		unsigned end = (unsigned)_mm_movemask_epi8(same16(b, '\n'));

		found = _mm_or_si128(_mm_and_si128(between16(b, '2', '5'),
		                         between16(d, '0', '9')),
		    same16(b, '\r'));
		if (((unsigned)_mm_movemask_epi8(found) & (end - 1) & ~end) !=
		        0 &&
		    !*candidate) {
			a = load16(s + i - 1);
			c = load16(s + i + 1);
			e = load16(s + i + 3);
			word = _mm_or_si128(between16(a, '0', '9'),
			    _mm_or_si128(same16(a, '.'),
			        between16(_mm_or_si128(a, _mm_set1_epi8(32)),
			            'a', 'z')));
			code = _mm_andnot_si128(
			    _mm_or_si128(
			        between16(e, '0', '9'), same16(e, ']')),
			    between16(c, '0', '9'));
			enhanced =
			    _mm_and_si128(same16(c, '.'), same16(e, '.'));
			found = _mm_and_si128(found,
			    _mm_or_si128(same16(b, '\r'),
			        _mm_andnot_si128(
			            word, _mm_or_si128(code, enhanced))));
			*candidate = ((unsigned)_mm_movemask_epi8(found) &
			                 (end - 1) & ~end) != 0;
		}
		if (end != 0)
			return i + (size_t)__builtin_ctz(end);
	}
	return line_portable(s, n, i, candidate);
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i
between32(__m256i x, char low, char high)
{
	__m256i from = _mm256_sub_epi8(x, _mm256_set1_epi8(low));

	return _mm256_cmpeq_epi8(
	    _mm256_min_epu8(from, _mm256_set1_epi8((char)(high - low))), from);
}

AVX2 static inline __m256i
same32(__m256i x, char c)
{
	return _mm256_cmpeq_epi8(x, _mm256_set1_epi8(c));
}

AVX2 static inline __m256i
load32(const char *s)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)s);
}

AVX2 static size_t
line_avx2(const char *s, size_t n, int *candidate)
{
	size_t i;

	for (i = 0; i + 35 <= n; i += 32) {
		__m256i b = load32(s + i), d = load32(s + i + 2), a, c, e, word,
		        code, enhanced, found;
		unsigned end = (unsigned)_mm256_movemask_epi8(same32(b, '\n'));

		found = _mm256_or_si256(_mm256_and_si256(between32(b, '2', '5'),
		                            between32(d, '0', '9')),
		    same32(b, '\r'));
		if (((unsigned)_mm256_movemask_epi8(found) & (end - 1) &
		        ~end) != 0 &&
		    !*candidate) {
			a = load32(s + i - 1);
			c = load32(s + i + 1);
			e = load32(s + i + 3);
			word = _mm256_or_si256(between32(a, '0', '9'),
			    _mm256_or_si256(same32(a, '.'),
			        between32(
			            _mm256_or_si256(a, _mm256_set1_epi8(32)),
			            'a', 'z')));
			code = _mm256_andnot_si256(
			    _mm256_or_si256(
			        between32(e, '0', '9'), same32(e, ']')),
			    between32(c, '0', '9'));
			enhanced =
			    _mm256_and_si256(same32(c, '.'), same32(e, '.'));
			found = _mm256_and_si256(found,
			    _mm256_or_si256(same32(b, '\r'),
			        _mm256_andnot_si256(
			            word, _mm256_or_si256(code, enhanced))));
			*candidate = ((unsigned)_mm256_movemask_epi8(found) &
			                 (end - 1) & ~end) != 0;
		}
		if (end != 0)
			return i + (size_t)__builtin_ctz(end);
	}
	return line_portable(s, n, i, candidate);
}

/* Does the system keep the registers of 256 bits, and has the processor them?
 * No __builtin_cpu_supports(): its constructor would run in every program. */
static int
has_avx2(void)
{
	unsigned a, b, c, d, low, high;

	if (!__get_cpuid(1, &a, &b, &c, &d) || (c & bit_OSXSAVE) == 0)
		return 0;
	__asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return (low & 6) == 6 && __get_cpuid_count(7, 0, &a, &b, &c, &d) &&
	    (b & bit_AVX2) != 0;
}

enum smtpcode_x_find_level
smtpcode_x_find_best(void)
{
	return has_avx2() ? FIND_AVX2 : FIND_SSE2;
}

size_t
smtpcode_x_find_line(
    const char *s, size_t n, enum smtpcode_x_find_level level, int *candidate)
{
	*candidate = 0;
	if (level == FIND_AVX2)
		return line_avx2(s, n, candidate);
	return level == FIND_SSE2 ? line_sse2(s, n, candidate) :
	                            line_portable(s, n, 0, candidate);
}

#else

enum smtpcode_x_find_level
smtpcode_x_find_best(void)
{
	return FIND_PORTABLE;
}

size_t
smtpcode_x_find_line(
    const char *s, size_t n, enum smtpcode_x_find_level level, int *candidate)
{
	(void)level;
	*candidate = 0;
	return line_portable(s, n, 0, candidate);
}

#endif
