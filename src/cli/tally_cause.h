/* SPDX-License-Identifier: ISC */
/*
 * tally_cause.h - the causes of what failed in one direction
 */
#ifndef TALLY_CAUSE_H
#define TALLY_CAUSE_H

#include "page.h"
#include "rows.h"

struct section {
	struct page *p;
	const struct rows *rows; /* sorted */
	int direction;
	uint64_t all; /* replies of the direction */
	size_t width; /* columns */
	size_t top;   /* causes to show in full, 0: what there is room for */
};

/*
 * Show the causes, the commonest in full, in so many lines; then one for what
 * found no room. Returns the lines that are left.
 */
size_t tally_causes(const struct section *s, size_t room);

#endif
