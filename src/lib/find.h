/* SPDX-License-Identifier: ISC */
/*
 * find.h - places in a line that only a reply has
 */
#ifndef FIND_H
#define FIND_H

#include <stddef.h>

/* How many bytes are looked at together. The answer is the same. */
enum smtpcode_x_find_level { FIND_PORTABLE, FIND_SSE2, FIND_AVX2 };

/* The best that this processor has. */
enum smtpcode_x_find_level smtpcode_x_find_best(void);

/*
 * Where in the n bytes at s a reply code or an enhanced status code may stand,
 * behind the first byte: three digits, 200 to 599, or 2.1.5, behind what may
 * stand in front of a code. Returns n if nowhere. Most that is found is no
 * code; what is no candidate is none.
 */
size_t smtpcode_x_find_candidate(
    const char *s, size_t n, enum smtpcode_x_find_level level);

#endif
