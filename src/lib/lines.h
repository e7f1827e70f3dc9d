/* SPDX-License-Identifier: ISC */
/*
 * lines.h - where lines end
 */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>
#include <stdint.h>

/* How many bytes are looked at together. The answer is the same. */
enum smtpcode_x_level { LEVEL_PORTABLE, LEVEL_SSE2, LEVEL_AVX2, LEVEL_AVX512 };

/* The best that this processor has. */
enum smtpcode_x_level smtpcode_x_best_level(void);

enum { LINES_STRETCH = 16384 };

/* Where the lines of a stretch of bytes may end. */
struct lines {
	size_t n;
	uint16_t end[LINES_STRETCH + 1]; /* one more may be written */
};

/*
 * Where lines may end in the n bytes at s, or in the first LINES_STRETCH of
 * them: how many bytes were looked at. What comes no later in ASCII than the
 * carriage return may be an end, so tabs are there too. Ends in the last 63
 * bytes are left out if there are others.
 */
size_t smtpcode_x_find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines);

#endif
