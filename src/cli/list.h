/* SPDX-License-Identifier: ISC */
/*
 * list.h - the tables, one line each
 */
#ifndef LIST_H
#define LIST_H

#include "opt.h"

/* List what the sets among the operands leave: an exit status. */
int list(const struct opt *o);

#endif
