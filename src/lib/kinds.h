/* SPDX-License-Identifier: ISC */
/*
 * kinds.h - which of 64 bytes are what, and what that tells of lines
 */
#ifndef KINDS_H
#define KINDS_H

#include "bits.h"
#include "lines.h"

#ifdef __GNUC__
#define INLINE static inline __attribute__((always_inline))
#else
#define INLINE static inline
#endif

/* Which of 64 bytes are what. */
struct kinds {
	uint64_t end, later /* than "(" */, digit, high /* "A" or later */,
	    status /* an "s" before "=" */;
};

/* The 64 bytes at s, as a level reads them; one more is looked at. */
typedef void kinds_of(const char *s, struct kinds *k);

/* Of 64 bytes the first is but a neighbour of the second, the last three are
 * but neighbours of those before them: STEP are looked at for themselves. */
enum { STEP = 60 };
#define OWN ((UINT64_C(1) << (STEP + 1)) - 2)

/* Where a line is marked, as lines.c tells. */
static inline uint64_t
mark_bits(const struct kinds *k)
{
	return (~(k->later << 1) & k->digit & (k->later & ~k->high) >> 1 &
	           k->digit >> 2 & ~(k->high | k->digit) >> 3) |
	    (k->status & k->high >> 2);
}

/* Add the lines that end in 64 bytes; *mark: is the line marked that has begun?
 * Mostly it is one or none: that is not to be guessed. */
static inline void
add_lines(struct lines *lines, size_t at, uint64_t ends, uint64_t marks,
    uint64_t *mark)
{
	uint64_t first, upto, is, open = *mark;
	size_t place;

	do {
		first = ends & (0 - ends);
		upto = first - 1; /* all, if no line ends */
		is = (open | (marks & upto)) != 0;
		place = at + lowest_bit(ends | UINT64_C(1) << 63);
		lines->end[lines->n] = (uint16_t)(place << 1 | is);
		lines->n += ends != 0;
		open = is & upto >> 63;
		marks &= ~upto;
		ends ^= first;
	} while (ends != 0);
	*mark = open | marks;
}

/* The lines that end in n bytes, but for the last 64 or so. Nothing is called
 * in the loop, or it would lose its registers. */
INLINE void
take_lines(const char *s, size_t n, kinds_of *kinds, struct lines *lines)
{
	uint64_t own = OWN | 1, mark = 0;
	struct kinds k;
	size_t at;

	for (at = 0; at + 64 < n; at += STEP) {
		kinds(s + at, &k);
		add_lines(lines, at, k.end & own, mark_bits(&k) & own, &mark);
		own = OWN;
	}
}

/* As smtpcode_x_find_lines(), by vectors: 1, or 0 if the level has none. */
int smtpcode_x_vector_lines(
    const char *s, size_t n, enum smtpcode_x_level level, struct lines *lines);

#endif
