/* SPDX-License-Identifier: ISC */
/*
 * safe.h - bytes of strangers, shown so that they cannot drive a terminal
 */
#ifndef SAFE_H
#define SAFE_H

#include <stddef.h>

#include "buf.h"

#define SAFE_SIZE 12 /* the longest that safe_next() writes */

/*
 * Take the next character of the n bytes at s (n > 0): write it to shown, or
 * an escape like \x1b or \u202e if it is a control character (C0, DEL, C1), a
 * bidirectional override or no UTF-8. Sets *length to the bytes written and
 * returns the bytes taken, at least 1.
 */
size_t safe_next(
    const char *s, size_t n, char shown[SAFE_SIZE], size_t *length);

/* Add n bytes so. */
void safe_add(struct buf *b, const char *s, size_t n);

/* 1 if the character could drive a terminal or turn text around. */
int safe_needs_escape(unsigned long c);

/* The bytes of the UTF-8 character at s, or 0 if there is none; its number. */
size_t safe_utf8(const char *s, size_t n, unsigned long *number);

#endif
