/* SPDX-License-Identifier: ISC */
/*
 * Lines by the vectors of x86-64: 16, 32 or 64 bytes at once.
 */
#include <string.h>

#include "bytes.h"
#include "kinds.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

/* ---------------------------------------------------------- SSE2, 16 bytes */

static inline __m128i
above16(__m128i x, char c)
{
	return _mm_cmpgt_epi8(x, _mm_set1_epi8(c));
}

/* Moved up, the digits are the ten highest numbers with a sign that there are.
 */
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

int
smtpcode_x_vector_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	if (level == LEVEL_AVX512)
		lines_avx512(s, n, lines);
	else if (level == LEVEL_AVX2)
		lines_avx2(s, n, lines);
	else if (level == LEVEL_SSE2)
		lines_sse2(s, n, lines);
	return level != LEVEL_PORTABLE;
}

#else

enum smtpcode_x_level
smtpcode_x_best_level(void)
{
	return LEVEL_PORTABLE;
}

int
smtpcode_x_vector_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	(void)s;
	(void)n;
	(void)level;
	(void)lines;
	return 0;
}

#endif
