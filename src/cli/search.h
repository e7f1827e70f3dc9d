/* SPDX-License-Identifier: ISC */
/*
 * search.h - codes by what their texts say
 */
#ifndef SEARCH_H
#define SEARCH_H

#include "opt.h"

/* Print the codes whose texts hold all the words, best first: a status. */
int search(const struct opt *o);

#endif
