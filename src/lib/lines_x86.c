/* SPDX-License-Identifier: ISC */
/*
 * Lines by the vectors of x86-64: 16, 32 or 64 bytes at once.
 */
#include <string.h>

#include "bytes.h"
#include "ends.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

INLINE uint64_t
ends_sse2(const char *s)
{
	return upto16(load16(s), '\r') |
	    (uint64_t)upto16(load16(s + 16), '\r') << 16 |
	    (uint64_t)upto16(load16(s + 32), '\r') << 32 |
	    (uint64_t)upto16(load16(s + 48), '\r') << 48;
}

static void
lines_sse2(const char *s, size_t n, struct lines *lines)
{
	take_ends(s, n, ends_sse2, lines);
}

#define AVX2 __attribute__((target("avx2,bmi")))

AVX2 static inline uint64_t
ends32(const char *s)
{
	__m256i x = _mm256_loadu_si256((const __m256i *)(const void *)s);

	return (unsigned)_mm256_movemask_epi8(
	    _mm256_cmpeq_epi8(_mm256_min_epu8(x, _mm256_set1_epi8('\r')), x));
}

AVX2 INLINE uint64_t
ends_avx2(const char *s)
{
	return ends32(s) | ends32(s + 32) << 32;
}

AVX2 static void
lines_avx2(const char *s, size_t n, struct lines *lines)
{
	take_ends(s, n, ends_avx2, lines);
}

#define AVX512 __attribute__((target("avx512bw,bmi")))

AVX512 INLINE uint64_t
ends_avx512(const char *s)
{
	return _mm512_cmple_epu8_mask(
	    _mm512_loadu_si512((const void *)s), _mm512_set1_epi8('\r'));
}

AVX512 static void
lines_avx512(const char *s, size_t n, struct lines *lines)
{
	take_ends(s, n, ends_avx512, lines);
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
