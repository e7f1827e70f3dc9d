/* SPDX-License-Identifier: ISC */
/*
 * find.h - ends of lines, and what only a reply has
 */
#ifndef FIND_H
#define FIND_H

#include <stddef.h>

/* How many bytes are looked at together. The answer is the same. */
enum smtpcode_x_find_level { FIND_PORTABLE, FIND_SSE2, FIND_AVX2 };

#if defined(__x86_64__) && defined(__GNUC__)
#define FIND_BASE FIND_SSE2 /* what every processor of this kind has */
#else
#define FIND_BASE FIND_PORTABLE
#endif

/* The best that this processor has. */
enum smtpcode_x_find_level smtpcode_x_find_best(void);

/*
 * The bytes before the line feed in the n bytes at s, or n if there is none;
 * *candidate: may a reply code or an enhanced status code stand among them?
 * That is three digits, 200 to 599, or 2.1.5, behind what may stand in front
 * of a code, or a carriage return. Much that is found is no code; what is no
 * candidate is none. s[-1] is looked at.
 */
size_t smtpcode_x_find_line(
    const char *s, size_t n, enum smtpcode_x_find_level level, int *candidate);

/* The first place from "from" on in the n bytes at s where such a code may
 * begin, or n. */
size_t smtpcode_x_find_code(const char *s, size_t n, size_t from);

/* The bytes before the first line feed or carriage return in the n bytes at s,
 * or n. */
size_t smtpcode_x_find_end(
    const char *s, size_t n, enum smtpcode_x_find_level level);

#endif
