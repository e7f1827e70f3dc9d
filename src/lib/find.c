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
#include <string.h>

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

static size_t
end_portable(const char *s, size_t n, size_t i)
{
	while (i < n && s[i] != '\n' && s[i] != '\r')
		i++;
	return i;
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

#ifdef HAVE_VECTORS

/* Bytes from low to high are all ones. */
static inline __m128i
between16(__m128i x, char low, char high)
{
	__m128i from = _mm_sub_epi8(x, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(
	    _mm_min_epu8(from, _mm_set1_epi8((char)(high - low))), from);
}

/* Which of sixteen bytes a code may begin with; those at s - 1 and s + 18 are
 * looked at. */
static inline __m128i
codes16(const char *s)
{
	__m128i a = load16(s - 1), b = load16(s), c = load16(s + 1),
	        d = load16(s + 2), e = load16(s + 3), word, code, enhanced;

	word = _mm_or_si128(between16(a, '0', '9'),
	    _mm_or_si128(same16(a, '.'),
	        between16(_mm_or_si128(a, _mm_set1_epi8(32)), 'a', 'z')));
	code = _mm_andnot_si128(
	    _mm_or_si128(between16(e, '0', '9'), same16(e, ']')),
	    between16(c, '0', '9'));
	enhanced = _mm_and_si128(same16(c, '.'), same16(e, '.'));
	return _mm_andnot_si128(word,
	    _mm_and_si128(
	        _mm_and_si128(between16(b, '2', '5'), between16(d, '0', '9')),
	        _mm_or_si128(code, enhanced)));
}

static size_t
line_sse2(const char *s, size_t n, int *candidate)
{
	size_t i;

	for (i = 0; i + 19 <= n; i += 16) {
		__m128i b = load16(s + i), found = same16(b, '\r');
		unsigned end = (unsigned)_mm_movemask_epi8(same16(b, '\n'));

		if (!*candidate) {
			found = _mm_or_si128(found, codes16(s + i));
			*candidate = ((unsigned)_mm_movemask_epi8(found) &
			                 (end - 1) & ~end) != 0;
		}
		if (end != 0)
			return i + (size_t)__builtin_ctz(end);
	}
	return line_portable(s, n, i, candidate);
}

static size_t
end_sse2(const char *s, size_t n)
{
	unsigned end;
	size_t i;

	for (i = 0; i + 16 <= n; i += 16) {
		__m128i b = load16(s + i);

		end = (unsigned)_mm_movemask_epi8(
		    _mm_or_si128(same16(b, '\n'), same16(b, '\r')));
		if (end != 0)
			return i + (size_t)__builtin_ctz(end);
	}
	return end_portable(s, n, i);
}

static size_t
find_code(const char *s, size_t n, size_t i)
{
	unsigned found;

	for (; i + 19 <= n; i += 16) {
		found = (unsigned)_mm_movemask_epi8(codes16(s + i));
		if (found != 0)
			return i + (size_t)__builtin_ctz(found);
	}
	return code_portable(s, n, i);
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

AVX2 static inline unsigned
ends32(const char *s)
{
	__m256i b = load32(s);

	return (unsigned)_mm256_movemask_epi8(
	    _mm256_or_si256(same32(b, '\n'), same32(b, '\r')));
}

/* Most lines end in the first step: nothing is left to be guessed. */
AVX2 static size_t
end_avx2(const char *s, size_t n)
{
	uint64_t low, high;
	size_t i;

	for (i = 0; i + 128 <= n; i += 128) {
		low = ends32(s + i) | (uint64_t)ends32(s + i + 32) << 32;
		high = ends32(s + i + 64) | (uint64_t)ends32(s + i + 96) << 32;
		if ((low | high) != 0)
			return i +
			    (size_t)(low != 0 ? __builtin_ctzll(low) :
			                        64 + __builtin_ctzll(high));
	}
	return end_portable(s, n, i);
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

size_t
smtpcode_x_find_end(const char *s, size_t n, enum smtpcode_x_find_level level)
{
	if (level == FIND_AVX2)
		return end_avx2(s, n);
	return level == FIND_SSE2 ? end_sse2(s, n) : end_portable(s, n, 0);
}

#else

#define find_code code_portable

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

size_t
smtpcode_x_find_end(const char *s, size_t n, enum smtpcode_x_find_level level)
{
	(void)level;
	return end_portable(s, n, 0);
}

#endif

size_t
smtpcode_x_find_code(const char *s, size_t n, size_t from)
{
	if (from == 0 && n > 2 &&
	    is_candidate('\n', s[0], s[1], s[2], n > 3 ? s[3] : '\n'))
		return 0;
	return find_code(s, n, from == 0 ? 1 : from);
}
