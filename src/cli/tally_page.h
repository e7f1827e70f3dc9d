/* SPDX-License-Identifier: ISC */
/*
 * tally_page.h - the counted replies on a page
 */
#ifndef TALLY_PAGE_H
#define TALLY_PAGE_H

#include "tally.h"

/* The rows must be sorted. */
void tally_page(const struct opt *o, const struct tally *t);

#endif
