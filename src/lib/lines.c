/* SPDX-License-Identifier: ISC */
/*
 * Where lines may end: 8 bytes at once in C, or 64 by vectors. All levels tell
 * the same.
 */
#include "bytes.h"
#include "ends.h"

INLINE uint64_t
ends_portable(const char *s)
{
	return upto64_portable(s, '\r');
}

/* Byte by byte: for what is too short for more. */
static void
take_bytewise(const char *s, size_t n, struct lines *lines)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((unsigned char)s[i] <= '\r')
			lines->end[lines->n++] = (uint16_t)i;
}

size_t
smtpcode_x_find_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines)
{
	if (n > LINES_STRETCH)
		n = LINES_STRETCH;
	lines->n = 0;
	if (!smtpcode_x_vector_lines(s, n, level, lines))
		take_ends(s, n, ends_portable, lines);
	if (lines->n == 0)
		take_bytewise(s, n, lines);
	return n;
}
