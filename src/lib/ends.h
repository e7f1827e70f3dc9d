/* SPDX-License-Identifier: ISC */
/*
 * ends.h - what the levels of lines.h share
 */
#ifndef ENDS_H
#define ENDS_H

#include "bits.h"
#include "lines.h"

/* Which of the 64 bytes at s may be ends, as a level tells. */
typedef uint64_t ends_of(const char *s);

/* The ends in n bytes, but for the last 63 at most. Of 64 bytes mostly one is
 * an end, or none: that is not to be guessed. Nothing is called in the loop, or
 * it would lose its registers. */
INLINE void
take_ends(const char *s, size_t n, ends_of *ends, struct lines *lines)
{
	size_t whole = n & ~(size_t)63, at, count = lines->n;
	uint64_t found;

	for (at = 0; at < whole; at += 64) {
		found = ends(s + at);
		do {
			lines->end[count] = (uint16_t)(at +
			    lowest_bit(found | UINT64_C(1) << 63));
			count += found != 0;
			found &= found - 1;
		} while (found != 0);
	}
	lines->n = count;
}

/* As smtpcode_x_find_lines(), by vectors: 1, or 0 if the level has none. */
int smtpcode_x_vector_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines);

#endif
