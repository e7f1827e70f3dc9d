/* SPDX-License-Identifier: ISC */
/*
 * bits.h - bits of 64 bytes
 */
#ifndef BITS_H
#define BITS_H

#include <stddef.h>
#include <stdint.h>

/* What is too short for a call, whatever the compiler thinks of its size. */
#ifdef __GNUC__
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

/* The numbers of the lowest and the highest bit that is set; one is. */
static inline size_t
lowest_bit(uint64_t bits)
{
#if defined(__GNUC__) && SIZE_MAX > UINT32_MAX
	return (size_t)__builtin_ctzll(bits);
#else
	size_t i = 0, half;

	for (half = 32; half > 0; half /= 2)
		if ((bits & ((UINT64_C(1) << half) - 1)) == 0) {
			bits >>= half;
			i += half;
		}
	return i;
#endif
}

static inline size_t
highest_bit(uint64_t bits)
{
#if defined(__GNUC__) && SIZE_MAX > UINT32_MAX
	return 63 - (size_t)__builtin_clzll(bits);
#else
	size_t i = 0, half;

	for (half = 32; half > 0; half /= 2)
		if (bits >> half != 0) {
			bits >>= half;
			i += half;
		}
	return i;
#endif
}

static inline unsigned
count_bits(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) +
	    (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (unsigned)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* As many of the lowest bits, fewer than 64. */
static inline uint64_t
low_bits(size_t count)
{
	return (UINT64_C(1) << count) - 1;
}

#endif
