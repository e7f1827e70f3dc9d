/* SPDX-License-Identifier: ISC */
/*
 * wide.h - characters as a terminal shows them
 */
#ifndef WIDE_H
#define WIDE_H

#include <stddef.h>

/*
 * The bytes of the character at the start of s (n > 0), at least 1; its number
 * and the columns it takes: 0, 1 or 2. What is no UTF-8 is a byte in one
 * column.
 */
size_t wide_next(
    const char *s, size_t n, unsigned long *number, size_t *columns);

/* May a line end between the two characters, though no blank is there? */
int wide_may_break(unsigned long before, unsigned long after);

#endif
