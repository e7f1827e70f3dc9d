/* SPDX-License-Identifier: ISC */
/*
 * find.h - where codes may stand in a text
 */
#ifndef FIND_H
#define FIND_H

#include <stddef.h>
#include <stdint.h>

#include "bits.h"

/* A search in n bytes at s. */
struct codes {
	const char *s;
	size_t n;
	size_t next;    /* in front of it all has been looked at */
	size_t from;    /* where the bits of found begin */
	uint64_t found; /* and has not been told */
};

static inline struct codes
smtpcode_x_codes_of(const char *s, size_t n)
{
	struct codes c = { s, n, 0, 0, 0 };

	return c;
}

/* Look on until something is found: 0 if nothing is. */
int smtpcode_x_more_codes(struct codes *c);

/*
 * The next place where a code may begin, or n: 200 to 599, or 2.1.5, behind
 * neither a letter, a digit nor a dot. Much that is found is no code; what is
 * not found is none.
 */
static inline size_t
smtpcode_x_next_code(struct codes *c)
{
	size_t i;

	if (c->found == 0 && !smtpcode_x_more_codes(c))
		return c->n;
	i = c->from + lowest_bit(c->found);
	c->found &= c->found - 1;
	return i;
}

#endif
