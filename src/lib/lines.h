/* SPDX-License-Identifier: ISC */
/*
 * lines.h - where lines end, and which may tell of a reply
 */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>
#include <stdint.h>

/* How many bytes are looked at together. The answer is the same. */
enum smtpcode_x_level { LEVEL_PORTABLE, LEVEL_SSE2, LEVEL_AVX2, LEVEL_AVX512 };

/* The best that this processor has. */
enum smtpcode_x_level smtpcode_x_best_level(void);

enum { LINES_STRETCH = 16384, LINES_MARK = 1 };

/* The whole lines of a stretch of bytes. */
struct lines {
	size_t n;
	/* Of each line, twice the place of its line feed or carriage return,
	   and LINES_MARK if it is marked. One more may be written. */
	uint16_t end[LINES_STRETCH + 1];
};

/*
 * The lines in the n bytes at s, where a line begins, or in the first
 * LINES_STRETCH of them: how many bytes were looked at. A line is marked if
 * Postfix or Exim may tell in it of a reply with a code, or Postfix of a
 * delivery ("status="). Much that is marked tells of no reply.
 */
size_t smtpcode_x_find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines);

/* Would the line in the n bytes at s, without its end, be marked? */
int smtpcode_x_is_marked(const char *s, size_t n);

#endif
