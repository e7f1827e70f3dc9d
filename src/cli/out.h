/* SPDX-License-Identifier: ISC */
/*
 * out.h - standard output: one buffer, one error that sticks
 */
#ifndef OUT_H
#define OUT_H

#include <stddef.h>

/* From now on keep everything back (-q). */
void out_silence(void);

/* Add n bytes, a string, a character, n blanks. */
void out_bytes(const char *s, size_t n);
void out_text(const char *s);
void out_char(char c);
void out_blanks(size_t n);

/* Put isolates around what is read from left to right; or no longer. */
void out_isolate(int on);

/*
 * Write what is in the buffer. Returns 0, or -1 if this or an earlier write
 * failed.
 */
int out_flush(void);

/* Flush, and say so on standard error if output was lost: 0 or -1. */
int out_end(void);

#endif
