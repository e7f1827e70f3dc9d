/* SPDX-License-Identifier: ISC */
/*
 * rows.h - replies counted by what they were and what they mean
 *
 * The rows of two tables add up to the rows of the whole, in any order.
 */
#ifndef ROWS_H
#define ROWS_H

#include "smtpcode_reply.h"

enum {
	ROWS = 4096,
	ROWS_FOLDED = 640,   /* of them for what finds no room else */
	ROWS_EXAMPLE = 160,  /* bytes of an example */
	ROWS_DIRECTIONS = 3, /* in the order of enum smtpcode_direction */
	ROWS_CLASSES = 6     /* and of enum smtpcode_class */
};

struct row {
	const struct smtpcode_cause *cause;
	const struct smtpcode_provider *provider; /* or NULL */
	uint32_t code, enhanced;                  /* or 0 */
	unsigned char direction, class, retry, actor;
	unsigned char example_length;
	char example[ROWS_EXAMPLE]; /* masked: the smallest in byte order */
	uint64_t count;
};

struct rows {
	size_t n;
	uint64_t lines; /* of the input */
	uint64_t all;   /* replies */
	struct row row[ROWS];
	uint16_t index[ROWS * 2]; /* by hash: number of a row and 1, or 0 */
};

void rows_clear(struct rows *t);

/*
 * Count a row: only its key is looked at, that is all but count and example,
 * which are added to what the table has. Returns its number, which stays as
 * it is until the table is sorted, or -1 if the sum would overflow. When the
 * table is full codes and provider are given up.
 */
long rows_add(struct rows *t, const struct row *row);

/* Count once more what has the number. */
void rows_count(struct rows *t, long number);

/* The codes of a row as they are counted: an enhanced code that no table knows
 * stands for its subject. */
uint32_t rows_enhanced(uint32_t enhanced);

/* Largest first. */
void rows_sort(struct rows *t);

/* The replies of a direction and class. */
uint64_t rows_of(const struct rows *t, int direction, int class);

#endif
