/* SPDX-License-Identifier: ISC */
/*
 * annotate.h - a text copied through, with a line behind each failed reply
 */
#ifndef ANNOTATE_H
#define ANNOTATE_H

#include "opt.h"

/* Annotate the files among the operands, or standard input: a status. */
int annotate(const struct opt *o);

#endif
